"""Who does what in a schedule whose starts are known: people for the steps that ask one of a team."""

from __future__ import annotations

from app.sequencing.suggesting.bookings import Bookings
from app.sequencing.suggesting.problem import Problem


def assign(problem: Problem, starts: list[int]) -> dict[int, int] | None:
    """A person for each step with candidates, in the order of the starts; None when that leaves one without.

    Items are taken as kept by the starts; a None does not prove that no assignment exists.
    """
    bookings = Bookings(problem)
    waiting = []
    for index, step in enumerate(problem.steps):
        if step.candidates:
            waiting.append(index)
        else:
            bookings.take(index, starts[index], None)
    people: dict[int, int] = {}
    for index in sorted(waiting, key=lambda one: (starts[one], -problem.steps[one].length)):
        start, person_id = bookings.place(index, starts[index])
        if start != starts[index] or person_id is None:
            return None
        bookings.take(index, start, person_id)
        people[index] = person_id
    return people
