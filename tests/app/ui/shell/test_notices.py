"""What the message bar shows, and that it does not say the same twice."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.context import Notice
from app.ui.imports.frame import Footer
from app.ui.shell.notices import MOST_NOTICES, NoticeBox, NoticeStack
from app.ui.theme import Preference, Theme

PAGE_MARGIN = 12


def test_the_same_notice_is_shown_once_and_the_newest_of_others(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    stack = NoticeStack(Theme(Preference.LIGHT), host)
    again = Notice("There is no step behind this one.", "waived")
    for _ in range(MOST_NOTICES):
        stack.show_notice(again)
    assert shown(stack) == [again.text]
    for number in range(MOST_NOTICES):
        stack.show_notice(Notice(f"List {number} arrived."))
    assert shown(stack) == [f"List {number} arrived." for number in range(MOST_NOTICES)]


def test_a_notice_leaves_the_way_on_of_an_import_in_view(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1280, 800)
    host.show()
    theme = Theme(Preference.LIGHT)
    needed = Footer(host).back.sizeHint().height() + PAGE_MARGIN + theme.space("status_bar_height")
    stack = NoticeStack(theme, host)
    stack.show_notice(Notice("list.csv arrived."))
    assert stack.geometry().bottom() < host.height() - needed


def shown(stack: NoticeStack) -> list[str]:
    """The texts of the notices that are not dismissed."""
    return [one.notice.text for one in stack.findChildren(NoticeBox) if not one.isHidden()]
