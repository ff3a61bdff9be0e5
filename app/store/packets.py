"""Issued packets: stored with their bytes as issued, listed without them, read back exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from app.store.errors import MissingRecordError
from app.store.unit_of_work import UnitOfWork
from db import chain, tables

_TABLE = tables.packet
_PACKET = _TABLE.c
_LISTED = (
    "id",
    "window_id",
    "meeting",
    "issued_at",
    "issued_by",
    "recipients",
    "pages",
    "sha256",
    "xlsx_sha256",
    "audit_head",
)


@dataclass(frozen=True, slots=True)
class StoredPacket:
    """An issued packet without its bytes; `sha256` is the PDF's, `audit_head` is "number:hash"."""

    window_id: int
    meeting: str
    issued_at: datetime
    issued_by: str
    recipients: tuple[str, ...]
    pages: int
    sha256: str
    xlsx_sha256: str
    audit_head: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class PacketFiles:
    """The bytes of a packet exactly as issued."""

    pdf: bytes
    xlsx: bytes


def chain_head(connection: Connection) -> chain.Head:
    """Where the audit chain ends now."""
    return chain.read_head(connection)


def add_packet(
    work: UnitOfWork, packet: StoredPacket, facts: Mapping[str, Any], files: PacketFiles
) -> StoredPacket:
    """Store an issued packet; its event holds everything but bytes and facts. Returns it with its id."""
    row = {name: getattr(packet, name) for name in _LISTED if name != "id"}
    row["recipients"] = list(packet.recipients)
    packet_id = work.connection.execute(
        insert(_TABLE).values(**row, facts=dict(facts), pdf=files.pdf, xlsx=files.xlsx).returning(_PACKET.id)
    ).scalar_one()
    stored = StoredPacket(
        packet.window_id,
        packet.meeting,
        packet.issued_at,
        packet.issued_by,
        packet.recipients,
        packet.pages,
        packet.sha256,
        packet.xlsx_sha256,
        packet.audit_head,
        packet_id,
    )
    work.note("packet", packet_id, "issued", stored)
    return stored


def packet(connection: Connection, packet_id: int) -> StoredPacket:
    """An issued packet without its bytes; raises MissingRecordError."""
    statement = select(*(_PACKET[name] for name in _LISTED)).where(_PACKET.id == packet_id)
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise MissingRecordError("packet", packet_id)
    return _stored(row)


def packets_of(connection: Connection, window_id: int) -> tuple[StoredPacket, ...]:
    """A window's issued packets, newest first."""
    statement = (
        select(*(_PACKET[name] for name in _LISTED))
        .where(_PACKET.window_id == window_id)
        .order_by(_PACKET.issued_at.desc(), _PACKET.id.desc())
    )
    return tuple(_stored(row) for row in connection.execute(statement).mappings())


def packet_files(connection: Connection, packet_id: int) -> PacketFiles:
    """The bytes of an issued packet; raises MissingRecordError."""
    row = connection.execute(select(_PACKET.pdf, _PACKET.xlsx).where(_PACKET.id == packet_id)).first()
    if row is None:
        raise MissingRecordError("packet", packet_id)
    return PacketFiles(bytes(row.pdf), bytes(row.xlsx))


def packet_facts(connection: Connection, packet_id: int) -> dict[str, Any]:
    """What an issued packet said, as its successor compares it; raises MissingRecordError."""
    row = connection.execute(select(_PACKET.facts).where(_PACKET.id == packet_id)).first()
    if row is None:
        raise MissingRecordError("packet", packet_id)
    return dict(row.facts)


def _stored(row: Mapping[Any, Any]) -> StoredPacket:
    content = dict(row)
    content["recipients"] = tuple(content["recipients"])
    return StoredPacket(**content)
