"""Lists people bring: read from bytes, understood, mapped, turned into typed rows and compared."""

from __future__ import annotations

from app.importing.date_orders import DateOrder
from app.importing.dryrun import ChangedRow, Conflict, DryRun, ExistingRecord, FieldChange, dry_run
from app.importing.errors import ImportingError, UnreadableList, UnusableMapping
from app.importing.fields import FIELDS, Field, FieldType, field_named, identity_of
from app.importing.mapping import Mapping
from app.importing.proposing import Guess, Proposal, propose
from app.importing.reading import read_table
from app.importing.rows import Conversion, ImportRow, Rejection, content_hash, convert
from app.importing.shape import shape_of
from app.importing.table import Table
from app.importing.value_choices import ValueChoice, value_choices

__all__ = [
    "FIELDS",
    "ChangedRow",
    "Conflict",
    "Conversion",
    "DateOrder",
    "DryRun",
    "ExistingRecord",
    "Field",
    "FieldChange",
    "FieldType",
    "Guess",
    "ImportRow",
    "ImportingError",
    "Mapping",
    "Proposal",
    "Rejection",
    "Table",
    "UnreadableList",
    "UnusableMapping",
    "ValueChoice",
    "content_hash",
    "convert",
    "dry_run",
    "field_named",
    "identity_of",
    "propose",
    "read_table",
    "shape_of",
    "value_choices",
]
