"""Times and figures as packets word them; instants stay in the zone they come in."""

from datetime import datetime

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NOTHING_CHANGED = "Nothing has changed."
FIRST_PACKET = "This is the window's first packet: there is nothing to compare it with."
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def moment(at: datetime | None) -> str:
    """ "Sat 28 Nov 2026, 22:00 CET"; empty for None. English whatever the machine's locale."""
    if at is None:
        return ""
    return f"{day(at)} {at.year}, {clock(at)} {at.tzname() or ''}".rstrip()


def day(at: datetime) -> str:
    """ "Sat 28 Nov"."""
    return f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]}"


def clock(at: datetime) -> str:
    """ "22:00"."""
    return f"{at.hour:02}:{at.minute:02}"


def span(start: datetime, finish: datetime) -> str:
    """ "Sat 28 Nov, 22:00 – Sun 29 Nov, 06:00", or the clocks alone for the second on the same day."""
    if start.date() == finish.date():
        return f"{day(start)}, {clock(start)} – {clock(finish)}"
    return f"{day(start)}, {clock(start)} – {day(finish)}, {clock(finish)}"


def minutes(count: int | None) -> str:
    """ "45 min", "7 h", "1 h 10", "12 d 8 h" (days from two on, beside whole hours); empty for None."""
    if count is None:
        return ""
    sign, count = ("−" if count < 0 else ""), abs(count)
    if count < 60:
        return f"{sign}{count} min"
    hours, rest = divmod(count, 60)
    if hours >= 48 and not rest:
        days, hours = divmod(hours, 24)
        return f"{sign}{days} d {hours} h" if hours else f"{sign}{days} d"
    return f"{sign}{hours} h {rest:02}" if rest else f"{sign}{hours} h"


def plural(count: int, word: str) -> str:
    """ "1 change", "3 changes"."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"
