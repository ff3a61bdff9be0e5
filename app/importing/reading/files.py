"""Bytes of any list people export to a table of text: encoding, delimiter, header row and rows."""

from __future__ import annotations

import errno
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from app.importing.errors import UnreadableList
from app.importing.reading.calendars import is_calendar, read_calendar
from app.importing.reading.changed_places import with_days_and_months_back
from app.importing.reading.delimited import (
    Records,
    delimiter_of,
    described,
    parse,
    records_of,
    sample_of,
)
from app.importing.reading.doubled import with_times_named
from app.importing.reading.encodings import Decoded, decode
from app.importing.reading.gathering import SURELY_LONG, GatheredRows
from app.importing.reading.headers import find_header, looks_like_prose, name_columns, next_list
from app.importing.reading.holidays import with_freezes_of_holidays
from app.importing.reading.indents import with_levels
from app.importing.reading.lengths import with_ends_by_length
from app.importing.reading.monitoring import monitoring_report, with_one_time
from app.importing.reading.people_lists import with_whole_names
from app.importing.reading.quoting import SAMPLE_RECORDS, quoting_of
from app.importing.reading.recurring import with_rules
from app.importing.reading.refusals import is_compound, refuse_what_is_no_list
from app.importing.reading.relations import with_dependents_first
from app.importing.reading.rich_text import is_rich_text, text_of
from app.importing.reading.rosters import with_people_of_a_roster
from app.importing.reading.rule_columns import with_dates_of_rules
from app.importing.reading.streaming import LongText, Tell, one_version
from app.importing.reading.time_spans import with_both_ends
from app.importing.reading.twice_encoded import TWICE, rows_written_once, written_once
from app.importing.reading.version_matrices import with_versions_apart
from app.importing.reading.workbooks import Sheet, is_archive, read_sheet
from app.importing.reading.wrapped import PUT_TOGETHER, unwrapped_rows, unwrapped_text
from app.importing.steady import without_collecting
from app.importing.table import Table

_WIDEST = 16_384
"""Columns of the widest worksheet; what is wider is no list."""
_WHOLE = 8_000_000
"""Files of so many bytes are read whole; longer ones line by line."""
_HEAD_LINES = 2_000
_TELLING = 4_096
"""So many letters of a text tell that it is no list."""
_REWRITTEN = frozenset({TWICE, PUT_TOGETHER})
"""What is told of a text that was read otherwise than it is written."""
_LEAST_REGULAR = 0.95
"""Share of rows as wide as most, below which a list inside formatted text is not trusted."""


def read_table(data: bytes, sheet: str | None = None, encoding: str = "", delimiter: str = "") -> Table:
    """The table in a CSV-like text or a workbook (recognised by its bytes, not by its name).

    Every record below the header is a row unless all its cells are empty; those are counted in the
    warnings. The `encoding` and the `delimiter` of a text are found out where they are not given. Raises
    `UnreadableList` with what, where and how to mend it.
    """
    if is_calendar(data):
        return read_calendar(data)
    if is_archive(data):
        return _table_of_sheet(read_sheet(data, sheet))
    if encoding:
        data = data.decode(encoding, "replace").removeprefix("\ufeff").encode("utf-8-sig")
    if is_rich_text(data):
        decoded = Decoded(
            text_of(data), "rtf", ("The list was taken out of a formatted text document (RTF).",)
        )
    else:
        refuse_what_is_no_list(data)
        decoded = decode(data)
        refuse_what_is_no_list(decoded.text[:_TELLING].encode())  # a page of two bytes a letter
        decoded = decoded if delimiter else _unwrapped(decoded)
    with without_collecting():
        report = None if delimiter else monitoring_report(decoded.text)
        written = parse(decoded.text, delimiter)
        parsed = report or set_right(written)
    if decoded.encoding == "rtf" and (parsed.width < 2 or parsed.regularity < _LEAST_REGULAR):
        refuse_what_is_no_list(data)  # rows that do not line up would be read into wrong columns
    _refuse_prose(parsed)
    warnings = (*decoded.warnings, *parsed.warnings)
    table = _table(parsed, encoding or decoded.encoding, "", (), lambda: warnings)
    is_own = parsed is written and _REWRITTEN.isdisjoint(warnings)
    return replace(table, as_it_stands=is_own)


