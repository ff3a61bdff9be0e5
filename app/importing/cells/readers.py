"""One column's cells to the values of its field; each different text is read once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from app.importing.cells.linked_objects import links_in_objects
from app.importing.cells.moments import moment_of
from app.importing.cells.objects import holds_objects, is_name, is_time_told, names_in_objects
from app.importing.cells.predecessors import lag_of
from app.importing.fields import ENDS, Field, FieldType
from app.importing.times.dates import DateReader
from app.importing.times.orders import DateOrder
from app.importing.times.zone_names import zone_called
from app.importing.words.durations import minutes_in, minutes_of, says_nothing
from app.importing.words.links import link_kind, links_of
from app.importing.words.values import choose, is_heading, yes_or_no

UNREADABLE: Any = object()
"""Stands for a cell whose text is not a value of its field."""

_STRONG_SEPARATOR = re.compile(r"\s*[;|\n]\s*")
_ANY_SEPARATOR = re.compile(r"\s*[;|\n,]\s*")
_MARKED_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_QUOTED = re.compile(r"""u?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")""")
"""A text within a list, as JSON and Python write it, older Python with a letter before it."""
_GROUPED_DIGITS = re.compile(r"^\d{1,3}(?:[ \u00a0\u202f]\d{3})+$")

_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"]+@[^\s<>()\[\],;:\"@]+")

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
"""Places where a word may break or may not, and marks of direction, as they come with what is copied."""

ALWAYS_READABLE = (FieldType.TEXT, FieldType.NAMES, FieldType.LINKS)
"""Types every text is a value of."""

_SAYS_LESS = (FieldType.CHOICE, FieldType.DATE, FieldType.YES_NO, FieldType.MINUTES)
_SAYS_ALL = frozenset(
    {"state", "duration_minutes", "optimistic_minutes", "pessimistic_minutes", "is_go_no_go", "lag"}
)
"""Fields of these types whose value says as much as the word."""

_EVERY_ORDER = tuple(DateReader(order, "UTC") for order in ("dmy", "mdy", "ymd"))

Reader = Callable[[str], Any]


def reader_for(
    field: Field,
    header: str,
    own_words: dict[str, str],
    order: DateOrder | None,
    zone: str,
    keys: Mapping[str, str] | None = None,
) -> Reader:
    """A function from a stripped, non-empty cell to the field's value, or to `UNREADABLE`.

    `keys` are those of records that links name by another number.
    """
    if field.name in ("key", "source_id", "change_key"):
        return _key
    if field.name in ("requester", "owner", "team"):
        return _people
    if field.name in ("backout_plan", "verification_plan"):
        return _plan
    if field.name == "zone_name":
        return lambda text: zone_called(text) or text
    if field.type is FieldType.NAMES:
        return names_of
    if field.type is FieldType.LINKS:
        return _links_reader(link_kind(header), keys or {})
    if field.type in (FieldType.DATE, FieldType.INSTANT):
        dates = DateReader(order.order if order else "dmy", zone)
        read = dates.day if field.type is FieldType.DATE else dates.instant
        return lambda text: _or_unreadable(text, read(text), is_time_told)
    if field.type is FieldType.MOMENT:
        reader = DateReader(order.order if order else "dmy", zone)
        is_end = field.name in ENDS
        return lambda text: _or_unreadable(text, moment_of(text, reader, is_end=is_end), is_time_told)
    if field.name == "is_heading":
        return lambda text: _or_unreadable(text, is_heading(text))
    if field.type is FieldType.YES_NO:
        return lambda text: _or_unreadable(text, yes_or_no(text))
    if field.type is FieldType.MINUTES:
        bare = minutes_in(header)
        minutes = lag_of if field.name == "lag" else minutes_of
        return lambda text: _or_unreadable(text, minutes(text, bare))
    if field.type is FieldType.NUMBER:
        return lambda text: _or_unreadable(text, int(text) if text.isdecimal() and len(text) <= 9 else None)
    if field.type is FieldType.ADDRESS:
        return lambda text: _or_unreadable(text, address_of(text))
    if field.type is FieldType.CHOICE:
        return lambda text: _or_unreadable(text, choose(field.choices, text, own_words))
    return _text


def _links_reader(kind: str, known: Mapping[str, str]) -> Reader:
    """A reader of the links in a column of this kind; `known` are keys by the numbers that stand for them."""

    def read(text: str) -> tuple[tuple[str, str], ...]:
        found = links_in_objects(text, kind) if holds_objects(text) else links_of(text, kind)
        return tuple(dict.fromkeys((said, key) for said, named in found if (key := known.get(named, named))))

    return read


def read_column(cells: Sequence[str], read: Reader, empty: Any) -> list[Any]:
    """The values of a column; an empty cell is `empty`."""
    if read is _text and empty == "":
        texts = list(map(str.strip, cells))
        return texts if _NULLS.isdisjoint(texts) else list(map(_text, texts))
    distinct = set(cells)
    if len(distinct) * 2 > len(cells):
        return [read(stripped) if (stripped := text.strip()) else empty for text in cells]
    known: dict[str, Any] = {}
    for text in distinct:
        stripped = text.strip()
        known[text] = read(stripped) if stripped else empty
    return list(map(known.__getitem__, cells))


