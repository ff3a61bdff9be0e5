"""Colours, type, icons and the stylesheet of the desk, in light and dark."""

from app.ui.theme.theme import Preference, Scheme, Theme

__all__ = ["Preference", "Scheme", "Theme"]
