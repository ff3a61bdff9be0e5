"""The line above a board says how much of the intake list is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from app.services.board_models import BoardView
from app.ui.board.summary import summary_text

EMPTY = BoardView(None, (), (), (), 0, 0, datetime(2026, 11, 25, 11, tzinfo=UTC))
CARD: Any = object()


@pytest.mark.parametrize(
    ("cards", "intake", "words"),
    [
        (0, 0, "0 changes"),
        (1, 1, "1 change"),
        (1_204, 1_204, "1,204 changes"),
        (2_000, 83_417, "the newest 2,000 of 83,417 changes"),
    ],
)
def test_the_intake_list(cards: int, intake: int, words: str) -> None:
    assert summary_text(replace(EMPTY, cards=(CARD,) * cards, intake=intake)) == words
