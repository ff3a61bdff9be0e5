"""A list imported, edited here and at its source, imported again and undone: what holds of any list."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from app.importing.reading.files import read_table
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.imports.kinds import KINDS
from app.services.imports.undo import undo_import
from app.services.imports.undo_plan import stored_plan
from app.services.workplace import Workplace
from app.store.sequences import write_sequence

_ZONE = "Europe/Berlin"
_RULED = frozenset({"zone_name", "rule", "key", "number", "checksum"})
"""Attributes that a form does not take any text for."""


class Counts(NamedTuple):
    """The rows of a dry run, and its conflicts."""

    created: int
    changed: int
    unchanged: int
    rejected: int
    conflicts: int

    @property
    def says_nothing(self) -> bool:
        """Whether importing would change nothing, and nothing is asked."""
        return not (self.created or self.changed or self.conflicts)


def asks(workplace: Workplace, data: bytes) -> bool:
    """Whether a list leaves a question open that a person would answer: a column, or an order of dates."""
    proposal = understand(workplace, data).proposal
    return bool(proposal.problems or proposal.ambiguous)


def there_and_back(workplace: Workplace, window_id: int, data: bytes, chance: random.Random) -> None:
    """Import a list twice, edit records here and rows at the source, import those twice, and undo all.

    Plans go into the window; the list asks nothing. Raises AssertionError where a row is lost, an unchanged
    list changes something, an edit made here is overwritten, or undoing does not bring back what was.
    """
    before = _dry(workplace, window_id, data)
    first = _bring(workplace, window_id, data)
    assert _dry(workplace, window_id, data).says_nothing, "the same list again"
    edits = [_edited(workplace, window_id, _kind(workplace, window_id, data), chance)]
    assert _dry(workplace, window_id, data).says_nothing, "the same list after an edit here"
    news = _changed_at_the_source(data, chance)
    if asks(workplace, news):
        return
    expected = _dry(workplace, window_id, news)
    second = _bring(workplace, window_id, news)
    assert _dry(workplace, window_id, news).says_nothing, "the changed list again"
    _assert_stands(workplace, window_id, edits)
    undo_import(workplace, second)
    _assert_stands(workplace, window_id, edits)
    assert _dry(workplace, window_id, news) == expected, "the changed list after its import was undone"
    assert _dry(workplace, window_id, data).says_nothing, "the first list after the second was undone"
    if not any(edits):
        undo_import(workplace, first)
        assert _dry(workplace, window_id, data) == before, "the list after all was undone"


def _planned(workplace: Workplace, window_id: int, data: bytes) -> tuple[Planned, str, int | None]:
    understood = understand(workplace, data)
    proposal = understood.proposal
    wanted = window_id if KINDS[proposal.mapping.kind].needs_window else None
    planned = plan(workplace, understood.table, proposal.mapping, _ZONE, window_id=wanted)
    assert planned.outcome.rows_in == len(understood.table.rows), "every row is accounted for"
    return planned, proposal.shape, wanted


def _dry(workplace: Workplace, window_id: int, data: bytes) -> Counts:
    outcome = _planned(workplace, window_id, data)[0].outcome
    parts = (outcome.created, outcome.changed, outcome.unchanged, outcome.rejected, outcome.conflicts)
    return Counts(*map(len, parts))


def _kind(workplace: Workplace, window_id: int, data: bytes) -> str:
    return _planned(workplace, window_id, data)[0].kind.name


def _bring(workplace: Workplace, window_id: int, data: bytes) -> int:
    planned, shape, wanted = _planned(workplace, window_id, data)
    return apply(workplace, planned, "list.csv", shape=shape, window_id=wanted).value.import_id


def _changed_at_the_source(data: bytes, chance: random.Random) -> bytes:
    """The list with some cells as in other rows, or without some rows."""
    table = read_table(data)
    rows = [list(row) for row in table.rows]
    for _ in range(chance.randint(1, 4)):
        if len(rows) > 1 and chance.random() < 0.3:
            rows.pop(chance.randrange(len(rows)))
        elif rows:
            place = chance.randrange(len(table.headers))
            chance.choice(rows)[place] = chance.choice(rows)[place]
    return as_csv(table.headers, rows)


def as_csv(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A list as most programs write it."""
    out = io.StringIO()
    csv.writer(out).writerows([headers, *rows])
    return out.getvalue().encode("utf-8", "surrogatepass")


class _Edit(NamedTuple):
    value_type: type[Any] | None  # None: a step of the window's plan
    record_id: Any
    attribute: str
    value: str


def _edited(workplace: Workplace, window_id: int, kind_name: str, chance: random.Random) -> _Edit | None:
    """What somebody writes into a text of one record that the list brought; None where it has none, and now
    and then."""
    if chance.random() < 0.5:
        return None
    value = f"Edited here {chance.randrange(99)}"
    kind = KINDS[kind_name]
    with workplace.write() as work:
        if kind.needs_window:
            stored = stored_plan(work.connection, window_id)
            steps = list(stored.sequence.activities)
            if not steps:
                return None
            at = chance.randrange(len(steps))
            edit = _Edit(None, steps[at].id, chance.choice(("title", "instructions", "workstream")), value)
            steps[at] = replace(steps[at], **{edit.attribute: value})
            sequence = replace(stored.sequence, activities=tuple(steps))
            write_sequence(work, window_id, sequence, stored.version, "by hand")
        else:
            part = chance.choice(list(kind.parts.values()) or [kind])
            records = work.find(part.value_type)
            if not records:
                return None
            record = chance.choice(records)
            fed = dict.fromkeys(part.fed.values())
            texts = [one for one in fed if type(getattr(record, one)) is str and one not in _RULED]
            if not texts:
                return None
            edit = _Edit(part.value_type, record.id, chance.choice(texts), value)
            work.save(replace(record, **{edit.attribute: value}), "by hand")
        work.commit()
    return edit


def _assert_stands(workplace: Workplace, window_id: int, edits: Sequence[_Edit | None]) -> None:
    with workplace.write() as work:
        for edit in filter(None, edits):
            if edit.value_type is None:
                steps = stored_plan(work.connection, window_id).sequence.activities
                record: Any = next(one for one in steps if one.id == edit.record_id)
            else:
                record = work.get(edit.value_type, edit.record_id)
            assert getattr(record, edit.attribute) == edit.value, f"{edit.attribute} was edited here"
