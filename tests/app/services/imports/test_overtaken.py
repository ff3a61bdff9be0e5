"""Two desks at one list: nothing is overwritten unseen, and who comes second is told what happened."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.changes import Change
from app.domain.register import Person, Team
from app.domain.windows import MaintenanceWindow
from app.services.audit import verify_chain
from app.services.errors import RefusedError
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.imports.overtaken import OvertakenError
from app.services.imports.undo import past_imports, undo_import
from app.services.sequences import open_sequence, save_sequence
from app.services.windows import create_window
from app.services.workplace import Workplace, open_workplace
from app.store.reading import find
from tests.app.services.imports.conftest import Clock
from tests.app.services.imports.lists import FIRST, SECOND, import_text, planned_of

PEOPLE = "Name,Team\n" + "".join(f"Ann Number{number},Red\n" for number in range(300))


@pytest.fixture
def other(migrated_url: str, workplace: Workplace) -> Iterator[Workplace]:
    """A second desk on the same database."""
    made = open_workplace(migrated_url, "another", Clock())
    yield made
    made.close()


def changes(workplace: Workplace) -> dict[str, Change]:
    with workplace.read() as connection:
        return {one.key: one for one in find(connection, Change)}


def edit(workplace: Workplace, key: str) -> None:
    with workplace.write() as work:
        work.save(replace(work.find(Change, key=key)[0], backout_plan="Another way"))
        work.commit()


def test_a_record_edited_since_the_dry_run_is_named(workplace: Workplace, other: Workplace) -> None:
    import_text(workplace, FIRST)
    planned = planned_of(workplace, SECOND)
    edit(other, "CHG-1")
    with pytest.raises(OvertakenError, match=r"CHG-1 was changed by somebody else .*compare again"):
        apply(workplace, planned, "list.csv")
    assert changes(workplace)["CHG-1"].backout_plan == "Another way"
    assert "CHG-3" not in changes(workplace)
    apply(workplace, planned_of(workplace, SECOND), "list.csv")
    assert changes(workplace)["CHG-1"].title == "Patch both gateways"
    assert changes(workplace)["CHG-1"].backout_plan == "Another way"


def test_a_record_removed_since_the_dry_run_is_named(workplace: Workplace, other: Workplace) -> None:
    done = import_text(workplace, FIRST)
    planned = planned_of(workplace, SECOND)
    undo_import(other, done.import_id)
    with pytest.raises(OvertakenError, match="CHG-1 was removed by somebody else"):
        apply(workplace, planned, "list.csv")
    assert not changes(workplace)


def test_a_record_added_since_the_dry_run_is_named(workplace: Workplace, other: Workplace) -> None:
    planned = planned_of(workplace, FIRST)
    import_text(other, FIRST)
    with pytest.raises(OvertakenError, match="CHG-1 was added by somebody else"):
        apply(workplace, planned, "list.csv")


@pytest.mark.parametrize("is_removed", [True, False])
def test_a_step_that_is_another_since_the_dry_run_is_not_overwritten(
    workplace: Workplace, other: Workplace, is_removed: bool
) -> None:
    starts = datetime(2026, 4, 4, 20, tzinfo=UTC)
    window = create_window(workplace, MaintenanceWindow("Night", starts, starts + timedelta(hours=8), "UTC"))
    window_id = window.value.id or 0

    def planned_of_plan(text: str) -> Planned:
        found = understand(workplace, text.encode(), "activities")
        return plan(workplace, found.table, found.proposal.mapping, "UTC", window_id=window_id)

    text = "Id,Task,Duration\n1,Stop,10\n2,Copy,30\n"
    apply(workplace, planned_of_plan(text), "plan.csv")
    planned = planned_of_plan(text.replace("Copy,30", "Copy,45"))
    view = open_sequence(other, window_id)
    first, second = view.sequence.activities
    steps = (first,) if is_removed else (first, replace(second, duration_minutes=77))
    save_sequence(other, window_id, replace(view.sequence, activities=steps), view.version)
    with pytest.raises(OvertakenError, match="The sequence of its window was changed by somebody else"):
        apply(workplace, planned, "plan.csv")
    assert open_sequence(workplace, window_id).sequence.activities == steps


def test_of_two_who_import_one_list_at_once_one_is_told(workplace: Workplace, other: Workplace) -> None:
    """Both would add the team that the people are of, and the people."""
    planned = [(one, planned_of(one, PEOPLE, "people")) for one in (workplace, other)]
    together = threading.Barrier(2)

    def store(which: int) -> str:
        together.wait()
        try:
            apply(*planned[which], "people.csv")
        except OvertakenError as error:
            return str(error)
        return ""

    with ThreadPoolExecutor() as pool:
        told = sorted(pool.map(store, range(2)))
    assert told[0] == ""
    assert "was added by somebody else since this list was compared" in told[1]
    with workplace.read() as connection:
        assert len(find(connection, Person)) == 300
        assert [one.name for one in find(connection, Team)] == ["Red"]
    assert len(past_imports(workplace)) == 1


def test_of_two_who_undo_one_import_at_once_one_is_told(workplace: Workplace, other: Workplace) -> None:
    done = import_text(workplace, PEOPLE, "people")
    together = threading.Barrier(2)

    def undo(desk: Workplace) -> str:
        together.wait()
        try:
            undo_import(desk, done.import_id)
        except RefusedError as error:
            return str(error)
        return ""

    with ThreadPoolExecutor() as pool:
        told = sorted(pool.map(undo, (workplace, other)))
    assert told[0] == ""
    assert "was undone already" in told[1]
    assert verify_chain(workplace).is_ok


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("changes", FIRST, FIRST.replace("gateway", "gateways")),
        ("people", "Name,Phone\nAnn Old,111\n", "Name,Phone\nAnn Old,222\n"),
    ],
)
def test_what_was_unchanged_and_was_taken_back_since_the_dry_run_is_named(
    workplace: Workplace, other: Workplace, kind: str, first: str, second: str
) -> None:
    """Nothing of the list would be stored, and it would be said that all of it is here."""
    import_text(workplace, first, kind)
    done = import_text(workplace, second, kind)
    planned = planned_of(workplace, second, kind)
    assert not planned.outcome.changed
    undo_import(other, done.import_id)
    with pytest.raises(OvertakenError, match="was imported otherwise, or taken back, by somebody else"):
        apply(workplace, planned, "list.csv")
    assert planned_of(workplace, second, kind).outcome.changed


def test_what_was_unchanged_is_imported_beside_other_imports(workplace: Workplace, other: Workplace) -> None:
    import_text(workplace, FIRST)
    planned = planned_of(workplace, FIRST)
    import_text(other, SECOND.replace("CHG-1", "CHG-4"))
    assert apply(workplace, planned, "list.csv").value.unchanged == 2


def test_a_record_edited_since_it_was_shown_to_say_the_same_is_named(
    workplace: Workplace, other: Workplace
) -> None:
    """The desk had what the list says, and has it no more: the list's word must not be lost."""
    import_text(workplace, FIRST)
    edit(other, "CHG-1")
    same = FIRST.replace("Restore", "Another way")
    planned = planned_of(workplace, same)
    assert len(planned.outcome.unchanged) == 2
    with other.write() as work:
        work.save(replace(work.find(Change, key="CHG-1")[0], backout_plan="A third way"))
        work.commit()
    with pytest.raises(OvertakenError, match="CHG-1 was changed by somebody else"):
        apply(workplace, planned, "list.csv")
    assert [one.field for one in planned_of(workplace, same).outcome.conflicts] == ["backout_plan"]
