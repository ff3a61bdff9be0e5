"""Packets as issued, byte for byte."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, one_of
from db.types import Plain, UtcInstant


class Packet(Base):
    """One issued packet; `facts` is what the next packet is compared with."""

    __tablename__ = "packet"
    __table_args__ = (
        one_of("meeting", ("preliminary", "final")),
        Index("ix_packet_window", "window_id", "issued_at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    window_id: Mapped[int] = mapped_column(ForeignKey("maintenance_window.id"))
    meeting: Mapped[str]
    issued_at: Mapped[datetime] = mapped_column(UtcInstant)
    issued_by: Mapped[str]
    recipients: Mapped[Any] = mapped_column(Plain)
    pages: Mapped[int]
    sha256: Mapped[str]
    xlsx_sha256: Mapped[str]
    audit_head: Mapped[str]
    facts: Mapped[Any] = mapped_column(Plain)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    xlsx: Mapped[bytes] = mapped_column(LargeBinary)
