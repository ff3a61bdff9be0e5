"""The sequence screen with hundreds of steps: chance, past nights, filters, folding, printing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from app.domain.changes import Change
from app.domain.register import Application
from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Activity, ActivityState, Link, Phase, Sequence
from app.services.sequences import open_sequence, save_sequence
from app.services.workplace import Workplace, open_workplace
from app.ui.context import DeskContext
from app.ui.jobs import Jobs
from app.ui.sequence.filters import ANY_CRITICAL, NOBODY, ActivityFilter
from app.ui.sequence.learned_dialog import LearnedDialog
from app.ui.sequence.print_preview import PrintPreview
from app.ui.sequence.screen import SequenceScreen
from app.ui.theme import Theme
from app.ui.theme.theme import Preference

NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)
FIRST = datetime(2026, 11, 7, 21, tzinfo=UTC)
PATIENCE_MS = 10_000


@pytest.fixture
def workplace(local_url: str) -> Iterator[Workplace]:
    workplace = open_workplace(local_url, "tester", lambda: NOW)
    yield workplace
    workplace.close()


def plan(workplace: Workplace, week: int, steps: tuple[Activity, ...], links: tuple[Link, ...] = ()) -> int:
    with workplace.write() as work:
        application = next(iter(work.find(Application)), None) or work.add(Application("CRM"))
        start = FIRST + timedelta(weeks=week)
        window = work.add(MaintenanceWindow("Weekly", start, start + timedelta(hours=8), "Europe/Berlin"))
        work.add(Change(f"CHG-{week}", "Build", applications=(application.id or 0,), window_id=window.id))
        work.commit()
    assert window.id is not None
    save_sequence(workplace, window.id, Sequence(steps, links, 480), 0)
    return window.id


def deploy(week: int, minutes: int, actual: int | None = None) -> Activity:
    made = Activity(f"{week:032x}", "Deploy CRM", Phase.DEPLOY, f"CHG-{week}", minutes)
    if actual is None:
        return made
    return replace(made, state=ActivityState.DONE, actual_start=0, actual_finish=actual)


@pytest.fixture
def coming(workplace: Workplace) -> int:
    for week, actual in enumerate((30, 35, 40)):
        plan(workplace, week, (deploy(week, 60, actual),))
    verify = Activity(
        "b" * 32,
        "Verify CRM",
        Phase.VERIFY,
        "CHG-3",
        20,
        optimistic_minutes=10,
        pessimistic_minutes=60,
        position=1,
        workstream="Sales",
    )
    clear = Activity("c" * 32, "All clear", Phase.CLOSE, None, 10, position=2)
    links = (Link(f"{3:032x}", "b" * 32), Link(f"{3:032x}", "c" * 32))
    return plan(workplace, 3, (deploy(3, 60), verify, clear), links)


@pytest.fixture
def screen(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> Iterator[SequenceScreen]:
    jobs = Jobs()
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    screen = SequenceScreen(DeskContext(workplace, jobs, Theme(Preference.LIGHT), lambda: NOW, settings))
    screen.resize(1280, 744)
    qtbot.addWidget(screen)
    screen.show()
    yield screen
    screen.deactivate()
    jobs.shutdown()


def opened(qtbot: QtBot, screen: SequenceScreen, window_id: int) -> None:
    screen.activate(window_id)
    qtbot.waitUntil(lambda: screen._editor is not None)


def with_chance(qtbot: QtBot, screen: SequenceScreen, window_id: int) -> None:
    opened(qtbot, screen, window_id)
    qtbot.waitUntil(lambda: screen._outlook.chance is not None, timeout=PATIENCE_MS)


def test_the_chance_is_said_drawn_and_follows_edits(
    qtbot: QtBot, screen: SequenceScreen, coming: int
) -> None:
    with_chance(qtbot, screen, coming)
    before = screen._outlook.chance
    assert before is not None
    assert "80 % finish by" in screen._outlook.line.accessibleDescription() + screen._outlook.line.text()
    assert screen._axis._chance == before
    screen._editor.resize("b" * 32, 50)
    qtbot.waitUntil(lambda: screen._outlook.chance != before, timeout=PATIENCE_MS)
    after = screen._outlook.chance
    assert after is not None
    assert after.finish_p80 > before.finish_p80


def test_the_band_is_painted_over_the_rows(qtbot: QtBot, screen: SequenceScreen, coming: int) -> None:
    with_chance(qtbot, screen, coming)
    viewport = screen._axis.viewport()
    x = int(screen._axis.scale.x(screen._outlook.chance.finish_p80))  # type: ignore[union-attr]
    with_band = viewport.grab().toImage().pixelColor(x, viewport.height() // 2)
    screen._axis.set_chance(None, "")
    without = viewport.grab().toImage().pixelColor(x, viewport.height() // 2)
    assert with_band != without


def test_one_duration_of_past_nights_is_used_from_the_panel(
    qtbot: QtBot, screen: SequenceScreen, workplace: Workplace, coming: int
) -> None:
    with_chance(qtbot, screen, coming)
    screen._open_panel(f"{3:032x}")
    assert screen._panel._offer.words.text() == "Typically 35 min (31 min to 39 min, 3 nights)"
    screen._panel._offer.use.click()
    assert screen._editor.sequence.activity(f"{3:032x}").duration_minutes == 35
    assert not screen._panel._offer.use.isEnabled()
    screen._undo_edit()
    assert screen._editor.sequence.activity(f"{3:032x}").duration_minutes == 60
    screen._redo_edit()
    qtbot.waitUntil(
        lambda: open_sequence(workplace, coming).sequence.activity(f"{3:032x}").duration_minutes == 35
    )


def test_all_durations_are_offered_with_before_and_after(
    qtbot: QtBot, screen: SequenceScreen, coming: int
) -> None:
    with_chance(qtbot, screen, coming)
    screen._outlook.offer_all()
    dialog = screen.findChild(LearnedDialog)
    assert dialog is not None
    assert dialog.use.text() == "Use 1 duration"
    model = dialog.table.model()
    said = [model.index(0, column).data() for column in range(1, model.columnCount())]
    assert said == ["1 h", "35 min", "−25 min", "31 min to 39 min", "3"]
    dialog.use.click()
    assert screen._editor.sequence.activity(f"{3:032x}").duration_minutes == 35
    screen._outlook.offer_all()  # nothing is left to offer: a notice, no dialog
    assert not screen._editor.history.redo_label


def test_filters_narrow_the_rows_and_are_cleared(qtbot: QtBot, screen: SequenceScreen, coming: int) -> None:
    opened(qtbot, screen, coming)
    bar, model = screen._filter, screen._model
    assert bar.shown.text() == "3 activities"
    bar.phase.setCurrentIndex(bar.phase.findText("Verify"))
    bar.phase.activated.emit(bar.phase.currentIndex())
    assert [row.title for row in model.rows if row.activity_id] == ["Verify CRM"]
    assert bar.shown.text() == "1 of 3"
    bar.clear()
    assert model.shown_count == 3
    bar.show_only(ANY_CRITICAL)
    assert "All clear" not in [row.title for row in model.rows]
    bar.show_only(ANY_CRITICAL)
    assert model.shown_count == 3
    assert bar.workstream.isVisible()
    model.set_grouping("workstream")
    assert [row.title for row in model.rows if row.activity_id is None] == ["Sales", "Without a heading"]


def test_groups_fold_all_at_once(qtbot: QtBot, screen: SequenceScreen, coming: int) -> None:
    opened(qtbot, screen, coming)
    model = screen._model
    model.fold_all(True)
    assert model.is_folded
    assert all(row.activity_id is None for row in model.rows)
    assert model.shown_count == 3
    model.reveal("b" * 32)
    assert model.row_of("b" * 32) is not None
    model.fold_all(False)
    assert not model.is_folded


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (ActivityFilter(), {"a", "b"}),
        (ActivityFilter(player=1), {"a"}),
        (ActivityFilter(player=NOBODY), {"b"}),
        (ActivityFilter(change_key="C"), {"b"}),
        (ActivityFilter(change_key=""), {"a"}),
        (ActivityFilter(phase=Phase.CLOSE), set()),
        (ActivityFilter(workstream="Sales"), {"a"}),
        (ActivityFilter(only_conflicts=True), {"a"}),
        (ActivityFilter(only_critical=True), {"b"}),
        (ActivityFilter(only_conflicts=True, only_critical=True), set()),
    ],
)
def test_what_a_filter_wants(wanted: ActivityFilter, titles: set[str]) -> None:
    one = Activity("a", "a", players=(1,), workstream="Sales")
    other = Activity("b", "b", change_key="C")
    found = {a.id for a, bad, hot in ((one, True, False), (other, False, True)) if wanted.wants(a, bad, hot)}
    assert found == titles


def test_the_preview_shows_and_saves_what_is_printed(
    qtbot: QtBot, screen: SequenceScreen, coming: int, tmp_path: Path
) -> None:
    with_chance(qtbot, screen, coming)
    screen._outlook.print_sequence()
    preview = screen.findChild(PrintPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pages.page_count == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(preview._save.isEnabled)
    preview.save(tmp_path / "night.pdf")
    assert (tmp_path / "night.pdf").read_bytes().startswith(b"%PDF")
    preview._scaling.choose("fitted")
    preview.draw()
    qtbot.waitUntil(lambda: "1 page" in preview._caption.text() and preview._save.isEnabled())
    preview.reject()


def test_two_thousand_activities_stay_workable(
    qtbot: QtBot, screen: SequenceScreen, workplace: Workplace
) -> None:
    steps = tuple(
        Activity(
            f"{n:032x}",
            f"Step {n}",
            Phase.DEPLOY,
            None,
            10,
            planned_start=n,
            position=n,
            workstream=f"Stream {n % 40}",
        )
        for n in range(2_000)
    )
    window_id = plan(workplace, 9, steps)
    opened(qtbot, screen, window_id)
    model, viewport = screen._model, screen._axis.viewport()
    model.set_grouping("workstream")
    for act in (
        lambda: model.fold_all(True),
        lambda: model.fold_all(False),
        lambda: model.set_needle("Step 19"),
        lambda: model.set_needle(""),
        lambda: model.set_filter(ActivityFilter(workstream="Stream 7")),
        lambda: model.set_filter(ActivityFilter()),
    ):
        began = time.perf_counter()
        act()
        viewport.render(QPixmap(viewport.size()))
        assert time.perf_counter() - began < 5
    assert model.shown_count == 2_000
