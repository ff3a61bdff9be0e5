"""What the calendar shows, as flat entries in local time with their words, made from the read model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.windows import BookingKind, Freeze, FreezeStrength, WindowState
from app.services.calendar import CalendarBooking, CalendarCheckpoint, CalendarView, CalendarWindow
from app.ui.calendar.spans import day_words, long_day_words

_INSTANT = timedelta(microseconds=1)
MEETING_LENGTH = timedelta(hours=1)


class EntryKind(StrEnum):
    """What an entry stands for, in the order entries of one minute are listed."""

    FREEZE = "freeze"
    BOOKING = "booking"
    CUTOFF = "cutoff"
    MEETING = "meeting"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the calendar. `starts` and `ends` are aware, in the record's own zone.

    `key` tells entries apart; `label` is the short text, `figure` the load, `status` a line below it;
    `parts` are the shares of the load bar (amount, colour token) against `capacity`; `words` says all of
    it in lines, for the tooltip; `said` in one sentence, for screen readers.
    """

    key: tuple[str, int]
    kind: EntryKind
    label: str
    starts: datetime
    ends: datetime
    record: Any
    series_id: int | None = None
    window_id: int | None = None
    figure: str = ""
    status: str = ""
    parts: tuple[tuple[float, str], ...] = ()
    capacity: float = 0
    words: str = ""
    is_muted: bool = False
    is_struck: bool = False

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return self.words.replace("\n", ". ")

    @property
    def first_day(self) -> date:
        """The local day it starts on."""
        return self.starts.date()

    @property
    def last_day(self) -> date:
        """The local day of its last moment."""
        last = self.ends - _INSTANT if self.ends > self.starts else self.ends
        return last.date()

    @property
    def is_long(self) -> bool:
        """Whether it is drawn as a bar over days."""
        return self.kind in (EntryKind.FREEZE, EntryKind.BOOKING)

    @property
    def time_text(self) -> str:
        """The local start, `22:00`."""
        return f"{self.starts:%H:%M}"


def entries_of(view: CalendarView, series_id: int | None, viewer: ZoneInfo) -> tuple[Entry, ...]:
    """All entries of a view by local start; only one series when `series_id` is given.

    `viewer` is the zone of who looks: its times stand beside the record's own where they differ.
    """
    windows = [one for one in view.windows if series_id is None or one.window.series_id == series_id]
    made = [_freeze(freeze) for freeze in view.freezes]
    made += [_booking(booking) for booking in view.bookings]
    for window in windows:
        made.append(_window(window, view.freezes, viewer))
        if window.window.state is not WindowState.CANCELLED:
            for point in window.checkpoints:
                made += _checkpoint(point, window)
    order = tuple(EntryKind)
    made = _folded(made)
    return tuple(sorted(made, key=lambda one: (one.starts, order.index(one.kind), one.key)))


def _folded(entries: Sequence[Entry]) -> list[Entry]:
    """Checkpoints and meetings of one name at one time stand once, with how many they are."""
    kept: list[Entry] = []
    alike: dict[object, list[Entry]] = {}
    for entry in entries:
        if entry.kind in (EntryKind.CUTOFF, EntryKind.MEETING):
            alike.setdefault((entry.kind, entry.starts, entry.label, entry.is_muted), []).append(entry)
        else:
            kept.append(entry)
    for group in alike.values():
        first = group[0]
        if len(group) > 1:
            words = "\n\n".join(entry.words for entry in group)
            first = replace(first, label=f"{first.label} ×{len(group)}", words=words)
        kept.append(first)
    return kept


def length_words(starts: datetime, ends: datetime) -> str:
    """The true length between two local instants, with what the clocks do: `7 h, clocks go forward`."""
    minutes = int((ends.astimezone(UTC) - starts.astimezone(UTC)).total_seconds()) // 60
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    parts = [f"{days} d" if days else "", f"{hours} h" if hours else "", f"{left} min" if left else ""]
    words = " ".join(part for part in parts if part) or "0 min"
    before, after = starts.utcoffset(), ends.utcoffset()
    if before is None or after is None or before == after:
        return words
    return f"{words}, clocks go {'forward' if after > before else 'back'}"


