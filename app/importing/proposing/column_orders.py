"""In which order the columns of a list write day, month and year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.importing.cells.moments import moment_of
from app.importing.fields import FieldType, field_named
from app.importing.mapping import Mapping
from app.importing.proposing.fitting import DATED
from app.importing.table import Table
from app.importing.times.dates import DateReader
from app.importing.times.orders import DateOrder, is_numeric_date, orders_of

SETTLED = "As settled in the mapping."
"""Why a column is read in an order of which its own dates do not tell."""


def date_orders(table: Table, mapping: Mapping, hint: str = "dmy") -> dict[str, DateOrder]:
    """The order of every mapped date column, from the whole list, other dates in it included where they must
    tell; the mapping's where nothing tells."""
    dated = [
        header
        for header, name in mapping.columns.items()
        if (field := field_named(mapping.kind, name)) and field.type in DATED
        if field.type is not FieldType.MOMENT or _names_days(table.days([header])[header])
    ]
    inferred = orders_of(table.days(dated), hint)
    if any(order.is_ambiguous and not order.is_mixed for order in inferred.values()):
        beside = [header for header in table.headers_with(is_numeric_date) if header not in dated]
        told = orders_of(table.days([*dated, *beside]), hint)
        inferred = {header: told[header] for header in dated}
    return {
        header: DateOrder(mapping.date_orders[header], False, SETTLED, order.example)
        if order.is_ambiguous and header in mapping.date_orders
        else order
        for header, order in inferred.items()
    }


def _names_days(cells: Iterable[str]) -> bool:
    """Whether any cell names a day, and not a time of day alone."""
    dates = DateReader("dmy", "UTC")
    return any(isinstance(moment_of(cell.strip(), dates), date) for cell in cells)
