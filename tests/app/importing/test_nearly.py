"""Lists whose columns are nearly those of one that was settled before: whose answers hold, and whose not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.importing.mapping import Mapping
from app.importing.proposing.nearly import difference, without_field
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.table import Table

KNOWN = "Key,Title,Status,Owner,Priority"
ROW = {
    "Key": "A-1",
    "Title": "Patch",
    "Status": "Zapped",
    "Owner": "Ann",
    "Priority": "High",
    "Due": "2026-12-05",
}
MORE = "Sprint,Labels,Parent,Votes,Component,Team"
DESK = "Number,Short description,State,Assigned to,Opened at"
JIRA = "Issue key,Issue id,Summary,Status,Reporter,Created"


def table_of(headers: str) -> Table:
    """A list of one row with a cell in every column."""
    cells = ",".join(ROW.get(header, f"some {header.lower()}") for header in headers.split(","))
    return read_table(f"{headers}\n{cells}\n".encode())


def settled_for(headers: str, kind: str = "auto") -> Mapping:
    """The mapping of such a list once it was imported."""
    table = table_of(headers)
    mapping = propose(table, kind).mapping
    return replace(mapping, without_field=without_field(table, mapping))


@pytest.mark.parametrize(
    ("before", "now", "new", "gone"),
    [
        (KNOWN, f"{KNOWN},Risk", ("Risk",), ()),
        (KNOWN, "Key,Title,Status,Priority", (), ("Owner",)),
        (KNOWN, "Title,STATUS,key,Owner,Priority", (), ()),
        ("Key,Title,Status", "Key,Title,Status,Site", ("Site",), ()),
        (f"{KNOWN},Due,Risk", f"{KNOWN},Due,Likelihood", ("Likelihood",), ("Risk",)),
        (JIRA, f"{JIRA},{MORE}", tuple(MORE.split(",")), ()),
    ],
)
def test_what_is_new_and_what_is_gone(
    before: str, now: str, new: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    table = table_of(now)
    found = difference(settled_for(before), table, propose(table))
    assert found is not None
    assert (found.new, found.gone) == (new, gone)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Key,Title", "Key,Title,Status"),
        (KNOWN, "Key,Title,Site,Floor,Room"),
        (KNOWN, "Key,Title,Status,Assigned group,Planned on,Risk,Site"),
        (KNOWN, JIRA),
        (f"{DESK},Caller", f"{DESK},Planned start date"),
        (JIRA, "Summary,Reporter,Created,Site"),
    ],
)
def test_other_lists_have_answers_of_their_own(before: str, now: str) -> None:
    table = table_of(now)
    assert difference(settled_for(before), table, propose(table)) is None


def test_a_list_of_another_source_has_answers_of_its_own() -> None:
    table = table_of(f"{KNOWN},Due")
    fresh = propose(table)
    settled = settled_for(KNOWN)
    assert difference(replace(settled, source="Tracker"), table, fresh) is not None, "named so by a person"
    github = replace(fresh, mapping=replace(fresh.mapping, source="GitHub"))
    assert difference(settled, table, github) is not None, "where it is from was not known then"
    assert difference(replace(settled, source="GitLab"), table, github) is None


def test_a_list_of_another_kind_or_without_names_has_answers_of_its_own() -> None:
    """What a list of nobody in particular holds is only guessed: where nobody says it, it is as before."""
    table = table_of(f"{KNOWN},Due")
    settled = settled_for(KNOWN, "tickets")
    assert difference(settled, table, propose(table), is_kind_open=False) is None
    assert difference(settled, table, propose(table)) is not None
    jira = table_of(f"{JIRA},Sprint")
    assert difference(settled_for(JIRA, "tickets"), jira, propose(jira)) is None
    nameless = read_table(b"A-1,Patch the gateway,Open\nA-2,Move the queue,Open\n")
    assert not nameless.has_header
    settled = Mapping("changes", {"Column 1": "key", "Column 2": "title", "Column 3": "state"})
    assert difference(settled, nameless, propose(nameless, "changes")) is None


def test_a_column_that_was_to_feed_nothing_feeds_nothing_again() -> None:
    settled = settled_for(KNOWN)
    columns = {header: field for header, field in settled.columns.items() if header != "Owner"}
    settled = replace(settled, columns=columns, without_field=("Owner", "Priority"))
    again = propose(table_of(KNOWN), known=settled)
    assert "Owner" not in again.mapping.columns
    early = replace(settled, without_field=None)
    assert propose(table_of(KNOWN), known=early).mapping.columns["Owner"] == "owner"


def test_headers_in_other_case_are_the_same() -> None:
    settled = replace(settled_for(KNOWN), date_orders={"Due": "mdy"}, left_out=("Priority",))
    here = settled.spelt_as(("KEY", "Title", "STATUS", "due", "Prio", "priority"))
    assert list(here.columns)[:3] == ["KEY", "Title", "STATUS"]
    assert (here.date_orders, here.left_out) == ({"due": "mdy"}, ("priority",))
