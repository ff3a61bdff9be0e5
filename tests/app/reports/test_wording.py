"""Times and lengths in words, also on the nights when the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.register import Role
from app.domain.windows import MaintenanceWindow
from app.reports.wording import length_note, listed, minutes_words, window_title


def window(start: str, end: str, zone_name: str = "Europe/Berlin") -> MaintenanceWindow:
    """A window from its UTC instants."""
    starts_at, ends_at = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (start, end))
    return MaintenanceWindow("Weekly window", starts_at, ends_at, zone_name)


@pytest.mark.parametrize(
    ("start", "end", "zone_name", "title", "length"),
    [
        ("2026-11-28T21:00", "2026-11-29T05:00", "Europe/Berlin",
         "Sat 28 Nov 2026, 22:00 – Sun 06:00 CET", "8 h"),
        ("2026-03-28T21:00", "2026-03-29T04:00", "Europe/Berlin",
         "Sat 28 Mar 2026, 22:00 CET – Sun 06:00 CEST", "7 h, clocks go forward by 1 h"),
        ("2026-10-24T20:00", "2026-10-25T05:00", "Europe/Berlin",
         "Sat 24 Oct 2026, 22:00 CEST – Sun 06:00 CET", "9 h, clocks go back by 1 h"),
        ("2026-10-03T14:00", "2026-10-03T17:15", "Australia/Lord_Howe",
         "Sun 4 Oct 2026, 00:30 +1030 – 04:15 +11", "3 h 15 min, clocks go forward by 30 min"),
        ("2026-06-01T10:00", "2026-06-01T10:45", "UTC", "Mon 1 Jun 2026, 10:00 – 10:45 UTC", "45 min"),
    ],
)  # fmt: skip
def test_windows_in_words(start: str, end: str, zone_name: str, title: str, length: str) -> None:
    made = window(start, end, zone_name)
    assert (window_title(made), length_note(made)) == (title, length)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (59, "59 min"), (60, "1 h"), (130, "2 h 10 min"), (-90, "−1 h 30 min")],
)
def test_minutes_in_words(minutes: int, words: str) -> None:
    assert minutes_words(minutes) == words


@pytest.mark.parametrize(
    ("words", "most", "said"),
    [
        ((), 0, ""),
        (("a",), 0, "a"),
        (("a", "b", "c"), 0, "a, b and c"),
        (("a", "b", "c"), 2, "a, b and 1 more"),
    ],
)
def test_lists_in_words(words: tuple[str, ...], most: int, said: str) -> None:
    assert listed(words, most) == said


def test_roles_in_words() -> None:
    assert (Role.QA_MANAGER.words, Role.BUSINESS_OWNER.words) == ("QA manager", "business owner")
