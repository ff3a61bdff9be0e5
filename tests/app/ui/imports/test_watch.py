"""A list that arrives in the watched folder is offered once it stands still, and opens at its dry run."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.context import DeskContext, Notice
from app.ui.imports.arrivals import Arrivals
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from app.ui.imports.watch import FolderWatch, Watched, read_seen, read_watched, write_watched
from app.ui.imports.watch_dialog import WatchDialog, watched_words

PATIENCE = 15_000
LIST = "Key,Title,Owner\nCHG-1,Patch,Ada\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a list that is there already."""
    made = tmp_path / "inbox"
    made.mkdir()
    (made / "old.csv").write_text(LIST, encoding="utf-8")
    return made


def test_only_what_is_new_and_stands_still_is_told(folder: Path, qtbot: QtBot) -> None:
    watch = FolderWatch()
    told: list[Path] = []
    watch.list_arrived.connect(told.append)
    watch.watch(folder)
    (folder / "picture.png").write_bytes(b"x")
    (folder / "new.csv").write_text("Key", encoding="utf-8")
    watch.look()
    assert told == []
    (folder / "new.csv").write_text(LIST, encoding="utf-8")
    watch.look()
    assert told == []
    watch.look()
    assert told == [folder / "new.csv"]
    watch.look()
    assert told == [folder / "new.csv"]
    (folder / "windows.ics").write_text("BEGIN:VCALENDAR", encoding="utf-8")
    watch.look()
    watch.look()
    assert told[1:] == [folder / "windows.ics"]
    watch.watch(None)


def test_a_list_written_over_its_former_version_is_told(folder: Path) -> None:
    """Every morning the same name: a folder does not tell of that by itself, so it is looked into."""
    watch = FolderWatch()
    told: list[Path] = []
    watch.list_arrived.connect(told.append)
    watch.watch(folder)
    (folder / "old.csv").write_text(LIST + "CHG-2,Resize,Bob\n", encoding="utf-8")
    watch.look()
    watch.look()
    assert told == [folder / "old.csv"]
    assert watch._patrol.isActive()
    watch.watch(None)
    assert not watch._patrol.isActive()


def test_what_came_while_the_desk_was_closed_is_offered_when_it_opens(
    context: DeskContext, folder: Path, qtbot: QtBot
) -> None:
    """The list arrives at seven, and the desk is opened at nine."""
    notices: list[str] = []
    context.noticed.connect(lambda notice: notices.append(notice.text))
    write_watched(context.settings, Watched(folder))
    Arrivals(context).stop()
    assert read_seen(context.settings)
    QTest.qWait(30)  # file systems tell times apart by some milliseconds
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text(LIST, encoding="utf-8")
    opened = Arrivals(context)
    qtbot.waitUntil(lambda: len(notices) == 2, timeout=PATIENCE)
    assert notices == ["a.csv arrived.", "b.csv arrived."]
    opened.stop()
    again = Arrivals(context)
    QTest.qWait(30)
    qtbot.waitUntil(context.jobs.is_idle, timeout=PATIENCE)
    again.folder.look()
    qtbot.waitUntil(context.jobs.is_idle, timeout=PATIENCE)
    assert len(notices) == 2
    again.stop()


def test_an_arrival_is_offered_and_opens_at_its_dry_run(
    screen: ImportScreen, context: DeskContext, folder: Path, qtbot: QtBot
) -> None:
    write_watched(context.settings, Watched(folder, "changes"))
    notices: list[Notice] = []
    context.noticed.connect(notices.append)
    context.navigate_requested.connect(lambda _screen, record: screen.open_record(record))
    arrivals = Arrivals(context)
    (folder / "tickets.csv").write_text(LIST, encoding="utf-8")
    qtbot.waitUntil(lambda: bool(notices), timeout=PATIENCE)
    assert notices[0].text == "tickets.csv arrived."
    assert notices[0].action is not None
    notices[0].action()
    qtbot.waitUntil(lambda: screen.step is Step.CHECK, timeout=PATIENCE)
    arrivals.stop()


def test_the_folder_is_set_and_unset_in_its_dialog(
    screen: ImportScreen, context: DeskContext, folder: Path, qtbot: QtBot
) -> None:
    dialog = WatchDialog(context, screen)
    qtbot.addWidget(dialog)
    for nowhere in (folder / "missing", folder / ("x" * 300), Path("~nobody-of-this-name/lists")):
        dialog.choose(nowhere)
        dialog.ok.click()
        assert read_watched(context.settings) is None
        assert "is no folder" in dialog._refusal.text()
    dialog.choose(folder)
    dialog.ok.click()
    assert read_watched(context.settings) == Watched(folder, "auto")
    assert "inbox" in watched_words(context.settings)
    again = WatchDialog(context, screen)
    qtbot.addWidget(again)
    again.choose(None)
    again.ok.click()
    assert read_watched(context.settings) is None
