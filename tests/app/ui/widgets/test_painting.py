"""Chips that are painted in cells."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.theme import Preference, Theme
from app.ui.widgets.painting import chip_width, word_within


def test_a_chip_with_too_little_room_is_cut_and_still_says_something(qtbot: QtBot) -> None:
    """Instead of it there was "+1", which says nothing."""
    theme = Theme(Preference.LIGHT)
    whole = chip_width(theme, "As remembered", "waived")
    assert word_within(theme, "As remembered", "waived", whole) == "As remembered"
    cut = word_within(theme, "As remembered", "waived", whole - 10)
    assert cut.startswith("As rem")
    assert cut.endswith("…")
    assert chip_width(theme, cut, "waived") <= whole - 10
