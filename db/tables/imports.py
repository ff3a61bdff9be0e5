"""What was imported: batches, what the source last said of each record, and remembered mappings."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table, UniqueConstraint

from db.tables.base import METADATA, record, required
from db.types import Plain, UtcInstant

import_batch = Table(
    "import_batch",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("kind", String),
    required("source", String),
    required("file_name", String),
    required("imported_at", UtcInstant),
    required("imported_by", String),
    required("rows", Integer),
    required("created", Integer),
    required("updated", Integer),
    required("unchanged", Integer),
    required("rejected", Integer),
    Column("undone_at", UtcInstant),
    required("shape", String, server_default=""),
)
"""One applied import. `shape` tells lists with other columns apart; empty for those of early versions."""

import_memory = Table(
    "import_memory",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("kind", String),
    required("key", String),
    required("record_id", Integer, index=True),
    required("content_hash", String),
    Column("content", Plain),
    required("import_id", Integer, index=True),
    Column("part", Integer),
    Column("place", Integer),
    UniqueConstraint("kind", "key"),
)
"""What the source last said of a record: the hash finds unchanged rows, the values find edits.

The values are in `content`, or at `place` of the `part` that its import packed (`ImportSaid`). No foreign
key holds `import_id`: imports are never removed, and a server would look each of 100,000 rows up.
"""

import_said = Table(
    "import_said",
    METADATA,
    Column("import_id", Integer, ForeignKey("import_batch.id"), primary_key=True),
    Column("part", Integer, primary_key=True),
    required("content", LargeBinary),
)
"""What an import's list said of its records, some hundreds in each part: compressed, for few are read."""

import_profile = Table(
    "import_profile",
    METADATA,
    *record(),
    required("shape", String),
    required("name", String),
    required("mapping", Plain),
    UniqueConstraint("shape"),
)
"""A mapping remembered by the shape of a list's header."""
