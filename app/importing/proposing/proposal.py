"""A proposal for a list: its source, its kind, and what each of its columns means, with reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.importing.errors import UnusableMapping
from app.importing.fields import DATED_BY, FIELDS, IDENTITY_INSTEAD, KEEPING, Field, field_named
from app.importing.mapping import Mapping
from app.importing.proposing.audit_logs import is_audit_log, is_drift
from app.importing.proposing.checklists import is_checklist
from app.importing.proposing.column_orders import date_orders
from app.importing.proposing.entries import CALENDAR, says_window
from app.importing.proposing.fitting import fit
from app.importing.proposing.guess import Guess
from app.importing.proposing.link_tables import refuse_links
from app.importing.proposing.makeshift import made_do, with_its_title, without_empty
from app.importing.proposing.nameless import KnownNames, kind_told_by_cells, told_by_cells
from app.importing.proposing.naming import fields_of_repeat, possible_fields
from app.importing.proposing.passing import with_left_out
from app.importing.proposing.plans_or_records import are_changes, are_records, are_texts
from app.importing.proposing.record_types import are_all_incidents
from app.importing.proposing.resolutions import with_resolutions
from app.importing.proposing.samples import Samples
from app.importing.proposing.shape import shape_of_table
from app.importing.proposing.standing_dates import with_its_date, with_its_start
from app.importing.proposing.state_categories import with_categories
from app.importing.proposing.times_beside import times_beside, with_times
from app.importing.proposing.version_lists import are_versions
from app.importing.sources.addresses import program_at
from app.importing.sources.known import GENERIC, NUMBERED, Source, recognise, sibling
from app.importing.spool import chunks_of
from app.importing.table import Table
from app.importing.times.orders import DateOrder
from app.importing.words.holidays import are_holidays
from app.importing.words.monitors import are_of_monitors
from app.importing.words.of_kinds import is_of_databases, may_be, names_a_record, said_of, told_by_keys
from app.importing.words.spelling import plain

_OF_ANY_SOURCE = ("changes", "tickets", "incidents")
_IN_A_CALENDAR = ("windows", "freezes")
_OF_A_CHANGE = ("tickets", "builds", "deployments")
_LEVEL = re.compile(r"^(?:title|titel|titre|titulo|titolo|tytul|baslik) \d$")
_TAKEN_FOR_OUTAGES = ("changes", "activities", "windows", "detected")
_TAKEN_FOR_A_LOG = ("changes", "activities", "incidents", "people", "deployments")
_TAKEN_FOR_DRIFT = ("changes", "configuration_items")
_TAKEN_FOR_VERSIONS = ("changes", "applications", "configuration_items", "environments")
_CHECKLIST = 2.0
"""What ticks say for a plan, whose other columns may say nothing of one."""
_REMEMBERED = 1.0
_NOT_FITTING = 0.3
_LEAST_NAMED = 2
_SELDOM_FILLED = 0.6
"""How well a column suits that should hold something in every row, and mostly does not."""


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
    where its headers are there; `hint` is the date order where nothing in the list tells; `names` are those
    of the register, by which columns without a name are known.

    Raises `UnusableMapping` for an unknown kind, and `UnreadableList` for links without their activities.
    """
    if kind != "auto" and kind not in FIELDS:
        raise UnusableMapping(f'"{kind}" is no kind of list', mend="Use one of: " + ", ".join(FIELDS) + ".")
    if kind == "auto" and known is None:
        refuse_links(table.headers)
    source, confidence = recognise(table.headers)
    samples = Samples(table)
    if known is not None:
        kind = known.kind
    elif kind == "auto":
        kind = source.kind or (_kind_of(samples) if table.has_header else kind_told_by_cells(samples))
        kind = _told_by_states(samples, _told_by_keys(samples, kind, source), source)
        kind = _told_by_columns(samples, kind, source)
        if kind != source.kind and source is not GENERIC:
            source = sibling(source, kind)
    is_of_both = kind in (CALENDAR, *_IN_A_CALENDAR) and source.kind in _IN_A_CALENDAR
    speaking = source if source.kind == kind or kind in _OF_ANY_SOURCE or is_of_both else GENERIC
    guesses = _guess(samples, kind, speaking, known)
    if known is None and not table.has_header:
        guesses = told_by_cells(kind, guesses, samples, names or KnownNames())
    if table.rows:
        guesses = without_empty(kind, guesses, samples.of)
    if known is None:
        stood_in = with_its_title(kind, made_do(kind, guesses, samples.of), samples.of)
        guesses = _with_freed(guesses, stood_in, samples, kind, speaking)
        guesses = with_its_date(kind, guesses, samples.of)
        guesses = with_its_start(kind, guesses, samples.of, speaking.columns)
    guesses = with_times(kind, guesses, samples.of, are_settled=known is not None)
    guesses = with_resolutions(kind, guesses, samples.of)
    settled = None if known is None else known.left_out
    guesses = with_left_out(kind, guesses, samples.of, settled, source.left_out)
    columns = {guess.header: guess.field for guess in guesses if guess.field}
    left_out = tuple(guess.header for guess in guesses if guess.is_left_out)
    if known is None:
        values = source.values_in(columns, samples.of)
        mapping = Mapping(kind, columns, values, source=source.name, left_out=left_out)
    else:
        mapping = replace(known, columns=columns, left_out=left_out)
    if known is None and source is GENERIC:
        mapping = replace(mapping, source=_source_by_addresses(table, mapping))
    mapping = with_categories(table, mapping)
    found = date_orders(table, mapping, hint)
    fixed = {header: order.order for header, order in found.items() if order.is_ambiguous}
    mapping = replace(mapping, date_orders={**fixed, **mapping.date_orders})
    if source is GENERIC:
        confidence = min(
            1.0, sum(guess.confidence for guess in guesses if guess.field) / max(1, len(guesses))
        )
    problems = [told_missing(field) for field in mapping.missing_fields()]
    return Proposal(
        kind,
        mapping.source if known is None else source.name,
        confidence,
        mapping,
        guesses,
        found,
        shape_of_table(table),
        tuple(problems),
    )


