"""Differences between two packets' facts: nothing for equal ones, each kind for what differs."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from app.reports.differences import compare

FACTS: dict[str, Any] = {
    "window": {"starts_at": "2026-11-28T21:00:00+00:00", "ends_at": "2026-11-29T05:00:00+00:00"},
    "changes": {
        "CHG-1": {
            "title": "Ledger",
            "state": "in_test",
            "risk": "High",
            "digest": "",
            "conflicts": ["Both need DB cluster 2"],
            "gates": {"In for test/build": "met"},
            "gate_words": {"In for test/build": "Build succeeded"},
        }
    },
    "activities": {
        "a": {
            "title": "Deploy ledger",
            "change": "CHG-1",
            "start": "2026-11-28T21:00:00+00:00",
            "finish": "2026-11-28T21:30:00+00:00",
        }
    },
}


def test_equal_facts_have_no_differences() -> None:
    assert compare(FACTS, deepcopy(FACTS), "Europe/Berlin") == ()


@pytest.mark.parametrize(
    ("path", "value", "kind", "text"),
    [
        (("window", "ends_at"), "2026-11-29T06:00:00+00:00", "moved", "The window moved; it was Sat 28 Nov"),
        (("changes", "CHG-1", "state"), "tested", "changed", "state: in test → tested"),
        (("changes", "CHG-1", "risk"), "Low", "changed", "risk: High → Low"),
        (("changes", "CHG-1", "gates"), {"In for test/build": "not_met"}, "changed",
         "Build succeeded: met → not met"),
        (("changes", "CHG-1", "conflicts"), [], "changed", "conflict solved: Both need DB cluster 2"),
        (("changes", "CHG-1", "digest"), "ab" * 32, "changed", "planned digest: none → abababababab"),
        (("activities", "a", "start"), "2026-11-28T21:10:00+00:00", "moved",
         "1 step moved: Deploy ledger (Sat 22:00–22:30 → Sat 22:10–22:30)"),
        (("activities",), {}, "removed", "1 step removed: Deploy ledger"),
        (("changes",), {}, "removed", "Ledger is no longer in this window"),
    ],
)  # fmt: skip
def test_each_difference_in_words(path: tuple[str, ...], value: Any, kind: str, text: str) -> None:
    after = deepcopy(FACTS)
    inside = after
    for name in path[:-1]:
        inside = inside[name]
    inside[path[-1]] = value
    line = compare(FACTS, after, "Europe/Berlin")[0]
    assert line.kind == kind
    assert line.text.startswith(text)


def test_what_is_new_is_added() -> None:
    lines = compare({**FACTS, "changes": {}, "activities": {}}, FACTS, "UTC")
    assert [(line.kind, line.change_key) for line in lines] == [("added", "CHG-1"), ("added", "CHG-1")]


def test_facts_of_an_older_program_do_no_harm() -> None:
    lines = compare({}, FACTS, "UTC")
    assert {line.kind for line in lines} == {"added"}