def when_words(starts: datetime, ends: datetime, zone_name: str, viewer: ZoneInfo) -> list[str]:
    """Lines that say when something is: its own times, zone and length, and the viewer's if they differ."""
    lines = [f"{_range(starts, ends)} {zone_name} ({length_words(starts, ends)})"]
    own, others = starts.astimezone(viewer), ends.astimezone(viewer)
    if own.utcoffset() != starts.utcoffset() or others.utcoffset() != ends.utcoffset():
        lines.append(f"Here: {_range(own, others)}")
    return lines


def _range(starts: datetime, ends: datetime) -> str:
    last = f"{ends:%H:%M}" if ends.date() == starts.date() else f"{long_day_words(ends.date())} {ends:%H:%M}"
    return f"{long_day_words(starts.date())} {starts:%H:%M} – {last}"


def _window(one: CalendarWindow, freezes: Sequence[Freeze], viewer: ZoneInfo) -> Entry:
    window, counts = one.window, one.counts
    zone = ZoneInfo(window.zone_name)
    starts, ends = window.starts_at.astimezone(zone), window.ends_at.astimezone(zone)
    frozen = [freeze.title for freeze in freezes if _shares(freeze, window.starts_at, window.ends_at)]
    status = _status(one, bool(frozen))
    figure = f"{counts.changes} / {window.capacity_deployments}"
    clocks = length_words(starts, ends).partition(", ")[2]
    lines = [window.title, *when_words(starts, ends, window.zone_name, viewer)]
    lines.append(
        f"{counts.changes} of {window.capacity_deployments} deployments, state: {window.state.value}"
    )
    lines.append(f"{counts.ready} ready, {counts.waived} waived, {counts.went_wrong} rolled back or failed")
    lines += [f"{point.name}: {_moment(point.cutoff_at, zone)}" for point in one.checkpoints]
    lines += [f"In a freeze: {title}" for title in frozen]
    if window.is_moved:
        lines.append("Moved from where its series puts it")
    if window.cancel_reason:
        lines.append(f"Cancelled: {window.cancel_reason}")
    waiting = max(counts.changes - counts.ready, 0)
    return Entry(
        key=("window", one.id),
        kind=EntryKind.WINDOW,
        label=window.title,
        starts=starts,
        ends=ends,
        record=one,
        series_id=window.series_id,
        window_id=one.id,
        figure=figure,
        status=" · ".join(part for part in (status, clocks) if part),
        parts=((counts.ready, "met"), (waiting, "slack")),
        capacity=max(window.capacity_deployments, 1),
        words="\n".join(lines),
        is_muted=window.state in (WindowState.CLOSED, WindowState.CANCELLED),
        is_struck=window.state is WindowState.CANCELLED,
    )


def _status(one: CalendarWindow, is_frozen: bool) -> str:
    counts, state = one.counts, one.window.state
    if state is WindowState.CANCELLED:
        return "cancelled"
    if state is WindowState.CLOSED:
        return f"closed · {counts.went_wrong} rolled back" if counts.went_wrong else "closed"
    words = [state.value]
    if counts.changes:
        words = [] if state is WindowState.FINAL else words
        words.append(f"{counts.ready} ready · {counts.changes - counts.ready} not")
    if counts.waived:
        words.append(f"{counts.waived} waived")
    if is_frozen:
        words.insert(0, "in a freeze")
    return " · ".join(words)


