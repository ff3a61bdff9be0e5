"""Lists without column names: known as such, no row lost, each column guessed from its cells."""

from __future__ import annotations

import pytest

from app.importing.proposing.nameless import KnownNames
from app.importing.proposing.proposal import propose
from app.importing.proposing.shape import shape_of_table
from app.importing.reading.files import read_table

NAMES = KnownNames({"Ana Ruiz", "Bo Li"}.__contains__, {"Billing", "Ledger"}.__contains__)
LISTS = [
    (
        "CHG-1,Patch the gateways,Open,2026-12-01,Ana Ruiz,Billing\n"
        "CHG-2,Move the queue,Closed,2026-12-02,Bo Li,Ledger\n"
        "CHG-3,Drop the table,Open,2026-12-05,Bo Li,Billing\n",
        "changes",
        "key title state created_in_source owner applications",
    ),
    (
        "ops-12\tPatch gateways\t1 Dec 2026\t9 Dec 2026\nops-13\tMove queue\t2 Dec 2026\t9 Dec 2026\n",
        "changes",
        "key title created_in_source deployment_on",
    ),
    ("#12;Fix the login;Open\n#13;Fix the logout;Closed\n", "changes", "key title state"),
    (
        "INC0001,Mail is down,2026-12-01 10:00,2026-12-01 11:00\nINC0002,Disk full,2026-12-02 10:00,\n",
        "incidents",
        "key title started_at ended_at",
    ),
    (
        "Week 1;01.12.2026 22:00;02.12.2026 04:00\nWeek 2;08.12.2026 22:00;09.12.2026 04:00\n",
        "windows",
        "title starts_at ends_at",
    ),
    (
        "Year-end freeze,2026-12-20,2027-01-03\nWeek 2,2026-12-08,2026-12-09\n",
        "windows",
        "title starts_at ends_at",
    ),
    (
        "Fix the login of the shop,https://x.org/a/shop/issues/12,Open\n"
        "Fix the logout,https://x.org/a/shop/issues/13,Closed\n",
        "changes",
        "key url state",
    ),
    ("Ana Ruiz,ana@x.org,Core\nBo Li,bo@x.org,Web\n", "people", "name email -"),
    (
        "1,Stop the services,22:00,22:10,Ana Ruiz\n2,Deploy,22:10,23:00,Bo Li\n",
        "activities",
        "source_id title start finish players",
    ),
    (
        f"CHG-1,Patch,{'Patching takes some care. ' * 6}\nCHG-2,Move,{'Moving takes some care. ' * 6}\n",
        "changes",
        "key title description",
    ),
]


@pytest.mark.parametrize(("text", "kind", "fields"), LISTS)
def test_every_row_is_one_and_the_columns_are_guessed(text: str, kind: str, fields: str) -> None:
    table = read_table(text.encode())
    assert not table.has_header
    assert len(table.rows) == len(text.splitlines())
    found = propose(table, names=NAMES)
    assert found.kind == kind
    assert [guess.field or "-" for guess in found.guesses] == fields.split()
    assert all(guess.confidence <= 0.5 for guess in found.guesses)
    assert all(guess.reason for guess in found.guesses)


@pytest.mark.parametrize(
    "text",
    [
        "Foo,Bar,Baz\nCHG-1,Patch,2026-12-01\nCHG-2,Move,2026-12-02\n",
        "Was,Wer,Zustand des Dings\nPatch,Ann,Open\nMove,Bo,Closed\nDrop,Cy,Open\n",
        "Thing,Open,Closed\nA,3,4\nB,5,6\nC,7,8\n",
        "Nummer,Was,Wann genau\nchg-1,Patch,1 Dec 2026\nchg-2,Move,2 Dec 2026\n",
    ],
)
def test_names_nobody_knows_are_names_all_the_same(text: str) -> None:
    table = read_table(text.encode())
    assert table.has_header
    assert len(table.rows) == len(text.splitlines()) - 1


def test_a_kind_that_was_chosen_is_kept() -> None:
    table = read_table(
        b"Week 1;01.12.2026 22:00;02.12.2026 04:00\nWeek 2;08.12.2026 22:00;09.12.2026 04:00\n"
    )
    assert propose(table, "freezes").mapping.columns == {
        "Column 1": "title",
        "Column 2": "starts_at",
        "Column 3": "ends_at",
    }


def test_lists_of_other_sorts_of_columns_have_other_shapes() -> None:
    first, second, alike = (
        shape_of_table(read_table(text))
        for text in (
            b"CHG-1,Patch,2026-12-01\nCHG-2,Move,2026-12-02\n",
            b"2026-12-01,CHG-1,Patch\n2026-12-02,CHG-2,Move\n",
            b"CHG-3,Drop,2026-12-11\nCHG-4,Add,2026-12-12\n",
        )
    )
    assert first == alike
    assert first != second


def test_the_second_moment_of_a_program_is_no_day_that_people_plan() -> None:
    rows = ("OPS-1,2026-11-03T09:12:05Z,{0}", "OPS-2,2026-11-04T10:00:00Z,{0}")
    fed = [
        propose(read_table("\n".join((*rows, "")).format(second).encode())).mapping.columns["Column 3"]
        for second in ("2026-11-13T16:40:11Z", "2026-11-20 22:00")
    ]
    assert fed == ["updated_in_source", "deployment_on"]
