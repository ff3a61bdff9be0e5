"""That what is named contradicts, by trying every start with the independent checker, rule code left out."""

from __future__ import annotations

from collections.abc import Callable, Collection

from hypothesis import HealthCheck, given, settings

from app.sequencing.model import Activity, Link, Sequence
from app.sequencing.suggesting.requirements import Requirement, RequirementKind
from app.sequencing.surroundings import Surroundings
from app.sequencing.why_not.explaining import why_not
from app.sequencing.why_not.explanation import Finding
from tests.app.sequencing.independent_check import broken_rules
from tests.app.sequencing.suggesting.random_windows import windows

GRID = 15
KIND = RequirementKind


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(windows(most=3, grid=GRID))
def test_the_set_alone_is_impossible_and_without_any_one_it_is_possible(
    window: tuple[Sequence, Surroundings],
) -> None:
    sequence, world = window
    found = why_not(sequence, world)
    if found.finding not in (Finding.PATH, Finding.CONTRADICTION):
        return
    core = set(found.requirements)
    assert not is_possible(sequence, world, core)
    if found.is_minimal:
        for one in core:
            assert is_possible(sequence, world, core - {one})


def is_possible(sequence: Sequence, world: Surroundings, asked: Collection[Requirement]) -> bool:
    """Whether some starts and people break none of what is asked; other requirements are not looked at."""
    acts = [one for one in sequence.activities if one.phase.value != "rollback"]
    minutes = [sequence.window_minutes, 0]
    for one in acts:
        bounds = (one.earliest_start, one.planned_start, one.fixed_start, one.deadline)
        minutes += [minute for minute in bounds if minute is not None]
    for person in world.people.values():
        minutes += [minute for away in person.unavailable for minute in (away.start, away.finish)]
    minutes += [minute for freeze in world.freezes for minute in (freeze.start, freeze.finish)]
    reach = sum(one.duration_minutes for one in acts) + sum(abs(link.lag_minutes) for link in sequence.links)
    places = range(min(minutes) - reach, max(minutes) + reach + 1, GRID)
    counts = _counting(sequence, set(asked))
    points = {one.change_key: one.minute or 0 for one in asked if one.kind is KIND.NO_RETURN}

    def fits(place: int, starts: dict[str, int], chosen: dict[str, int]) -> bool:
        if place == len(acts):
            return True
        one = acts[place]
        for start in places:
            for who in _candidates(one, world, asked):
                now = {**starts, one.id: start}
                people = chosen if who is None else {**chosen, one.id: who}
                is_late = len(now) == len(acts) and _is_past(acts, now, points)
                if is_late or _breaks(sequence, world, now, people, counts):
                    continue
                if fits(place + 1, now, people):
                    return True
        return False

    return fits(0, {}, {})


def _is_past(acts: Collection[Activity], starts: dict[str, int], points: dict[str | None, int]) -> bool:
    """Whether a change is proven after the minute that is asked: what stands on it is named there, and has to
    be rolled back before it even where the links that say so are left out."""
    for key, minute in points.items():
        own = [one for one in acts if one.change_key == key]
        proofs = [one for one in own if one.phase.value in ("deploy", "verify")] or own
        if any(starts[one.id] + one.duration_minutes > minute for one in proofs):
            return True
    return False


def _candidates(one: Activity, world: Surroundings, asked: Collection[Requirement]) -> list[int | None]:
    has_team = one.team_id is not None and not one.players and one.duration_minutes
    if not has_team or Requirement(KIND.ONE_OF_TEAM, team_id=one.team_id) not in asked:
        return [None]
    members: list[int | None] = [key for key, who in world.people.items() if who.team_id == one.team_id]
    return members or [None]


