"""Detections against records: one class each, with its reason, and folding that loses none."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.debts import FollowUpRules
from app.domain.reconciliation import (
    DetectedChange,
    RecordedWork,
    Settled,
    Standing,
    WorkKind,
    by_item,
    classify,
    reconcile,
)

RULES = FollowUpRules()
NIGHT = datetime(2026, 11, 28, 21, tzinfo=UTC)
STEP = RecordedWork(WorkKind.ACTIVITY, 1, "CHG-1", "CHG-1: “Deploy”", NIGHT, NIGHT + timedelta(minutes=30))
WINDOW = RecordedWork(
    WorkKind.CHANGE_WINDOW, 1, "CHG-1", "the window of CHG-1", NIGHT, NIGHT + timedelta(hours=8)
)
FIX = RecordedWork(
    WorkKind.FIX, 2, "FIX-1", "FIX-1: “Restart”", NIGHT + timedelta(days=2), NIGHT + timedelta(days=2)
)
LONE = RecordedWork(WorkKind.WINDOW, 3, "CHG-2", "the window of CHG-2", NIGHT, NIGHT + timedelta(hours=8))
WORKS = (STEP, WINDOW, FIX, LONE)


def seen(minutes: float, item: int | None = 1, what: str = "/etc/x", key: str = "") -> DetectedChange:
    at = NIGHT + timedelta(minutes=minutes)
    return DetectedChange(key or f"{minutes}/{item}/{what}", at, "UTC", f"app-{item}", what, ci_id=item)


@pytest.mark.parametrize(
    ("detection", "standing", "reason"),
    [
        (seen(10), Standing.MATCHED, "CHG-1: “Deploy”"),
        (seen(-15), Standing.MATCHED, "15 min off"),
        (seen(45), Standing.MATCHED, "15 min off"),
        (seen(46), Standing.PARTLY, "outside its activities on app-1"),
        (seen(-16), Standing.PARTLY, "16 min before"),
        (seen(8 * 60 + 720), Standing.PARTLY, "after the window of CHG-1"),
        (seen(8 * 60 + 721), Standing.UNRECORDED, "12 h 1 min away"),
        (seen(2 * 1440 + 60, 2), Standing.MATCHED, "FIX-1"),
        (seen(2 * 1440 + 61, 2), Standing.PARTLY, "FIX-1"),
        (seen(200, 3), Standing.MATCHED, "the window of CHG-2"),
        (seen(10, 4), Standing.UNRECORDED, "Nothing is recorded for app-4"),
        (seen(10, None), Standing.UNRECORDED, "no configuration item"),
    ],
)
def test_each_class_with_its_reason(detection: DetectedChange, standing: Standing, reason: str) -> None:
    verdict = classify(detection, by_item(WORKS), RULES)
    assert verdict.standing is standing
    assert reason in verdict.reason


def test_repeats_fold_while_silence_is_short() -> None:
    found = reconcile([seen(0, 4), seen(50, 4), seen(110, 4), seen(171, 4)], WORKS, RULES)
    assert [len(one.members) for one in found] == [3, 1]


def test_what_is_explained_does_not_fold_into_what_is_open() -> None:
    explained = replace(seen(5, 4), explanation="yearly", explained_by="me", explained_at=NIGHT)
    found = reconcile([seen(0, 4), explained, seen(10, 4)], WORKS, RULES)
    assert Counter(one.settled for one in found) == {Settled.OPEN: 1, Settled.EXPLAINED: 1}
    assert sum(len(one.members) for one in found) == 3


def test_a_fix_made_of_it_settles_it() -> None:
    (found,) = reconcile([replace(seen(0, 4), fix_id=9)], WORKS, RULES)
    assert (found.verdict.standing, found.settled) == (Standing.UNRECORDED, Settled.FIX)


DETECTIONS = st.lists(
    st.builds(
        lambda minutes, item, what, said, fix: replace(
            seen(minutes, item, what), explanation=said, fix_id=fix
        ),
        st.integers(-3000, 6000),
        st.sampled_from([1, 2, 3, 4, None]),
        st.sampled_from(["/etc/x", "/ETC/X ", "/etc/y"]),
        st.sampled_from(["", "", "known"]),
        st.sampled_from([None, None, 5]),
    ),
    max_size=30,
).map(lambda found: [replace(one, key=f"{place}-{one.key}") for place, one in enumerate(found)])


@given(DETECTIONS, st.permutations(WORKS))
def test_every_detection_is_in_exactly_one_class_and_folding_loses_none(
    detections: list[DetectedChange], works: list[RecordedWork]
) -> None:
    sightings = reconcile(detections, works, RULES)
    members = Counter(one.key for sighting in sightings for one in sighting.members)
    assert members == Counter(one.key for one in detections)
    known = by_item(works)
    for sighting in sightings:
        assert {classify(one, known, RULES).standing for one in sighting.members} == {
            sighting.verdict.standing
        }
        assert all(sighting.verdict.reason for _ in sighting.members)
        assert list(sighting.members) == sorted(sighting.members, key=lambda one: (one.detected_at, one.key))


@given(DETECTIONS)
def test_the_order_of_a_list_changes_nothing(detections: list[DetectedChange]) -> None:
    assert reconcile(detections, WORKS, RULES) == reconcile(list(reversed(detections)), WORKS, RULES)
