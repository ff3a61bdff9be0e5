"""The demo's night logs: past nights told act by act, a rehearsal, and a night that is under way."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.domain.changes import Change, ChangeState
from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Activity, ActivityState, Phase, Sequence
from app.sequencing.night import Act, Choice, NightEntry, clean, fold, perform
from app.sequencing.night_picture import agreed_schedule
from app.sequencing.night_words import said
from app.sequencing.surroundings import Surroundings
from app.services.surroundings import surroundings, window_minutes
from app.services.workplace import Workplace
from app.store.nights import REAL, REHEARSAL, StoredRun, add_entry, add_run, end_run
from app.store.queries.sequence import sequence_facts
from app.store.reading import find
from app.store.sequences import read_sequence, write_sequence
from app.store.unit_of_work import UnitOfWork

_LIVE_SINCE_MINUTES = 75
_LIVE_GRID_MINUTES = 10
_NOTES = (
    "Business owner informed",
    "Monitoring alarms silenced for the window",
    "Vendor is on the line",
    "Storage latency back to normal",
)


@dataclass(frozen=True, slots=True)
class _Told:
    """One act before it has its number: when, what, and about what."""

    minute: int
    order: int
    entry: NightEntry


def tell_past_nights(
    workplace: Workplace, draw: random.Random, windows: list[MaintenanceWindow], changes: Mapping[str, Change]
) -> None:
    """Give every window that is over, and has actual times, the log they follow from."""
    for window in windows:
        with workplace.write() as work:
            stored = read_sequence(work.connection, window.id or 0, window_minutes(window))
            if not stored.sequence.activities:
                continue
            outcomes = {key: changes[key].state for key in stored.sequence.by_change if key in changes}
            told = _from_actuals(draw, stored.sequence, outcomes)
            run = _begin(work, window, REAL, window.starts_at, clean(stored.sequence))
            last = max((one.minute for one in told), default=0) + 5
            entries = _write(work, window, run, told, last, reason="told by the night's log")
            end_run(work, run, run.instant(last))
            night = fold(run.plan, entries)
            write_sequence(work, window.id or 0, night, stored.version, "told by the night's log")
            work.commit()


def tell_rehearsal(
    workplace: Workplace, draw: random.Random, window: MaintenanceWindow, begun_at: datetime
) -> None:
    """Rehearse a coming window's night, from an instant (UTC) that is past; the window stays as it is."""
    with workplace.write() as work:
        plan = clean(read_sequence(work.connection, window.id or 0, window_minutes(window)).sequence)
        told = _as_simulated(draw, plan, 0, 10**6)
        run = _begin(work, window, REHEARSAL, begun_at, plan)
        last = max((one.minute for one in told), default=0) + 5
        _write(work, window, run, told, last, reason="rehearsed on pre-production")
        end_run(work, run, run.instant(last))
        work.commit()


def begin_live_night(workplace: Workplace, organisation_seed: int) -> int | None:
    """Begin the night of the window that runs now and lead it up to now; its run's id, None without one.

    Everything follows the clock in steps of ten minutes, so that two runs one after the other agree.
    """
    now = workplace.now()
    now -= timedelta(
        minutes=now.minute % _LIVE_GRID_MINUTES, seconds=now.second, microseconds=now.microsecond
    )
    pinned = replace(workplace, clock=lambda: now)
    draw = random.Random(f"{organisation_seed}/{now.date()}/night")
    with pinned.write() as work:
        running = [
            one for one in find(work.connection, MaintenanceWindow) if one.starts_at <= now < one.ends_at
        ]
        running = [one for one in running if one.state.value == "running"]
        if not running:
            return None
        window = running[0]
        stored = read_sequence(work.connection, window.id or 0, window_minutes(window))
        if not stored.sequence.activities:
            return None
        plan = clean(stored.sequence)
        run = _begin(work, window, REAL, window.starts_at, plan)
        until = run.minute(now)
        shift = max(0, until - _LIVE_SINCE_MINUTES)
        told = _delayed(plan, shift) if shift > 0 else []
        shifted = fold(plan, [one.entry for one in told])
        told += _as_simulated(draw, shifted, shift, until)
        entries = _write(work, window, run, told, None)
        write_sequence(work, window.id or 0, fold(plan, entries), stored.version, "led by the night")
        work.commit()
    return run.id


def _begin(
    work: UnitOfWork, window: MaintenanceWindow, kind: str, zero_at: datetime, plan: Sequence
) -> StoredRun:
    return add_run(work, StoredRun(window.id or 0, kind, zero_at, zero_at, work.actor, plan))


def _write(
    work: UnitOfWork,
    window: MaintenanceWindow,
    run: StoredRun,
    told: list[_Told],
    last: int | None,
    reason: str = "",
) -> list[NightEntry]:
    """Number the acts in their order and write them; `last` is the minute the run ends, if it has."""
    shown = replace(window, starts_at=run.zero_at, ends_at=run.instant(run.plan.window_minutes))
    meets = surroundings(
        shown, sequence_facts(work.connection, window.id or 0, shown.starts_at, shown.ends_at)
    )
    ordered = [_Told(0, -1, NightEntry(0, Act.BEGIN, 0, 0))]
    ordered += sorted(told, key=lambda one: (one.minute, one.order))
    if last is not None:
        ordered.append(_Told(last, 0, NightEntry(0, Act.END, last, last, reason=reason)))
    standing, entries = run.plan, []
    for number, one in enumerate(ordered, start=1):
        entry = replace(one.entry, number=number)
        line = _line(standing, entry, meets, run)
        add_entry(work, run, entry, line, run.instant(entry.recorded_minute))
        standing = perform(standing, entry)
        entries.append(entry)
    return entries


