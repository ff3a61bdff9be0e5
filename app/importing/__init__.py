"""Lists people bring: read from bytes, understood, mapped, turned into typed rows and compared."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.importing.date_orders import DateOrder
    from app.importing.dryrun import ChangedRow, Conflict, DryRun, ExistingRecord, FieldChange, dry_run
    from app.importing.errors import ImportingError, UnreadableList, UnusableMapping
    from app.importing.fields import FIELDS, Field, FieldType, field_named, identity_of
    from app.importing.list_words import ValueChoice, value_choices
    from app.importing.mapping import Mapping
    from app.importing.proposing import Guess, Proposal, propose
    from app.importing.reading import read_file, read_table
    from app.importing.rows import Conversion, ImportRow, Rejection, content_hash, convert
    from app.importing.shape import shape_of
    from app.importing.table import Table

# Each name is imported at its first use: the desk starts without reading any list, and whoever needs only the
# errors, as all services do, should not wait for the rest.
_HOMES = {
    "ChangedRow": "dryrun",
    "Conflict": "dryrun",
    "Conversion": "rows",
    "DateOrder": "date_orders",
    "DryRun": "dryrun",
    "ExistingRecord": "dryrun",
    "FIELDS": "fields",
    "Field": "fields",
    "FieldChange": "dryrun",
    "FieldType": "fields",
    "Guess": "proposing",
    "ImportRow": "rows",
    "ImportingError": "errors",
    "Mapping": "mapping",
    "Proposal": "proposing",
    "Rejection": "rows",
    "Table": "table",
    "UnreadableList": "errors",
    "UnusableMapping": "errors",
    "ValueChoice": "list_words",
    "content_hash": "rows",
    "convert": "rows",
    "dry_run": "dryrun",
    "field_named": "fields",
    "identity_of": "fields",
    "propose": "proposing",
    "read_file": "reading",
    "read_table": "reading",
    "shape_of": "shape",
    "value_choices": "list_words",
}


def __getattr__(name: str) -> object:
    """The public name, from the module that holds it; raises AttributeError for any other."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)


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
    "read_file",
    "read_table",
    "shape_of",
    "value_choices",
]
