"""Delimited text to records: which delimiter it has, and a parser that survives an unclosed quote."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.importing.reading.headers import known_share
from app.importing.reading.quoting import AS_USUAL, SAMPLE_RECORDS, Quoting, quoting_of, regularity

if TYPE_CHECKING:
    from _csv import Reader

csv.field_size_limit(2**31 - 1)

DELIMITERS = (",", ";", "\t", "|")
_LINE_ENDS = re.compile(r"\r+\n|\r")
_DECLARED = re.compile(r"^\"?sep=(.)\"?\s*\n", re.IGNORECASE)
_SAMPLE_CHARACTERS = 300_000
_END = "\x00end\x00"
_MOST_UNCLOSED_QUOTES = 5
_RECORDS_TOGETHER = 500
_HEADER_AMONG = 5
_WITH_KNOWN_HEADERS = 0.5


@dataclass(frozen=True, slots=True)
class Records:
    """Parsed records. `regularity` is the share of records as wide as most are (1 for one column)."""

    delimiter: str
    records: list[list[str]]
    width: int
    regularity: float
    warnings: tuple[str, ...] = ()


def parse(text: str, delimiter: str = "") -> Records:
    """All records of a text, blank lines included as empty records, so that positions are row numbers; a
    `delimiter` that is not given is found out."""
    text = with_line_feeds(text).removeprefix("ï»¿")
    found, declared = delimiter_of(text)
    delimiter, text = delimiter or found, text[declared:]
    quoting = quoting_of(sample_of(text), delimiter)
    records, warnings = _records(text, delimiter, quoting)
    if declared:
        records.insert(0, [])
    return described(delimiter, records, (*quoting.told, *warnings))


def sample_of(text: str) -> str:
    """The beginning of a text, up to the end of a line."""
    sample = text[:_SAMPLE_CHARACTERS]
    return sample if len(sample) == len(text) else sample[: sample.rfind("\n") + 1] or sample


def with_line_feeds(text: str) -> str:
    """The text with every line ended by a line feed alone, as CRLF, CR CR LF and CR end them, too."""
    if "\r" not in text:
        return text
    text = text.replace("\r\n", "\n")  # nearly all there are, many times faster than by the pattern
    return _LINE_ENDS.sub("\n", text) if "\r" in text else text


def described(delimiter: str, records: list[list[str]], warnings: tuple[str, ...] = ()) -> Records:
    """Records with their usual width and regularity."""
    width, share = regularity(records[:SAMPLE_RECORDS])
    return Records(delimiter, records, width, share, warnings)


def delimiter_of(head: str) -> tuple[str, int]:
    """The delimiter of a text by its beginning, and how many letters the line takes that declares it."""
    declared = _DECLARED.match(head)
    return (declared.group(1), declared.end()) if declared else (_delimiter_of(head), 0)


def _delimiter_of(text: str) -> str:
    """The delimiter under which most records have the same width above one; the wider of equals.

    One under which a first line falls into headers known from trackers counts before others.
    """
    sample = sample_of(text)
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        if delimiter not in sample:
            continue
        reader = csv.reader(io.StringIO(sample), delimiter=delimiter)
        records = list(itertools.islice(reader, SAMPLE_RECORDS))
        width, share = regularity(records)
        if width < 2:
            score = 0.01
        else:
            known = max(map(known_share, records[:_HEADER_AMONG]), default=0)
            score = share + min(width, 20) / 100 + (_WITH_KNOWN_HEADERS if known >= 2 else 0.0)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _records(text: str, delimiter: str, quoting: Quoting) -> tuple[list[list[str]], tuple[str, ...]]:
    """All records of a text, and sentences about quotes that were set right."""
    ended = text if text.endswith("\n") else text + "\n"
    warnings: list[str] = []
    records = records_of(lambda: io.StringIO(ended), delimiter, warnings, quoting)
    return list(records), tuple(warnings)


def records_of(
    open_lines: Callable[[], Iterable[str]],
    delimiter: str,
    warnings: list[str],
    quoting: Quoting = AS_USUAL,
) -> Iterator[list[str]]:
    """Records of the lines; a quote that never closes costs its own line only, not the rest of the file.

    `open_lines` gives the lines from the first on, each ended by a line feed, as often as it is asked.
    """
    passed = count = 0
    for _ in range(_MOST_UNCLOSED_QUOTES):
        whole, is_closed = 0, False
        for some in _together(quoting.reader(_from(open_lines, passed, _END), delimiter)):
            is_closed = some[-1] == [_END]
            yield from some[:-1]
            whole += len(some) - 1
        if is_closed:
            return
        passed += _lines_before(whole, quoting.reader(_from(open_lines, passed, _END), delimiter)) + 1
        line = next(_from(open_lines, passed - 1))
        yield next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE))
        count += whole + 1
        warnings.append(f"Row {count} opens a quote that is never closed; it was read as it stands.")
        if next(_from(open_lines, passed), None) is None:
            return
    rest = _from(open_lines, passed)
    yield from csv.reader(rest, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    warnings.append("Quotes are used irregularly; the last rows were read without regard to them.")


def _together(reader: Reader) -> Iterator[list[list[str]]]:
    """Records in lists, each but the last one longer than what is to be taken: its last record comes again as
    the first of the next, since only the last of all tells whether every quote was closed."""
    held: list[list[str]] = []
    while some := list(itertools.islice(reader, _RECORDS_TOGETHER)):
        yield held + some
        held = some[-1:]


def _lines_before(records: int, reader: Reader) -> int:
    """How many lines so many records take."""
    for _ in itertools.islice(reader, records):
        pass
    return reader.line_num


def _from(open_lines: Callable[[], Iterable[str]], passed: int, *after: str) -> Iterator[str]:
    """The lines but for the first `passed`, and what comes after them."""
    return itertools.chain(itertools.islice(open_lines(), passed, None), after)
