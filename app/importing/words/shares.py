"""How much of something is done, as cells say it: "45 %", "0.45", "100"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SHARE = re.compile(r"^%?\s*(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$")
_ALL = 100.0


def share_of(text: str) -> float | None:
    """The number that a cell says is done, from 0 to 100; None for what is none."""
    found = _SHARE.match(text.strip())
    number = float(found[1].replace(",", ".")) if found else None
    return None if number is None or number > _ALL else number


def shares_of(texts: Sequence[str]) -> list[float | None]:
    """The percentage that each cell of a column says; numbers are shares of one where none is more, as
    spreadsheets keep what they show with a sign."""
    numbers = [share_of(text) for text in texts]
    is_of_one = "%" not in "".join(texts) and all(number <= 1 for number in numbers if number is not None)
    return [number * _ALL if is_of_one and number is not None else number for number in numbers]


def are_shares(texts: Sequence[str]) -> bool:
    """Whether cells are nothing but percentages: numbers alone may be of states, but for a whole hundred."""
    return all(share_of(one) is not None for one in texts) and any(
        "%" in one or share_of(one) == _ALL for one in texts
    )
