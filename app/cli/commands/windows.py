"""`lockstep windows`: the maintenance windows of some days with their checkpoints."""

from __future__ import annotations

import argparse
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.cli.outcome import Outcome
from app.services.errors import RefusedError
from app.services.windows import CalendarWindow, list_windows
from app.services.workplace import Workplace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `lockstep windows`."""
    parser.add_argument("--from", dest="first_day", metavar="D", help="first local day (default: a week ago)")
    parser.add_argument("--to", dest="last_day", metavar="D", help="last local day (default: 13 weeks ahead)")


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """List the windows that start on these days."""
    found = list_windows(workplace, _day(arguments.first_day), _day(arguments.last_day))
    lines = [line for one in found for line in _lines(one)]
    return Outcome({"windows": [_plain(one) for one in found]}, tuple(lines or ["No window on these days."]))


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RefusedError(f"'{text}' is no day. Write it as year-month-day, such as 2026-11-28.") from None


def _plain(one: CalendarWindow) -> dict[str, Any]:
    window, zone = one.window, ZoneInfo(one.window.zone_name)
    return {
        "id": window.id,
        "name": window.title,
        "starts_at": _text(window.starts_at, zone),
        "ends_at": _text(window.ends_at, zone),
        "zone": window.zone_name,
        "state": window.state.value,
        "changes": one.counts.changes,
        "capacity": window.capacity_deployments,
        "ready": one.counts.ready,
        "checkpoints": [
            {
                "name": point.name,
                "cutoff_at": _text(point.cutoff_at, zone),
                "meeting_at": _text(point.meeting_at, zone),
                "frozen": point.is_frozen,
            }
            for point in one.checkpoints
        ],
    }


def _lines(one: CalendarWindow) -> list[str]:
    window, zone = one.window, ZoneInfo(one.window.zone_name)
    starts, ends = window.starts_at.astimezone(zone), window.ends_at.astimezone(zone)
    until = f"{ends:%H:%M}" if ends - starts < timedelta(hours=24) else f"{ends:%a %H:%M}"
    head = (
        f"{window.id:>5}  {starts:%a %Y-%m-%d %H:%M}-{until} {window.zone_name}  {window.title}  "
        f"{window.state.value}  {one.counts.changes} of {window.capacity_deployments}, "
        f"{one.counts.ready} ready"
    )
    points = [
        f"       {point.name}: {point.cutoff_at.astimezone(zone):%a %Y-%m-%d %H:%M}, "
        f"meeting {point.meeting_at.astimezone(zone):%H:%M}"
        for point in one.checkpoints
    ]
    return [head, *points]


def _text(instant: datetime, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).isoformat()
