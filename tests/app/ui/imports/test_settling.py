"""Settling one of very many conflicts looks at few of them: the window's thread has a frame for it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from types import FrameType
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.changes import Change
from app.services.imports.conflicts import settled
from app.services.workplace import Workplace
from app.ui.imports.check_lines import counts_of
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from tests.app.ui.imports.acting import choose, import_all, step_on, write

MANY = 5_000
PRESSED = 20


def listed(title: str, owner: str = "Ada") -> str:
    """A list of very many changes."""
    rows = "".join(f"CHG-{number},{title} {number},{owner}\n" for number in range(MANY))
    return f"Key,Title,Owner\n{rows}"


def edit_all(workplace: Workplace) -> None:
    """Give every change another title on the desk."""
    with workplace.write() as work:
        for change in work.find(Change):
            work.save(replace(change, title=f"{change.title} tonight"), "by hand")
        work.commit()


def test_one_of_thousands_is_settled_without_a_look_at_all(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    import_all(screen, qtbot, write(tmp_path, listed("Patch")))
    edit_all(workplace)
    screen.begin_again()
    choose(screen, qtbot, write(tmp_path, listed("Resize"), "second.csv"))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    page = screen.check_page
    assert len(page.conflicts_model.lines) == MANY
    screen.resize(screen.width(), screen.minimumSizeHint().height())  # fewer rows drawn, fewer calls
    assert median(settle(screen, "list")) < MANY
    agrees(screen, changed=PRESSED)
    page.take_all.click()
    agrees(screen, changed=MANY)
    assert median(settle(screen, "desk")) < MANY
    agrees(screen, changed=MANY - PRESSED)


def settle(screen: ImportScreen, choice: str) -> list[int]:
    """Settle some conflicts one by one; how many functions were called for each until it was drawn."""
    return [calls_of(partial(_settle_at, screen, place, choice)) for place in range(PRESSED)]


def _settle_at(screen: ImportScreen, place: int, choice: str) -> None:
    screen.check_page.conflicts.chosen.emit(screen.check_page.conflicts_model.lines[place], choice)
    QApplication.processEvents()


def calls_of(action: Callable[[], None]) -> int:
    """How many of Python's functions are called: what a slow machine does not change."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return calls


def agrees(screen: ImportScreen, changed: int) -> None:
    """What is counted is what would be stored."""
    assert screen.draft is not None
    assert screen.draft.checked is not None
    counts = counts_of(screen.draft)
    outcome = settled(screen.draft.checked.planned, screen.draft.taken).outcome
    assert (counts["changed"], counts["unchanged"]) == (len(outcome.changed), len(outcome.unchanged))
    assert counts["changed"] == changed
