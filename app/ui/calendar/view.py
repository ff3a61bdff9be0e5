"""The calendar as people touch it: keys, mouse, moving and resizing windows, dropping changes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip, QWidget

from app.ui.calendar.entries import Entry, EntryKind
from app.ui.calendar.geometry import Box, Shape
from app.ui.calendar.model import CalendarModel
from app.ui.calendar.overlay import OverlaidCanvas
from app.ui.calendar.placing import Judge, Judgement, Placing, begin, carried_to, shifted
from app.ui.calendar.spans import Span
from app.ui.calendar.spans import shifted as day_shifted
from app.ui.calendar.week_page import snapped
from app.ui.changes_drag import ids_of
from app.ui.theme import Theme
from app.ui.widgets import plain_tooltip

RESIZE_EDGE = 6
STEP_MINUTES = 15
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


def _anything_goes(_entry: Entry, _starts: datetime, _ends: datetime) -> Judgement:
    return Judgement()


class CalendarView(OverlaidCanvas, QAbstractItemView):
    """Adds what a person does; signals tell it, and the screen does it.

    `window_placed` carries window id, UTC start and end; `changes_dropped` change ids and window id;
    `days_chosen` first and last day dragged over; `time_chosen` local start and end dragged over (week).
    """

    day_changed = Signal(object)
    entry_opened = Signal(object)
    day_opened = Signal(object)
    window_placed = Signal(int, object, object)
    changes_dropped = Signal(object, int)
    changes_hovering = Signal(object, int)
    time_chosen = Signal(object, object, object)
    step_requested = Signal(int)
    menu_requested = Signal(object, object, QPoint)

    def __init__(self, theme: Theme, model: CalendarModel, span: Span, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, span, parent)
        self._judge: Judge = _anything_goes
        self._placing: Placing | None = None
        self._pressed: tuple[QPoint, Box | None] | None = None
        self._ranged: tuple[date, int | None, int | None] | None = None
        self._drop_window: int | None = None
        self._drop_words = ""
        self._nearest_window: int | None = None

    @property
    def placing(self) -> Placing | None:
        """The window that is being moved or resized, if any."""
        return self._placing

    def set_judge(self, judge: Judge) -> None:
        """Tell what may lie where."""
        self._judge = judge

    def show_drop_reason(self, window_id: int, words: str, nearest_window: int | None) -> None:
        """Explain what speaks against dropping on a window, and ghost the nearest that takes it."""
        self._drop_window, self._drop_words, self._nearest_window = window_id, words, nearest_window
        self.viewport().update()

    def clear_drop_reason(self) -> None:
        """Take the explanation away."""
        self._drop_window, self._drop_words, self._nearest_window = None, "", None
        self.viewport().update()

    def start_placing(self, *, is_resize: bool = False) -> bool:
        """Take the current window up with the keyboard; False when no window is current."""
        entry = self.current_entry
        if entry is None or entry.kind is not EntryKind.WINDOW:
            return False
        self._placing = begin(entry, is_resize=is_resize, by_keyboard=True)
        self.viewport().update()
        return True

    # -- keyboard ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, or carry what is taken up; Enter opens or puts down; Escape lets go."""
        key = Qt.Key(event.key())
        if self._placing is not None:
            self._placing_key(key, event)
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and self._drop_words:
            self.clear_drop_reason()
        elif key in _ARROWS and not modifiers:
            self.go_to_day(day_shifted(self.span.day, _ARROWS[key]))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._cycle(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Space:
            self._cycle(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.step_requested.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self.go_to_day(self.span.first)
        elif key == Qt.Key.Key_End:
            self.go_to_day(self.span.after - timedelta(days=1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
        elif key == Qt.Key.Key_Menu or (
            key == Qt.Key.Key_F10 and modifiers == Qt.KeyboardModifier.ShiftModifier
        ):
            self._keyboard_menu()
        else:
            event.ignore()

    def _placing_key(self, key: Qt.Key, event: QKeyEvent) -> None:
        placing = self._placing
        assert placing is not None
        is_timed = self.page.tells_minutes or placing.is_resize
        if key == Qt.Key.Key_Escape:
            self._placing = None
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._put_down()
        elif key in _ARROWS:
            is_upright = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            way = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Right) else -1
            if is_timed and is_upright:
                self._placing = shifted(placing, 0, way * STEP_MINUTES, self._judge)
            elif placing.is_resize:
                self._placing = shifted(placing, 0, way * 60, self._judge)
            else:
                self._placing = shifted(placing, _ARROWS[key], 0, self._judge)
        else:
            event.accept()
        self._say_placing()
        self.viewport().update()

    def _say_placing(self) -> None:
        self.setAccessibleDescription(self._placing.words() if self._placing else "")

    def _cycle(self, way: int) -> None:
        rows = self.rows_of(self.span.day)
        if not rows:
            return
        current = self.currentIndex().row()
        place = rows.index(current) + way if current in rows else 0
        self.choose_row(rows[place % len(rows)])

    def _open_current(self) -> None:
        entry = self.current_entry
        if entry is not None:
            self.entry_opened.emit(entry)
        else:
            self.day_opened.emit(self.span.day)

    def _keyboard_menu(self) -> None:
        cell = self.page_layout().cell_of(self.span.day)
        rect = self.visualRect(self.currentIndex())
        if not rect.isValid() and cell is not None:
            rect = self.to_viewport(cell.rect)
        self.menu_requested.emit(
            self.current_entry, self.span.day, self.viewport().mapToGlobal(rect.center())
        )

    # -- mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse; a drag may follow."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        point = event.position().toPoint()
        box, place = self.box_at(point), self.place_at(point)
        self.clear_drop_reason()
        self._placing = None
        if place is not None:
            self.go_to_day(place.day, chooses=False)
        self.choose_row(box.row if box else -1)
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (point, box) if is_left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a window, or over free time; without a button, show what an edge would do."""
        point = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(point)
            return
        start, box = self._pressed
        if (point - start).manhattanLength() < QApplication.startDragDistance() and self._placing is None:
            return
        if box is not None:
            self._drag_box(point, start, box)
        else:
            self._drag_range(point, start)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what was dragged."""
        self._pressed = None
        if self._placing is not None and not self._placing.is_by_keyboard:
            self._put_down()
        elif self._ranged is not None:
            day, first, last = self._ranged
            self._ranged = None
            if first is not None and last is not None:
                self.time_chosen.emit(day, min(first, last), max(first, last))
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an entry, or make something new on a free day."""
        point = event.position().toPoint()
        box, place = self.box_at(point), self.place_at(point)
        if box is not None:
            self.entry_opened.emit(self.entry(box.row))
        elif place is not None:
            self.day_opened.emit(place.day)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is under the mouse."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._keyboard_menu()
            return
        box, place = self.box_at(event.pos()), self.place_at(event.pos())
        day = place.day if place else self.span.day
        self.menu_requested.emit(self.entry(box.row) if box else None, day, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole of an entry as its tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            box = self.box_at(event.pos())
            words = plain_tooltip(self.entry(box.row).words) if box else ""
            rect = self.to_viewport(box.rect) if box else QRect()
            QToolTip.showText(event.globalPos(), words, self.viewport(), rect)
            return True
        return bool(super().viewportEvent(event))

    def _drag_box(self, point: QPoint, start: QPoint, box: Box) -> None:
        entry = self.entry(box.row)
        place = self.place_at(point)
        if entry.kind is not EntryKind.WINDOW or place is None:
            return
        if self._placing is None:
            origin = self.place_at(start)
            grabbed = 0
            if origin is not None and origin.minute is not None:
                day_minutes = (origin.day - entry.starts.date()).days * 24 * 60
                grabbed = day_minutes + origin.minute - entry.starts.hour * 60 - entry.starts.minute
            self._placing = begin(entry, grabbed_minutes=grabbed, is_resize=self._is_edge(start, box))
        minute = place.minute
        day = place.day
        if minute is not None and not self._placing.is_resize:
            total = minute - self._placing.grabbed_minutes
            day, minute = day + timedelta(days=total // (24 * 60)), total % (24 * 60)
        minute = snapped(minute, STEP_MINUTES) if minute is not None else None
        self._placing = carried_to(self._placing, day, minute, self._judge)

    def _drag_range(self, point: QPoint, start: QPoint) -> None:
        first, last = self.place_at(start), self.place_at(point)
        if first is None or last is None or first.minute is None:
            return
        end = last.minute if last.minute is not None else first.minute
        self._ranged = (first.day, snapped(first.minute), snapped(end))

    def _is_edge(self, point: QPoint, box: Box) -> bool:
        if box.shape is not Shape.BLOCK or not box.is_last:
            return False
        return self.to_content(point).y() > box.rect.bottom() - RESIZE_EDGE

    def _show_cursor(self, point: QPoint) -> None:
        box = self.box_at(point)
        is_window = box is not None and self.entry(box.row).kind is EntryKind.WINDOW
        shape = Qt.CursorShape.ArrowCursor
        if box is not None and is_window:
            is_edge = self._is_edge(point, box)
            shape = Qt.CursorShape.SizeVerCursor if is_edge else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def _put_down(self) -> None:
        placing, self._placing = self._placing, None
        if placing is None or not placing.is_changed:
            return
        if placing.is_by_keyboard:
            self.go_to_day(placing.starts.date(), chooses=False)
        assert placing.entry.window_id is not None
        self.window_placed.emit(placing.entry.window_id, placing.starts, placing.ends)

    # -- changes dropped ---------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Changes may be dropped here."""
        if ids_of(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the window that would take them."""
        window_id = self._window_under(event.position().toPoint())
        if window_id is None:
            self.clear_drop_reason()
            event.ignore()
            return
        if window_id != self._drop_window:
            self.show_drop_reason(window_id, "", None)
            self.changes_hovering.emit(ids_of(event.mimeData()), window_id)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.clear_drop_reason()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the changes to the window under the mouse, or the one of that day."""
        window_id = self._window_under(event.position().toPoint())
        ids = ids_of(event.mimeData())
        if window_id is None or not ids:
            event.ignore()
            return
        event.acceptProposedAction()
        self.clear_drop_reason()
        self.changes_dropped.emit(ids, window_id)

    def _window_under(self, point: QPoint) -> int | None:
        box = self.box_at(point)
        if box is not None and self.entry(box.row).window_id is not None:
            return self.entry(box.row).window_id
        place = self.place_at(point)
        if place is None:
            return None
        rows = [row for row in self.rows_of(place.day) if self.entry(row).kind is EntryKind.WINDOW]
        return self.entry(rows[0]).window_id if rows else None
