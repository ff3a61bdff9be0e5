"""Records below the header gathered as rows: blank ones and headers passed over, in memory while few."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from sys import getsizeof

from app.importing.reading.guards import joined, without_guards
from app.importing.spool import Row, SpooledRows, fitted, together

_HELD_BYTES = 200_000_000
"""Lists that would take more memory are kept in a temporary file: 100,000 rows of 25 columns are held."""
SURELY_LONG = _HELD_BYTES // 3
"""Files of more bytes are kept in a temporary file from the first row on: as cells they take far more."""
_BYTES_OF_A_CELL = 56
"""What a cell takes besides its letters: Python's own 49 bytes of a text, and 8 that point at it."""
_LEAST_COLUMNS = 4
_HOW_MUCH = (
    r"(?:(?:grand |sub)?totals?|(?:(?:row|record)s? )?count|total (?:general|général|geral)|summe|gesamt|"
    r"gesamtzahl|anzahl|nombre|totale|suma|razem|łącznie|liczba|toplam)"
)
_CLOSING = re.compile(
    r"^\s*(?:(?:report )?(?:generated|exported|printed) (?:at|on|by|from|using)\b|(?:displaying|showing) \d|"
    r"(?:applied filters|no filters applied)\b|end of (?:report|list|file)\b|page \d|confidential\b|"
    r"copyright\b|©|\(c\) |\(?\d+ (?:rows?|records?|issues?|items?)\b|"
    r"(?:generiert|erzeugt|exportiert|erstellt) (?:am|von)\b|"
    r"(?:généré|exporté) (?:le|par|à)\b|(?:generado|exportado|gerado) (?:el|por|em|a)\b|"
    r"(?:generato|esportato) (?:il|da)\b|(?:wygenerowano|wyeksportowano)\b|"
    rf"{_HOW_MUCH}(?:\s*(?:[:=(\d].*)?|(?:\s+[^\W\d]+){{1,3}}\s*[:=]\s*\d*)$)",
    re.IGNORECASE,
)
"""How a line begins that programs put below a list: how it was made, or how much there is."""
_SUM_AND_NUMBER = (
    re.compile(rf"^\s*{_HOW_MUCH}(?:\s+[^\W\d]+){{0,3}}\s*[:=]\s*$", re.IGNORECASE),
    re.compile(r"^\s*\d[\d\s.,]*$"),
)
"""A sum in a cell of its own, beside what it is of."""


_RULE_BEGINS = frozenset({"---", "===", "***", "___", "###", "~~~", "#--", "#==", "+--", "|--", ":--"})
_RULE = re.compile(r"\s*[-=*_#~+|:]{3,}\s*$")


def _may_be_ruled(record: Sequence[str]) -> bool:
    first = record[0] if record[0] or len(record) == 1 else record[1].lstrip()
    return first[:3] in _RULE_BEGINS


def _is_ruled(record: Sequence[str]) -> bool:
    """Whether a record is a line that somebody drew between rows: "#------", or "| --- | --- |"."""
    return _may_be_ruled(record) and all(_RULE.match(cell) for cell in record if cell)


class GatheredRows:
    """What was found below the header: the rows with their numbers, and what is to be told of them.

    `is_long`: the list is known to be too long to be held before its rows are.
    """

    def __init__(self, names: Sequence[str], is_long: bool = False) -> None:
        self._names, self._header = len(names), _bare(names)
        self._first = self._header[:1]
        self.width = _used(names, 0)
        self.blank = self.ruled = self.ragged = self.repeated = self.closing = self._bytes = 0
        self._numbers = array("Q")
        self._held: list[list[str]] = []
        self._spooled = SpooledRows() if is_long else None

    def add_all(self, records: Iterable[list[str]], first_number: int) -> None:
        """Take in records; the first has the number `first_number` in the file."""
        number = first_number
        for part in together(records):
            has_header = self._names > 1 and any(_bare(record[:1]) == self._first for record in part)
            has_rules = any(map(_may_be_ruled, filter(None, part)))
            if has_header or has_rules or not all(any(map(str.strip, record)) for record in part):
                self._take(self._without_fillers(part, number))
            else:
                self._numbers.extend(range(number, number + len(part)))
                self._take(part)
            number += len(part)

    def _without_fillers(self, part: Sequence[list[str]], number: int) -> list[list[str]]:
        """The records but for headers said again, those that are empty and lines drawn; all are counted."""
        rows = []
        for place, record in enumerate(part):
            if self._names > 1 and _bare(record[:1]) == self._first and _bare(record) == self._header:
                self.repeated += 1
            elif record and _is_ruled(record):
                self.ruled += 1
            elif any(map(str.strip, record)):
                rows.append(record)
                self._numbers.append(number + place)
            elif record:
                self.blank += 1
        return rows

    def _take(self, rows: list[list[str]]) -> None:
        if self.width < self._names or set(map(len, rows)) != {self._names}:
            self._measure(rows)
        text = joined(rows)
        rows = without_guards(rows, text)
        if self._spooled is not None:
            self._spooled.add(rows)
            return
        self._held += rows
        self._bytes += getsizeof(text) + sum(map(len, rows)) * _BYTES_OF_A_CELL
        if self._bytes > _HELD_BYTES:
            self._spooled = SpooledRows()
            for part in together(self._held):
                self._spooled.add(part)
            self._held = []

    def _measure(self, rows: list[list[str]]) -> None:
        for row in rows:
            if len(row) > self.width:
                self.width = _used(row, self.width)
            if len(row) != self._names and (len(row) < self._names or any(row[self._names :])):
                self.ragged += 1

    def close(self) -> None:
        """Pass over lines below a wide list that only say how it was made, or how much there is; a list so
        long that it is kept in a file keeps them."""
        while self.width >= _LEAST_COLUMNS and len(self._held) > 1 and _closes(self._held[-1]):
            del self._held[-1], self._numbers[-1]
            self.closing += 1

    def rows(self) -> Sequence[Row]:
        """All rows, equally wide."""
        if self._spooled is not None:
            self._spooled.fit(self.width)
            return self._spooled
        return [fitted(row, self.width) for row in self._held]

    def numbers(self) -> Sequence[int]:
        """The rows' numbers in the file."""
        if self._numbers and self._numbers[-1] - self._numbers[0] == len(self._numbers) - 1:
            return range(self._numbers[0], self._numbers[-1] + 1)
        return self._numbers if self._spooled is not None else list(self._numbers)


def _bare(cells: Sequence[str]) -> list[str]:
    """Cells without what a header said again may differ by: capitals and blanks around it."""
    return [cell.strip().casefold() for cell in cells]


def _closes(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell.strip()]
    if len(filled) == len(_SUM_AND_NUMBER):
        return all(shape.match(cell) for shape, cell in zip(_SUM_AND_NUMBER, filled, strict=True))
    return len(filled) == 1 and bool(_CLOSING.match(filled[0]))


def _used(cells: Sequence[str], least: int) -> int:
    """Columns with any content; empty trailing columns do not count."""
    end = len(cells)
    while end > least and not cells[end - 1].strip():
        end -= 1
    return max(end, least)
