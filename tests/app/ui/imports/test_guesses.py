"""Guesses in words, and how digits of a date can be read."""

from __future__ import annotations

import pytest

from app.ui.imports.guesses import header_state, is_two_way, reading_of, sheet_state


@pytest.mark.parametrize(
    ("example", "order", "text"),
    [
        ("05/12/2026", "dmy", "5 December (day, month, year)"),
        ("05/12/2026", "mdy", "12 May (month, day, year)"),
        ("31.12.2026", "mdy", "Month, day, year"),
        ("soon", "dmy", "Day, month, year"),
    ],
)
def test_a_date_is_read_out_in_letters(example: str, order: str, text: str) -> None:
    assert reading_of(example, order) == text


@pytest.mark.parametrize(
    ("example", "is_so"), [("05/12/2026", True), ("31/12/2026", False), ("2026-05-12", False), ("", False)]
)
def test_only_small_numbers_can_be_read_two_ways(example: str, is_so: bool) -> None:
    assert is_two_way(example) is is_so


def test_one_of_several_sheets_and_names_not_found_are_guesses() -> None:
    assert sheet_state(False, 3)[0] == "Guess"
    assert sheet_state(False, 1)[0] == "Found"
    assert sheet_state(True, 3)[0] == "Chosen"
    assert header_state(False, False)[0] == "Guess"
    assert header_state(False, True)[0] == "Found"
