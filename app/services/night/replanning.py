"""Use cases of re-planning on the night: what would move, and taking it."""

from __future__ import annotations

import threading

from app.sequencing.replan import REPLAN_SECONDS, Replan, replan, warm_up
from app.services.night import acts
from app.services.night.models import LogLine, NightView
from app.services.workplace import Done, Workplace

__all__ = ["Replan", "accept", "propose", "warm_up"]


def propose(
    workplace: Workplace,
    view: NightView,
    seconds: float = REPLAN_SECONDS,
    stop: threading.Event | None = None,
) -> Replan:
    """The re-plan of a night as it stands now, found within about `seconds`. Writes nothing."""
    return replan(view.sequence, view.run.minute(workplace.now()), view.surroundings, seconds, stop)


def accept(workplace: Workplace, run_id: int, proposal: Replan) -> Done[LogLine]:
    """Make the proposed starts the agreed ones; raises RefusedError when nothing moves."""
    return acts.replan(workplace, run_id, proposal.starts)
