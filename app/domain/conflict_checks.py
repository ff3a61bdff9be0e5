"""The checks behind a window's conflicts: each yields the id of a change and what stands in its way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta

from app.domain.changes import Change
from app.domain.conflict_facts import Conflict, ConflictFacts, ConflictKind, freeze_problem, is_in_scope
from app.domain.dependencies import ci_closure
from app.domain.register import Stage
from app.domain.time_words import clock_words, day_words
from app.domain.windows import FreezeStrength
from app.domain.zones import local

Found = Iterator[tuple[int, Conflict]]
_MOST_OTHERS = 3
_MINUTE = timedelta(minutes=1)


def _flag(change: Change, kind: ConflictKind, reason: str, *others: str) -> tuple[int, Conflict]:
    return change.id or 0, Conflict(kind, change.key, reason, others)


def _freezes(facts: ConflictFacts) -> Found:
    production = frozenset(key for key, stage in facts.stages.items() if stage is Stage.PRODUCTION)
    for freeze in facts.freezes:
        if freeze.starts_at >= facts.window.ends_at or freeze.ends_at <= facts.window.starts_at:
            continue
        for change in facts.changes:
            is_let_in = freeze.strength is FreezeStrength.WITH_SIGNATURES and any(
                one.lets_into(freeze.id) for one in facts.approved.get(change.id or 0, ())
            )
            if is_in_scope(freeze, change, production) and not is_let_in:
                yield _flag(change, ConflictKind.FREEZE, freeze_problem(freeze))


def _shared_items(facts: ConflictFacts) -> Found:
    """An item, or one it depends on, that another change takes at an overlapping or unknown time."""
    names = {item.id: item.name for item in facts.items}
    closure = ci_closure(facts.items)
    takers: dict[int, list[Change]] = defaultdict(list)
    for change in facts.changes:
        for item in change.configuration_items:
            takers[item].append(change)
    for change in facts.changes:
        touched: dict[int, None] = dict.fromkeys(change.configuration_items)
        for item in change.configuration_items:
            touched |= dict.fromkeys(sorted(closure.get(item, frozenset())))
        for item in touched:
            rivals = [other for other in takers[item] if other.id != change.id]
            clashes = [(other.key, text) for other in rivals if (text := _clash(facts, change, other))]
            if clashes:
                texts = [text for _, text in clashes]
                more = f" and {len(texts) - _MOST_OTHERS} more" if len(texts) > _MOST_OTHERS else ""
                reason = f"{names.get(item, 'an item')} also taken by {', '.join(texts[:_MOST_OTHERS])}{more}"
                yield _flag(change, ConflictKind.SHARED_ITEM, reason, *(key for key, _ in clashes))


def _clash(facts: ConflictFacts, change: Change, other: Change) -> str:
    mine, theirs = facts.spans.get(change.id or 0), facts.spans.get(other.id or 0)
    if mine is None or theirs is None:
        return f"{other.key} (times not planned yet)"
    start, end = max(mine[0], theirs[0]), min(mine[1], theirs[1])
    if start >= end:
        return ""
    return f"{other.key}, {_clock(facts, start)}–{_clock(facts, end)}"


def _clock(facts: ConflictFacts, minute: int) -> str:
    return clock_words(facts.window.starts_at + minute * _MINUTE, facts.window.zone_name)


def _order(facts: ConflictFacts) -> Found:
    """A change of an application that begins before what its application needs has been deployed."""
    applications = {one.id or 0: one for one in facts.applications}
    deploying: dict[int, list[Change]] = defaultdict(list)
    for change in facts.changes:
        for application in change.applications:
            deploying[application].append(change)
    for change in facts.changes:
        mine = facts.spans.get(change.id or 0)
        needed = {
            key: one
            for one in change.applications
            if one in applications
            for key in applications[one].depends_on
            if key not in change.applications
        }
        for key, one in sorted(needed.items()):
            for other in deploying[key]:
                theirs = facts.spans.get(other.id or 0)
                if mine is None or theirs is None or other.id == change.id or mine[0] >= theirs[1]:
                    continue
                name = applications[key].name if key in applications else "an application"
                reason = (
                    f"{applications[one].name} needs {name}, which {other.key} deploys until "
                    f"{_clock(facts, theirs[1])}; this begins {_clock(facts, mine[0])}"
                )
                yield _flag(change, ConflictKind.DEPENDENCY_ORDER, reason, other.key)


def _outside(facts: ConflictFacts) -> Found:
    length = int((facts.window.ends_at - facts.window.starts_at) / _MINUTE)
    for change in facts.changes:
        span, minutes = facts.spans.get(change.id or 0), facts.minutes.get(change.id or 0, 0)
        if minutes > length:
            reason = f"Needs {minutes} min; the window has {length} min"
            yield _flag(change, ConflictKind.OUTSIDE_WINDOW, reason)
        elif span is not None and span[1] > length:
            reason = f"Its steps end {span[1] - length} min after the window"
            yield _flag(change, ConflictKind.OUTSIDE_WINDOW, reason)
        if span is not None and span[0] < 0:
            reason = f"Its steps begin {-span[0]} min before the window"
            yield _flag(change, ConflictKind.OUTSIDE_WINDOW, reason)


def _dates(facts: ConflictFacts) -> Found:
    """A deployment date that is no day of the window, by its own clocks."""
    first = local(facts.window.starts_at, facts.window.zone_name).date()
    last = local(facts.window.ends_at, facts.window.zone_name).date()
    for change in facts.changes:
        day = change.deployment_on
        if day is not None and not first <= day <= last:
            reason = f"Its deployment date is {day_words(day)}; the window is {day_words(first)}"
            yield _flag(change, ConflictKind.DATE_DIFFERS, reason)


def _bookings(facts: ConflictFacts) -> Found:
    """An environment reserved for an application of the change, or production as a whole."""
    for booking in facts.bookings:
        if booking.environment_id is None:
            continue
        if booking.starts_at >= facts.window.ends_at or booking.ends_at <= facts.window.starts_at:
            continue
        is_production = facts.stages.get(booking.environment_id) is Stage.PRODUCTION
        for change in facts.changes:
            is_named = bool(set(booking.applications) & set(change.applications))
            if is_named or (is_production and not booking.applications):
                reason = f"Environment booked: {booking.title}"
                yield _flag(change, ConflictKind.ENVIRONMENT_BOOKED, reason)


def _capacity(facts: ConflictFacts) -> Found:
    """The changes that came last are those over the capacity; who came first keeps the place."""
    by_entry = sorted(facts.changes, key=lambda change: change.id or 0)
    taken = 0
    for count, change in enumerate(by_entry, start=1):
        taken += facts.minutes.get(change.id or 0, 0)
        over = []
        if count > facts.window.capacity_deployments:
            over.append(f"{len(by_entry)} changes for {facts.window.capacity_deployments} deployments")
        if taken > facts.window.capacity_minutes:
            total = sum(facts.minutes.get(one.id or 0, 0) for one in by_entry)
            over.append(f"{total} min for {facts.window.capacity_minutes} min")
        is_let_in = any(one.lets_over_capacity for one in facts.approved.get(change.id or 0, ()))
        if over and not is_let_in:
            yield _flag(change, ConflictKind.CAPACITY, f"Over the window's capacity: {', '.join(over)}")


def _quality_time(facts: ConflictFacts) -> Found:
    """Too little time between "in test" and the final cutoff; what is not in test yet has what is left."""
    final = next((point for point in facts.checkpoints if point.is_final), None)
    for change in facts.changes if final is not None else ():
        in_test = [
            one.deployed_at
            for one in facts.deployments.get(change.id or 0, ())
            if facts.stages.get(one.environment_id) is Stage.TEST
        ]
        begins_at = min(in_test, default=facts.now)
        if final is None or begins_at is None or (not in_test and begins_at > final.cutoff_at):
            continue
        hours = (final.cutoff_at - begins_at) / timedelta(hours=1)
        if hours < facts.window.minimum_qa_hours:
            has = "QA has" if in_test else "It is not in test yet: QA has at most"
            reason = f"{has} {max(0, int(hours))} h of the {facts.window.minimum_qa_hours} h it needs"
            yield _flag(change, ConflictKind.QA_TIME, reason)


def _night(facts: ConflictFacts) -> Found:
    """What the window's sequence says against the steps of a change."""
    for change in facts.changes:
        for reason in facts.night.get(change.id or 0, ()):
            yield _flag(change, ConflictKind.NIGHT, reason)


def _overdue_actions(facts: ConflictFacts) -> Found:
    """What followed from an incident of one of its applications and is not done in time."""
    for change in facts.changes:
        said = (text for one in change.applications for text in facts.overdue_actions.get(one, ()))
        for reason in dict.fromkeys(said):
            yield _flag(change, ConflictKind.OVERDUE_ACTION, reason)


def _not_calculated(facts: ConflictFacts) -> Found:
    for change in facts.changes:
        if facts.spans.get(change.id or 0) is None:
            reason = "Not calculated: its steps are not planned yet"
            yield _flag(change, ConflictKind.NOT_CALCULATED, reason)


CHECKS: tuple[Callable[[ConflictFacts], Found], ...] = (
    _freezes,
    _shared_items,
    _order,
    _outside,
    _dates,
    _bookings,
    _capacity,
    _quality_time,
    _night,
    _overdue_actions,
    _not_calculated,
)
"""Every check, in the order in which a change's reasons of one kind are shown."""
