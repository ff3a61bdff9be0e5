"""The second page: what the list seems to be; each guess is shown as one and changed in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.importing.date_orders import DateOrder
from app.importing.sources import SOURCES
from app.services.imports.kinds import KINDS
from app.services.imports.reading import DELIMITERS, ENCODINGS
from app.ui.imports.draft import Draft, kind_label, shortened
from app.ui.imports.texts import counted
from app.ui.theme import Theme
from app.ui.widgets import Chip, ElidedLabel, PlainLabel, button, combo, replace_content

HEADER_ROWS_OFFERED = 30
FIELD_WIDTH, QUESTION_WIDTH, MARGIN = 240, 300, 8
SURE = 0.9
ORDERS = {"dmy": "Day, month, year", "mdy": "Month, day, year", "ymd": "Year, month, day"}
ENCODING_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with mark",
    "cp1252": "Windows-1252, western",
    "cp1250": "Windows-1250, central Europe",
    "cp1254": "Windows-1254, Turkish",
    "iso8859-1": "ISO 8859-1, western",
    "iso8859-2": "ISO 8859-2, central Europe",
    "iso8859-9": "ISO 8859-9, Turkish",
    "iso8859-15": "ISO 8859-15, western",
    "cp932": "Shift JIS, Japanese",
    "gb18030": "GB 18030, Chinese",
}
OTHER_SOURCE = "Another program"


class UnderstandPage(QScrollArea):
    """The guesses about a list.

    `reading_changed` carries what to read otherwise (encoding, delimiter, sheet, header_row) and its value;
    `kind_changed`, `zone_changed` and `source_changed` a name; `order_answered` a header and an order.
    """

    reading_changed = Signal(str, object)
    kind_changed = Signal(str)
    zone_changed = Signal(str)
    source_changed = Signal(str)
    order_answered = Signal(str, str)
    window_chosen = Signal(object)
    forgetting_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._fields: dict[str, QComboBox] = {}

    def field(self, name: str) -> QComboBox:
        """The field of a guess: source, kind, encoding, delimiter, header_row, zone, or "order HEADER"."""
        return self._fields[name]

    def question(self) -> QComboBox | None:
        """The first question that is still open, if any."""
        boxes = (box for name, box in self._fields.items() if name == "window" or name.startswith("order "))
        return next((box for box in boxes if not box.currentData()), None)

    def wanted_height(self) -> int:
        """How high the page is when nothing of it is hidden, in pixels."""
        content = self.widget()
        return 0 if content is None else content.sizeHint().height() + MARGIN

    def show_draft(self, draft: Draft) -> None:
        """Show everything that was found out."""
        focused = next((name for name, box in self._fields.items() if box.hasFocus()), "")
        self._fields = {}
        content = QWidget()
        content.setProperty("role", "scrolled")
        page = QVBoxLayout(content)
        page.setContentsMargins(0, 0, 12, 8)
        page.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(32)
        for grid in (self._what(draft), self._how(draft)):
            half = QVBoxLayout()
            half.addLayout(grid)
            half.addStretch(1)
            row.addLayout(half, 1)
        page.addLayout(row)
        self._dates(page, draft)
        self._memory(page, draft)
        self._notes(page, draft)
        page.addStretch(1)
        replace_content(self, content)
        if focused in self._fields:
            self._fields[focused].setFocus()

    def _what(self, draft: Draft) -> QGridLayout:
        assert draft.understood is not None
        assert draft.mapping is not None
        proposal, grid = draft.understood.proposal, _grid()
        source = draft.mapping.source or OTHER_SOURCE
        names = dict.fromkeys([source, *(one.name for one in SOURCES), OTHER_SOURCE])
        if draft.understood.is_remembered:
            state = ("As last time", "met", "A list with these columns was imported before.")
        else:
            state = _sureness(proposal.confidence)
            if not draft.mapping.source and "source" not in draft.settled:
                state = ("Not recognised", "neutral", "Its columns are those of no program known here.")
        if "source" in draft.settled:
            state = ("Chosen", "met", "")
        self._row(grid, "source", "Comes from", [(one, one) for one in names], source, state, self._source)
        kinds = [(name, kind_label(name)) for name in KINDS]
        if draft.mapping.kind not in KINDS:
            kinds.insert(0, (draft.mapping.kind, kind_label(draft.mapping.kind)))
        state = ("Chosen", "met", "") if "kind" in draft.settled else _guess(f"A list of {proposal.source}.")
        if draft.understood.is_remembered and "kind" not in draft.settled:
            state = ("As last time", "met", "")
        self._row(grid, "kind", "It is a list of", kinds, draft.mapping.kind, state, self._kind)
        zones = [(one, one) for one in sorted(available_timezones())]
        state = _chosen_or(draft, "zone", ("Guess", "waived", "The zone of the organisation's windows."))
        box = self._row(grid, "zone", "Times are of", zones, draft.zone_name, state, self.zone_changed.emit)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        known = KINDS.get(draft.mapping.kind)
        if known is not None and known.needs_window:
            windows: list[tuple[object, str]] = [(None, "Choose…"), *draft.windows]
            state = _chosen_or(draft, "window", _guess("The window selected on the desk."))
            if draft.window_id is None:
                state = ("Please answer", "waived", "")
            self._row(
                grid, "window", "For the window", windows, draft.window_id, state, self.window_chosen.emit
            )
        return grid

    def _how(self, draft: Draft) -> QGridLayout:
        assert draft.understood is not None
        table, grid, choice = draft.understood.table, _grid(), draft.choice
        header = choice.header_row
        if header is None:
            first = table.row_numbers[0] if table.row_numbers else 2
            header = max(1, first - 1) if table.has_header else 0
        if table.sheets or table.sheet:
            sheets = [(one, shortened(one, 40)) for one in table.sheets or (table.sheet,)]
            state = _by_person(bool(choice.sheet), "The first sheet with a list.")
            self._row(grid, "sheet", "Sheet", sheets, table.sheet, state, self._reading("sheet"))
        else:
            names = dict.fromkeys([table.encoding, *ENCODINGS])
            state = _by_person(bool(choice.encoding), "Found from the letters in the file.")
            encodings = [(one, ENCODING_NAMES.get(one, one.upper())) for one in names]
            self._row(
                grid,
                "encoding",
                "Letters are in",
                encodings,
                table.encoding,
                state,
                self._reading("encoding"),
            )
            known = dict(DELIMITERS)
            marks = [*DELIMITERS, *([] if table.delimiter in known else [(table.delimiter, table.delimiter)])]
            state = _by_person(bool(choice.delimiter), "Most rows have the same width with it.")
            self._row(
                grid,
                "delimiter",
                "Columns end at",
                marks,
                table.delimiter,
                state,
                self._reading("delimiter"),
            )
        offered = max(HEADER_ROWS_OFFERED, header)
        rows: list[tuple[object, str]] = [(0, "No names: data from row 1")]
        rows += [(number, f"Row {number}") for number in range(1, offered + 1)]
        state = _by_person(choice.header_row is not None, "The first row that looks like names.")
        self._row(grid, "header_row", "Names are in", rows, header, state, self._reading("header_row"))
        return grid

    def _dates(self, page: QVBoxLayout, draft: Draft) -> None:
        assert draft.understood is not None
        assert draft.mapping is not None
        orders = draft.understood.proposal.date_orders
        ambiguous = [(header, one) for header, one in orders.items() if one.is_ambiguous]
        for header, order in ambiguous:
            page.addWidget(self._question(draft, header, order))
        plain = [header for header, one in orders.items() if not one.is_ambiguous]
        if plain:
            first = orders[plain[0]]
            others = f" and {counted(len(plain) - 1, 'more column')}" if len(plain) > 1 else ""
            text = f"Dates in “{shortened(plain[0], 40)}”{others}: {first.reason}"
            page.addWidget(PlainLabel(text, "muted", wraps=True))

    def _question(self, draft: Draft, header: str, order: DateOrder) -> QWidget:
        assert draft.mapping is not None
        holder = QFrame()
        holder.setProperty("role", "panel")
        row = QHBoxLayout(holder)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        is_answered = header in draft.answered | draft.following
        chip = Chip("Answered", "met") if is_answered else Chip("Please answer", "waived")
        if header in draft.following:
            chip.show_state(
                "Guess", "waived", "Read as the column you answered for; change it if it is otherwise."
            )
        question = f"“{shortened(order.example, 30)}” in “{shortened(header, 40)}” can be read two ways."
        choices: list[tuple[object, str]] = [] if is_answered else [("", "Choose…")]
        choices += [(name, _reading_of(order.example, name)) for name in ("dmy", "mdy")]
        chosen = draft.mapping.date_orders.get(header, "") if is_answered else ""
        box = combo(choices, chosen, f"Order of the dates in {header}")
        box.setMinimumWidth(QUESTION_WIDTH)
        box.activated.connect(lambda: self._answered(header, box))
        self._fields[f"order {header}"] = box
        row.addWidget(chip)
        row.addWidget(ElidedLabel(question), 1)
        row.addWidget(box)
        return holder

    def _memory(self, page: QVBoxLayout, draft: Draft) -> None:
        assert draft.understood is not None
        if not draft.understood.is_remembered:
            return
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(PlainLabel("Mapped as when a list with these columns was last imported.", "muted"))
        self.forget = button("Forget that mapping", self.forgetting_wanted.emit, "link")
        row.addWidget(self.forget)
        row.addStretch(1)
        page.addLayout(row)

    def _notes(self, page: QVBoxLayout, draft: Draft) -> None:
        assert draft.understood is not None
        for warning in draft.understood.table.warnings:
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
        at = grid.rowCount()
        box = combo(list(choices), chosen, label)
        box.setMinimumWidth(FIELD_WIDTH)
        box.setMaxVisibleItems(20)
        box.activated.connect(lambda: changed(box.currentData()))
        chip = Chip()
        chip.show_state(state[0], state[1], state[2])
        caption = PlainLabel(label, "muted")
        caption.setBuddy(box)
        grid.addWidget(caption, at, 0)
        grid.addWidget(box, at, 1)
        grid.addWidget(chip, at, 2, Qt.AlignmentFlag.AlignVCenter)
        self._fields[name] = box
        return box

    def _reading(self, name: str) -> Callable[[object], None]:
        return lambda value: self.reading_changed.emit(name, value)

    def _source(self, name: str) -> None:
        self.source_changed.emit("" if name == OTHER_SOURCE else name)

    def _kind(self, name: str) -> None:
        self.kind_changed.emit(name)

    def _answered(self, header: str, box: QComboBox) -> None:
        if box.currentData():
            self.order_answered.emit(header, box.currentData())


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, 110)
    grid.setColumnStretch(3, 1)
    return grid


def _sureness(confidence: float) -> tuple[str, str, str]:
    tone = "met" if confidence >= SURE else "waived"
    return f"{confidence:.0%} sure", tone, "Known by the names of its columns."


def _guess(why: str) -> tuple[str, str, str]:
    return "Guess", "waived", why


def _by_person(is_chosen: bool, why: str) -> tuple[str, str, str]:
    return ("Chosen", "met", "") if is_chosen else ("Found", "neutral", why)


def _chosen_or(draft: Draft, what: str, guess: tuple[str, str, str]) -> tuple[str, str, str]:
    return ("Chosen", "met", "") if what in draft.settled else guess


def _reading_of(example: str, order: str) -> str:
    """The example read in an order, in letters: "5 April" for 05/04/26 read day first."""
    numbers = [part for part in _parts(example) if part.isdigit()]
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    if len(numbers) < 2:
        return ORDERS[order]
    day, month = (numbers[0], numbers[1]) if order == "dmy" else (numbers[1], numbers[0])
    if not 1 <= int(month) <= len(months):
        return ORDERS[order]
    return f"{int(day)} {months[int(month) - 1]} ({ORDERS[order].lower()})"


def _parts(example: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in example).split()
