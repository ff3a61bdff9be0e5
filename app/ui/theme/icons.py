"""Icons drawn from line drawings in the theme's colours, for widgets and for the stylesheet."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.ui.resources import RESOURCES

ICONS = RESOURCES / "icons"
DRAWN_COLOR = "#000000"
"""The colour the drawings are made in; it is replaced by the one asked for."""
PIXEL_RATIOS = (1.0, 1.5, 2.0, 3.0)


def drawing(name: str, color: str) -> str:
    """The SVG text of icon `name` in `color` (`#RRGGBB`); raises FileNotFoundError for an unknown name."""
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8").replace(DRAWN_COLOR, color)


def draw_icon(name: str, color: str, size: int) -> QIcon:
    """Icon `name` in `color`, sharp at every usual pixel ratio; `size` is its side in pixels."""
    renderer = QSvgRenderer(QByteArray(drawing(name, color).encode()))
    icon = QIcon()
    for ratio in PIXEL_RATIOS:
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        icon.addPixmap(pixmap)
    return icon


def write_icon(folder: Path, name: str, color: str) -> str:
    """Keep icon `name` in `color` as a file in `folder`, and return its path for a stylesheet.

    The folder outlives the program and may be shared by two: what another version drew is drawn anew, and no
    file is ever seen half written. Raises OSError where it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path, wanted = folder / f"{name}-{color.lstrip('#')}.svg", drawing(name, color).encode()
    if not path.is_file() or path.read_bytes() != wanted:
        ours = path.with_suffix(f".{os.getpid()}")
        ours.write_bytes(wanted)
        ours.replace(path)
    return path.as_posix()
