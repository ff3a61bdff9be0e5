"""`lockstep demo`: a new database with the demo organisation, its packets and audit workbook."""

from __future__ import annotations

import argparse
from datetime import timedelta
from pathlib import Path
from typing import Any

from app.cli.main import OpenDatabase
from app.cli.outcome import Outcome
from app.services.database import url_of_file
from app.services.demo.files import write_files
from app.services.demo.month import DemoResult, make_demo
from app.services.errors import RefusedError

_AUDITED = timedelta(days=31)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `lockstep demo`."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--no-gui", action="store_true", help="do not open the desk on it")
    parser.add_argument("--seed", type=int, default=2026, metavar="N", help="another organisation")


def run(open_database: OpenDatabase, arguments: argparse.Namespace) -> Outcome:
    """Make the database and the files; raises RefusedError where DIR holds a database already."""
    folder: Path = arguments.out
    database = folder / "lockstep.db"
    if database.exists():
        raise RefusedError(f"{folder} holds a Lockstep database already. Name another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(f"{folder} cannot be made: {error.strerror}. Name another folder.") from error
    url = url_of_file(database.absolute())
    workplace = open_database(url)
    try:
        made = make_demo(workplace, arguments.seed)
        files = write_files(workplace, made, folder, _AUDITED)
    finally:
        workplace.close()
    return Outcome(_data(url, made, files), tuple(_lines(made, files)), opens="" if arguments.no_gui else url)


def _data(url: str, made: DemoResult, files: list[Path]) -> dict[str, Any]:
    return {
        "db": url,
        "windows": made.windows,
        "changes": made.changes,
        "activities": made.activities,
        "files": [str(file) for file in files],
    }


def _lines(made: DemoResult, files: list[Path]) -> list[str]:
    told = f"{made.windows} windows, {made.changes} changes and {made.activities} activities; wrote"
    return [told, *(f"  {file}" for file in files)]
