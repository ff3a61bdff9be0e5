"""`lockstep checkpoint`: evaluate a checkpoint of a window and freeze the result."""

from __future__ import annotations

import argparse
from datetime import datetime

from app.cli.outcome import DONE, WITH_FINDINGS, Outcome
from app.services.checkpoints import EvaluatedChange, freeze_checkpoint
from app.services.errors import RefusedError
from app.services.windows import find_window
from app.services.workplace import Workplace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The window, the checkpoint's name, and the instant it is frozen as at."""
    parser.add_argument("--window", default="next", metavar="ID", help="an id, a date, or next (the default)")
    parser.add_argument("--name", required=True, help="the checkpoint's name, such as 'In for test'")
    parser.add_argument("--at", metavar="INSTANT", help="ISO 8601 with offset (default: now)")


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """Freeze the checkpoint; status 1 when changes did not pass."""
    window = find_window(workplace, arguments.window)
    assert window.id is not None
    at = _instant(arguments.at) if arguments.at else None
    report = freeze_checkpoint(workplace, window.id, arguments.name, at).value
    frozen_hash = report.checkpoint.frozen_hash
    data = {
        "window": window.id,
        "checkpoint": report.checkpoint.name,
        "at": report.evaluated_at.isoformat(),
        "passed": [change.key for change in report.passed],
        "failed": [_failed(change) for change in report.failed],
        "hash": frozen_hash,
        "next_windows": [
            {"id": later.id, "starts_at": later.starts_at.isoformat()} for later in report.next_windows
        ],
    }
    lines = [f"{report.checkpoint.name}: {len(report.passed)} passed, {len(report.failed)} not in"]
    for change in report.failed:
        why = "; ".join(f"{gate.short}: {gate.why}" for gate in change.failing)
        lines.append(f"  ✕ {change.key}  {change.title[:80]}  ({why})")
    lines.append(f"Frozen with hash {frozen_hash}")
    return Outcome(data, tuple(lines), WITH_FINDINGS if report.failed else DONE)


def _failed(change: EvaluatedChange) -> dict[str, object]:
    return {
        "key": change.key,
        "criteria": [gate.code for gate in change.failing],
        "reasons": {gate.code: gate.why for gate in change.failing},
    }


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise RefusedError(f"'{text}' is not an instant. Write it as 2026-11-25T12:00:00+01:00.") from None
    if instant.tzinfo is None:
        raise RefusedError(f"'{text}' has no offset from UTC. Write it as 2026-11-25T12:00:00+01:00.")
    return instant
