"""Times of a list that are asked for twice are read once, whatever rows are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.converting import times_read
from app.importing.converting.times_read import TimesRead


class _Column:
    """A column whose values are known by their places; notes which of them were read."""

    def __init__(self) -> None:
        self.read: list[int] = []

    def of(self, times: TimesRead, places: list[int]) -> list[str]:
        def reading() -> list[str]:
            self.read += places
            return [f"value {place}" for place in places]

        return times.of(7, places, reading)


@given(st.lists(st.lists(st.integers(0, 19), unique=True, max_size=20).map(sorted), max_size=8))
def test_the_values_are_those_of_the_places(asked: list[list[int]]) -> None:
    times, column = TimesRead(20), _Column()
    for places in asked:
        assert column.of(times, places) == [f"value {place}" for place in places]


def test_rows_that_stand_together_are_read_once() -> None:
    times, column = TimesRead(10), _Column()
    column.of(times, [2, 3, 4, 5])
    column.of(times, [3, 4])
    column.of(times, [2, 3, 4, 5])
    assert column.read == [2, 3, 4, 5]


def test_what_is_handed_out_may_be_changed() -> None:
    times, column = TimesRead(10), _Column()
    column.of(times, [0, 1])[0] = "another"
    column.of(times, [0, 1])[1] = "another"
    assert column.of(times, [0, 1]) == ["value 0", "value 1"]


def test_of_a_list_too_long_to_be_held_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(times_read, "_MOST_ROWS", 9)
    times, column = TimesRead(10), _Column()
    column.of(times, [0, 1])
    column.of(times, [0, 1])
    assert column.read == [0, 1, 0, 1]
