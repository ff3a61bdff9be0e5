"""Windows follow the clock: intake opens four weeks before, running begins at the start."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.windows import WindowState
from app.services.windows_states import state_by_time


@pytest.mark.parametrize(
    ("state", "days_to_start", "wanted"),
    [
        ("planned", 40, "planned"),
        ("planned", 28, "intake"),
        ("testing", 5, "testing"),
        ("locked", 0, "running"),
        ("planned", -0.2, "running"),
        ("cancelled", 0, "cancelled"),
        ("closed", 3, "closed"),
        ("locked", -2, "locked"),
    ],
)
def test_time_moves_a_window_on_and_never_back(state: str, days_to_start: float, wanted: str) -> None:
    start = timedelta(days=days_to_start)
    assert state_by_time(WindowState(state), start, start + timedelta(hours=8)) is WindowState(wanted)
