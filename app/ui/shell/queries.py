"""What the shell asks for: the selected window's header, the rail's badges and search hits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CheckpointHeader:
    """The next checkpoint of a window: its cutoff in UTC, and how many changes are not there yet.

    `missing_words` says what they are not ("not in", "not ready").
    """

    name: str
    cutoff_at: datetime
    missing: int
    total: int
    missing_words: str = "not in"


@dataclass(frozen=True, slots=True)
class WindowHeader:
    """The selected window in the top bar; instants are UTC, `zone_name` says how to show them.

    `state_tone` is a chip's tone; `load` says it in words ("31 changes · 27 of 40 slots").
    """

    window_id: int
    title: str
    starts_at: datetime
    ends_at: datetime
    zone_name: str
    state: str
    load: str
    state_tone: str = "accent"
    checkpoint: CheckpointHeader | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Something found: which screen shows it, for which window, and what `open_record` is given there."""

    kind: str
    label: str
    detail: str
    screen_id: str
    window_id: int | None = None
    record: object = None


@dataclass(frozen=True, slots=True)
class ShellQueries:
    """The shell's questions, answered in jobs; `badges` counts by screen id, `start_window` may be None."""

    header: Callable[[int], WindowHeader | None]
    badges: Callable[[], Mapping[str, int]]
    search: Callable[[str], Sequence[SearchHit]]
    start_window: Callable[[], int | None]
    database: str = ""
    is_shared: bool = False
