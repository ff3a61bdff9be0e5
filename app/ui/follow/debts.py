"""How debts look: their tone and word, the same on every screen that shows one."""

from __future__ import annotations

from app.domain.debts import DebtLevel
from app.ui.widgets.records import ChipSpec

_LOOK: dict[DebtLevel, ChipSpec] = {
    DebtLevel.SETTLED: ("Settled", "met"),
    DebtLevel.DUE: ("Due", "accent"),
    DebtLevel.OVERDUE: ("Overdue", "waived"),
    DebtLevel.LONG_OVERDUE: ("Long overdue", "not_met"),
}


def debt_chip(level: DebtLevel) -> ChipSpec:
    """The word and tone of a debt."""
    return _LOOK[level]


def debt_order(level: DebtLevel) -> int:
    """What debts are sorted by, the gravest first."""
    return -list(DebtLevel).index(level)


def debt_tone(level: DebtLevel) -> str:
    """The colour token of a debt's clock."""
    tones = {DebtLevel.SETTLED: "faint", DebtLevel.DUE: "text", DebtLevel.OVERDUE: "waived"}
    return tones.get(level, "not_met")
