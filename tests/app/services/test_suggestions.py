"""The suggestion as a use case: risk from the register, working hours where asked, why not, taking a part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from app.domain.changes import Change
from app.domain.register import Person
from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Activity, Phase, Sequence
from app.services.errors import RefusedError
from app.services.sequences import SequenceView, analysis_of, open_sequence, save_sequence
from app.services.suggestions import accept, explain, importance_of, search
from app.services.workplace import Workplace, open_workplace

START = datetime(2026, 11, 26, 16, tzinfo=UTC)
"""A Thursday, 17:00 in Berlin."""


@pytest.fixture
def workplace(local_url: str) -> Iterator[Workplace]:
    workplace = open_workplace(local_url, "tester", lambda: START - timedelta(days=2))
    yield workplace
    workplace.close()


@pytest.fixture
def view(workplace: Workplace) -> SequenceView:
    """Ada works from 18:00 to 23:00; two deploy steps of hers in a window from 17:00 to 21:00."""
    with workplace.write() as work:
        window = work.add(MaintenanceWindow("Weekly", START, START + timedelta(hours=4), "Europe/Berlin"))
        ada = work.add(Person("Ada", zone_name="Europe/Berlin", work_from=time(18), work_until=time(23)))
        work.add(Change("LOW", "Low", impact=1, likelihood=1, window_id=window.id))
        work.add(Change("HIGH", "High", impact=5, likelihood=4, window_id=window.id))
        work.commit()
    assert window.id is not None
    assert ada.id is not None
    steps = tuple(
        Activity(key[0] * 32, f"Deploy {key}", Phase.DEPLOY, key, 30, players=(ada.id,), position=place)
        for place, key in enumerate(("LOW", "HIGH"))
    )
    save_sequence(workplace, window.id, Sequence(steps, (), 240), 0)
    return open_sequence(workplace, window.id)


def test_the_riskier_change_is_proposed_first(view: SequenceView) -> None:
    assert importance_of(view.changes) == {"LOW": 0, "HIGH": 3}
    found = search(view, 3)
    assert found.starts == {"H" * 32: 0, "L" * 32: 30}


def test_working_hours_bind_where_asked(view: SequenceView) -> None:
    assert search(view, 3).finish == 60
    assert search(view, 3, keep_working_hours=True).finish == 120


def test_a_part_of_the_suggestion_is_stored(workplace: Workplace, view: SequenceView) -> None:
    found = search(view, 3)
    accept(workplace, view, found, ["L" * 32])
    assert view.window.id is not None
    stored = open_sequence(workplace, view.window.id)
    assert analysis_of(stored).schedule.start_of("L" * 32) == 30
    assert analysis_of(stored).conflicts[0].reason.startswith("The point of no return of")


def test_where_none_exists_the_hours_are_named_and_nothing_is_stored(
    workplace: Workplace, view: SequenceView
) -> None:
    late = replace(view.sequence.activity("L" * 32), deadline=60)
    tight = replace(view, sequence=view.sequence.replacing({late.id: late}))
    found = search(tight, 3, keep_working_hours=True)
    assert not found.is_usable
    explanation = explain(tight, keep_working_hours=True)
    assert "Ada is outside working hours" in "\n".join(reason.text for reason in explanation.reasons)
    with pytest.raises(RefusedError, match="none to accept"):
        accept(workplace, tight, found)
