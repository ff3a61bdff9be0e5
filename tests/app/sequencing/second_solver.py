"""A second solver for feasibility, from the documents alone: minute by minute, no grain, no shared rules.

Of the product only plain values are read: activities, links, surroundings and what a requirement names.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import combinations
from typing import Any

from ortools.sat.python import cp_model

from app.sequencing.model import Activity, Sequence
from app.sequencing.suggesting.requirements import Requirement
from app.sequencing.surroundings import Surroundings
from tests.app.sequencing.independent_check import reach, stands_on

Spans = Mapping[int, list[tuple[int, int]]]


class SecondSolver:
    """Whether starts and people exist that keep the requirements asked (all of them with None)."""

    def __init__(
        self,
        sequence: Sequence,
        world: Surroundings,
        kept: Mapping[str, int] | None = None,
        keeps_hours: bool = False,
        keeps_points: bool = True,
    ) -> None:
        self.sequence, self.world = sequence, world
        self.kept, self.keeps_points = kept or {}, keeps_points
        self.acts = [a for a in sequence.activities if a.phase.value != "rollback"]
        self.away = {key: _joined(world, key, keeps_hours) for key in world.people}

    def is_possible(self, asked: Collection[Requirement] | None, seconds: float = 10) -> bool | None:
        """True, False, or None when not found out in time."""
        self.names = None if asked is None else {_name(one) for one in asked}
        points = (one for one in asked or () if one.kind.value == "no_return")
        self.stated = {one.change_key: (one.minute, one.what.split(", ")) for one in points}
        self.cp: Any = cp_model.CpModel()
        far = 20_000
        self.start = {a.id: self.cp.new_int_var(-far, far, a.id) for a in self.acts}
        self.end = {a.id: self.start[a.id] + a.duration_minutes for a in self.acts}
        for a in self.acts:
            self._bounds(a)
            self._freezes(a)
        self._links()
        self._people()
        self._items()
        if self.keeps_points:
            self._rollbacks()
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = 1
        status = solver.solve(self.cp)
        if status == cp_model.INFEASIBLE:
            return False
        return True if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None

    def _is(self, *name: object) -> bool:
        return self.names is None or tuple(name) in self.names

    def _bounds(self, a: Activity) -> None:
        start, end = self.start[a.id], self.end[a.id]
        if self._is("window_end"):
            self.cp.add(end <= self.sequence.window_minutes)
        if a.deadline is not None and self._is("deadline", a.id):
            self.cp.add(end <= a.deadline)
        if a.fixed_start is not None:
            if self._is("fixed_start", a.id):
                self.cp.add(start == a.fixed_start)
            return
        if a.id in self.kept and self._is("kept_place", a.id):
            self.cp.add(start == self.kept[a.id])
        first = min(0, a.planned_start or 0)
        if a.earliest_start is not None:
            if self._is("earliest_start", a.id):
                self.cp.add(start >= a.earliest_start)
        elif self._is("window_start", *((a.id,) if first else ())):
            self.cp.add(start >= first)

    def _outside(self, a: Activity, begin: int, finish: int) -> None:
        before = self.cp.new_bool_var("")
        self.cp.add(self.end[a.id] <= begin).only_enforce_if(before)
        self.cp.add(self.start[a.id] >= finish).only_enforce_if(~before)

    def _freezes(self, a: Activity) -> None:
        for freeze in self.world.freezes:
            is_all = not freeze.ci_ids and not freeze.change_keys
            is_hit = a.change_key in freeze.change_keys or freeze.ci_ids & reach(a, self.world)
            asked = self._is("freeze", freeze.start, freeze.finish)
            if freeze.is_hard and (is_all or is_hit) and asked:
                self._outside(a, freeze.start, freeze.finish)

    def _links(self) -> None:
        for link in self.sequence.links:
            if link.predecessor not in self.start or link.successor not in self.start:
                continue
            kind = link.kind.value
            if not self._is("link", kind, link.predecessor, link.successor):
                continue
            base = (self.end if kind[0] == "F" else self.start)[link.predecessor]
            held = (self.end if kind[1] == "F" else self.start)[link.successor]
            self.cp.add(held >= base + link.lag_minutes)

    def _people(self) -> None:
        booked: dict[int, list[Any]] = {}
        chosen: set[int] = set()
        for a in self.acts:
            if not a.duration_minutes:
                continue
            length = a.duration_minutes
            for key in set(a.players) if length < 1440 else ():
                for begin, finish in self.away.get(key, ()):
                    if self._is("absence", key, begin, finish):
                        self._outside(a, begin, finish)
                if self._is("one_at_a_time", key):
                    booked.setdefault(key, []).append(
                        self.cp.new_fixed_size_interval_var(self.start[a.id], length, "")
                    )
            members = [key for key, who in self.world.people.items() if who.team_id == a.team_id]
            if a.players or a.team_id is None or not members or not self._is("one_of_team", a.team_id):
                continue
            if length >= 1440:
                continue
            picks = []
            for key in members:
                pick = self.cp.new_bool_var("")
                picks.append(pick)
                chosen.add(key)
                booked.setdefault(key, []).append(
                    self.cp.new_optional_fixed_size_interval_var(self.start[a.id], length, pick, "")
                )
            self.cp.add_exactly_one(picks)
        for key in chosen:
            for begin, finish in self.away.get(key, ()):
                if self._is("absence", key, begin, finish):
                    booked[key].append(self.cp.new_fixed_size_interval_var(begin, finish - begin, ""))
        for intervals in booked.values():
            self.cp.add_no_overlap(intervals)

    def _items(self) -> None:
        lasting = [a for a in self.acts if a.duration_minutes]
        for one, other in combinations(lasting, 2):
            if one.change_key is not None and one.change_key == other.change_key:
                continue
            if self._clash(one, other) or self._clash(other, one):
                before = self.cp.new_bool_var("")
                self.cp.add(self.end[one.id] <= self.start[other.id]).only_enforce_if(before)
                self.cp.add(self.end[other.id] <= self.start[one.id]).only_enforce_if(~before)
        for key, item in self.world.cis.items():
            if not self._is("item_capacity", key):
                continue
            spans, units = [], []
            for a in lasting:
                for hold in a.configuration_items:
                    if hold.ci_id == key and not hold.exclusive:
                        length = a.duration_minutes
                        spans.append(self.cp.new_fixed_size_interval_var(self.start[a.id], length, ""))
                        units.append(hold.units)
            self.cp.add_cumulative(spans, units, item.capacity)

    def _clash(self, holder: Activity, user: Activity) -> bool:
        used = reach(user, self.world)
        return any(
            hold.exclusive and hold.ci_id in used and self._is("exclusive_item", hold.ci_id)
            for hold in holder.configuration_items
        )

    def _rollbacks(self) -> None:
        own: dict[str, list[Activity]] = {}
        for a in self.acts:
            if a.change_key is not None:
                own.setdefault(a.change_key, []).append(a)
        back = {key: self._back(key) for key in own}
        first: dict[str, Any] = {}
        for key, members in own.items():
            deploys = [a for a in members if a.phase.value == "deploy"] or members
            first[key] = self.cp.new_int_var(-20_000, 20_000, "")
            self.cp.add_min_equality(first[key], [self.start[a.id] for a in deploys])
        above = stands_on(self.acts, self.sequence)
        for key, members in own.items():
            if back[key] is None or not self._is("no_return", key):
                continue
            # A requirement says whom it leaves time for: links make that certain, listed or not.
            limit, certain = self.stated.get(key, (self.sequence.window_minutes - back[key], []))
            later: Any = 0
            for other in sorted(above.get(key, ())):
                if other in first and back.get(other) and other not in certain:
                    counts = self.cp.new_bool_var("")
                    self.cp.add(first[other] >= first[key]).only_enforce_if(counts)
                    self.cp.add(first[other] < first[key]).only_enforce_if(~counts)
                    later = later + counts * back[other]
            for a in [a for a in members if a.phase.value in ("deploy", "verify")] or members:
                self.cp.add(self.end[a.id] + later <= limit)

    def _back(self, key: str) -> int | None:
        mine = [a for a in self.sequence.activities if a.change_key == key]
        steps = [a.duration_minutes for a in mine if a.phase.value == "rollback"]
        said = steps or [a.rollback_minutes for a in mine if a.rollback_minutes is not None]
        return sum(said) if said else None


def _name(one: Requirement) -> tuple[object, ...]:
    kind = one.kind.value
    names: dict[str, tuple[object, ...]] = {
        "window_end": (),
        "window_start": one.activity_ids,
        "link": (one.link_kind.value if one.link_kind else "", *one.activity_ids),
        "freeze": (one.minute, one.until),
        "absence": (one.person_id, one.minute, one.until),
        "one_at_a_time": (one.person_id,),
        "one_of_team": (one.team_id,),
        "exclusive_item": (one.ci_id,),
        "item_capacity": (one.ci_id,),
        "no_return": (one.change_key,),
    }
    return (kind, *names.get(kind, one.activity_ids))


def _joined(world: Surroundings, key: int, keeps_hours: bool) -> list[tuple[int, int]]:
    """Stretches in which a person is not there, overlapping and touching ones as one."""
    spans = [(a.start, a.finish) for a in world.people[key].unavailable if a.is_absence or keeps_hours]
    joined: list[tuple[int, int]] = []
    for begin, finish in sorted(spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(finish, joined[-1][1]))
        else:
            joined.append((begin, finish))
    return joined
