"""Named settings of the organisation that all desks share."""

from __future__ import annotations

from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Record
from db.types import Plain


class Setting(Record, Base):
    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("name"),)
    name: Mapped[str]
    content: Mapped[Any] = mapped_column(Plain)
