"""The one object that tells every screen which records have changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QObject, Signal


class Touched(Protocol):
    """A record that changed: its kind, its id as text, and created / changed / removed / noted."""

    @property
    def kind(self) -> str:
        """The kind of record, as the audit log names it."""
        ...

    @property
    def record_id(self) -> str:
        """The record's id as text; empty where many of the kind changed."""
        ...

    @property
    def action(self) -> str:
        """What was done to it."""
        ...


Changes = tuple[Touched, ...]


class ChangeAnnouncer(QObject):
    """Announces changes made at this desk or heard from another; `records_changed` carries `Changes`."""

    records_changed = Signal(object)

    def announce(self, touched: Iterable[Touched]) -> None:
        """Tell everybody about `touched`; nothing is said when it is empty."""
        if changes := tuple(touched):
            self.records_changed.emit(changes)


def ids_of(changes: Changes, *kinds: str) -> set[int]:
    """The ids among `changes` of the given kinds; ids that are no numbers are left out."""
    return {int(one.record_id) for one in changes if one.kind in kinds and one.record_id.isdecimal()}
