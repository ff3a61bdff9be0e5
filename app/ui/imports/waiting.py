"""Lists that arrived in the watched folder and wait until they are imported or put aside."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from app.services.files import printable
from app.services.imports.undo import PastImport
from app.ui.context import DeskContext

_WAITING = "import/waiting"


@dataclass(frozen=True, slots=True)
class ArrivedList:
    """A list that arrived in the watched folder, to be opened at its dry run; `kind` "auto" is found out."""

    path: Path
    kind: str = "auto"
    arrived_at: datetime | None = None


class WaitingLists(QObject):
    """The lists that wait, in the order they came; kept in the settings, so that none is lost over night.

    `changed` tells that they are others now.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.lists: tuple[ArrivedList, ...] = read_waiting(settings)

    @classmethod
    def of(cls, context: DeskContext) -> WaitingLists:
        """Those of a desk, which its watch and its screens share."""
        return context.findChild(cls) or cls(context.settings, context)

    def add(self, arrived: Sequence[ArrivedList]) -> None:
        """Lists have come; a new version of one that waits waits instead of it."""
        paths = {one.path for one in arrived}
        self._keep((*(one for one in self.lists if one.path not in paths), *arrived))

    def at(self, path: Path) -> ArrivedList | None:
        """The list that waits in this file."""
        return next((one for one in self.lists if one.path == path), None)

    def take(self, arrived: ArrivedList | None) -> None:
        """A list was imported or put aside; a version of it that has come since still waits."""
        self._keep(tuple(one for one in self.lists if one != arrived))

    def _keep(self, lists: tuple[ArrivedList, ...]) -> None:
        if lists != self.lists:
            self.lists = lists
            write_waiting(self._settings, lists)
            self.changed.emit()


def imported_since(arrived: ArrivedList, imports: Iterable[PastImport]) -> PastImport | None:
    """The first import that stands of a list of the same name since this one came, as another desk may have
    made that watches the folder; `imports` are those there have been."""
    name, at = printable(arrived.path.name), arrived.arrived_at
    stand = (one for one in imports if one.file_name == name and one.undone_at is None)
    since = [one for one in stand if at is not None and one.imported_at >= at]
    return min(since, key=lambda one: one.imported_at, default=None)


def read_waiting(settings: QSettings) -> tuple[ArrivedList, ...]:
    """The lists that wait; none where what was kept cannot be read."""
    try:
        kept = json.loads(str(settings.value(_WAITING, "") or "[]"))
        return tuple(
            ArrivedList(Path(path), str(kind), datetime.fromtimestamp(at, UTC) if at else None)
            for path, kind, at in kept
        )
    except (ValueError, TypeError, OverflowError, OSError):
        return ()


def write_waiting(settings: QSettings, lists: Sequence[ArrivedList]) -> None:
    """Keep the lists that wait."""
    kept = [
        (str(one.path), one.kind, one.arrived_at.timestamp() if one.arrived_at else None) for one in lists
    ]
    settings.setValue(_WAITING, json.dumps(kept))