def _line(standing: Sequence, entry: NightEntry, meets: Surroundings, run: StoredRun) -> str:
    line = said(standing, entry, meets)
    return line.replace("The night", "The rehearsal", 1) if run.is_rehearsal else line


def _from_actuals(draw: random.Random, went: Sequence, outcomes: Mapping[str, ChangeState]) -> list[_Told]:
    """The acts that lead to a past night's actual times, with the rollback of changes that went back."""
    told: list[_Told] = []
    for activity in went.activities:
        if activity.phase is not Phase.ROLLBACK and activity.actual_start is not None:
            told += _acts_of(activity)
    for key, state in outcomes.items():
        if state is ChangeState.ROLLED_BACK:
            told += _rollback(went, key)
    hour = max((one.minute for one in told), default=0) // max(1, len(_NOTES))
    for place, words in enumerate(draw.sample(_NOTES, 2), start=1):
        minute = place * hour + 7
        told.append(_Told(minute, 5, NightEntry(0, Act.NOTE, minute, minute, reason=words)))
    return told


def _acts_of(activity: Activity) -> list[_Told]:
    start, finish = activity.actual_start, activity.actual_finish
    assert start is not None
    if activity.is_go_no_go:
        minute = start if finish is None else finish
        return [_Told(minute, 3, NightEntry(0, Act.GO, minute, minute, activity.id))]
    acts = [_Told(start, 2, NightEntry(0, Act.START, start, start, activity.id))]
    if finish is not None:
        act = Act.FAIL if activity.state is ActivityState.FAILED else Act.FINISH
        why = "ended with an error; the old version stays" if act is Act.FAIL else ""
        acts.append(_Told(finish, 1 if finish > start else 3,
                          NightEntry(0, act, finish, finish, activity.id, reason=why)))  # fmt: skip
    return acts


def _rollback(went: Sequence, key: str) -> list[_Told]:
    steps = went.by_change.get(key, [])
    ended = [one.actual_finish for one in steps if one.phase is not Phase.ROLLBACK and one.actual_finish]
    if not ended:
        return []
    minute = max(ended) + 3
    told = [
        _Told(
            minute, 4,
            NightEntry(0, Act.ROLL_BACK, minute, minute, change_key=key, reason="verification failed",
                       choices=_kept(went, key)),
        )
    ]  # fmt: skip
    for step in sorted((one for one in steps if one.phase is Phase.ROLLBACK), key=lambda one: one.position):
        begun = minute + 1
        minute = begun + step.duration_minutes
        told.append(_Told(begun, 5, NightEntry(0, Act.START, begun, begun, step.id)))
        told.append(_Told(minute, 5, NightEntry(0, Act.FINISH, minute, minute, step.id)))
    return told


def _kept(went: Sequence, key: str) -> tuple[tuple[str, Choice], ...]:
    from app.sequencing.no_return import standing_on

    return tuple((other, Choice.KEEP) for other in sorted(standing_on(went).get(key, ())))


def _delayed(plan: Sequence, shift: int) -> list[_Told]:
    """A late beginning: a note, and the re-plan that moves everything to when it can begin."""
    agreed = agreed_schedule(plan)
    dormant = plan.dormant
    starts = tuple(
        (one.id, agreed.start_of(one.id) + shift)
        for index, one in enumerate(plan.activities)
        if index not in dormant
    )
    noted, replanned = max(0, shift - 40), max(0, shift - 15)
    words = "Storage vendor is late; the first step waits for them"
    return [
        _Told(noted, 0, NightEntry(0, Act.NOTE, noted, noted, reason=words)),
        _Told(replanned, 1, NightEntry(0, Act.REPLAN, replanned, replanned, starts=starts)),
    ]


def _as_simulated(draw: random.Random, plan: Sequence, since: int, until: int) -> list[_Told]:
    """The acts of a night that goes roughly as agreed, up to a minute; a decision is left to the person."""
    agreed = agreed_schedule(plan)
    finishes: dict[str, int] = {}
    free: dict[int, int] = {}
    told: list[_Told] = []
    dormant = plan.dormant
    live = [plan.activities[index] for index in plan.topology.order if index not in dormant]
    for activity in sorted(live, key=lambda one: agreed.start_of(one.id)):
        before = [finishes.get(link.predecessor, since) for link in plan.links_into.get(activity.id, ())]
        busy = [free.get(player, since) for player in activity.players]
        start = max([agreed.start_of(activity.id) + draw.choice((0, 0, 1, 3)), since, *before, *busy])
        finish = start + round(activity.duration_minutes * draw.uniform(0.85, 1.25))
        finishes[activity.id] = finish
        free |= dict.fromkeys(activity.players, finish)
        is_decided = not activity.is_go_no_go or finish + 10 <= until
        if start <= until and is_decided:
            ended = finish if finish <= until else None
            told += _acts_of(replace(activity, actual_start=start, actual_finish=ended))
    return told
