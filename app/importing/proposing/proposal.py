"""A proposal for a list: its source, its kind, and what each of its columns means, with reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.importing.errors import UnusableMapping
from app.importing.fields import FIELDS, Field
from app.importing.mapping import Mapping
from app.importing.proposing.column_orders import date_orders
from app.importing.proposing.entries import CALENDAR
from app.importing.proposing.guess import Guess
from app.importing.proposing.guessing import guess_columns, with_freed
from app.importing.proposing.keys_that_tell import with_keys_that_tell
from app.importing.proposing.kind_of_list import kind_of_list
from app.importing.proposing.link_tables import refuse_links
from app.importing.proposing.makeshift import made_do, without_empty
from app.importing.proposing.makeshift_titles import with_its_title
from app.importing.proposing.nameless import KnownNames, told_by_cells
from app.importing.proposing.passing import with_left_out
from app.importing.proposing.resolutions import with_resolutions
from app.importing.proposing.samples import Samples
from app.importing.proposing.shape import shape_of_table
from app.importing.proposing.standing_dates import with_its_date, with_its_start
from app.importing.proposing.state_categories import with_categories
from app.importing.proposing.times_beside import with_times
from app.importing.sources.addresses import program_at
from app.importing.sources.known import GENERIC, NUMBERED, Source, is_of_kind, recognise, sibling
from app.importing.sources.numbers import program_numbering
from app.importing.spool import chunks_of
from app.importing.table import Table
from app.importing.times.orders import DateOrder

_OF_ANY_SOURCE = ("changes", "tickets", "incidents")
_IN_A_CALENDAR = ("windows", "freezes")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the list seems to be. `problems` say what must be settled before it can be imported."""

    kind: str
    source: str
    confidence: float
    mapping: Mapping
    guesses: tuple[Guess, ...]
    date_orders: dict[str, DateOrder]
    shape: str
    problems: tuple[str, ...] = ()

    @property
    def ambiguous(self) -> tuple[str, ...]:
        """Headers of date columns whose order is a guess."""
        return tuple(header for header, order in self.date_orders.items() if order.is_ambiguous)


def propose(
    table: Table,
    kind: str = "auto",
    known: Mapping | None = None,
    hint: str = "dmy",
    names: KnownNames | None = None,
) -> Proposal:
    """The best mapping for a table. `kind` "auto" finds the kind too; `known` is a remembered mapping, kept
    where its headers are there, in whatever case; `hint` is the date order where nothing in the list tells;
    `names` are those of the register, by which columns without a name are known.

    Raises `UnusableMapping` for an unknown kind, and `UnreadableList` for links without their activities.
    """
    if kind != "auto" and kind not in FIELDS:
        raise UnusableMapping(f'"{kind}" is no kind of list', mend="Use one of: " + ", ".join(FIELDS) + ".")
    if kind == "auto" and known is None:
        refuse_links(table.headers)
    source, confidence = recognise(table.headers)
    samples = Samples(table)
    if known is not None:
        kind, known = known.kind, known.spelt_as(table.headers)
    elif kind == "auto":
        kind = kind_of_list(samples, source)
        if kind != source.kind and source is not GENERIC:
            source = sibling(source, kind)
    guesses = _guesses(samples, kind, source, known, names or KnownNames())
    mapping = with_categories(table, _mapping_of(table, samples, kind, source, guesses, known))
    found = date_orders(table, mapping, hint)
    fixed = {header: order.order for header, order in found.items() if order.is_ambiguous}
    mapping = replace(mapping, date_orders={**fixed, **mapping.date_orders})
    if source is GENERIC:
        surest = sum(guess.confidence for guess in guesses if guess.field)
        confidence = min(1.0, surest / max(1, len(guesses)))
    return Proposal(
        kind,
        mapping.source if known is None else source.name,
        confidence,
        mapping,
        guesses,
        found,
        shape_of_table(table),
        tuple(told_missing(field) for field in mapping.missing_fields()),
    )


def _guesses(
    samples: Samples, kind: str, source: Source, known: Mapping | None, names: KnownNames
) -> tuple[Guess, ...]:
    """What each column means: by its name first, then by what the cells say where names do not tell."""
    is_of_both = kind in (CALENDAR, *_IN_A_CALENDAR) and source.kind in _IN_A_CALENDAR
    speaking = source if source.kind == kind or kind in _OF_ANY_SOURCE or is_of_both else GENERIC
    guesses = guess_columns(samples, kind, speaking, known)
    if known is None and not samples.table.has_header:
        guesses = told_by_cells(kind, guesses, samples, names)
    if samples.table.rows:
        guesses = without_empty(kind, guesses, samples.of)
    if known is None:
        stood_in = with_its_title(kind, made_do(kind, guesses, samples.of), samples.of)
        guesses = with_freed(guesses, stood_in, samples, kind, speaking)
        guesses = with_keys_that_tell(kind, guesses, samples.of)
        guesses = with_its_date(kind, guesses, samples.of)
        guesses = with_its_start(kind, guesses, samples.of, speaking.columns)
    guesses = with_times(kind, guesses, samples.of, are_settled=known is not None)
    guesses = with_resolutions(kind, guesses, samples.of)
    return with_left_out(kind, guesses, samples.of, known, source.left_out)


def _mapping_of(
    table: Table,
    samples: Samples,
    kind: str,
    source: Source,
    guesses: tuple[Guess, ...],
    known: Mapping | None,
) -> Mapping:
    columns = {guess.header: guess.field for guess in guesses if guess.field}
    left_out = tuple(guess.header for guess in guesses if guess.is_left_out)
    if known is not None:
        return replace(known, columns=columns, left_out=left_out)
    values = source.values_in(columns, samples.of)
    mapping = Mapping(kind, columns, values, source=source.name, left_out=left_out)
    if source is GENERIC:
        told = _source_by_addresses(table, mapping) or _source_by_numbers(samples, mapping)
        return replace(mapping, source=told)
    if source.name in NUMBERED and is_of_kind(told := _source_by_numbers(samples, mapping), kind):
        return replace(mapping, source=told)
    return mapping


def _source_by_addresses(table: Table, mapping: Mapping) -> str:
    """The program that the addresses of the first rows are of; "" where they tell none."""
    keys, addresses = mapping.headers_of("key"), mapping.headers_of("url")
    if not keys or not addresses or mapping.kind not in _OF_ANY_SOURCE:
        return ""
    places = table.positions()
    key_at, address_at = places[keys[0]][0], places[addresses[0]][0]
    first = next(iter(chunks_of(table.rows)), ())
    return program_at((row[key_at], row[address_at]) for row in first if row[address_at].strip())


def _source_by_numbers(samples: Samples, mapping: Mapping) -> str:
    """The program that numbers the first rows so; "" where none is told."""
    keys = mapping.headers_of("key")
    if not keys or mapping.kind not in _OF_ANY_SOURCE:
        return ""
    return program_numbering(keys[0], samples.table.headers, samples.of(keys[0]))


def told_missing(field: Field) -> str:
    """A sentence that says that no column holds an identifying field, and how to mend it."""
    called = ("name",) if field.name == "name" else field.headers[:2]  # what "Server name" is, too
    known = " or ".join(f'"{name}"' for name in called)
    return (
        f"No column holds “{field.label}”. Say in the mapping which one does, "
        f"or add one to the list, called {known} for instance."
    )
