"""The item model of the sequence: what the table edits, and what readers of the time axis are told."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from app.sequencing import editing
from app.sequencing.clock import format_clock, parse_clock
from app.sequencing.model import Activity
from app.sequencing.parsing import format_duration, format_predecessors, parse_duration, parse_predecessors
from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.filters import ActivityFilter
from app.ui.sequence.rows import Row, make_rows

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COLUMNS = ("#", "Activity", "Start", "Duration", "After", "Player", "Slack")
NUMBER, TITLE, START, DURATION, AFTER, PLAYER, SLACK = range(len(COLUMNS))
_EDITABLE = (TITLE, START, DURATION, AFTER)
_NO_INDEX = QModelIndex()


class SequenceModel(QAbstractTableModel):
    """Rows of the sequence in display order; edits go through the editor and come back as changes."""

    def __init__(self, editor: SequenceEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._grouping = "change"
        self._needle = ""
        self._filter = ActivityFilter()
        self._collapsed: frozenset[str] = frozenset()
        self._rows: list[Row] = []
        self._seen = editor.sequence
        self._shown: dict[str, tuple[object, ...]] = {}
        editor.sequence_changed.connect(self._follow)
        self.refresh()

    @property
    def rows(self) -> list[Row]:
        """The rows shown, from the top."""
        return self._rows

    def row_at(self, index: Index) -> Row | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, activity_id: str) -> int | None:
        """Where an activity is shown (first), or None."""
        for number, row in enumerate(self._rows):
            if row.activity_id == activity_id:
                return number
        return None

    def set_grouping(self, grouping: str) -> None:
        """Group by "change", "player", "phase", "workstream" or "group"."""
        self._grouping = grouping
        self._collapsed = frozenset()
        self.refresh()

    def set_filter(self, wanted: ActivityFilter) -> None:
        """Show only what the filter wants."""
        self._filter = wanted
        self.refresh()

    @property
    def shown_count(self) -> int:
        """How many activities pass text and filter, those in collapsed groups included."""
        return len({row.activity_id for row in self._matching() if row.activity_id is not None})

    @property
    def is_folded(self) -> bool:
        """Whether every group is collapsed."""
        headings = {row.group for row in self._rows if row.activity_id is None}
        return bool(headings) and headings <= self._collapsed

    def fold_all(self, is_folded: bool) -> None:
        """Collapse every group, or open them all."""
        headings = frozenset(row.group for row in self._rows if row.activity_id is None)
        self._collapsed = headings if is_folded else frozenset()
        self.refresh()

    def reveal(self, activity_id: str) -> None:
        """Open the group of an activity that is folded away."""
        if self.row_of(activity_id) is None:
            groups = {row.group for row in self._matching() if row.activity_id == activity_id}
            self._collapsed -= groups
            self.refresh()

    def _matching(self, collapsed: frozenset[str] = frozenset()) -> list[Row]:
        editor = self._editor
        wants = None if self._filter.is_empty else self._wants
        return make_rows(editor.sequence, editor.names, self._grouping, self._needle, collapsed, wants)

    def _wants(self, activity: Activity) -> bool:
        editor = self._editor
        is_critical = activity.id in editor.analysis.critical
        return self._filter.wants(activity, bool(editor.conflicts_of(activity.id)), is_critical)

    def set_needle(self, needle: str) -> None:
        """Show only rows that contain this text."""
        self._needle = needle
        self.refresh()

    def toggle(self, group: str) -> None:
        """Collapse a group, or open it."""
        self._collapsed = self._collapsed ^ {group}
        self.refresh()

    def is_collapsed(self, group: str) -> bool:
        """Whether a group shows its heading only."""
        return group in self._collapsed

    @Slot()
    def _follow(self) -> None:
        """After an edit: where only times changed, as in a drag, the rows stand as they are."""
        before, now = self._seen.activities, self._editor.sequence.activities
        is_same = len(before) == len(now) and all(
            one is other or _stands_alike(one, other) for one, other in zip(before, now, strict=True)
        )
        if not is_same or self._filter.follows_times:
            self.refresh()
            return
        self._seen = self._editor.sequence
        self._tell_changed_rows()

    def _tell_changed_rows(self) -> None:
        """Name only the rows that say something else than before, so that a drag repaints few cells."""
        before, self._shown = self._shown, self._states()
        changed = {key for key, state in self._shown.items() if before.get(key) != state}
        for position, row in enumerate(self._rows) if changed else ():
            if row.activity_id in changed:
                self.dataChanged.emit(self.index(position, 0), self.index(position, len(COLUMNS) - 1))

    def _states(self) -> dict[str, tuple[object, ...]]:
        """What rows show that an edit elsewhere may change: times, duration, conflicts, links in."""
        editor = self._editor
        timings, links = editor.analysis.schedule.timings, editor.sequence.links_into
        reasons = editor.conflicts_by_row
        return {
            activity.id: (
                timings[activity.id],
                activity.fixed_start,
                len(reasons.get(activity.id, ())),
                links.get(activity.id),
            )
            for activity in editor.sequence.activities
        }

    def refresh(self) -> None:
        """Follow the sequence: only rows that differ are inserted, removed or changed."""
        editor = self._editor
        self._seen = editor.sequence
        wanted = self._matching(self._collapsed)
        old_keys = [row.key for row in self._rows]
        new_keys = [row.key for row in wanted]
        head = 0
        while head < min(len(old_keys), len(new_keys)) and old_keys[head] == new_keys[head]:
            head += 1
        tail = 0
        while tail < min(len(old_keys), len(new_keys)) - head and old_keys[-1 - tail] == new_keys[-1 - tail]:
            tail += 1
        if len(old_keys) - tail > head:
            self.beginRemoveRows(_NO_INDEX, head, len(old_keys) - tail - 1)
            del self._rows[head : len(old_keys) - tail]
            self.endRemoveRows()
        if len(new_keys) - tail > head:
            self.beginInsertRows(_NO_INDEX, head, len(new_keys) - tail - 1)
            self._rows[head:head] = wanted[head : len(new_keys) - tail]
            self.endInsertRows()
        self._rows = wanted
        self._shown = self._states()
        if wanted:
            self.dataChanged.emit(self.index(0, 0), self.index(len(wanted) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are enabled only; activities can be selected and, where they are text, edited."""
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.activity_id is None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in _EDITABLE and not self._editor.is_read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts to show and edit, conflicts as tooltip, and the row itself by ROW_ROLE."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if row.activity_id is None:
            shown = role == Qt.ItemDataRole.DisplayRole and index.column() == NUMBER
            return row.title if shown or role == Qt.ItemDataRole.AccessibleTextRole else None
        activity = self._editor.sequence.activity(row.activity_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return self._edit_text(activity, row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            reasons = self._editor.conflicts_of(activity.id)
            return "\n".join(reasons) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(activity)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (NUMBER, SLACK):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; what cannot be read is refused in words and changes nothing."""
        row = self.row_at(index)
        if row is None or row.activity_id is None or role != Qt.ItemDataRole.EditRole:
            return False
        editor, activity_id, text = self._editor, row.activity_id, str(value)
        if text == self._edit_text(editor.sequence.activity(activity_id), row, index.column()):
            return False
        try:
            return self._take(activity_id, index.column(), text)
        except ValueError as error:
            editor.refused.emit(str(error))
            return False

    def _take(self, activity_id: str, column: int, text: str) -> bool:
        editor = self._editor
        if column == TITLE:
            return editor.apply(
                lambda sequence: editing.retitle_activity(sequence, activity_id, text.strip())
            )
        if column == DURATION:
            return editor.resize(activity_id, parse_duration(text))
        if column == START:
            if not text.strip():
                return editor.apply(
                    lambda sequence: editing.start_as_early_as_possible(sequence, (activity_id,))
                )
            entry = parse_clock(text, editor.clock)
            name = "fixed_start" if entry.is_fixed else "planned_start"
            return editor.set_field((activity_id,), name, entry.minute)
        links = parse_predecessors(text, activity_id, editor.sequence)
        return editor.apply(lambda sequence: editing.set_predecessors(sequence, activity_id, links))

    def text(self, row: Row, column: int) -> str:
        """What a cell of an activity's row says; headings say nothing."""
        if row.activity_id is None:
            return ""
        editor = self._editor
        activity = editor.sequence.activity(row.activity_id)
        timing = editor.analysis.schedule.timings[activity.id]
        if column == NUMBER:
            return str(row.number)
        if column == TITLE:
            return activity.title
        if column == START:
            return format_clock(timing.start, editor.clock, activity.fixed_start is not None)
        if column == DURATION:
            is_point = activity.is_go_no_go and not activity.duration_minutes
            return "◆" if is_point else format_duration(activity.duration_minutes)
        if column == AFTER:
            links = editor.sequence.links_into.get(activity.id, [])
            return format_predecessors(links, editor.sequence) if links else ""
        if column == PLAYER:
            return editor.names.players(activity)
        return format_duration(timing.total_slack)

    def _edit_text(self, activity: Activity, row: Row, column: int) -> str:
        if column == DURATION:
            return format_duration(activity.duration_minutes)
        return self.text(row, column)

    def _spoken(self, activity: Activity) -> str:
        editor = self._editor
        timing = editor.analysis.schedule.timings[activity.id]
        start, finish = (format_clock(minute, editor.clock) for minute in (timing.start, timing.finish))
        parts = [activity.title, f"{start} to {finish}", editor.names.players(activity)]
        parts.append("critical" if timing.is_critical else f"slack {format_duration(timing.total_slack)}")
        return ", ".join(part for part in (*parts, *editor.conflicts_of(activity.id)) if part)


def _stands_alike(one: Activity, other: Activity) -> bool:
    """Whether two states of an activity stand in the same row, group and filter."""
    return (
        one.id == other.id
        and one.position == other.position
        and one.title == other.title
        and one.change_key == other.change_key
        and one.phase is other.phase
        and one.players == other.players
        and one.team_id == other.team_id
        and one.instructions == other.instructions
        and one.workstream == other.workstream
        and one.group == other.group
    )
