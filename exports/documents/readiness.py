"""The readiness matrix of a packet: changes against the criteria of their gates."""

from dataclasses import dataclass
from typing import Literal

GateResult = Literal["met", "not_met", "waived", "not_evaluated"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One column of the matrix: `checkpoint` is the gate's name, `label` a short wording of the criterion."""

    checkpoint: str
    criterion_id: str
    label: str


@dataclass(frozen=True, slots=True)
class GateCell:
    """What one criterion came to for one change, and why in one sentence."""

    result: GateResult
    why: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One change's row; `cells` are in the order of the criteria (missing cells: not evaluated)."""

    change_key: str
    title: str
    risk: str
    cells: tuple[GateCell, ...]
