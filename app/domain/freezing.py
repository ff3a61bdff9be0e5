"""What freezing a checkpoint settles: the digest of its evaluation, who is late, and where they may go."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from app.domain.changes import Change
from app.domain.gates import Gate
from app.domain.progress import PASSING
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState

_OPEN = frozenset({WindowState.PLANNED, WindowState.INTAKE, WindowState.TESTING})


def frozen_digest(checkpoint: Checkpoint, at: datetime, evaluation: Mapping[str, Sequence[Gate]]) -> str:
    """The SHA-256 (64 hexadecimal digits) of an evaluation: gates by change key, as known at an instant.

    Canonical JSON (RFC 8785 for these texts: sorted names, no spaces, UTF-8), so that the order of changes
    and of gates does not count, and everything that was decided does.
    """
    content = {
        "at": at.astimezone(UTC).isoformat(),
        "checkpoint": checkpoint.name,
        "criteria_revision": checkpoint.criteria_revision,
        "cutoff_at": checkpoint.cutoff_at.astimezone(UTC).isoformat(),
        "changes": {key: sorted(map(_facts_of, gates)) for key, gates in evaluation.items()},
    }
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _facts_of(gate: Gate) -> list[str]:
    return [gate.checkpoint, gate.code, gate.label, gate.result.value, gate.why, gate.evidence]


def failing_criteria(gates: Iterable[Gate]) -> tuple[str, ...]:
    """The codes of the gates that are neither met nor waived, in their order."""
    return tuple(gate.code for gate in gates if gate.result not in PASSING)


def late_changes(evaluation: Mapping[str, Sequence[Gate]]) -> dict[str, tuple[str, ...]]:
    """The changes that did not pass at the cutoff, by key, with the criteria they failed.

    A change with no gates at all did not pass: nothing was evaluated.
    """
    failing = {key: failing_criteria(gates) for key, gates in evaluation.items()}
    return {key: codes for key, codes in failing.items() if codes or not evaluation[key]}


def legal_next_windows(
    change: Change,
    windows: Iterable[MaintenanceWindow],
    checkpoints: Mapping[int, Sequence[Checkpoint]],
    now: datetime,
) -> list[MaintenanceWindow]:
    """The windows a late change may still enter in time, the nearest first.

    They are open, ahead, not the one it stands in, and none of their cutoffs (by window id) has passed.
    """
    fitting = [
        window
        for window in windows
        if window.id != change.window_id
        and window.state in _OPEN
        and window.starts_at > now
        and all(
            point.frozen_at is None and point.cutoff_at > now for point in checkpoints.get(window.id or 0, ())
        )
    ]
    return sorted(fitting, key=lambda window: (window.starts_at, window.id or 0))
