"""What a packet needs beside board and sequence: the register, the freezes and bookings near a window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, func, select

from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Person, Team
from app.domain.settings import Organisation, Setting
from app.domain.windows import Checkpoint, EnvironmentBooking, Freeze, MaintenanceWindow
from app.store.queries import board as board_queries
from app.store.queries.board import ChangeRecords, Scope
from app.store.reading import find
from db import tables

_WINDOW = tables.maintenance_window.c
ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class PacketRecords:
    """The records of one packet; freezes and bookings share time with the window and a margin around it."""

    records: ChangeRecords
    checkpoints: tuple[Checkpoint, ...]
    people: tuple[Person, ...]
    teams: tuple[Team, ...]
    applications: tuple[Application, ...]
    configuration_items: tuple[ConfigurationItem, ...]
    environments: tuple[Environment, ...]
    machines: tuple[BuildMachine, ...]
    freezes: tuple[Freeze, ...]
    bookings: tuple[EnvironmentBooking, ...]


def packet_records(connection: Connection, window: MaintenanceWindow, margin: timedelta) -> PacketRecords:
    """Everything a packet of `window` tells; a fixed number of statements whatever the number of changes."""
    assert window.id is not None
    near = window.starts_at - margin, window.ends_at + margin
    return PacketRecords(
        records=board_queries.change_records(connection, Scope(window_id=window.id)),
        checkpoints=board_queries.checkpoints_of(connection, window.id),
        people=tuple(find(connection, Person)),
        teams=tuple(find(connection, Team)),
        applications=tuple(find(connection, Application)),
        configuration_items=tuple(find(connection, ConfigurationItem)),
        environments=tuple(find(connection, Environment)),
        machines=tuple(find(connection, BuildMachine)),
        freezes=board_queries.freezes_between(connection, *near),
        bookings=board_queries.bookings_between(connection, *near),
    )


def organisation_facts(connection: Connection) -> Organisation:
    """The organisation's name and zone by its setting; without one, the zone most windows have."""
    kept = find(connection, Setting, name=ORGANISATION)
    content = kept[0].content if kept else {}
    return Organisation(content.get("name", ""), content.get("zone_name") or _usual_zone(connection))


def _usual_zone(connection: Connection) -> str:
    statement = (
        select(_WINDOW.zone_name)
        .group_by(_WINDOW.zone_name)
        .order_by(func.count().desc(), _WINDOW.zone_name)
        .limit(1)
    )
    return connection.execute(statement).scalar_one_or_none() or "UTC"
