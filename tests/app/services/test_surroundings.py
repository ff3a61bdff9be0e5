"""Minutes of a window in words: the clock, and the day where the clock alone could mean another one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.windows import MaintenanceWindow
from app.services.surroundings import describe_minutes

START = datetime(2026, 11, 28, 21, tzinfo=UTC)


def window(hours: int) -> MaintenanceWindow:
    return MaintenanceWindow(
        id=1,
        title="Weekly",
        starts_at=START,
        ends_at=START + timedelta(hours=hours),
        zone_name="Europe/Berlin",
    )


@pytest.mark.parametrize(
    ("hours", "minute", "said"),
    [
        (8, 0, "22:00"),
        (8, 480, "06:00"),
        (8, -60, "21:00"),
        (8, 480 + 720, "18:00"),
        (8, -721, "Sat 09:59"),
        (8, 26 * 60, "Mon 00:00"),
        (28, 600, "08:00"),
        (28, 60, "Sat 23:00"),
        (28, 25 * 60, "Sun 23:00"),
        (36 * 24, 600, "Sun 08:00"),
        (36 * 24, 5 * 24 * 60, "Thu 3 Dec 22:00"),
    ],
)
def test_the_day_is_named_where_the_clock_is_not_enough(hours: int, minute: int, said: str) -> None:
    assert describe_minutes(window(hours))(minute) == said
