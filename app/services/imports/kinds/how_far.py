"""How far a plan says its steps are: by their states, else by when they really began and ended, else by how
much of them is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.domain.windows import MaintenanceWindow, WindowState
from app.importing.converting.rows import ImportRow
from app.importing.words.shares import shares_of
from app.sequencing.model import ActivityState

_TIMES = ("actual_start", "actual_finish")
_OF_THE_NIGHT = ("state", *_TIMES)
_SHARE, _ALL = "share_done", 100.0
_MOST_TOLD = 5
_WAITING, _RUNNING, _DONE = ActivityState.PLANNED, ActivityState.RUNNING, ActivityState.DONE
_LESS_FAR = {
    _WAITING: (_RUNNING, _DONE),
    _RUNNING: (_DONE,),
}
"""What times may say of a step whose state says less; that it failed or was left out they do not know."""


def with_states(
    rows: Sequence[ImportRow], window: MaintenanceWindow | None
) -> tuple[list[ImportRow], list[str]]:
    """The steps of a plan with the state of each where the plan says one in any way, and sentences to tell.

    What a row says in a column of states counts, whatever its times and shares say; an end counts for a step
    that is done, a beginning alone for one that runs, and only where the plan has none of these a share. It
    is a guess, for nobody said when that was. A night that runs is told by its log alone.
    """
    if window is not None and window.state is WindowState.RUNNING:
        return _without_states(rows)
    fields = set().union(*(row.values for row in rows)) if rows else set()
    by_times = [_by_times(row.values) for row in rows]
    shares = shares_of([str(row.values.get(_SHARE) or "") for row in rows])
    counts_shares = not any(by_times) and "state" not in fields
    found: list[ImportRow] = []
    otherwise: list[str] = []
    for row, timed, share in zip(rows, by_times, shares, strict=True):
        values, said = dict(row.values), row.values.get("state")
        if said and timed in _LESS_FAR.get(ActivityState(said), ()):
            otherwise.append(f"row {row.row_number}, {said} and {_as_timed(timed)}")
        if not said and fields & {"state", *_TIMES, _SHARE}:
            values["state"] = (timed or (_by_share(share) if counts_shares else _WAITING)).value
        if share and share < _ALL:
            values["extra"] = {**dict(values.get("extra") or {}), "Share done": row.values[_SHARE]}
        found.append(replace(row, values=values))
    told = _told_otherwise(otherwise)
    return found, told + (_told_guessed(found) if counts_shares and _SHARE in fields else [])


def _without_states(rows: Sequence[ImportRow]) -> tuple[list[ImportRow], list[str]]:
    """The rows without what only the log of the night that runs may say."""
    shares = shares_of([str(row.values.get(_SHARE) or "") for row in rows])
    says_any = any(shares) or any(row.values.get(name) for row in rows for name in _OF_THE_NIGHT)
    found = [
        replace(row, values={name: one for name, one in row.values.items() if name not in _OF_THE_NIGHT})
        for row in rows
    ]
    told = "The night runs: states and actual times are those of its log, and what the plan says is left out."
    return found, [told] if says_any else []


def _by_times(values: Mapping[str, Any]) -> ActivityState | None:
    if values.get("actual_finish") is not None:
        return _DONE
    return None if values.get("actual_start") is None else _RUNNING


def _by_share(share: float | None) -> ActivityState:
    if not share:
        return _WAITING
    return _DONE if share == _ALL else _RUNNING


def _as_timed(state: ActivityState | None) -> str:
    return "ended by its actual times" if state is _DONE else "begun by its actual times"


def _told_otherwise(examples: Sequence[str]) -> list[str]:
    """That the states of some steps are others than their times tell."""
    if not examples:
        return []
    more = f" and {len(examples) - _MOST_TOLD} more" if len(examples) > _MOST_TOLD else ""
    return [
        f"States and actual times differ, and the states count: {'; '.join(examples[:_MOST_TOLD])}{more}."
    ]


def _told_guessed(rows: Sequence[ImportRow]) -> list[str]:
    """What the shares were taken for, where any step has one."""
    states = [row.values.get("state") for row in rows]
    done, running = (states.count(state.value) for state in (_DONE, _RUNNING))
    if not done + running:
        return []
    return [
        f"No column says where the steps stand. By the share that is done of each, {done:,} are taken for "
        f"done and {running:,} for running; this is a guess, and without actual times."
    ]
