"""`lockstep audit`: verify everything, keep heads and public keys elsewhere, export the audit workbook."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from app.cli.outcome import DONE, WITH_FINDINGS, Outcome
from app.services.workplace import Workplace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of `lockstep audit`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    verify = actions.add_parser(
        "verify", help="find altered events, records changed behind the program, signatures that do not hold"
    )
    verify.add_argument(
        "--head",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a head kept elsewhere, by which events cut off or rewritten are found (may be repeated)",
    )
    verify.add_argument(
        "--keys",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="public keys kept elsewhere, by which keys swapped or slipped in are found (may be repeated)",
    )
    head = actions.add_parser("head", help="write where the chain ends, to be kept elsewhere")
    keys = actions.add_parser("keys", help="write everybody's public keys, to be kept elsewhere")
    for action in (head, keys):
        action.add_argument("--out", type=Path, required=True, metavar="FILE.json")
    export = actions.add_parser("export", help="write the audit workbook of a period")
    export.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="D")
    export.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="D")
    export.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    for action in actions.choices.values():
        action.add_argument("--db", metavar="URL", default=argparse.SUPPRESS, help="the database")
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """One action; days are local days of the organisation, both included."""
    if arguments.action == "verify":
        return _verified(workplace, arguments.head, arguments.keys)
    if arguments.action == "head":
        return _head(workplace, arguments.out)
    if arguments.action == "keys":
        return _keys(workplace, arguments.out)
    from app.services.audit_workbook import export_audit_workbook

    done = export_audit_workbook(workplace, arguments.first, arguments.last, arguments.out)
    data = {"file": str(arguments.out), "events": done.events, "gaps": done.gaps, "head": done.head}
    lines = (f"Wrote {arguments.out}: {done.events} events, {done.gaps} gaps.",)
    return Outcome(data, lines, WITH_FINDINGS if done.gaps else DONE)


def _verified(workplace: Workplace, head_files: list[Path], key_files: list[Path]) -> Outcome:
    from app.services.audit_verify.heads import read_head_file
    from app.services.audit_verify.kept_keys import read_keys_file
    from app.services.audit_verify.verify import verify

    report = verify(
        workplace,
        kept_heads=[read_head_file(file) for file in head_files],
        kept_keys=[read_keys_file(file) for file in key_files],
    )
    data = {
        "events": report.events,
        "ok": report.is_ok,
        "first_bad": report.first_bad,
        "head": report.head,
        "records": report.records,
        "signatures": report.signatures,
        "findings": [
            {
                "what": one.what.value,
                "where": one.where.rstrip(":"),
                "event": one.event,
                "problem": one.problem,
                "sentence": one.sentence,
            }
            for one in report.findings
        ],
    }
    if not report.is_ok:
        return Outcome(data, tuple(one.sentence for one in report.findings), WITH_FINDINGS)
    lines = (
        f"All {report.events} events are as they were written. Head {report.head}",
        f"{report.records} records follow from their events; {report.signatures} signatures hold.",
    )
    return Outcome(data, lines)


def _head(workplace: Workplace, out: Path) -> Outcome:
    from app.services.audit_verify.heads import write_head

    kept = write_head(workplace, out)
    data = {"file": str(out), "sequence": kept.sequence, "hash": kept.hash, "at": kept.at}
    return Outcome(data, (f"Wrote {out}: event {kept.sequence}. Keep it where nobody of this desk writes.",))


def _keys(workplace: Workplace, out: Path) -> Outcome:
    from app.services.audit_verify.heads import write_keys

    count = write_keys(workplace, out)
    return Outcome({"file": str(out), "keys": count}, (f"Wrote {out}: {count} public keys.",))
