"""What stands on what: closures, who is touched, and circles that do no harm."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.dependencies import (
    affected_applications,
    ci_closure,
    cycles,
    needing_applications,
    reached_from,
)
from app.domain.register import Application, ConfigurationItem

ITEMS = (
    ConfigurationItem("Storage", id=1),
    ConfigurationItem("Cluster", id=2, depends_on=(1,)),
    ConfigurationItem("Database", id=3, depends_on=(2,)),
)
APPLICATIONS = (
    Application("Ledger", id=1, configuration_items=(3,)),
    Application("Portal", id=2, depends_on=(1,)),
    Application("Archive", id=3, depends_on=(2,)),
    Application("Old", id=4, configuration_items=(1,), depends_on=(1,), is_archived=True),
)
GRAPHS = st.dictionaries(st.integers(1, 8), st.frozensets(st.integers(1, 8), max_size=4), max_size=8)


def test_a_closure_follows_every_step() -> None:
    """Directly and not; what depends on nothing is left out."""
    assert ci_closure(ITEMS) == {2: {1}, 3: {1, 2}}


def test_restarting_an_item_touches_what_runs_on_what_stands_on_it() -> None:
    """With those that need them only where asked; archived ones never."""
    alone = affected_applications([1], ITEMS, APPLICATIONS, with_dependent_applications=False)
    assert [one.name for one in alone] == ["Ledger"]
    assert [one.name for one in affected_applications([1], ITEMS, APPLICATIONS)] == [
        "Archive",
        "Ledger",
        "Portal",
    ]


def test_who_needs_an_application_is_found_over_others() -> None:
    """By name, without itself and archived ones."""
    assert [one.name for one in needing_applications(1, APPLICATIONS)] == ["Archive", "Portal"]
    assert needing_applications(3, APPLICATIONS) == ()


@given(GRAPHS)
def test_a_closure_is_closed_and_never_holds_its_own_item(graph: dict[int, frozenset[int]]) -> None:
    """Also in circles: what is reached is reached with all that it reaches."""
    items = [ConfigurationItem(str(key), id=key, depends_on=tuple(graph[key])) for key in graph]
    closure = ci_closure(items)
    for key, reached in closure.items():
        assert key not in reached
        assert graph[key] - {key} <= reached
        for other in reached:
            assert closure.get(other, frozenset()) - {key} <= reached


@given(GRAPHS)
def test_every_circle_shown_is_one(graph: dict[int, frozenset[int]]) -> None:
    """Each step is a dependency, and the last leads back to the first."""
    for circle in cycles(graph):
        for here, there in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert there in graph[here]


@given(GRAPHS)
def test_no_circle_is_missed(graph: dict[int, frozenset[int]]) -> None:
    """Whatever reaches itself shares a knot with a circle that is shown, and each knot is shown once."""
    shown = [circle[0] for circle in cycles(graph)]
    knots = {
        key: frozenset(
            other
            for other in reached_from([key], graph, with_start=True)
            if key in reached_from([other], graph, with_start=True)
        )
        for key in graph
        if key in reached_from([key], graph, with_start=True)
    }
    assert {min(knot) for knot in knots.values()} == set(shown)
    assert len(shown) == len(set(shown))
