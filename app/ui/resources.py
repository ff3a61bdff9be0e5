"""Where the program's own resource files lie."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
"""Folder of theme, icons, fonts and sample data; read only."""
