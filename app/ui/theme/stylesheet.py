"""The one stylesheet of the desk, made from the tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from app.ui.resources import RESOURCES

STYLESHEET_FILE = RESOURCES / "theme" / "desk.qss"
REFERENCE = re.compile(r"@icon\(([a-z-]+), ([a-z_]+)\)|@([a-z_]+)")


def build_stylesheet(
    colors: Mapping[str, str],
    space: Mapping[str, int],
    type_sizes: Mapping[str, int],
    icon_path: Callable[[str, str], str],
) -> str:
    """The stylesheet with every token filled in; raises KeyError naming a token that does not exist.

    `icon_path(name, color)` gives the file of an icon in a colour.
    """
    values = dict(colors)
    values |= {name: f"{length}px" for name, length in space.items()}
    values |= {f"{name}_px": f"{size}px" for name, size in type_sizes.items()}
    text = STYLESHEET_FILE.read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return REFERENCE.sub(
        lambda found: values[found[3]] if found[3] else quoted(icon_path(found[1], colors[found[2]])), text
    )


def quoted(path: str) -> str:
    """A path as a stylesheet writes it, whatever letters the user's folder is named by."""
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"'
