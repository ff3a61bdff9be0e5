"""Following what other desks and the command line write into the same database."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from app.services.workplace import Touched, Workplace
from app.store.queries.feed import newest, touched_after
from db.engines import DatabaseAddressError
from db.notifications import LostServerError, Waiter, waiter

Heard = Callable[[tuple[Touched, ...]], None]
_FIRST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 1.0, 30.0


def newest_event(workplace: Workplace) -> int:
    """The number of the newest audit event; 0 where there is none."""
    with workplace.read() as connection:
        return newest(connection)


def heard_since(workplace: Workplace, number: int) -> tuple[int, tuple[Touched, ...]]:
    """The newest event's number, and what others than this workplace touched after event `number`."""
    with workplace.read() as connection:
        if newest(connection) == number:
            return number, ()
        reached, touched = touched_after(connection, number, workplace.own_events)
    workplace.own_events.forget_until(reached)
    return reached, touched


def follow(workplace: Workplace, number: int, stop: Event, heard: Heard) -> None:
    """Call `heard` with what others touched after event `number` until `stop` is set; on the caller's thread.

    While the database cannot be reached it asks again, less and less often, and misses nothing: what was
    written meanwhile is told once it answers.
    """
    pause = _FIRST_PAUSE_SECONDS
    while not stop.is_set():
        waiting: Waiter | None = None
        try:
            waiting = waiter(workplace.engine)
            while not stop.is_set():
                number, touched = heard_since(workplace, number)
                pause = _FIRST_PAUSE_SECONDS
                if touched:
                    heard(touched)
                waiting.wait(stop)
        except (LostServerError, DatabaseAddressError):
            stop.wait(pause)
            pause = min(_LONGEST_PAUSE_SECONDS, pause * 2)
        finally:
            if waiting is not None:
                waiting.close()
