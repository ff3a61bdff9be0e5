"""`lockstep export-list`: write a list as CSV or workbook, the windows also as an iCalendar file."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.outcome import Outcome
from app.services.calendar_file import export_calendar
from app.services.lists import LIST_NAMES, export_list
from app.services.windows import find_window
from app.services.workplace import Workplace

_OUT = "the file to write, ending in .csv or .xlsx; windows also in .ics"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `lockstep export-list`."""
    parser.add_argument("list", choices=LIST_NAMES, help="what to list")
    parser.add_argument("--window", metavar="ID", help="only of this window: an id, a date, or next")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=_OUT)


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """Write the list; the file's ending says as what."""
    window_id = find_window(workplace, arguments.window).id if arguments.window else None
    if arguments.list == "windows" and arguments.out.suffix.lower() == ".ics":
        done, what = export_calendar(workplace, arguments.out, window_id), "calendar entries"
    else:
        done, what = export_list(workplace, arguments.list, arguments.out, window_id), arguments.list
    return Outcome({"file": str(done.file), "rows": done.rows}, (f"Wrote {done.file}: {done.rows} {what}.",))
