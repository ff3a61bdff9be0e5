"""The columns of the board's table mode: title, text, sort value and alignment of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.services.board_models import COLUMNS, GATE_SIGNS, BoardCard
from app.ui.texts import one_line


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its title, the text of a card in it, and what it sorts by."""

    code: str
    title: str
    text: Callable[[BoardCard], str]
    order: Callable[[BoardCard], Any]
    is_number: bool = False


def minutes_text(minutes: int) -> str:
    """A length in minutes as people read it: 20 min, 1 h 10, 2 h; none gives a dash."""
    if minutes <= 0:
        return "–"
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def gates_text(card: BoardCard) -> str:
    """All gates of a card in one line, each with its sign."""
    return "  ".join(f"{GATE_SIGNS[gate.result]} {gate.short}" for gate in card.gates)


def _word(value: str) -> str:
    return value.replace("_", " ").capitalize()


TABLE_COLUMNS: tuple[TableColumn, ...] = (
    TableColumn("key", "Change", lambda card: one_line(card.key), lambda card: card.key),
    TableColumn("title", "Title", lambda card: one_line(card.title), lambda card: card.title.casefold()),
    TableColumn("progress", "Progress", lambda card: COLUMNS[card.column][1], lambda card: card.column),
    TableColumn("gates", "Gates", gates_text, lambda card: sum(gate.result == "met" for gate in card.gates)),
    TableColumn("risk", "Risk", lambda card: card.risk_level, lambda card: card.risk_score),
    TableColumn(
        "conflicts",
        "Conflicts",
        lambda card: one_line("; ".join(card.conflicts)) or "–",
        lambda card: len(card.conflicts),
    ),
    TableColumn(
        "applications",
        "Applications",
        lambda card: one_line(", ".join(card.applications)),
        lambda card: ", ".join(card.applications).casefold(),
    ),
    TableColumn("team", "Team", lambda card: one_line(card.team), lambda card: card.team.casefold()),
    TableColumn("owner", "Owner", lambda card: one_line(card.owner), lambda card: card.owner.casefold()),
    TableColumn(
        "minutes", "Minutes", lambda card: minutes_text(card.minutes), lambda card: card.minutes, True
    ),
    TableColumn("kind", "Kind", lambda card: _word(card.kind), lambda card: card.kind.value),
    TableColumn(
        "class", "Class", lambda card: _word(card.change_class), lambda card: card.change_class.value
    ),
    TableColumn("state", "State", lambda card: _word(card.state), lambda card: card.state.value),
    TableColumn(
        "date",
        "Deployment",
        lambda card: card.deployment_on.isoformat() if card.deployment_on else "–",
        lambda card: card.deployment_on.isoformat() if card.deployment_on else "",
    ),
)
SHOWN_AT_FIRST = ("key", "title", "progress", "gates", "risk", "conflicts", "applications", "team", "owner")
SHOWN_IN_INTAKE = ("key", "title", "risk", "class", "applications", "team", "owner", "minutes", "date")
"""In the intake list nothing has gates, progress or conflicts yet."""
