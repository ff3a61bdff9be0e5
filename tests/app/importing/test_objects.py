"""Names in cells as programs write them, and texts that name nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.cells.linked_objects import links_in_objects
from app.importing.cells.objects import names_in_objects
from app.importing.cells.readers import names_of
from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("[{'id': 1, 'name': 'bug', 'description': \"can't\"}, {'id': 2, 'name': 'ui'}]", ("bug", "ui")),
        ('[{"name": "bug", "owner": {"login": "x"}}]', ("bug",)),
        ("{'login': 'ana', 'id': 3}", ("ana",)),
        ("{'id': 3}", ("{'id': 3}",)),
        ("[]", ()),
        ("N/A", ()),
        ("Shop; -; Till", ("Shop", "Till")),
        ("?", ()),
        ("{'id': 'P6', 'type': 'service_reference', 'summary': 'User Database'}", ("User Database",)),
        ("{'link': 'https://desk/sys_user/5137', 'value': '5137'}", ("5137",)),
        ("[{'id': 1, 'username': 'Łukasz Żak', 'email': 'l@example.org'}]", ("Łukasz Żak",)),
        ("{'username': 'anna', 'name': 'Anna Weiß'}", ("Anna Weiß",)),
        (
            "com.atlassian.greenhopper.service.sprint.Sprint@1f2a[id=12,state=ACTIVE,name=Sprint 9,goal=]",
            ("Sprint 9",),
        ),
        ("[urgent] Sprint [9]", ("[urgent] Sprint [9]",)),
    ],
)
def test_names_are_taken_out_of_objects_and_nothing_is_no_name(cell: str, names: tuple[str, ...]) -> None:
    assert names_of(cell) == names


def test_a_dump_of_an_interface_names_people_labels_and_milestones() -> None:
    rows = "12,Crash,\"{'login': 'eva'}\",\"[{'name': 'bug'}]\",Unassigned,\"{'title': 'v1'}\",open,x\n"
    data = f"number,title,user,labels,assignee,milestone,state,html_url\n{rows}".encode()
    read = read_table(data)
    (row,) = convert(read, propose(read).mapping, "UTC").rows
    assert (row.values["requester"], row.values["owner"]) == ("eva", "")
    assert (row.values["labels"], row.values["release"]) == (("bug",), ("v1",))


def test_addresses_in_a_programs_memory_are_not_kept() -> None:
    value = "com.maker.desk.approvals.ApprovalsValue@5543e5c3"
    rows = f"Retry,OPS-1,101,Done,{value},ana.ruiz@example.org,a.b.Note@work and more\n"
    header = "Summary,Issue key,Issue id,Status,Custom field (Approvals),Contact,Remark\n"
    table = read_table((header + rows).encode())
    (row,) = convert(table, propose(table).mapping, "UTC").rows
    extra = row.values["extra"]
    assert "Custom field (Approvals)" not in extra
    assert {"Contact", "Remark"} <= extra.keys()


_BLOCKING = (
    "{'id': '1', 'type': {'name': 'Blocks', 'inward': 'is blocked by', 'outward': 'blocks'}, "
    "'outwardIssue': {'id': '5', 'key': 'PV-13', 'fields': {'status': {'statusCategory': {'key': 'done'}}}}}"
)
_CLONED = "{'type': {'inward': 'is cloned by', 'outward': 'clones'}, 'inwardIssue': {'key': 'PV-9'}}"


@pytest.mark.parametrize(
    ("cell", "links"),
    [
        (f"[{_BLOCKING}, {_CLONED}]", (("blocks", "PV-13"), ("is_cloned_by", "PV-9"))),
        ("[{'id': '10119', 'key': 'PV-15', 'fields': {}}]", (("parent", "PV-15"),)),
        ("{'self': 'https://x'}", ()),
    ],
)
def test_links_are_taken_out_of_objects(cell: str, links: tuple[tuple[str, str], ...]) -> None:
    assert links_in_objects(cell, "parent") == links


@given(st.text(alphabet="{}[]'\":, namelogx", max_size=60))
def test_no_text_breaks_the_reading_of_objects(text: str) -> None:
    assert all(names_in_objects(text)) or not text
