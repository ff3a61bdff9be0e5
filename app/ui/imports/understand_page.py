"""The second page: what the list seems to be; each guess is shown as one and changed in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.importing.sources.known import SOURCES
from app.importing.table import Table
from app.importing.times.orders import DateOrder
from app.services.imports.kinds import KINDS
from app.services.imports.reading import DELIMITERS, ENCODINGS, ReadingChoice
from app.ui.calendar.dialogs.zones import zone_check, zone_field, zone_meant
from app.ui.imports import guesses
from app.ui.imports.date_question import DateQuestion
from app.ui.imports.draft import Draft, kind_label, shortened
from app.ui.imports.halves import Halves, as_wide_as_halves, field_grid
from app.ui.imports.memory_line import MemoryLine
from app.ui.imports.texts import counted
from app.ui.theme import Theme
from app.ui.widgets import Chip, PlainLabel, button, combo, replace_content
from app.ui.widgets.scrolled import let_scroll_past

HEADER_ROWS_OFFERED = 30
FIELD_WIDTH, MARGIN = 240, 8
OTHER_SOURCE = "Another program"


class UnderstandPage(QScrollArea):
    """The guesses about a list.

    `reading_changed` carries what to read otherwise (encoding, delimiter, sheet, header_row) and its value;
    `kind_changed`, `zone_changed` and `source_changed` a name; `order_answered` a header and an order;
    `column_shown` the header that is asked about where the keyboard is at, "" elsewhere.
    """

    reading_changed = Signal(str, object)
    kind_changed = Signal(str)
    zone_changed = Signal(str)
    source_changed = Signal(str)
    order_answered = Signal(str, str)
    column_shown = Signal(str)
    window_chosen = Signal(object)
    forgetting_wanted = Signal()
    guessing_anew_wanted = Signal()
    calendar_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to what the keyboard comes to
        self.stands_after: QWidget | None = None  # what Tab leaves to come to the first guess
        self._fields: dict[str, QComboBox] = {}

    def field(self, name: str) -> QComboBox:
        """The field of a guess: source, kind, encoding, delimiter, header_row, zone, or "order HEADER"."""
        return self._fields[name]

    def focused_field(self) -> str:
        """The name of the field with the keyboard, if any."""
        return next((name for name, box in self._fields.items() if box.hasFocus()), "")

    def question(self) -> QWidget | None:
        """The first question that is still open, if any; without a window to choose, the way to the first."""
        boxes = (box for name, box in self._fields.items() if name == "window" or name.startswith("order "))
        asked = next((box for box in boxes if not box.currentData()), None)
        return asked if asked is None or asked.isEnabled() else self.plan_window

    def wanted_height(self) -> int:
        """How high the page is when nothing of it is hidden, in pixels."""
        content = self.widget()
        return 0 if content is None else content.sizeHint().height() + MARGIN

    def show_draft(self, draft: Draft) -> None:
        """Show everything that was found out."""
        focused = self.focused_field()
        self._fields = {}
        content = QWidget()
        content.setProperty("role", "scrolled")
        page = QVBoxLayout(content)
        page.setContentsMargins(0, 0, 12, 8)
        page.setSpacing(12)
        self.halves = Halves((self._what(draft), self._how(draft)))
        page.addWidget(self.halves)
        self._dates(page, draft)
        self._memory(page, draft)
        self._notes(page, draft)
        page.addStretch(1)
        if focused:  # else what is replaced would hand the keyboard to the rows of the file
            self.setFocus()
        replace_content(self, content)
        self._order_for_tab(content)
        self.focus_field(focused)

    def focus_field(self, name: str) -> None:
        """Give the keyboard to a field, where it is there."""
        if name in self._fields:
            self._fields[name].setFocus()

    def show_focused(self) -> None:
        """Scroll to the field with the keyboard, which in a low window may be further down."""
        if (focused := next((box for box in self._fields.values() if box.hasFocus()), None)) is not None:
            self.ensureWidgetVisible(focused)

    def _order_for_tab(self, content: QWidget) -> None:
        """Tab comes to what was made anew where it stands: after the steps, before the rows of the file."""
        before = self.stands_after
        for one in content.findChildren(QWidget):
            if before is not None and isinstance(one, QComboBox | QPushButton):
                QWidget.setTabOrder(before, one)
                before = one

    def _what(self, draft: Draft) -> QGridLayout:
        assert draft.understood is not None
        assert draft.mapping is not None
        understood, grid = draft.understood, field_grid()
        source = draft.mapping.source or OTHER_SOURCE
        names = [(one, one) for one in dict.fromkeys([source, *(one.name for one in SOURCES), OTHER_SOURCE])]
        state = guesses.source_state(draft, understood)
        self._row(grid, "source", "Comes from", names, source, state, self._source)
        kinds = [(name, kind_label(name)) for name in KINDS]
        if draft.mapping.kind not in KINDS:
            kinds.insert(0, (draft.mapping.kind, kind_label(draft.mapping.kind)))
        state = guesses.kind_state(draft, understood)
        self._row(grid, "kind", "It is a list of", kinds, draft.mapping.kind, state, self.kind_changed.emit)
        self._zone(grid, draft)
        known = KINDS.get(draft.mapping.kind)
        if known is not None and known.needs_window:
            self._window(grid, draft)
        return grid

    def _zone(self, grid: QGridLayout, draft: Draft) -> None:
        """The zone of times that name none, chosen or written: a city is enough."""
        assert draft.understood is not None
        state = guesses.zone_state(draft, draft.understood)
        box = zone_field(draft.zone_name)
        box.setAccessibleName("Times are of")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        let_scroll_past(box)
        self._zone_name = draft.zone_name
        self._zone_chip = self._put(grid, "zone", "Times are of", box, state)
        line = box.lineEdit()
        assert line is not None
        for settled in (box.activated, line.editingFinished):
            settled.connect(self.take_zone)

    def take_zone(self) -> bool:
        """Take the zone that is written; False, and said beside it, where there is none of that name."""
        box = self._fields["zone"]
        name = zone_meant(box.currentText())
        if name == self._zone_name:
            return True
        if refusal := zone_check(name):
            self._zone_chip.show_state("Not a time zone", "waived", refusal)
            return False
        self._zone_name = name
        self.zone_changed.emit(name)
        return True

    def _window(self, grid: QGridLayout, draft: Draft) -> None:
        """Ask for the window a plan is for; where there is none yet, show the way to the first."""
        first = "Choose…" if draft.windows else "None is planned yet"
        windows: list[tuple[object, str]] = [(None, first), *draft.windows]
        state = guesses.window_state(draft)
        box = self._row(
            grid, "window", "For the window", windows, draft.window_id, state, self.window_chosen.emit
        )
        if told := guesses.told_of_window(draft):
            grid.addWidget(PlainLabel(told, "muted", wraps=True), grid.rowCount(), 1, 1, 3)
        if not draft.windows:
            box.setEnabled(False)
            self.plan_window = button("Plan a window in the calendar", self.calendar_wanted.emit, "link")
            grid.addWidget(self.plan_window, grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)

    def _how(self, draft: Draft) -> QGridLayout:
        assert draft.understood is not None
        table, grid, choice = draft.understood.table, field_grid(), draft.choice
        if table.sheets or table.sheet:
            names = table.sheets or (table.sheet,)
            sheets = [(one, shortened(one, 40)) for one in names]
            state = guesses.sheet_state(bool(choice.sheet), len(names))
            self._row(grid, "sheet", "Sheet", sheets, table.sheet, state, self._reading("sheet"))
        elif table.delimiter:
            self._letters(grid, table, choice)
        if table.sheet or table.delimiter:  # a calendar has neither, and no row of names
            self._names(grid, table, choice)
        return grid

    def _letters(self, grid: QGridLayout, table: Table, choice: ReadingChoice) -> None:
        state = guesses.found(bool(choice.encoding), "Found from the letters in the file.")
        codecs = dict.fromkeys([table.encoding, *ENCODINGS])
        encodings = [(one, guesses.ENCODING_NAMES.get(one, one.upper())) for one in codecs]
        changed = self._reading("encoding")
        self._row(grid, "encoding", "Letters are in", encodings, table.encoding, state, changed)
        known = dict(DELIMITERS)
        marks = [*DELIMITERS, *([] if table.delimiter in known else [(table.delimiter, table.delimiter)])]
        state = guesses.found(bool(choice.delimiter), "Most rows have the same width with it.")
        changed = self._reading("delimiter")
        self._row(grid, "delimiter", "Columns end at", marks, table.delimiter, state, changed)

    def _names(self, grid: QGridLayout, table: Table, choice: ReadingChoice) -> None:
        header = guesses.header_row(table) if choice.header_row is None else choice.header_row
        offered = max(HEADER_ROWS_OFFERED, header)
        rows: list[tuple[object, str]] = [(0, "No names: data from row 1")]
        rows += [(number, f"Row {number}") for number in range(1, offered + 1)]
        state = guesses.header_state(choice.header_row is not None, table.has_header)
        self._row(grid, "header_row", "Names are in", rows, header, state, self._reading("header_row"))

    def _dates(self, page: QVBoxLayout, draft: Draft) -> None:
        assert draft.mapping is not None
        orders = draft.date_orders
        asked = [
            header
            for header, one in orders.items()
            if one.is_ambiguous or (header in draft.mapping.date_orders and guesses.is_two_way(one.example))
        ]
        for header in asked:
            page.addLayout(as_wide_as_halves(self._question(draft, header, orders[header])))
        plain = [header for header in orders if header not in asked]
        if plain:
            first = orders[plain[0]]
            others = f" and {counted(len(plain) - 1, 'more column')}" if len(plain) > 1 else ""
            text = f"Dates in “{shortened(plain[0], 40)}”{others}: {first.reason}"
            page.addWidget(PlainLabel(text, "muted", wraps=True))

    def _question(self, draft: Draft, header: str, order: DateOrder) -> QWidget:
        question = DateQuestion(draft, header, order)
        question.answered.connect(self.order_answered)
        question.looked_at.connect(self.column_shown)
        self._fields[f"order {header}"] = question.box
        return question

    def _memory(self, page: QVBoxLayout, draft: Draft) -> None:
        assert draft.understood is not None
        if not draft.understood.is_remembered and draft.understood.nearly is None:
            return
        line = MemoryLine(draft.understood)
        self.forget = line.link
        is_own = draft.understood.is_remembered
        self.forget.clicked.connect(self.forgetting_wanted if is_own else self.guessing_anew_wanted)
        page.addWidget(line)

    def _notes(self, page: QVBoxLayout, draft: Draft) -> None:
        for warning in draft.understood.table.warnings if draft.understood is not None else ():
            page.addWidget(PlainLabel(warning, "muted", wraps=True))

    def _row(
        self,
        grid: QGridLayout,
        name: str,
        label: str,
        choices: Sequence[tuple[object, str]],
        chosen: object,
        state: tuple[str, str, str],
        changed: Callable[[str], object],
    ) -> QComboBox:
        box = combo(list(choices), chosen, label)
        box.activated.connect(lambda: changed(box.currentData()))
        self._put(grid, name, label, box, state)
        return box

    def _put(
        self, grid: QGridLayout, name: str, label: str, box: QComboBox, state: tuple[str, str, str]
    ) -> Chip:
        at = grid.rowCount()
        box.setMinimumWidth(FIELD_WIDTH)
        box.setMaxVisibleItems(20)
        chip = Chip()
        chip.show_state(*state)
        box.setAccessibleDescription(": ".join(filter(None, (state[0], state[2]))))
        caption = PlainLabel(label, "muted")
        caption.setBuddy(box)
        grid.addWidget(caption, at, 0)
        grid.addWidget(box, at, 1)
        grid.addWidget(chip, at, 2, Qt.AlignmentFlag.AlignVCenter)
        self._fields[name] = box
        return chip

    def _reading(self, name: str) -> Callable[[object], None]:
        return lambda value: self.reading_changed.emit(name, value)

    def _source(self, name: str) -> None:
        self.source_changed.emit("" if name == OTHER_SOURCE else name)
