"""Queries behind the global search: one statement for each kind of record, each with its limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, case, func, or_, select, union

from db import tables

NEWEST_TITLES = 50_000
_ESCAPE = "\\"
_LAST_SIGN = "\U0010ffff"
_CHANGE_TABLE = tables.change
_WINDOW_TABLE = tables.maintenance_window
_CHANGE, _WINDOW = _CHANGE_TABLE.c, _WINDOW_TABLE.c
_TICKET = tables.ticket.c
_APPLICATION = tables.application.c
_PERSON = tables.person.c
_ITEM = tables.configuration_item.c


@dataclass(frozen=True, slots=True)
class FoundChange:
    """A change with the window it stands in (start in UTC, its zone), all None in the intake list."""

    id: int
    key: str
    title: str
    state: str
    window_id: int | None
    window_starts_at: datetime | None
    zone_name: str | None


@dataclass(frozen=True, slots=True)
class FoundWindow:
    """A window; its start in UTC with the zone to show it in."""

    id: int
    title: str
    starts_at: datetime
    zone_name: str
    state: str


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record of the register: its name and what is said beside it."""

    id: int
    name: str
    detail: str


def find_changes(connection: Connection, words: Sequence[str], limit: int) -> tuple[FoundChange, ...]:
    """Changes whose key or ticket key begins with the words together, or whose key and title hold every word.

    Beginnings of keys are looked up in the index over all changes; titles, other parts of keys and ticket
    keys among the changes with the newest 50,000 ids only, so that an archive of years costs no more than
    that. Changes whose key begins so come first, then the newest.
    """
    if not words:
        return ()
    spellings = _spellings(" ".join(words))
    floor = _oldest_searched()
    by_key = [
        select(_CHANGE.id).where(_key_range(connection, form), _begins(form)).order_by(_CHANGE.key)
        for form in spellings
    ]
    by_words = select(_CHANGE.id).where(
        _CHANGE.id >= floor,
        *(or_(holds_word(_CHANGE.key, word), holds_word(_CHANGE.title, word)) for word in words),
    )
    by_ticket = select(_TICKET.change_id).where(
        _TICKET.change_id >= floor, or_(*(_like(_TICKET.key, f"{_escaped(form)}%") for form in spellings))
    )
    candidates = union(
        *(_first(one, limit) for one in by_key),
        _first(by_words.order_by(_CHANGE.id.desc()), limit),
        _first(by_ticket.order_by(_TICKET.change_id.desc()), limit),
    ).subquery("candidate")
    comes_first = case((or_(*(_begins(form) for form in spellings)), 0), else_=1)
    statement = (
        select(
            _CHANGE.id,
            _CHANGE.key,
            _CHANGE.title,
            _CHANGE.state,
            _CHANGE.window_id,
            _WINDOW.starts_at,
            _WINDOW.zone_name,
        )
        .select_from(_with_window())
        .where(_CHANGE.id.in_(select(candidates.c[0])))
        .order_by(comes_first, _CHANGE.id.desc())
        .limit(limit)
    )
    return tuple(FoundChange(*row) for row in connection.execute(statement))


def find_windows(
    connection: Connection, words: Sequence[str], limit: int, now: datetime, day: date | None = None
) -> tuple[FoundWindow, ...]:
    """Windows whose title holds every word, or that start within a day of `day`.

    Those that have not ended at `now` (UTC) come first, the next one on top, then the past, latest first.
    A day around `day` is taken because a start lies on different dates in different zones.
    """
    if not words:
        return ()
    wanted: ColumnElement[bool] = and_(*(holds_word(_WINDOW.title, word) for word in words))
    if day is not None:
        start, end = _around(day)
        wanted = or_(wanted, and_(_WINDOW.starts_at >= start, _WINDOW.starts_at < end))
    is_ahead = _WINDOW.ends_at > now
    statement = (
        select(_WINDOW.id, _WINDOW.title, _WINDOW.starts_at, _WINDOW.zone_name, _WINDOW.state)
        .where(wanted)
        .order_by(
            case((is_ahead, 0), else_=1),
            case((is_ahead, _WINDOW.starts_at)),
            _WINDOW.starts_at.desc(),
            _WINDOW.id,
        )
        .limit(limit)
    )
    return tuple(FoundWindow(*row) for row in connection.execute(statement))


