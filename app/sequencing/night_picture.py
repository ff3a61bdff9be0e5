"""What the night looks like at one minute: what runs, what is next for whom, what is late, what is forecast.

Late: running longer than planned, or not started at its agreed time. About to be late: will miss its agreed
start or finish by `LATE_AFTER_MINUTES` or more within the coming `SOON_MINUTES`. Agreed times are those of
the plan as it was last accepted (`agreed_schedule`), forecasts are those of `forecast`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.sequencing.forecast import Forecast, ForecastTiming, forecast
from app.sequencing.model import Activity, ActivityState, Phase, Sequence
from app.sequencing.night import clean
from app.sequencing.night_rollback import awakened
from app.sequencing.night_rules import held_by
from app.sequencing.no_return import PointOfNoReturn, points_of_no_return
from app.sequencing.passes import Schedule, Timing, schedule
from app.sequencing.surroundings import Surroundings

LATE_AFTER_MINUTES = 5
SOON_MINUTES = 60
_ENDED = (ActivityState.DONE, ActivityState.FAILED, ActivityState.SKIPPED, ActivityState.ROLLED_BACK)


class GateState(StrEnum):
    """Where a go/no-go point stands; due: all it waits for is done."""

    AHEAD = "ahead"
    DUE = "due"
    GO = "go"
    NO_GO = "no_go"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Running:
    """An activity under way: minutes elapsed of those planned."""

    activity: Activity
    elapsed_minutes: int
    forecast_finish: int

    @property
    def over_minutes(self) -> int:
        """How many minutes it runs over its planned duration, 0 while it does not."""
        return max(0, self.elapsed_minutes - self.activity.duration_minutes)


@dataclass(frozen=True, slots=True)
class NextStep:
    """The next activity of one player (None: of a team without a named person)."""

    activity: Activity
    person_id: int | None
    team_id: int | None
    forecast_start: int
    agreed_start: int
    waits_for: str


@dataclass(frozen=True, slots=True)
class LateStep:
    """An activity that is late, or about to be, by so many minutes against what was agreed."""

    activity: Activity
    late_minutes: int
    is_now: bool
    why: str


@dataclass(frozen=True, slots=True)
class Gate:
    """A go/no-go point with what still stands before it."""

    activity: Activity
    state: GateState
    forecast_at: int
    before_it: int


@dataclass(frozen=True, slots=True)
class Countdown:
    """The point of no return of a change: minutes left until it, negative once it has passed."""

    point: PointOfNoReturn
    minutes_left: int
    is_proven: bool

    @property
    def is_passed(self) -> bool:
        """Whether the last moment to begin the rollback is over while the change is not proven."""
        return self.minutes_left < 0 and not self.is_proven

    @property
    def will_be_missed(self) -> bool:
        """Whether by the forecast the change is proven only after its point."""
        return not self.is_proven and self.point.is_past


@dataclass(frozen=True, slots=True)
class NightPicture:
    """Everything the night's screen shows of one minute; lists come in the order people need them."""

    minute: int
    sequence: Sequence
    forecast: Forecast
    agreed: Mapping[str, Timing]
    running: tuple[Running, ...]
    next_steps: tuple[NextStep, ...]
    late: tuple[LateStep, ...]
    gates: tuple[Gate, ...]
    countdowns: tuple[Countdown, ...]
    done: int
    total: int
    agreed_finish: int

    @property
    def spare_minutes(self) -> int:
        """Minutes between the forecast finish and the window's end; negative when it does not fit."""
        return self.sequence.window_minutes - self.forecast.finish


def agreed_schedule(sequence: Sequence, foreseen: Forecast | None = None) -> Schedule:
    """When everything was agreed to happen: the plan with its pins, without what has happened.

    Nothing was agreed of rollback steps; `foreseen` gives them the times they are forecast to have.
    """
    agreed = schedule(clean(sequence))
    if foreseen is None:
        return agreed
    steps = {
        one.id: _plain_timing(foreseen.timings[one.id])
        for one in sequence.activities
        if one.phase is Phase.ROLLBACK
    }
    return replace(agreed, timings={**agreed.timings, **steps}) if steps else agreed


def _plain_timing(timing: ForecastTiming) -> Timing:
    start, finish = timing
    return Timing(start, finish, start, finish, 0, 0, False)


def night_picture(sequence: Sequence, minute: int, surroundings: Surroundings) -> NightPicture:
    """The picture at `minute`; raises CyclicSequenceError for a network without an order."""
    standing = awakened(sequence)
    foreseen = forecast(standing, minute)
    agreed = agreed_schedule(standing, foreseen)
    dormant = standing.dormant
    live = [one for index, one in enumerate(standing.activities) if index not in dormant]
    ended = sum(one.state in _ENDED for one in live)
    return NightPicture(
        minute,
        standing,
        foreseen,
        agreed.timings,
        _running(live, foreseen, minute),
        _next_steps(standing, live, foreseen, agreed, minute, surroundings),
        _late(live, foreseen, agreed, minute),
        _gates(standing, live, foreseen),
        _countdowns(standing, foreseen, minute),
        ended,
        len(live),
        agreed.finish,
    )


