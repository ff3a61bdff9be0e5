"""What the message bar shows, and that it does not say the same twice."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.context import Notice
from app.ui.shell.notices import MOST_NOTICES, NoticeBox, NoticeStack
from app.ui.theme import Preference, Theme


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


def shown(stack: NoticeStack) -> list[str]:
    """The texts of the notices that are not dismissed."""
    return [one.notice.text for one in stack.findChildren(NoticeBox) if not one.isHidden()]
