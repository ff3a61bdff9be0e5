"""The query behind the intake list: changes that have no window yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, FromClause, func, or_, select

from db import tables

_CHANGE = tables.change.c
_PERSON = tables.person.c
_OPEN = ("intake", "in_test", "tested", "pre_production", "ready")


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """A change without a window; `risk` is impact × likelihood."""

    id: int
    version: int
    key: str
    title: str
    change_class: str
    risk: int
    deployment_on: date | None
    owner: str
    minutes: int


@dataclass(frozen=True, slots=True)
class IntakePage:
    """The rows shown, and how many match in all."""

    rows: tuple[IntakeRow, ...]
    total: int


def intake_page(connection: Connection, search: str, limit: int) -> IntakePage:
    """Changes without a window that are still to go in; each word of `search` stands in key, title or owner.

    Those with an early deployment date come first, then the newest.
    """
    wanted = _condition(search)
    total = connection.execute(select(func.count()).select_from(_source()).where(*wanted)).scalar_one()
    statement = (
        select(
            _CHANGE.id,
            _CHANGE.version,
            _CHANGE.key,
            _CHANGE.title,
            _CHANGE.change_class,
            _CHANGE.impact * _CHANGE.likelihood,
            _CHANGE.deployment_on,
            func.coalesce(_PERSON.name, _CHANGE.owner_name),
            _CHANGE.expected_downtime_minutes,
        )
        .select_from(_source())
        .where(*wanted)
        .order_by(_CHANGE.deployment_on.is_(None), _CHANGE.deployment_on, _CHANGE.id.desc())
        .limit(limit)
    )
    rows = tuple(IntakeRow(*row) for row in connection.execute(statement))
    return IntakePage(rows, int(total))


def _source() -> FromClause:
    return tables.change.outerjoin(tables.person, _PERSON.id == _CHANGE.owner_id)


def _condition(search: str) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [_CHANGE.window_id.is_(None), _CHANGE.state.in_(_OPEN)]
    for word in search.split():
        columns = (_CHANGE.key, _CHANGE.title, _CHANGE.owner_name, _PERSON.name)
        wanted.append(or_(*(column.icontains(word, autoescape=True) for column in columns)))
    return wanted
