"""The dry run of an import: what a list is, and what it would do to each record. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.importing.converting.rows import Conversion, Rejection, convert
from app.importing.fields import field_named
from app.importing.mapping import Mapping
from app.importing.proposing.entries import CALENDAR, with_entries
from app.importing.proposing.nameless import KnownNames
from app.importing.proposing.nearly import without_field
from app.importing.proposing.proposal import Proposal, propose
from app.importing.proposing.shape import shape_of_table
from app.importing.reading.files import read_file, read_table
from app.importing.sources.own import OWN_LISTS, refuse_what_is_only_shown
from app.importing.steady import without_collecting
from app.importing.table import Table
from app.importing.words.spelling import shortened
from app.services.errors import RefusedError
from app.services.imports.comparing import Compared
from app.services.imports.kind import ImportKind, Planned, Prepared, Progress
from app.services.imports.kinds import KINDS
from app.services.imports.kinds.moved import known_though_moved
from app.services.imports.listed import plan_listed
from app.services.imports.long_keys import parted_by_length
from app.services.imports.matches import told_archived, told_removed
from app.services.imports.names import RegisterNames, read_names
from app.services.imports.other_case import keyed_as_here
from app.services.imports.profiles import Nearly, nearly_remembered, remembered, was_undone
from app.services.imports.rejects import without_reasons
from app.services.imports.said_dates import with_said_dates
from app.services.imports.zones import zone_to_keep
from app.services.workplace import Workplace
from app.store.imports import imports_so_far

__all__ = [
    "Planned",
    "Progress",
    "Understood",
    "kind_named",
    "plan",
    "understand",
    "understand_file",
    "understand_table",
]


_OF_ONE_SORT = ("windows", "freezes")
_OF_A_CALENDAR = (*_OF_ONE_SORT, CALENDAR)
_ALIKE = ("activities", "configuration_items")


@dataclass(frozen=True, slots=True)
class Understood:
    """A list as read and what it seems to be; `is_remembered` when its mapping was settled before, `nearly`
    says for which other list where its columns were nearly these; it `was_undone` where no import with the
    mapping remembered stands."""

    table: Table
    proposal: Proposal
    is_remembered: bool
    nearly: Nearly | None = None
    was_undone: bool = False

    @property
    def shapes(self) -> tuple[str, ...]:
        """The shapes of the headers that such a list has, and had."""
        own = self.proposal.shape
        return (own,) if self.nearly is None else (own, self.nearly.shape)


def understand(workplace: Workplace, data: bytes, kind: str = "auto", sheet: str | None = None) -> Understood:
    """Read a list and say what it seems to be; a mapping remembered for its header is used.

    Raises UnreadableList for bytes that are no list.
    """
    return understand_table(workplace, read_table(data, sheet), kind)


def understand_file(
    workplace: Workplace, path: Path, kind: str = "auto", tell: Callable[[float], None] | None = None
) -> Understood:
    """As `understand`, of a file of any size; `tell` is told the share that was read, and may raise to stop.

    Raises UnreadableList, and OSError for a file that cannot be read.
    """
    return understand_table(workplace, read_file(path, tell=tell), kind)


def understand_table(
    workplace: Workplace, table: Table, kind: str = "auto", *, is_anew: bool = False
) -> Understood:
    """What a list that was read seems to be; a mapping remembered for its header is used, or else, unless it
    `is_anew`, that of a list with nearly these columns.

    Rejected rows that were saved with their reasons are taken for what they were in their list. A list of
    windows and freezes together is one of both, whatever it was imported as last, unless `kind`
    says that one sort alone is wanted. Raises UnreadableList for a list of the desk's own that is only read.
    """
    understood = _understood(workplace, table, kind, is_anew)
    proposal, told = with_said_dates(workplace, understood.table, understood.proposal)
    table = understood.table
    undone = understood.is_remembered and was_undone(workplace, proposal.shape)
    if told:
        table = replace(table, warnings=(*table.warnings, *told))
    return replace(understood, table=table, proposal=proposal, was_undone=undone)


def _understood(workplace: Workplace, table: Table, kind: str, is_anew: bool) -> Understood:
    table = without_reasons(table)
    refuse_what_is_only_shown(table.headers)
    known = remembered(workplace, shape_of_table(table))
    if known is not None and kind in ("auto", known.kind) and known.kind not in _OF_ONE_SORT:
        return Understood(table, propose(table, known.kind, known), True)
    names = None if table.has_header else _names_known(workplace)
    first = propose(table, kind, names=names)
    told = _with_entries(table, first, kind)
    is_mixed = told is not table
    if is_mixed:
        table, first = told, propose(told, CALENDAR if kind == "auto" else kind, names=names)
        known = remembered(workplace, first.shape)
    if known is None or kind not in ("auto", known.kind) or (is_mixed and known.kind != first.kind):
        is_open = kind == "auto" and first.kind not in _OF_A_CALENDAR
        return Understood(table, first, False) if is_anew else _nearly_such(workplace, table, first, is_open)
    return Understood(table, propose(table, known.kind, known), True)


def _nearly_such(workplace: Workplace, table: Table, fresh: Proposal, is_kind_open: bool) -> Understood:
    """What a list seems to be by the mapping of one with nearly these columns, where that finds no less of
    what tells records apart than the list does by itself."""
    nearly = nearly_remembered(workplace, table, fresh, is_kind_open=is_kind_open)
    if nearly is not None:
        found = propose(table, known=nearly.mapping)
        if len(found.problems) <= len(fresh.problems):
            return Understood(table, found, False, nearly)
    return Understood(table, fresh, False)


def _names_known(workplace: Workplace) -> KnownNames:
    """The names of the register, by which a column without a name may be known."""
    with workplace.read() as connection:
        names = read_names(connection)
    return KnownNames(
        names.people.knows,
        names.applications.knows,
    )


def _with_entries(table: Table, first: Proposal, kind: str) -> Table:
    """The list with a column that tells windows and freezes apart, where it holds both.

    A list of freezes, and one of nobody in particular whose columns may be of a plan or a register, is told
    by its column of sorts.
    """
    is_open = kind == "auto" and (first.kind in _OF_ONE_SORT or (first.kind in _ALIKE and not first.source))
    if not is_open and kind not in _OF_A_CALENDAR:
        return table
    windows = first if first.kind == "windows" else propose(table, "windows")
    return with_entries(table, windows.mapping, by_words=kind != "auto" or first.kind == "windows")


def plan(
    workplace: Workplace,
    table: Table,
    mapping: Mapping,
    zone_name: str,
    progress: Progress | None = None,
    window_id: int | None = None,
) -> Planned:
    """Convert the rows and compare them with the records; nothing is written.

    Times without a zone are read in `zone_name`; `window_id` is the window the list is for. Raises
    RefusedError for a kind that cannot be imported, or that needs a window where none is named.
    """
    kind = kind_named(mapping.kind)
    mapping = replace(mapping, without_field=without_field(table, mapping))
    if mapping.source in OWN_LISTS:
        kind = replace(kind, is_of_the_desk=True)
    if kind.needs_window and window_id is None:
        raise RefusedError(
            f"A list of {kind.name.replace('_', ' ')} belongs to a window. Name the window it is for."
        )
    kept = zone_to_keep(mapping, zone_name, is_of_a_window=kind.needs_window)
    mapping = replace(mapping, zone_name=kept)
    tell = progress or (lambda _share, _words: None)
    if kind.is_listed:
        return plan_listed(workplace, kind, table, mapping, zone_name, tell, window_id)
    tell(0.1, f"Reading {len(table.rows):,} rows")
    conversion = convert(table, mapping, zone_name)
    tell(0.5, "Comparing with what is here")
    with without_collecting(), workplace.read() as connection:
        names = read_names(connection, kind.needs_changes, window_id if kind.needs_window else None)
        imports = imports_so_far(connection)
        prepared = _prepared(kind, conversion, names, mapping.identity[0])
        rows, respelt = prepared.rows, tuple[str, ...]()
        if kind.is_known_by_key:
            rows, respelt = keyed_as_here(rows, kind.ids_here(connection))
        rows, moved = known_though_moved(connection, kind, rows, workplace.now())
        compared = Compared.of(connection, kind, rows, window_id, names, workplace.now())
    prepared = replace(prepared, refused=[*prepared.refused, *compared.refused])
    outcome = replace(compared.outcome, rejected=_rejections(table, mapping, conversion, prepared))
    told = replace(
        conversion,
        rows=rows,
        rejected=list(outcome.rejected),
        warnings=(
            *conversion.warnings,
            *prepared.warnings,
            *respelt,
            *moved,
            *told_archived(names),
            *told_removed(compared.removed),
        ),
    )
    tell(1.0, "Compared")
    return Planned(
        kind,
        mapping,
        told,
        outcome,
        compared.hashes,
        compared.records,
        window_id,
        imports=imports,
        removed=compared.removed,
    )


def _prepared(kind: ImportKind, conversion: Conversion, names: RegisterNames, identity: str) -> Prepared:
    rows, refused = parted_by_length(conversion.rows, identity)
    prepared = Prepared(rows, []) if kind.prepare is None else kind.prepare(rows, names)
    return replace(prepared, refused=[*refused, *prepared.refused]) if refused else prepared


def _rejections(
    table: Table, mapping: Mapping, conversion: Conversion, prepared: Prepared
) -> list[Rejection]:
    """All rejected rows with their cells, by row."""
    rejected = list(conversion.rejected)
    if prepared.refused:
        cells = dict(zip(table.row_numbers, table.rows, strict=True))
        for row, field, reason in prepared.refused:
            column = next(iter(mapping.headers_of(field)), "") or _label_of(mapping.kind, field)
            mine = cells[row.row_number]
            text = mine[table.headers.index(column)].strip() if column in table.headers else ""
            if text and row.values.get(field) is None:
                reason = f'"{shortened(text)}" was not understood. {reason}'
            rejected.append(Rejection(row.row_number, column, reason, mine))
    return sorted(rejected, key=lambda one: one.row_number)


def _label_of(kind: str, field: str) -> str:
    """What a field is called that no column feeds, as one said once for all rows."""
    known = field_named(kind, field)
    return field if known is None else known.label


def kind_named(name: str) -> ImportKind:
    """The kind of list called `name`; raises RefusedError."""
    if name not in KINDS:
        raise RefusedError(
            f"Lists of {name.replace('_', ' ')} are not imported here yet. "
            f"Name one of these kinds: {', '.join(KINDS)}."
        )
    return KINDS[name]
