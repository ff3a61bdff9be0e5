"""Named settings of the organisation that all desks share."""

from __future__ import annotations

from sqlalchemy import String, Table, UniqueConstraint

from db.tables.base import METADATA, record, required
from db.types import Plain

setting = Table(
    "setting",
    METADATA,
    *record(),
    required("name", String),
    required("content", Plain),
    UniqueConstraint("name"),
)
