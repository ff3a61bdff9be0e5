"""The strip of neighbouring windows: click one to see its board, drop changes on one to move them."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from app.domain.windows import MaintenanceWindow
from app.services.board_models import Neighbour
from app.ui.changes_drag import CHANGES_MIME, ids_of
from app.ui.texts import one_line


def window_label(window: MaintenanceWindow) -> str:
    """A window's local start, short: Sat 28 Nov, 22:00."""
    starts = window.starts_at.astimezone(ZoneInfo(window.zone_name))
    return f"{starts:%a} {starts.day} {starts:%b, %H:%M}"


class DropTarget(QPushButton):
    """One window (None: the intake list); takes changes dropped on it."""

    changes_dropped = Signal(object, object)
    window_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.window_id: int | None = None
        self.setAcceptDrops(True)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._chosen)

    def show_window(self, window: MaintenanceWindow, load: int, is_shown: bool) -> None:
        """Be this window's target."""
        self.window_id = window.id
        state = " · cancelled" if window.state == "cancelled" else ""
        self.setText(f"{window_label(window)}   {load}/{window.capacity_deployments}{state}")
        self.setChecked(is_shown)
        name = one_line(window.title, 120)
        self.setToolTip(f"{load} of {window.capacity_deployments} slots. Drop changes here to move them.")
        self.setAccessibleName(f"{name}, {self.text()}")

    def show_intake(self, count: int, is_shown: bool) -> None:
        """Be the intake list's target."""
        self.window_id = None
        self.setText(f"Intake   {count:,}")
        self.setChecked(is_shown)
        self.setToolTip("Changes without a window. Drop changes here to take them out of their window.")
        self.setAccessibleName(f"Intake, {count:,} changes")

    def _chosen(self) -> None:
        self.window_chosen.emit(self.window_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that changes may be dropped."""
        if event.mimeData().hasFormat(CHANGES_MIME):
            self._mark(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The drag went elsewhere."""
        self._mark(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Changes were dropped here."""
        self._mark(False)
        change_ids = ids_of(event.mimeData())
        if change_ids:
            event.acceptProposedAction()
            self.changes_dropped.emit(change_ids, self.window_id)

    def _mark(self, is_target: bool) -> None:
        self.setProperty("kind", "primary" if is_target else None)
        self.style().unpolish(self)
        self.style().polish(self)


class WindowStrip(QWidget):
    """Intake and the windows around the one shown, as targets."""

    changes_dropped = Signal(object, object)
    window_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget(self)
        inner.setProperty("role", "scrolled")
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._targets: list[DropTarget] = []
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def targets(self) -> Sequence[DropTarget]:
        """The targets shown, the intake list first."""
        return [target for target in self._targets if not target.isHidden()]

    def show_windows(self, intake: int, is_intake_shown: bool, neighbours: Sequence[Neighbour]) -> None:
        """Show these windows beside the intake list."""
        while len(self._targets) < len(neighbours) + 1:
            target = DropTarget(self)
            target.changes_dropped.connect(self.changes_dropped)
            target.window_chosen.connect(self.window_chosen)
            self._row.insertWidget(len(self._targets), target, 0, Qt.AlignmentFlag.AlignVCenter)
            self._targets.append(target)
        self._targets[0].show_intake(intake, is_intake_shown)
        for target, neighbour in zip(self._targets[1:], neighbours, strict=False):
            target.show_window(neighbour.window, neighbour.load, neighbour.is_shown)
        for place, target in enumerate(self._targets):
            target.setVisible(place <= len(neighbours))
        self.setFixedHeight(self._targets[0].sizeHint().height())
        shown = next((target for target in self._targets if target.isChecked()), self._targets[0])
        # The layout settles first; then the window shown is scrolled into view.
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(shown, 120, 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves along the windows."""
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.value() - (event.angleDelta().y() or event.angleDelta().x()))
