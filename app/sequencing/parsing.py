"""The typed text of the editor's duration and predecessor cells, read and written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.sequencing.errors import DurationTextError, PredecessorTextError
from app.sequencing.model import Link, LinkKind, Sequence

_HOURS_AS_DAYS = 48
_COLON = re.compile(r"(\d{1,3}):([0-5]\d)$")
_PLAIN = re.compile(r"(\d{1,5})$")
_UNITS = re.compile(
    r"(?=\S)(?:(?P<days>\d{1,3})\s*(?:d|days?)\s*)?"
    r"(?:(?P<hours>\d{1,5}(?:[.,]\d+)?)\s*(?:h|hrs?|hours?)\s*)?"
    r"(?:(?P<minutes>\d{1,5})\s*(?:m|min|mins|minutes?)?\s*)?$"
)
_TAIL = re.compile(r"\s*(?P<kind>FS|SS|FF|SF)?\s*(?P<lag>[+\-−].*)?$", re.IGNORECASE)
_ROW = re.compile(r"#?(?P<row>\d{1,5})(?P<tail>\s*(?:(?:FS|SS|FF|SF)?\s*(?:[+\-−].*)?))$", re.IGNORECASE)


def parse_duration(text: str) -> int:
    """Minutes from "90", "1:30", "1h 10", "1h10m", "1.5 h", "45 min" or "1d 2h".

    Raises DurationTextError with what may be typed.
    """
    cleaned = text.strip().lower()
    if match := _COLON.match(cleaned):
        return int(match[1]) * 60 + int(match[2])
    if match := _PLAIN.match(cleaned):
        return int(match[1])
    if match := _UNITS.match(cleaned):
        hours = float((match["hours"] or "0").replace(",", "."))
        return int(match["days"] or 0) * 1440 + round(hours * 60) + int(match["minutes"] or 0)
    raise DurationTextError(f"“{text.strip()}” is not a duration. Type minutes (90), 1:30, 1h 30 or 45 min.")


def format_duration(minutes: int) -> str:
    """A duration as the editor shows it: "45 min", "1 h 10", "2 h", "12 d 8 h"; negative ones with a minus.

    Days from two on, and only where nothing is lost: beside minutes it stays with hours.
    """
    if minutes < 0:
        return f"-{format_duration(-minutes)}"
    hours, rest = divmod(minutes, 60)
    if hours >= _HOURS_AS_DAYS and not rest:
        days, hours = divmod(hours, 24)
        return f"{days} d {hours} h" if hours else f"{days} d"
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def parse_predecessors(text: str, successor: str, sequence: Sequence) -> tuple[Link, ...]:
    """The links of a predecessors cell such as "3FS+10m; 5SS; 7-5m".

    Activities are named by row number (1 is the first row) or by id; without a kind it is finish-start.
    Raises PredecessorTextError naming the part that cannot be read. Circles are judged elsewhere.
    """
    links: dict[tuple[str, str, LinkKind], Link] = {}
    for part in re.split(r"[;,]", text):
        if part.strip():
            link = _parse_predecessor(part.strip(), successor, sequence)
            if link.key in links:
                raise PredecessorTextError(f"“{part.strip()}” repeats a predecessor. Keep one of them.")
            links[link.key] = link
    return tuple(links.values())


def _parse_predecessor(part: str, successor: str, sequence: Sequence) -> Link:
    rows = sequence.rows
    known = [activity_id for activity_id in sequence.ids if part.startswith(activity_id)]
    if known:
        predecessor = max(known, key=len)
        tail_text = part[len(predecessor) :]
    elif match := _ROW.match(part):
        number = int(match["row"])
        if not 1 <= number <= len(rows):
            raise PredecessorTextError(f"“{part}”: there is no row {number}, only 1 to {len(rows)}.")
        predecessor, tail_text = rows[number - 1].id, match["tail"]
    else:
        raise PredecessorTextError(
            f"“{part}” is not a predecessor. Type a row number, then FS, SS, FF or SF and a lag: 3FS+10m."
        )
    if predecessor == successor:
        raise PredecessorTextError(f"“{part}” is the activity itself. Name another row.")
    tail = _TAIL.match(tail_text)
    if tail is None:
        raise PredecessorTextError(
            f"“{part}”: after the row, FS, SS, FF or SF and a lag may follow: 3FS+10m."
        )
    kind = LinkKind((tail["kind"] or "FS").upper())
    return Link(predecessor, successor, kind, _parse_lag(tail["lag"], part))


def _parse_lag(text: str | None, part: str) -> int:
    if not text:
        return 0
    try:
        minutes = parse_duration(text[1:])
    except DurationTextError as error:
        raise PredecessorTextError(f"“{part}”: the lag {text} cannot be read. Type +10m or -1:30.") from error
    return minutes if text[0] == "+" else -minutes


def format_predecessors(links: Iterable[Link], sequence: Sequence) -> str:
    """The text of a predecessors cell with row numbers: "3; 5SS+10m"; a plain finish-start has no kind."""
    row_of = sequence.row_numbers
    parts = []
    for link in sorted(links, key=lambda link: (row_of[link.predecessor], link.kind)):
        lag = f"{link.lag_minutes:+d}m" if link.lag_minutes else ""
        kind = "" if link.kind is LinkKind.FINISH_START and not lag else link.kind.value
        parts.append(f"{row_of[link.predecessor]}{kind}{lag}")
    return "; ".join(parts)
