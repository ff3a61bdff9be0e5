"""Imports of the same list over days, undone in another order than they were made."""

from __future__ import annotations

import pytest

from app.domain.changes import Change
from app.services.errors import RefusedError
from app.services.imports.undo import undo_import
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import import_text, planned_of
from tests.app.services.imports.test_undo import edit

LIST = "Key,Title,Owner\nA-1,{one},Ann\nA-2,{two},Ben\n"


def day(workplace: Workplace, one: str, two: str = "Move") -> int:
    """Import the list as it is one day; the number of the import."""
    return import_text(workplace, LIST.format(one=one, two=two)).import_id


def titles(workplace: Workplace) -> list[str]:
    with workplace.read() as connection:
        return [one.title for one in find(connection, Change)]


def test_what_an_undone_import_said_is_not_remembered_again(workplace: Workplace) -> None:
    """Two days said of a record only what was kept as the desk has it; undone in their order, neither is
    what stands in the way of the first, nor what the next list is compared with."""
    first = day(workplace, "Patch")
    edit(workplace, "A-1", title="Patch here")
    second, third = day(workplace, "Patch it"), day(workplace, "Patch all")
    undo_import(workplace, second)
    undo_import(workplace, third)
    planned = planned_of(workplace, LIST.format(one="Patch", two="Move"))
    assert (len(planned.outcome.unchanged), planned.outcome.conflicts) == (2, [])
    (conflict,) = planned_of(workplace, LIST.format(one="Patch it", two="Move")).outcome.conflicts
    assert conflict.as_last_imported == "Patch"
    with pytest.raises(RefusedError, match="A-1 has been edited since"):
        undo_import(workplace, first)


def test_a_day_in_the_middle_is_undone_where_later_ones_said_nothing_else(workplace: Workplace) -> None:
    day(workplace, "Patch")
    second = day(workplace, "Patch it")
    third = day(workplace, "Patch it", "Move it")
    day(workplace, "Patch it", "Move it")
    undo_import(workplace, second)
    assert titles(workplace) == ["Patch", "Move it"]
    again = planned_of(workplace, LIST.format(one="Patch it", two="Move it")).outcome
    assert [one.row.key for one in again.changed] == ["A-1"]
    undo_import(workplace, third)
    assert titles(workplace) == ["Patch", "Move"]


def test_a_day_that_others_rest_on_names_the_one_to_undo_first(workplace: Workplace) -> None:
    first = day(workplace, "Patch")
    second, third = day(workplace, "Patch it"), day(workplace, "Patch all")
    with pytest.raises(RefusedError, match=f"Import {third} has brought A-1 again since; undo that first"):
        undo_import(workplace, second)
    for one in (third, second, first):
        undo_import(workplace, one)
    assert titles(workplace) == []
    assert import_text(workplace, LIST.format(one="Patch", two="Move")).created == 2


def test_what_was_new_in_an_undone_import_is_forgotten_with_a_later_one(workplace: Workplace) -> None:
    with workplace.write() as work:
        work.add(Change("A-1", "Patch here", owner_name="Ann"))
        work.commit()
    first, second = day(workplace, "Patch"), day(workplace, "Patch it")
    undo_import(workplace, first)
    undo_import(workplace, second)
    (conflict,) = planned_of(workplace, LIST.format(one="Patch", two="Move")).outcome.conflicts
    assert conflict.as_last_imported is None, "no import that stands has spoken of it"
