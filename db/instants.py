"""Instants as texts, thousands at once: many times quicker than one by one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import orjson

_WITH_MICROSECONDS = len('"2026-11-30T22:00:00.000000+00:00"')
_BETWEEN = ",\n  "
_SECONDS, _LOCAL = len("2026-11-30T22:00:00"), len("2026-11-30T22:00:00.000000")


def in_utc(instant: datetime) -> datetime:
    """The same instant in UTC. Raises ValueError for a naive time: an instant needs a zone."""
    if instant.tzinfo is None:
        raise ValueError(f"The time {instant.isoformat()} has no zone; an instant needs one.")
    return instant if instant.tzinfo is UTC else instant.astimezone(UTC)


def iso_texts(instants: Sequence[datetime | None]) -> list[str | None]:
    """ISO 8601 in UTC, always with microseconds: "2026-11-30T22:00:00.000000+00:00". None stays None.

    Raises ValueError for a naive time.
    """
    if not instants:
        return []
    in_order: Sequence[datetime | None] = instants
    if {one.tzinfo for one in instants if one is not None} - {UTC}:
        in_order = [None if one is None else in_utc(one) for one in instants]
    lines = (
        orjson.dumps(in_order, option=orjson.OPT_INDENT_2).decode().removeprefix("[\n  ").removesuffix("\n]")
    )
    return [_unquoted(line) for line in lines.split(_BETWEEN)]


def local_texts(instants: Sequence[datetime | None]) -> list[str | None]:
    """As SQLAlchemy keeps them in a local file: "2026-11-30 22:00:00.000000", in UTC. None stays None."""
    return [text and f"{text[:10]} {text[11:_LOCAL]}" for text in iso_texts(instants)]


def _unquoted(line: str) -> str | None:
    """A text of `iso_texts` from its JSON, where microseconds are left out when there are none."""
    if len(line) == _WITH_MICROSECONDS:
        return line[1:-1]
    return None if line == "null" else f"{line[1 : _SECONDS + 1]}.000000+00:00"
