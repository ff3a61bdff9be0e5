"""`lockstep audit`: verify the chain of events, export the audit workbook."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from app.cli.outcome import DONE, WITH_FINDINGS, Outcome
from app.services.audit import verify_chain
from app.services.workplace import Workplace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of `lockstep audit`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("verify", help="find any altered, removed or reordered event")
    export = actions.add_parser("export", help="write the audit workbook of a period")
    export.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="D")
    export.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="D")
    export.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    for action in actions.choices.values():
        action.add_argument("--db", metavar="URL", default=argparse.SUPPRESS, help="the database")
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """Verify, or export; days are local days of the organisation, both included."""
    if arguments.action == "verify":
        return _verified(workplace)
    from app.services.audit_workbook import export_audit_workbook

    done = export_audit_workbook(workplace, arguments.first, arguments.last, arguments.out)
    data = {"file": str(arguments.out), "events": done.events, "gaps": done.gaps, "head": done.head}
    lines = (f"Wrote {arguments.out}: {done.events} events, {done.gaps} gaps.",)
    return Outcome(data, lines, WITH_FINDINGS if done.gaps else DONE)


def _verified(workplace: Workplace) -> Outcome:
    report = verify_chain(workplace)
    head = f"{report.head_sequence}:{report.head_hash}"
    data = {
        "events": report.events,
        "ok": report.is_ok,
        "first_bad": report.first_bad,
        "head": head,
        "findings": [{"event": number, "problem": problem} for number, problem in report.findings],
    }
    if report.is_ok:
        return Outcome(data, (f"All {report.events} events are as they were written. Head {head}",))
    lines = tuple(f"Event {number} {problem}." for number, problem in report.findings)
    return Outcome(data, lines, WITH_FINDINGS)
