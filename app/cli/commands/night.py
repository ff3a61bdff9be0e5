"""`lockstep night`: how a window's night stands, for people and for scripts."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.outcome import DONE, WITH_FINDINGS, Outcome
from app.services.errors import RefusedError
from app.services.night.checking import disagreements
from app.services.night.export import export_log
from app.services.night.runs import open_night
from app.services.night.status import status_data, status_text
from app.services.windows import find_window
from app.services.workplace import Workplace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `lockstep night`."""
    parser.add_argument("--window", required=True, metavar="ID", help="an id, a date, or next")
    parser.add_argument("--run", type=int, metavar="ID", help="a rehearsal or run by its id")
    parser.add_argument(
        "--verify", action="store_true", help="check log, audit events and state against each other"
    )
    parser.add_argument("--log", metavar="FILE", help="write the night's log (.csv, .xlsx or .pdf)")


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """Show the status; findings when something is late or the forecast misses the window's end."""
    window = find_window(workplace, arguments.window)
    view = open_night(workplace, window.id or 0, arguments.run)
    if view is None:
        raise RefusedError(
            f"The night of “{window.title}” has not begun; begin it on the desk's Night screen."
        )
    data = status_data(view, workplace.now())
    lines = status_text(view, workplace.now()).splitlines()
    problems = disagreements(workplace, view.run_id) if arguments.verify else ()
    if arguments.verify:
        data |= {"disagreements": list(problems)}
        lines += problems or ("Log, audit events and sequence agree.",)
    if arguments.log:
        done = export_log(workplace, view, Path(arguments.log))
        data |= {"file": str(done.file), "rows": done.rows}
        lines.append(f"Wrote {done.rows} lines of the log to {done.file}")
    is_behind = not view.is_over and (not data["fits"] or any(one["now"] for one in data["late"]))
    has_findings = is_behind or bool(problems)
    return Outcome(data, tuple(lines), WITH_FINDINGS if has_findings else DONE)
