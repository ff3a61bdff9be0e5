"""The printed time axis from values: the rows a screen shows, with times, links and points of no return."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.windows import MaintenanceWindow
from app.sequencing.analysis import Analysis
from app.sequencing.chance.outcome import Chance, chance_sentence
from app.sequencing.model import Activity, LinkKind, Sequence
from app.sequencing.passes import Timing
from app.sequencing.stretch import group_timings
from exports.documents.sequence import PointOfNoReturn, SequenceLink, SequencePlayer, SequenceRow
from exports.documents.timeline import FinishBand, TimelineDocument


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A line as the screen shows it: a heading with the activities below it, or one activity."""

    title: str
    activity_id: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineSource:
    """What the paper is made from. `players` names who does an activity; `made_at` is a UTC instant."""

    window: MaintenanceWindow
    sequence: Sequence
    analysis: Analysis
    rows: tuple[PrintedRow, ...]
    players: Callable[[Activity], str]
    made_at: datetime
    paper: str = "A4"
    is_fitted: bool = False
    chance: Chance | None = None


def timeline_document(source: TimelineSource) -> TimelineDocument:
    """The document of a time axis, all times in the window's zone."""
    window = source.window
    numbers = source.sequence.row_numbers
    shown = {row.activity_id for row in source.rows if row.activity_id is not None}
    total = len(source.sequence)
    counted = f"{len(shown)} of {total} activities" if len(shown) < total else f"{total} activities"
    first, last = _local(source, 0), _local(source, source.sequence.window_minutes)
    return TimelineDocument(
        title=f"Sequence: {window.title}",
        subtitle=f"{first:%a %d %b %Y %H:%M} to {last:%a %d %b %H:%M}, {counted}",
        zone_name=window.zone_name,
        window_start=first,
        window_end=last,
        rows=tuple(_rows(source, numbers)),
        links=tuple(
            SequenceLink(str(numbers[link.predecessor]), str(numbers[link.successor]), link.lag_minutes)
            for link in source.sequence.links
            if link.kind is LinkKind.FINISH_START and link.successor in shown
        ),
        points_of_no_return=tuple(
            PointOfNoReturn(point.change_key, _local(source, point.minute))
            for point in sorted(
                source.analysis.points_of_no_return.values(), key=lambda one: (one.minute, one.change_key)
            )
        ),
        made_at=source.made_at.astimezone(ZoneInfo(window.zone_name)),
        paper=source.paper,
        is_fitted=source.is_fitted,
        band=_band(source),
    )


def _local(source: TimelineSource, minute: int) -> datetime:
    instant = source.window.starts_at + timedelta(minutes=minute)
    return instant.astimezone(ZoneInfo(source.window.zone_name))


def _band(source: TimelineSource) -> FinishBand | None:
    chance = source.chance
    if chance is None or not chance.has_spread:
        return None
    return FinishBand(
        _local(source, chance.finish_p50),
        _local(source, chance.finish_p80),
        _local(source, chance.finish_p95),
        chance_sentence(chance, lambda minute: f"{_local(source, minute):%H:%M}"),
    )


def _rows(source: TimelineSource, numbers: Mapping[str, int]) -> Iterable[SequenceRow]:
    timings = source.analysis.schedule.timings
    conflicts: dict[str, str] = {}
    for conflict in source.analysis.conflicts:
        for activity_id in conflict.activity_ids:
            conflicts.setdefault(activity_id, conflict.reason)
    for row in source.rows:
        if row.activity_id is None:
            members = group_timings(source.sequence, source.analysis.schedule, row.members)
            if members:
                yield _heading(source, row.title, members)
            continue
        activity = source.sequence.activity(row.activity_id)
        timing = timings[activity.id]
        is_dormant = source.sequence.index_of[activity.id] in source.sequence.dormant
        who = source.players(activity)
        yield SequenceRow(
            number=str(numbers[activity.id]),
            title=activity.title,
            phase=activity.phase.value,
            start=_local(source, timing.start),
            finish=_local(source, timing.finish),
            duration_minutes=activity.duration_minutes,
            change_key=activity.change_key or "",
            slack_minutes=None if is_dormant else timing.total_slack,
            is_critical=timing.is_critical,
            players=(SequencePlayer(who),) if who else (),
            is_go_no_go=activity.is_go_no_go,
            conflict=conflicts.get(activity.id, ""),
            is_dormant=is_dormant,
        )


def _heading(source: TimelineSource, title: str, members: list[Timing]) -> SequenceRow:
    start, finish = min(one.start for one in members), max(one.finish for one in members)
    return SequenceRow(
        number="",
        title=title,
        phase="",
        start=_local(source, start),
        finish=_local(source, finish),
        duration_minutes=finish - start,
        group_heading=title,
    )
