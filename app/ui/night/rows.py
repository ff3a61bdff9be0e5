"""What the night's lists show, without widgets: rows of plain text made from one picture of the night."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from app.sequencing.model import Activity, ActivityState
from app.sequencing.night import Act
from app.sequencing.night_picture import Countdown, Gate, GateState, NightPicture
from app.services.night.models import LogLine, NightView
from app.services.night.status import who
from app.ui.times import clock_text, duration_text

STATE_CHIPS = {
    ActivityState.PLANNED: ("waiting", "neutral"),
    ActivityState.RUNNING: ("running", "accent"),
    ActivityState.DONE: ("done", "met"),
    ActivityState.FAILED: ("failed", "not_met"),
    ActivityState.SKIPPED: ("skipped", "not_evaluated"),
    ActivityState.ROLLED_BACK: ("rolled back", "waived"),
}
GATE_CHIPS = {
    GateState.AHEAD: ("ahead", "neutral"),
    GateState.DUE: ("decide", "critical"),
    GateState.GO: ("go", "met"),
    GateState.NO_GO: ("no-go", "not_met"),
    GateState.LEFT_OUT: ("left out", "not_evaluated"),
}
SOON_COUNTDOWN_MINUTES = 60


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One activity in the list of the night; `share` is what has run of what was planned, 0 to over 1."""

    id: str
    order: int
    chips: tuple[tuple[str, str], ...]
    title: str
    change: str
    who: str
    agreed: str
    start: str
    finish: str
    progress: str
    share: float
    is_open: bool
    is_late: bool
    tone: str


@dataclass(frozen=True, slots=True)
class NextRow:
    """The next step of one player."""

    key: str
    order: int
    who: str
    when: str
    title: str
    waits_for: str
    activity_id: str
    tone: str


@dataclass(frozen=True, slots=True)
class WatchRow:
    """A go/no-go point or a point of no return."""

    key: str
    order: int
    chips: tuple[tuple[str, str], ...]
    title: str
    when: str
    left: str
    tone: str
    tooltip: str
    activity_id: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line of the log; `when` is when it happened, `entered` when it was entered later."""

    number: int
    when: str
    what: str
    by: str
    tone: str
    tooltip: str
    activity_id: str


def sayer(view: NightView) -> Callable[[int], str]:
    """Says minutes as local times; many activities share a minute, so each is said once."""
    return cache(view.surroundings.describe)


def activity_rows(view: NightView, picture: NightPicture) -> list[ActivityRow]:
    """All activities that take part: what failed and what runs, what waits by its forecast, the rest."""
    dormant, say = picture.sequence.dormant, sayer(view)
    late = {step.activity.id: step for step in picture.late}
    live = [one for index, one in enumerate(picture.sequence.activities) if index not in dormant]
    live.sort(key=lambda one: _place(one, picture))
    rows = []
    for order, activity in enumerate(live):
        timing = picture.forecast.timings[activity.id]
        chips = [STATE_CHIPS[activity.state]]
        if activity.is_go_no_go and activity.state in (ActivityState.DONE, ActivityState.FAILED):
            chips = [GATE_CHIPS[GateState.GO if activity.state is ActivityState.DONE else GateState.NO_GO]]
        step = late.get(activity.id)
        if step is not None:
            words = (
                f"{duration_text(step.late_minutes)} late"
                if step.is_now
                else f"+{duration_text(step.late_minutes)}"
            )
            chips.append((words, "critical" if step.is_now else "waived"))
        rows.append(
            ActivityRow(
                activity.id,
                order,
                tuple(chips),
                f"◆ {activity.title}" if activity.is_go_no_go else activity.title,
                activity.change_key or "",
                _players(view, activity),
                say(picture.agreed[activity.id].start),
                say(timing.start),
                say(timing.finish),
                _progress(activity, picture.minute),
                _share(activity, picture.minute),
                needs_somebody(activity),
                step is not None,
                "text" if needs_somebody(activity) else "muted",
            )
        )
    return rows


def next_rows(view: NightView, picture: NightPicture) -> list[NextRow]:
    """Each player's next step, the soonest first."""
    return [
        NextRow(
            f"{step.person_id}/{step.team_id}",
            order,
            who(view, step),
            view.surroundings.describe(step.forecast_start),
            step.activity.title,
            step.waits_for,
            step.activity.id,
            "critical" if step.forecast_start <= picture.minute and not step.waits_for else "text",
        )
        for order, step in enumerate(picture.next_steps)
    ]


def watch_rows(view: NightView, picture: NightPicture) -> list[WatchRow]:
    """The go/no-go points, then the points of no return of changes that are not proven yet, then the rest."""
    rows = [_gate_row(view, picture, gate) for gate in picture.gates]
    rows += [_countdown_row(view, one) for one in picture.countdowns]
    return [
        WatchRow(
            row.key, order, row.chips, row.title, row.when, row.left, row.tone, row.tooltip, row.activity_id
        )
        for order, row in enumerate(rows)
    ]


