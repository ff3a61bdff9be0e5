"""`lockstep export-list`: write changes, windows, activities or events as CSV or workbook."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.outcome import Outcome
from app.services.lists import LIST_NAMES, export_list
from app.services.windows import find_window
from app.services.workplace import Workplace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `lockstep export-list`."""
    parser.add_argument("list", choices=LIST_NAMES, help="what to list")
    parser.add_argument("--window", metavar="ID", help="only of this window: an id, a date, or next")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.csv|.xlsx", help="the file to write")


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """Write the list; the file's ending says whether as CSV or as a workbook."""
    window_id = find_window(workplace, arguments.window).id if arguments.window else None
    done = export_list(workplace, arguments.list, arguments.out, window_id)
    return Outcome(
        {"file": str(done.file), "rows": done.rows}, (f"Wrote {done.file}: {done.rows} {arguments.list}.",)
    )
