"""The columns in which a dry run is shown: new, changed, conflicts, unchanged, rejected, not in the list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, overload

from app.importing.dryrun import ChangedRow, Conflict, FieldChange
from app.importing.rows import ImportRow
from app.services.imports.conflicts import settled
from app.services.imports.kind import Planned
from app.services.imports.newcomers import Newcomer
from app.ui.imports.draft import Draft
from app.ui.imports.tables import Line
from app.ui.imports.texts import NOTHING, field_label, field_text, told_apart
from app.ui.texts import one_line

NEW, CHANGED, CONFLICTS, UNCHANGED, REJECTED, PEOPLE, GONE, NOTES = (
    "new",
    "changed",
    "conflicts",
    "unchanged",
    "rejected",
    "people",
    "gone",
    "notes",
)
SETTLE_COLUMN = 5
DESK, LIST = "desk", "list"
ADD_COLUMN = 2
TEXT, ADD = "text", "add"
ADDITIONS = ((TEXT, "Keep the name as text"), (ADD, "Add to the register"))
SETTLEMENTS = ((DESK, "Keep the desk's"), (LIST, "Take the list's"))
_FIRST = ("key", "name", "title", "state", "source_state", "owner", "deployment_on", "applications")
_ROW_WIDTH = 64
_ROWS_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One field of one record that would change."""

    row_number: int
    key: str
    change: FieldChange


class ChangeLines(Sequence[ChangeLine]):
    """The changed fields of all changed rows, each made when it is drawn: there may be very many."""

    def __init__(self, rows: Sequence[ChangedRow]) -> None:
        self._rows = rows
        self._ends = list(accumulate(len(row.changes) for row in rows))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, place: int) -> ChangeLine: ...
    @overload
    def __getitem__(self, place: slice) -> list[ChangeLine]: ...
    def __getitem__(self, place: int | slice) -> ChangeLine | list[ChangeLine]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        at = bisect_right(self._ends, place)
        row = self._rows[at]
        change = row.changes[place - (self._ends[at] - len(row.changes))]
        return ChangeLine(row.row.row_number, row.row.key, change)


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One field in conflict with how it is settled so far."""

    conflict: Conflict
    takes_list: bool

    @property
    def row_number(self) -> int:
        """The row of the file."""
        return self.conflict.row_number


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody the register does not know, and whether they will be added."""

    person: Newcomer
    is_added: bool


def counts_of(draft: Draft) -> dict[str, int]:
    """How many of each there are, with the conflicts settled as the person said."""
    if draft.checked is None:
        return {}
    outcome = settled(draft.checked.planned, draft.taken).outcome
    planned = draft.checked.planned
    table_warnings = draft.understood.table.warnings if draft.understood else ()
    return {
        NEW: len(outcome.created),
        CHANGED: len(outcome.changed),
        CONFLICTS: len(planned.outcome.conflicts),
        UNCHANGED: len(outcome.unchanged),
        REJECTED: len(outcome.rejected),
        PEOPLE: len(planned.newcomers),
        GONE: len(draft.checked.disappeared),
        NOTES: len(planned.conversion.warnings) + len(table_warnings),
    }


def lines_of(draft: Draft, name: str) -> tuple[Sequence[Any], Sequence[Line]]:
    """The lines and columns of one part of the dry run."""
    assert draft.checked is not None
    assert draft.understood is not None
    planned = draft.checked.planned
    outcome = planned.outcome
    if name == NEW:
        return outcome.created, _record_columns(draft, planned, outcome.created)
    if name == UNCHANGED:
        return outcome.unchanged, _record_columns(draft, planned, outcome.unchanged)
    if name == CHANGED:
        return ChangeLines(settled(planned, draft.taken).outcome.changed), _change_columns(draft, planned)
    if name == CONFLICTS:
        conflicts = [ConflictLine(one, (one.key, one.field) in draft.taken) for one in outcome.conflicts]
        return conflicts, _conflict_columns(draft, planned)
    if name == REJECTED:
        return outcome.rejected, _REJECTED
    if name == PEOPLE:
        return [PersonLine(one, one.name in draft.people) for one in planned.newcomers], _PEOPLE
    if name == GONE:
        return draft.checked.disappeared, _GONE
    return (*draft.understood.table.warnings, *planned.conversion.warnings), _NOTES


