"""Queries for what the board says about its changes: names, counts and loads of windows beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, case, func, select

from app.domain.changes import Change
from app.domain.windows import MaintenanceWindow
from app.store.queries.changes import OUT_OF_THE_FLOW
from app.store.reading import find
from db import tables

_CHANGE = tables.change.c
_PERSON = tables.person.c
_TEAM = tables.team.c
_APPLICATION = tables.application.c
_WINDOW = tables.maintenance_window.c
_RECENT_WINDOWS = 4
_IN_FLOW = ("intake", "in_test", "tested", "pre_production", "ready")


@dataclass(frozen=True, slots=True)
class Names:
    """Names of people, teams and applications by id."""

    people: dict[int, str]
    teams: dict[int, str]
    applications: dict[int, str]

    def person(self, person_id: int | None) -> str:
        """A person's name, or an empty text."""
        return self.people.get(person_id or 0, "")

    def team(self, team_id: int | None) -> str:
        """A team's name, or an empty text."""
        return self.teams.get(team_id or 0, "")


def names_for(connection: Connection, changes: Sequence[Change]) -> Names:
    """The names that the changes refer to; three statements."""
    people = _some({change.owner_id for change in changes})
    teams = _some({change.team_id for change in changes})
    used = _some({one for change in changes for one in change.applications})
    return Names(
        _names(connection, _PERSON.id, _PERSON.name, people),
        _names(connection, _TEAM.id, _TEAM.name, teams),
        _names(connection, _APPLICATION.id, _APPLICATION.name, used),
    )


def _some(ids: Iterable[int | None]) -> list[int]:
    return [one for one in ids if one is not None]


def _names(connection: Connection, key: object, name: object, ids: list[int]) -> dict[int, str]:
    if not ids:
        return {}
    statement = select(key, name).where(key.in_(ids))  # type: ignore[call-overload, attr-defined]
    return {row[0]: row[1] for row in connection.execute(statement)}


def intake_count(connection: Connection) -> int:
    """How many changes wait without a window."""
    statement = select(func.count()).where(_CHANGE.window_id.is_(None), _CHANGE.state.in_(_IN_FLOW))
    return int(connection.execute(statement).scalar_one())


def loads(connection: Connection, window_ids: Sequence[int]) -> dict[int, int]:
    """How many changes each window holds, without what was withdrawn or deferred."""
    if not window_ids:
        return {}
    statement = (
        select(_CHANGE.window_id, func.count())
        .where(_CHANGE.window_id.in_(window_ids), _CHANGE.state.not_in(OUT_OF_THE_FLOW))
        .group_by(_CHANGE.window_id)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def windows_with_load(
    connection: Connection, window_ids: Sequence[int]
) -> tuple[tuple[MaintenanceWindow, int], ...]:
    """Windows with how many changes each holds, by start."""
    found = find(connection, MaintenanceWindow, id=list(window_ids))
    counted = loads(connection, window_ids)
    ordered = sorted(found, key=lambda window: window.starts_at)
    return tuple((window, counted.get(window.id or 0, 0)) for window in ordered)


def tiers(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, int]]:
    """(name, tier) of applications by id."""
    wanted = list(ids)
    if not wanted:
        return {}
    statement = select(_APPLICATION.id, _APPLICATION.name, _APPLICATION.tier).where(
        _APPLICATION.id.in_(wanted)
    )
    return {row[0]: (row[1], row[2]) for row in connection.execute(statement)}


def failures_before(connection: Connection, instant: datetime) -> dict[int, tuple[int, int]]:
    """(failed, all) of each application's changes in the last closed windows before an instant (UTC)."""
    recent = (
        select(_WINDOW.id)
        .where(_WINDOW.starts_at < instant, _WINDOW.state == "closed")
        .order_by(_WINDOW.starts_at.desc())
        .limit(_RECENT_WINDOWS)
    )
    window_ids = list(connection.execute(recent).scalars())
    if not window_ids:
        return {}
    link = tables.change_application.c
    failed = func.sum(case((_CHANGE.state.in_(("failed", "rolled_back")), 1), else_=0))
    statement = (
        select(link.application_id, failed, func.count())
        .join(tables.change, _CHANGE.id == link.change_id)
        .where(_CHANGE.window_id.in_(window_ids))
        .group_by(link.application_id)
    )
    return {row[0]: (int(row[1]), int(row[2])) for row in connection.execute(statement)}
