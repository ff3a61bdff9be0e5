"""The columns of a list that feed fields, each with how its cells are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as ReadMapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.importing.cells.markup import reader_of_markup
from app.importing.cells.objects import is_address_in_memory
from app.importing.cells.readers import Reader, keeps_its_text, reader_for
from app.importing.cells.record_ids import keys_by_id
from app.importing.fields import Field, field_named
from app.importing.mapping import Mapping
from app.importing.proposing.resolutions import ended, resolution_of_states
from app.importing.proposing.samples import Samples
from app.importing.proposing.times_beside import COMPLETED, times_beside, whole
from app.importing.reading.people_lists import (
    are_surname_first,
    first_name_first,
    surname_last,
    surnames_come_first,
)
from app.importing.table import Table
from app.importing.times.orders import DateOrder
from app.importing.times.zone_names import zone_behaving_as, zone_called
from app.importing.words.spelling import spellings

_LOOKED_AT = 200
_PLAYERS = "players"
_BRACKETED = re.compile(r"[(\[]([^()\[\]]+)[)\]]\s*$")


class Beside(NamedTuple):
    """The place of a column that completes another, and how the texts of both are one."""

    place: int
    joined: Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of the table, and the field it feeds."""

    header: str
    name: str
    field: Field
    place: int
    read: Reader
    read_in: Callable[[str], Reader]
    """Reads in another zone than the list's."""
    beside: Beside | None = None
    """What completes it."""

    def texts(self, cells: Sequence[Sequence[str]]) -> Sequence[str]:
        """The cells of this column among those of all columns, each with what completes it."""
        if self.beside is None:
            return cells[self.place]
        return list(map(self.beside.joined, cells[self.place], cells[self.beside.place]))


def mapped_columns(
    table: Table,
    mapping: Mapping,
    orders: ReadMapping[str, DateOrder],
    beside: ReadMapping[str, Beside],
    zone: str,
) -> list[MappedColumn]:
    """The columns that feed a field under the mapping. `orders` are those of dates by header, `beside` what
    `besides_of` says; times without a zone of their own are read in `zone` (IANA name)."""
    places = table.positions()
    keys = keys_by_id(table, mapping)
    samples = Samples(table)
    columns: list[MappedColumn] = []
    for header, name in mapping.columns.items():
        field = field_named(mapping.kind, name)
        if field is None or header not in places:
            continue
        own_words, beside_it = mapping.own_words(name), beside.get(header)
        special = _special_reader(table, samples, header, name)
        if mapping.kind == "people" and name == "name" and are_surname_first(samples.of(header)):
            special = surname_last
        read_in = (
            partial(reader_for, field, header, own_words, orders.get(header), keys=keys)
            if special is None
            else partial(_always, special)
        )
        named = header if beside_it is None else f"{header} {table.headers[beside_it.place]}"
        read = read_in(zone_of(named, zone))
        columns += [
            MappedColumn(header, name, field, place, read, cache(read_in), beside_it)
            for place in places[header]
        ]
    return columns


def _special_reader(table: Table, samples: Samples, header: str, name: str) -> Reader | None:
    """How the cells are read where their column shows that they are no plain values of the field."""
    if name == _PLAYERS and surnames_come_first(samples.of(header)):
        return first_name_first
    return reader_of_markup(table, header, name)


def _always(read: Reader, _zone: str) -> Reader:
    return read


def besides_of(table: Table, mapping: Mapping) -> dict[str, Beside]:
    """By header of a column, the one that completes it: the times of its days, or of states how tickets
    ended. A column that feeds a field of its own completes none."""
    places = table.positions()
    found: dict[str, Beside] = {}

    def cells_of(header: str) -> list[str]:
        return list(islice(table.cells(header), _LOOKED_AT))

    fed = {header: field_named(mapping.kind, name) for header, name in mapping.columns.items()}
    timed = [header for header, field in fed.items() if field is not None and field.type in COMPLETED]
    if timed:
        for day, clock in times_beside(table.headers, cells_of).items():
            if day in timed and clock not in fed and len(places[day]) == 1:
                found[day] = Beside(places[clock][0], whole)
    if resolution := resolution_of_states(table, mapping):
        found[mapping.headers_of("state")[0]] = Beside(places[resolution][0], ended)
    return found


def zone_of(header: str, zone: str) -> str:
    """The zone of a column's times: the one its header names, as "Created At (UTC)" and "Start (EST)" do.

    Where the list's own zone has the clocks that an abbreviation means, that stands.
    """
    bracketed = _BRACKETED.search(header)
    named = zone_called(bracketed[1]) if bracketed else None
    if named is None:
        words = {word for spelt in spellings(header) for word in spelt.split()}
        return "UTC" if {"utc", "gmt"} & words else zone
    clocks = zone_behaving_as(ZoneInfo(named))
    return zone if clocks and clocks == zone_behaving_as(ZoneInfo(zone)) else named


def headers_kept(table: Table, mapping: Mapping) -> dict[str, list[int]]:
    """Headers whose texts go to `extra`: without a field, of a field that says less, or repeated singles.

    Addresses in a program's memory are not among them: they say nothing, and differ with each export; nor is
    what the mapping leaves out.
    """
    kept: dict[str, list[int]] = {}
    feeding: dict[str, int] = {}
    passed_over = {*table.headers_with(is_address_in_memory), *(mapping.left_out or ())}
    for header, places in table.positions().items():
        if header in passed_over:
            continue
        field = field_named(mapping.kind, mapping.columns.get(header, ""))
        if field is not None:
            feeding[field.name] = feeding.get(field.name, 0) + len(places)
        if field is None or keeps_its_text(field) or (not field.collects and feeding[field.name] > 1):
            kept[header] = places
    return kept


def said_by_one_column(mapping: Mapping, kept: Iterable[str]) -> dict[str, str]:
    """Of the headers whose texts are kept, those whose column alone feeds a field, with that field's name."""
    fed = {header: mapping.columns[header] for header in kept if header in mapping.columns}
    return {header: name for header, name in fed.items() if mapping.headers_of(name) == (header,)}


def places_left_out(table: Table, mapping: Mapping) -> frozenset[int]:
    """Where the columns stand whose texts the mapping leaves out of what is kept."""
    left_out = frozenset(mapping.left_out or ())
    return frozenset(place for place, header in enumerate(table.headers) if header in left_out)
