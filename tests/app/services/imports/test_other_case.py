"""Keys and columns that are not as they were: in other case, gone, or added for one day."""

from __future__ import annotations

import pytest

from app.domain.changes import Change
from app.domain.incidents import Incident
from app.services.imports.conflicts import disappeared
from app.services.imports.other_case import other_case
from app.services.imports.undo import undo_import
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import import_text, planned_of

CHANGES = "Key,Title,Owner,Rack\nOPS-1,Patch the gateway,Ada,R4\nOPS-2,Move the queue,Ben,R5\n"
INCIDENTS = "Number,Title,Began\nINC0012,Down,2026-11-02 10:00\nINC0013,Slow,2026-11-03 10:00\n"
LISTS = {"changes": (CHANGES, Change), "incidents": (INCIDENTS, Incident)}


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("OPS-1", "ops-1"),
        ("inc0012", "INC0012"),
        ("Ops-1", ""),
        ("5003000000D8cuI", ""),
        ("4711", ""),
        ("", ""),
    ],
)
def test_only_keys_of_one_case_have_another(key: str, other: str) -> None:
    assert other_case(key) == other


@pytest.mark.parametrize("kind", list(LISTS))
def test_a_key_in_other_case_is_the_record_that_is_here(workplace: Workplace, kind: str) -> None:
    text, value_type = LISTS[kind]
    import_text(workplace, text, kind)
    lower = text.replace("OPS", "ops").replace("INC", "inc")
    planned = planned_of(workplace, lower, kind)
    assert (len(planned.outcome.unchanged), planned.outcome.conflicts) == (2, [])
    assert disappeared(workplace, planned, "") == ()
    (told,) = [one for one in planned.conversion.warnings if "other case" in one]
    assert '"ops-1" as OPS-1' in told or '"inc0012" as INC0012' in told
    changed = lower.replace("Patch the", "Patch both").replace("Down", "All down")
    done = import_text(workplace, changed, kind)
    assert (done.created, done.updated, done.unchanged) == (0, 1, 1)
    assert import_text(workplace, changed.replace("ops", "OPS").replace("inc", "INC"), kind).unchanged == 2
    with workplace.read() as connection:
        assert len(find(connection, value_type)) == 2
    undo_import(workplace, done.import_id + 1)
    undo_import(workplace, done.import_id)
    assert len(planned_of(workplace, text, kind).outcome.unchanged) == 2


@pytest.mark.parametrize("kind", list(LISTS))
def test_rows_that_differ_by_case_alone_are_two_records(workplace: Workplace, kind: str) -> None:
    """Whether neither is here, or one is already; both then stay apart."""
    text, value_type = LISTS[kind]
    import_text(workplace, text, kind)
    last = text.splitlines()[-1]
    both = text + last.lower().replace("move", "Another").replace("slow", "Another") + "\n"
    planned = planned_of(workplace, both, kind)
    assert planned.outcome.rejected == []
    assert not any("other case" in one for one in planned.conversion.warnings)
    done = import_text(workplace, both, kind)
    assert (done.created, done.unchanged) == (1, 2)
    assert import_text(workplace, both, kind).unchanged == 3
    assert import_text(workplace, both.replace(last, ""), kind).unchanged == 2
    with workplace.read() as connection:
        assert len(find(connection, value_type)) == 3


def test_neither_of_two_keys_that_differ_by_case_is_here(workplace: Workplace) -> None:
    fresh = planned_of(workplace, "Key,Title\nDEV-1,One\ndev-1,Two\n")
    assert len(fresh.outcome.created) == 2


def test_a_column_that_is_gone_for_a_day_changes_nothing(workplace: Workplace) -> None:
    import_text(workplace, CHANGES)
    without = "Key,Title,Owner\nOPS-1,Patch the gateway,Ada\nOPS-2,Move the queue,Ben\n"
    assert import_text(workplace, without).unchanged == 2
    done = import_text(workplace, CHANGES.replace("R4", "R6"))
    assert done.updated >= 1
    with workplace.read() as connection:
        assert [dict(one.extra)["Rack"] for one in find(connection, Change)] == ["R6", "R5"]
