"""What a list said comes back from its packed form as it was, whatever it was."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from app.store.frozen_values import frozen, thawed
from app.store.said import Said, said_at

TEXTS = st.text(st.characters(exclude_categories=()), max_size=8)
OFFSETS = st.integers(-50_000, 50_000).map(lambda seconds: timezone(timedelta(seconds=seconds)))
INSTANTS = st.datetimes(timezones=st.just(UTC) | OFFSETS)
SINGLE = st.one_of(st.none(), st.booleans(), st.integers(), TEXTS, st.dates(), INSTANTS)
VALUES = SINGLE | st.tuples(TEXTS, TEXTS) | st.lists(SINGLE, max_size=3).map(tuple)
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"key": TEXTS, "extra": st.dictionaries(TEXTS | st.just("@date"), TEXTS, max_size=2)},
        optional={"created": INSTANTS, "due": st.dates() | st.none(), "other": VALUES},
    ),
    min_size=1,
    max_size=6,
)
HALF_A_PAIR = {"key": "\ud800", "extra": {}, "created": datetime(1880, 1, 1, tzinfo=UTC), "due": None}


@given(RECORDS)
@example([HALF_A_PAIR, {"key": "b", "extra": {"@instant": "no time"}, "due": date(2026, 1, 1)}])
@example([{"key": "c", "extra": {}, "other": 2**70}])
@example([{"key": "two\nlines, \x1e", "extra": {"a\nb": ",\n  "}, "other": ("", ",\n  ")}, {"key": "d"}])
def test_records_come_back_as_they_were(records: list[dict[str, Any]]) -> None:
    packed = Said.of_records(records).packed()
    assert said_at(packed, range(len(records))) == records
    assert said_at(packed, [len(records) - 1]) == records[-1:]


@given(RECORDS)
def test_one_record_comes_back_from_json(records: list[dict[str, Any]]) -> None:
    assert [thawed(frozen(record)) for record in records] == records


def test_columns_come_back_as_records() -> None:
    due = (date(2026, 1, 1), None)
    said = Said({"key": ["a", "b"], "due": due, "labels": [("x", "y"), ()]}, {})
    assert said_at(said.packed(), [0, 1]) == [
        {"key": "a", "due": date(2026, 1, 1), "labels": ("x", "y")},
        {"key": "b", "due": None, "labels": ()},
    ]


def test_what_older_versions_packed_is_read() -> None:
    columns = {
        "key": ["a", "b"],
        "created": ["2026-01-05T10:00:00+00:00", None],
        "due": [None, "2026-02-01"],
        "labels": [["x", "y"], []],
        "extra": [{"Colour": "red", "@date": "blue"}, {}],
    }
    content = {"instants": ["created"], "days": ["due"], "lacking": {"labels": [1]}, "columns": columns}
    data = b"q" + zlib.compress(json.dumps(content).encode())
    assert said_at(data, [1, 0]) == [
        {"key": "b", "created": None, "due": date(2026, 2, 1), "extra": {}},
        {
            "key": "a",
            "created": datetime(2026, 1, 5, 10, tzinfo=UTC),
            "due": None,
            "labels": ("x", "y"),
            "extra": {"Colour": "red", "@date": "blue"},
        },
    ]
