"""What `lockstep import` does with mappings: written to a file to be changed, given back, and remembered."""

from __future__ import annotations

import json
from collections.abc import Mapping as ReadMapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.cli.outcome import DONE, Outcome, counted
from app.importing.fields import FIELDS, field_named
from app.importing.mapping import Mapping
from app.importing.proposing.list_words import value_choices
from app.importing.proposing.nearly import without_field
from app.importing.table import Table
from app.importing.times.orders import DateOrder
from app.importing.words.spelling import plain_value
from app.importing.words.values import values_of
from app.services.errors import RefusedError
from app.services.files import whole_file
from app.services.imports.matches import told_list
from app.services.imports.releases import RELEASE, mapping_to_edit
from app.services.workplace import Workplace

WALK = """\
where a list uses words or columns that the desk does not know:
  1. lockstep import FILE --dry-run
     says which words of which columns were not understood
  2. lockstep import FILE --save-map MAP.json
     writes what was found, with those words and what they can mean
  3. edit MAP.json: under "value_maps" give each word one of the values under
     "choices", or leave it "" to be kept as text; under "columns" give a
     column another of the "fields", or take it out
  4. lockstep import FILE --map MAP.json
     imports the list so; that is remembered for all lists with these columns,
     and proposed for those with nearly these, until another --map is given
"""
_ABOUT_WINDOWS = "a window's id, the day on which it starts (2026-11-28), or nothing"


def refuse_to_write_over(path: Path, given: Path | None) -> None:
    """Raise RefusedError where a mapping would be written over what somebody may have edited; the one that is
    `given` back is read before, and may be written anew."""
    if path.is_file() and not (given is not None and given.exists() and path.samefile(given)):
        raise RefusedError(
            f"{path} is there already, and what was edited in it would be lost. Import by --map {path}, "
            f"have it written anew with what it says by --map {path} --save-map {path}, or name another file."
        )


def save_map(
    workplace: Workplace,
    table: Table,
    mapping: Mapping,
    questions: ReadMapping[str, DateOrder],
    path: Path,
) -> Outcome:
    """Write the mapping found to a file, with the words that are to be given values, and what there is."""
    found = mapping_to_edit(workplace, table, mapping)
    found = replace(
        found,
        date_orders={**found.date_orders, **dict.fromkeys(questions, "")},
        without_field=without_field(table, mapping),
    )
    text = json.dumps(_to_edit(found), ensure_ascii=False, indent=2)
    with whole_file(path) as target:
        target.write(f"{text}\n".encode())
    open_words = sum(1 for words in found.value_maps.values() for value in words.values() if not value)
    what = f"{counted(len(found.columns), 'column')}, {counted(open_words, 'word')} without a value"
    lines = [f"Wrote the mapping to {path}: {what}."]
    if open_words:
        lines.append('  give each word under "value_maps" a value; "choices" says which there are')
    if questions:
        lines.append('  say under "date_orders" how dates are read: dmy, mdy or ymd')
    lines.append(f"  then import the list by --map {path}")
    data = {"map": str(path), "columns": len(found.columns), "open_words": open_words}
    return Outcome(data, tuple(lines), DONE)


def _to_edit(mapping: Mapping) -> dict[str, Any]:
    """The mapping as a document, with the values that words can have and the fields that columns can feed."""
    document: dict[str, Any] = json.loads(mapping.to_json())
    choices = {}
    for name in mapping.value_maps:
        field = field_named(mapping.kind, name)
        if field is not None and field.choices:
            choices[name] = _ABOUT_WINDOWS if name == RELEASE else list(values_of(field.choices))
    return {**document, "choices": choices, "fields": [one.name for one in FIELDS[mapping.kind]]}


def told_open_words(table: Table, mapping: Mapping) -> tuple[str, ...]:
    """A sentence about words of the list that have no value here and of which nobody has said any."""
    told = []
    for name, choices in value_choices(table, mapping).items():
        own = mapping.own_words(name)
        words = [one.word for one in choices if one.value is None and plain_value(one.word) not in own]
        field = field_named(mapping.kind, name)
        if words and field is not None and name != RELEASE:
            told.append(f"{told_list([f'“{word}”' for word in words])} ({field.label})")
    if not told:
        return ()
    return (
        f"No value here for {', '.join(told)}: --save-map MAP.json writes such words to a file, to give them "
        "one; import the list by --map MAP.json then.",
    )
