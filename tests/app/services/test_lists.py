"""Lists as CSV and workbook: every row, in the right zone, nothing run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.services.errors import RefusedError
from app.services.lists import LIST_NAMES, export_list
from tests.app.services.board_world import World
from tests.app.services.packet_world import ACTIVITIES, make_packet_world


@pytest.fixture
def world(migrated_url: str) -> Iterator[World]:
    """31 changes and 80 activities, on each engine."""
    made = make_packet_world(migrated_url)
    yield made
    made.workplace.close()


def test_every_list_has_as_many_rows_in_either_format(world: World, tmp_path: Path) -> None:
    for name in LIST_NAMES:
        for window_id in (None, world.window_id):
            as_text = export_list(world.workplace, name, tmp_path / "list.csv", window_id)
            as_book = export_list(world.workplace, name, tmp_path / "list.xlsx", window_id)
            text = (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
            lines = list(csv.reader(io.StringIO(text)))
            book = load_workbook(tmp_path / "list.xlsx")
            assert len(lines) - 1 == as_text.rows == as_book.rows
            assert book.worksheets[0].max_row - 1 == as_book.rows
            assert all(len(line) == len(lines[0]) for line in lines)


def test_counts_and_times(world: World, tmp_path: Path) -> None:
    done = export_list(world.workplace, "activities", tmp_path / "a.csv", world.window_id)
    lines = list(csv.reader(io.StringIO(done.file.read_text(encoding="utf-8-sig"))))
    assert done.rows == ACTIVITIES
    assert lines[1][6] == "2026-11-28 22:00+01:00"
    windows = export_list(world.workplace, "windows", tmp_path / "w.csv")
    assert windows.rows == 2
    assert export_list(world.workplace, "windows", tmp_path / "w.csv", world.window_id).rows == 1


def test_a_title_that_looks_like_a_formula_is_text(world: World, tmp_path: Path) -> None:
    export_list(world.workplace, "changes", tmp_path / "c.csv")
    text = (tmp_path / "c.csv").read_text(encoding="utf-8-sig")
    first = next(iter(csv.DictReader(io.StringIO(text))))
    assert first["Title"].startswith("'=HYPERLINK")


@pytest.mark.parametrize(
    ("name", "file", "message"),
    [
        ("people", "p.csv", "no list"),
        ("changes", "c.pdf", "neither CSV nor workbook"),
        ("changes", "no/c.csv", "cannot be written"),
    ],
)
def test_refuses_what_cannot_be(world: World, tmp_path: Path, name: str, file: str, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        export_list(world.workplace, name, tmp_path / file)
