"""`lockstep import`: read a list, say what it would do, and do it; or undo an import whole."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.cli.outcome import DONE, WITH_FINDINGS, Outcome
from app.importing.date_orders import DateOrder
from app.importing.fields import SAID_ONCE, Field
from app.importing.mapping import ORDERS, Mapping, check
from app.importing.proposing import date_orders, told_missing
from app.services.errors import RefusedError
from app.services.imports.apply import Imported, apply
from app.services.imports.conflicts import disappeared
from app.services.imports.dry import Understood, plan, understand_file
from app.services.imports.kind import Planned
from app.services.imports.kinds import KINDS
from app.services.imports.matches import told_list
from app.services.imports.releases import mapping_to_edit
from app.services.imports.undo import undo_import
from app.services.imports.zones import zone_of_lists
from app.services.windows import find_window
from app.services.workplace import Workplace

_SHOWN_REJECTS = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `lockstep import`."""
    parser.add_argument("file", type=Path, metavar="FILE", nargs="?")
    parser.add_argument("--kind", choices=("auto", *KINDS), default="auto", help="what the list holds")
    parser.add_argument("--window", metavar="ID", help="put new changes on this window")
    parser.add_argument("--map", type=Path, metavar="FILE", help="a mapping as JSON")
    parser.add_argument(
        "--save-map", type=Path, metavar="FILE", help="write the mapping found, to edit it; import nothing"
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="FIELD=TEXT",
        help="say something for all rows that no column says: ci=db01, change_key=CHG-12",
    )
    parser.add_argument(
        "--add-people",
        action="store_true",
        help="add the people whom a list of changes names to the register, where it does not know them",
    )
    parser.add_argument(
        "--dates",
        choices=ORDERS,
        metavar="ORDER",
        help="dmy, mdy or ymd: the order of dates that can be read both ways",
    )
    parser.add_argument("--zone", metavar="NAME", help="time zone of times without one")
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
    parser.add_argument("--undo", type=int, metavar="ID", help="undo the import with this number")


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """Import the list, all rows or none; rejected rows are listed with row, column and reason.

    What the desk and the list both changed keeps the desk's value and is reported. Dates that can be read two
    ways are asked about: nothing is imported before --dates or --map says how. `--undo` takes back a whole
    import, or refuses and names what stands in the way. `--save-map` writes what --map reads.
    """
    if arguments.undo is not None:
        return _undo(workplace, arguments.undo)
    if arguments.file is None:
        raise RefusedError("Name the list to import, or by --undo ID the import to undo.")
    understood = _understood(workplace, arguments.file, arguments.kind)
    mapping = Mapping.from_json(_bytes_of(arguments.map)) if arguments.map else _proposed(understood)
    mapping = _with_constants(mapping, arguments.set)
    questions = _questions(understood, mapping)
    if arguments.dates:
        said = dict.fromkeys(questions, arguments.dates)
        mapping, questions = replace(mapping, date_orders={**mapping.date_orders, **said}), {}
    if arguments.save_map:
        return _save_map(workplace, understood, mapping, questions, arguments.save_map)
    if missing := mapping.missing_fields():
        raise RefusedError(f"{arguments.file.name}: {_told_missing(mapping.kind, missing[0])}")
    if questions and not arguments.dry_run:
        raise RefusedError(f"{arguments.file.name}: {_told_questions(questions)}")
    window_id = find_window(workplace, arguments.window).id if arguments.window else None
    zone_name = arguments.zone or zone_of_lists(workplace, window_id)
    planned = plan(workplace, understood.table, mapping, zone_name, window_id=window_id)
    done = None
    if not arguments.dry_run:
        done = apply(
            workplace,
            planned,
            arguments.file.name,
            shape=understood.proposal.shape,
            window_id=window_id,
            people=[one.name for one in planned.newcomers] if arguments.add_people else (),
        ).value
    gone = tuple(one.key for one in disappeared(workplace, planned, understood.proposal.shape))
    return _outcome(understood, planned, done, gone, questions)


def _proposed(understood: Understood) -> Mapping:
    """The mapping proposed, without the guesses at dates that can be read two ways."""
    found = understood.proposal
    settled = {
        header: said for header, said in found.mapping.date_orders.items() if header not in found.ambiguous
    }
    return replace(found.mapping, date_orders=settled)


def _questions(understood: Understood, mapping: Mapping) -> dict[str, DateOrder]:
    """The columns whose dates can be read two ways, and nobody has said how."""
    found = date_orders(understood.table, mapping)
    return {header: order for header, order in found.items() if order.is_ambiguous}


def _told_questions(questions: dict[str, DateOrder]) -> str:
    columns = told_list([f'"{header}"' for header in questions])
    example = next(iter(questions.values())).example
    return (
        f"The dates of {columns} can be read two ways, as {example} can, and nothing in the list tells how. "
        "Say --dates dmy where the day comes first, --dates mdy where the month does, or write the mapping "
        "by --save-map, fill in its date_orders, and give it back by --map."
    )


