"""The demo's sequences: the steps of a window's changes placed without clashes, past nights with actuals."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from app.domain.changes import Change, ChangeState
from app.domain.register import ConfigurationItem
from app.sequencing.model import (
    Activity,
    ActivityState,
    CiHold,
    Link,
    LinkKind,
    Phase,
    Sequence,
)
from app.services.demo.organisation import Organisation
from app.services.demo.sample import Sample

_GRID_MINUTES = 5
_ON_DUTY = 3
_OPENING = (("Freeze batch schedules", 15, "Operations"), ("Backups verified", 40, "DBA"))
_CLOSING = (
    ("Resume batch schedules", 20, "Operations"),
    ("All-clear to the business", 10, "Release management"),
)


class NightPlanner:
    """Places steps one change after the other at the earliest minute their people and items are free."""

    def __init__(self, draw: random.Random, raw: Sample, organisation: Organisation) -> None:
        self._draw = draw
        self._raw = raw
        self._organisation = organisation
        self._items: dict[int, ConfigurationItem] = {item.id or 0: item for item in organisation.items}

    def plan(self, changes: list[Change], window_minutes: int) -> Sequence:
        """A window's sequence with opening, the steps of each change, a go/no-go point and closing."""
        self._person_free: dict[int, int] = defaultdict(int)
        self._item_free: dict[int, int] = defaultdict(int)
        activities: list[Activity] = []
        links: list[Link] = []
        opening = [self._place(title, Phase.PREPARE, minutes, team, 0) for title, minutes, team in _OPENING]
        activities += opening
        last_steps: list[Activity] = []
        for change in sorted(changes, key=lambda change: -change.impact * change.likelihood):
            steps = self._steps(change, opening[0].duration_minutes)
            links.append(Link(opening[0].id, steps[0].id))
            live = [step for step in steps if step.phase is not Phase.ROLLBACK]
            links += [Link(one.id, other.id) for one, other in pairwise(live)]
            activities += steps
            last_steps.append(live[-1])
        done = max((self._end(step) for step in last_steps), default=60)
        gate = replace(
            self._place("Go / no-go: keep or roll back", Phase.CLOSE, 0, "Release management", done),
            is_go_no_go=True,
        )
        links += [Link(step.id, gate.id) for step in last_steps]
        closing = [self._place(title, Phase.CLOSE, minutes, team, done) for title, minutes, team in _CLOSING]
        links += [Link(gate.id, step.id) for step in closing]
        links.append(Link(closing[0].id, closing[1].id, LinkKind.FINISH_FINISH, 10))
        activities += [gate, *closing]
        placed = tuple(replace(activity, position=row) for row, activity in enumerate(activities))
        return Sequence(placed, tuple(links), window_minutes)

    def _steps(self, change: Change, begin: int) -> list[Activity]:
        application = next(a for a in self._organisation.applications if a.id == change.applications[0])
        items = [self._items[item_id] for item_id in change.configuration_items]
        words = {
            "app": application.name,
            "title": change.title.split(": ", 1)[-1],
            "ci": items[0].name if items else application.name,
        }
        ready = begin
        steps: list[Activity] = []
        for title, phase, minutes, team in self._raw.steps[change.kind.value]:
            duration = max(_GRID_MINUTES, round(minutes * self._draw.uniform(0.5, 1.0) / 5) * 5)
            holds = items if phase == "deploy" else []
            if phase == "rollback":
                steps.append(self._dormant(title.format(**words), change, duration, team))
                continue
            step = self._place(title.format(**words), Phase(phase), duration, team, ready, holds)
            step = replace(
                step,
                change_key=change.key,
                optimistic_minutes=max(1, round(duration * 0.8)),
                pessimistic_minutes=round(duration * 1.6),
            )
            ready = self._end(step)
            steps.append(step)
        return steps

    def _dormant(self, title: str, change: Change, duration: int, team: str) -> Activity:
        return Activity(
            id=self._id(),
            title=title,
            phase=Phase.ROLLBACK,
            change_key=change.key,
            duration_minutes=duration,
            team_id=self._organisation.team(team).id,
        )

    def _place(
        self,
        title: str,
        phase: Phase,
        duration: int,
        team: str,
        ready: int,
        items: list[ConfigurationItem] | None = None,
    ) -> Activity:
        on_duty = [person for person in self._organisation.members(team) if not person.absences][:_ON_DUTY]
        person = min(on_duty, key=lambda member: (self._person_free[member.id or 0], member.id))
        held = [item.id or 0 for item in items or []]
        start = max(
            [
                ready,
                self._person_free[person.id or 0],
                *(self._item_free[item] for item in self._closure(held)),
            ]
        )
        self._person_free[person.id or 0] = start + duration
        for item in held:
            self._item_free[item] = start + duration
        return Activity(
            id=self._id(),
            title=title,
            phase=phase,
            duration_minutes=duration,
            planned_start=start or None,
            players=(person.id or 0,),
            team_id=person.team_id,
            configuration_items=tuple(CiHold(item) for item in held),
        )

    def _closure(self, held: list[int]) -> set[int]:
        below = {other for item in held for other in self._items[item].depends_on}
        return {*held, *below}

    def _id(self) -> str:
        return f"{self._draw.getrandbits(128):032x}"

    @staticmethod
    def _end(activity: Activity) -> int:
        return (activity.planned_start or 0) + activity.duration_minutes


def as_it_went(
    draw: random.Random, sequence: Sequence, changes: list[Change], until_minute: int | None = None
) -> Sequence:
    """The sequence with actual times near the plan; up to `until_minute`, or the whole night (None)."""
    outcomes = {change.key: change.state for change in changes}
    went: list[Activity] = []
    for activity in sequence.activities:
        if activity.phase is Phase.ROLLBACK:
            went.append(_rollback_step(activity, outcomes.get(activity.change_key or "")))
            continue
        start = (activity.planned_start or 0) + draw.choice((0, 0, 1, 2, 4))
        finish = start + max(0, round(activity.duration_minutes * draw.uniform(0.85, 1.15)))
        if until_minute is not None and start > until_minute:
            went.append(activity)
        elif until_minute is not None and finish > until_minute:
            went.append(replace(activity, state=ActivityState.RUNNING, actual_start=start))
        else:
            state = _final_state(activity, outcomes.get(activity.change_key or ""))
            went.append(replace(activity, state=state, actual_start=start, actual_finish=finish))
    return replace(sequence, activities=tuple(went))


def _final_state(activity: Activity, outcome: ChangeState | None) -> ActivityState:
    if outcome is ChangeState.FAILED and activity.phase is Phase.DEPLOY:
        return ActivityState.FAILED
    if outcome is ChangeState.ROLLED_BACK and activity.phase in (Phase.DEPLOY, Phase.VERIFY):
        return ActivityState.ROLLED_BACK
    return ActivityState.DONE


def _rollback_step(activity: Activity, outcome: ChangeState | None) -> Activity:
    if outcome is not ChangeState.ROLLED_BACK:
        return activity
    return replace(
        activity, state=ActivityState.DONE, actual_start=300, actual_finish=300 + activity.duration_minutes
    )
