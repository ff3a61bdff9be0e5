"""The bar over the table: find, filter, group and fold, so that hundreds of activities stay workable."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from app.sequencing.model import Phase
from app.ui.commands import Command
from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.filters import ANY_CONFLICT, ANY_CRITICAL, NOBODY, ActivityFilter
from app.ui.sequence.model import SequenceModel
from app.ui.sequence.rows import PHASE_TITLES
from app.ui.theme import Theme
from app.ui.widgets import IconButton, PlainLabel, SearchField, button, combo, plain_tooltip

_GROUPINGS: list[tuple[object, str]] = [
    ("change", "By change"),
    ("player", "By player"),
    ("phase", "By phase"),
]
_MOST_NAME = 34
_QUIET_MS = 300
_SEARCH_WIDTHS = (120, 240)
_CHOICE_WIDTHS = (114, 190)
_GROUPING_WIDTH = 152
_GROWING = 4


class FilterBar(QWidget):
    """Search, choices that narrow the rows, and the grouping; the model follows each at once."""

    def __init__(
        self, editor: SequenceEditor, model: SequenceModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._model = model
        self.search = SearchField(theme, "Find", self)
        self.search.setToolTip(plain_tooltip("Find an activity by any of its texts ( / )"))
        self.search.setMinimumWidth(_SEARCH_WIDTHS[0])
        self.search.setMaximumWidth(_SEARCH_WIDTHS[1])
        self.search.searched.connect(model.set_needle)
        self.player = _choice("Player")
        self.change = _choice("Change")
        self.phase = _choice("Phase")
        self.workstream = _choice("Workstream")
        self.only = _choice("Conflicts and critical path")
        self.grouping = combo(_GROUPINGS, "change", name="Grouping")
        self.grouping.setFixedWidth(_GROUPING_WIDTH)
        self.clear_button = IconButton(theme, "close", "Show every activity", self.clear, self)
        self.fold_button = button("Fold all", self._fold, "flat", self)
        self.shown = PlainLabel("", "small", self)
        for choice in self._choices():
            choice.activated.connect(self._chosen)
        self.grouping.activated.connect(lambda: model.set_grouping(str(self.grouping.currentData())))
        model.rowsInserted.connect(self._count)
        model.rowsRemoved.connect(self._count)
        self._offers_due = QTimer(self)  # not in the frames of a drag: choices may follow a moment later
        self._offers_due.setSingleShot(True)
        self._offers_due.setInterval(_QUIET_MS)
        self._offers_due.timeout.connect(self._offer)
        editor.sequence_changed.connect(self._offers_due.start)
        self._lay_out()
        self._offer()
        self._count()

    def commands(self) -> list[Command]:
        """What can be found and narrowed, by name."""
        return [
            Command("Find an activity", self.begin_search, "/", "Sequence"),
            Command("Show only conflicts", partial(self.show_only, ANY_CONFLICT), "", "Sequence"),
            Command("Show only the critical path", partial(self.show_only, ANY_CRITICAL), "", "Sequence"),
            Command("Show every activity", self.clear, "", "Sequence"),
        ]

    def _choices(self) -> tuple[QComboBox, ...]:
        return self.player, self.change, self.phase, self.workstream, self.only

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, _GROWING)
        for choice in self._choices():
            row.addWidget(choice, _GROWING)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        for widget in (self.shown, self.grouping, self.fold_button):
            row.addWidget(widget)

    def wanted(self) -> ActivityFilter:
        """What the choices ask for now."""
        only, phase = self.only.currentData(), self.phase.currentData()
        return ActivityFilter(
            self.player.currentData(),
            self.change.currentData(),
            None if phase is None else Phase(phase),
            self.workstream.currentData(),
            only == ANY_CONFLICT,
            only == ANY_CRITICAL,
        )

    def clear(self) -> None:
        """Show every activity."""
        for choice in self._choices():
            choice.setCurrentIndex(0)
        self.search.clear()
        self._model.set_needle("")
        self._chosen()

    def begin_search(self) -> None:
        """Begin typing what to find."""
        self.search.setFocus()
        self.search.selectAll()

    def show_only(self, what: str) -> None:
        """Show only conflicts or only the critical path; the same again shows all."""
        place = self.only.findData(what)
        self.only.setCurrentIndex(0 if self.only.currentIndex() == place else place)
        self._chosen()

    def _chosen(self) -> None:
        self._model.set_filter(self.wanted())
        self._count()

    def _fold(self) -> None:
        self._model.fold_all(not self._model.is_folded)
        self._count()

    def _count(self) -> None:
        shown, total = self._model.shown_count, len(self._editor.sequence)
        self.shown.setText(f"{shown} of {total}" if shown < total else f"{total} activities")
        is_narrowed = shown < total or not self.wanted().is_empty or bool(self.search.text())
        self.clear_button.setVisible(is_narrowed)
        self.fold_button.setText("Open all" if self._model.is_folded else "Fold all")

    def _offer(self) -> None:
        """Offer what the sequence has; a choice that is gone becomes "any"."""
        activities = self._editor.sequence.rows
        names = self._editor.names
        people = sorted({(names.player_name(one), one) for a in activities for one in a.players})
        nobody = [(NOBODY, "Nobody named")] if any(not a.players for a in activities) else []
        _refill(self.player, "Any player", [(one, name) for name, one in people] + nobody)
        keys = dict.fromkeys(a.change_key for a in activities if a.change_key)
        no_change = [("", "No change")] if any(not a.change_key for a in activities) else []
        _refill(self.change, "Any change", [(key, names.change_title(key)) for key in keys] + no_change)
        phases = [phase for phase in Phase if any(a.phase is phase for a in activities)]
        _refill(self.phase, "Any phase", [(phase, PHASE_TITLES[phase]) for phase in phases])
        streams = dict.fromkeys(a.workstream for a in activities if a.workstream)
        _refill(self.workstream, "Any workstream", [(one, one) for one in streams])
        self.workstream.setVisible(bool(streams))
        _refill(self.only, "Everything", [(ANY_CONFLICT, "Conflicts"), (ANY_CRITICAL, "Critical path")])
        extra = [("workstream", "By workstream")] if streams else []
        extra += [("group", "By plan's group")] if any(a.group for a in activities) else []
        _refill(self.grouping, "", [*_GROUPINGS, *extra])
        self._count()


def _choice(name: str) -> QComboBox:
    made = combo([], None, name=name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setMinimumWidth(_CHOICE_WIDTHS[0])
    made.setMaximumWidth(_CHOICE_WIDTHS[1])
    return made


def _refill(box: QComboBox, any_words: str, entries: Sequence[tuple[object, str]]) -> None:
    """Put entries into a box if they differ, keeping what is chosen."""
    wanted = ([(None, any_words)] if any_words else []) + list(entries)
    if [(box.itemData(place), box.itemText(place)) for place in range(box.count())] == [
        (data, _short(text)) for data, text in wanted
    ]:
        return
    kept = box.currentData()
    box.clear()
    for data, text in wanted:
        box.addItem(_short(text), data)
    place = next((number for number, (data, _) in enumerate(wanted) if data == kept), 0)
    box.setCurrentIndex(place)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_NAME else f"{text[: _MOST_NAME - 1]}…"
