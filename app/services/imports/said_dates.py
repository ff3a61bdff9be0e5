"""How dates are read that can be read two ways: so that records known have those that they had last time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping as ReadMapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from app.importing.converting.rows import ImportRow, convert
from app.importing.mapping import Mapping
from app.importing.proposing.column_orders import SETTLED
from app.importing.proposing.proposal import Proposal
from app.importing.table import Table
from app.importing.times.orders import DateOrder
from app.services.imports.kinds import KINDS
from app.services.imports.zones import zone_of_lists
from app.services.workplace import Workplace
from app.store.import_memory import read_contents

_ROWS_LOOKED_AT = 200
_BOTH_WAYS = ("dmy", "mdy")
_READ_AS = {"dmy": "day first", "mdy": "month first"}
_CLEARLY = 3
"""How many times more dates must be as they were in one reading than in the other: some will have changed."""
_A_ZONE_APART = timedelta(days=1)
_Said = ReadMapping[str, ReadMapping[str, Any]]


def with_said_dates(workplace: Workplace, table: Table, found: Proposal) -> tuple[Proposal, tuple[str, ...]]:
    """The proposal with the order of dates by which the list says what it said last of its records, and a
    sentence about columns that were read in another order until now.

    An export is made with other settings one day, and nothing in its own dates may tell: read as before, all
    of them would change.
    """
    open_ones = {
        header: order
        for header, order in found.date_orders.items()
        if (order.is_ambiguous or order.reason == SETTLED) and not order.is_mixed
    }
    kind = KINDS.get(found.kind)
    if not open_ones or kind is None or kind.needs_window or kind.parts:
        return found, ()
    votes = _votes(workplace, table, found.mapping, kind.memory_name(None), list(open_ones))
    together = sum(votes.values(), Counter[str]())
    told: list[str] = []
    orders: dict[str, DateOrder] = {}
    for header, order in open_ones.items():
        counts = votes[header] if votes[header].total() else together  # one program writes all in one way
        (best, count), (_, others) = sorted(
            ((one, counts[one]) for one in _BOTH_WAYS), key=lambda one: -one[1]
        )
        if count and count >= _CLEARLY * others:
            reason = f"Read {_READ_AS[best]}, the dates are those that the list said last."
            orders[header] = DateOrder(best, False, reason, order.example)
            if not order.is_ambiguous and order.order != best:
                told.append(f"“{header}” is read {_READ_AS[best]} now: so its dates are those it said last.")
    mapping = replace(found.mapping, date_orders={**found.mapping.date_orders, **_by_header(orders)})
    return replace(found, mapping=mapping, date_orders={**found.date_orders, **orders}), tuple(told)


def _by_header(orders: ReadMapping[str, DateOrder]) -> dict[str, str]:
    return {header: order.order for header, order in orders.items()}


def _votes(
    workplace: Workplace, table: Table, mapping: Mapping, memory_name: str, headers: list[str]
) -> dict[str, Counter[str]]:
    """By header, how many of the first rows say the day that they said last, read in one order alone; of days
    that tell which record is meant, how many mean one that is known."""
    zone = mapping.zone_name or zone_of_lists(workplace)
    rows = list(islice(table.rows, _ROWS_LOOKED_AT))
    head = replace(table, rows=rows, row_numbers=list(table.row_numbers[: len(rows)]))
    read = {order: _rows(head, mapping, headers, order, zone) for order in _BOTH_WAYS}
    with workplace.read() as connection:
        keys = {row.key for rows in read.values() for row in rows.values()}
        last = read_contents(connection, memory_name, list(keys))
    votes = {header: Counter(dict.fromkeys(_BOTH_WAYS, 0)) for header in headers}
    for header in headers:
        field = mapping.columns[header]
        tells = _means_a_known_one if field in mapping.identity else _is_said_so
        for number in read[_BOTH_WAYS[0]]:
            said = {order: rows[number] for order, rows in read.items() if number in rows}
            same = [order for order, row in said.items() if tells(row, field, last)]
            if len(same) == 1:
                votes[header][same[0]] += 1
    return votes


def _rows(
    head: Table, mapping: Mapping, headers: list[str], order: str, zone_name: str
) -> dict[int, ImportRow]:
    orders = {**mapping.date_orders, **dict.fromkeys(headers, order)}
    found = convert(head, replace(mapping, date_orders=orders), zone_name)
    return {row.row_number: row for row in found.rows}


def _means_a_known_one(row: ImportRow, _field: str, last: _Said) -> bool:
    return row.key in last


def _is_said_so(row: ImportRow, field: str, last: _Said) -> bool:
    return _is_same_day(row.values.get(field), last.get(row.key, {}).get(field))


def _is_same_day(one: Any, other: Any) -> bool:
    """Whether both are of one day, wherever on earth."""
    if not isinstance(one, date) or not isinstance(other, date):
        return False
    days = [moment.date() if isinstance(moment, datetime) else moment for moment in (one, other)]
    return abs(days[0] - days[1]) <= _A_ZONE_APART
