"""Watching a folder for lists: what is watched, and noticing files that have arrived whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QSettings, QTimer, Signal

SETTLE_MILLISECONDS = 800
ENDINGS = (".csv", ".txt", ".tsv", ".xlsx", ".ics")
"""What is taken for a list: all that the import reads, by the ends of their names."""
PATROL_MILLISECONDS = 15_000
"""How often a folder is looked into that tells of nothing: one on a shared drive, a list written over."""
_FOLDER, _KIND, _SEEN = "import/watched_folder", "import/watched_kind", "import/watched_seen"


@dataclass(frozen=True, slots=True)
class Watched:
    """The folder lists arrive in, and what they hold ("auto": found out)."""

    folder: Path
    kind: str = "auto"


def read_watched(settings: QSettings) -> Watched | None:
    """What is watched; None when nothing is."""
    folder = str(settings.value(_FOLDER, "") or "")
    return Watched(Path(folder), str(settings.value(_KIND, "auto"))) if folder else None


def write_watched(settings: QSettings, watched: Watched | None) -> None:
    """Watch another folder, or none."""
    settings.setValue(_FOLDER, "" if watched is None else str(watched.folder))
    settings.setValue(_KIND, "auto" if watched is None else watched.kind)
    settings.remove(_SEEN)


def read_seen(settings: QSettings) -> int | None:
    """When the newest list came that was seen in the watched folder, in ns; None where none was yet."""
    text = str(settings.value(_SEEN, "") or "")
    return int(text) if text.isdecimal() else None


def write_seen(settings: QSettings, seen: int) -> None:
    """Remember when the newest list came, so that those that come meanwhile are offered next time."""
    settings.setValue(_SEEN, str(seen))


class Stamp(NamedTuple):
    """What tells a file from its next version: bytes and change time; and when it came, both in ns."""

    size: int
    changed: int
    arrived: int


Stamps = dict[Path, Stamp]
Look = Stamps | None
"""What is in a folder; None where it cannot be looked into just now."""
Reader = Callable[[Path, Callable[[Look], None]], object]
"""Looks into a folder, and hands over what is there, at once or when it is known."""


class FolderWatch(QObject):
    """Tells of lists that are new in the folder once they have stopped growing.

    `lists_arrived` carries their stamps by path; `seen_changed` when the newest list known came, to begin
    from next time. Lists that were there when the watch began are told only where they came after `seen`.
    """

    lists_arrived = Signal(object)
    seen_changed = Signal(object)

    def __init__(self, parent: QObject | None = None, read: Reader | None = None) -> None:
        super().__init__(parent)
        self._read: Reader = read or (lambda folder, done: done(stamps_in(folder)))
        self._folder: Path | None = None
        self._seen: int | None = None
        self._known: Stamps | None = None
        self._growing: Stamps = {}
        self._is_looking = False
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setInterval(SETTLE_MILLISECONDS)
        self._timer.setSingleShot(True)
        self._patrol = QTimer(self)
        self._patrol.setInterval(PATROL_MILLISECONDS)
        self._watcher.directoryChanged.connect(self._stir)
        self._timer.timeout.connect(self.look)
        self._patrol.timeout.connect(self.look)

    def watch(self, folder: Path | None, seen: int | None = None) -> None:
        """Watch a folder from now on, or from when the list came that was `seen` last; None watches nothing.

        A folder just chosen is looked into at once: what comes from this moment on is new.
        """
        paths = self._watcher.directories()
        if paths:
            self._watcher.removePaths(paths)
        self._timer.stop()
        self._patrol.stop()
        self._folder, self._seen, self._known, self._growing = folder, seen, None, {}
        self._is_looking = False
        if folder is not None:
            self._watcher.addPath(str(folder))
            self._patrol.start()
            if seen is None:
                self._found(folder, stamps_in(folder))
            else:
                self.look()

    def look(self) -> None:
        """Tell of what has arrived and stands still; look again while something grows."""
        folder = self._folder
        if folder is not None and not self._is_looking:  # a shared drive that hangs is asked once
            self._is_looking = True
            self._read(folder, lambda now: self._found(folder, now))

    def _found(self, folder: Path, now: Look) -> None:
        if folder != self._folder:
            return
        self._is_looking = False
        if now is None:  # a drive that comes back brings nothing new
            return
        if self._known is None:
            self._known = self._known_at_first(now)
        known = {path: stamp for path, stamp in self._known.items() if path in now}
        fresh = {path: stamp for path, stamp in now.items() if not _is_same(known.get(path), stamp)}
        arrived = {path: stamp for path, stamp in fresh.items() if _stands(self._growing.get(path), stamp)}
        self._growing = {path: stamp for path, stamp in fresh.items() if path not in arrived}
        self._known = {**known, **arrived}
        if arrived:  # before they count as seen
            self.lists_arrived.emit({path: arrived[path] for path in sorted(arrived)})
        self._tell_seen()
        if self._growing:
            self._timer.start()

    def _known_at_first(self, now: Stamps) -> Stamps:
        """What is not told: what came before."""
        seen = self._seen
        return {path: stamp for path, stamp in now.items() if seen is None or stamp.arrived <= seen}

    def _tell_seen(self) -> None:
        newest = max((stamp.arrived for stamp in (self._known or {}).values()), default=0)
        if self._seen is None or newest > self._seen:
            self._seen = newest
            self.seen_changed.emit(newest)

    def _stir(self) -> None:
        self._timer.start()


def _is_same(one: Stamp | None, other: Stamp) -> bool:
    return one is not None and one[:2] == other[:2]


def _stands(before: Stamp | None, now: Stamp) -> bool:
    """Whether a list has stopped growing: it is as it was at the last look, and not empty."""
    return now.size > 0 and _is_same(before, now)


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; one that no file system takes, too long or forbidden, does not."""
    return os.path.isdir(path)  # the method of Path raises for such paths


def stamps_in(folder: Path) -> Look:
    """Every list in a folder; None where it cannot be looked into. May take long on a shared drive."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return None
    found: Stamps = {}
    for entry in entries:
        path = Path(entry.path)
        is_list = path.suffix.lower() in ENDINGS and not path.name.startswith((".", "~"))
        if is_list and (stamp := _stamp_of(entry)) is not None:
            found[path] = stamp
    return found


def _stamp_of(entry: os.DirEntry[str]) -> Stamp | None:
    """The stamp of a file; None for a folder, a link to nothing, and what has gone meanwhile."""
    try:
        found = os.stat(entry.path) if entry.is_file() else None
    except OSError:
        return None
    if found is None:
        return None
    came = found.st_ctime_ns  # a list copied keeps the time it was written, which may be still to come
    if os.name == "nt":  # there, this is when it was made, also of one that was written over since
        came = max(came, found.st_mtime_ns)
    return Stamp(found.st_size, found.st_mtime_ns, came)
