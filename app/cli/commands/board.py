"""`lockstep board`: a window's changes with their gates, risk and conflicts."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.outcome import Outcome
from app.services.board import board
from app.services.board_models import COLUMNS, GATE_SIGNS, BoardCard, BoardView
from app.services.windows import find_window
from app.services.workplace import Workplace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The window, by id, date or `next`."""
    parser.add_argument("--window", default="next", metavar="ID", help="an id, a date, or next (the default)")


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """Read the board and print it."""
    window = find_window(workplace, arguments.window)
    assert window.id is not None
    view = board(workplace, window.id)
    return Outcome({"window": _window(view), "changes": [_change(card) for card in view.cards]}, _lines(view))


def _window(view: BoardView) -> dict[str, Any]:
    window = view.window
    assert window is not None
    return {
        "id": window.id,
        "name": window.title,
        "starts_at": window.starts_at.isoformat(),
        "ends_at": window.ends_at.isoformat(),
        "state": window.state.value,
        "checkpoints": [
            {
                "name": point.name,
                "cutoff_at": point.cutoff_at.isoformat(),
                "frozen_at": point.frozen_at.isoformat() if point.frozen_at else None,
                "not_in": point.not_in,
                "changes": point.total,
            }
            for point in view.checkpoints
        ],
    }


def _change(card: BoardCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "key": card.key,
        "title": card.title,
        "state": card.state.value,
        "column": COLUMNS[card.column][1],
        "risk": card.risk_level,
        "risk_reasons": list(card.risk_reasons),
        "owner": card.owner,
        "team": card.team,
        "applications": list(card.applications),
        "minutes": card.minutes,
        "gates": [
            {
                "checkpoint": gate.checkpoint,
                "criterion": gate.code,
                "label": gate.label,
                "result": gate.result.value,
                "why": gate.why,
                "evidence": gate.evidence,
                "frozen": gate.is_frozen,
                "after_cutoff": gate.after_cutoff,
            }
            for gate in card.gates
        ],
        "conflicts": list(card.conflicts),
    }


def _lines(view: BoardView) -> tuple[str, ...]:
    assert view.window is not None
    lines = [f"{view.window.title}: {len(view.cards)} changes, {view.window.state.value}"]
    for point in view.checkpoints:
        state = "frozen" if point.frozen_at else "open"
        lines.append(f"{point.name} ({state}): {point.not_in} of {point.total} not in")
    for card in view.cards:
        gates = "  ".join(f"{GATE_SIGNS[gate.result]} {gate.short}" for gate in card.gates)
        lines.append(
            f"{card.key}  {card.title[:80]}  [{COLUMNS[card.column][1]}]  {card.risk_level}  {gates}"
        )
        lines += [f"    ▲ {conflict}" for conflict in card.conflicts]
    return tuple(lines)
