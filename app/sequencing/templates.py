"""An application's usual steps: taken from the sequence of a past change, put into another one."""

from __future__ import annotations

from dataclasses import dataclass

from app.sequencing.model import Activity, CiHold, Link, LinkKind, Phase, Sequence


@dataclass(frozen=True, slots=True)
class TemplateStep:
    """One usual step; the person is left open, the team stays."""

    title: str
    phase: Phase
    duration_minutes: int
    optimistic_minutes: int | None = None
    pessimistic_minutes: int | None = None
    team_id: int | None = None
    configuration_items: tuple[CiHold, ...] = ()
    is_go_no_go: bool = False
    instructions: str = ""
    rollback_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class TemplateLink:
    """A link between two steps by their place in the template, 0 is the first."""

    predecessor: int
    successor: int
    kind: LinkKind = LinkKind.FINISH_START
    lag_minutes: int = 0


@dataclass(frozen=True, slots=True)
class SequenceTemplate:
    """The usual steps of an application and the links among them."""

    name: str
    steps: tuple[TemplateStep, ...]
    links: tuple[TemplateLink, ...] = ()


def template_from_change(sequence: Sequence, change_key: str, name: str) -> SequenceTemplate:
    """The steps of one change in the order of their rows; links to other changes are left out."""
    rows = [activity for activity in sequence.rows if activity.change_key == change_key]
    place = {activity.id: number for number, activity in enumerate(rows)}
    steps = tuple(
        TemplateStep(
            title=activity.title,
            phase=activity.phase,
            duration_minutes=activity.duration_minutes,
            optimistic_minutes=activity.optimistic_minutes,
            pessimistic_minutes=activity.pessimistic_minutes,
            team_id=activity.team_id,
            configuration_items=activity.configuration_items,
            is_go_no_go=activity.is_go_no_go,
            instructions=activity.instructions,
            rollback_minutes=activity.rollback_minutes,
        )
        for activity in rows
    )
    links = tuple(
        TemplateLink(place[link.predecessor], place[link.successor], link.kind, link.lag_minutes)
        for link in sequence.links
        if link.predecessor in place and link.successor in place
    )
    return SequenceTemplate(name, steps, links)


def instantiate(
    template: SequenceTemplate, change_key: str, id_prefix: str, first_position: int = 0
) -> tuple[tuple[Activity, ...], tuple[Link, ...]]:
    """The steps as activities of a change, ids `<prefix>-1`, `<prefix>-2`, ..., and the links among them."""
    ids = [f"{id_prefix}-{number}" for number in range(1, len(template.steps) + 1)]
    activities = tuple(
        Activity(
            id=activity_id,
            title=step.title,
            phase=step.phase,
            change_key=change_key,
            duration_minutes=step.duration_minutes,
            optimistic_minutes=step.optimistic_minutes,
            pessimistic_minutes=step.pessimistic_minutes,
            team_id=step.team_id,
            configuration_items=step.configuration_items,
            is_go_no_go=step.is_go_no_go,
            instructions=step.instructions,
            rollback_minutes=step.rollback_minutes,
            position=first_position + number,
        )
        for number, (activity_id, step) in enumerate(zip(ids, template.steps, strict=True))
    )
    links = tuple(
        Link(ids[link.predecessor], ids[link.successor], link.kind, link.lag_minutes)
        for link in template.links
    )
    return activities, links
