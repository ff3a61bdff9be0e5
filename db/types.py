"""Column types that mean the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from db.instants import in_utc


class UtcInstant(TypeDecorator[datetime]):
    """An instant, aware and in UTC on both engines.

    Binding a naive datetime raises ValueError: SQLite would otherwise drop the zone silently.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else in_utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Plain: Any = JSON().with_variant(JSONB(), "postgresql")
"""A JSON column: text on SQLite, jsonb on PostgreSQL."""
