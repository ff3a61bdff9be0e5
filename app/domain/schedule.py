"""The default rhythm of a window: in for test on Wednesday, ready for production on Friday."""

from __future__ import annotations

from datetime import time

from app.domain.criteria import IN_FOR_TEST, READY_FOR_PRODUCTION
from app.domain.windows import CheckpointRule

_WEDNESDAY, _FRIDAY, _SATURDAY = 3, 5, 6  # ISO weekdays


def default_checkpoints(weekday: int = _SATURDAY) -> tuple[CheckpointRule, ...]:
    """The two default checkpoints of a window that starts on an ISO weekday (1 = Monday; default Saturday).

    *In for test* Wednesday 12:00 with the meeting at 13:00, *Ready for production* Friday 10:00 with the
    meeting at 11:00, each the nearest such day before the window, the first always before the second.
    """
    final_days = _days_back(weekday, _FRIDAY)
    first_days = final_days + (_FRIDAY - _WEDNESDAY)
    return (
        CheckpointRule("In for test", first_days, time(12), time(13), IN_FOR_TEST),
        CheckpointRule(
            "Ready for production", final_days, time(10), time(11), READY_FOR_PRODUCTION, is_final=True
        ),
    )


def _days_back(weekday: int, wanted: int) -> int:
    """Whole days from the `wanted` weekday to the next `weekday` after it, at least one."""
    return (weekday - wanted) % 7 or 7
