"""Answers the shell's questions from the services: header, badges, search and where to begin.

The services are imported by the question that needs them: it is asked away from the window's thread, once the
first screen is painted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.exceptions import Standing
from app.domain.windows import WindowState
from app.services.errors import RefusedError
from app.services.windows import find_window
from app.services.workplace import Workplace
from app.ui.shell.queries import CheckpointHeader, SearchHit, ShellQueries, WindowHeader
from app.ui.times import instant_text

if TYPE_CHECKING:
    from app.services.board_models import BoardView
    from app.services.search import FoundChange, FoundEvent, FoundException, FoundWindow

MOST_HITS = 90
MOST_OF_A_KIND = 15
CALENDAR, BOARD, INTAKE, REGISTER = "calendar", "board", "intake", "register"
EXCEPTIONS, FIXES, INCIDENTS = "exceptions", "fixes", "incidents"
STATE_TONES = {
    WindowState.PLANNED: "neutral",
    WindowState.CLOSED: "met",
    WindowState.CANCELLED: "not_met",
    WindowState.RUNNING: "critical",
}


@dataclass(frozen=True, slots=True)
class RegisterRecord:
    """A record for the register to show: its tab's key and its id."""

    kind: str
    record_id: int


def shell_queries(workplace: Workplace) -> ShellQueries:
    """The shell's questions, answered by the services of `workplace`."""
    return ShellQueries(
        header=lambda window_id: window_header(workplace, window_id),
        badges=lambda: badges(workplace),
        search=lambda words: search(workplace, words),
        start_window=lambda: start_window(workplace),
        database=workplace.address,
        is_shared=workplace.is_shared,
    )


def window_header(workplace: Workplace, window_id: int) -> WindowHeader:
    """The header of a window, with its next checkpoint."""
    from app.services.board import board

    view = board(workplace, window_id)
    window = view.window
    assert window is not None
    assert window.id is not None
    in_flow = len(view.cards)
    return WindowHeader(
        window_id=window.id,
        title=window.title,
        starts_at=window.starts_at,
        ends_at=window.ends_at,
        zone_name=window.zone_name,
        state=window.state.value,
        load=f"{in_flow} of {window.capacity_deployments} changes",
        state_tone=STATE_TONES.get(window.state, "accent"),
        checkpoint=_next_checkpoint(view),
    )


def badges(workplace: Workplace) -> Mapping[str, int]:
    """What waits on each screen, by screen id."""
    from app.services.exceptions.reading import list_exceptions
    from app.services.follow_up_debts import debt_badges
    from app.services.intake import read_intake

    items = list_exceptions(workplace).items
    waiting = sum(one.standing in (Standing.WAITING, Standing.VOID) for one in items)
    return {INTAKE: read_intake(workplace, limit=1).total, EXCEPTIONS: waiting, **debt_badges(workplace)}


def start_window(workplace: Workplace) -> int | None:
    """The next window, or None where none lies ahead."""
    try:
        return find_window(workplace, "next").id
    except RefusedError:
        return None


def search(workplace: Workplace, words: str) -> Sequence[SearchHit]:
    """Changes, windows, exceptions, fixes, incidents and records of the register that hold every word."""
    from app.services.search import search as find_everything

    found = find_everything(workplace, words, MOST_OF_A_KIND)
    hits = [_change_hit(change) for change in found.changes]
    hits += [_window_hit(window) for window in found.windows]
    hits += [_exception_hit(one) for one in found.exceptions]
    hits += [_event_hit("Production fix", FIXES, one) for one in found.fixes]
    hits += [_event_hit("Incident", INCIDENTS, one) for one in found.incidents]
    for kind, tab, records in (
        ("Application", "applications", found.applications),
        ("Person", "people", found.people),
        ("Configuration item", "configuration_items", found.items),
    ):
        hits += [
            SearchHit(kind, one.name, one.detail, REGISTER, None, RegisterRecord(tab, one.id))
            for one in records
        ]
    return hits[:MOST_HITS]


def _change_hit(change: FoundChange) -> SearchHit:
    label = f"{change.key}  {change.title}"
    if change.window_id is None or change.window_starts_at is None or change.zone_name is None:
        return SearchHit("Change", label, "in intake", INTAKE, None, change.id)
    when = instant_text(change.window_starts_at, change.zone_name)
    return SearchHit("Change", label, when, BOARD, change.window_id, change.id)


def _window_hit(window: FoundWindow) -> SearchHit:
    name = f"{window.title}, {instant_text(window.starts_at, window.zone_name)}"
    return SearchHit("Window", name, window.state, CALENDAR, window.id, window.id)


def _exception_hit(found: FoundException) -> SearchHit:
    label = f"{found.change_key}  {found.change_title}"
    return SearchHit("Exception", label, found.kind.words, EXCEPTIONS, None, found.id)


def _event_hit(kind: str, screen_id: str, found: FoundEvent) -> SearchHit:
    when = instant_text(found.at, found.zone_name)
    return SearchHit(kind, f"{found.key}  {found.title}", when, screen_id, None, found.id)


def _next_checkpoint(view: BoardView) -> CheckpointHeader | None:
    facts = view.next_checkpoint
    if (
        facts is None
        or view.window is None
        or view.window.state in (WindowState.CLOSED, WindowState.CANCELLED)
    ):
        return None
    words = "not ready" if facts.is_final else "not in"
    return CheckpointHeader(facts.name, facts.cutoff_at, facts.not_in, facts.total, words)
