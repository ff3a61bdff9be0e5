"""Imported values as text on screen, always plain, whatever they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from enum import Enum
from itertools import takewhile
from typing import Any
from zoneinfo import ZoneInfo

from app.importing.fields import FieldType, field_named
from app.services.imports.landings import Landed
from app.ui.announcer import Changes
from app.ui.texts import one_line
from app.ui.times import local

NOTHING = "–"
ALIKE_SHOWN, SHOWN_BEFORE = 24, 8
NAMING = ("key", "source_id", "number", "name", "title", "change_key")
"""Fields by which a person knows a record, the best first."""
BESIDES = (
    ("person", "people", "people"),
    ("team", "teams", "teams"),
    ("configuration_item", "configuration_items", "configuration items"),
)
"""What lists rest on and bring with them: the kind of record, the kind of list that is of it, several."""


def value_text(value: Any, zone_name: str) -> str:
    """A value of any field in a line; instants on the clocks of `zone_name`."""
    if value is None or value == "" or value == () or value == {}:
        return NOTHING
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Enum):
        return words(str(value.value))
    if isinstance(value, datetime):
        return f"{value.astimezone(ZoneInfo(zone_name)):%Y-%m-%d %H:%M %Z}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Mapping):
        return one_line("; ".join(f"{name}: {text}" for name, text in value.items() if text))
    if isinstance(value, list | tuple):
        return ", ".join(_link(*one) if isinstance(one, list | tuple) else str(one) for one in value)
    return one_line(str(value))


def _link(relation: object, *keys: object) -> str:
    """A link in words: "is blocked by CHG-1"."""
    return " ".join((str(relation).replace("_", " "), *map(str, keys)))


def field_text(kind: str, field: str, value: Any, zone_name: str) -> str:
    """A value of a field; the desk's own words are written as words."""
    known = field_named(kind, field)
    is_word = (kind, field) == ("activities", "phase") or (
        known is not None and known.type is FieldType.CHOICE
    )
    if is_word and isinstance(value, str) and value:
        return words(value)
    return value_text(value, zone_name)


def told_apart(text: str, others: Sequence[str]) -> str:
    """A text shown from shortly before it differs from the others, so that a narrow cell says how."""
    common = sum(
        1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(text, *others, strict=False))
    )
    if common <= ALIKE_SHOWN or all(text == other for other in others):
        return text
    start = text.rfind(" ", 0, common - SHOWN_BEFORE) + 1 or common - SHOWN_BEFORE
    return "… " + text[start:]


def field_label(kind: str, field: str) -> str:
    """A field in words."""
    if field == "extra":
        return "Other columns"
    known = field_named(kind, field)
    return known.label if known else words(field)


def naming_field(fields: Collection[str]) -> str:
    """The one of these fields by which a person knows a record; "" where none is."""
    return next((name for name in NAMING if name in fields), "")


def words(name: str) -> str:
    """A name of the program as words: "pre_production" is "Pre production"."""
    return name.replace("_", " ").capitalize()


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 row", "1,204 rows"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def moment_text(instant: datetime, zone_name: str) -> str:
    """When a list came or was imported, on the clocks of a zone: "28 Nov 2026 22:00 CET"."""
    return f"{local(instant, zone_name):%d %b %Y %H:%M %Z}"


def landed_sentence(landed: Landed, windows: Mapping[int, str]) -> str:
    """Where the changes or activities of an import are; "" where none came. `windows` are those to come, by
    id."""
    if landed.in_sequences:
        return f"Where these activities are: {_on_windows(landed.in_sequences, windows)}."
    parts = []
    if landed.on_windows:
        parts.append(_on_windows(landed.on_windows, windows))
    if landed.in_intake:
        parts.append(f"{landed.in_intake:,} in the intake")
    if landed.over:
        them = "it" if landed.over == 1 else "them"
        parts.append(f"{landed.over:,} over already, as the list says: Ctrl+F finds {them}")
    return f"Where these changes are: {'; '.join(parts)}." if parts else ""


def added_besides(changes: Changes, kind: str) -> dict[str, int]:
    """How many records of the register were added with a list of another kind, by what they are in words; of
    very many alike it is not known how many, and they are not told."""
    added = Counter(one.kind for one in changes if one.action == "created" and one.record_id)
    told = {}
    for name, own_kind, several in BESIDES:
        if (count := added[name]) and kind != own_kind:
            told[name.replace("_", " ") if count == 1 else several] = count
    return told


def _on_windows(counts: Mapping[int, int], windows: Mapping[int, str]) -> str:
    """How many records are on one window, by its name, or on several."""
    if len(counts) > 1:
        return f"{sum(counts.values()):,} on {len(counts)} windows"
    ((window_id, count),) = counts.items()
    return f"{count:,} on {windows.get(window_id, 'a window that is over')}"
