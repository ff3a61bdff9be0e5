"""`lockstep import`: read a list, say what it would do, and do it; or undo an import whole."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from app.cli import import_conflicts
from app.cli.import_map import WALK, refuse_to_write_over, save_map, told_open_words
from app.cli.import_said import outcome_of, told_questions
from app.cli.outcome import DONE, Outcome
from app.importing.fields import SAID_ONCE, Field
from app.importing.mapping import ORDERS, Mapping, check
from app.importing.proposing.column_orders import date_orders
from app.importing.proposing.proposal import told_missing
from app.importing.table import Table
from app.importing.times.orders import DateOrder
from app.importing.times.zone_names import zone_called
from app.services.errors import NotAllowedError, RefusedError
from app.services.imports.apply import apply
from app.services.imports.conflicts import disappeared, in_words, settled
from app.services.imports.dry import Understood, plan
from app.services.imports.kinds import KINDS
from app.services.imports.kinds.meant import order_meant
from app.services.imports.matches import told_list
from app.services.imports.profiles import UNDONE
from app.services.imports.reading import ReadingChoice, understand_as
from app.services.imports.undo import undo_import
from app.services.imports.zones import zone_of_lists
from app.services.windows import find_window
from app.services.workplace import Workplace

_AS_NEARLY = "--save-map writes the mapping to a file, to look at or to change."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `lockstep import`."""
    parser.formatter_class, parser.epilog = argparse.RawDescriptionHelpFormatter, WALK
    parser.add_argument("file", type=Path, metavar="FILE", nargs="?", help="the list to import")
    parser.add_argument("--kind", choices=("auto", *KINDS), default="auto", help="what the list holds")
    parser.add_argument("--window", metavar="ID", help="put new changes on this window")
    parser.add_argument("--map", type=Path, metavar="FILE", help="read columns and words as this file says")
    parser.add_argument(
        "--save-map",
        type=Path,
        metavar="FILE",
        help="write such a file of what is found; import nothing",
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
        help="dmy, mdy or ymd: the order of dates that can be read both ways, whatever was said before",
    )
    parser.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook that holds the list")
    parser.add_argument("--zone", metavar="NAME", help="zone of times without one; kept for such lists")
    parser.add_argument("--take", action="append", default=[], metavar="FIELD", help=import_conflicts.HELP)
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
    parser.add_argument("--undo", type=int, metavar="ID", help="undo the import with this number")


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """Import the list, all rows or none; rejected rows are listed with row, column and reason.

    What the desk and the list both changed keeps the desk's value and is reported, but for what --take names.
    Dates that can be read two ways are asked about: nothing is imported before --dates or --map says how.
    `--undo` takes back a whole import, or refuses and names what stands in the way; with `--dry-run` it only
    says what it would do. `--save-map` writes what --map reads.
    """
    if arguments.undo is not None:
        return _undo(workplace, arguments)
    if arguments.file is None:
        raise RefusedError("Name the list to import, or by --undo ID the import to undo.")
    if not (arguments.dry_run or arguments.save_map or workplace.may_import()):
        raise NotAllowedError  # before a long list is read for nothing
    if arguments.save_map:
        refuse_to_write_over(arguments.save_map, arguments.map)
    understood = _understood(workplace, arguments.file, arguments.kind, arguments.sheet or "")
    mapping = Mapping.from_json(_bytes_of(arguments.map)) if arguments.map else _proposed(understood)
    mapping, notes = _read_by(mapping, understood.table)
    notes = (*notes, *_told_of_reading(understood.table, arguments.sheet))
    if understood.nearly is not None and not arguments.map:
        notes = (*notes, f"{understood.nearly.told} {_AS_NEARLY}")
    if understood.was_undone and not arguments.map:
        notes = (*notes, f"{UNDONE} {_AS_NEARLY}")
    mapping = _with_constants(mapping, arguments.set)
    if arguments.dates:
        asked = _questions(understood, replace(mapping, date_orders={}))
        said = dict.fromkeys(asked, arguments.dates)
        mapping = replace(mapping, date_orders={**mapping.date_orders, **said})
    window = find_window(workplace, arguments.window) if arguments.window else None
    window_id = window.id if window else None
    usual = zone_of_lists(workplace, window_id)
    if arguments.zone:
        mapping = replace(mapping, zone_name=_zone_named(arguments.zone))
    elif mapping.zone_name not in ("", usual):
        notes = (*notes, f"Times without a zone are of {mapping.zone_name}, as in such lists before.")
    zone_name = mapping.zone_name or usual
    questions = _questions(understood, mapping)
    if (
        window
        and questions
        and (order := order_meant(understood.table, mapping, questions, zone_name, window))
    ):
        mapping = replace(mapping, date_orders={**mapping.date_orders, **dict.fromkeys(questions, order)})
        notes, questions = (*notes, _told_order(order)), {}
    if arguments.save_map:
        return save_map(workplace, understood.table, mapping, questions, arguments.save_map)
    if missing := mapping.missing_fields():
        told = " ".join((*notes, _told_missing(mapping.kind, missing[0])))
        raise RefusedError(f"{arguments.file.name}: {told}")
    if questions and not arguments.dry_run:
        raise RefusedError(f"{arguments.file.name}: {told_questions(questions)}")
    planned = plan(workplace, understood.table, mapping, zone_name, window_id=window_id)
    planned = settled(planned, import_conflicts.taken_by(arguments.take, planned))
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
    notes = (*notes, *told_open_words(understood.table, mapping))
    gone = tuple(one.key for one in disappeared(workplace, planned, *understood.shapes))
    shown = in_words(workplace, planned) if planned.outcome.conflicts else planned
    return outcome_of(understood, shown, done, gone, questions, notes)


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


