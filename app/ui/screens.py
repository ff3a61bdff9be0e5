"""The screens of the desk in the order of the navigation rail; each is imported on its first visit."""

from __future__ import annotations

from app.ui.screen import ScreenEntry

SCREENS: list[ScreenEntry] = []
