"""Columns that differ at every export though nothing happened are left out, and only these."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.importing.converting.converter import Converter
from app.importing.converting.rows import convert
from app.importing.errors import UnusableMapping
from app.importing.mapping import Mapping
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

MORNINGS = (
    "Row number,Change ID,Title,Status,Last viewed,Age (days)\n"
    "1,CHG-7,Patch,Open,13/Nov/26 8:00 AM,3\n2,CHG-8,Move,Open,,1\n",
    "Row number,Change ID,Title,Status,Last viewed,Age (days)\n"
    "1,CHG-8,Move,Open,14/Nov/26 7:30 AM,2\n2,CHG-7,Patch,Open,13/Nov/26 8:00 AM,4\n",
)


def left_out(*headers: str, cells: tuple[str, ...] = ("x", "y")) -> dict[str, str]:
    """Those of the headers whose columns are left out of a list of changes, each with the reason."""
    rows = [
        f"CHG-{place},Patch {cell} of it,{','.join([cell] * len(headers))}"
        for place, cell in enumerate(cells)
    ]
    text = "\n".join(("Issue key,Summary," + ",".join(headers), *rows, ""))
    return {one.header: one.reason for one in propose(read_table(text.encode())).guesses if one.is_left_out}


@pytest.mark.parametrize(
    "header",
    [
        "Last Viewed",
        "Ostatnio przeglądane",
        "Letzte Ansicht am",
        "Vista por última vez",
        "Zuletzt angezeigt",
        "Dernière consultation",
        "Dernier affichage",
        "Vista por Última Vez",
        "Última visualización",
        "Última visualização",
        "Ultima visualizzazione",
        "Ostatnio wyświetlane",
        "Son Görüntüleme",
        "Exported at",
        "Exportdatum",
        "Age (days)",
        "Ticket age",
        "Alter",
        "Idade",
        "Days open",
        "SLA remaining",
        "Time since last update",
        "time_in_current_status",
        "Days overdue",
    ],
)
def test_what_differs_at_every_export_is_left_out(header: str) -> None:
    assert left_out(header)[header].endswith(".")


@pytest.mark.parametrize(
    "header",
    [
        "Remaining Estimate",
        "Time Spent",
        "Duration (days)",
        "Time to resolution",
        "Report date",
        "Last comment",
        "Last seen",
        "Last occurrence viewed by",
        "Story points",
        "Watchers",
        "Average age of users",
    ],
)
def test_what_may_be_content_is_kept(header: str) -> None:
    assert left_out(header) == {}


@pytest.mark.parametrize(
    ("header", "cells", "is_left_out"),
    [
        ("Row number", ("1", "2", "3"), True),
        ("Lfd. Nr.", ("1", "2", "3"), True),
        ("No.", ("1.", "2.", "3."), True),
        ("", ("0", "1", "2"), True),
        ("Row", ("R4", "R5", "R6"), False),
        ("Index", ("7", "8", "9"), False),
        ("Story points", ("1", "2", "3"), False),
    ],
)
def test_line_numbers_are_known_by_their_cells(
    header: str, cells: tuple[str, ...], is_left_out: bool
) -> None:
    text = "\n".join((f"{header},Issue key,Summary", *(f"{cell},A-{cell},Patch it" for cell in cells), ""))
    found = propose(read_table(text.encode()))
    assert found.mapping.columns["Issue key"] == "key"
    assert bool(found.mapping.left_out) is is_left_out


def test_a_list_without_names_keeps_its_numbers() -> None:
    rows = (f"{place},2026-11-{place:02},Patch number {place} of the gateway\n" for place in range(1, 9))
    assert propose(read_table("".join(rows).encode())).mapping.left_out == ()


def test_the_next_morning_nothing_has_changed() -> None:
    first, second = (read_table(text.encode()) for text in MORNINGS)
    proposal = propose(first)
    assert proposal.mapping.left_out == ("Row number", "Last viewed", "Age (days)")
    known = Mapping.from_json(proposal.mapping.to_json())
    assert propose(second, known=known).mapping == known
    said = [{row.key: row.values for row in convert(one, known, "UTC").rows} for one in (first, second)]
    assert said[0] == said[1]
    digests = [Converter(one, known, "UTC").digests(one.rows) for one in (first, second)]
    assert digests[0] == digests[1][::-1]


def test_what_a_person_kept_stays_kept() -> None:
    table = read_table(MORNINGS[0].encode())
    kept = replace(propose(table).mapping, left_out=("Age (days)",))
    again = propose(table, known=Mapping.from_json(kept.to_json()))
    assert again.mapping.left_out == ("Age (days)",)
    assert convert(table, again.mapping, "UTC").rows[0].values["extra"]["Last viewed"] == "13/Nov/26 8:00 AM"


def test_a_mapping_that_says_nothing_of_it_leaves_out_what_is_proposed() -> None:
    table = read_table(MORNINGS[0].encode())
    before = replace(propose(table).mapping, left_out=None)
    assert "left_out" not in before.to_json()
    found = propose(table, known=Mapping.from_json(before.to_json()))
    assert found.mapping.left_out == ("Row number", "Last viewed", "Age (days)")


@pytest.mark.parametrize("said", ['"Age"', "[3]", '["Key"]'])
def test_what_cannot_be_left_out_is_refused(said: str) -> None:
    with pytest.raises(UnusableMapping):
        Mapping.from_json(f'{{"kind": "changes", "columns": {{"Key": "key"}}, "left_out": {said}}}')
