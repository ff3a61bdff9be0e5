"""What a card says when the pointer rests on it: the reason of each gate, risk and every conflict."""

from __future__ import annotations

from html import escape

from app.services.board_models import GATE_SIGNS, GATE_WORDS, BoardCard
from app.ui.texts import one_line

_WIDEST = 360


def tooltip_lines(card: BoardCard) -> tuple[str, ...]:
    """The lines of a card's tooltip, as plain text."""
    lines = [f"{one_line(card.key)}  {one_line(card.title, _WIDEST)}"]
    for gate in card.gates:
        word = f"{GATE_SIGNS[gate.result]} {one_line(gate.label)}: {GATE_WORDS[gate.result]}"
        why = f" – {one_line(gate.why, _WIDEST)}" if gate.why else ""
        late = f" (after the cutoff: {gate.after_cutoff})" if gate.after_cutoff else ""
        lines.append(word + why + late)
    lines += [f"Risk {card.risk_level}: {one_line(reason, _WIDEST)}" for reason in card.risk_reasons]
    lines += [f"▲ {one_line(conflict, _WIDEST)}" for conflict in card.conflicts]
    return tuple(lines)


def tooltip_of(card: BoardCard) -> str:
    """The tooltip's text, escaped: a tooltip would otherwise take imported text as markup."""
    return "<qt>" + "<br>".join(escape(line) for line in tooltip_lines(card)) + "</qt>"
