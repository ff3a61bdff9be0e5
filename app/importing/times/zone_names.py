"""Time zones as calendars and people call them, to the names of the IANA database."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from app.importing.words.spelling import fold

_OFFSET_FIRST = re.compile(
    r"^\(?(?:UTC|GMT)\s*(?:([+\-−])\s*(\d{1,2})(?::?(\d{2}))?)?\)?\s*(.*)$", re.IGNORECASE
)
_PATH = re.compile(r"[A-Z][\w+-]*/[\w+-]+(?:/[\w+-]+)?$")
_USUAL: dict[str, str] = {
    "utc": "UTC", "gmt": "UTC", "z": "UTC", "zulu": "UTC", "coordinated universal time": "UTC",
    "tzone://microsoft/utc": "UTC",
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "eastern time": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago",
    "cdt": "America/Chicago", "central time": "America/Chicago", "mt": "America/Denver",
    "mst": "America/Denver", "mdt": "America/Denver", "mountain time": "America/Denver",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "pacific time": "America/Los_Angeles", "bst": "Europe/London", "wet": "Europe/Lisbon",
    "cet": "Europe/Berlin", "cest": "Europe/Berlin", "mez": "Europe/Berlin", "mesz": "Europe/Berlin",
    "eet": "Europe/Athens", "eest": "Europe/Athens", "trt": "Europe/Istanbul", "msk": "Europe/Moscow",
    "brt": "America/Sao_Paulo", "ist": "Asia/Kolkata", "sgt": "Asia/Singapore", "jst": "Asia/Tokyo",
    "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland",
}  # fmt: skip
"""Names people give zones by; of abbreviations that several parts of the world have, the usual one."""
_WELL_KNOWN = (
    "Europe/Berlin", "Europe/London", "Europe/Athens", "Europe/Istanbul", "America/New_York",
    "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Sao_Paulo", "Asia/Kolkata",
    "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland", "UTC",
)  # fmt: skip
"""Of zones with the same clocks the one that stands for all."""
_PROBED = tuple(datetime(2026, month, day, 12, tzinfo=UTC) for month in range(1, 13) for day in (3, 14, 28))


@cache
def zone_called(name: str) -> str | None:
    """The IANA name of a zone; None where nothing tells.

    "Europe/Berlin", "/example.org/2007/Europe/Berlin", "W. Europe Standard Time", "Eastern Time",
    "(UTC+01:00) Amsterdam, Berlin, Bern" and "CET" are names of zones.
    """
    bare = " ".join(name.strip().strip("\"'").split())
    if not bare:
        return None
    if known := _known(bare):
        return known
    path = _PATH.search(bare)
    if path and (known := _known(path.group())):
        return known
    found = _OFFSET_FIRST.match(bare)
    if found is None:
        return _known(bare.partition("(")[0].strip())
    sign, hours, minutes, places = found.groups()
    length = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return _at(-length if sign in ("-", "−") else length, places)


def zone_behaving_as(zone: tzinfo) -> str | None:
    """The IANA name of a well-known zone whose clocks are those of `zone` all year, None without one."""
    told = [moment.astimezone(zone).utcoffset() for moment in _PROBED]
    for name in _WELL_KNOWN:
        if told == [moment.astimezone(ZoneInfo(name)).utcoffset() for moment in _PROBED]:
            return name
    return None


def _known(name: str) -> str | None:
    return _by_name().get(name.casefold())


@cache
def _by_name() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    zones = {name.casefold(): name for name in available_timezones()}
    return zones | {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()} | _USUAL


def _at(offset: timedelta, places: str) -> str | None:
    """The zone of the first place of a list that is known and has this offset in winter or summer; without
    one, the zone that is this far from Greenwich all year."""
    by_city = {name.rpartition("/")[2].casefold(): name for name in sorted(available_timezones())}
    for place in re.split(r"\s*[,(]\s*", places):
        zone = _USUAL.get(fold(place)) or by_city.get(fold(place).replace(" ", "_"))
        if zone and any(moment.astimezone(ZoneInfo(zone)).utcoffset() == offset for moment in _PROBED):
            return zone
    hours = offset / timedelta(hours=1)
    if hours == 0:
        return "UTC"
    return f"Etc/GMT{-hours:+.0f}" if hours.is_integer() and -12 <= hours <= 14 else None
