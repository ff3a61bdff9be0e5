"""Small sequences for the tests: a short way to write activities, and random networks without circles."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from app.sequencing.model import Activity, Link, LinkKind, Sequence


def step(activity_id: str, minutes: int = 10, **fields: Any) -> Activity:
    """An activity titled as its id."""
    return Activity(
        id=activity_id, title=fields.pop("title", activity_id), duration_minutes=minutes, **fields
    )


def network(*parts: Activity | Link, window: int = 480) -> Sequence:
    """A sequence of the activities and links given."""
    activities = tuple(part for part in parts if isinstance(part, Activity))
    links = tuple(part for part in parts if isinstance(part, Link))
    return Sequence(activities, links, window)


def chain(text: str, window: int = 480, minutes: int = 10) -> Sequence:
    """Activities named by letters, each after the one before: "abc"."""
    links = [Link(before, after) for before, after in pairwise(text)]
    return network(*(step(letter, minutes) for letter in text), *links, window=window)


@st.composite
def sequences(draw: st.DrawFn, with_fixed: bool = True) -> Sequence:
    """Networks of up to nine activities with links of all kinds, in an order that is not that of the rows."""
    count = draw(st.integers(1, 9))
    minute = st.one_of(st.none(), st.integers(-30, 120))
    rare_minute = st.one_of(st.none(), st.none(), st.none(), st.integers(-30, 200))
    activities = [
        Activity(
            id=f"s{number}",
            title=f"Step {number}",
            duration_minutes=draw(st.integers(0, 40)),
            earliest_start=draw(minute),
            planned_start=draw(minute),
            fixed_start=draw(rare_minute) if with_fixed else None,
            deadline=draw(rare_minute),
            position=number,
        )
        for number in range(count)
    ]
    order = draw(st.permutations(range(count)))
    links = {}
    for _ in range(draw(st.integers(0, 14)) if count > 1 else 0):
        first = draw(st.integers(0, count - 2))
        second = draw(st.integers(first + 1, count - 1))
        kind = draw(st.sampled_from(LinkKind))
        link = Link(f"s{order[first]}", f"s{order[second]}", kind, draw(st.integers(-25, 25)))
        links[link.key] = link
    return Sequence(tuple(activities), tuple(links.values()), draw(st.integers(30, 300)))
