"""Flags what stands in the way of a window's changes, each with its kind, its reason and who is involved."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.conflict_checks import CHECKS
from app.domain.conflict_facts import (
    Conflict,
    ConflictFacts,
    ConflictKind,
    Span,
    freeze_problem,
    is_in_scope,
)

__all__ = [
    "Conflict",
    "ConflictFacts",
    "ConflictKind",
    "Span",
    "all_conflicts",
    "conflicts",
    "freeze_problem",
    "is_in_scope",
    "spans_of",
]


def all_conflicts(facts: ConflictFacts) -> dict[int, tuple[Conflict, ...]]:
    """The conflicts of each change, the gravest kind first; changes without any are left out."""
    found: dict[int, list[Conflict]] = {}
    for check in CHECKS:
        for change_id, conflict in check(facts):
            found.setdefault(change_id, []).append(conflict)
    order = list(ConflictKind)
    return {
        change_id: tuple(sorted(flags, key=lambda flag: order.index(flag.kind)))
        for change_id, flags in found.items()
    }


def conflicts(facts: ConflictFacts) -> dict[int, tuple[str, ...]]:
    """The reasons alone, as a board shows them.

    "Not calculated" is said once the window's sequence has begun: before, it would be true of every change.
    """
    has_begun = any(span is not None for span in facts.spans.values())
    shown = {
        change_id: tuple(
            flag.reason for flag in flags if has_begun or flag.kind is not ConflictKind.NOT_CALCULATED
        )
        for change_id, flags in all_conflicts(facts).items()
    }
    return {change_id: reasons for change_id, reasons in shown.items() if reasons}


def spans_of(steps: Sequence[tuple[int | None, int]]) -> Span | None:
    """First start to last end of (planned start, minutes) pairs; None when not all are planned."""
    if not steps or any(start is None for start, _ in steps):
        return None
    known = [(start, start + minutes) for start, minutes in steps if start is not None]
    return min(start for start, _ in known), max(end for _, end in known)
