"""A window on its way to another time: where it would lie, what speaks against it, the nearest place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.window_rules import move_problems, nearest_legal_start
from app.domain.windows import MaintenanceWindow
from app.domain.zones import shifted_local
from app.ui.calendar.entries import Entry
from app.ui.calendar.geometry import minute_of


@dataclass(frozen=True, slots=True)
class Judgement:
    """What speaks against a place, and the nearest legal start (local) when something does."""

    problems: tuple[str, ...] = ()
    legal_start: datetime | None = None


Judge = Callable[[Entry, datetime, datetime], Judgement]


@dataclass(frozen=True, slots=True)
class Placing:
    """A window being moved or resized: from its entry, to `starts` and `ends` (local, aware)."""

    entry: Entry
    starts: datetime
    ends: datetime
    grabbed_minutes: int = 0
    is_resize: bool = False
    is_by_keyboard: bool = False
    judgement: Judgement = Judgement()

    @property
    def is_changed(self) -> bool:
        """Whether it would lie elsewhere."""
        return (self.starts, self.ends) != (self.entry.starts, self.entry.ends)

    @property
    def is_legal(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.judgement.problems

    def words(self) -> str:
        """What is shown beside the ghost."""
        lines = [f"{self.starts:%a %d %b, %H:%M} – {self.ends:%H:%M}"]
        if self.is_changed:
            lines += self.judgement.problems
            if self.judgement.legal_start is not None:
                lines.append(f"Nearest place: {self.judgement.legal_start:%a %d %b, %H:%M}")
        return "\n".join(lines)


def begin(
    entry: Entry, *, grabbed_minutes: int = 0, is_resize: bool = False, by_keyboard: bool = False
) -> Placing:
    """Take a window up, where it lies."""
    return Placing(entry, entry.starts, entry.ends, grabbed_minutes, is_resize, by_keyboard)


def shifted(placing: Placing, days: int, minutes: int, judge: Judge) -> Placing:
    """Move (or, resizing, lengthen) by days and minutes of wall time from where it is now."""
    ends = _shift(placing.ends, days, minutes)
    starts = placing.starts if placing.is_resize else _shift(placing.starts, days, minutes)
    return _judged(replace(placing, starts=starts, ends=ends), judge)


def carried_to(placing: Placing, day: date, minute: int | None, judge: Judge) -> Placing:
    """Carry to a day, and a minute of it where the page tells one; without one the time of day stays."""
    origin = placing.entry
    if placing.is_resize:
        days = (day - origin.ends.date()).days
        minutes = 0 if minute is None else minute - minute_of(origin.ends)
        ends = _shift(origin.ends, days, minutes)
        least = placing.starts + timedelta(minutes=15)
        return _judged(replace(placing, ends=max(ends, least)), judge)
    days = (day - origin.starts.date()).days
    minutes = 0 if minute is None else minute - minute_of(origin.starts)
    moved = replace(
        placing, starts=_shift(origin.starts, days, minutes), ends=_shift(origin.ends, days, minutes)
    )
    return _judged(moved, judge)


def judge_among(windows: Sequence[MaintenanceWindow], now: datetime) -> Judge:
    """A judge that knows the windows on screen; the use case judges again among all."""

    def judge(entry: Entry, starts: datetime, ends: datetime) -> Judgement:
        window = entry.record.window
        problems = move_problems(window, starts, ends, windows, now)
        if not problems:
            return Judgement()
        nearest = nearest_legal_start(window, starts, ends - starts, windows, now)
        legal = nearest.astimezone(ZoneInfo(window.zone_name)) if nearest else None
        return Judgement(problems, legal)

    return judge


def _judged(placing: Placing, judge: Judge) -> Placing:
    if not placing.is_changed:
        return replace(placing, judgement=Judgement())
    return replace(placing, judgement=judge(placing.entry, placing.starts, placing.ends))


def _shift(moment: datetime, days: int, minutes: int) -> datetime:
    zone = moment.tzinfo
    assert isinstance(zone, ZoneInfo)
    return shifted_local(moment, zone.key, days, minutes).astimezone(zone)
