"""The readiness matrix, and how ready a window is in one line."""

from __future__ import annotations

from app.domain.gates import Gate
from app.reports.source import PASSING, ChangeSource, PacketSource
from app.reports.surroundings import conflict_lines
from app.reports.wording import clock_words, counted, listed, minutes_words
from exports.documents import Criterion, GateCell, MatrixRow

_MOST_NAMED = 6
_NOT_ASKED = GateCell("not_evaluated", "not asked of this kind of change")


def criteria(source: PacketSource) -> tuple[Criterion, ...]:
    """The columns: every criterion of every checkpoint, by cutoff."""
    return tuple(
        Criterion(checkpoint.name, spec.code, spec.short)
        for checkpoint in source.checkpoints
        for spec in checkpoint.criteria
    )


def gate_cell(gate: Gate) -> GateCell:
    """One result with its reason."""
    return GateCell(gate.result.value, gate.why)


def matrix(source: PacketSource) -> tuple[MatrixRow, ...]:
    """A row a change still to go in, in the order of the board."""
    columns = criteria(source)
    rows = []
    for change in source.in_flow:
        cells = {(gate.checkpoint, gate.code): gate_cell(gate) for gate in change.gates}
        found = tuple(cells.get((one.checkpoint, one.criterion_id), _NOT_ASKED) for one in columns)
        rows.append(MatrixRow(change.key, change.change.title, change.risk_level, found))
    return tuple(rows)


def asked_now(source: PacketSource, change: ChangeSource) -> tuple[Gate, ...]:
    """The gates this meeting decides on: a preliminary one leaves the final checkpoint's out."""
    final = {checkpoint.name for checkpoint in source.checkpoints if checkpoint.is_final}
    if source.meeting == "final" or len(final) == len(source.checkpoints):
        return change.gates
    return tuple(gate for gate in change.gates if gate.checkpoint not in final)


def is_in(source: PacketSource, change: ChangeSource) -> bool:
    """Whether a change has met all that this meeting asks; one that was asked nothing has not."""
    asked = asked_now(source, change)
    return bool(asked) and all(gate.result in PASSING for gate in asked)


def go_line(source: PacketSource) -> str:
    """Go or no-go as things stand, with the figures it rests on."""
    changes = source.in_flow
    if not changes:
        return "Nothing to decide: no change is planned for this window."
    missing = [change.key for change in changes if not is_in(source, change)]
    reasons = []
    if missing:
        are = "is" if len(missing) == 1 else "are"
        keys = listed(missing, _MOST_NAMED)
        reasons.append(f"{len(missing)} of {counted(len(changes), 'change')} {are} not ready ({keys})")
    if found := len(conflict_lines(source)):
        reasons.append(f"{counted(found, 'conflict')} open")
    reasons += _sequence_problem(source)
    if reasons:
        word = "No-go as it stands" if source.meeting == "final" else "Not in yet"
        return f"{word}: {'; '.join(reasons)}."
    word = "Go" if source.meeting == "final" else "On course"
    return f"{word}: {_all_ready(len(changes))}{_spare(source)}."


def _all_ready(number: int) -> str:
    return "the one change is ready" if number == 1 else f"all {number} changes are ready"


def _spare(source: PacketSource) -> str:
    if not source.sequence.activities:
        return ", no sequence is planned"
    spare = source.sequence.window_minutes - source.analysis.finish
    return f", the sequence ends with {minutes_words(spare)} to spare"


def _sequence_problem(source: PacketSource) -> list[str]:
    if source.analysis.fits:
        return []
    finish = source.instant(source.analysis.finish)
    over = minutes_words(source.analysis.finish - source.sequence.window_minutes)
    return [f"the sequence ends {clock_words(finish, source.window.zone_name)}, {over} after the window"]