def _checkpoint(point: CalendarCheckpoint, one: CalendarWindow) -> list[Entry]:
    zone = ZoneInfo(one.window.zone_name)
    cutoff, meeting = point.cutoff_at.astimezone(zone), point.meeting_at.astimezone(zone)
    state = "frozen" if point.is_frozen else "open"
    named = f"{one.window.title}, {long_day_words(one.window.starts_at.astimezone(zone).date())}"
    gate = Entry(
        key=("cutoff", point.id),
        kind=EntryKind.CUTOFF,
        label=point.name,
        starts=cutoff,
        ends=cutoff,
        record=point,
        series_id=one.window.series_id,
        window_id=one.id,
        words=f"{point.name} ({state})\nCutoff {_moment(point.cutoff_at, zone)} {zone.key}\n{named}",
        is_muted=point.is_frozen,
    )
    label = "final meeting" if point.is_final else "meeting"
    held = Entry(
        key=("meeting", point.id),
        kind=EntryKind.MEETING,
        label=label,
        starts=meeting,
        ends=meeting + MEETING_LENGTH,
        record=point,
        series_id=one.window.series_id,
        window_id=one.id,
        words=f"{label.capitalize()}: {point.name}\n{_moment(point.meeting_at, zone)} {zone.key}\n{named}",
        is_muted=point.is_frozen,
    )
    return [gate, held]


def _freeze(freeze: Freeze) -> Entry:
    zone = ZoneInfo(freeze.zone_name)
    starts, ends = freeze.starts_at.astimezone(zone), freeze.ends_at.astimezone(zone)
    strength = (
        "nothing in scope may change"
        if freeze.strength is FreezeStrength.HARD
        else "changes need more signatures"
    )
    is_all = not (freeze.applications or freeze.configuration_items or freeze.environments)
    scope = "everything" if is_all else _scope_words(freeze)
    words = [f"Freeze: {freeze.title}", _range(starts, ends) + f" {freeze.zone_name}", f"{scope}: {strength}"]
    return Entry(
        key=("freeze", freeze.id or 0),
        kind=EntryKind.FREEZE,
        label=freeze.title,
        starts=starts,
        ends=ends,
        record=freeze,
        figure=f"→ {day_words((ends - _INSTANT).date())}",
        status=strength,
        words="\n".join([*words, freeze.reason] if freeze.reason else words),
    )


def _scope_words(freeze: Freeze) -> str:
    counted = (
        (freeze.applications, "application"),
        (freeze.configuration_items, "configuration item"),
        (freeze.environments, "environment"),
    )
    return ", ".join(f"{len(ids)} {word}{'s' if len(ids) > 1 else ''}" for ids, word in counted if ids)


BOOKING_WORDS = {
    BookingKind.PERFORMANCE_TEST: "Performance test",
    BookingKind.PENETRATION_TEST: "Penetration test",
    BookingKind.MIGRATION_REHEARSAL: "Migration rehearsal",
    BookingKind.TECHNOLOGY_REFRESH: "Technology refresh",
    BookingKind.OTHER: "Booking",
}


def _booking(one: CalendarBooking) -> Entry:
    booking = one.booking
    zone = ZoneInfo(booking.zone_name)
    starts, ends = booking.starts_at.astimezone(zone), booking.ends_at.astimezone(zone)
    kind = BOOKING_WORDS[booking.kind]
    where = one.environment_name or "long-range work"
    return Entry(
        key=("booking", booking.id or 0),
        kind=EntryKind.BOOKING,
        label=f"{booking.title} · {one.environment_name}" if one.environment_name else booking.title,
        starts=starts,
        ends=ends,
        record=booking,
        status=kind,
        words=f"{kind}: {booking.title} ({where})\n{_range(starts, ends)} {booking.zone_name}",
    )


def _shares(freeze: Freeze, starts_at: datetime, ends_at: datetime) -> bool:
    return freeze.starts_at < ends_at and freeze.ends_at > starts_at


def _moment(instant: datetime, zone: ZoneInfo) -> str:
    local = instant.astimezone(zone)
    return f"{long_day_words(local.date())} {local:%H:%M}"
