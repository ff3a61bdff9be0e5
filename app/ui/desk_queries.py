"""Answers the shell's questions from the services: header, badges, search and where to begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from app.domain.windows import MaintenanceWindow, WindowState
from app.services.board import board
from app.services.board_models import BoardView
from app.services.calendar import read_calendar
from app.services.errors import RefusedError
from app.services.intake import read_intake
from app.services.register import read_register
from app.services.windows import find_window
from app.services.workplace import Workplace
from app.ui.shell.queries import CheckpointHeader, SearchHit, ShellQueries, WindowHeader
from app.ui.times import day_text, instant_text, local

MOST_HITS = 60
SEARCHED_DAYS = 400
CALENDAR, BOARD, INTAKE, REGISTER = "calendar", "board", "intake", "register"
STATE_TONES = {
    WindowState.PLANNED: "neutral",
    WindowState.CLOSED: "met",
    WindowState.CANCELLED: "not_met",
    WindowState.RUNNING: "critical",
}


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
    return {INTAKE: read_intake(workplace, limit=1).total}


def start_window(workplace: Workplace) -> int | None:
    """The next window, or None where none lies ahead."""
    try:
        return find_window(workplace, "next").id
    except RefusedError:
        return None


def search(workplace: Workplace, words: str) -> Sequence[SearchHit]:
    """Windows, changes of the coming windows and the intake, applications and people that hold every word."""
    wanted = words.casefold().split()

    def fits(*texts: str) -> bool:
        text = " ".join(texts).casefold()
        return all(word in text for word in wanted)

    hits: list[SearchHit] = []
    for one in read_intake(workplace, words, MOST_HITS).rows:
        hits.append(SearchHit("Change", f"{one.key}  {one.title}", "in intake", INTAKE, None, one.id))
    windows = _windows(workplace)
    hits.extend(_coming_changes(workplace, windows, fits))
    for window in windows:
        name = f"{window.title}, {instant_text(window.starts_at, window.zone_name)}"
        day = local(window.starts_at, window.zone_name).date()
        if fits(name, day.isoformat(), day_text(day, with_year=True)):
            hits.append(SearchHit("Window", name, window.state.value, CALENDAR, window.id, window.id))
    register = read_register(workplace)
    for application in register.applications:
        if fits(application.name):
            hits.append(SearchHit("Application", application.name, "", REGISTER, None, application))
    for person in register.people:
        if fits(person.name, person.email):
            hits.append(SearchHit("Person", person.name, person.email, REGISTER, None, person))
    return hits[:MOST_HITS]


def _windows(workplace: Workplace) -> list[MaintenanceWindow]:
    now = workplace.now()
    span = timedelta(days=SEARCHED_DAYS)
    found = [one.window for one in read_calendar(workplace, now - span, now + span).windows]
    return sorted(found, key=lambda window: abs(window.starts_at - now))


def _coming_changes(
    workplace: Workplace, windows: Iterable[MaintenanceWindow], fits: object
) -> Iterator[SearchHit]:
    assert callable(fits)
    for window in list(windows)[:4]:
        if window.id is None:
            continue
        when = instant_text(window.starts_at, window.zone_name)
        for card in board(workplace, window.id).cards:
            if fits(card.key, card.title, card.owner, *card.applications):
                yield SearchHit("Change", f"{card.key}  {card.title}", when, BOARD, window.id, card.id)


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