def _source_by_addresses(table: Table, mapping: Mapping) -> str:
    """The program that the addresses of the first rows are of; "" where they tell none."""
    keys, addresses = mapping.headers_of("key"), mapping.headers_of("url")
    if not keys or not addresses or mapping.kind not in _OF_ANY_SOURCE:
        return ""
    places = table.positions()
    key_at, address_at = places[keys[0]][0], places[addresses[0]][0]
    first = next(iter(chunks_of(table.rows)), ())
    return program_at((row[key_at], row[address_at]) for row in first if row[address_at].strip())


def _with_freed(
    before: tuple[Guess, ...], after: tuple[Guess, ...], samples: Samples, kind: str, source: Source
) -> tuple[Guess, ...]:
    """The guesses after columns stood in for others; a field that such a column left goes to the next that
    is called so: where the description is the title, the notes are the description."""
    freed = {guess.field for guess in before} - {guess.field for guess in after}
    if not freed:
        return after
    columns = {guess.header: guess.field for guess in after if guess.field}
    again = _guess(samples, kind, source, Mapping(kind, columns))
    return tuple(
        new if not old.field and new.field in freed else old for old, new in zip(after, again, strict=True)
    )


def _told_by_keys(samples: Samples, kind: str, source: Source) -> str:
    """The kind; or the one that the keys tell, where the source numbers changes and incidents alike."""
    if kind not in ("changes", "incidents") or not (source is GENERIC or source.name in NUMBERED):
        return kind
    guesses = made_do(kind, _guess(samples, kind, source, None), samples.of)
    keys = [guess.header for guess in guesses if guess.field == "key"]
    return told_by_keys(kind, samples.of(keys[0])) if keys else kind


def _told_by_states(samples: Samples, kind: str, source: Source) -> str:
    """The kind; or incidents where a column says of what was watched that it is down, or up again, or where
    every row is called an incident."""
    is_watched = source is GENERIC and kind in _TAKEN_FOR_OUTAGES
    is_down = is_watched and any(are_of_monitors(samples.of(header)) for header in samples.table.headers)
    if not is_down and not are_all_incidents(samples, kind, source):
        return kind
    named = {guess.field for guess in _guess(samples, "incidents", source, None)}
    return "incidents" if named & set(DATED_BY["incidents"]) else kind


def _told_by_columns(samples: Samples, kind: str, source: Source) -> str:
    """The kind; or that of lists whose columns say together what each of them alone does not: logs of what
    people did, versions of applications in environments, and calendars of public holidays."""
    headers = samples.table.headers
    if not samples.table.has_header:
        return kind
    if kind == "windows" and _are_holidays(samples, source):
        return "freezes"
    if source is not GENERIC:
        return kind
    seen = {guess.field: guess.header for guess in _guess(samples, "detected", source, None)}
    keyed = next((one.header for one in _guess(samples, "changes", source, None) if one.field == "key"), "")
    if keyed and names_a_record(keyed):
        return kind
    if kind in _TAKEN_FOR_A_LOG and is_audit_log(seen.get("detected_at", ""), headers, samples.of):
        return "detected"
    if kind in _TAKEN_FOR_DRIFT and {"detected_at", "ci"} <= seen.keys() and is_drift(headers):
        return "detected"
    if kind in _TAKEN_FOR_VERSIONS:
        deployed, registered = (
            {guess.field for guess in _guess(samples, one, source, None)}
            for one in ("deployments", "applications")
        )
        return "deployments" if are_versions(deployed, registered, headers, samples.of) else kind
    return kind


