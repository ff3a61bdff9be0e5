"""The agenda of a meeting: what is not ready comes first, then by risk, so that time goes where it counts."""

from __future__ import annotations

from app.reports.readiness import asked_now, is_in
from app.reports.source import PASSING, ChangeSource, PacketSource
from app.reports.wording import counted, listed, minutes_words
from exports.documents import AgendaItem

_RISKY = frozenset({"High", "Critical"})
_OPENING_MINUTES = 5
_OPEN_CHANGE_MINUTES = 4
_RISKY_CHANGE_MINUTES = 2
_READY_CHANGE_MINUTES = 1
_SEQUENCE_MINUTES = 10
_DECISION_MINUTES = 5
_MOST_NAMED = 4


def agenda(source: PacketSource) -> tuple[AgendaItem, ...]:
    """Opening, the changes (open ones first, each part by risk), the sequence, the decision; with minutes."""
    ordered = in_meeting_order(source)
    changes = [_change_item(source, change) for change in ordered]
    opening = AgendaItem(
        "Opening: who is here, and what changed since the last packet",
        "Changes come in this order: those with something missing or in conflict first, then the others; "
        "each part by risk, the highest first.",
        minutes=_OPENING_MINUTES,
    )
    closing = [AgendaItem("The sequence and its points of no return", _sequence_note(source),
                          minutes=_SEQUENCE_MINUTES)]  # fmt: skip
    decision = (
        "Go or no-go, and signatures" if source.meeting == "final" else "What must be in until the cutoff"
    )
    closing.append(AgendaItem(decision, "", minutes=_DECISION_MINUTES))
    return (opening, *changes, *closing)


def in_meeting_order(source: PacketSource) -> tuple[ChangeSource, ...]:
    """The changes as the meeting takes them: open ones first, each part by risk, the highest first."""

    def order(change: ChangeSource) -> tuple[bool, int, str]:
        return not _is_open(source, change), -change.risk_score, change.key

    return tuple(sorted(source.in_flow, key=order))


def _is_open(source: PacketSource, change: ChangeSource) -> bool:
    return not is_in(source, change) or bool(change.conflicts)


def _change_item(source: PacketSource, change: ChangeSource) -> AgendaItem:
    missing = [gate.short for gate in asked_now(source, change) if gate.result not in PASSING]
    parts = [f"{change.risk_level} risk"]
    if missing:
        parts.append(f"missing: {listed(missing, _MOST_NAMED)}")
    elif not asked_now(source, change):
        parts.append("no checkpoint asks anything of it")
    else:
        parts.append("ready")
    if change.conflicts:
        parts.append(counted(len(change.conflicts), "conflict"))
    if _is_open(source, change):
        minutes = _OPEN_CHANGE_MINUTES
    else:
        minutes = _RISKY_CHANGE_MINUTES if change.risk_level in _RISKY else _READY_CHANGE_MINUTES
    return AgendaItem(change.change.title, ", ".join(parts), change.key, minutes)


def _sequence_note(source: PacketSource) -> str:
    number = len(source.sequence.activities)
    if not number:
        return "No activities are planned yet."
    spare = source.sequence.window_minutes - source.analysis.finish
    fits = f"{minutes_words(spare)} to spare" if spare >= 0 else f"{minutes_words(-spare)} too long"
    return f"{counted(number, 'activity', 'activities')}, {fits}"
