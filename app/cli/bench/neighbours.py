"""A change on one desk seen on fifty others, beside a bare LISTEN/NOTIFY round trip on the same server."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from threading import Event, Thread

from app.cli.bench.measurement import Measurement
from app.cli.bench.server import fresh_database, server_address
from app.domain.register import Application
from app.services.database import upgrade
from app.services.errors import RefusedError
from app.services.neighbours import follow, newest_event
from app.services.workplace import Touched, Workplace, open_workplace

_DESKS = 50
_CHANGES = 100
_BETWEEN_SECONDS = 0.2
_PATIENCE_SECONDS = 5.0
_SHARE = 0.99


def measure() -> list[Measurement]:
    """The 99th percentile in seconds over all desks and changes; raises RefusedError without a server."""
    server = server_address()
    if not server:
        raise RefusedError("Name a PostgreSQL server in LOCKSTEP_TEST_POSTGRES to measure several desks on.")
    with fresh_database(server) as url:
        upgrade(url)
        ours, floor = _seconds_until_seen(url), _seconds_of_round_trips(url)
    name = f"a change seen on {_DESKS} other desks, 99 %"
    return [Measurement.of(name, _percentile(ours), _percentile(floor))]


def _percentile(seconds: Sequence[float]) -> float:
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * _SHARE))]


def _seconds_until_seen(url: str) -> list[float]:
    seen: list[list[float]] = [[] for _ in range(_DESKS)]
    took: list[float] = []
    with ExitStack() as stack:
        writer = stack.enter_context(_desk(url))
        for moments in seen:
            stack.enter_context(_following(stack.enter_context(_desk(url)), moments))
        for number in range(_CHANGES):
            began = _add(writer, number)
            _wait_until(seen, number + 1)
            took += [moments[-1] - began for moments in seen]
            time.sleep(_BETWEEN_SECONDS)
    return took


def _add(writer: Workplace, number: int) -> float:
    """Write one change; returns the moment before."""
    began = time.perf_counter()
    with writer.write() as work:
        work.add(Application(name=f"Application {number}"))
        work.commit()
    return began


def _wait_until(seen: Sequence[Sequence[float]], count: int) -> None:
    deadline = time.perf_counter() + _PATIENCE_SECONDS
    while any(len(moments) < count for moments in seen):
        if time.perf_counter() > deadline:
            raise RefusedError(f"A desk did not hear of change {count} in {_PATIENCE_SECONDS:.0f} s.")
        time.sleep(0.002)


@contextmanager
def _desk(url: str) -> Iterator[Workplace]:
    workplace = open_workplace(url, "bench", lambda: datetime.now(UTC))
    yield workplace
    workplace.close()


@contextmanager
def _following(workplace: Workplace, moments: list[float]) -> Iterator[None]:
    """Write down the moment of each change that this desk hears of."""
    stop = Event()

    def heard(_touched: tuple[Touched, ...]) -> None:
        moments.append(time.perf_counter())

    thread = Thread(target=follow, args=(workplace, newest_event(workplace), stop, heard), daemon=True)
    thread.start()
    yield
    stop.set()
    thread.join()


def _seconds_of_round_trips(url: str) -> list[float]:
    """The floor: one connection notifies, another hears."""
    import psycopg

    plain = url.replace("postgresql+psycopg://", "postgresql://")
    took = []
    with (
        psycopg.connect(plain, autocommit=True) as listener,
        psycopg.connect(plain, autocommit=True) as notifier,
    ):
        listener.execute("LISTEN bench")
        for _ in range(_CHANGES):
            began = time.perf_counter()
            notifier.execute("NOTIFY bench")
            list(listener.notifies(timeout=_PATIENCE_SECONDS, stop_after=1))
            took.append(time.perf_counter() - began)
    return took
