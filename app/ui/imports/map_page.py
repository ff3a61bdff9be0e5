"""The third page: what each column means, and which of the desk's values each word of the list stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.importing.fields import field_named
from app.importing.proposing.list_words import ValueChoice
from app.importing.words.values import CHOICES
from app.services.imports.releases import RELEASE
from app.ui.imports.choice_table import ChoiceTable
from app.ui.imports.column_lines import COLUMNS, ColumnLine, column_lines, targets_of, told_of_columns
from app.ui.imports.date_question import DateQuestions
from app.ui.imports.draft import Draft
from app.ui.imports.halves import as_wide_as_halves
from app.ui.imports.said_once import SaidOnce
from app.ui.imports.tables import Line, LinesModel
from app.ui.imports.texts import counted, field_label, words
from app.ui.texts import one_line
from app.ui.theme import Theme
from app.ui.widgets import PlainLabel, Segmented, ToolbarRow, button

UNKNOWN = "Not known"
NO_WINDOW = "No window"
TARGET_COLUMN, VALUE_COLUMN = 2, 3


@dataclass(frozen=True, slots=True)
class WordLine:
    """One word of the list with the desk's value, and how that is shown; `guess` says why it is guessed."""

    kind: str
    field: str
    word: str
    count: int
    value: str
    is_settled: bool
    shown: str
    guess: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it needs no more answer; a name of a release may well mean no window."""
        return bool(self.value) or self.field == RELEASE


class MapPage(QWidget):
    """`field_chosen` carries a header and a field; `value_chosen` a field, a word and the desk's value.

    `said_of_all` carries a field and what every row is taken to say of it; `order_answered` a header and how
    its dates are read; `column_shown` the header that the keyboard is at.
    """

    field_chosen = Signal(str, str)
    said_of_all = Signal(str, str)
    value_chosen = Signal(str, str, str)
    order_answered = Signal(str, str)
    column_shown = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = "changes"
        self._windows: list[tuple[str, str]] = []
        self.segments = Segmented([("columns", "Columns"), ("words", "Words of the list")], "What to map")
        self.segments.chosen.connect(self._turn)
        self._summary = PlainLabel("", "muted")
        self.unsure = button("", self.show_unsure, "link", tooltip="To the next of them")
        self.unknown = button("", self.show_words, "link")
        self._headers: dict[str, str] = {}
        head = ToolbarRow()
        head.add_left(self.segments, self._summary, self.unsure, self.unknown)
        column = QVBoxLayout(self)  # before the tables, for Tab goes from the top to the bottom
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(head)
        self.columns_model = LinesModel(COLUMNS, self)
        self.columns = ChoiceTable(
            theme, self.columns_model, "Columns of the list", TARGET_COLUMN, self._fields_for
        )
        self.words_model = LinesModel(_WORDS, self)
        self.words = ChoiceTable(theme, self.words_model, "Words of the list", VALUE_COLUMN, self._values_for)
        self.columns.chosen.connect(self._column_chosen)
        self.columns.line_selected.connect(lambda line: self.column_shown.emit(line.header))
        self.words.line_selected.connect(self._word_selected)
        self.words.chosen.connect(self._word_chosen)
        self._no_words = PlainLabel("No column of this list has words that need the desk's values.", "muted")
        self._no_words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stack = QStackedWidget(self)
        for widget in (self.columns, self.words, self._no_words):
            self.stack.addWidget(widget)
        self.said_once = SaidOnce()
        self.said_once.said.connect(self.said_of_all)
        self.dates = DateQuestions(self)
        self.dates.answered.connect(self.order_answered)
        self.dates.looked_at.connect(self._date_looked_at)
        column.addWidget(self.said_once)
        column.addLayout(as_wide_as_halves(self.dates))
        column.addWidget(self.stack, 1)

    def question(self) -> QWidget | None:
        """Where the first answer is wanted, if any is."""
        return self.said_once.first_open() or self.dates.first_open()

    def show_draft(self, draft: Draft, values: dict[str, tuple[ValueChoice, ...]]) -> None:
        """Show the mapping; `values` are the words of the list by field."""
        assert draft.understood is not None
        assert draft.mapping is not None
        self._kind = draft.mapping.kind
        self._windows = [(str(window_id), words) for window_id, words in draft.windows]
        self._headers = {field: header for header, field in reversed(list(draft.mapping.columns.items()))}
        self.said_once.show_mapping(draft.mapping)
        self.dates.show_draft(draft, draft.asked_later)
        columns = column_lines(draft, draft.understood.table)
        self.columns_model.replace_lines(columns)
        self.words_model.replace_lines(word_lines(draft, values))
        self._summary.setText(told_of_columns(draft.mapping.kind, columns))
        _count(self.unsure, sum(one.is_unsure for one in columns), "column", "not sure")
        _count(self.unknown, sum(not one.is_known for one in self.words_model.lines), "word", "not known")
        self._turn(self.segments.current)

    def begin(self) -> None:
        """Another list: its columns come first."""
        self.segments.choose("columns")

    def show_unsure(self) -> None:
        """Go to the next column below that goes where it goes by a guess, or to the first."""
        self.begin()
        self._turn("columns")
        self.columns.setFocus()
        lines, here = self.columns_model.lines, self.columns.currentIndex().row()
        places = [place for place, line in enumerate(lines) if line.is_unsure]
        wanted = next((place for place in places if place > here), places[0])
        self.columns.setCurrentIndex(self.columns_model.index(wanted, 0))

    def show_words(self) -> None:
        """Show the words of the list; those that are not known come first."""
        self.segments.choose("words")
        self._turn("words")
        self.words.setFocus()

    def _date_looked_at(self, header: str) -> None:
        if header:
            self.column_shown.emit(header)

    def _word_selected(self, line: WordLine) -> None:
        if line.field in self._headers:
            self.column_shown.emit(self._headers[line.field])

    def _turn(self, name: str) -> None:
        if name == "columns":
            self.stack.setCurrentWidget(self.columns)
        else:
            self.stack.setCurrentWidget(self.words if self.words_model.lines else self._no_words)

    def _fields_for(self, line: ColumnLine) -> Sequence[tuple[str, str]]:
        others = {field: header for field, header in self._headers.items() if header != line.header}
        return targets_of(self._kind, others)

    def _values_for(self, line: WordLine) -> Sequence[tuple[str, str]]:
        if line.field == RELEASE:
            return [("", NO_WINDOW), *self._windows]
        field = field_named(line.kind, line.field)
        known = dict.fromkeys(CHOICES[field.choices].values()) if field else {}
        return [("", UNKNOWN), *((value, words(value)) for value in known)]

    def _column_chosen(self, line: ColumnLine, field: str) -> None:
        if field != line.field:
            self.field_chosen.emit(line.header, field)

    def _word_chosen(self, line: WordLine, value: str) -> None:
        if value != line.value:
            self.value_chosen.emit(line.field, line.word, value)


def _count(link: QPushButton, count: int, one: str, what: str) -> None:
    """Say on a link how many there are to look at; it is not there where none is."""
    link.setText(f"{counted(count, one)} {what}")
    link.setAccessibleName(link.text())
    link.setVisible(count > 0)


def word_lines(draft: Draft, values: dict[str, tuple[ValueChoice, ...]]) -> list[WordLine]:
    """The words of the list; fields with words that are not known come first, and these first in each field.

    What a person has answered stays where it was.
    """
    assert draft.mapping is not None
    kind, maps = draft.mapping.kind, draft.mapping.value_maps
    windows = {str(window_id): text for window_id, text in draft.windows}

    def is_plain(field: str, one: ValueChoice) -> bool:
        return one.value is not None and not one.guess and one.word not in maps.get(field, {})

    def asks_nothing(field: str) -> bool:
        return field == RELEASE or all(is_plain(field, one) for one in values[field])

    lines = []
    for field in sorted(values, key=asks_nothing):
        for choice in sorted(values[field], key=lambda one: (is_plain(field, one), -one.count)):
            is_settled = choice.word in maps.get(field, {}) and not choice.guess
            value = "" if choice.value is None else str(choice.value)
            if field == RELEASE:
                shown = windows.get(value, NO_WINDOW)
            else:
                shown = words(value) if value else UNKNOWN
            lines.append(
                WordLine(kind, field, choice.word, choice.count, value, is_settled, shown, choice.guess)
            )
    return lines


def _word_state(line: WordLine) -> tuple[tuple[str, str], ...]:
    if line.is_settled:
        return (("Chosen", "met"),)
    if line.guess:
        return ((f"Guess: {line.guess}", "waived"),)
    if line.field == RELEASE:
        return (("Known", "neutral"),) if line.value else (("No guess", "neutral"),)
    return (("Known", "neutral"),) if line.value else (("Not known", "waived"),)


_WORDS = (
    Line("Field", lambda line: field_label(line.kind, line.field), 200, lambda line: "muted"),
    Line("Word of the list", lambda line: one_line(line.word), 260, font="strong", stays=True),
    Line("Rows", lambda line: f"{line.count:,}", 80, align_right=True),
    Line(
        "Means on the desk",
        lambda line: line.shown,
        240,
        lambda line: "text" if line.value else "muted",
    ),
    Line("", lambda line: _word_state(line)[0][0], 190, chips=_word_state),
)
