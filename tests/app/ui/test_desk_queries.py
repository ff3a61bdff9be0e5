"""The shell's questions: a hit of the search names the screen that shows it and the id that it opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.fixes import ProductionFix
from app.domain.incidents import Incident
from app.services.workplace import Workplace, open_workplace
from app.ui.desk_queries import search
from app.ui.screens import SCREENS

AT = datetime(2026, 11, 28, 21, tzinfo=UTC)


@pytest.fixture
def workplace(migrated_url: str) -> Iterator[Workplace]:
    """A database with one fix and one incident."""
    opened = open_workplace(migrated_url, "tester", lambda: AT)
    due = AT + timedelta(days=2)
    with opened.write() as unit:
        unit.add(ProductionFix("FIX-0001", "Queue restarted", "Ola", AT, "Europe/Berlin", AT, "tester", due))
        unit.add(Incident("INC-0001", "Queue stood still", AT, "Europe/Berlin"))
        unit.commit()
    yield opened
    opened.close()


def test_fixes_and_incidents_open_where_they_are_shown(workplace: Workplace) -> None:
    """The hit's screen exists, its record is the id, and its detail is in the record's own zone."""
    hits = search(workplace, "queue")
    told = [(hit.kind, hit.label, hit.detail, hit.screen_id, hit.record) for hit in hits]
    assert told == [
        ("Production fix", "FIX-0001  Queue restarted", "Sat 28 Nov, 22:00 CET", "fixes", 1),
        ("Incident", "INC-0001  Queue stood still", "Sat 28 Nov, 22:00 CET", "incidents", 1),
    ]
    assert {hit.screen_id for hit in hits} <= {entry.id for entry in SCREENS}