def _record_columns(draft: Draft, planned: Planned, rows: Sequence[ImportRow]) -> list[Line]:
    """The fields as they will be stored, the telling ones first.

    What only served to find a value out, as the id in a calendar does, stays in no row and is no column.
    """
    held = {name for row in rows[:_ROWS_LOOKED_AT] for name in row.values}
    fields = [name for name in dict.fromkeys(planned.mapping.columns.values()) if name in held]
    first = [name for name in _FIRST if name in fields]
    rest = [name for name in fields if name not in first]
    columns = [Line("Row", _row_text, _ROW_WIDTH, _muted)]
    for name in (*first, *rest, "extra"):
        width = 280 if name in ("title", "extra") else 164
        columns.append(
            Line(
                field_label(planned.kind.name, name), _value(planned.kind.name, name, draft.zone_name), width
            )
        )
    return columns


def _change_columns(draft: Draft, planned: Planned) -> list[Line]:
    kind, zone = planned.kind.name, draft.zone_name

    def texts(line: ChangeLine) -> tuple[str, str]:
        change = line.change
        return (
            field_text(kind, change.field, change.before, zone),
            field_text(kind, change.field, change.after, zone),
        )

    return [
        Line("Row", _row_text, _ROW_WIDTH, _muted),
        Line("Record", lambda line: one_line(line.key), 130, font="strong"),
        Line("Field", lambda line: field_label(kind, line.change.field), 150),
        _apart("Now", texts, 0, 300, _muted),
        _apart("Will be", texts, 1, 300),
    ]


def _conflict_columns(draft: Draft, planned: Planned) -> list[Line]:
    kind, zone = planned.kind.name, draft.zone_name

    def texts(line: ConflictLine) -> tuple[str, str, str]:
        one = line.conflict
        return (
            field_text(kind, one.field, one.as_last_imported, zone),
            field_text(kind, one.field, one.on_the_desk, zone),
            field_text(kind, one.field, one.in_the_source, zone),
        )

    return [
        Line("Record", lambda line: one_line(line.conflict.key), 120, font="strong"),
        Line("Field", lambda line: field_label(kind, line.conflict.field), 130),
        _apart("Imported last", texts, 0, 190, _muted),
        _apart("On the desk", texts, 1, 210, _kept),
        _apart("In the list", texts, 2, 210, _taken),
        Line("Settle", lambda line: dict(SETTLEMENTS)[LIST if line.takes_list else DESK], 160),
    ]


def _apart(
    title: str,
    texts: Callable[[Any], Sequence[str]],
    place: int,
    width: int,
    tone: Callable[[Any], str] | None = None,
) -> Line:
    """A column of values beside others, shown from where they differ; the tooltip has them whole."""

    def text(line: Any) -> str:
        found = texts(line)
        return told_apart(found[place], found)

    return Line(title, text, width, tone, tooltip=lambda line: texts(line)[place])


def _row_text(line: Any) -> str:
    return str(line.row_number)


def _muted(_line: Any) -> str:
    return "muted"


def _kept(line: ConflictLine) -> str:
    return "muted" if line.takes_list else "text"


def _taken(line: ConflictLine) -> str:
    return "text" if line.takes_list else "muted"


def _value(kind: str, name: str, zone_name: str) -> Callable[[ImportRow], str]:
    def text(row: ImportRow) -> str:
        return field_text(kind, name, row.values.get(name), zone_name)

    return text


_REJECTED = (
    Line("Row", _row_text, _ROW_WIDTH, _muted),
    Line("Column", lambda line: one_line(line.column) or "Whole row", 140),
    Line("Why it cannot be stored", lambda line: one_line(line.reason), 420, lambda line: "not_met"),
    Line("The row", lambda line: one_line(" · ".join(cell for cell in line.cells if cell)), 380, _muted),
)
_PEOPLE = (
    Line("Name", lambda line: one_line(line.person.name), 260, font="strong"),
    Line("Named as", lambda line: _named_as(line.person), 220, _muted),
    Line("What happens", lambda line: dict(ADDITIONS)[ADD if line.is_added else TEXT], 220),
)
_GONE = (
    Line("Record", lambda line: one_line(line.key), 160, font="strong"),
    Line("Title", lambda line: one_line(line.title) or NOTHING, 360),
    Line("Last brought by", lambda line: f"Import {line.last_import_id}", 140, _muted),
    Line("What happens", lambda line: "Stays as it is; decide on the record itself.", 300, _muted),
)
_NOTES = (Line("What was set right or kept as text", one_line, 900),)


def _named_as(person: Newcomer) -> str:
    return ", ".join(field_label("changes", field) for field in person.fields)
