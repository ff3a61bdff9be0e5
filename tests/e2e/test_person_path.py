"""One person's way through the desk: first start, a list read, a change placed, gates, a night, a packet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import main
from app.domain.changes import Change
from app.domain.register import Environment
from app.domain.schedule import default_checkpoints
from app.domain.windows import MaintenanceWindow, WindowSeries
from app.services.audit import verify_chain
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.packets import packets_of
from app.services.sequences import open_sequence
from app.services.windows_series import create_series
from app.services.workplace import Workplace, open_workplace
from app.store.reading import find
from app.ui.board.checkpoint_dialog import CheckpointDialog
from app.ui.desk import Desk
from app.ui.first_start import FirstStart
from app.ui.screens import SCREENS
from app.ui.sequence.model import TITLE
from app.ui.widgets import FormDialog

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PATIENCE = 20_000
LIST = """key,title,description,state,deployment date
CHG-1,Raise the card limits,From 2000 to 3000,Open,
CHG-2,"Renew <b>certificates</b>",=1+1,Open,
CHG-3,Überweisung läuft schneller,,Open,
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database that does not exist yet."""
    return f"sqlite:///{tmp_path / 'lockstep.db'}"


@pytest.fixture
def desk(url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """The whole desk, started for the first time."""
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    made = Desk(url, _open, lambda: NOW, SCREENS, settings, make_demo=lambda workplace: None)
    made.start()
    qtbot.waitUntil(lambda: made.window is not None, timeout=PATIENCE)
    yield made
    assert made.window is not None
    made.window.close()
    made.stop()


def _open(url: str | None) -> Workplace:
    return open_workplace(url or "", "tester", lambda: NOW)


def at_rest(desk: Desk, qtbot: QtBot) -> None:
    """Wait until the desk does nothing."""
    qtbot.wait(50)
    qtbot.waitUntil(desk.jobs.is_idle, timeout=PATIENCE)
    qtbot.wait(20)


def begin_empty(desk: Desk, qtbot: QtBot) -> None:
    """Choose the empty organisation in the dialog of the first start."""
    assert desk.window is not None
    window = desk.window
    qtbot.waitUntil(lambda: bool(window.findChildren(FirstStart)), timeout=PATIENCE)
    dialog = window.findChildren(FirstStart)[0]
    qtbot.waitUntil(dialog.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(dialog.empty, Qt.MouseButton.LeftButton)
    at_rest(desk, qtbot)


def plan_weeks(workplace: Workplace) -> MaintenanceWindow:
    """The weekly series; its first window."""
    series = WindowSeries(
        "Weekly",
        "FREQ=WEEKLY;BYDAY=SA",
        NOW.date(),
        time(22),
        time(6),
        "Europe/Berlin",
        checkpoints=default_checkpoints(),
    )
    create_series(workplace, series)
    with workplace.read() as connection:
        return min(find(connection, MaintenanceWindow), key=lambda window: window.starts_at)


def read_list(workplace: Workplace) -> list[Change]:
    """The three changes of the list, on the intake list."""
    understood = understand(workplace, LIST.encode(), "changes")
    planned = plan(workplace, understood.table, understood.proposal.mapping, "Europe/Berlin")
    apply(workplace, planned, "list.csv")
    with workplace.read() as connection:
        return find(connection, Change)


def test_the_empty_organisation_has_the_usual_environments_only(desk: Desk, url: str, qtbot: QtBot) -> None:
    begin_empty(desk, qtbot)
    workplace = _open(url)
    with workplace.read() as connection:
        names = [environment.name for environment in find(connection, Environment)]
        changes = find(connection, Change)
    workplace.close()
    assert names == ["Test", "QA", "Pre-production", "Production"]
    assert changes == []


@pytest.fixture
def with_a_list(url: str, tmp_path: Path) -> None:
    """Changes were imported by the command line before the desk was ever started."""
    assert main(["db", "upgrade", "--db", url]) == 0
    (tmp_path / "changes.csv").write_text("Key,Title\nCHG-1,Gateway\n", encoding="utf-8")
    assert main(["import", str(tmp_path / "changes.csv"), "--db", url]) == 0


@pytest.mark.usefixtures("with_a_list")
def test_no_demo_is_offered_where_something_is_recorded(desk: Desk, qtbot: QtBot) -> None:
    def forms() -> list[FormDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, FormDialog)]

    qtbot.waitUntil(lambda: any(one.isVisible() for one in forms()), timeout=PATIENCE)
    (form,) = (one for one in forms() if one.isVisible())
    assert form.windowTitle() == "Organisation"
    assert desk.window is not None
    assert desk.window.findChildren(FirstStart) == []
    form.reject()
    at_rest(desk, qtbot)


def test_the_desk_is_about_the_first_window_as_soon_as_there_is_one(
    desk: Desk, url: str, qtbot: QtBot
) -> None:
    begin_empty(desk, qtbot)
    assert desk._context is not None
    assert desk._context.selected_window_id is None
    workplace = _open(url)
    first = plan_weeks(workplace)
    workplace.close()
    qtbot.waitUntil(lambda: desk._context.selected_window_id == first.id, timeout=PATIENCE)
    desk._context.select_window(None)  # as who looks at the intake list
    desk.window.refresh_shell()
    at_rest(desk, qtbot)
    assert desk._context.selected_window_id is None


def test_from_the_first_start_to_an_issued_packet(desk: Desk, url: str, qtbot: QtBot) -> None:
    begin_empty(desk, qtbot)
    context, workplace = desk._context, _open(url)
    assert desk.window is not None
    assert context is not None
    window, changes = plan_weeks(workplace), read_list(workplace)
    window_id = window.id or 0
    assert [change.title for change in changes][1] == "Renew <b>certificates</b>"

    desk.window.show_screen("calendar")
    calendar = desk.window.current_screen
    calendar.reload()
    at_rest(desk, qtbot)
    calendar.actions_of.place_changes((changes[0].id, changes[1].id), window_id)
    at_rest(desk, qtbot)
    with workplace.read() as connection:
        assert len(find(connection, Change, window_id=window_id)) == 2

    context.navigate("board", window_id)
    at_rest(desk, qtbot)
    board = desk.window.current_screen
    qtbot.waitUntil(lambda: board.model.rowCount() == 2, timeout=PATIENCE)
    board.actions_of.evaluate_checkpoint()
    dialog = board.findChildren(CheckpointDialog)[0]
    qtbot.waitUntil(lambda: dialog.failed.count() == 2, timeout=PATIENCE)
    dialog.reject()

    context.navigate("sequence", window_id)
    at_rest(desk, qtbot)
    plan_eight(desk, qtbot, workplace, window_id)

    context.navigate("packets", window_id)
    packets = desk.window.current_screen
    qtbot.waitUntil(lambda: packets.pages.page_count > 0, timeout=PATIENCE)
    packets.issue()
    qtbot.waitUntil(lambda: len(packets_of(workplace, window_id)) == 1, timeout=PATIENCE)
    at_rest(desk, qtbot)
    assert verify_chain(workplace).is_ok
    workplace.close()


def plan_eight(desk: Desk, qtbot: QtBot, workplace: Workplace, window_id: int) -> None:
    """Add eight activities, name each in the table, and see them stored."""
    assert desk.window is not None
    screen = desk.window.current_screen
    qtbot.waitUntil(lambda: screen._editor is not None, timeout=PATIENCE)
    for number in range(8):
        screen._add()
        added = screen._editor.sequence.activities[-1].id
        screen._table.setFocus()
        model = screen._model
        assert model.setData(model.index(model.row_of(added), TITLE), f"Step {number}")
    titles = {f"Step {number}" for number in range(8)}
    qtbot.waitUntil(
        lambda: {one.title for one in open_sequence(workplace, window_id).sequence.activities} == titles,
        timeout=PATIENCE,
    )
    at_rest(desk, qtbot)
