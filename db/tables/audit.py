"""The audit events, chained by hash, and the head of the chain."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base


class AuditEvent(Base):
    """One event. Everything is text exactly as hashed, so that one byte changed is one byte found.

    `sequence` counts from 1 without gaps; `happened_at` is ISO 8601 in UTC; `before` and `after` are
    canonical JSON (empty where there is none).
    """

    __tablename__ = "audit_event"
    __table_args__ = (Index("ix_audit_event_record", "record_kind", "record_id"),)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    happened_at: Mapped[str] = mapped_column(index=True)
    actor: Mapped[str]
    action: Mapped[str]
    record_kind: Mapped[str]
    record_id: Mapped[str]
    reason: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    previous_hash: Mapped[str]
    hash: Mapped[str]


class AuditHead(Base):
    """The single row that says where the chain ends; it finds events cut off at the end."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int]
    hash: Mapped[str]
