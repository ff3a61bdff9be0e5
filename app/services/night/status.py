"""The night in a few lines: the text to paste into a chat, and the figures that scripts read."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.sequencing.night_picture import GateState, NextStep, NightPicture
from app.services.night.models import NightView

_MOST_LISTED = 6
_HALF_DAY_MINUTES = 12 * 60
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def status_text(view: NightView, now: datetime) -> str:
    """How the night stands at an instant (UTC), as plain lines in the window's local time."""
    picture = view.picture(now)
    say = view.surroundings.describe
    kind = "Rehearsal of " if view.run.is_rehearsal else ""
    lines = [
        f"{kind}{view.window.title}, {say(picture.minute)}: {picture.done} of {picture.total} done",
        f"Forecast finish {when_words(view, picture, picture.forecast.finish)}, window ends "
        f"{when_words(view, picture, picture.sequence.window_minutes)} ({spare_words(picture)})",
    ]
    if picture.running:
        lines.append("Running: " + "; ".join(_running_words(view, picture)[:_MOST_LISTED]))
    ahead = [step for step in picture.next_steps if step.forecast_start - picture.minute <= 120]
    if ahead:
        lines.append("Next: " + "; ".join(next_words(view, step) for step in ahead[:_MOST_LISTED]))
    late = [step for step in picture.late if step.is_now]
    if late:
        named = "; ".join(f"{one.activity.title} ({one.late_minutes} min)" for one in late[:_MOST_LISTED])
        lines.append(f"Late: {named}")
    due = [gate for gate in picture.gates if gate.state is GateState.DUE]
    lines += [f"To be decided now: {gate.activity.title}" for gate in due]
    passed = [one.point.change_key for one in picture.countdowns if one.is_passed]
    if passed:
        lines.append(f"Past the point of no return: {', '.join(passed)}")
    return "\n".join(lines)


def status_data(view: NightView, now: datetime) -> dict[str, Any]:
    """The same for scripts; instants are ISO 8601 with offset, in UTC."""
    picture = view.picture(now)
    instant = view.run.instant
    return {
        "window": view.window.id,
        "run": view.run_id,
        "rehearsal": view.run.is_rehearsal,
        "state": "ended" if view.is_over else "running",
        "at": instant(picture.minute).isoformat(),
        "done": picture.done,
        "activities": picture.total,
        "running": [
            {
                "id": one.activity.id,
                "title": one.activity.title,
                "change": one.activity.change_key,
                "players": _players(view, one.activity.players),
                "elapsed_minutes": one.elapsed_minutes,
                "planned_minutes": one.activity.duration_minutes,
                "forecast_finish": instant(one.forecast_finish).isoformat(),
            }
            for one in picture.running
        ],
        "next": [
            {
                "id": step.activity.id,
                "title": step.activity.title,
                "who": who(view, step),
                "forecast_start": instant(step.forecast_start).isoformat(),
                "waits_for": step.waits_for,
            }
            for step in picture.next_steps
        ],
        "late": [
            {
                "id": one.activity.id,
                "title": one.activity.title,
                "minutes": one.late_minutes,
                "now": one.is_now,
                "why": one.why,
            }
            for one in picture.late
        ],
        **_points_data(view, picture),
        "forecast_finish": instant(picture.forecast.finish).isoformat(),
        "window_end": view.window_end.isoformat(),
        "fits": picture.forecast.fits,
    }


def _points_data(view: NightView, picture: NightPicture) -> dict[str, Any]:
    """The decisions and points of no return for scripts."""
    instant = view.run.instant
    return {
        "gates": [
            {
                "title": gate.activity.title,
                "state": gate.state.value,
                "at": instant(gate.forecast_at).isoformat(),
            }
            for gate in picture.gates
        ],
        "points_of_no_return": [
            {
                "change": one.point.change_key,
                "at": instant(one.point.minute).isoformat(),
                "minutes_left": one.minutes_left,
                "proven": one.is_proven,
            }
            for one in picture.countdowns
        ],
    }


def when_words(view: NightView, picture: NightPicture, minute: int) -> str:
    """A minute as local time, with its day where that is not the day of now: '05:00', 'Tue 05:00'."""
    zone = ZoneInfo(view.window.zone_name)
    then, now = (view.run.instant(one).astimezone(zone) for one in (minute, picture.minute))
    near = then.date() == now.date() or abs(minute - picture.minute) < _HALF_DAY_MINUTES
    return f"{then:%H:%M}" if near else f"{_DAYS[then.weekday()]} {then:%H:%M}"


def spare_words(picture: NightPicture) -> str:
    """'1 h 05 to spare', '25 min over', 'exactly at the end'."""
    minutes = picture.spare_minutes
    if not minutes:
        return "exactly at the end"
    size = abs(minutes)
    words = f"{size} min" if size < 60 else f"{size // 60} h {size % 60:02d}"
    return f"{words} to spare" if minutes > 0 else f"{words} over"


def who(view: NightView, step: NextStep) -> str:
    """Whose step it is: a person, one of a team, or nobody yet."""
    if step.person_id is not None:
        return view.surroundings.person_name(step.person_id)
    if step.team_id is not None:
        return f"one of {view.surroundings.team_name(step.team_id)}"
    return "nobody yet"


def next_words(view: NightView, step: NextStep) -> str:
    """'Ines Roth 23:10 Deploy ledger'."""
    return f"{who(view, step)} {view.surroundings.describe(step.forecast_start)} {step.activity.title}"


def _running_words(view: NightView, picture: NightPicture) -> list[str]:
    words = []
    for one in picture.running:
        names = ", ".join(_players(view, one.activity.players))
        over = f", {one.over_minutes} min over" if one.over_minutes else ""
        until = view.surroundings.describe(one.forecast_finish)
        words.append(f"{one.activity.title}{f' ({names})' if names else ''} until {until}{over}")
    return words


def _players(view: NightView, players: tuple[int, ...]) -> list[str]:
    return [view.surroundings.person_name(person) for person in players]
