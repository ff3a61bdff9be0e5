"""Queries behind the sequence: the people, items, freezes and changes that a window's sequence meets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.domain.changes import Change
from app.domain.register import Application, ConfigurationItem, Person, Team
from app.domain.windows import Freeze
from app.store.reading import find
from db import tables

_FREEZE = tables.freeze.c


@dataclass(frozen=True, slots=True)
class SequenceFacts:
    """What a sequence rests on, as stored."""

    people: tuple[Person, ...]
    teams: tuple[Team, ...]
    configuration_items: tuple[ConfigurationItem, ...]
    applications: tuple[Application, ...]
    changes: tuple[Change, ...]
    freezes: tuple[Freeze, ...]


def sequence_facts(
    connection: Connection, window_id: int, starts_at: datetime, ends_at: datetime
) -> SequenceFacts:
    """Everything around the sequence of a window; freezes are those that touch it (UTC instants)."""
    touching = select(_FREEZE.id).where(_FREEZE.starts_at < ends_at, _FREEZE.ends_at > starts_at)
    freeze_ids = list(connection.execute(touching).scalars())
    return SequenceFacts(
        people=tuple(find(connection, Person)),
        teams=tuple(find(connection, Team)),
        configuration_items=tuple(find(connection, ConfigurationItem)),
        applications=tuple(find(connection, Application)),
        changes=tuple(find(connection, Change, window_id=window_id)),
        freezes=tuple(find(connection, Freeze, id=freeze_ids)) if freeze_ids else (),
    )
