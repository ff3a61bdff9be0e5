"""Relations told from the end of what is depended on are turned round."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table


@pytest.mark.parametrize(
    ("relation", "row"),
    [
        ("depends on", ("db", "depends on", "shop")),
        ("used by", ("shop", "depends on", "db")),
        ("Used by::Depends on", ("shop", "Depends on", "db")),
        ("Hosts::Hosted on", ("shop", "Hosted on", "db")),
        ("Depends on::Used by", ("db", "Depends on::Used by", "shop")),
        ("wird genutzt von", ("shop", "depends on", "db")),
        ("", ("db", "", "shop")),
    ],
)
def test_what_depends_stands_first(relation: str, row: tuple[str, ...]) -> None:
    table = read_table(
        f"Relations\n\nSource CI;Relationship;Target CI\ndb;{relation};shop\nx;uses;y\n".encode()
    )
    assert table.rows[0] == row
    assert table.rows[1] == ("x", "uses", "y")


def test_an_item_depends_on_all_that_are_told_from_either_end() -> None:
    table = read_table(b"Parent,Type,Child\nshop,Depends on::Used by,cache\ndb,Used by::Depends on,shop\n")
    first = convert(table, propose(table).mapping, "UTC").rows[0]
    assert (first.key, first.values["depends_on"]) == ("shop", ("cache", "db"))


def test_any_other_list_is_left_alone() -> None:
    table = read_table(b"Source,Status,Target\ndb,used by,shop\n")
    assert table.rows[0] == ("db", "used by", "shop")


def test_relations_whose_names_are_those_of_columns_name_no_columns() -> None:
    lines = (
        "Source CI,Relationship,Target CI,Source Class,Target Class",
        "checkout,Depends on,db-orders,Application,Database",
        "checkout,Runs on,app-01,Application,Server",
        "portal,Depends on,checkout,Application,Application",
    )
    table = read_table("\n".join(lines).encode())
    assert table.headers == tuple(lines[0].split(","))
    assert propose(table).mapping.columns == {"Source CI": "name", "Target CI": "depends_on"}