def _table_of_sheet(read: Sheet) -> Table:
    written = rows_written_once(read.rows)
    rows, told = (read.rows, read.warnings) if written is None else (written, (*read.warnings, TWICE))
    lines = unwrapped_rows(rows)
    if lines is None:
        apart = Records("", rows, max(map(len, rows), default=0), 1.0)
    else:
        apart, told = parse(lines), (*told, PUT_TOGETHER)
    right = set_right(apart)
    table = _table(right, "", read.name, read.names, lambda: (*told, *right.warnings))
    return replace(table, as_it_stands=right is apart and not told)


def is_short(path: Path) -> bool:
    """Whether a file is short enough to be held whole; raises OSError, also for what is no ordinary file: a
    pipe, say, is never read to its end."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        number = errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.EINVAL
        raise OSError(number, "It is a folder" if number == errno.EISDIR else "It is no ordinary file")
    return found.st_size <= _WHOLE


def read_file(path: Path, encoding: str = "", delimiter: str = "", tell: Tell | None = None) -> Table:
    """The table in a file of any size: a long text is read line by line and never held whole.

    Workbooks, calendars and reports are read whole. `tell` is told the share that was read, and may raise to
    stop. Raises `UnreadableList`, also for a file that is written to meanwhile, and OSError for one that
    cannot be read.
    """
    with one_version(path):
        if is_short(path) and not (encoding or delimiter):
            return read_table(path.read_bytes())
        return _read_long(path, encoding, delimiter, tell)


def _read_long(path: Path, encoding: str, delimiter: str, tell: Tell | None) -> Table:
    with path.open("rb") as file:
        head = file.read(1 << 20)
    if is_calendar(head) or is_archive(head) or is_rich_text(head):
        return read_table(path.read_bytes())
    refuse_what_is_no_list(path.read_bytes() if is_compound(head) else head)
    text = LongText(path, encoding, tell)
    start = "".join(islice(text.lines(), _HEAD_LINES))
    found, declared = delimiter_of(start)
    mark = delimiter or found
    quoting = quoting_of(sample_of(start[declared:]), mark)
    warnings = list(quoting.told)
    lines = partial(_lines_after, text, start.count("\n", 0, declared))
    records = records_of(lines, mark, warnings, quoting)
    first: list[list[str]] = [[]] if declared else []
    parsed = described(mark, first + list(islice(records, SAMPLE_RECORDS)))
    ways = (monitoring_report, unwrapped_text, written_once)
    is_other = any(way(start) is not None for way in ways)
    if is_other or set_right(parsed) is not parsed:
        return read_table(path.read_bytes(), encoding=encoding, delimiter=delimiter)
    _refuse_prose(parsed)
    with without_collecting():
        is_long = path.stat().st_size > SURELY_LONG
        return _table(parsed, text.encoding, "", (), lambda: (*text.warnings, *warnings), records, is_long)


def _unwrapped(decoded: Decoded) -> Decoded:
    """A text whose lines had been saved as cells, as it was before."""
    text = unwrapped_text(decoded.text)
    if text is None:
        return decoded
    return replace(decoded, text=text, warnings=(*decoded.warnings, PUT_TOGETHER))


_WAYS: tuple[Callable[[Records], Records], ...] = (
    with_days_and_months_back,
    with_dependents_first,
    with_one_time,
    with_whole_names,
    with_times_named,
    with_both_ends,
    with_freezes_of_holidays,
    with_dates_of_rules,
    with_rules,
    with_ends_by_length,
    with_levels,
    with_people_of_a_roster,
    with_versions_apart,
)
"""What sets lists right, each after those before it; each gives back as it is what is no list of its sort."""


def set_right(parsed: Records, top: int | None = None) -> Records:
    """Lists whose columns hold the parts of one value, with a column for the whole; lines above the names of
    the columns, which stand in the row with the index `top`, stay as they are."""
    if top is None:
        top = find_header(parsed.records, parsed.width) or 0
    below = replace(parsed, records=parsed.records[top:]) if top else parsed
    right = below
    for way in _WAYS:
        right = way(right)
    if right is below:
        return parsed
    told = _told_of_made(below.records[0], right.records[0])
    return replace(right, records=[*parsed.records[:top], *right.records], warnings=(*right.warnings, *told))


def _told_of_made(names: Sequence[str], now: Sequence[str]) -> tuple[str, ...]:
    """Which columns were put beside those of the file; nothing where the rows were laid out anew."""
    made = [f"“{one}”" for one in now if one not in names]
    if not made or not set(names) <= set(now):
        return ()
    if len(made) == 1:
        return (f"{made[0]} is not in the file: it was made of the other columns.",)
    return (f"{', '.join(made[:-1])} and {made[-1]} are not in the file: they were made of the others.",)


def _lines_after(text: LongText, passed: int) -> Iterator[str]:
    return islice(text.lines(), passed, None)


def _refuse_prose(parsed: Records) -> None:
    if looks_like_prose(parsed.records, parsed.width, parsed.regularity):
        raise UnreadableList(
            "This is running text, not a list with columns",
            mend="Export the list as CSV or .xlsx with one row per record and choose that file.",
        )


def _table(
    parsed: Records,
    encoding: str,
    sheet: str,
    sheets: tuple[str, ...],
    warnings: Callable[[], tuple[str, ...]],
    rest: Iterable[list[str]] = (),
    is_long: bool = False,
) -> Table:
    """The table of the first records and of those that follow; `warnings` is asked when all are read."""
    records = parsed.records
    header = find_header(records, parsed.width)
    first = 0 if header is None else header + 1
    names = records[header] if header is not None else []
    other = next_list(records, header)
    gathered = GatheredRows(names, is_long)
    gathered.add_all(records[first:other], first + 1)
    gathered.add_all(rest if other is None else (), len(records) + 1)
    gathered.close()
    width = gathered.width
    if width == 0:
        raise UnreadableList("The file holds no rows", mend="Export the list again and choose that file.")
    if width > _WIDEST:
        raise UnreadableList(
            f"A row has {width} columns, more than any list has", mend="Check the quotes and the delimiter."
        )
    notes = list(warnings())
    if other is not None:
        notes.append(_told_of_another(records, other))
    notes += _told_of_rows(gathered, header, is_apart=bool(parsed.delimiter))
    return Table(
        encoding=encoding,
        delimiter=parsed.delimiter,
        headers=name_columns(names, width),
        rows=gathered.rows(),
        row_numbers=gathered.numbers(),
        has_header=header is not None,
        warnings=tuple(notes),
        sheet=sheet,
        sheets=sheets,
    )


def _told_of_rows(gathered: GatheredRows, header: int | None, *, is_apart: bool) -> Iterator[str]:
    """What is told of the rows: where the names of the columns are, and which rows were passed over; of rows
    that are too short or too long only where a delimiter keeps the cells apart."""
    if header:
        yield f"The column names are in row {header + 1}; what stands above was not read."
    for count, verb, verb_of_many, what in (
        (gathered.blank, "holds", "hold", "nothing but empty cells"),
        (gathered.ruled, "holds", "hold", "nothing but a drawn line"),
        (gathered.repeated, "repeats", "repeat", "the column names"),
        (gathered.closing, "says", "say", "how the list was made"),
    ):
        if count:
            yield _passed_over(count, verb, verb_of_many, what)
    if header is not None and gathered.ragged and is_apart:
        which = "1 row has" if gathered.ragged == 1 else f"{gathered.ragged} rows have"
        yield f"{which} fewer or more cells than there are column names; none was left out."
    if header is None:
        yield (
            "The first row is data already; the columns are called by their places, and what they mean is "
            "guessed from their cells."
        )


def _told_of_another(records: Sequence[list[str]], start: int) -> str:
    names = ", ".join(cell.strip() for cell in records[start] if cell.strip())
    return (
        f"Another list begins in row {start + 1} ({names[:80]}) and was not read. "
        "Save it as a file of its own to import it."
    )


def _passed_over(count: int, verb: str, verb_of_many: str, what: str) -> str:
    if count == 1:
        return f"1 row {verb} {what} and was passed over."
    return f"{count} rows {verb_of_many} {what} and were passed over."
