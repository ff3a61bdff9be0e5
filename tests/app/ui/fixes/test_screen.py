"""What a person does with production fixes: enters one in seconds, documents it, signs it off."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot

from app.services.fixes.entering import edit_fix
from app.services.fixes.listing import list_fixes
from app.services.follow_up import read_rules
from app.ui.context import DeskContext, Notice
from app.ui.fixes.quick import QuickFixDialog, open_quick_fix
from app.ui.fixes.screen import FixesScreen
from app.ui.widgets import ConfirmDialog, FormDialog
from tests.app.services.aftermath_world import PASSPHRASE, TEXTS, document, enter, sign, with_key
from tests.app.services.board_world import World
from tests.app.ui.follow_desk import PATIENCE

LINES_IN_SIGHT = 8
"""Of what is signed, so many lines at the least are in sight at once, whatever fonts a machine has."""


@pytest.fixture
def screen(context: DeskContext, qtbot: QtBot) -> FixesScreen:
    """The screen, with what there is so far."""
    made = FixesScreen(context)
    context.announcer.records_changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activate(None)
    qtbot.waitUntil(context.jobs.is_idle, timeout=PATIENCE)
    return made


def quick_dialog(screen: FixesScreen, qtbot: QtBot) -> QuickFixDialog:
    """The entry, opened."""
    open_quick_fix(screen.context, screen)
    qtbot.waitUntil(lambda: bool(screen.findChildren(QuickFixDialog)), timeout=PATIENCE)
    return screen.findChildren(QuickFixDialog)[0]


def reload(screen: FixesScreen, qtbot: QtBot) -> None:
    """Read again and wait."""
    screen.reload()
    qtbot.waitUntil(screen.context.jobs.is_idle, timeout=PATIENCE)


def test_a_fix_is_entered_by_keyboard_alone(screen: FixesScreen, world: World, qtbot: QtBot) -> None:
    assert screen.stack.currentWidget() is screen.empty
    dialog = quick_dialog(screen, qtbot)
    qtbot.keyClicks(dialog.what, "Restarted the payment queue")
    qtbot.keyClicks(dialog.where, "Edge router")
    popup = dialog.where.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Return)  # one Enter, though places are still offered
    qtbot.waitUntil(lambda: screen.table.records.rowCount() == 1, timeout=PATIENCE)
    row = list_fixes(world.workplace).rows[0]
    assert (row.fix.title, row.where, row.fix.made_by) == (
        "Restarted the payment queue",
        "Edge router",
        "tester",
    )
    assert row.fix.due_at == world.clock.now + timedelta(days=2)


def test_nothing_is_entered_without_what_and_where(screen: FixesScreen, qtbot: QtBot) -> None:
    dialog = quick_dialog(screen, qtbot)
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.what, "Restarted it")
    assert "Where is missing" in dialog._reason.text()
    dialog.reject()


def test_a_debt_is_paid_and_signed_off(screen: FixesScreen, world: World, qtbot: QtBot) -> None:
    enter(world)
    reload(screen, qtbot)
    screen.table.selectRow(0)
    assert not screen.buttons["sign"].isEnabled()
    screen.document()
    assert screen.dialog is not None
    qtbot.waitUntil(lambda: screen.dialog.field("reason").hasFocus())  # what was done is known already
    for name, text in TEXTS.items():
        field = screen.dialog.field(name)
        assert isinstance(field, QPlainTextEdit)
        field.setPlainText(text)
    screen.dialog.ok.click()
    qtbot.waitUntil(lambda: screen.buttons["sign"].isEnabled(), timeout=PATIENCE)
    with_key(world)
    said: list[Notice] = []
    screen.context.noticed.connect(said.append)
    screen.sign()
    assert screen.dialog is not None
    passphrase = screen.dialog.field("passphrase")
    assert isinstance(passphrase, QLineEdit)
    passphrase.setText(PASSPHRASE)
    screen.dialog.ok.click()
    qtbot.waitUntil(lambda: not list_fixes(world.workplace).rows[0].is_open, timeout=PATIENCE)
    qtbot.waitUntil(lambda: screen.stack.currentWidget() is screen.empty, timeout=PATIENCE)
    assert "Nothing is owed" in screen.empty.accessibleName()
    assert said[-1].text == f"{list_fixes(world.workplace).rows[0].fix.key} is signed off."
    assert said[-1].action is not None
    said[-1].action()  # the list shows it no more: what remains to do is offered where it is said
    dialog = screen.findChildren(ConfirmDialog)[-1]
    dialog.confirm.click()
    qtbot.waitUntil(lambda: bool(list_fixes(world.workplace).rows[0].change_key), timeout=PATIENCE)


def test_overdue_debts_are_counted_and_seen(screen: FixesScreen, world: World, qtbot: QtBot) -> None:
    enter(world, "first")
    world.clock.now += timedelta(days=30)
    enter(world, "second")
    reload(screen, qtbot)
    assert "2 of 2 owe documentation, 1 overdue, 1 of them long" in screen.caption.text()
    assert [row.fix.title for row in screen.table.records.records] == ["first", "second"]
    screen.table.selectRow(0)
    assert "long overdue" in screen.details.text()


def test_a_signed_fix_is_made_a_change_of(screen: FixesScreen, world: World, qtbot: QtBot) -> None:
    signed = sign(world, document(world, enter(world)))
    reload(screen, qtbot)
    screen.open_record(signed.id)
    assert screen.filter.current == "all"
    assert screen.buttons["convert"].isEnabled()
    assert "Ola Dahl, operations" in screen.details.text()


def test_deadlines_are_set_on_screen(screen: FixesScreen, world: World, qtbot: QtBot) -> None:
    command = next(one for one in screen.commands() if one.label.startswith("Deadlines"))
    command.run()
    qtbot.waitUntil(lambda: bool(screen.findChildren(FormDialog)), timeout=PATIENCE)
    dialog = screen.findChildren(FormDialog)[0]
    field = dialog.field("fix_working_days")
    assert isinstance(field, QSpinBox)
    field.setValue(4)
    dialog.ok.click()
    qtbot.waitUntil(lambda: read_rules(world.workplace).fix_working_days == 4, timeout=PATIENCE)
    assert read_rules(world.workplace).tolerance_minutes == 15


def test_a_long_documentation_is_read_in_full_before_it_is_signed(
    screen: FixesScreen, world: World, qtbot: QtBot
) -> None:
    fix = document(world, enter(world))
    edit_fix(world.workplace, replace(fix, steps_taken="<b>" + "L" * 10_000, reason="word " * 2_000))
    reload(screen, qtbot)
    screen.table.selectRow(0)
    screen.sign()
    assert screen.dialog is not None
    content = screen.dialog.field("content")
    assert isinstance(content, QPlainTextEdit)
    assert content.isReadOnly()
    assert "<b>" + "L" * 10_000 in content.toPlainText()
    assert content.isVisible()
    assert content.height() >= LINES_IN_SIGHT * content.fontMetrics().lineSpacing()
    assert not screen.dialog.field("signer").visibleRegion().isEmpty()
    screen.dialog.reject()
