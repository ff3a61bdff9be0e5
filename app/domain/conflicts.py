"""Flags what stands in the way of a window's changes, each with its reason: items, freezes, time, QA."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from app.domain.changes import Change, Deployment
from app.domain.dependencies import ci_closure
from app.domain.register import ConfigurationItem, Stage
from app.domain.windows import Checkpoint, EnvironmentBooking, Freeze, MaintenanceWindow

Span = tuple[int, int]
_MOST_OTHERS = 3


@dataclass(frozen=True, slots=True)
class ConflictFacts:
    """What conflicts of one window rest on; spans are minutes from its start, by change id."""

    window: MaintenanceWindow
    checkpoints: tuple[Checkpoint, ...]
    changes: tuple[Change, ...]
    spans: Mapping[int, Span | None]
    minutes: Mapping[int, int]
    items: tuple[ConfigurationItem, ...]
    freezes: tuple[Freeze, ...]
    bookings: tuple[EnvironmentBooking, ...]
    deployments: Mapping[int, tuple[Deployment, ...]]
    stages: Mapping[int, Stage]


def conflicts(facts: ConflictFacts) -> dict[int, tuple[str, ...]]:
    """The flags of each change, the gravest kind first; changes without any are left out."""
    shared = _shared_items(facts)
    found: dict[int, tuple[str, ...]] = {}
    for change in facts.changes:
        assert change.id is not None
        flags = [
            *(freeze_problem(freeze) for freeze in facts.freezes if is_in_scope(freeze, change)),
            *shared.get(change.id, ()),
            *_time(facts, change),
            *_bookings(facts, change),
            *_quality_time(facts, change),
        ]
        if flags:
            found[change.id] = tuple(flags)
    return found


def is_in_scope(freeze: Freeze, change: Change) -> bool:
    """Whether a freeze covers a change; empty scopes mean everything."""
    if not (freeze.applications or freeze.configuration_items or freeze.environments):
        return True
    return bool(
        set(freeze.applications) & set(change.applications)
        or set(freeze.configuration_items) & set(change.configuration_items)
    )


def freeze_problem(freeze: Freeze) -> str:
    """A freeze as a sentence."""
    zone = ZoneInfo(freeze.zone_name)
    until = freeze.ends_at.astimezone(zone)
    return f"Freeze '{freeze.title}' until {until:%a %d %b %H:%M} ({freeze.strength.value.replace('_', ' ')})"


def _shared_items(facts: ConflictFacts) -> dict[int, list[str]]:
    names = {item.id: item.name for item in facts.items}
    closure = ci_closure(facts.items)
    takers: dict[int, list[Change]] = defaultdict(list)
    for change in facts.changes:
        for item in change.configuration_items:
            takers[item].append(change)
    found: dict[int, list[str]] = {}
    for change in facts.changes:
        assert change.id is not None
        touched: dict[int, None] = dict.fromkeys(change.configuration_items)
        for item in change.configuration_items:
            touched |= dict.fromkeys(sorted(closure.get(item, frozenset())))
        for item in touched:
            rivals = [other for other in takers[item] if other.id != change.id]
            texts = [text for other in rivals if (text := _clash(facts, change, other))]
            if texts:
                more = f" and {len(texts) - _MOST_OTHERS} more" if len(texts) > _MOST_OTHERS else ""
                found.setdefault(change.id, []).append(
                    f"{names.get(item, 'an item')} also taken by {', '.join(texts[:_MOST_OTHERS])}{more}"
                )
    return found


def _clash(facts: ConflictFacts, change: Change, other: Change) -> str:
    mine, theirs = facts.spans.get(change.id or 0), facts.spans.get(other.id or 0)
    if mine is None or theirs is None:
        return f"{other.key} (times not planned yet)"
    start, end = max(mine[0], theirs[0]), min(mine[1], theirs[1])
    if start >= end:
        return ""
    zone = ZoneInfo(facts.window.zone_name)
    clock = [
        (facts.window.starts_at + timedelta(minutes=minute)).astimezone(zone).strftime("%H:%M")
        for minute in (start, end)
    ]
    return f"{other.key}, {clock[0]}–{clock[1]}"


def _time(facts: ConflictFacts, change: Change) -> list[str]:
    length = int((facts.window.ends_at - facts.window.starts_at) / timedelta(minutes=1))
    span, minutes = facts.spans.get(change.id or 0), facts.minutes.get(change.id or 0, 0)
    if minutes > length:
        return [f"Needs {minutes} min; the window has {length} min"]
    if span is not None and span[1] > length:
        return [f"Its steps end {span[1] - length} min after the window"]
    return []


def _bookings(facts: ConflictFacts, change: Change) -> list[str]:
    return [
        f"Environment booked: {booking.title}"
        for booking in facts.bookings
        if booking.environment_id is not None and set(booking.applications) & set(change.applications)
    ]


def _quality_time(facts: ConflictFacts, change: Change) -> list[str]:
    final = next((point for point in facts.checkpoints if point.is_final), None)
    in_test = [
        one.deployed_at
        for one in facts.deployments.get(change.id or 0, ())
        if facts.stages.get(one.environment_id) is Stage.TEST
    ]
    if final is None or not in_test:
        return []
    hours = (final.cutoff_at - min(in_test)) / timedelta(hours=1)
    if hours >= facts.window.minimum_qa_hours:
        return []
    return [f"QA has {max(0, int(hours))} h of the {facts.window.minimum_qa_hours} h it needs"]


def spans_of(steps: Sequence[tuple[int | None, int]]) -> Span | None:
    """First start to last end of (planned start, minutes) pairs; None when not all are planned."""
    if not steps or any(start is None for start, _ in steps):
        return None
    known = [(start, start + minutes) for start, minutes in steps if start is not None]
    return min(start for start, _ in known), max(end for _, end in known)
