"""`lockstep sequence`: a window's activities with times, slack, critical path and conflicts."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.commands.sequence_chance import chance_data, chance_lines
from app.cli.outcome import COULD_NOT, DONE, WITH_FINDINGS, Outcome
from app.sequencing.suggest import Suggestion, bound_sentence
from app.sequencing.why_not.explanation import Explanation
from app.services.learned import chance_of, learned_durations
from app.services.sequences import SequenceView, analysis_of, open_sequence
from app.services.suggestions import accept, explain, search
from app.services.windows import find_window
from app.services.workplace import Workplace

_MOST_RUNS = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `lockstep sequence`."""
    parser.add_argument("--window", required=True, metavar="ID", help="an id, a date, or next")
    parser.add_argument("--suggest", type=float, metavar="SECONDS", help="search for a better sequence")
    parser.add_argument("--accept", action="store_true", help="store what --suggest finds")
    parser.add_argument(
        "--chance",
        type=_count,
        nargs="?",
        const=10_000,
        metavar="RUNS",
        help="simulate the finish (10000 runs)",
    )


def _count(text: str) -> int:
    runs = int(text)
    if not 1 <= runs <= _MOST_RUNS:
        raise argparse.ArgumentTypeError(f"runs are a number from 1 to {_MOST_RUNS}, not {text}")
    return runs


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """Show the sequence; with --suggest search first, with --accept store what was found."""
    window = find_window(workplace, arguments.window)
    assert window.id is not None
    view = open_sequence(workplace, window.id)
    suggestion: Suggestion | None = None
    explanation: Explanation | None = None
    if arguments.suggest is not None:
        suggestion = search(view, arguments.suggest)
        if not suggestion.is_usable:
            explanation = explain(view)
        elif arguments.accept:
            accept(workplace, view, suggestion)
            view = open_sequence(workplace, window.id)
    outcome = _outcome(view, suggestion, explanation)
    if explanation is not None and arguments.accept:
        outcome = Outcome(outcome.data, outcome.lines, COULD_NOT)
    if arguments.chance is None:
        return outcome
    chance = chance_of(view, learned_durations(workplace, view), arguments.chance)
    data = {**outcome.data, "chance": chance_data(view, chance)}
    return Outcome(data, (*outcome.lines, *chance_lines(view, chance)), outcome.status)


def _outcome(view: SequenceView, suggestion: Suggestion | None, explanation: Explanation | None) -> Outcome:
    analysis = analysis_of(view)
    timings = analysis.schedule.timings
    data: dict[str, Any] = {
        "window": view.window.id,
        "activities": [
            {
                "id": activity.id,
                "title": activity.title,
                "change": activity.change_key,
                "start": view.instant(timings[activity.id].start).isoformat(),
                "finish": view.instant(timings[activity.id].finish).isoformat(),
                "slack_minutes": timings[activity.id].total_slack,
                "critical": timings[activity.id].is_critical,
                "players": [view.surroundings.person_name(person) for person in activity.players],
            }
            for activity in view.sequence.rows
        ],
        "finish": view.instant(analysis.finish).isoformat(),
        "window_end": view.window.ends_at.isoformat(),
        "conflicts": [conflict.reason for conflict in analysis.conflicts],
        "status": suggestion.status.value if suggestion else "as planned",
        "bound": suggestion.bound_minutes if suggestion else None,
        "seconds": round(suggestion.seconds, 3) if suggestion else 0.0,
    }
    if suggestion:
        data["suggested"] = dict(suggestion.starts)
        data["suggested_players"] = {
            activity_id: view.surroundings.person_name(person_id)
            for activity_id, person_id in suggestion.players.items()
        }
        data["suggested_finish_minutes"] = suggestion.finish
        data["bound_sentence"] = bound_sentence(suggestion)
    if explanation:
        data["why_not"] = {
            "headline": explanation.headline,
            "reasons": [
                {"text": one.text, "resolution": one.resolution, "activities": list(one.activity_ids)}
                for one in explanation.reasons
            ],
        }
    status = WITH_FINDINGS if analysis.conflicts or explanation else DONE
    return Outcome(data, tuple(_lines(view, data)), status)


def _lines(view: SequenceView, data: dict[str, Any]) -> list[str]:
    say = view.surroundings.describe
    timings = analysis_of(view).schedule.timings
    if not view.sequence.activities:
        return [f"{view.window.title}: no activities are planned yet."]
    lines = [f"{view.window.title}: {len(view.sequence)} activities"]
    for activity in view.sequence.rows:
        timing = timings[activity.id]
        mark = "!" if timing.is_critical else " "
        change = activity.change_key or ""
        lines.append(f"{mark} {say(timing.start)}-{say(timing.finish)}  {change:<12} {activity.title}")
    lines += [f"Conflict: {reason}" for reason in data["conflicts"]]
    if data["status"] != "as planned":
        found = data["suggested_finish_minutes"]
        words = "nothing found" if found is None else f"finish {say(found)}, {data['status']}"
        lines.append(f"Suggestion: {words} in {data['seconds']} s. {data['bound_sentence']}")
    if why_not := data.get("why_not"):
        lines.append(f"Why not: {why_not['headline']}")
        for one in why_not["reasons"]:
            resolved = f" Resolved by: {one['resolution']}." if one["resolution"] else ""
            lines.append(f"  {one['text']}{resolved}")
    return lines
