"""Putting imported changes on windows, by the rules of every placing; what may not go in stays in intake."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from app.domain.changes import Change, ChangeState
from app.domain.placement_rules import TargetFacts, entering_problems, leaving_problems
from app.domain.windows import MaintenanceWindow, WindowState
from app.services.imports.matches import told_list
from app.services.imports.releases import RELEASE, Releases
from app.services.placement import local_day, placed_on, target_facts, window_text
from app.store.queries.imports import open_windows, shut_windows
from app.store.reading import get

PLACING = (RELEASE, "deployment_on")
"""The fields of a change that say which window it is meant for."""
_TELLING = (*PLACING, "state")
"""What the window of a new change hangs on: a withdrawn one is meant for none."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Refused:
    """Changes that do not go into a window, for one reason."""

    window: str
    reason: str
    keys: list[str]


class Placer:
    """Puts changes on `window_id` where one is named, else on the window of their release or their date.

    It counts what it has put into each window, or out of it, and keeps why changes were not put where they
    were meant to go: first come, first served. The dry run and the import walk through the same rows in the
    same order: all new ones, then the changed ones. `connect` gives the connection, each time it is needed.
    """

    def __init__(
        self, connect: Callable[[], Connection], now: datetime, window_id: int | None, releases: Releases
    ) -> None:
        self._connect, self._now = connect, now
        self._window_id, self._releases = window_id, releases
        self._by_day: dict[date, int] = {}
        self._windows: dict[int, MaintenanceWindow] = {}
        for window in open_windows(connect(), now):
            assert window.id is not None
            self._windows[window.id] = window
            self._by_day.setdefault(local_day(window), window.id)
        self._shut: dict[int, MaintenanceWindow] = {}
        for window in shut_windows(connect(), now):
            assert window.id is not None
            self._windows[window.id] = self._shut[window.id] = window
            self._by_day.setdefault(local_day(window), window.id)
        self._facts: dict[int, TargetFacts] = {}
        self._refused: dict[tuple[str, str], _Refused] = {}
        self._dated_otherwise: dict[str, list[str]] = {}

    def wanted(self, values: Mapping[str, Any]) -> int | None:
        """The window that a new row is meant for, if any; what is withdrawn goes into none."""
        if values.get("state") == ChangeState.WITHDRAWN:
            return None
        if self._window_id is not None:
            return self._window_id
        if not self._windows:
            return None
        meant = self._releases.window_of(values.get(RELEASE) or ())
        day = values.get("deployment_on")
        return self._by_day.get(day) if meant is None and day is not None else meant

    def wanted_by_columns(self, columns: Mapping[str, Sequence[Any]], count: int) -> list[int | None]:
        """The window that each of `count` new rows is meant for, given column by column."""
        if self._window_id is None and not self._windows:
            return [None] * count
        fields = [name for name in _TELLING if name in columns]
        rows = zip(*(columns[name] for name in fields), strict=True) if fields else [()] * count
        known: dict[tuple[Any, ...], int | None] = {}
        wanted = []
        for row in rows:
            if row not in known:
                known[row] = self.wanted(dict(zip(fields, row, strict=True)))
            wanted.append(known[row])
        return wanted

    def placed(self, change: Change, window_id: int | None) -> Change:
        """A new change on a window, or as it is where it may not go there."""
        if window_id is None:
            return change
        if window_id in self._shut and self._window_id is None:  # who names it means it
            self._refuse(change, self._shut[window_id], _told_shut(self._shut[window_id]))
            return change
        window = self._window(window_id)
        problems = entering_problems([change], self._facts_of(window_id), self._now)
        if problems:
            self._refuse(change, window, problems[0])
            return change
        self._count(change, window_id, 1)
        return placed_on(change, window)

    def moved(self, before: Change, after: Change) -> Change:
        """A known change whose release has come to mean another window, there or where it stood.

        One that the source has come to date on another day than its window stays there, and it is told.
        """
        if after.window_id is None or after.window_id == before.window_id:
            if after.window_id is not None and after.deployment_on != before.deployment_on:
                self._note_day(after, self._window(after.window_id))
            return after
        source = None if before.window_id is None else self._window(before.window_id)
        window = self._window(after.window_id)
        stays = replace(after, window_id=before.window_id)
        problems = leaving_problems(before, source)
        problems += entering_problems([before], self._facts_of(after.window_id), self._now)
        if problems:
            self._refuse(before, window, problems[0])
            return stays
        self._count(before, after.window_id, 1)
        if before.window_id is not None:
            self._count(before, before.window_id, -1)
        return placed_on(stays, window)

    @property
    def told(self) -> tuple[str, ...]:
        """A sentence for each window and reason for which changes were not put there, and for each window on
        which changes stay that the source dates on another day."""
        refused = (
            f"Not put on {one.window}: {told_list(one.keys)}. {one.reason}" for one in self._refused.values()
        )
        dated = (
            f"Left on {where}: {told_list(keys)}. The deployment date in the source is another one now; "
            f"move {'it' if len(keys) == 1 else 'them'} on the board."
            for where, keys in self._dated_otherwise.items()
        )
        return (*refused, *dated)

    def _note_day(self, change: Change, window: MaintenanceWindow) -> None:
        zone = ZoneInfo(window.zone_name)
        day, last = change.deployment_on, window.ends_at.astimezone(zone).date()
        if day is not None and not local_day(window) <= day <= last:
            self._dated_otherwise.setdefault(window_text(window), []).append(change.key)

    def _window(self, window_id: int) -> MaintenanceWindow:
        if window_id not in self._windows:
            self._windows[window_id] = get(self._connect(), MaintenanceWindow, window_id)
        return self._windows[window_id]

    def _facts_of(self, window_id: int) -> TargetFacts:
        """What decides on entering a window, with what this list has put there so far."""
        if window_id not in self._facts:
            self._facts[window_id] = target_facts(self._connect(), self._window(window_id))
        return self._facts[window_id]

    def _count(self, change: Change, window_id: int, more: int) -> None:
        """Count a change as put into a window (1) or taken out of it (-1)."""
        facts = self._facts_of(window_id)
        minutes = facts.load_minutes + more * change.expected_downtime_minutes
        self._facts[window_id] = replace(facts, load_changes=facts.load_changes + more, load_minutes=minutes)

    def _refuse(self, change: Change, window: MaintenanceWindow, problem: str) -> None:
        reason = problem.removeprefix(f"{change.key}: ")
        if reason.startswith(f"{change.key} "):
            reason = f"It{reason[len(change.key) :]}"
        where = window_text(window)
        alike = _NUMBER.sub("", reason)  # the minutes it would need differ from change to change
        self._refused.setdefault((where, alike), _Refused(where, reason, [])).keys.append(change.key)


def _told_shut(window: MaintenanceWindow) -> str:
    """Why nothing is put on a window that takes no changes any more."""
    way_out = " What must go in late is put there on the board." if window.state is WindowState.LOCKED else ""
    return f"The window is {window.state.value}.{way_out}"
