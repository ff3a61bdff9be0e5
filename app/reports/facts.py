"""What a packet said, as plain content that the next packet of the window is compared with."""

from __future__ import annotations

from typing import Any

from app.reports.readiness import go_line
from app.reports.source import PacketSource
from app.sequencing.players import player_loads

FACTS_VERSION = 1


def packet_facts(source: PacketSource) -> dict[str, Any]:
    """Totals, changes with their gates, and activities with their times (ISO 8601, UTC); JSON throughout."""
    timings = source.analysis.schedule.timings
    return {
        "version": FACTS_VERSION,
        "window": {
            "title": source.window.title,
            "starts_at": source.window.starts_at.isoformat(),
            "ends_at": source.window.ends_at.isoformat(),
            "state": source.window.state.value,
        },
        "totals": totals(source),
        "go_line": go_line(source),
        "changes": {
            change.key: {
                "title": change.change.title,
                "state": change.state.value,
                "risk": change.risk_level,
                "conflicts": list(change.conflicts),
                "digest": change.change.planned_digest,
                "gates": {f"{gate.checkpoint}/{gate.code}": gate.result.value for gate in change.gates},
                "gate_words": {f"{gate.checkpoint}/{gate.code}": gate.label for gate in change.gates},
            }
            for change in source.in_flow
        },
        "activities": {
            activity.id: {
                "title": activity.title,
                "change": activity.change_key or "",
                "start": source.instant(timings[activity.id].start).isoformat(),
                "finish": source.instant(timings[activity.id].finish).isoformat(),
            }
            for activity in source.sequence.rows
        },
    }


def totals(source: PacketSource) -> dict[str, int]:
    """The window in figures: changes to go in, activities, players, planned and possible minutes."""
    return {
        "changes": len(source.in_flow),
        "activities": len(source.sequence.activities),
        "players": len(player_loads(source.sequence, source.analysis.schedule)),
        "planned_minutes": sum(change.minutes for change in source.in_flow),
        "capacity_minutes": source.window.capacity_minutes,
    }
