"""Packets as issued, byte for byte."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from db.tables.base import METADATA, one_of, required
from db.types import Plain, UtcInstant

packet = Table(
    "packet",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("window_id", Integer, ForeignKey("maintenance_window.id")),
    required("meeting", String),
    required("issued_at", UtcInstant),
    required("issued_by", String),
    required("recipients", Plain),
    required("pages", Integer),
    required("sha256", String),
    required("xlsx_sha256", String),
    required("audit_head", String),
    required("facts", Plain),
    required("pdf", LargeBinary),
    required("xlsx", LargeBinary),
    one_of("meeting", ("preliminary", "final")),
    Index("ix_packet_window", "window_id", "issued_at"),
)
"""One issued packet; `facts` is what the next packet is compared with."""
