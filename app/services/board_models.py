"""The board's read models: what the screen paints and the command line prints, as plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.domain.changes import ChangeClass, ChangeKind, ChangeState
from app.domain.gates import GateResult
from app.domain.windows import MaintenanceWindow

if TYPE_CHECKING:
    from app.services.exceptions.reading import ExceptionShare

COLUMNS: tuple[tuple[str, str], ...] = (
    ("intake", "In intake"),
    ("in_test", "In test"),
    ("tested", "QA signed off"),
    ("pre_production", "Pre-prod verified"),
    ("ready", "Ready for production"),
    ("finished", "Done or out"),
)
"""The board's columns: code and title, by progress; the last one holds what has left the flow."""

GATE_SIGNS: dict[GateResult, str] = {
    GateResult.MET: "✓",
    GateResult.NOT_MET: "✕",
    GateResult.WAIVED: "!",
    GateResult.NOT_EVALUATED: "–",
}
GATE_WORDS: dict[GateResult, str] = {
    GateResult.MET: "met",
    GateResult.NOT_MET: "not met",
    GateResult.WAIVED: "waived",
    GateResult.NOT_EVALUATED: "not evaluated",
}


@dataclass(frozen=True, slots=True)
class GateChip:
    """One criterion of one change: frozen as it was at the cutoff, or live.

    `after_cutoff` says what later work changed about a frozen one (empty: nothing).
    """

    checkpoint: str
    code: str
    label: str
    short: str
    result: GateResult
    why: str
    evidence: str = ""
    is_frozen: bool = False
    after_cutoff: str = ""


@dataclass(frozen=True, slots=True)
class BoardCard:
    """One change on the board. `column` indexes COLUMNS; `minutes` is its time in the window."""

    id: int
    version: int
    key: str
    title: str
    kind: ChangeKind
    change_class: ChangeClass
    state: ChangeState
    column: int
    risk_level: str
    risk_score: int
    risk_reasons: tuple[str, ...]
    gates: tuple[GateChip, ...]
    conflicts: tuple[str, ...]
    owner: str
    team: str
    applications: tuple[str, ...]
    minutes: int
    deployment_on: date | None
    is_late: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether every gate is met or waived; a change without gates is not ready."""
        passing = (GateResult.MET, GateResult.WAIVED)
        return bool(self.gates) and all(gate.result in passing for gate in self.gates)


@dataclass(frozen=True, slots=True)
class CheckpointFacts:
    """How a checkpoint stands: `not_in` of `total` changes fail it; instants are UTC.

    When it is frozen, the counts are those of the cutoff.
    """

    id: int
    name: str
    cutoff_at: datetime
    meeting_at: datetime
    is_final: bool
    frozen_at: datetime | None
    frozen_hash: str
    not_in: int
    total: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A window beside the one shown, as a target to move to; `load` counts its changes."""

    window: MaintenanceWindow
    load: int
    is_shown: bool


@dataclass(frozen=True, slots=True)
class BoardView:
    """A window's board, or the intake list (`window` None); `exceptions` is their share beside the rhythm."""

    window: MaintenanceWindow | None
    cards: tuple[BoardCard, ...]
    checkpoints: tuple[CheckpointFacts, ...]
    neighbours: tuple[Neighbour, ...]
    intake: int
    load_minutes: int
    read_at: datetime
    exceptions: ExceptionShare | None = None

    def card(self, change_id: int) -> BoardCard | None:
        """The card of a change, or None when it is not on this board."""
        return next((card for card in self.cards if card.id == change_id), None)

    @property
    def next_checkpoint(self) -> CheckpointFacts | None:
        """The first checkpoint that is not frozen yet."""
        return next((point for point in self.checkpoints if point.frozen_at is None), None)

    def counts(self) -> tuple[int, ...]:
        """How many cards stand in each of COLUMNS."""
        counted = [0] * len(COLUMNS)
        for card in self.cards:
            counted[card.column] += 1
        return tuple(counted)
