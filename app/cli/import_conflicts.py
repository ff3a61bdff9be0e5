"""What `lockstep import` says of conflicts between the desk and the list, and how --take settles them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from app.importing.converting.dryrun import REMOVED, Conflict
from app.importing.words.spelling import shortened
from app.services.errors import RefusedError
from app.services.imports.conflicts import FieldName, left_out
from app.services.imports.kind import Planned

EVERY = "all"
HELP = (
    "where the desk and the list both changed FIELD, take what the list says: state, CHG-12:state, or all; "
    "otherwise the desk's value is kept; record, or KEY:record, takes back what was removed here"
)


def taken_by(words: Sequence[str], planned: Planned) -> frozenset[FieldName]:
    """The fields of records that are taken from the list, as the words of --take name them.

    A word is a field, KEY:FIELD or "all" for all conflicts; what the desk removed, and of which the list says
    nothing new, is taken back by name alone. Raises RefusedError for a word that nothing is of.
    """
    conflicts = planned.outcome.conflicts
    found: set[FieldName] = set()
    for word in words:
        offered = conflicts if word == EVERY else (*conflicts, *left_out(planned))
        its = {(one.key, one.field) for one in offered if _is_named(word, one)}
        if not its and word != EVERY:
            raise RefusedError(_no_conflict(word, conflicts))
        found |= its
    return frozenset(found)


def conflict_data(one: Conflict) -> dict[str, Any]:
    """A conflict for programs: days, times and instants (with their offset) as ISO 8601 has them."""
    return {
        "row": one.row_number,
        "key": one.key,
        "field": one.field,
        "on_the_desk": _plain(one.on_the_desk),
        "in_the_list": _plain(one.in_the_source),
    }


def conflict_lines(conflicts: Sequence[Mapping[str, Any]], import_id: int | None = None) -> list[str]:
    """Conflicts for people, of what `conflict_data` has of each, and how to settle them otherwise.

    They are not told again once the list was imported (`import_id`): what the desk has was kept.
    """
    lines = [
        f"row {said['row']}, {shortened(said['key'])}: {said['field']} {_what_was_done(said['field'])}"
        for said in conflicts
    ]
    how = f"--take FIELD takes what the list says; --take {EVERY} for every field"
    if import_id is not None:
        how = f"to take what the list says, undo this by --undo {import_id} and import again: {how}"
    return [*lines, how] if lines else []


def how_to_have_back(count: int) -> str:
    """How what the desk removed comes back, of which the list says nothing new."""
    what = (
        "1 is left out that was removed here"
        if count == 1
        else f"{count} are left out that were removed here"
    )
    return f"{what}: --take {REMOVED} takes all of them back, --take KEY:{REMOVED} one"


def _what_was_done(field: str) -> str:
    return "was removed here, left out" if field == REMOVED else "was edited here, kept"


def _is_named(word: str, one: Conflict) -> bool:
    return word in (EVERY, one.field, f"{one.key}:{one.field}")


def _no_conflict(word: str, conflicts: Sequence[Conflict]) -> str:
    if not conflicts:
        return f'--take "{word}" settles nothing: the desk and the list are not at odds anywhere.'
    example = f"{conflicts[0].key}:{conflicts[0].field}"
    return f'No conflict is of "{word}". Write a field, a key with its field, as {example} is, or all.'


def _plain(value: Any) -> Any:
    if isinstance(value, date | time):  # an instant is a date, too
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value
