"""Past nights as stored, on both engines: what a coming window's steps learn from them, and its chance."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from app.cli.commands import sequence as sequence_command
from app.domain.changes import Change
from app.domain.register import Application
from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Activity, ActivityState, Phase, Sequence
from app.services.learned import chance_of, learned_durations
from app.services.sequences import open_sequence, save_sequence
from app.services.workplace import Workplace, open_workplace

NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)
FIRST = datetime(2026, 10, 3, 21, tzinfo=UTC)


@pytest.fixture
def workplace(migrated_url: str) -> Iterator[Workplace]:
    workplace = open_workplace(migrated_url, "tester", lambda: NOW)
    yield workplace
    workplace.close()


def night(workplace: Workplace, week: int, actual: int | None, application_id: int) -> int:
    """A window with one step of a change and one of the window; `actual` None: still to come."""
    start = FIRST + timedelta(weeks=week)
    with workplace.write() as work:
        window = work.add(MaintenanceWindow("Weekly", start, start + timedelta(hours=8), "Europe/Berlin"))
        key = f"CHG-{week}"
        work.add(Change(key, "Weekly build", applications=(application_id,), window_id=window.id))
        work.commit()
    assert window.id is not None
    done = (
        {}
        if actual is None
        else {"state": ActivityState.DONE, "actual_start": 5, "actual_finish": 5 + actual}
    )
    steps = (
        Activity(f"{week:032x}", "Deploy CRM", Phase.DEPLOY, key, 60, **done),
        Activity(f"{week + 100:032x}", "All clear", Phase.CLOSE, None, 10, position=1, **done),
    )
    save_sequence(workplace, window.id, Sequence(steps, (), 480), 0)
    return window.id


@pytest.fixture
def coming(workplace: Workplace) -> int:
    with workplace.write() as work:
        crm, other = work.add(Application("CRM")), work.add(Application("Other"))
        work.commit()
    assert crm.id is not None
    assert other.id is not None
    for week, actual in enumerate((30, 35, 40)):
        night(workplace, week, actual, crm.id)
    night(workplace, 3, 200, other.id)
    window_id = night(workplace, 4, None, crm.id)
    night(workplace, 5, 300, crm.id)  # later than the window asked for: teaches it nothing
    return window_id


def test_steps_learn_from_their_applications_past_nights(workplace: Workplace, coming: int) -> None:
    view = open_sequence(workplace, coming)
    learned = learned_durations(workplace, view)
    deploy, clear = learned[f"{4:032x}"], learned[f"{104:032x}"]
    assert (deploy.median_minutes, deploy.least_minutes, deploy.most_minutes, deploy.nights) == (
        35,
        30,
        40,
        3,
    )
    assert clear.nights == 4


def test_learned_spreads_make_a_chance_where_nothing_was_entered(workplace: Workplace, coming: int) -> None:
    view = open_sequence(workplace, coming)
    assert not chance_of(view, {}, runs=10).has_spread
    chance = chance_of(view, learned_durations(workplace, view), runs=2000)
    assert chance.with_spread == 2
    assert chance == chance_of(view, learned_durations(workplace, view), runs=2000)
    assert chance != chance_of(view, learned_durations(workplace, view), runs=2000, seed=9)


def test_the_command_prints_the_chance(workplace: Workplace, coming: int) -> None:
    parser = argparse.ArgumentParser()
    sequence_command.add_arguments(parser)
    outcome = sequence_command.run(workplace, parser.parse_args(["--window", str(coming), "--chance", "500"]))
    printed = "\n".join(outcome.lines)
    assert "Chance: 80 % finish by" in printed
    assert "500 runs; 2 of 2 activities have a spread" in printed
    assert outcome.data["chance"]["runs"] == 500
    assert outcome.data["chance"]["finish_p50"] <= outcome.data["chance"]["finish_p95"]
