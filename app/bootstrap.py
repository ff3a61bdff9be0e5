"""The one place that wires everything together: clock, actor, database, command line and desk."""

from __future__ import annotations

import gc
import getpass
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.workplace import Workplace

STOPPED = 130
"""The exit status after Ctrl+C, as shells have it: 128 and the number of the signal."""
DATABASE_VARIABLE = "LOCKSTEP_DB"
_TURN_SECONDS = 0.001
"""How long a thread may keep the others waiting: Python's own 5 ms are a third of a frame of the window, and
a thread that writes to the database waits as long after every statement."""


def utc_now() -> datetime:
    """The present instant; the only clock of the program."""
    return datetime.now(UTC)


def data_folder() -> Path:
    """The user's own folder for Lockstep's data."""
    from platformdirs import user_data_path

    return user_data_path("lockstep", appauthor=False)


def default_url() -> str:
    """The database used when none is named: LOCKSTEP_DB, or the local file in the user's folder."""
    from db.engines import local_url

    return os.environ.get(DATABASE_VARIABLE) or local_url(data_folder() / "lockstep.db")


class DatabaseOpener:
    """Opens databases for the person logged in on this computer."""

    def url_of(self, url: str | None) -> str:
        """`url`, or the default database's address."""
        return url or default_url()

    def __call__(self, url: str | None) -> Workplace:
        """The workplace at `url` (None: the default)."""
        from app.services.workplace import open_workplace

        return open_workplace(self.url_of(url), _actor(), utc_now)


def _actor() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no user entry, as in a bare container
        return "unknown user"


def main(words: Sequence[str] | None = None) -> int:
    """Open the desk, or run the sub-command in `words`; returns the exit status, also after Ctrl+C."""
    sys.setswitchinterval(_TURN_SECONDS)
    words = sys.argv[1:] if words is None else list(words)
    if opens_desk(words):
        return open_desk(desk_url(words))
    try:
        from app.cli.main import main as run_command

        return run_command(words, DatabaseOpener(), open_desk)
    except KeyboardInterrupt:
        print("lockstep: stopped; what was not stored whole by then is not stored.", file=sys.stderr)
        return STOPPED


def open_desk(url: str) -> int:
    """Open the desk on the database at `url`; without a display say so, and return 2."""
    if not _has_display():
        print(
            "lockstep: there is no display to open the desk on. The command line works: lockstep --help",
            file=sys.stderr,
        )
        return 2
    load_before_qt()
    from app.ui.desk import run_desk

    return run_desk(url=url, open_database=DatabaseOpener(), clock=utc_now, make_demo=_make_demo)


def load_before_qt() -> None:
    """Import what the first screen reads by, so that the desk is painted sooner.

    PySide searches the source of each module imported after it for its own name; these need none of it. What
    is imported is no garbage either: from here on the desk itself collects (app.ui.jobs).
    """
    gc.disable()
    for name in ("app.services.board", "app.services.calendar"):
        import_module(name)


def _make_demo(workplace: Workplace) -> object:
    from app.services.demo.month import make_demo

    return make_demo(workplace)


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def opens_desk(words: Sequence[str]) -> bool:
    """Whether the words ask for the desk: none at all, "desk", or a database without a sub-command."""
    if not words or words[0] == "desk":
        return True
    return (len(words) == 1 and words[0].startswith("--db=")) or (len(words) == 2 and words[0] == "--db")


def desk_url(words: Sequence[str]) -> str:
    """The database that the words name for the desk; the user's local one where they name none."""
    for place, word in enumerate(words):
        if word.startswith("--db="):
            return word.removeprefix("--db=")
        if word == "--db" and place + 1 < len(words):
            return words[place + 1]
    return default_url()


if __name__ == "__main__":
    raise SystemExit(main())
