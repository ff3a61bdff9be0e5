"""The rows of a table that was copied from a web page, where the plain text beside it has lost its columns.

Browsers copy both. The text keeps a tab between cells as long as each is one line; a page that puts
paragraphs into its cells, as wikis do, comes out as one line after the other.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BREAKS = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style", "template", "head", "title"})
_MOST_SPANNED = 1_000
"""Columns or rows over which a cell may reach: more is no table that a person has seen."""
_Reaching = dict[int, tuple[int, str]]
"""By column, in how many more rows a cell of a row above stands, and its text."""


def copied_rows(text: str, page: str) -> bytes:
    """What was copied, as a file of UTF-8 would hold it: the plain `text` where its first line has columns,
    else the largest table of the `page` with a tab between cells, else the text after all."""
    return _as_text(text, page).encode("utf-8", "replace")


def _as_text(text: str, page: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    if "\t" in first or not page:
        return text
    rows = rows_of_page(page)
    columns = {place for row in rows for place, cell in enumerate(row) if cell}
    if len(rows) < 2 or len(columns) < 2:  # lines of program text are shown in tables, too
        return text
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()


def rows_of_page(page: str) -> list[list[str]]:
    """The cells of the largest table of a page, row by row; what several columns or rows share stands in the
    first of the columns, and in each of the rows."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    tables = [_laid_out(table) for table in reader.tables]
    return max(tables, key=lambda rows: sum(map(len, rows)), default=[])


@dataclass(slots=True)
class _Cell:
    columns: int
    rows: int
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines that are seen."""
        lines = "".join(self.pieces).replace("\xa0", " ").split("\n")
        return "\n".join(line for line in (" ".join(one.split()) for one in lines) if line)


class _Reader(HTMLParser):
    """Collects tables; one inside a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[_Cell]]] = []
        self._depth = 0
        self._unseen = 0
        self._cell: _Cell | None = None

    # -- what the parser calls, by names of its own ---------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
        elif tag == "tr" and self._depth == 1:
            self._cell = None
            self.tables[-1].append([])
        elif tag in ("td", "th") and self._depth == 1:
            said = dict(attrs)
            self._cell = _Cell(_span(said.get("colspan")), _span(said.get("rowspan")))
            if not self.tables[-1]:
                self.tables[-1].append([])
            self.tables[-1][-1].append(self._cell)
        elif tag in _BREAKS:
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table":
            self._depth = max(0, self._depth - 1)
            self._cell = self._cell if self._depth else None
        elif tag in ("td", "th"):
            if self._depth == 1:
                self._cell = None
            else:
                self._add(" ")
        elif tag in _BREAKS:
            self._add("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._add(" ".join(data.splitlines()) if data.strip() else " ")

    def _add(self, piece: str) -> None:
        if self._cell is not None:
            self._cell.pieces.append(piece)


def _span(said: str | None) -> int:
    text = (said or "").strip()
    return min(_MOST_SPANNED, max(1, int(text))) if text.isascii() and text.isdigit() else 1


def _laid_out(table: list[list[_Cell]]) -> list[list[str]]:
    """The texts where they are seen: cells of rows above may reach down and push others to the right."""
    rows: list[list[str]] = []
    reaching: _Reaching = {}
    for cells in table:
        row, reaching = _row_of(cells, reaching)
        rows.append(row)
    return [row for row in rows if any(row)]


def _row_of(cells: list[_Cell], reaching: _Reaching) -> tuple[list[str], _Reaching]:
    """A row, and what of it and of those above reaches into the next."""
    row: list[str] = []
    after: _Reaching = {}
    for cell in cells:
        for text in (cell.text, *("" for _ in range(cell.columns - 1))):
            _take_what_reaches(row, reaching, after)
            if cell.rows > 1:
                after[len(row)] = (cell.rows - 1, text)
            row.append(text)
    _take_what_reaches(row, reaching, after)
    return row, {**reaching, **after}


def _take_what_reaches(row: list[str], reaching: _Reaching, after: _Reaching) -> None:
    while len(row) in reaching:
        left, text = reaching.pop(len(row))
        if left > 1:
            after[len(row)] = (left - 1, text)
        row.append(text)
