"""Which days the calendar shows: a month, a week, a quarter or a year around a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

WEEK = timedelta(days=7)
MARGIN = timedelta(days=1)
"""Local days begin up to 14 hours from UTC midnight; a day more on both sides holds them all."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class SpanKind(StrEnum):
    """How much of the calendar is shown."""

    MONTH = "month"
    WEEK = "week"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Span:
    """What is shown: the kind, and the day it is about (the one the keyboard stands on)."""

    kind: SpanKind
    day: date

    @property
    def first(self) -> date:
        """The first day of the month, week, quarter or year itself."""
        if self.kind is SpanKind.WEEK:
            return monday_of(self.day)
        if self.kind is SpanKind.MONTH:
            return self.day.replace(day=1)
        if self.kind is SpanKind.QUARTER:
            return self.day.replace(month=(self.day.month - 1) // 3 * 3 + 1, day=1)
        return self.day.replace(month=1, day=1)

    @property
    def after(self) -> date:
        """The day after the last one."""
        if self.kind is SpanKind.WEEK:
            return self.first + WEEK
        months = {SpanKind.MONTH: 1, SpanKind.QUARTER: 3, SpanKind.YEAR: 12}[self.kind]
        return plus_months(self.first, months)

    @property
    def shown(self) -> tuple[date, date]:
        """First day painted and the day after the last: months are filled up to whole weeks."""
        if self.kind is SpanKind.MONTH:
            first = monday_of(self.first)
            return first, monday_of(self.after - timedelta(days=1)) + WEEK
        if self.kind is SpanKind.QUARTER:
            return monday_of(self.first), monday_of(self.after - timedelta(days=1)) + WEEK
        return self.first, self.after

    @property
    def instants(self) -> tuple[datetime, datetime]:
        """UTC instants that hold every local time of the days shown, in any zone."""
        first, after = self.shown
        return _midnight(first) - MARGIN, _midnight(after) + MARGIN

    @property
    def title(self) -> str:
        """The span's name: `November 2026`, `23 – 29 Nov 2026`, `Q4 2026` or `2026`."""
        if self.kind is SpanKind.MONTH:
            return f"{MONTHS[self.day.month - 1]} {self.day.year}"
        if self.kind is SpanKind.QUARTER:
            return f"Q{(self.first.month + 2) // 3} {self.day.year}"
        if self.kind is SpanKind.YEAR:
            return str(self.day.year)
        last = self.after - timedelta(days=1)
        first_words = str(self.first.day) if self.first.month == last.month else day_words(self.first)
        return f"{first_words} – {day_words(last)} {last.year}"

    def stepped(self, by: int) -> Span:
        """The span `by` spans later (or earlier)."""
        if self.kind is SpanKind.WEEK:
            return replace(self, day=shifted(self.day, 7 * by))
        months = {SpanKind.MONTH: 1, SpanKind.QUARTER: 3, SpanKind.YEAR: 12}[self.kind]
        return replace(self, day=plus_months(self.day, months * by))

    def holds(self, day: date) -> bool:
        """Whether `day` is painted."""
        first, after = self.shown
        return first <= day < after


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def plus_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day when it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = min(max(index // 12, 2), 9998), index % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def shifted(day: date, by_days: int) -> date:
    """The day some days later or earlier, kept within what calendars can say."""
    return date.fromordinal(min(max(day.toordinal() + by_days, 400), date.max.toordinal() - 800))


def day_words(day: date) -> str:
    """A day for people, without its year: `28 Nov`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def long_day_words(day: date) -> str:
    """A day for people in full: `Sat 28 Nov 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {day_words(day)} {day.year}"


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
