"""The columns in which a dry run is shown: new, changed, conflicts, unchanged, rejected, left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from app.importing.converting.rows import ImportRow, Rejection
from app.importing.fields import KEEPING, FieldType, field_named
from app.services.imports.conflicts import settled
from app.services.imports.kind import ImportKind, Planned
from app.services.imports.newcomers import Newcomer
from app.ui.imports.draft import Draft
from app.ui.imports.dry_lines import ChangeLine, ChangeLines, ConflictLine, ConflictLines, PersonLine
from app.ui.imports.tables import Line
from app.ui.imports.texts import NOTHING, field_label, field_text, naming_field, told_apart, words
from app.ui.texts import one_line

NEW, CHANGED, CONFLICTS, UNCHANGED, REJECTED, REMOVED, PEOPLE, GONE, NOTES = (
    "new",
    "changed",
    "conflicts",
    "unchanged",
    "rejected",
    "removed",
    "people",
    "gone",
    "notes",
)
SETTLE_COLUMN, RETURN_COLUMN = 6, 3
DESK, LIST = "desk", "list"
ADD_COLUMN = 2
TEXT, ADD = "text", "add"
ADDITIONS = ((TEXT, "Keep the name as text"), (ADD, "Add to the register"))
SETTLEMENTS = ((DESK, "Keep the desk's"), (LIST, "Take the list's"))
RETURNS = ((DESK, "Leave out"), (LIST, "Take back"))
GUESSED = "The row says nothing known here; a new record begins with this."
_FIRST = ("key", "name", "title", "entry", "state", "source_state", "owner", "deployment_on", "applications")
_ROW_WIDTH = 64
_LETTER_WIDTH, _REASON_PADDING, _LEAST_REASON_WIDTH, _MOST_REASON_WIDTH = 7, 32, 360, 740
_ROWS_LOOKED_AT = 200


def counts_of(draft: Draft) -> dict[str, int]:
    """How many of each there are, with the conflicts settled as the person said."""
    if draft.checked is None:
        return {}
    planned = draft.checked.planned
    outcome, taken = planned.outcome, draft.checked.moved_by(draft.taken)
    moved, back = len(taken), len(taken & planned.removed.keys())
    return {
        NEW: len(outcome.created) + back,
        CHANGED: len(outcome.changed) + moved - back,
        CONFLICTS: len(outcome.conflicts),
        UNCHANGED: len(outcome.unchanged) - moved,
        REJECTED: len(outcome.rejected),
        REMOVED: len(draft.checked.left_out),
        PEOPLE: len(planned.newcomers),
        GONE: len(draft.checked.disappeared),
        NOTES: len(notes_of(draft)),
    }


def lines_of(draft: Draft, name: str) -> tuple[Sequence[Any], Sequence[Line]]:
    """The lines and columns of one part of the dry run."""
    assert draft.checked is not None
    assert draft.understood is not None
    planned = draft.checked.planned
    outcome = planned.outcome
    if name == NEW:
        created = settled(planned, draft.taken).outcome.created
        return created, _record_columns(draft, planned, created, are_new=True)
    if name == UNCHANGED:
        unchanged = settled(planned, draft.taken).outcome.unchanged
        return unchanged, _record_columns(draft, planned, unchanged)
    if name == CHANGED:
        return ChangeLines(settled(planned, draft.taken).outcome.changed), _change_columns(draft, planned)
    if name == CONFLICTS:
        return ConflictLines(outcome.conflicts, draft.taken), _conflict_columns(draft, planned)
    if name == REMOVED:
        return ConflictLines(draft.checked.left_out, draft.taken), _REMOVED
    if name == REJECTED:
        return outcome.rejected, _rejected_columns(outcome.rejected)
    if name == PEOPLE:
        return [PersonLine(one, one.name in draft.people) for one in planned.newcomers], _PEOPLE
    if name == GONE:
        return draft.checked.disappeared, _GONE
    raise ValueError(f"{name} is no part of a dry run that has lines")


def notes_of(draft: Draft) -> tuple[str, ...]:
    """What there is to say of the list, in sentences."""
    assert draft.checked is not None
    assert draft.understood is not None
    planned = draft.checked.planned
    if planned.removed:
        planned = settled(planned, draft.taken)
    return (*draft.understood.table.warnings, *planned.conversion.warnings)


def _record_columns(
    draft: Draft, planned: Planned, rows: Sequence[ImportRow], *, are_new: bool = False
) -> list[Line]:
    """The fields as they will be stored, the telling ones first; of new ones also what nobody has said.

    What only served to find a value out, as the id in a calendar does, stays in no row and is no column.
    """
    first_rows = rows[:_ROWS_LOOKED_AT]
    held = {name for row in first_rows for name in row.values}
    besides = (planned.kind.parted_by, *planned.kind.told_besides)
    fed = dict.fromkeys([*planned.mapping.columns.values(), *besides])
    fields = [name for name in fed if name in held]
    first = [name for name in _FIRST if name in fields]
    rest = [name for name in fields if name not in first]
    naming = naming_field(fields)
    columns = [_ROW]
    keeps = any(kind.name in KEEPING for kind in _kinds_in(planned)) and any(
        row.values.get("extra") for row in first_rows
    )
    others = ("extra",) if keeps else ()  # of other kinds they are left out
    for name in (*first, *rest, *others):
        width = _width_of(planned.kind.name, name)
        value = _value(planned.kind.name, name, draft.zone_name)
        label = field_label(planned.kind.name, name)
        is_guessed = are_new and any(_unsaid(kind, name) for kind in _kinds_in(planned))
        column = _guessed(label, value, planned, name, width) if is_guessed else Line(label, value, width)
        columns.append(replace(column, stays=name == naming))
    return columns


def _kinds_in(planned: Planned) -> Sequence[ImportKind]:
    return tuple(planned.kind.parts.values()) or (planned.kind,)


def _width_of(kind: str, name: str) -> int:
    """Room for a text, for a moment with its zone, or for anything else."""
    if name in ("title", "extra"):
        return 280
    known = field_named(kind, name)
    is_moment = known is not None and known.type in (FieldType.INSTANT, FieldType.MOMENT)
    return 192 if is_moment else 164


def _unsaid(kind: ImportKind, name: str) -> str:
    """What is stored of a choice where a row says nothing known, in words; "" for other fields."""
    known = field_named(kind.name, name)
    stored = kind.unsaid(name) if known is not None and known.type is FieldType.CHOICE else None
    return "" if stored is None else words(str(stored))


def _guessed(label: str, value: Callable[[ImportRow], str], planned: Planned, name: str, width: int) -> Line:
    """A column of a choice, which says what is stored where a row does not say it."""

    def unsaid(row: ImportRow) -> str:
        is_said = row.values.get(name) not in (None, "")
        return "" if is_said else _unsaid(planned.kind.part_of(row), name)

    return Line(
        label,
        lambda row: f"{guess} (guess)" if (guess := unsaid(row)) else value(row),
        width,
        lambda row: "waived" if unsaid(row) else "text",
        tooltip=lambda row: GUESSED if unsaid(row) else value(row),
    )


def _change_columns(draft: Draft, planned: Planned) -> list[Line]:
    kind, zone = planned.kind.name, draft.zone_name

    def texts(line: ChangeLine) -> tuple[str, str]:
        change = line.change
        return (
            field_text(kind, change.field, change.before, zone),
            field_text(kind, change.field, change.after, zone),
        )

    return [
        _ROW,
        Line("Record", lambda line: one_line(line.key), 130, font="strong", stays=True),
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
        _ROW,
        Line("Record", lambda line: one_line(line.conflict.key), 112, font="strong", stays=True),
        Line("Field", lambda line: field_label(kind, line.conflict.field), 118),
        _apart("Imported last", texts, 0, 180, _muted),
        _apart("On the desk", texts, 1, 196, _kept),
        _apart("In the list", texts, 2, 196, _taken),
        Line("Settle", lambda line: dict(SETTLEMENTS)[LIST if line.takes_list else DESK], 160),
    ]


def _apart(
    title: str,
    texts: Callable[[Any], Sequence[str]],
    place: int,
    width: int,
    tone: Callable[[Any], str] | None = None,
) -> Line:
    """A column of values shown from where they differ from the first; the tooltip has them whole."""

    def text(line: Any) -> str:
        found = texts(line)
        return told_apart(found[place], (found[0], found[place]) if place else found)

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


def _rejected_columns(rejected: Sequence[Rejection]) -> list[Line]:
    """As much room for the reasons as they need, and what is left for the row."""
    letters = max((len(one.reason) for one in rejected[:_ROWS_LOOKED_AT]), default=0)
    width = min(_MOST_REASON_WIDTH, max(_LEAST_REASON_WIDTH, letters * _LETTER_WIDTH + _REASON_PADDING))
    return [
        _ROW,
        Line("Column", lambda line: one_line(line.column) or "Whole row", 120),
        Line(
            "Why it cannot be stored",
            lambda line: one_line(line.reason),
            width,
            lambda line: "not_met",
            grows=False,
        ),
        Line("The row", lambda line: one_line(" · ".join(cell for cell in line.cells if cell)), 100, _muted),
    ]


_ROW = Line("Row", _row_text, _ROW_WIDTH, _muted, stays=True)
_REMOVED = (
    _ROW,
    Line("Record", lambda line: one_line(line.conflict.key), 260, font="strong", stays=True),
    Line("In the list", lambda line: one_line(line.conflict.in_the_source) or NOTHING, 360, _taken),
    Line("What happens", lambda line: dict(RETURNS)[LIST if line.takes_list else DESK], 160),
)
_PEOPLE = (
    Line("Name", lambda line: one_line(line.person.name), 260, font="strong", stays=True),
    Line("Named as", lambda line: _named_as(line.person), 220, _muted),
    Line("What happens", lambda line: dict(ADDITIONS)[ADD if line.is_added else TEXT], 220),
)
_GONE = (
    Line("Record", lambda line: one_line(line.key), 160, font="strong", stays=True),
    Line("Title", lambda line: one_line(line.title) or NOTHING, 360),
    Line("Last brought by", lambda line: f"Import {line.last_import_id}", 140, _muted),
    Line("What happens", lambda line: "Stays as it is; decide on the record itself.", 300, _muted),
)


def _named_as(person: Newcomer) -> str:
    return ", ".join(field_label("changes", field) for field in person.fields)