def _running(live: list[Activity], foreseen: Forecast, minute: int) -> tuple[Running, ...]:
    found = [
        Running(one, max(0, minute - _began(one, minute)), foreseen.timings[one.id].finish)
        for one in live
        if one.state is ActivityState.RUNNING
    ]
    return tuple(sorted(found, key=lambda one: (one.forecast_finish, one.activity.position)))


def _began(activity: Activity, minute: int) -> int:
    """When a running step began; now, for one that a plan says is running and not since when."""
    return minute if activity.actual_start is None else activity.actual_start


def _next_steps(
    standing: Sequence,
    live: list[Activity],
    foreseen: Forecast,
    agreed: Schedule,
    minute: int,
    surroundings: Surroundings,
) -> tuple[NextStep, ...]:
    """The first waiting activity of each player, soonest first."""
    waiting = [one for one in live if one.state is ActivityState.PLANNED]
    waiting.sort(key=lambda one: (foreseen.timings[one.id].start, agreed.start_of(one.id), one.position))
    firsts: dict[tuple[int | None, int | None], Activity] = {}
    for activity in waiting:
        players: list[tuple[int | None, int | None]] = [(person, None) for person in activity.players]
        for who in players or [(None, activity.team_id)]:
            firsts.setdefault(who, activity)
    found = []
    for (person_id, team_id), activity in firsts.items():
        held = held_by(standing, activity, max(minute, foreseen.timings[activity.id].start), surroundings)
        words = "" if held is None else held.sentence.partition(" waits: ")[2].partition(". Give")[0]
        found.append(
            NextStep(
                activity,
                person_id,
                team_id,
                foreseen.timings[activity.id].start,
                agreed.start_of(activity.id),
                words,
            )
        )
    return tuple(found)


def _late(live: list[Activity], foreseen: Forecast, agreed: Schedule, minute: int) -> tuple[LateStep, ...]:
    found = [step for one in live if (step := _late_step(one, foreseen, agreed, minute)) is not None]
    return tuple(sorted(found, key=lambda one: (not one.is_now, -one.late_minutes, one.activity.position)))


def _late_step(activity: Activity, foreseen: Forecast, agreed: Schedule, minute: int) -> LateStep | None:
    timing = foreseen.timings[activity.id]
    if activity.state is ActivityState.RUNNING:
        over = minute - _began(activity, minute) - activity.duration_minutes
        if over > 0:
            return LateStep(activity, over, True, "runs longer than planned")
        slip = timing.finish - agreed.finish_of(activity.id)
        if slip >= LATE_AFTER_MINUTES and timing.finish - minute <= SOON_MINUTES:
            return LateStep(activity, slip, False, "will finish after its agreed time")
        return None
    if activity.state is not ActivityState.PLANNED:
        return None
    behind = minute - agreed.start_of(activity.id)
    if behind >= LATE_AFTER_MINUTES:
        return LateStep(activity, behind, True, "should have started")
    slip = timing.start - agreed.start_of(activity.id)
    if slip >= LATE_AFTER_MINUTES and timing.start - minute <= SOON_MINUTES:
        return LateStep(activity, slip, False, "will start after its agreed time")
    return None


def _gates(standing: Sequence, live: list[Activity], foreseen: Forecast) -> tuple[Gate, ...]:
    gates = []
    for activity in live:
        if not activity.is_go_no_go:
            continue
        open_before = [
            link.predecessor
            for link in standing.links_into.get(activity.id, ())
            if standing.activity(link.predecessor).state not in _ENDED
            and standing.index_of[link.predecessor] not in standing.dormant
        ]
        gates.append(
            Gate(
                activity,
                _gate_state(activity, bool(open_before)),
                foreseen.timings[activity.id].finish,
                len(open_before),
            )
        )
    return tuple(sorted(gates, key=lambda gate: (gate.forecast_at, gate.activity.position)))


def _gate_state(activity: Activity, is_waiting: bool) -> GateState:
    if activity.state is ActivityState.DONE:
        return GateState.GO
    if activity.state is ActivityState.FAILED:
        return GateState.NO_GO
    if activity.state in _ENDED:
        return GateState.LEFT_OUT
    return GateState.AHEAD if is_waiting else GateState.DUE


def _countdowns(standing: Sequence, foreseen: Forecast, minute: int) -> tuple[Countdown, ...]:
    timings = {key: _plain_timing(timing) for key, timing in foreseen.timings.items()}
    points = points_of_no_return(standing, Schedule(timings, foreseen.finish, foreseen.fits, ()))
    found = [
        Countdown(point, point.minute - minute, _is_proven(standing.by_change[key]))
        for key, point in points.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.is_proven, one.point.minute, one.point.change_key)))


def _is_proven(activities: list[Activity]) -> bool:
    proofs = [one for one in activities if one.phase in (Phase.DEPLOY, Phase.VERIFY)]
    return bool(proofs) and all(one.state in (ActivityState.DONE, ActivityState.SKIPPED) for one in proofs)
