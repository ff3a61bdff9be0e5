"""Shows every widget and the shell in light or dark, for looking at: `python -m tests.e2e.gallery [dark]`.

With `--shots DIR` it keeps pictures of every page at 1280 × 800 and 2560 × 1440 and ends.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QDate, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QProgressBar,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.first_start import FirstStart
from app.ui.jobs import Jobs
from app.ui.screen import Screen, ScreenEntry
from app.ui.shell import CheckpointHeader, MainWindow, SearchHit, ShellQueries, WindowHeader
from app.ui.shell.errors import ErrorDialog
from app.ui.shell.help import KeyboardHelp
from app.ui.theme import Preference, Theme
from app.ui.widgets import (
    Chip,
    Column,
    ConfirmDialog,
    DurationEdit,
    EmptyState,
    FormDialog,
    InstantEdit,
    LoadBar,
    Panel,
    PickMany,
    PlainLabel,
    RecordModel,
    RecordTable,
    SearchField,
    Segmented,
    SidePanel,
    ToolbarRow,
    button,
    calm_calendar,
    combo,
    menu_button,
    text_area,
)

NOW = datetime(2026, 11, 27, 6, 20, tzinfo=UTC)
ZONE = "Europe/Berlin"
SIZES = ((1280, 800), (2560, 1440))


@dataclass(frozen=True, slots=True)
class Row:
    """A made-up change."""

    key: str
    title: str
    team: str
    minutes: int
    gates: tuple[tuple[str, str], ...]


def rows() -> list[Row]:
    """Enough changes to scroll."""
    titles = ("Warehouse sync: OS patch", "Payments ledger: release 4.12", "Fraud rules: certificate renewal")
    tones = ("met", "not_met", "waived", "not_evaluated")
    return [
        Row(
            f"CHG-{400 + place:04d}",
            titles[place % 3],
            ("Network", "DBA", "Dev: Core")[place % 3],
            20 + place * 5,
            tuple(
                (word, tones[(place + step) % 4]) for step, word in enumerate(("Build", "Test", "QA", "Pre"))
            ),
        )
        for place in range(60)
    ]


class TableScreen(Screen):
    """Table, toolbar and side panel."""

    title = "Board"

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        theme = context.theme
        toolbar = ToolbarRow()
        toolbar.add_left(
            Segmented([("board", "Board"), ("table", "Table")], "View"),
            menu_button("Group: none", [("Team", print)]),
            button("Not ready only", checkable=True),
            SearchField(theme, "Filter changes"),
        )
        toolbar.add_right(button("Import…"), button("Evaluate checkpoint"), button("Packet…", kind="primary"))
        model = RecordModel[Row](
            [
                Column("key", "Change", lambda row: row.key, width=110, tone=lambda row: "muted"),
                Column("title", "Title", lambda row: row.title, width=280, font="strong"),
                Column(
                    "gates",
                    "Gates",
                    lambda row: " ".join(w for w, _ in row.gates),
                    width=280,
                    chips=lambda row: row.gates,
                ),
                Column("team", "Team", lambda row: row.team, tone=lambda row: "muted"),
                Column(
                    "minutes",
                    "Duration",
                    lambda row: f"{row.minutes} min",
                    sort=lambda row: row.minutes,
                    align_right=True,
                ),
            ],
            lambda row: row.key,
            self,
        )
        model.set_records(rows())
        self.table = RecordTable(theme, model, "Changes", self)
        self.side = SidePanel(theme, self, width=340)
        self.side.set_title("Payments ledger: release 4.12", "CHG-0401 · Network")
        content = QWidget()
        box = QVBoxLayout(content)
        for word, tone in (("Build", "met"), ("Test", "not_met"), ("QA", "waived"), ("Pre", "not_evaluated")):
            box.addWidget(Chip(word, tone))
        bar = LoadBar(theme)
        bar.set_load([(20, "met"), (6, "slack")], 40, "26 of 40")
        box.addWidget(bar)
        box.addStretch(1)
        self.side.add_tab("Gates", content)
        self.side.add_tab("Builds", QWidget())
        self.side.add_tab("History", QWidget())
        column = QVBoxLayout()
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(toolbar)
        column.addWidget(self.table, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(column, 1)
        across.addWidget(self.side)

    def activate(self, window_id: int | None) -> None:
        """Select something."""
        super().activate(window_id)
        self.table.select_key("CHG-0402")
        self.table.setFocus()

    def commands(self) -> list[Command]:
        """Some commands."""
        return [
            Command("Evaluate checkpoint", self.update, "Ctrl+E"),
            Command("Lock window", self.update, "", "", "7 changes are not ready."),
        ]


class FieldScreen(Screen):
    """Every field."""

    title = "Fields"
    shows_window = False

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        theme = context.theme
        page = QHBoxLayout(self)
        page.setContentsMargins(20, 16, 20, 16)
        page.setSpacing(16)
        fields = Panel("Fields")
        pick = PickMany(theme, [(1, "DB cluster 2"), (2, "App host 14"), (3, "Core switch")], "Items")
        pick.set_picked([1, 2])
        when = InstantEdit(ZONE, "Start")
        when.set_instant(NOW)
        wrong = DurationEdit()
        wrong.setText("soon")
        area = text_area("Several lines\nof plain <b>text</b>")
        off = QLineEdit("Disabled")
        off.setEnabled(False)
        number = QSpinBox()
        number.setValue(40)
        for field in (
            QLineEdit("Payments ledger"),
            QLineEdit(),
            combo([(1, "Operations"), (2, "Network")]),
            number,
            when,
            DurationEdit(90),
            wrong,
            pick,
            area,
            off,
        ):
            fields.body.addWidget(field)
        fields.body.addStretch(1)
        page.addWidget(fields, 1)
        page.addWidget(self._choices(theme), 1)
        calendar = QCalendarWidget()
        calm_calendar(calendar)
        calendar.setSelectedDate(QDate(2026, 11, 28))
        last = Panel("Calendar popup and tabs")
        last.body.addWidget(calendar)
        tabs = QTabWidget()
        for name in ("Gates", "Evidence", "History"):
            tabs.addTab(PlainLabel(f"{name} of the change"), name)
        last.body.addWidget(tabs, 1)
        page.addWidget(last, 1)

    def _choices(self, theme: Theme) -> Panel:
        panel = Panel("Choices and buttons")
        for kind in ("primary", "secondary", "danger", "flat", "link"):
            pair = QHBoxLayout()
            pair.addWidget(button(kind.capitalize(), kind=kind))
            off = button("Disabled", kind=kind)
            off.setEnabled(False)
            pair.addWidget(off)
            panel.body.addLayout(pair)
        checked, radio = QCheckBox("Checked"), QRadioButton("Chosen")
        partial = QCheckBox("Partly")
        partial.setTristate(True)
        partial.setCheckState(partial.checkState().PartiallyChecked)
        checked.setChecked(True)
        radio.setChecked(True)
        group = QGroupBox("Group")
        inside = QVBoxLayout(group)
        for widget in (checked, QCheckBox("Open"), partial, radio, QRadioButton("Another")):
            inside.addWidget(widget)
        panel.body.addWidget(group)
        progress = QProgressBar()
        progress.setValue(60)
        slider = QSlider()
        slider.setOrientation(slider.orientation().Horizontal)
        slider.setValue(40)
        chips = QHBoxLayout()
        for word, tone in (
            ("Build", "met"),
            ("Test", "not_met"),
            ("QA", "waived"),
            ("Pre", "not_evaluated"),
            ("FINAL", "accent"),
            ("8 h 00", "neutral"),
            ("Late", "critical"),
        ):
            chips.addWidget(Chip(word, tone))
        chips.addStretch(1)
        panel.body.addLayout(chips)
        panel.body.addWidget(progress)
        panel.body.addWidget(slider)
        panel.body.addStretch(1)
        return panel


class EmptyScreen(Screen):
    """An empty page."""

    title = "Exceptions"
    shows_window = False

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        empty = EmptyState(
            context.theme,
            "exceptions",
            "No exceptions yet",
            "A change that misses a checkpoint can ask to pass it late. Requests stand here until signed.",
            "New exception",
        )
        QVBoxLayout(self).addWidget(empty)


def make_window(theme: Theme, jobs: Jobs, folder: str) -> MainWindow:
    """The shell with made-up screens."""
    settings = QSettings(f"{folder}/gallery.ini", QSettings.Format.IniFormat)
    context = DeskContext(None, jobs, theme, lambda: NOW, settings)
    header = WindowHeader(
        1,
        "Weekly",
        datetime(2026, 11, 28, 21, tzinfo=UTC),
        datetime(2026, 11, 29, 5, tzinfo=UTC),
        ZONE,
        "final",
        "31 changes · 27 of 40 slots",
        "accent",
        CheckpointHeader("Ready for production", datetime(2026, 11, 27, 9, tzinfo=UTC), 7, 31, "not ready"),
    )
    hit = SearchHit("Change", "CHG-0401  Payments ledger: release 4.12", "Sat 28 Nov, 22:00", "board", 1)
    queries = ShellQueries(
        lambda _: header,
        lambda: {"intake": 12, "exceptions": 2, "incidents": 3},
        lambda _: [hit],
        lambda: 1,
        "releases@db-ops-1",
        True,
    )
    context.select_window(1)
    names = [
        ("calendar", "Calendar", "plan"),
        ("board", "Board", "plan"),
        ("sequence", "Sequence", "plan"),
        ("meeting", "Meeting", "plan"),
        ("night", "Night", "plan"),
        ("intake", "Intake", "follow"),
        ("exceptions", "Exceptions", "follow"),
        ("incidents", "Fixes & incidents", "follow"),
        ("reconcile", "Reconcile", "follow"),
        ("register", "Register", "know"),
        ("reports", "Reports", "know"),
        ("audit", "Audit", "know"),
    ]
    factories = {"board": TableScreen, "calendar": FieldScreen}
    entries = [ScreenEntry(i, label, group, i, factories.get(i, EmptyScreen)) for i, label, group in names]
    window = MainWindow(context, entries, queries)
    context.setParent(window)
    return window


def pages(theme: Theme, window: MainWindow) -> list[tuple[str, object]]:
    """What to show for each picture: a name and what opens it."""
    form = FormDialog("New freeze", "Save", None, window)
    form.add_field("name", "Name", QLineEdit(), required=True, hint="As people call it: Quarter-end")
    form.add_field("start", "From", InstantEdit(ZONE, "From"))
    form.add_field("length", "Length", DurationEdit(90))
    confirm = ConfirmDialog(
        "Cancel this window?",
        "31 changes go back to the intake list.",
        "Cancel window",
        window,
        is_dangerous=True,
        reason_label="Reason",
    )
    error = ErrorDialog(
        "Moving CHG-0431",
        "The window of 28 Nov is locked.",
        "Ask for an exception, or choose 5 Dec.",
        "Traceback …",
        window,
    )
    menu = QMenu(window)
    for label in ("Open", "Move to…", "Withdraw"):
        menu.addAction(label)
    context = window._context

    def notices() -> None:
        context.notify("CHG-0431 moved to Sat 5 Dec.", "met", "Undo", window.update, True)
        context.notify("Two people are double-booked at 23:10.", "waived", stays=True)

    return [
        ("board", lambda: window.show_screen("board")),
        ("fields", lambda: window.show_screen("calendar")),
        ("empty", lambda: window.show_screen("exceptions")),
        ("palette", lambda: window._finder.open_commands()),
        ("form", form.open),
        ("confirm", confirm.open),
        ("error", error.open),
        ("help", lambda: KeyboardHelp(window.all_commands(), window).open()),
        ("first", FirstStart(theme, "/home/you/lockstep.db", window).open),
        ("menu", lambda: menu.popup(window.mapToGlobal(window.rect().center()))),
        ("notices", notices),
    ]


def take_pictures(application: QApplication, theme: Theme, window: MainWindow, folder: Path) -> None:
    """Keep a picture of every page in both schemes and sizes."""

    def settle(rounds: int = 12) -> None:
        for _ in range(rounds):
            pause = QEventLoop()
            QTimer.singleShot(15, pause.quit)
            pause.exec()

    application.setQuitOnLastWindowClosed(False)
    for preference in (Preference.LIGHT, Preference.DARK):
        theme.set_preference(preference)
        for width, height in SIZES:
            window.resize(width, height)
            window.show()
            for name, show in pages(theme, window):
                window._finder.palette_popup.hide()
                show()
                settle()
                picture = window.screen().grabWindow(0, window.x(), window.y(), width, height)
                picture.save(str(folder / f"{name}-{preference.value}-{width}.png"))
                for other in application.topLevelWidgets():
                    if other is not window and other.isVisible():
                        other.close()
                window.setFocus()


def main() -> None:
    """Show the gallery, or keep its pictures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scheme", nargs="?", default="system", choices=[one.value for one in Preference])
    parser.add_argument("--shots", type=Path)
    words = parser.parse_args()
    application = QApplication([])
    theme = Theme(Preference(words.scheme))
    theme.apply(application)
    jobs = Jobs()
    window = make_window(theme, jobs, mkdtemp())
    if words.shots:
        words.shots.mkdir(parents=True, exist_ok=True)
        take_pictures(application, theme, window, words.shots)
    else:
        window.show_screen("board")
        window.show()
        application.exec()
    jobs.shutdown()


if __name__ == "__main__":
    main()
