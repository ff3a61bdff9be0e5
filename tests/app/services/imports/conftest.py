"""An empty workplace on either engine, and lists written as a tracker would."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from app.services.workplace import Workplace, open_workplace


class Clock:
    """A clock that moves a minute each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def workplace(migrated_url: str) -> Iterator[Workplace]:
    """A workplace without records."""
    made = open_workplace(migrated_url, "tester", Clock())
    yield made
    made.close()