def empty_value(field: Field) -> Any:
    """What an empty cell of this field means: no names, no text, or nothing."""
    if field.collects:
        return ()
    return "" if field.type is FieldType.TEXT else None


def merged(columns: Sequence[list[Any]], field: Field) -> list[Any]:
    """Several columns of one field as one: lists are joined without repeats, else the first value counts."""
    if len(columns) == 1:
        return columns[0]
    if field.collects:
        together = list(zip(*columns, strict=True))
        known = {parts: _joined(parts) for parts in set(together)}
        return [known[parts] for parts in together]
    empty = empty_value(field)
    return [next((part for part in parts if part != empty), empty) for parts in zip(*columns, strict=True)]


def _joined(parts: tuple[tuple[Any, ...], ...]) -> tuple[Any, ...]:
    filled = [part for part in parts if part]
    if len(filled) < 2:
        return filled[0] if filled else ()
    return tuple(dict.fromkeys(item for part in filled for item in part))


def _or_unreadable(text: str, value: Any, is_told: Callable[[str], bool] = is_name) -> Any:
    """The value; none for a text that stands for none, as "NULL" and "-" do."""
    return UNREADABLE if value is None and is_told(text) else value


_NULLS = frozenset({"NULL", "Null", "null", "(null)", "NaN", "nan"})
"""What databases and their tools write in the place of a text that is not there."""


def _text(text: str) -> str:
    return "" if text in _NULLS else text


def _plan(text: str) -> str:
    """A plan as written; none where the cell says that there is none, as "-" and "N/A" do."""
    return text if is_name(text) and not says_nothing(text) else ""


def address_of(text: str) -> str | None:
    """The address of mail that a cell holds, beside a name or "mailto:"; None for none or several."""
    found = _ADDRESS.findall(text)
    return found[0] if len(found) == 1 else None


def _key(text: str) -> str:
    """A key as text; digits grouped by spaces ("2 553") are one number, and letters put together of several
    signs are those that are one. Signs that nobody sees are no part of it."""
    if text.isascii() and " " not in text:
        return text
    text = _UNSEEN.sub("", text)
    if _GROUPED_DIGITS.match(text):
        return re.sub(r"\s", "", text)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _people(text: str) -> str:
    """A person or team as written; several that a tracker put apart by markup are put apart by commas."""
    if holds_objects(text):
        return ", ".join(names_in_objects(text))
    if text.startswith("["):
        text = _unlisted(text)
    if not is_name(text):
        return ""
    if "<" not in text:
        return text
    return ", ".join(name for part in _MARKED_BREAK.split(text) if (name := part.strip()))


def _unlisted(text: str) -> str:
    """What stands in a list in brackets: "[Ana Ruiz,Bo Li]" and ["Ana Ruiz", "Bo Li"] name two."""
    if not text.endswith("]"):
        return text
    within = text[1:-1]
    if within and not _QUOTED.sub("", within).strip(" ,"):
        quoted = (one[0] or one[1] for one in _QUOTED.findall(within))
        return ", ".join(name for part in quoted if (name := part.strip()))
    if "[" in within:
        return text
    parts = [part.strip().strip("\"'").strip() for part in within.split(",")]
    return ", ".join(part for part in parts if part)


def names_of(text: str) -> tuple[str, ...]:
    """Names apart by semicolon, bar or line break; by comma only where none of these is used.

    A list in brackets, as JSON has it, is one of its elements. A dash behind a name is left of a number that
    would stand there, and is none of it ("SRV-01 -").
    """
    if holds_objects(text):
        return names_in_objects(text)
    if text.startswith("["):
        text = _unlisted(text)
    pattern = _STRONG_SEPARATOR if _STRONG_SEPARATOR.search(text) else _ANY_SEPARATOR
    names = (name.removesuffix(" -").rstrip() for name in pattern.split(text))
    return tuple(dict.fromkeys(name for name in names if name and is_name(name)))


def keeps_its_text(field: Field) -> bool:
    """Whether the source's own word is kept beside the value, because the value says less than the word."""
    if field.choices == "window":
        return True
    return field.type in _SAYS_LESS and field.name not in _SAYS_ALL


def without_own_words(texts: Sequence[str], values: Sequence[Any]) -> list[str]:
    """The texts of a column; "" for those that say no more than the value they were read as: the desk's own
    word for it ("normal", "rolled back", "3", "yes", "1:30:00" for 90 minutes), or a day that can be read in
    one way only."""
    pairs = list(zip(texts, values, strict=True))
    kept = {pair: "" if _says_no_more(*pair) else pair[0] for pair in set(pairs)}
    return [kept[pair] for pair in pairs]


def _says_no_more(text: str, value: Any) -> bool:
    if isinstance(value, date):
        return all(reader.whole_day(text.strip()) == value for reader in _EVERY_ORDER)
    said = text.strip().replace("_", " ").casefold()
    if isinstance(value, bool):
        return said == ("yes" if value else "no")
    if isinstance(value, int):  # of minutes, a workbook shows the hours
        clock = f"{value // 60}:{value % 60:02}"
        return said in (str(value), clock, f"{clock}:00")
    return isinstance(value, str) and said == value.replace("_", " ")
