"""The line that sums a board up: changes, slots, minutes, what is not in."""

from __future__ import annotations

from app.services.board import ready_share
from app.services.board_models import BoardView
from app.services.exceptions.reading import ExceptionShare
from app.ui.board.columns import minutes_text


def share_words(share: ExceptionShare) -> str:
    """'3 of 31 by exception, 6 % over the last 8'; what there is nothing to compare with is left out."""
    asked, of = share.window
    before, all_before = share.recent
    lately = (
        f", {round(100 * before / all_before)} % over the last {share.recent_windows}" if all_before else ""
    )
    return f"{asked} of {of} by exception{lately}"


def summary_text(view: BoardView) -> str:
    """'31 changes · 27 of 40 slots · 5 h 20 of 40 h of work · 7 of 31 not in: In for test' and so on."""
    count = len(view.cards)
    parts = ["1 change" if count == 1 else f"{count:,} changes"]
    if view.window is None and count < view.intake:
        parts = [f"the newest {count:,} of {view.intake:,} changes"]
    if view.window is not None:
        ready, in_flow = ready_share(view)
        parts.append(f"{in_flow} of {view.window.capacity_deployments} slots")
        capacity = minutes_text(view.window.capacity_minutes)
        load = minutes_text(view.load_minutes) if view.load_minutes else "0"
        parts.append(f"{load} of {capacity} of work")
        point = view.next_checkpoint
        if point is not None:
            parts.append(f"{point.not_in} of {point.total} not in: {point.name[:40]}")
        else:
            parts.append(f"{ready} of {in_flow} ready")
    if view.exceptions is not None:
        parts.append(share_words(view.exceptions))
    return "  ·  ".join(parts)
