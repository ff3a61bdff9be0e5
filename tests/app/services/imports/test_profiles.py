"""Mappings that were settled once: remembered for the same columns, and for nearly the same ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.changes import Change
from app.importing.mapping import Mapping
from app.importing.reading.files import read_table
from app.services.imports.apply import apply
from app.services.imports.conflicts import disappeared
from app.services.imports.dry import Understood, plan, understand, understand_table
from app.services.imports.kind import Planned
from app.services.imports.profiles import forget_profile
from app.services.imports.undo import undo_import
from app.services.workplace import Workplace
from app.store.imports import keep_profile
from app.store.reading import find
from tests.app.services.imports.lists import remembered_mappings
from tests.app.services.imports.test_undo import edit

WEEK = "week 45.csv"
FIRST = "Key,Title,Status,Owner,Due\nA-1,Patch,Zapped,Ann,05/11/2026\nA-2,Move,Zipped,Bob,06/11/2026\n"
STATES = {"Zapped": "ready", "Zipped": "withdrawn"}


def wider(text: str, header: str, *cells: str) -> str:
    """A list with one more column."""
    lines = text.splitlines()
    return "\n".join(f"{line},{cell}" for line, cell in zip(lines, (header, *cells), strict=True)) + "\n"


def settle(mapping: Mapping) -> Mapping:
    """What a person says of the first list: which column feeds nothing, what words mean."""
    columns = {header: field for header, field in mapping.columns.items() if header != "Owner"}
    return replace(mapping, columns=columns, value_maps={"state": STATES}, date_orders={"Due": "mdy"})


def bring(workplace: Workplace, text: str, name: str = WEEK, *, is_first: bool = False) -> Understood:
    understood, planned = looked_at(workplace, text, is_first=is_first)
    apply(workplace, planned, name, shape=understood.proposal.shape)
    return understood


def looked_at(workplace: Workplace, text: str, *, is_first: bool = False) -> tuple[Understood, Planned]:
    understood = understand(workplace, text.encode())
    mapping = understood.proposal.mapping
    mapping = settle(mapping) if is_first else mapping
    return understood, plan(workplace, understood.table, mapping, "UTC")


def test_answers_hold_for_a_list_with_one_more_column(workplace: Workplace) -> None:
    bring(workplace, FIRST, is_first=True)
    understood, planned = looked_at(workplace, wider(FIRST, "Risk", "High", "Low"))
    assert not understood.is_remembered
    assert understood.nearly is not None
    assert understood.nearly.told == "Mapped as the list “week 45.csv” was, but for “Risk”, which is new."
    mapping = understood.proposal.mapping
    assert mapping.columns == {
        "Key": "key",
        "Title": "title",
        "Status": "state",
        "Due": "deployment_on",
        "Risk": "likelihood",
    }
    assert (mapping.value_maps, dict(mapping.date_orders)) == ({"state": STATES}, {"Due": "mdy"})
    changed = {row.row.key: [one.field for one in row.changes] for row in planned.outcome.changed}
    assert changed == {"A-1": ["likelihood", "extra"], "A-2": ["extra"]}
    assert planned.outcome.conflicts == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Key,Title,Status,Due\nA-3,Patch,Zapped,05/11/2026\n", "but for “Owner”, which is gone"),
        ("Key,Title,Status,Owner,Due,Site,Shelf\nA-3,Patch,Zapped,Ann,05/11/2026,Bonn,3\n", ""),
        ("DUE,STATUS,Title,Key,Owner,Site\n05/11/2026,Zapped,Patch,A-3,Ann,Bonn\n", "“Site”, which is new"),
    ],
)
def test_what_differs_is_told(workplace: Workplace, text: str, told: str) -> None:
    bring(workplace, FIRST, is_first=True)
    understood, planned = looked_at(workplace, text)
    if not told:
        assert understood.nearly is None
        return
    assert understood.nearly is not None
    assert told in understood.nearly.told
    (row,) = planned.outcome.created
    assert (row.values["state"], str(row.values["deployment_on"])) == ("ready", "2026-05-11")
    assert "owner" not in row.values


def test_the_list_itself_comes_before_nearly_such(workplace: Workplace) -> None:
    bring(workplace, FIRST, is_first=True)
    more = wider(FIRST, "Risk", "High", "Low")
    bring(workplace, more, "week 46.csv")
    assert understand(workplace, more.encode()).is_remembered
    again = understand(workplace, FIRST.encode())
    assert (again.is_remembered, again.nearly) == (True, None)
    most = wider(more, "Site", "Bonn", "Ulm")
    nearest = understand(workplace, most.encode()).nearly
    assert nearest is not None
    assert (nearest.name, nearest.difference.new) == ("week 46.csv", ("Site",))
    anew = understand_table(workplace, understand(workplace, most.encode()).table, is_anew=True)
    assert (anew.nearly, anew.proposal.mapping.value_maps) == (None, {})


def test_what_was_to_feed_nothing_is_unchanged_when_it_comes_again(workplace: Workplace) -> None:
    bring(workplace, FIRST, is_first=True)
    _, planned = looked_at(workplace, FIRST)
    assert (len(planned.outcome.unchanged), planned.outcome.changed) == (2, [])


def test_a_list_that_lacks_what_tells_records_apart_is_guessed_anew(workplace: Workplace) -> None:
    bring(workplace, FIRST, is_first=True)
    understood, _ = looked_at(workplace, FIRST.replace("Key", "Reference").replace("Owner", "Site"))
    assert understood.nearly is None


def test_a_field_that_a_list_speaks_of_for_the_first_time_is_edited_or_not(workplace: Workplace) -> None:
    """What new records have in it is no edit of the desk; what was said here is."""
    bring(workplace, FIRST, is_first=True)
    edit(workplace, "A-2", likelihood=5)
    more = wider(FIRST, "Risk", "High", "High")
    _, planned = looked_at(workplace, more)
    assert [(one.key, one.field, one.on_the_desk) for one in planned.outcome.conflicts] == [
        ("A-2", "likelihood", 5)
    ]
    bring(workplace, more)
    with workplace.read() as connection:
        assert {one.key: one.likelihood for one in find(connection, Change)} == {"A-1": 4, "A-2": 5}


def test_a_forgotten_mapping_is_proposed_for_no_other_list(workplace: Workplace) -> None:
    first = bring(workplace, FIRST, is_first=True)
    forget_profile(workplace, first.proposal.shape)
    assert understand(workplace, wider(FIRST, "Risk", "High", "Low").encode()).nearly is None


def test_a_mapping_stays_when_its_import_is_undone_and_is_told(workplace: Workplace) -> None:
    """What somebody has settled is not lost, and not taken for right any more."""
    first = bring(workplace, FIRST, is_first=True)
    assert not understand(workplace, FIRST.encode()).was_undone
    undo_import(workplace, 1)
    again = understand(workplace, FIRST.encode())
    assert (again.is_remembered, again.was_undone) == (True, True)
    assert again.proposal.mapping.columns == {
        "Key": "key",
        "Title": "title",
        "Status": "state",
        "Due": "deployment_on",
    }
    bring(workplace, FIRST)
    assert not understand(workplace, FIRST.encode()).was_undone
    forget_profile(workplace, first.proposal.shape)
    undo_import(workplace, 2)
    assert not understand(workplace, FIRST.encode()).was_undone, "there is no mapping to speak of"


def test_undoing_an_import_brings_back_the_mapping_that_it_put_another_in_place_of(
    workplace: Workplace,
) -> None:
    bring(workplace, FIRST, is_first=True)
    before = remembered_mappings(workplace)
    wrong = understand(workplace, FIRST.encode())
    mapping = replace(wrong.proposal.mapping, columns={"Key": "key", "Title": "description"})
    for _ in ("once", "twice"):
        apply(workplace, plan(workplace, wrong.table, mapping, "UTC"), WEEK, shape=wrong.proposal.shape)
    assert remembered_mappings(workplace) != before
    undo_import(workplace, 3)
    assert remembered_mappings(workplace) != before, "the second import found that mapping already"
    undo_import(workplace, 2)
    assert remembered_mappings(workplace) == before
    assert not understand(workplace, FIRST.encode()).was_undone


def test_the_kind_that_a_person_said_holds_and_what_is_missing_is_told(workplace: Workplace) -> None:
    """A list of nobody in particular that looks like a plan, and was said to be of changes."""
    text = "Ref,What,Phase,Who,When\nR-1,Patch,zip,Ann,05/11/2026\nR-2,Move,zap,Bob,06/11/2026\n"
    assert understand(workplace, text.encode()).proposal.kind == "activities"
    understood = understand(workplace, text.encode(), "changes")
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC")
    apply(workplace, planned, WEEK, shape=understood.proposal.shape)
    wide = wider(text, "Risk", "High", "Low").encode()
    again = understand(workplace, wide)
    assert (again.proposal.kind, again.nearly is not None) == ("changes", True)
    assert understand(workplace, wide, "activities").nearly is None
    shorter = understand_table(workplace, read_table(wide.rpartition(b"R-2")[0]))
    planned = plan(workplace, shorter.table, shorter.proposal.mapping, "UTC")
    assert [one.key for one in disappeared(workplace, planned, *shorter.shapes)] == ["R-2"]


def test_a_mapping_of_another_version_stands_in_no_list_s_way(workplace: Workplace) -> None:
    with workplace.write() as work:
        keep_profile(work, "shape-1", "new.csv", '{"kind": "changes", "columns": {"Key": "not yet known"}}')
        work.commit()
    assert understand(workplace, FIRST.encode()).nearly is None
