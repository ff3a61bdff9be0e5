"""Keeps a local database locked while other code of this program opens and closes its files.

POSIX drops every lock a process holds on a file as soon as the process closes any descriptor of it. A file
dialog that looks into the files of a folder is enough: another program would then take itself for the only
user of the database and remove its log, and all that is written here afterwards would be lost. Locks of an
open file description stay (fcntl(2), "Open file description locks"); they keep SQLite's own places shared.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path
from threading import Lock
from typing import Any

if sys.platform != "win32":  # there, locks belong to the handle that took them
    import fcntl

_SHARED = (0x40000002, 510)
"""SHARED_FIRST and SHARED_SIZE of SQLite's os.h: held shared by everybody who uses the file."""
_IN_USE = (128, 1)
"""UNIX_SHM_DMS of SQLite's os_unix.c: held shared by everybody who uses the index of the log."""


class FileGuard:
    """Holds both places as long as an engine has connections; does nothing where there are no such locks.

    Its descriptors are closed only when no connection is open, for closing them drops SQLite's locks too.
    """

    def __init__(self, path: Path) -> None:
        self._places = {path: _SHARED, path.with_name(f"{path.name}-shm"): _IN_USE}
        self._mutex = Lock()
        self._connections = 0
        self._open: dict[Path, int] = {}

    def __del__(self) -> None:
        for descriptor in self._open.values():
            os.close(descriptor)

    def connected(self, _connection: Any, _record: Any) -> None:
        """A connection was opened."""
        with self._mutex:
            self._connections += 1
            if sys.platform == "linux":  # elsewhere there are no such locks, or they are laid out otherwise
                for path in self._places:
                    self._hold(path)

    def closing(self, _connection: Any, _record: Any) -> None:
        """A connection is about to be closed; the last one of all programs puts the log away."""
        with self._mutex:
            self._connections -= 1
            if self._connections == 0:
                for path, descriptor in self._open.items():
                    self._set(descriptor, path, is_held=False)

    def disposed(self, _engine: Any) -> None:
        """The engine has let go of its connections."""
        with self._mutex:
            if self._connections == 0:
                for descriptor in self._open.values():
                    os.close(descriptor)
                self._open.clear()

    def _hold(self, path: Path) -> None:
        """Hold a file's place; one that was made anew meanwhile is another file."""
        try:
            found = path.stat()
        except OSError:
            return
        known = self._open.get(path)
        if known is not None and not os.path.samestat(os.fstat(known), found):
            os.close(self._open.pop(path))
            known = None
        if known is None:
            known = self._open[path] = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        self._set(known, path, is_held=True)

    def _set(self, descriptor: int, path: Path, *, is_held: bool) -> None:
        start, length = self._places[path]
        kind = fcntl.F_RDLCK if is_held else fcntl.F_UNLCK
        wanted = struct.pack("hhqqi4x", kind, os.SEEK_SET, start, length, 0)
        try:
            fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, wanted)
        except OSError:
            return  # a file system without such locks, or a program that holds all for itself now
