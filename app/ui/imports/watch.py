"""Watching a folder for lists: what is watched, and noticing files that have arrived whole."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QSettings, QTimer, Signal

SETTLE_MILLISECONDS = 800
ENDINGS = (".csv", ".txt", ".tsv", ".xlsx", ".ics")
"""What is taken for a list: all that the import reads, by the ends of their names."""
_FOLDER, _KIND = "import/watched_folder", "import/watched_kind"


@dataclass(frozen=True, slots=True)
class Watched:
    """The folder lists arrive in, and what they hold ("auto": found out)."""

    folder: Path
    kind: str = "auto"


@dataclass(frozen=True, slots=True)
class ArrivedList:
    """A list that arrived in the watched folder, to be opened at its dry run."""

    path: Path
    kind: str


def read_watched(settings: QSettings) -> Watched | None:
    """What is watched; None when nothing is."""
    folder = str(settings.value(_FOLDER, "") or "")
    return Watched(Path(folder), str(settings.value(_KIND, "auto"))) if folder else None


def write_watched(settings: QSettings, watched: Watched | None) -> None:
    """Watch another folder, or none."""
    settings.setValue(_FOLDER, "" if watched is None else str(watched.folder))
    settings.setValue(_KIND, "auto" if watched is None else watched.kind)


class FolderWatch(QObject):
    """Tells of each list that is new in the folder once it has stopped growing.

    `list_arrived` carries its path. Files that were there when the watch began are not told.
    """

    list_arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._known: dict[Path, tuple[int, int]] = {}
        self._growing: dict[Path, tuple[int, int]] = {}
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setInterval(SETTLE_MILLISECONDS)
        self._timer.setSingleShot(True)
        self._watcher.directoryChanged.connect(self._stir)
        self._watcher.fileChanged.connect(self._stir)
        self._timer.timeout.connect(self.look)

    def watch(self, folder: Path | None) -> None:
        """Watch a folder from now on; None watches nothing."""
        paths = [*self._watcher.directories(), *self._watcher.files()]
        if paths:
            self._watcher.removePaths(paths)
        self._timer.stop()
        self._folder = folder if folder is not None and is_folder(folder) else None
        self._growing = {}
        self._known = _stamps(self._folder)
        if self._folder is not None:
            self._watcher.addPath(str(self._folder))

    def look(self) -> None:
        """Tell of what has arrived and stands still; look again while something grows."""
        now = _stamps(self._folder)
        self._known = {path: stamp for path, stamp in self._known.items() if path in now}
        fresh = {path: stamp for path, stamp in now.items() if self._known.get(path) != stamp}
        arrived = [path for path, stamp in fresh.items() if self._growing.get(path) == stamp and stamp[0]]
        self._growing = {path: stamp for path, stamp in fresh.items() if path not in arrived}
        for path in sorted(arrived):
            self._known[path] = fresh[path]
            self.list_arrived.emit(path)
        if self._growing:
            self._timer.start()

    def _stir(self) -> None:
        self._timer.start()


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; one that no file system takes, too long or forbidden, does not."""
    return os.path.isdir(path)  # the method of Path raises for such paths


def _stamps(folder: Path | None) -> dict[Path, tuple[int, int]]:
    """Size in bytes and change time of every list in a folder."""
    found: dict[Path, tuple[int, int]] = {}
    if folder is None:
        return found
    try:
        for path in folder.iterdir():
            if path.suffix.lower() in ENDINGS and not path.name.startswith((".", "~")):
                stat = path.stat()
                found[path] = (stat.st_size, stat.st_mtime_ns)
    except OSError:
        return found
    return found
