"""Lists as CSV and workbook: every row, in the right zone, nothing run as a formula."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.windows import MaintenanceWindow
from app.sequencing.parsing import format_predecessors
from app.services.errors import RefusedError
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand_file
from app.services.lists import LIST_NAMES, export_list
from app.services.sequences import open_sequence
from tests.app.services.board_world import World
from tests.app.services.packet_world import ACTIVITIES, make_packet_world
from tests.templates import CopyOf


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    """31 changes and 80 activities, on each engine."""
    return copy_of(make_packet_world)


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


def test_an_exported_sequence_is_a_plan_that_another_window_takes(world: World, tmp_path: Path) -> None:
    with world.workplace.write() as unit:
        window = unit.get(MaintenanceWindow, world.window_id)
        week = timedelta(days=7)
        other = unit.add(
            MaintenanceWindow("Next", window.starts_at + week, window.ends_at + week, window.zone_name)
        )
        unit.commit()
    for name in ("a.csv", "a.xlsx"):
        export_list(world.workplace, "activities", tmp_path / name, world.window_id)
        understood = understand_file(world.workplace, tmp_path / name)
        mapping = understood.proposal.mapping
        planned = plan(world.workplace, understood.table, mapping, window.zone_name, window_id=other.id)
        assert planned.conversion.rejected == []
        assert not [one for one in planned.conversion.warnings if "stand there twice" in one]
    apply(world.workplace, planned, "a.xlsx", window_id=other.id)
    assert _steps(world, other.id or 0) == _steps(world, world.window_id)


def test_an_exported_sequence_is_not_taken_twice_without_a_word(world: World, tmp_path: Path) -> None:
    export_list(world.workplace, "activities", tmp_path / "a.csv", world.window_id)
    understood = understand_file(world.workplace, tmp_path / "a.csv")
    mapping = understood.proposal.mapping
    planned = plan(world.workplace, understood.table, mapping, "UTC", window_id=world.window_id)
    told = f"{ACTIVITIES} of {ACTIVITIES} steps are called as steps that the window has already"
    assert any(one.startswith(told) for one in planned.conversion.warnings)


def _steps(world: World, window_id: int) -> list[tuple[object, ...]]:
    """What a step is, how long it takes, who does it, and what it comes after."""
    sequence = open_sequence(world.workplace, window_id).sequence
    return [
        (
            one.title,
            one.change_key,
            one.phase,
            one.duration_minutes,
            one.players,
            one.is_go_no_go,
            format_predecessors(sequence.links_into.get(one.id, ()), sequence),
        )
        for one in sequence.rows
    ]


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
