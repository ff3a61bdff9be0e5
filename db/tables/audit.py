"""The audit events, chained by hash, and the head of the chain."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, String, Table

from db.tables.base import METADATA, required

audit_event = Table(
    "audit_event",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    required("happened_at", String, index=True),
    required("actor", String),
    required("action", String),
    required("record_kind", String),
    required("record_id", String),
    required("reason", String),
    required("before", String),
    required("after", String),
    required("previous_hash", String),
    required("hash", String),
    Index("ix_audit_event_record", "record_kind", "record_id"),
)
"""One event. Everything is text exactly as hashed, so that one byte changed is one byte found.

`sequence` counts from 1 without gaps; `happened_at` is ISO 8601 in UTC; `before` and `after` are
canonical JSON (empty where there is none).
"""

audit_head = Table(
    "audit_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    required("sequence", Integer),
    required("hash", String),
    CheckConstraint("id = 1", name="single"),
)
"""The single row that says where the chain ends; it finds events cut off at the end."""
