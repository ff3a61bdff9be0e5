"""A list that arrives in the watched folder is offered once it stands still, and opens at its dry run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.imports.undo import undo_import
from app.ui.context import DeskContext, Notice
from app.ui.imports.arrivals import Arrivals
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from app.ui.imports.texts import NOTHING
from app.ui.imports.waiting import ArrivedList, WaitingLists, read_waiting
from app.ui.imports.watch import FolderWatch, Watched, read_seen, read_watched, stamps_in, write_watched
from app.ui.imports.watch_dialog import WatchDialog, watched_words
from tests.app.services.imports.lists import import_text

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
    watch.lists_arrived.connect(told.extend)
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
    watch.lists_arrived.connect(told.extend)
    watch.watch(folder)
    (folder / "old.csv").write_text(LIST + "CHG-2,Resize,Bob\n", encoding="utf-8")
    watch.look()
    watch.look()
    assert told == [folder / "old.csv"]
    assert watch._patrol.isActive()
    watch.watch(None)
    assert not watch._patrol.isActive()


def test_what_is_no_file_hides_no_list(folder: Path) -> None:
    watch = FolderWatch()
    told: list[Path] = []
    watch.lists_arrived.connect(told.extend)
    watch.watch(folder)
    (folder / "a.csv").symlink_to(folder / "nowhere.csv")
    (folder / "b.csv").mkdir()
    (folder / "c.csv").write_text(LIST, encoding="utf-8")
    watch.look()
    watch.look()
    assert told == [folder / "c.csv"]
    watch.watch(None)


def test_a_list_dated_in_the_future_hides_none_that_come_overnight(folder: Path) -> None:
    """The clock of the program that wrote it may be wrong, or not this one's."""
    ahead = folder / "ahead.csv"
    ahead.write_text(LIST, encoding="utf-8")
    os.utime(ahead, (4e9, 4e9))
    watch = FolderWatch()
    seen: list[int] = []
    watch.seen_changed.connect(seen.append)
    watch.watch(folder)
    watch.watch(None)
    QTest.qWait(30)  # file systems tell times apart by some milliseconds
    (folder / "overnight.csv").write_text(LIST, encoding="utf-8")
    told: list[Path] = []
    watch.lists_arrived.connect(told.extend)
    watch.watch(folder, seen[-1])
    watch.look()
    assert told == [folder / "overnight.csv"]
    watch.watch(None)


def test_a_folder_that_is_away_for_a_while_comes_back_with_nothing_new(folder: Path) -> None:
    """A shared drive that comes back has the lists of all the year in it."""
    watch = FolderWatch()
    told: list[Path] = []
    watch.lists_arrived.connect(told.extend)
    watch.watch(folder)
    away = folder.rename(folder.with_name("away"))
    watch.look()
    away.rename(folder)
    (folder / "new.csv").write_text(LIST, encoding="utf-8")
    watch.look()
    watch.look()
    assert told == [folder / "new.csv"]
    watch.watch(None)


def test_a_list_that_goes_while_the_folder_is_looked_into_takes_no_other_with_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = folder / "gone.csv"
    gone.write_text(LIST, encoding="utf-8")
    entries = list(os.scandir(folder))
    gone.unlink()
    monkeypatch.setattr(os, "scandir", lambda _folder: entries)
    assert list(stamps_in(folder) or ()) == [folder / "old.csv"]


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
    qtbot.waitUntil(lambda: bool(notices), timeout=PATIENCE)
    assert notices == ["2 lists arrived: a.csv, b.csv."]
    opened.stop()
    again = Arrivals(context)
    QTest.qWait(30)
    qtbot.waitUntil(context.jobs.is_idle, timeout=PATIENCE)
    again.folder.look()
    qtbot.waitUntil(context.jobs.is_idle, timeout=PATIENCE)
    assert len(notices) == 1
    assert [one.path.name for one in again.waiting.lists] == ["a.csv", "b.csv"]
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


def many_arrive(folder: Path, context: DeskContext, qtbot: QtBot, count: int) -> Arrivals:
    """As many lists as a notice cannot hold, in the watched folder."""
    write_watched(context.settings, Watched(folder, "changes"))
    arrivals = Arrivals(context)
    for number in range(count):
        (folder / f"list-{number}.csv").write_text(LIST.replace("CHG-1", f"CHG-{number}"), encoding="utf-8")
    qtbot.waitUntil(lambda: len(arrivals.waiting.lists) == count, timeout=PATIENCE)
    return arrivals


def names_waiting(screen: ImportScreen) -> list[str]:
    """The lists that the first page says wait."""
    model = screen.choose_page.waiting.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_arrivals_wait_on_the_first_page_until_they_are_imported_or_put_aside(
    screen: ImportScreen, context: DeskContext, folder: Path, qtbot: QtBot
) -> None:
    notices: list[Notice] = []
    context.noticed.connect(notices.append)
    panel = screen.choose_page.waiting
    assert not panel.isVisible()
    arrivals = many_arrive(folder, context, qtbot, 6)
    assert len(notices) == 1
    assert notices[0].text == "6 lists arrived: list-0.csv, list-1.csv, list-2.csv and 3 more."
    assert panel.isVisible()
    assert panel.title.text() == "6 lists arrived and wait"
    assert names_waiting(screen) == [f"list-{number}.csv" for number in reversed(range(6))]
    panel.aside.click()
    assert names_waiting(screen)[0] == "list-4.csv"
    panel.table.selectRow(0)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.step is Step.CHECK, timeout=PATIENCE)
    screen.begin_again()
    assert len(names_waiting(screen)) == 5  # looked at is not imported yet
    panel.look.click()
    qtbot.waitUntil(lambda: screen.step is Step.CHECK and not screen.work.is_busy, timeout=PATIENCE)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.step is Step.DONE, timeout=PATIENCE)
    screen.begin_again()
    assert len(names_waiting(screen)) == 4
    assert [one.path.name for one in read_waiting(context.settings)] == [f"list-{n}.csv" for n in range(4)]
    arrivals.stop()


def test_a_new_version_of_a_list_that_waits_waits_once(context: DeskContext, folder: Path) -> None:
    waiting = WaitingLists.of(context)
    waiting.add([ArrivedList(folder / "a.csv"), ArrivedList(folder / "b.csv")])
    waiting.add([ArrivedList(folder / "a.csv", "changes")])
    assert [(one.path.name, one.kind) for one in waiting.lists] == [("b.csv", "auto"), ("a.csv", "changes")]
    context.settings.setValue("import/waiting", "[[1,")
    assert read_waiting(context.settings) == ()


def test_a_list_that_another_desk_has_imported_since_says_so(
    screen: ImportScreen, context: DeskContext, folder: Path, qtbot: QtBot
) -> None:
    came = context.services.now()
    import_text(context.services, LIST, name="new.csv")
    undone = import_text(context.services, LIST.replace("1", "2"), name="old.csv").import_id
    undo_import(context.services, undone)
    lists = [ArrivedList(folder / "new.csv", arrived_at=context.services.now())]
    lists += [ArrivedList(folder / "sub" / "new.csv", arrived_at=came)]
    lists += [ArrivedList(folder / name, arrived_at=came) for name in ("old.csv", "other.csv")]
    WaitingLists.of(context).add(lists)
    screen.reload()
    model = screen.choose_page.waiting.table.model()
    place = model.columnCount() - 1
    qtbot.waitUntil(lambda: model.index(2, place).data() == "by tester, import 1", timeout=PATIENCE)
    assert {model.index(row, place).data() for row in (0, 1, 3)} == {NOTHING}


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
