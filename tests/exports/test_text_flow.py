"""Wrapping keeps every letter, and keeps lines inside their width."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.packet_pdf.fonts import runs, width_of
from exports.packet_pdf.text_flow import is_right_to_left, one_line, wrap


@given(st.text(max_size=300), st.floats(min_value=20, max_value=300))
@settings(max_examples=150, deadline=None)
def test_lines_stay_inside_their_width(text: str, width: float) -> None:
    for line in wrap(text, False, 8.0, width):
        assert width_of(line, False, 8.0) <= max(width, 8.0 * 8) + 0.01
    # A letter that no font has is spelled out and may alone be wider than a very narrow line.


@given(st.text(alphabet="abc <>&xyz", max_size=400))
@settings(max_examples=100, deadline=None)
def test_no_letter_is_lost(text: str) -> None:
    lines = wrap(text, False, 8.0, 60.0)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("Ledger", "Lockstep"),
        ("Ω я ğ", "Lockstep"),
        ("中文", "Lockstep-CJK"),
        ("한국", "Lockstep-CJK"),
        ("🚀", "Lockstep-Symbols"),
        ("שלום", "Lockstep-Hebrew"),
        ("กรุงเทพ", "Lockstep-Thai"),
    ],
)
def test_each_script_finds_a_font(text: str, font: str) -> None:
    assert {name for name, _ in runs(text, False)} == {font}


def test_letter_without_a_font_is_spelled() -> None:
    assert runs("\U000e0fff", False) == (("Lockstep", "‹U+E0FFF›"),)


def test_arabic_is_joined_and_turned() -> None:
    assert is_right_to_left("دفتر")
    assert wrap("دفتر", False, 8.0, 200.0) == ("\ufeae\ufe98\ufed3\ufea9",)


def test_one_line_ends_in_an_ellipsis() -> None:
    shown = one_line("x" * 10_000, False, 8.0, 100.0)
    assert shown.endswith("…")
    assert width_of(shown, False, 8.0) <= 100.0
