"""Forms say what is missing, chips and labels never read markup, picking works by typing."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Preference, Theme
from app.ui.widgets import (
    Chip,
    ConfirmDialog,
    DurationEdit,
    FormDialog,
    InstantEdit,
    PickMany,
    PlainLabel,
    button,
    combo,
    text_area,
    value_of,
)
from app.ui.widgets.eliding_combo import ElidingComboBox


def test_ok_is_disabled_with_the_reason_until_the_form_is_right(qtbot):
    taken = []
    form = FormDialog("New freeze", submit=taken.append)
    qtbot.addWidget(form)
    name = form.add_field("name", "Name", QLineEdit(), required=True)
    form.add_field(
        "length", "Length", DurationEdit(90), check=lambda minutes: "Too long." if minutes > 100 else ""
    )
    assert not form.ok.isEnabled()
    assert "Name is missing." in form.ok.toolTip()
    qtbot.keyClicks(name, "Quarter end")
    form.ok.click()
    assert taken == [{"name": "Quarter end", "length": 90}]
    assert not form.ok.isEnabled()
    form.refuse("That name is taken.")
    assert form.ok.isEnabled()


def test_instants_are_taken_and_given_in_utc(qtbot):
    edit = InstantEdit("Europe/Berlin")
    qtbot.addWidget(edit)
    instant = datetime(2026, 11, 28, 21, 0, tzinfo=UTC)
    edit.set_instant(instant)
    assert edit.instant == instant


def test_picking_by_typing_and_taking_out(qtbot):
    pick = PickMany(Theme(Preference.LIGHT), [(1, "DB cluster 2"), (2, "Core switch")], "Items")
    qtbot.addWidget(pick)
    field = pick.findChild(QLineEdit)
    qtbot.keyClicks(field, "switch")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pick.picked == (2,)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert pick.picked == ()


@pytest.mark.parametrize("opens", ["down", "click"])
def test_what_can_be_taken_is_listed_to_who_knows_no_name(qtbot, opens):
    pick = PickMany(Theme(Preference.LIGHT), [(1, "DB cluster 2"), (2, "Core switch")], "Items")
    qtbot.addWidget(pick)
    pick.resize(500, pick.sizeHint().height())
    pick.show()
    pick.pick(1)
    field = pick.findChild(QLineEdit)
    if opens == "down":
        qtbot.keyClick(field, Qt.Key.Key_Down)
    else:
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    popup = field.completer().popup()
    assert popup.isVisible()
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == ["Core switch"]
    assert popup.width() > field.width()


def test_text_is_never_markup(qtbot):
    for made in (PlainLabel("<b>x</b>"), Chip("<b>x</b>", "met")):
        qtbot.addWidget(made)
        assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.accessibleName() == "<b>x</b>: met"


def test_confirming_waits_for_the_reason(qtbot):
    heard = []
    dialog = ConfirmDialog("Cancel?", "Sure?", "Cancel window", reason_label="Reason")
    qtbot.addWidget(dialog)
    dialog.confirmed.connect(heard.append)
    assert not dialog.confirm.isEnabled()
    dialog._reason.setPlainText("storm")
    dialog.confirm.click()
    assert heard == ["storm"]


def test_a_message_makes_room_for_itself(qtbot):
    """A short form grows by the message of a field; nothing of it has to be scrolled to."""
    form = FormDialog("Zone")
    qtbot.addWidget(form)
    field = form.add_field(
        "zone", "Zone", QLineEdit("UTC"), check=lambda text: "No such zone." * 12 if text != "UTC" else ""
    )
    form.show()
    before = form.height()
    qtbot.keyClicks(field, "x")
    qtbot.waitUntil(lambda: form.height() > before)
    qtbot.waitUntil(lambda: form._area.verticalScrollBar().maximum() == 0)


def test_control_and_enter_in_a_field_of_several_lines_is_ok_once_the_form_is_right(qtbot):
    dialog = FormDialog("Roll back")
    qtbot.addWidget(dialog)
    field = dialog.add_field("reason", "Why", text_area(), required=True)
    dialog.show()
    dialog.activateWindow()
    with qtbot.waitActive(dialog):
        pass
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    qtbot.keyClicks(field, "Index")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "corrupt")
    assert dialog.ok.isEnabled()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.values() == {"reason": "Index\ncorrupt"}


def test_enter_presses_the_button_it_is_at(qtbot):
    """Outside dialogs as inside, Enter does what Space does."""
    pressed = []
    made = button("Make the first", lambda: pressed.append(1))
    qtbot.addWidget(made)
    made.show()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(made, key)
    assert pressed == [1, 1, 1]


def test_a_reason_is_given_and_confirmed_without_the_mouse(qtbot):
    dialog = ConfirmDialog("Deciding all the same?", "It waits.", "Do it", reason_label="Reason")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    with qtbot.waitActive(dialog):
        pass
    qtbot.keyClicks(dialog.focusWidget(), "Late")
    with qtbot.waitSignal(dialog.confirmed) as told:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Late"]


def test_a_long_refusal_covers_no_field(qtbot):
    """The dialog grows by what is refused, however long, and the fields stay above it."""
    form = FormDialog("New change")
    qtbot.addWidget(form)
    for number in range(12):
        form.add_field(f"f{number}", f"Field {number}", QLineEdit())
    form.show()
    form.refuse("It cannot go into this window. " * 12, ("The window is running. " * 8,))

    def stands_below() -> bool:
        return form._refusal.geometry().top() >= form._area.geometry().bottom()

    qtbot.waitUntil(lambda: stands_below() and form._refusal.height() >= form._refusal.heightForWidth(512))
    assert form.height() <= form.screen().availableGeometry().height()


def test_a_narrow_combo_box_ends_a_long_choice_with_an_ellipsis(qtbot: QtBot) -> None:
    """What fits stands whole."""
    field = combo([(1, "Short"), (2, "A title that nobody would call short " * 4)], 2)
    qtbot.addWidget(field)
    field.setMinimumWidth(0)
    field.resize(200, 32)
    assert isinstance(field, ElidingComboBox)
    assert field.shown_text().startswith("A title")
    assert field.shown_text().endswith("…")
    assert field.fontMetrics().horizontalAdvance(field.shown_text()) < 200
    field.setCurrentIndex(0)
    assert field.shown_text() == "Short"


def test_all_of_a_long_introduction_can_be_read(qtbot: QtBot) -> None:
    """What is signed stands whole: what the screen cannot hold is scrolled to."""
    form = FormDialog(
        "Sign off", intro="\n\n".join("It was done because nothing else helped. " * 3 for _ in "x" * 40)
    )
    qtbot.addWidget(form)
    form.add_field("passphrase", "Passphrase", QLineEdit())
    form.show()
    intro = next(one for one in form.findChildren(QLabel) if one.text().startswith("It was done"))
    qtbot.waitUntil(lambda: intro.height() >= intro.heightForWidth(intro.width()))
    assert form._area.isAncestorOf(intro)
    assert form.height() <= form.screen().availableGeometry().height()


def test_a_form_is_placed_in_the_size_it_keeps(qtbot):
    form = FormDialog("Freeze", submit=lambda _values: None, intro="What is frozen, and why.")
    qtbot.addWidget(form)
    for number in range(4):
        form.add_field(f"text{number}", f"Text {number}", text_area("", 5))
    form.open()
    placed = form.size()
    qtbot.wait(50)
    assert form.size() == placed


@pytest.mark.parametrize(
    "make", [lambda: combo([(1, "One"), (2, "Two"), (3, "Three")], 2), QSpinBox, QComboBox]
)
def test_the_wheel_goes_past_a_field_and_scrolls_the_page(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    """Who scrolls through a form must not change what it says."""
    form = FormDialog("New freeze")
    qtbot.addWidget(form)
    field = form.add_field("field", "Field", make())
    if isinstance(field, QComboBox):
        field.addItems(["Four", "Five"])
        field.setCurrentIndex(1)
    form.show()
    before = value_of(field)
    middle = QPointF(field.rect().center())
    turn = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)
    assert value_of(field) == before
    assert field.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_an_arrow_on_a_button_that_stands_alone_goes_nowhere(qtbot: QtBot) -> None:
    """Down on the way on took the keyboard to the rail, and Enter then did something else."""
    form = FormDialog("New freeze")
    qtbot.addWidget(form)
    form.add_field("name", "Name", QLineEdit("Quarter end"))
    form.show()
    form.ok.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(form.ok, key)
        assert form.focusWidget() is form.ok


@pytest.mark.parametrize("is_dangerous", [True, False])
def test_a_second_enter_does_not_confirm_what_cannot_be_taken_back(qtbot: QtBot, is_dangerous: bool) -> None:
    dialog = ConfirmDialog("Undo?", "It goes.", "Undo", is_dangerous=is_dangerous)
    qtbot.addWidget(dialog)
    confirmed: list[str] = []
    dialog.confirmed.connect(confirmed.append)
    dialog.open()
    focused = dialog.focusWidget()
    assert focused is (dialog.cancel if is_dangerous else dialog.confirm)
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert confirmed == ([] if is_dangerous else [""])
    assert not dialog.isVisible()


def test_tab_goes_from_cancel_to_confirm_as_the_eye_does(qtbot: QtBot) -> None:
    dialog = ConfirmDialog("Undo?", "It goes.", "Undo", is_dangerous=True)
    qtbot.addWidget(dialog)
    dialog.open()
    QTest.keyClick(dialog.cancel, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.confirm