def _breaks(
    sequence: Sequence,
    world: Surroundings,
    starts: dict[str, int],
    chosen: dict[str, int],
    counts: Callable[[str], bool],
) -> bool:
    live = [one for one in sequence.activities if one.phase.value != "rollback"]
    is_whole = len(starts) == len(live)
    placed = tuple(one for one in sequence.activities if one.id in starts or (is_whole and one not in live))
    part = Sequence(placed, sequence.links, sequence.window_minutes)
    wrong = broken_rules(part, world, starts, chosen)
    return any(counts(one) and (is_whole or "no return" not in one) for one in wrong)


def _counting(sequence: Sequence, asked: set[Requirement]) -> Callable[[str], bool]:
    """Whether a broken rule, as the checker words it, is one of those asked."""
    words: set[str] = set()
    kinds = {one.kind for one in asked}
    for one in asked:
        first = one.activity_ids[0] if one.activity_ids else ""
        if one.kind is KIND.DEADLINE:
            words.add(f"{first} misses its deadline")
        elif one.kind is KIND.FIXED_START:
            words.add(f"{first} is not at its fixed start")
        elif one.kind is KIND.EARLIEST_START:
            words.add(f"{first} is before its earliest start")
        elif one.kind is KIND.NO_RETURN:
            words.add(f"{one.change_key} is proven after its point of no return")
        elif one.kind is KIND.LINK and one.link_kind is not None:
            words.add(f"{one.link_kind.value} {first} to {one.activity_ids[1]} is broken")
    early = {(one.activity_ids or ("",))[0] for one in asked if one.kind is KIND.WINDOW_START}
    pinned_early = {one.id for one in sequence.activities if (one.planned_start or 0) < 0}
    players = {one.id: set(one.players) for one in sequence.activities}
    team_of = {one.id: one.team_id for one in sequence.activities}

    def is_booked(activity_id: str, person_id: int) -> bool:
        if players[activity_id]:
            return Requirement(KIND.ONE_AT_A_TIME, person_id=person_id) in asked
        return Requirement(KIND.ONE_OF_TEAM, team_id=team_of[activity_id]) in asked

    def counts(wrong: str) -> bool:
        parts = wrong.split()
        if wrong in words:
            return True
        if wrong.endswith("is before the window"):
            return parts[0] in early or (parts[0] not in pinned_early and "" in early)
        if wrong.endswith("ends after the window"):
            return KIND.WINDOW_END in kinds
        if "at once" in wrong:
            people = [int(part.strip("[],")) for part in parts[: parts.index("do")]]
            one, other = parts[-5], parts[-3]
            return any(is_booked(one, key) and is_booked(other, key) for key in people)
        if "is away during" in wrong:
            return any(one.kind is KIND.ABSENCE and one.person_id == int(parts[0]) for one in asked)
        if "keeps" in parts:
            return any(one.kind is KIND.EXCLUSIVE_ITEM and one.ci_id == int(parts[-1]) for one in asked)
        if "units" in parts:
            return any(one.kind is KIND.ITEM_CAPACITY and one.ci_id == int(parts[3]) for one in asked)
        return "lies in" in wrong and KIND.FREEZE in kinds

    return counts


def test_what_stands_on_a_change_is_rolled_back_before_it() -> None:
    """A is not before 300 and, with what stands on it, takes 30 minutes to roll back of 315."""
    acts = (
        Activity("a", "Step A", change_key="A", earliest_start=300, rollback_minutes=15),
        Activity("b", "Step B", change_key="B", rollback_minutes=15, position=1),
    )
    sequence = Sequence(acts, (Link("a", "b"),), window_minutes=315)
    found = why_not(sequence, Surroundings())
    assert [one.kind for one in found.requirements] == [KIND.EARLIEST_START, KIND.NO_RETURN]
    assert (found.requirements[1].minute, found.requirements[1].what) == (285, "B")
    assert not is_possible(sequence, Surroundings(), found.requirements)
    for one in found.requirements:
        assert is_possible(sequence, Surroundings(), [other for other in found.requirements if other != one])