def find_applications(connection: Connection, words: Sequence[str], limit: int) -> tuple[FoundRecord, ...]:
    """Applications in use whose name holds every word, by name; the detail is the tier."""
    statement = select(_APPLICATION.id, _APPLICATION.name, _APPLICATION.tier)
    found = _named(connection, statement, words, limit, _APPLICATION)
    return tuple(FoundRecord(row[0], row[1], f"tier {row[2]}") for row in found)


def find_people(connection: Connection, words: Sequence[str], limit: int) -> tuple[FoundRecord, ...]:
    """People in the register whose name and e-mail hold every word, by name; the detail is the e-mail."""
    statement = select(_PERSON.id, _PERSON.name, _PERSON.email)
    found = _named(connection, statement, words, limit, _PERSON, _PERSON.email)
    return tuple(FoundRecord(*row) for row in found)


def find_items(connection: Connection, words: Sequence[str], limit: int) -> tuple[FoundRecord, ...]:
    """Configuration items in use whose name holds every word, by name; the detail is the kind."""
    statement = select(_ITEM.id, _ITEM.name, _ITEM.kind)
    found = _named(connection, statement, words, limit, _ITEM)
    return tuple(FoundRecord(row[0], row[1], str(row[2]).replace("_", " ")) for row in found)


def _named(
    connection: Connection, statement: Select[Any], words: Sequence[str], limit: int, columns: Any, *more: Any
) -> Sequence[Any]:
    if not words:
        return ()
    texts = (columns.name, *more)
    holds = [or_(*(holds_word(text, word) for text in texts)) for word in words]
    wanted = statement.where(columns.is_archived.is_(False), *holds)
    return connection.execute(wanted.order_by(columns.name, columns.id).limit(limit)).all()


def _with_window() -> FromClause:
    return _CHANGE_TABLE.outerjoin(_WINDOW_TABLE, _WINDOW.id == _CHANGE.window_id)


def _first(statement: Select[Any], limit: int) -> Select[Any]:
    """A statement cut to its first rows, in a form that both engines take inside a union."""
    cut = statement.limit(limit).subquery()
    return select(cut.c[0])


def _oldest_searched() -> ColumnElement[int]:
    """The id of the 50,000th newest change; 0 where there are fewer."""
    nth = select(_CHANGE.id).order_by(_CHANGE.id.desc()).offset(NEWEST_TITLES - 1).limit(1)
    return func.coalesce(nth.scalar_subquery(), 0)


def _key_range(connection: Connection, text: str) -> ColumnElement[bool]:
    """The stretch of the index on keys in which those that begin so lie.

    SQLite orders by bytes, which gives the stretch its end; a server orders by its language.
    """
    if connection.dialect.name == "sqlite":
        return and_(_CHANGE.key >= text, _CHANGE.key < text + _LAST_SIGN)
    return _CHANGE.key >= text


def _begins(text: str) -> ColumnElement[bool]:
    """Whether a key begins exactly so."""
    found: ColumnElement[bool] = func.substr(_CHANGE.key, 1, len(text)) == text
    return found


def _spellings(text: str) -> list[str]:
    """A text as typed, in capitals, in small letters and capitalised, each once."""
    return list(dict.fromkeys((text, text.upper(), text.lower(), text.capitalize())))


def holds_word(column: Any, word: str) -> ColumnElement[bool]:
    """Whether a text holds a word; beyond ASCII in each spelling, as SQLite knows no case there."""
    forms = [word] if word.isascii() else _spellings(word)
    return or_(*(_like(column, f"%{_escaped(form)}%") for form in forms))


def _like(column: Any, pattern: str) -> ColumnElement[bool]:
    """Whether a text fits the pattern, capitals or not."""
    found: ColumnElement[bool] = column.ilike(pattern, escape=_ESCAPE)
    return found


def _escaped(word: str) -> str:
    """A word whose signs stand for themselves in a LIKE pattern."""
    for sign in (_ESCAPE, "%", "_"):
        word = word.replace(sign, _ESCAPE + sign)
    return word


def _around(day: date) -> tuple[datetime, datetime]:
    noon = datetime.combine(day, time(12), UTC)
    return noon - timedelta(days=1, hours=2), noon + timedelta(days=1, hours=2)
