"""Delimited text to records: which delimiter it has, and a parser that survives an unclosed quote."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from dataclasses import dataclass

csv.field_size_limit(2**31 - 1)

DELIMITERS = (",", ";", "\t", "|")
_LINE_ENDS = re.compile(r"\r+\n|\r")
_DECLARED = re.compile(r"^\ufeff?\"?sep=(.)\"?\s*\n", re.IGNORECASE)
_SAMPLE_RECORDS = 300
_SAMPLE_CHARACTERS = 300_000
_END = "\x00end\x00"
_MOST_UNCLOSED_QUOTES = 5


@dataclass(frozen=True, slots=True)
class Records:
    """Parsed records. `regularity` is the share of records as wide as most are (1 for one column)."""

    delimiter: str
    records: list[list[str]]
    width: int
    regularity: float
    warnings: tuple[str, ...] = ()


def parse(text: str) -> Records:
    """All records of a text, blank lines included as empty records, so that positions are row numbers."""
    text = _LINE_ENDS.sub("\n", text) if "\r" in text else text
    text = text.removeprefix("\ufeff").removeprefix("ï»¿")
    declared = _DECLARED.match(text)
    if declared:
        delimiter = declared.group(1)
        records, warnings = _records(text[declared.end() :], delimiter)
        records.insert(0, [])
    else:
        delimiter = _delimiter_of(text)
        records, warnings = _records(text, delimiter)
    width, regularity = _regularity(records[:_SAMPLE_RECORDS])
    return Records(delimiter, records, width, regularity, warnings)


def _delimiter_of(text: str) -> str:
    """The delimiter under which most records have the same width above one; the wider of equals."""
    sample = text[:_SAMPLE_CHARACTERS]
    if len(sample) < len(text):
        sample = sample[: sample.rfind("\n") + 1] or sample
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        if delimiter not in sample:
            continue
        reader = csv.reader(io.StringIO(sample), delimiter=delimiter)
        records = list(itertools.islice(reader, _SAMPLE_RECORDS))
        width, regularity = _regularity(records)
        if width < 2:
            score = 0.01
        else:
            score = regularity + min(width, 20) / 100
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _regularity(records: list[list[str]]) -> tuple[int, float]:
    widths = Counter(len(record) for record in records if any(cell.strip() for cell in record))
    if not widths:
        return 0, 0.0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return width, count / sum(widths.values())


def _records(text: str, delimiter: str) -> tuple[list[list[str]], tuple[str, ...]]:
    """Records of the text; a quote that never closes costs its own line only, not the rest of the file."""
    records: list[list[str]] = []
    warnings: list[str] = []
    remaining = text if text.endswith("\n") else text + "\n"
    for _ in range(_MOST_UNCLOSED_QUOTES):
        lines = itertools.chain(io.StringIO(remaining), (_END,))
        reader = csv.reader(lines, delimiter=delimiter)
        found: list[list[str]] = []
        started_at = finished_at = 0
        for record in reader:
            found.append(record)
            started_at, finished_at = finished_at, reader.line_num
        if found and found[-1] == [_END]:
            records.extend(found[:-1])
            return records, tuple(warnings)
        records.extend(found[:-1])
        rest = remaining.split("\n")[started_at:]
        records.append(next(csv.reader([rest[0]], delimiter=delimiter, quoting=csv.QUOTE_NONE)))
        warnings.append(f"Row {len(records)} opens a quote that is never closed; it was read as it stands.")
        remaining = "\n".join(rest[1:])
        if not remaining:
            return records, tuple(warnings)
    records.extend(csv.reader(io.StringIO(remaining), delimiter=delimiter, quoting=csv.QUOTE_NONE))
    warnings.append("Quotes are used irregularly; the last rows were read without regard to them.")
    return records, tuple(warnings)
