"""How the cells of a text are quoted: as RFC 4180 has it, or as programs do that never read it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from _csv import Reader

SAMPLE_RECORDS = 300
_MARKED, _DOUBLED = '\\"', '""'


class Quoting(NamedTuple):
    """The sign around cells, whether blanks stand before it, and whether one inside is told by a backslash
    rather than by a second quote."""

    sign: str = '"'
    has_blanks: bool = False
    has_backslashes: bool = False

    def reader(self, lines: Iterable[str], delimiter: str, *, strict: bool = False) -> Reader:
        """The records of the lines; `strict` raises `csv.Error` where a quote is out of place."""
        if self.has_backslashes:
            lines = (line.replace(_MARKED, _DOUBLED) for line in lines)
        return csv.reader(
            lines, delimiter=delimiter, quotechar=self.sign, skipinitialspace=self.has_blanks, strict=strict
        )

    @property
    def told(self) -> tuple[str, ...]:
        """A sentence about quotes that are not as RFC 4180 has them."""
        how = "in single quotes" if self.sign == "'" else "in quotes"
        how += ", with a backslash before those inside" if self.has_backslashes else ""
        how += " that have blanks before them" if self.has_blanks else ""
        return () if self == AS_USUAL else (f"Cells stand {how}; they were read so.",)


AS_USUAL = Quoting()


def quoting_of(head: str, delimiter: str) -> Quoting:
    """How cells are quoted in a text, by its beginning: as usual, unless another way puts fewer quotes out of
    place, gives more records the same width, or leaves fewer cells that stand in quotes still."""
    ways = [AS_USUAL]
    if f'{delimiter} "' in head:
        ways.append(Quoting(has_blanks=True))
    if head.startswith("'"):
        ways.append(Quoting(sign="'"))
    ways += [way._replace(has_backslashes=True) for way in ways if _MARKED in head and way.sign == '"']
    return max(ways, key=lambda way: _fit(head, delimiter, way)) if len(ways) > 1 else AS_USUAL


def regularity(records: Sequence[Sequence[str]]) -> tuple[int, float]:
    """The number of cells most records have, and the share of records that do; blank ones do not count."""
    widths = Counter(len(record) for record in records if any(cell.strip() for cell in record))
    if not widths:
        return 0, 0.0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return width, count / sum(widths.values())


def _fit(head: str, delimiter: str, way: Quoting) -> tuple[bool, float, int]:
    """How well a way of quoting fits: whether no quote is out of place, regularity, cells still in quotes."""
    records: list[list[str]] = []
    try:
        records += islice(way.reader(io.StringIO(head), delimiter, strict=True), SAMPLE_RECORDS)
    except csv.Error:
        records = list(islice(way.reader(io.StringIO(head), delimiter), SAMPLE_RECORDS))
        return False, regularity(records)[1], 0
    return True, regularity(records)[1], -sum(map(_is_quoted, (cell for one in records for cell in one)))


def _is_quoted(cell: str) -> bool:
    bare = cell.strip()
    return len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'"
