"""The look of cards in the theme's present scheme."""

from __future__ import annotations

from app.ui.board.card_painter import CardLook
from app.ui.theme import Theme


def card_look(theme: Theme) -> CardLook:
    """Colours and fonts of cards from the theme's tokens."""
    return CardLook(
        surface=theme.color("surface"),
        line=theme.color("line"),
        text=theme.color("text"),
        muted=theme.color("muted"),
        accent=theme.color("accent"),
        met=theme.color("met"),
        not_met=theme.color("not_met"),
        waived=theme.color("waived"),
        critical=theme.color("critical"),
        title_font=theme.font("strong"),
        small_font=theme.font("small"),
        chip_font=theme.font("chip"),
    )
