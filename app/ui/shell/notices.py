"""The message bar: notices that stop nobody, each with one action such as Undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.context import Notice
from app.ui.theme import Theme
from app.ui.widgets import IconButton, PlainLabel, button

SHOWN_MILLISECONDS = 8000
MOST_NOTICES = 3
NOTICE_WIDTH = 420
BOTTOM_MARGIN = 80
"""Above the status bar, and above the way on at the bottom of an import with the words that say what it waits
for."""
ICONS = {"accent": "info", "met": "done", "waived": "warning", "not_met": "error"}


class NoticeBox(QFrame):
    """One notice: its icon, its text, its action and a way to dismiss it."""

    def __init__(self, theme: Theme, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.stays = notice.stays
        self.setProperty("role", "notice")
        self.setProperty("tone", notice.tone)
        self.setFixedWidth(NOTICE_WIDTH)
        self.setAccessibleName(notice.text)
        icon = QLabel(self)
        icon.setPixmap(
            theme.icon(ICONS[notice.tone], notice.tone).pixmap(QSize(16, 16), self.devicePixelRatioF())
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(PlainLabel(notice.text, wraps=True), 1)
        if notice.action is not None:
            row.addWidget(button(notice.action_label, self._act, "link", self))
        row.addWidget(IconButton(theme, "close", "Dismiss", self.dismiss, compact=True))
        if not notice.stays:
            QTimer.singleShot(SHOWN_MILLISECONDS, self, self.dismiss)

    def dismiss(self) -> None:
        """Take the notice away."""
        self.hide()
        self.deleteLater()

    def _act(self) -> None:
        self.dismiss()
        if self.notice.action is not None:
            self.notice.action()


class NoticeStack(QWidget):
    """The notices shown over the bottom of `host`, newest below."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()
        host.installEventFilter(self)

    def show_notice(self, notice: Notice) -> None:
        """Show one more, once what says the same has gone; when there are too many the oldest goes, first of
        those that go by themselves."""
        for same in self._boxes():
            if same.notice == notice:
                same.dismiss()
        boxes = self._boxes()
        boxes.sort(key=lambda box: box.stays)
        for old in boxes[: max(0, len(boxes) - MOST_NOTICES + 1)]:
            old.dismiss()
        box = NoticeBox(self._theme, notice, self)
        box.installEventFilter(self)
        self._column.addWidget(box)
        box.show()
        self.show()
        self.raise_()
        self._place()

    def _boxes(self) -> list[NoticeBox]:
        """The notices shown, from the oldest to the newest."""
        return [one for one in self.findChildren(NoticeBox) if not one.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size and the notices that come and go."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.LayoutRequest):
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        is_empty = all(box.isHidden() for box in self.findChildren(NoticeBox))
        self.setVisible(not is_empty)
        host = self.parentWidget()
        if host is None or is_empty:
            return
        self._column.activate()
        height = self._column.heightForWidth(NOTICE_WIDTH) if self._column.hasHeightForWidth() else 0
        height = max(height, self._column.minimumSize().height())
        left = (host.width() - NOTICE_WIDTH) // 2
        self.setGeometry(left, host.height() - height - BOTTOM_MARGIN, NOTICE_WIDTH, height)