def _with_constants(mapping: Mapping, words: list[str]) -> Mapping:
    said = dict(mapping.constants)
    for word in words:
        name, mark, text = word.partition("=")
        if not mark or not text.strip():
            raise RefusedError(f'"{word}" says nothing for all rows. Write a field and its text: ci=db01.')
        said[name.strip()] = text.strip()
    found = replace(mapping, constants=said)
    check(found)
    return found


def _told_missing(kind: str, field: Field) -> str:
    told = told_missing(field)
    if field.name in SAID_ONCE.get(kind, ()):
        return f"{told} Where all rows are of one, say it once: --set {field.name}=TEXT."
    return told


def _save_map(
    workplace: Workplace,
    understood: Understood,
    mapping: Mapping,
    questions: dict[str, DateOrder],
    path: Path,
) -> Outcome:
    found = mapping_to_edit(workplace, understood.table, mapping)
    found = replace(found, date_orders={**found.date_orders, **dict.fromkeys(questions, "")})
    try:
        path.write_text(found.to_json() + "\n", encoding="utf-8")
    except OSError as error:
        raise RefusedError(f"{path} cannot be written: {error.strerror}. Name another file.") from error
    open_words = sum(1 for words in found.value_maps.values() for value in words.values() if not value)
    line = f"Wrote the mapping to {path}: {len(found.columns)} columns, {open_words} words without a value."
    return Outcome({"map": str(path), "columns": len(found.columns), "open_words": open_words}, (line,), DONE)


def _undo(workplace: Workplace, import_id: int) -> Outcome:
    undone = undo_import(workplace, import_id).value
    data = {"import_id": import_id, "removed": undone.removed, "restored": undone.restored}
    what = f"{undone.removed} removed, {undone.restored} restored"
    return Outcome(data, (f"Undid import {import_id} ({undone.file_name}): {what}.",), DONE)


def _understood(workplace: Workplace, path: Path, kind: str) -> Understood:
    try:
        return understand_file(workplace, path, kind)
    except OSError as error:
        raise RefusedError(f"{path} cannot be read: {error.strerror}. Name a file that exists.") from error


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RefusedError(f"{path} cannot be read: {error.strerror}. Name a file that exists.") from error


def _outcome(
    understood: Understood,
    planned: Planned,
    done: Imported | None,
    gone: tuple[str, ...],
    questions: dict[str, DateOrder],
) -> Outcome:
    outcome, table = planned.outcome, understood.table
    data: dict[str, Any] = {
        "kind": planned.kind.name,
        "source": planned.mapping.source or understood.proposal.source,
        "confidence": round(understood.proposal.confidence, 2),
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "rows": outcome.rows_in,
        "created": len(outcome.created),
        "updated": len(outcome.changed),
        "unchanged": len(outcome.unchanged),
        "rejected": [
            {"row": one.row_number, "column": one.column, "reason": one.reason} for one in outcome.rejected
        ],
        "conflicts": [
            {"row": one.row_number, "key": one.key, "field": one.field} for one in outcome.conflicts
        ],
        "disappeared": list(gone),
        "warnings": [*table.warnings, *planned.conversion.warnings],
        "questions": [
            {"column": header, "example": order.example, "read_as": order.order}
            for header, order in questions.items()
        ],
        "newcomers": [one.name for one in planned.newcomers],
        "people_added": done.people_added if done else 0,
        "import_id": done.import_id if done else None,
    }
    has_findings = outcome.rejected or outcome.conflicts or questions
    asked = (f"  question: {_told_questions(questions)}",) if questions else ()
    return Outcome(data, (*_lines(data), *asked), WITH_FINDINGS if has_findings else DONE)


def _lines(data: dict[str, Any]) -> list[str]:
    verb = "Imported" if data["import_id"] else "Would import"
    lines = [
        f"{verb} {data['rows']} rows of {data['kind']} ({data['source'] or 'a list of unknown origin'}): "
        f"{data['created']} new, {data['updated']} changed, {data['unchanged']} unchanged, "
        f"{len(data['rejected'])} rejected."
    ]
    for one in data["rejected"][:_SHOWN_REJECTS]:
        lines.append(f"  row {one['row']}, {one['column'] or 'whole row'}: {one['reason']}")
    if len(data["rejected"]) > _SHOWN_REJECTS:
        lines.append(f"  and {len(data['rejected']) - _SHOWN_REJECTS} more; --json lists them all")
    lines += [f"  row {one['row']}: {one['field']} was edited here, kept" for one in data["conflicts"]]
    if data["disappeared"]:
        lines.append(
            f"  {len(data['disappeared'])} imported before are not in this list; they are left alone"
        )
    if data["people_added"]:
        lines.append(f"  added to the register: {told_list(data['newcomers'])}")
    elif data["newcomers"]:
        names = told_list(data["newcomers"])
        lines.append(f"  not in the register and kept as text: {names}; --add-people adds them")
    return lines + [f"  note: {warning}" for warning in data["warnings"]]
