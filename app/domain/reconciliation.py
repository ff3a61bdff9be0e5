"""Detected changes matched to what was recorded, by configuration item and time, each with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.debts import FollowUpRules
from app.domain.time_words import duration_words, moment_words


@dataclass(frozen=True, slots=True)
class DetectedChange:
    """What monitoring saw change in production at an instant (UTC); `ci_id` None: not in the register.

    It is settled by an explanation, or by the production fix made of it; a matched one needs neither.
    """

    key: str
    detected_at: datetime
    zone_name: str
    ci_name: str
    what: str
    who: str = ""
    ci_id: int | None = None
    source_system: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    explanation: str = ""
    explained_by: str = ""
    explained_at: datetime | None = None
    fix_id: int | None = None
    id: int | None = None
    version: int = 1


def names_meant(name: str) -> tuple[str, str]:
    """What the register may call a system that monitoring names: so, or as the first part of a full host name
    or the last of a path in a cloud."""
    return name.strip(), name.strip().rpartition("/")[2].partition(".")[0]


class Standing(StrEnum):
    """How a detection stands against the records; every one has exactly one of these."""

    MATCHED = "matched"
    PARTLY = "partly"
    UNRECORDED = "unrecorded"


class Settled(StrEnum):
    """What became of a detection."""

    OPEN = "open"
    MATCHED = "matched"
    EXPLAINED = "explained"
    FIX = "fix"


class WorkKind(StrEnum):
    """What was recorded; a change window says only that the change had all of it to be done in."""

    ACTIVITY = "activity"
    WINDOW = "window"
    CHANGE_WINDOW = "change_window"
    FIX = "fix"
    DEPLOYMENT = "deployment"


@dataclass(frozen=True, slots=True)
class RecordedWork:
    """Recorded work on one configuration item from one instant to another (UTC; equal when one is known).

    WINDOW stands for a change without activities on the item: its window is all that is known.
    CHANGE_WINDOW is the window of a change that has activities there; being in it matches only partly.
    """

    kind: WorkKind
    ci_id: int
    key: str
    words: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Verdict:
    """A detection's standing, the sentence that says why, and the key of the record it rests on."""

    standing: Standing
    reason: str
    record_key: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Detections that are one: the first, and its repeats within the quiet period, by time."""

    members: tuple[DetectedChange, ...]
    verdict: Verdict
    settled: Settled

    @property
    def first(self) -> DetectedChange:
        """The detection that began it."""
        return self.members[0]

    @property
    def repeats(self) -> int:
        """How many more followed."""
        return len(self.members) - 1


_SUREST_FIRST = {kind: place for place, kind in enumerate(WorkKind)}


def by_item(works: Iterable[RecordedWork]) -> dict[int, list[RecordedWork]]:
    """Recorded work by configuration item."""
    found: dict[int, list[RecordedWork]] = defaultdict(list)
    for work in works:
        found[work.ci_id].append(work)
    return dict(found)


def classify(
    detection: DetectedChange, works: Mapping[int, Sequence[RecordedWork]], rules: FollowUpRules
) -> Verdict:
    """How one detection stands: matched within the tolerance, partly near the work, else unrecorded."""
    if detection.ci_id is None:
        return Verdict(Standing.UNRECORDED, f"“{detection.ci_name}” is no configuration item of the register")
    near = [(_distance(detection.detected_at, work), work) for work in works.get(detection.ci_id, ())]
    if not near:
        return Verdict(Standing.UNRECORDED, f"Nothing is recorded for {detection.ci_name} around this time")
    exact = [(gap, work) for gap, work in near if _is_within(gap, work, rules)]
    if exact:
        gap, work = min(exact, key=_order)
        note = f", {duration_words(gap)} off" if gap else ""
        return Verdict(Standing.MATCHED, f"{work.words}{note}", work.key)
    gap, work = min(near, key=_order)
    if gap <= timedelta(minutes=rules.near_minutes):
        return Verdict(Standing.PARTLY, _partly(detection, gap, work), work.key)
    return Verdict(
        Standing.UNRECORDED,
        f"The nearest record of {detection.ci_name} is {duration_words(gap)} away: {work.words}",
    )


def settled_by(detection: DetectedChange, verdict: Verdict) -> Settled:
    """What became of a detection: a fix, an explanation, a match, or nothing yet."""
    if detection.fix_id is not None:
        return Settled.FIX
    if detection.explanation.strip():
        return Settled.EXPLAINED
    return Settled.MATCHED if verdict.standing is Standing.MATCHED else Settled.OPEN


def reconcile(
    detections: Iterable[DetectedChange], works: Iterable[RecordedWork], rules: FollowUpRules
) -> tuple[Sighting, ...]:
    """Every detection in exactly one sighting, by time of the first.

    A repeat of the same change on the same item, standing and settled alike, folds into the one before when
    no more than the quiet period passed between the two.
    """
    known = by_item(works)
    quiet = timedelta(minutes=rules.quiet_minutes)
    open_ones: dict[tuple[str, ...], list[DetectedChange]] = {}
    verdicts: dict[tuple[str, ...], Verdict] = {}
    found: list[Sighting] = []
    for one in sorted(detections, key=lambda each: (each.detected_at, each.key)):
        verdict = classify(one, known, rules)
        settled = settled_by(one, verdict)
        trace = (*_what(one), verdict.standing.value, verdict.record_key, settled.value, str(one.fix_id))
        members = open_ones.get(trace)
        if members and one.detected_at - members[-1].detected_at <= quiet:
            members.append(one)
            continue
        if members:
            found.append(_sighting(members, verdicts[trace]))
        open_ones[trace], verdicts[trace] = [one], verdict
    found += [_sighting(members, verdicts[trace]) for trace, members in open_ones.items()]
    return tuple(sorted(found, key=lambda each: (each.first.detected_at, each.first.key)))


def _sighting(members: list[DetectedChange], verdict: Verdict) -> Sighting:
    return Sighting(tuple(members), verdict, settled_by(members[0], verdict))


def _what(detection: DetectedChange) -> tuple[str, str]:
    return detection.ci_name.strip().casefold(), detection.what.strip().casefold()


def _distance(at: datetime, work: RecordedWork) -> timedelta:
    return max(work.starts_at - at, at - work.ends_at, timedelta())


def _is_within(gap: timedelta, work: RecordedWork, rules: FollowUpRules) -> bool:
    if work.kind is WorkKind.CHANGE_WINDOW:
        return False
    is_instant = work.kind in (WorkKind.FIX, WorkKind.DEPLOYMENT)
    minutes = rules.instant_tolerance_minutes if is_instant else rules.tolerance_minutes
    return gap <= timedelta(minutes=minutes)


def _order(one: tuple[timedelta, RecordedWork]) -> tuple[timedelta, int, str]:
    gap, work = one
    return gap, _SUREST_FIRST[work.kind], work.key


def _partly(detection: DetectedChange, gap: timedelta, work: RecordedWork) -> str:
    if not gap:
        return f"Within {work.words}, but outside its activities on {detection.ci_name}"
    side = "before" if detection.detected_at < work.starts_at else "after"
    edge = work.starts_at if side == "before" else work.ends_at
    return f"{duration_words(gap)} {side} {work.words} ({moment_words(edge, detection.zone_name)})"