def _told_order(order: str) -> str:
    first = "the day" if order == "dmy" else "the month"
    return (
        f"Dates that can be read two ways are read with {first} first, by which the steps are of the window."
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


def _undo(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    if arguments.file is not None:
        raise RefusedError("Name the list to import, or by --undo ID the import to undo, not both.")
    undone = undo_import(workplace, arguments.undo, is_only_tried=arguments.dry_run).value
    data = {"import_id": undone.import_id, "removed": undone.removed, "restored": undone.restored}
    verb = "Would undo" if arguments.dry_run else "Undid"
    what = f"{undone.removed} removed, {undone.restored} restored"
    return Outcome(data, (f"{verb} import {undone.import_id} ({undone.file_name}): {what}.",), DONE)


def _read_by(mapping: Mapping, table: Table) -> tuple[Mapping, tuple[str, ...]]:
    """The mapping without columns that the list does not have, and a sentence about them."""
    absent = [header for header in mapping.columns if header not in table.headers]
    if not absent:
        return mapping, ()
    columns = {header: field for header, field in mapping.columns.items() if header not in absent}
    told = told_list([f'"{header}"' for header in absent])
    which = f"column {told} that the mapping names" if len(absent) == 1 else f"columns {told} of the mapping"
    return replace(mapping, columns=columns), (f"The list has no {which}.",)


def _told_of_reading(table: Table, sheet: str | None) -> tuple[str, ...]:
    """Sentences about a list without rows, and about sheets that are not the list's."""
    told: tuple[str, ...] = () if table.rows else ("The list has no rows below its names.",)
    if sheet and not table.sheets:
        told += (f'The list is no workbook: there is no sheet "{sheet}" to choose.',)
    others = [name for name in table.sheets if name != table.sheet]
    if sheet or not others:
        return told
    which = f'The sheet "{table.sheet}" was read; there is also {told_list(others)}. Say which by --sheet.'
    return (*told, which)


def _zone_named(name: str) -> str:
    known = zone_called(name)
    if known is None:
        raise RefusedError(f'"{name}" is no time zone that is known here. Write one as Europe/Berlin is.')
    return known


def _understood(workplace: Workplace, path: Path, kind: str, sheet: str) -> Understood:
    try:
        return understand_as(workplace, path, kind, ReadingChoice(sheet=sheet))
    except OSError as error:
        raise RefusedError(
            f"{path} cannot be read: {error.strerror}. Name a file that can be read."
        ) from error


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RefusedError(
            f"{path} cannot be read: {error.strerror}. Name a file that can be read."
        ) from error