def log_rows(view: NightView) -> list[LogRow]:
    """The log, newest line first; what was taken back is shown as such."""
    undone, zone = view.undone, view.window.zone_name
    rows = []
    for line in reversed(view.log):
        when = clock_text(line.happened_at, zone)
        entered = clock_text(line.recorded_at, zone)
        rows.append(
            LogRow(
                line.entry.number,
                when,
                f"(taken back) {line.said}" if line.entry.number in undone else line.said,
                line.actor,
                _log_tone(line, line.entry.number in undone),
                f"{line.said}\nHappened {when}, entered {entered} by {line.actor}.",
                line.entry.activity_id or "",
            )
        )
    return rows


def needs_somebody(activity: Activity) -> bool:
    """Whether something is still to be done about it: it runs, waits, or failed and is not dealt with."""
    if activity.state is ActivityState.FAILED:
        return not activity.is_go_no_go
    return activity.state in (ActivityState.PLANNED, ActivityState.RUNNING)


def _place(activity: Activity, picture: NightPicture) -> tuple[int, int, int]:
    timing = picture.forecast.timings[activity.id]
    if activity.state is ActivityState.FAILED and needs_somebody(activity):
        return -1, timing.finish, activity.position
    if activity.state is ActivityState.RUNNING:
        return 0, timing.finish, activity.position
    if activity.state is ActivityState.PLANNED:
        return 1, timing.start, activity.position
    return 2, -timing.finish, activity.position


def _players(view: NightView, activity: Activity) -> str:
    if activity.players:
        return ", ".join(view.surroundings.person_name(person) for person in activity.players)
    if activity.team_id is not None:
        return f"one of {view.surroundings.team_name(activity.team_id)}"
    return ""


def _elapsed(activity: Activity, minute: int) -> int | None:
    if activity.actual_start is None:
        return None
    until = minute if activity.actual_finish is None else activity.actual_finish
    return max(0, until - activity.actual_start)


def _progress(activity: Activity, minute: int) -> str:
    elapsed = _elapsed(activity, minute)
    if not activity.duration_minutes and elapsed in (None, 0):
        return ""
    planned = duration_text(activity.duration_minutes)
    if elapsed is None:
        return planned
    done = str(elapsed) if max(elapsed, activity.duration_minutes) < 60 else duration_text(elapsed)
    return f"{done} of {planned}"


def _share(activity: Activity, minute: int) -> float:
    elapsed = _elapsed(activity, minute)
    if elapsed is None or activity.state is not ActivityState.RUNNING:
        return 0.0
    return elapsed / max(activity.duration_minutes, 1)


def _gate_row(view: NightView, picture: NightPicture, gate: Gate) -> WatchRow:
    ahead = gate.forecast_at - picture.minute
    left = duration_text(ahead) if gate.state is GateState.AHEAD and ahead > 0 else ""
    waits = f"{gate.before_it} steps stand before it." if gate.before_it else "Nothing stands before it."
    return WatchRow(
        f"gate {gate.activity.id}",
        0,
        (GATE_CHIPS[gate.state],),
        f"◆ {gate.activity.title}",
        view.surroundings.describe(gate.forecast_at),
        left,
        "text" if gate.state in (GateState.AHEAD, GateState.DUE) else "muted",
        f"Go/no-go point. {waits}",
        gate.activity.id,
    )


def _countdown_row(view: NightView, one: Countdown) -> WatchRow:
    chip, tone, left = ("ahead", "neutral"), "text", duration_text(max(one.minutes_left, 0))
    if one.is_proven:
        chip, tone, left = ("proven", "met"), "muted", ""
    elif one.is_passed:
        chip, tone, left = ("passed", "not_met"), "not_met", f"−{duration_text(-one.minutes_left)}"
    elif one.will_be_missed:
        chip, tone = ("missed", "critical"), "critical"
    elif one.minutes_left <= SOON_COUNTDOWN_MINUTES:
        chip, tone = ("soon", "waived"), "text"
    return WatchRow(
        f"point {one.point.change_key}",
        0,
        (chip,),
        f"{one.point.change_key} no return",
        view.surroundings.describe(one.point.minute),
        left,
        tone,
        _countdown_words(view, one),
        "",
    )


def _countdown_words(view: NightView, one: Countdown) -> str:
    point = one.point
    words = (
        f"Rolling {point.change_key} back takes {duration_text(point.rollback_minutes)}; the last moment to "
        f"begin it is {view.surroundings.describe(point.minute)}. By the forecast it is proven at "
        f"{view.surroundings.describe(point.proven_at)}."
    )
    if point.dependants:
        words += f" {', '.join(point.dependants)} stand on it and would go back first."
    return words


def _log_tone(line: LogLine, is_undone: bool) -> str:
    if is_undone:
        return "muted"
    if line.entry.act in (Act.FAIL, Act.NO_GO, Act.ROLL_BACK):
        return "not_met"
    if line.entry.act in (Act.SKIP, Act.UNDO, Act.HAND_OVER):
        return "waived"
    return "text"
