"""The global search: every kind by words, keys by their beginning, and signs that stand for themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from app.domain.changes import Change, Ticket
from app.domain.exceptions import ExceptionKind, ExceptionPolicy, ExceptionRequest
from app.domain.fixes import ProductionFix
from app.domain.incidents import Incident
from app.domain.register import Application, ConfigurationItem, Person
from app.domain.windows import MaintenanceWindow
from app.services.search import Found, search, words_of
from app.services.workplace import Workplace, open_workplace
from app.store.queries import search as queries
from app.store.reading import find

STARTS_AT = datetime(2026, 11, 28, 21, tzinfo=UTC)


@pytest.fixture
def workplace(migrated_url: str) -> Iterator[Workplace]:
    """A small organisation with one change in a window and three in the intake list."""
    opened = open_workplace(migrated_url, "tester", lambda: STARTS_AT)
    with opened.write() as unit:
        window = unit.add(
            MaintenanceWindow("Weekly window", STARTS_AT, STARTS_AT + timedelta(hours=8), "Europe/Berlin")
        )
        changes = unit.add_all(
            [
                Change("CHG-0001", "Payments ledger: hotfix", window_id=window.id),
                Change("CHG-0002", "Ledger 100% checked"),
                Change("CHG-0003", "Ledger 100x checked"),
                Change("X-9", "Über den Rhein"),
            ]
        )
        unit.add(Ticket(changes[3].id or 0, "PAY-77", system="Jira"))
        unit.add_all([Application("Payments ledger", tier=1), Application("Old ledger", is_archived=True)])
        unit.add_all([Person("Quinn Abara", "quinn@example.org"), Person("Ola Dahl", "ola@example.org")])
        unit.add(ConfigurationItem("DB_cluster 2"))
        unit.commit()
    yield opened
    opened.close()


def keys(found: Found) -> list[str]:
    """The keys of the changes found."""
    return [change.key for change in found.changes]


CASES = [
    ("CHG-0002", ["CHG-0002"]),
    ("chg-00", ["CHG-0003", "CHG-0002", "CHG-0001"]),
    ("0003", ["CHG-0003"]),
    ("hotfix LEDGER", ["CHG-0001"]),
    ("ledger chg-0003", ["CHG-0003"]),
    ("100%", ["CHG-0002"]),
    ("10_%", []),
    ("%", ["CHG-0002"]),
    ("_", []),
    ("\\", []),
    ("'; DROP TABLE change; --", []),
    ("pay-7", ["X-9"]),
    ("ay-77", []),
    ("über rhein", ["X-9"]),
    ("nothing like it", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_changes_are_found_by_key_title_and_ticket(
    workplace: Workplace, text: str, expected: list[str]
) -> None:
    """Newest first; a sign such as % is only itself."""
    assert keys(search(workplace, text)) == expected


def test_a_change_says_where_it_stands(workplace: Workplace) -> None:
    """In its window with the start in UTC, or in the intake list."""
    placed, waiting = search(workplace, "CHG-0001").changes[0], search(workplace, "CHG-0002").changes[0]
    assert (placed.window_starts_at, placed.zone_name) == (STARTS_AT, "Europe/Berlin")
    assert (waiting.window_id, waiting.window_starts_at) == (None, None)


def test_each_other_kind_is_found(workplace: Workplace) -> None:
    """Windows by title and day; applications in use, people by name or mail, items by name."""
    assert [window.title for window in search(workplace, "weekly").windows] == ["Weekly window"]
    assert [window.title for window in search(workplace, "2026-11-28").windows] == ["Weekly window"]
    assert search(workplace, "2026-11-21").windows == ()
    ledgers = search(workplace, "ledger").applications
    assert [(one.name, one.detail) for one in ledgers] == [("Payments ledger", "tier 1")]
    assert [one.name for one in search(workplace, "ola@example").people] == ["Ola Dahl"]
    assert [one.name for one in search(workplace, "db_cl").items] == ["DB_cluster 2"]


@pytest.fixture
def aftermath(workplace: Workplace) -> Workplace:
    """The small organisation after a night: one fix, one incident, one exception."""
    with workplace.write() as unit:
        unit.add(
            ProductionFix(
                "FIX-0001",
                "<b>Restarted</b> the queue",
                "Ola Dahl",
                STARTS_AT,
                "Europe/Berlin",
                STARTS_AT,
                "tester",
                STARTS_AT + timedelta(days=2),
                place="DB_cluster 2",
            )
        )
        unit.add(Incident("INC-0001", "Queue stood still", STARTS_AT, "Europe/Berlin"))
        change = find(unit.connection, Change, key="CHG-0002")[0]
        person = find(unit.connection, Person, name="Ola Dahl")[0]
        policy = unit.add(ExceptionPolicy(ExceptionKind.EMERGENCY, (), ()))
        unit.add(
            ExceptionRequest(
                change.id or 0,
                ExceptionKind.EMERGENCY,
                policy.id or 0,
                person.id or 0,
                reason="The month's closing",
                requester_name="Ola Dahl",
            )
        )
        unit.commit()
    return workplace


def test_what_follows_a_night_is_found(aftermath: Workplace) -> None:
    """Fixes by key, title, place and maker; incidents by key and title; exceptions by change and reason."""
    for text in ("fix-0001", "restarted queue", "<b>", "db_cluster restarted", "ola queue"):
        assert [one.key for one in search(aftermath, text).fixes] == ["FIX-0001"], text
    for text in ("inc-0001", "queue STOOD"):
        assert [one.key for one in search(aftermath, text).incidents] == ["INC-0001"], text
    for text in ("CHG-0002", "closing", "ola ledger"):
        found = search(aftermath, text).exceptions
        assert [(one.change_key, one.kind) for one in found] == [("CHG-0002", ExceptionKind.EMERGENCY)], text
    nothing = search(aftermath, "restarted closing")
    assert (nothing.fixes, nothing.incidents, nothing.exceptions) == ((), (), ())


def test_the_next_window_comes_first(workplace: Workplace) -> None:
    """What lies ahead or runs, from the next on; then the past, latest first."""
    with workplace.write() as unit:
        for weeks in (-9, -1, 1, 9):
            starts = STARTS_AT + timedelta(weeks=weeks)
            ends = starts + timedelta(hours=8)
            unit.add(MaintenanceWindow(f"Weekly {weeks}", starts, ends, "Europe/Berlin"))
        unit.commit()
    found = [window.title for window in search(workplace, "weekly").windows]
    assert found == ["Weekly window", "Weekly 1", "Weekly 9", "Weekly -1", "Weekly -9"]


@pytest.mark.parametrize("text", ["", "   ", "\x00", "\n\t"])
def test_no_words_find_nothing(workplace: Workplace, text: str) -> None:
    """An empty query asks no database."""
    assert search(workplace, text) == Found()


def test_hostile_texts_are_only_words(workplace: Workplace) -> None:
    """What no database can hold is left out, and what is too long is cut."""
    assert keys(search(workplace, "\x00CHG-0001\ud800")) == ["CHG-0001"]
    assert search(workplace, "%_" * 40_000).changes == ()
    assert len(words_of("a " * 100)) == 12


def test_one_statement_a_kind_and_no_more_than_the_limit(workplace: Workplace) -> None:
    """Eight statements whatever is found."""
    asked: list[str] = []
    event.listen(workplace.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    assert len(search(workplace, "chg", limit=2).changes) == 2
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 8


def test_beginnings_of_keys_are_found_in_the_whole_archive(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Titles are searched in the newest changes only, keys everywhere."""
    monkeypatch.setattr(queries, "NEWEST_TITLES", 2)
    assert keys(search(workplace, "ledger")) == ["CHG-0003"]
    assert keys(search(workplace, "CHG-0001")) == ["CHG-0001"]


def test_a_key_that_begins_so_comes_before_newer_words(workplace: Workplace) -> None:
    """The typed key is on top even where a newer title names it."""
    with workplace.write() as unit:
        newer = unit.add(Change("CHG-0009", "Follows CHG-0001"))
        unit.commit()
    assert keys(search(workplace, "CHG-0001")) == ["CHG-0001", replace(newer).key]
