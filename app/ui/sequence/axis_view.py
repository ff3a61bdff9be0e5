"""The time axis: a painted view over the sequence's rows, scrolled together with the table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from app.sequencing.chance.outcome import Chance
from app.sequencing.model import Link
from app.sequencing.parsing import format_duration
from app.ui.sequence.axis_chance import CHANCE_FOOT, paint_chance
from app.ui.sequence.axis_drag import GRID_MINUTES, Drag
from app.ui.sequence.axis_geometry import ROW_HEIGHT, Hit, Places, hit_row, places_of
from app.ui.sequence.axis_paint import AxisPainter, clock_offset
from app.ui.sequence.axis_picture import Picture
from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.model import SequenceModel
from app.ui.sequence.rows import Row
from app.ui.sequence.scale import TimeScale
from app.ui.theme import Theme

HEADER_HEIGHT = 32
_ZOOM_STEP = 1.25
_SNAP_PIXELS = 6
_DAY = 1440
_LONG_TICK = 2 * _DAY
_CURSORS = {
    "edge": Qt.CursorShape.SizeHorCursor,
    "bar": Qt.CursorShape.OpenHandCursor,
    "knob": Qt.CursorShape.CrossCursor,
}


class AxisView(QAbstractScrollArea):
    """Bars that are dragged to move, pulled at the edge to resize, and linked from the handle.

    Keys: Left/Right move the selection by five minutes (Shift: one), Ctrl+Left/Right resize, plus and
    minus zoom, 0 shows all. `activity_activated` follows Enter and double click.
    """

    activity_activated = Signal(str)
    row_stepped = Signal(int)

    def __init__(
        self,
        editor: SequenceEditor,
        model: SequenceModel,
        theme: Theme,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._model = model
        self._theme = theme
        self._clock = clock
        self._painter = AxisPainter(theme)
        self._scale = TimeScale()
        self._is_fitted = True
        self._drag: Drag | None = None
        self._places: Places | None = None
        self._placed: tuple[list[Row], tuple[Link, ...]] = ([], ())
        self._overlays: list[Callable[[QPainter, Picture], None]] = []
        self._chance: Chance | None = None
        self._chance_words = ""
        self._hovered: str | None = None
        self._pointer = QPointF()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Time axis of the sequence")
        theme.theme_changed.connect(self._theme_changed)
        editor.sequence_changed.connect(self._sequence_changed)
        editor.selection_changed.connect(self.viewport().update)
        model.rowsInserted.connect(self._rows_changed)
        model.rowsRemoved.connect(self._rows_changed)

    @property
    def scale(self) -> TimeScale:
        """The scale shown now."""
        return self._scale

    def add_overlay(self, paint: Callable[[QPainter, Picture], None]) -> None:
        """Have something painted over the rows each time, such as where bars would go."""
        self._overlays.append(paint)

    def set_chance(self, chance: Chance | None, words: str) -> None:
        """Show the chance to finish as a band, its percentiles in `words`; None shows none."""
        self._chance, self._chance_words = chance, words
        self.viewport().update()

    def fit(self) -> None:
        """Show the whole window and whatever lies outside of it."""
        timings = self._editor.analysis.schedule.timings.values()
        first = min([0, *(timing.start for timing in timings)])
        last = max([self._editor.sequence.window_minutes, *(timing.finish for timing in timings)])
        self._scale = TimeScale.fitted(first, last, self.viewport().width())
        self._is_fitted = True
        self.viewport().update()

    def zoom(self, factor: float, at_x: float | None = None) -> None:
        """Magnify around a point, or the middle."""
        self._scale = self._scale.zoomed(factor, self.viewport().width() / 2 if at_x is None else at_x)
        self._is_fitted = False
        self.viewport().update()

    def zoom_to_selection(self) -> None:
        """Show just the selected activities; where none is, all the work that the table shows."""
        rows = [row.activity_id for row in self._model.rows if row.activity_id is not None]
        timings = self._editor.analysis.schedule.timings
        chosen = [timings[item] for item in self._editor.selected or rows]
        if not chosen:
            self.fit()
            return
        first, last = min(t.start for t in chosen), max(t.finish for t in chosen)
        self._scale = TimeScale.fitted(first, max(last, first + 10), self.viewport().width(), 80)
        self._is_fitted = False
        self.viewport().update()

    def top_of(self, position: int) -> float:
        """Where a row begins in the viewport."""
        return HEADER_HEIGHT + position * ROW_HEIGHT - self.verticalScrollBar().value()

    def hit_at(self, point: QPointF) -> Hit | None:
        """The activity under a point of the viewport, and which part of it."""
        if point.y() < HEADER_HEIGHT:
            return None
        position = int((point.y() - HEADER_HEIGHT + self.verticalScrollBar().value()) // ROW_HEIGHT)
        row = self._model.rows[position] if 0 <= position < len(self._model.rows) else None
        return hit_row(self._editor, self._scale, row, self.top_of(position), point)

    # -- painting ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that show, then the hours over them."""
        painter = QPainter(self.viewport())
        width, height = self.viewport().width(), self.viewport().height()
        painter.fillRect(event.rect(), self._theme.color("surface"))
        painter.setBrushOrigin(0, -self.verticalScrollBar().value())  # hatching moves with the rows
        painter.save()
        below = QRect(0, HEADER_HEIGHT, width, height - HEADER_HEIGHT)
        painter.setClipRect(below & event.rect())
        picture = self._picture(width, event.rect())
        self._painter.paint(painter, self._editor, picture)
        for paint in self._overlays:
            paint(painter, picture)
        if self._chance is not None:
            paint_chance(painter, self._theme, self._scale, self._chance, self._chance_words, width, height)
        painter.restore()
        if event.rect().top() < HEADER_HEIGHT:
            self._paint_hours(painter, width)
        painter.end()

    def _picture(self, width: int, exposed: QRect) -> Picture:
        offset = self.verticalScrollBar().value()
        rows: list[Row] = self._model.rows
        first = max(0, (offset + exposed.top() - HEADER_HEIGHT) // ROW_HEIGHT)
        last = min(len(rows), (offset + exposed.bottom() - HEADER_HEIGHT) // ROW_HEIGHT + 1)
        shown = [(rows[position], self.top_of(position)) for position in range(first, last)]
        links = self._editor.sequence.links
        if self._places is None or self._placed[0] is not rows or self._placed[1] is not links:
            self._places = places_of(rows, self._editor.sequence)
            self._placed = (rows, links)  # a drag changes neither, and comes with every frame
        line = None
        if self._drag is not None and self._drag.hit.part == "knob":
            line = QLineF(self._drag.origin, self._pointer)
        now = (self._clock() - self._editor.view.window.starts_at) / timedelta(minutes=1)
        ends = (exposed.top(), exposed.bottom() + 1)
        return Picture(
            shown,
            self._places,
            self.top_of(0),
            self._scale,
            width,
            ends,
            self._hovered,
            line,
            now,
            self.hasFocus(),
        )

    def _paint_hours(self, painter: QPainter, width: int) -> None:
        painter.fillRect(0, 0, width, HEADER_HEIGHT, self._theme.color("surface"))
        painter.setFont(self._theme.font("chip"))
        painter.setPen(self._theme.color("muted"))
        editor = self._editor
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        for minute in self._scale.ticks(width, clock_offset(editor)):
            local = editor.clock.local(minute)
            is_midnight = local.hour == 0 and local.minute == 0
            if self._scale.tick_minutes > _LONG_TICK:
                words = f"{local.day} {local:%b}"
            else:
                is_day = self._scale.tick_minutes >= _DAY or is_midnight
                words = f"{local:%a %d}" if is_day else f"{local:%H:%M}"
            painter.drawText(QRectF(self._scale.x(minute) + 5, 0, 70, HEADER_HEIGHT), middle, words)
        painter.setPen(self._theme.color("line"))
        painter.drawLine(0, HEADER_HEIGHT - 1, width, HEADER_HEIGHT - 1)

    # -- the pointer ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is pressed and begin a drag."""
        point = event.position()
        hit = self.hit_at(point)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if hit is None:
            self._editor.select(())
            return
        extends = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if extends:
            self._editor.select((*self._editor.selected, hit.activity_id))
        elif hit.activity_id not in self._editor.selected:
            self._editor.select((hit.activity_id,))
        if not self._editor.is_read_only:
            self._pointer = point
            self._drag = Drag.begin(self._editor, hit, point, self._scale.minute(point.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the drag, or show what could be done here."""
        point = event.position()
        self._pointer = point
        if self._drag is None:
            hit = self.hit_at(point)
            self._hovered = hit.activity_id if hit else None
            self.viewport().setCursor(_CURSORS[hit.part] if hit else Qt.CursorShape.ArrowCursor)
        elif (point - self._drag.origin).manhattanLength() > 3:
            is_fine = event.modifiers() & Qt.KeyboardModifier.AltModifier
            reach = 0 if is_fine else round(_SNAP_PIXELS / self._scale.pixels_a_minute)
            self._drag.to(self._scale.minute(point.x()), 1 if is_fine else GRID_MINUTES, reach)
            refusal = self._drag.refusal_of(self.hit_at(point))
            if refusal:
                QToolTip.showText(event.globalPosition().toPoint(), refusal, self.viewport())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        if self._drag is not None:
            drag, self._drag = self._drag, None
            drag.drop_on(self.hit_at(event.position()))
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is double clicked."""
        hit = self.hit_at(event.position())
        if hit is not None:
            self.activity_activated.emit(hit.activity_id)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        self._hovered = None
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms at the pointer, Shift scrolls in time, otherwise rows scroll."""
        steps = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM_STEP ** (steps.y() / 120), event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or steps.x():
            self._scale = self._scale.panned(-(steps.x() or steps.y()) / 2)
            self._is_fitted = False
            self.viewport().update()
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - steps.y() // 120 * 3 * ROW_HEIGHT)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips say times, slack and conflicts in plain text."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self.hit_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(hit) if hit else "", self.viewport())
            return True
        return bool(super().viewportEvent(event))

    def _words(self, hit: Hit) -> str:
        editor = self._editor
        activity = editor.sequence.activity(hit.activity_id)
        timing = editor.analysis.schedule.timings[activity.id]
        say = editor.view.surroundings.describe
        slack = "critical" if timing.is_critical else f"slack {format_duration(timing.total_slack)}"
        lines = [activity.title, f"{say(timing.start)} – {say(timing.finish)}, {slack}"]
        lines += [editor.names.players(activity) or "nobody yet", *editor.conflicts_of(activity.id)]
        return "\n".join(lines)

    # -- keys ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, resize, zoom, step and open by keyboard."""
        key, editor = event.key(), self._editor
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and editor.selected:
            step = 1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else GRID_MINUTES
            self._nudge(step if key == Qt.Key.Key_Right else -step, event.modifiers())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.row_stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and editor.selected:
            self.activity_activated.emit(editor.selected[0])
        elif key == Qt.Key.Key_Escape and self._drag is not None:
            drag, self._drag = self._drag, None
            drag.cancel()
        else:
            super().keyPressEvent(event)

    def _nudge(self, minutes: int, modifiers: Qt.KeyboardModifier) -> None:
        editor = self._editor
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            for activity_id in editor.selected:
                duration = editor.sequence.activity(activity_id).duration_minutes
                editor.resize(activity_id, max(1, duration + minutes))
        else:
            editor.move(editor.selected, minutes)

    # -- what changed --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing the whole window unless somebody zoomed."""
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()
        self._rows_changed()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, and paint what comes into view; what keeps its place is painted anew."""
        room = self.viewport().rect().adjusted(0, HEADER_HEIGHT, 0, 0)
        if dx or self._drag is not None or abs(dy) >= room.height():
            self.viewport().update()
            return
        self.viewport().scroll(0, dy, room)
        if self._chance is not None:
            foot = CHANCE_FOOT + abs(dy)
            self.viewport().update(room.adjusted(0, room.height() - foot, 0, 0))

    def _rows_changed(self) -> None:
        self._places = None
        self._fit_scrolling()

    def _fit_scrolling(self) -> None:
        room = self.viewport().height() - HEADER_HEIGHT
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, room))
        bar.setSingleStep(ROW_HEIGHT)
        bar.setRange(0, max(0, len(self._model.rows) * ROW_HEIGHT - room))
        self.viewport().update()

    def _sequence_changed(self) -> None:
        self._fit_scrolling()

    def _theme_changed(self) -> None:
        self._painter = AxisPainter(self._theme)
        self.viewport().update()
