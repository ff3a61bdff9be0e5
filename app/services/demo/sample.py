"""The raw material of the demo organisation, read from resources/sample."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Sample:
    """Names and texts the demo draws from; `steps` and `change_titles` are by change kind."""

    zone_name: str
    teams: tuple[tuple[str, bool], ...]
    people_per_team: dict[str, int]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    domains: tuple[str, ...]
    services: tuple[str, ...]
    counts: dict[str, int]
    change_titles: dict[str, tuple[str, ...]]
    steps: dict[str, tuple[tuple[str, str, int, str], ...]]


@cache
def sample() -> Sample:
    """The sample organisation that ships with the program."""
    text = (resources.files("resources") / "sample" / "organisation.json").read_text(encoding="utf-8")
    raw: dict[str, Any] = json.loads(text)
    return Sample(
        zone_name=raw["zone"],
        teams=tuple((name, is_development) for name, is_development in raw["teams"]),
        people_per_team=raw["people_per_team"],
        first_names=tuple(raw["first_names"]),
        last_names=tuple(raw["last_names"]),
        domains=tuple(raw["domains"]),
        services=tuple(raw["services"]),
        counts={
            name: raw[name] for name in ("databases", "servers", "network_devices", "storages", "libraries")
        },
        change_titles={kind: tuple(titles) for kind, titles in raw["change_titles"].items()},
        steps={kind: tuple(tuple(step) for step in steps) for kind, steps in raw["steps"].items()},
    )
