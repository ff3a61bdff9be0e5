"""The look of the packet: colours, type sizes and distances on an 8-point grid."""

from dataclasses import dataclass
from typing import Literal

ACCENT = "#2457D6"
ACCENT_SOFT = "#E7EDFC"
TEXT = "#1B2330"
MUTED = "#5F697D"
FAINT = "#98A1B2"
LINE = "#E2E5EA"
LINE_STRONG = "#C3C9D3"
BAND = "#F6F7F9"
WHITE = "#FFFFFF"
MET = "#0B7A5B"
MET_SOFT = "#E2F4EE"
NOT_MET = "#B42318"
WAIVED = "#8A5A00"
WAIVED_SOFT = "#FFF3D1"
NEUTRAL = "#545E70"
CRITICAL = "#C2410C"
SLACK = "#C6CDDA"
BAR = "#3A67DC"

UNIT = 8.0
MARGIN = 40.0
HEADER_HEIGHT = 24.0
FOOTER_HEIGHT = 24.0
# Sizes of paper in points, portrait (ISO 216 A4; ANSI A).
PAPER = {"A4": (595.2756, 841.8898), "Letter": (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class Style:
    """How a line of text looks; sizes in points."""

    size: float
    leading: float
    bold: bool = False
    colour: str = TEXT


TITLE = Style(24, 32, True)
HEADING = Style(16, 24, True)
SUBHEADING = Style(11, 16, True)
BODY = Style(9, 13)
BODY_BOLD = Style(9, 13, True)
SMALL = Style(8, 11)
SMALL_BOLD = Style(8, 11, True)
NOTE = Style(8, 11, False, MUTED)
LABEL = Style(7.5, 10, True, MUTED)
TINY = Style(6.5, 9)
FIGURE = Style(20, 24, True)

Align = Literal["left", "right", "centre"]
# Sign and word of each result: told apart in black and white by sign and by filling.
RESULTS = {
    "met": ("✓", "met", MET, MET_SOFT),
    "not_met": ("×", "not met", WHITE, NOT_MET),
    "waived": ("W", "waived", WAIVED, WAIVED_SOFT),
    "not_evaluated": ("?", "not evaluated", NEUTRAL, WHITE),
}
