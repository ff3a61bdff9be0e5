"""Names in lists find the record they mean, with a stated confidence, or none."""

from __future__ import annotations

import time

import pytest

from app.importing.matching import ACCEPTED, SURE, NameIndex

NAMES = {
    1: "Ann Smith",
    2: "Bob Lee",
    3: "Billing",
    4: "Server 12",
    5: "Server 13",
    6: "Jörg Müller",
    7: "Bea Lee",
}
INDEX = NameIndex(NAMES, [("ann.s@example.org", 1)])


@pytest.mark.parametrize(
    ("text", "found", "least", "most"),
    [
        ("Ann Smith", 1, 0.95, 1.0),
        ("ANN  SMITH", 1, 0.95, 1.0),
        ("Smith, Ann", 1, SURE, 0.97),
        ("Ann Smith (ACME)", 1, SURE, 0.97),
        ("Ann <ann.s@example.org>", 1, 1.0, 1.0),
        ("A. Smith", 1, ACCEPTED, 0.9),
        ("Jorg Muller", 6, 0.95, 1.0),
        ("Biling", 3, ACCEPTED, SURE),
        ("Server 12", 4, 0.95, 1.0),
    ],
)
def test_a_name_finds_its_record(text: str, found: int, least: float, most: float) -> None:
    match = INDEX.match(text)
    assert match is not None
    assert match.record_id == found
    assert least <= match.confidence <= most
    assert match.reason


@pytest.mark.parametrize(
    "text", ["", "?", "Server 14", "B. Lee", "Carol", "(ACME)", "Smith", "x@example.org"]
)
def test_what_is_near_nothing_or_near_two_is_nobody(text: str) -> None:
    assert INDEX.match(text) is None


def test_thousands_of_unknown_names_are_looked_up_quickly() -> None:
    index = NameIndex({number: f"Person {chr(97 + number % 26)}{number}" for number in range(3_000)})
    began = time.perf_counter()
    assert all(index.match(f"Nobody {number}") is None for number in range(3_000))
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("DB01", 1),
        ("db01.acme.local", 1),
        ("db01.other.local", None),
        ("srv-02.acme.local", 2),
        ("SRV-02", 2),
        ("web1", None),
        ("db02", None),
        ("1.2", None),
    ],
)
def test_a_machine_is_known_with_its_domain_and_without(text: str, number: int | None) -> None:
    names = {1: "db01.acme.local", 2: "srv-02", 3: "web1.acme.local", 4: "web1.test.local", 5: "Billing 1.2"}
    found = NameIndex(names).match(text)
    assert (found.record_id if found else None) == number


def test_a_person_is_known_by_a_login_behind_the_domain() -> None:
    index = NameIndex({1: "Ada Lovelace", 2: "Ben Stone"})
    assert [found and found.record_id for found in map(index.match, ("ACME\\alovelace", "SQL01\\PROD"))] == [
        1,
        None,
    ]


def test_a_name_that_two_have_is_no_third_that_is_nearly_called_so() -> None:
    index = NameIndex({1: "Platform Ops", 2: "platform-ops", 3: "Plattform Ops"})
    assert index.match("Platform  OPS") is None
    assert index.match("Plattform-Ops") is not None


def test_a_cell_of_endless_letters_is_no_name() -> None:
    """A picture or a key written into a column of people: looked through once, not once for each letter."""
    assert INDEX.match("x" * 500_000) is None
    assert INDEX.match(f"{'x' * 500_000} ann.s@example.org") is not None
