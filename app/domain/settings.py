"""What an organisation sets once for all its desks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """A named setting: texts by name, such as the organisation's name and zone under `organisation`."""

    name: str
    content: dict[str, str]
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Organisation:
    """What the organisation is called (may be empty) and the time zone it lives in."""

    name: str
    zone_name: str
