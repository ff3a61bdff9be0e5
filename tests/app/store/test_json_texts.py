"""JSON is the same letter by letter as the standard library writes it, for whatever a record may hold."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.store.json_texts import encoder_of, objects_of, pairs_of

PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=())),
    st.dates(),
)
TEXT = st.text(st.characters(exclude_categories=()), max_size=6) | st.sampled_from(["", '","', "\n  ", '"'])
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)


def day(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is unknown")


ENCODE = encoder_of(day)


def as_the_standard_library(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=day)


@settings(max_examples=400)
@given(VALUES)
@example({"b": 1, "a": "\ud800"})
@example([2**64, -(2**63) - 1, 1e16, -0.0, 1e-7, -3.5e-05, "\x7f\u2028\x00\x1f"])
@example([1e-07, 6.1e-05, -0.0001, 1e15, 123456789012345680.0])
@example({"\U0001f600": 1, "\uffff": 2, "é": {"z": (), "a": []}})
def test_a_value(value: Any) -> None:
    assert ENCODE(value) == as_the_standard_library(value)


@given(
    st.lists(VALUES, min_size=1, max_size=4) | st.lists(TEXT, min_size=1, max_size=4),
    st.lists(VALUES, min_size=4, max_size=4),
)
def test_records_column_by_column(first: list[Any], second: list[Any]) -> None:
    rows = [{"second": two, "first": one} for one, two in zip(first, second, strict=False)]
    columns = {"second": second[: len(first)], "first": first}
    assert objects_of(columns, ENCODE) == [as_the_standard_library(row) for row in rows]


@given(st.integers(0, 5), st.data())
def test_pairs_column_by_column(count: int, data: st.DataObject) -> None:
    texts = st.lists(TEXT, min_size=count, max_size=count)
    columns = data.draw(st.lists(st.tuples(TEXT, texts), max_size=4))
    rows = [[(name, column[place]) for name, column in columns if column[place]] for place in range(count)]
    assert pairs_of(columns, count, ENCODE) == [as_the_standard_library(row) for row in rows]


def test_what_has_no_place_in_json_is_named() -> None:
    with pytest.raises(TypeError, match="object is unknown"):
        ENCODE({"a": object()})