def _are_holidays(samples: Samples, source: Source) -> bool:
    """Whether the entries of a calendar are public holidays, and none calls itself a window."""
    titles = [
        cell
        for guess in _guess(samples, "windows", source, None)
        if guess.field == "title"
        for cell in samples.of(guess.header)
    ]
    return are_holidays(titles) and not any(map(says_window, titles))


_STOOD_IN = 1.5
"""What a column that stands in for another costs a kind: many more fields must speak for it."""


def _kind_of(samples: Samples) -> str:
    """The kind whose fields the headers name best; those without their identity column do not stand, but for
    changes, where another column can stand in for it."""
    best, best_score = "", 0.0
    for kind in FIELDS:
        if kind == CALENDAR:  # told by its rows, once its columns are known as those of windows or freezes
            continue
        found = _guess(samples, kind, GENERIC, None)
        guesses = made_do(kind, found, samples.of)
        named = {guess.field for guess in guesses if guess.field}
        required = {f.name for f in FIELDS[kind] if f.is_required and f.name != "title"}
        instead = IDENTITY_INSTEAD.get(kind, ())
        stands_in = guesses != found
        if not required <= named:
            if not instead or not set(instead) <= named:
                continue
            stands_in = True
        surest = sum(guess.confidence for guess in guesses if guess.field)
        missing = len([f for f in FIELDS[kind] if f.name not in named])
        naming = next((guess.header for guess in guesses if guess.field == "name"), "")
        ticked = kind == "activities" and is_checklist(samples.table.headers, samples.of)
        if not ticked and not may_be(kind, named, naming, samples.table.headers):
            continue
        fed = {guess.field: guess.header for guess in guesses if guess.field}
        if kind == "activities" and are_records(fed, samples.table.headers, samples.of):
            continue
        if kind in _OF_A_CHANGE and are_texts(samples.of(fed.get("change_key", ""))):
            continue
        if are_changes(kind, fed, samples.table.headers, samples.of):
            continue
        score = (
            surest
            + said_of(kind, samples.table.headers)
            + (_CHECKLIST if ticked else 0)
            - 0.01 * missing
            - (0.2 if kind in ("tickets", "incidents") else 0)
            - (_STOOD_IN if stands_in else 0)
        )
        if score > best_score:
            best, best_score = kind, score
    return best or _kind_without_change(samples)


def _kind_without_change(samples: Samples) -> str:
    """Builds or deployments where much says so, even if no column names their change; or else changes."""
    for kind, done_at in (("deployments", "deployed_at"), ("builds", "built_at")):
        named = {guess.field for guess in made_do(kind, _guess(samples, kind, GENERIC, None), samples.of)}
        if done_at in named and len(named - {""}) > _LEAST_NAMED:
            return kind
    return "changes"


def told_missing(field: Field) -> str:
    """A sentence that says that no column holds an identifying field, and how to mend it."""
    called = ("name",) if field.name == "name" else field.headers[:2]  # what "Server name" is, too
    known = " or ".join(f'"{name}"' for name in called)
    return (
        f"No column holds “{field.label}”. Say in the mapping which one does, "
        f"or add one to the list, called {known} for instance."
    )


def _guess(samples: Samples, kind: str, source: Source, known: Mapping | None) -> tuple[Guess, ...]:
    headers = list(dict.fromkeys(samples.table.headers))
    candidates: list[tuple[float, int, str, str, str]] = []
    settled: dict[str, Guess] = {}
    paired = {header for pair in times_beside(headers, samples.of).items() for header in pair}
    for place, header in enumerate(headers):
        if known is not None and header in known.columns:
            settled[header] = Guess(
                header, known.columns[header], _REMEMBERED, "As in the remembered mapping."
            )
            continue
        found = possible_fields(header, kind, source, is_paired=header in paired)
        for field, confidence, reason in found or fields_of_repeat(header, headers, kind, source):
            fitting = fit(samples.of(header), field)
            if place == 0 and field.name == "name" and is_of_databases(header):
                confidence = _REMEMBERED
            if field.name == "title" and samples.of(header) and not samples.is_mostly_filled(header):
                fitting *= _SELDOM_FILLED
            candidates.append((confidence * fitting, -place, header, field.name, reason))
    taken = {guess.field for guess in settled.values()}
    for confidence, _, header, name, reason in sorted(candidates, reverse=True):
        field_found = field_named(kind, name)
        is_shared = field_found is not None and (field_found.collects or _is_level(header))
        if header in settled or field_found is None or (name in taken and not is_shared):
            continue
        if confidence < _NOT_FITTING:
            continue
        settled[header] = Guess(header, name, round(confidence, 2), reason)
        taken.add(name)
    without = "Kept as it is, without a field." if kind in KEEPING else "Left out: no field of that name."
    return tuple(settled.get(header, Guess(header, "", 0.0, without)) for header in headers)


def _is_level(header: str) -> bool:
    """Whether this is one of the titles of a tree, of which each row fills one: "Title 1", "Title 2"."""
    return bool(_LEVEL.match(plain(header)))
