"""The tokens every colour, size and type of the desk comes from, read from one file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from app.ui.resources import RESOURCES

TOKENS_FILE = RESOURCES / "theme" / "tokens.toml"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours of both schemes (`#RRGGBB` by name), lengths and text sizes in pixels, and the family."""

    light: dict[str, str]
    dark: dict[str, str]
    space: dict[str, int]
    type_sizes: dict[str, int]
    family: str


def read_tokens(path: Path = TOKENS_FILE) -> Tokens:
    """The tokens in `path`; raises ValueError naming the colours one scheme has and the other lacks."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    light, dark = table["light"], table["dark"]
    if missing := set(light) ^ set(dark):
        raise ValueError(f"{path.name}: {', '.join(sorted(missing))} must stand in both [light] and [dark].")
    sizes = {name: size for name, size in table["type"].items() if name != "family"}
    return Tokens(light, dark, table["space"], sizes, table["type"]["family"])
