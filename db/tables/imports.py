"""What was imported: batches, what the source last said of each record, and remembered mappings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Record
from db.types import Plain, UtcInstant


class ImportBatch(Base):
    """One applied import. `shape` tells lists with other columns apart; empty for those of early versions."""

    __tablename__ = "import_batch"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    source: Mapped[str]
    file_name: Mapped[str]
    imported_at: Mapped[datetime] = mapped_column(UtcInstant)
    imported_by: Mapped[str]
    rows: Mapped[int]
    created: Mapped[int]
    updated: Mapped[int]
    unchanged: Mapped[int]
    rejected: Mapped[int]
    undone_at: Mapped[datetime | None] = mapped_column(UtcInstant)
    shape: Mapped[str] = mapped_column(server_default="")


class ImportMemory(Base):
    """What the source last said of a record: the hash finds unchanged rows, the values find edits.

    The values are in `content`, or at `place` of the `part` that its import packed (`ImportSaid`). No foreign
    key holds `import_id`: imports are never removed, and a server would look each of 100,000 rows up.
    """

    __tablename__ = "import_memory"
    __table_args__ = (UniqueConstraint("kind", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    key: Mapped[str]
    record_id: Mapped[int] = mapped_column(index=True)
    content_hash: Mapped[str]
    content: Mapped[Any | None] = mapped_column(Plain)
    import_id: Mapped[int] = mapped_column(index=True)
    part: Mapped[int | None]
    place: Mapped[int | None]


class ImportSaid(Base):
    """What an import's list said of its records, some hundreds in each part: compressed, for few are read."""

    __tablename__ = "import_said"
    import_id: Mapped[int] = mapped_column(ForeignKey("import_batch.id"), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ImportProfile(Record, Base):
    """A mapping remembered by the shape of a list's header."""

    __tablename__ = "import_profile"
    __table_args__ = (UniqueConstraint("shape"),)
    shape: Mapped[str]
    name: Mapped[str]
    mapping: Mapped[Any] = mapped_column(Plain)
