"""What a sub-command answers: lines for people, one JSON object for programs, and the exit status."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

DONE = 0
WITH_FINDINGS = 1
COULD_NOT = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """`data` is printed with --json, `lines` otherwise; instants in `data` are ISO 8601 with offset.

    `opens` is the address of a database on which a desk is opened afterwards, where there is a display.
    """

    data: dict[str, Any]
    lines: tuple[str, ...] = field(default=())
    status: int = DONE
    opens: str = ""


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 row", "1204 rows"."""
    return f"{count} {one if count == 1 else many or one + 's'}"
