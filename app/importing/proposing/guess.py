"""What one column of a list seems to mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guess:
    """A proposed column: `field` is "" for columns that go to `extra`; `confidence` runs from 0 to 1.

    `completes` is the header of the column that this one completes: it has the times of its days, or says how
    what has these states ended. What `is_left_out` is not
    kept with the records.
    """

    header: str
    field: str
    confidence: float
    reason: str
    completes: str = ""
    is_left_out: bool = False
