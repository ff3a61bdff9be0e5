"""Use case of printing a window's sequence: the rows a screen shows, as a PDF on the paper wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.reports.timeline import PrintedRow, TimelineSource, timeline_document
from app.sequencing.chance.outcome import Chance
from app.sequencing.model import Activity
from app.services.sequences import SequenceView, analysis_of

__all__ = ["PAPERS", "PrintedRow", "PrintedSequence", "sequence_file_stem", "sequence_pdf"]
PAPERS = ("A4", "A3", "Letter")


@dataclass(frozen=True, slots=True)
class PrintedSequence:
    """A PDF, and how high the letters of its rows are on paper, in points."""

    pdf: bytes
    letter_points: float


def sequence_pdf(
    view: SequenceView,
    rows: Iterable[PrintedRow],
    made_at: datetime,
    paper: str = "A4",
    is_fitted: bool = False,
    chance: Chance | None = None,
) -> PrintedSequence:
    """The time axis of an opened sequence as a PDF: over as many pages as it needs, or fitted to one.

    `made_at` is a UTC instant, `paper` one of PAPERS. Equal arguments give equal bytes.
    """
    from exports.timeline_pdf import letter_points, render_timeline_pdf

    source = TimelineSource(
        window=view.window,
        sequence=view.sequence,
        analysis=analysis_of(view),
        rows=tuple(rows),
        players=_who(view),
        made_at=made_at,
        paper=paper,
        is_fitted=is_fitted,
        chance=chance,
    )
    document = timeline_document(source)
    return PrintedSequence(render_timeline_pdf(document), letter_points(document))


def sequence_file_stem(view: SequenceView) -> str:
    """A file name without ending from the window's local date and id, never from imported text."""
    day = view.window.starts_at.astimezone(ZoneInfo(view.window.zone_name)).date()
    return f"{day.isoformat()}-window-{view.window.id}-sequence"


def _who(view: SequenceView) -> Callable[[Activity], str]:
    known = view.surroundings

    def players(activity: Activity) -> str:
        if activity.players:
            return ", ".join(known.person_name(person) for person in activity.players)
        return f"one of {known.team_name(activity.team_id)}" if activity.team_id is not None else ""

    return players
