"""The sequence of a packet: rows as the desk groups and numbers them, links, players, points of no return."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.reports.source import PacketSource
from app.reports.wording import local
from app.sequencing.model import Activity, LinkKind, Phase
from app.sequencing.parsing import format_predecessors
from app.sequencing.players import Need, player_loads
from exports.documents import (
    Player,
    PlayerEntry,
    PointOfNoReturn,
    SequenceLink,
    SequencePlayer,
    SequenceRow,
)
from exports.plain_text import in_words

_PHASE_TITLES = {
    Phase.PREPARE: "Prepare",
    Phase.DEPLOY: "Deploy",
    Phase.VERIFY: "Verify",
    Phase.CLOSE: "Close",
    Phase.ROLLBACK: "Roll back",
}


def numbers(source: PacketSource) -> dict[str, str]:
    """What each activity is called aloud, by id: its place in the sequence's table, from 1."""
    return {activity.id: str(place) for place, activity in enumerate(source.sequence.rows, start=1)}


def sequence_rows(source: PacketSource) -> tuple[SequenceRow, ...]:
    """Preparation first, then each change under its heading, then the other phases; times in the zone."""
    groups: dict[tuple[str, str], list[Activity]] = {}
    for activity in source.sequence.rows:
        key = ("change", activity.change_key) if activity.change_key else ("phase", activity.phase.value)
        groups.setdefault(key, []).append(activity)
    named = numbers(source)
    conflicts = _conflicts(source)
    rows: list[SequenceRow] = []
    for group in _ordered(groups):
        rows.append(_heading(source, group, groups[group]))
        rows += [_row(source, activity, named[activity.id], conflicts) for activity in groups[group]]
    return tuple(rows)


def sequence_links(source: PacketSource) -> tuple[SequenceLink, ...]:
    """The links as "after waits for before". Only finish-to-start links are lines between bars' ends."""
    named = numbers(source)
    return tuple(
        SequenceLink(named[link.predecessor], named[link.successor], link.lag_minutes)
        for link in source.sequence.links
        if link.kind is LinkKind.FINISH_START
    )


def points_of_no_return(source: PacketSource) -> tuple[PointOfNoReturn, ...]:
    """Each change's point of no return, by time."""
    points = sorted(
        source.analysis.points_of_no_return.values(), key=lambda one: (one.minute, one.change_key)
    )
    return tuple(PointOfNoReturn(one.change_key, _at(source, one.minute)) for one in points)


def players(source: PacketSource) -> tuple[Player, ...]:
    """Everybody who is needed, by name, with what for and when."""
    loads = player_loads(source.sequence, source.analysis.schedule)
    titles = {activity.id: activity for activity in source.sequence.activities}
    made = []
    for person_id, load in loads.items():
        person = source.people.get(person_id)
        team = source.teams.get(person.team_id or 0) if person else None
        entries = tuple(_entry(source, need, titles) for need in load.needs)
        phone = person.phone if person else ""
        made.append(Player(source.player(person_id), team.name if team else "", phone, entries))
    return tuple(sorted(made, key=lambda player: player.name.casefold()))


def _entry(source: PacketSource, need: Need, titles: Mapping[str, Activity]) -> PlayerEntry:
    activity = titles[need.activity_id]
    title = f"{activity.change_key}: {activity.title}" if activity.change_key else activity.title
    return PlayerEntry(_at(source, need.start), _at(source, need.finish), title)


def _ordered(groups: Mapping[tuple[str, str], object]) -> list[tuple[str, str]]:
    first = ("phase", Phase.PREPARE.value)
    last = [("phase", phase.value) for phase in Phase if phase is not Phase.PREPARE]
    changes = [group for group in groups if group[0] == "change"]
    return [group for group in (first, *changes, *last) if group in groups]


def _heading(source: PacketSource, group: tuple[str, str], members: list[Activity]) -> SequenceRow:
    timings = [source.analysis.schedule.timings[activity.id] for activity in members]
    live = [
        timing
        for activity, timing in zip(members, timings, strict=True)
        if activity.phase is not Phase.ROLLBACK
    ]
    counted_timings = live or timings
    start, finish = min(one.start for one in counted_timings), max(one.finish for one in counted_timings)
    kind, name = group
    titles = {change.key: change.change.title for change in source.changes}
    title = f"{name} {titles.get(name, '')}".strip() if kind == "change" else _PHASE_TITLES[Phase(name)]
    return SequenceRow(
        number="",
        title=title,
        phase="",
        start=_at(source, start),
        finish=_at(source, finish),
        duration_minutes=finish - start,
        change_key=name if kind == "change" else "",
        group_heading=title,
    )


def _row(
    source: PacketSource, activity: Activity, number: str, conflicts: Mapping[str, list[str]]
) -> SequenceRow:
    timing = source.analysis.schedule.timings[activity.id]
    items = (source.configuration_items.get(hold.ci_id) for hold in activity.configuration_items)
    return SequenceRow(
        number=number,
        title=activity.title,
        phase=in_words(activity.phase.value),
        start=_at(source, timing.start),
        finish=_at(source, timing.finish),
        duration_minutes=activity.duration_minutes,
        change_key=activity.change_key or "",
        slack_minutes=timing.total_slack,
        is_critical=timing.is_critical,
        players=_who(source, activity),
        configuration_items=tuple(item.name for item in items if item is not None),
        is_go_no_go=activity.is_go_no_go,
        conflict="; ".join(conflicts.get(activity.id, ())),
        is_dormant=source.sequence.index_of[activity.id] in source.sequence.dormant,
        after=format_predecessors(source.sequence.links_into.get(activity.id, ()), source.sequence),
    )


def _who(source: PacketSource, activity: Activity) -> tuple[SequencePlayer, ...]:
    if activity.players:
        people = ((one, source.people.get(one)) for one in activity.players)
        return tuple(
            SequencePlayer(source.player(person_id), person.phone if person else "")
            for person_id, person in people
        )
    team = source.teams.get(activity.team_id or 0)
    return (SequencePlayer(f"one of {team.name}"),) if team else ()


def _conflicts(source: PacketSource) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for conflict in source.analysis.conflicts:
        for activity_id in conflict.activity_ids:
            found.setdefault(activity_id, []).append(conflict.reason)
    return found


def _at(source: PacketSource, minute: int) -> datetime:
    return local(source.instant(minute), source.window.zone_name)
