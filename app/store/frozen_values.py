"""Imported values as JSON and back: instants, dates and tuples stay apart from texts and lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

_INSTANT, _DATE, _TUPLE = "@instant", "@date", "@tuple"
PLAIN = frozenset({str, int, float, bool, type(None)})
"""Types whose values are JSON already."""
TEXTS_BESIDES = "extra"
"""The field whose values are texts by header, and headers may be called anything."""


def frozen(values: Mapping[str, Any]) -> dict[str, Any]:
    """Imported values as JSON that keeps instants, dates and tuples apart from texts and lists, and texts by
    header in their order: events and PostgreSQL put the names of objects in an order of their own."""
    found = {name: frozen_value(value) for name, value in values.items()}
    if texts := found.get(TEXTS_BESIDES):
        found[TEXTS_BESIDES] = list(map(list, texts.items()))
    return found


def thawed(content: Mapping[str, Any]) -> dict[str, Any]:
    """Imported values from their JSON; imported values hold tuples, never lists. Older ones have texts by
    header as an object."""
    return {
        name: dict(value or ()) if name == TEXTS_BESIDES else thawed_value(value)
        for name, value in content.items()
    }


def frozen_value(value: Any) -> Any:
    """One imported value as JSON."""
    if isinstance(value, datetime | date):
        return marked(value)
    if isinstance(value, tuple):
        return [frozen_value(one) for one in value]
    return value


def thawed_value(value: Any) -> Any:
    """One imported value from its JSON."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, list):
        return tuple([one if type(one) in PLAIN else thawed_value(one) for one in value])
    if not isinstance(value, dict) or len(value) != 1:
        return value
    ((mark, content),) = value.items()
    if mark == _INSTANT:
        return datetime.fromisoformat(content)
    if mark == _DATE:
        return date.fromisoformat(content)
    if mark == _TUPLE:
        return tuple(thawed_value(one) for one in content)
    return value


def marked(value: Any) -> dict[str, str]:
    """Days and instants, which JSON does not know, under a mark of their own."""
    if isinstance(value, datetime):
        return {_INSTANT: value.isoformat()}
    if isinstance(value, date):
        return {_DATE: value.isoformat()}
    raise TypeError(f"{type(value).__name__} is no value of a list")
