"""Conflicts: one small world for each kind, and the worlds that have none."""

from __future__ import annotations

from typing import Any

import pytest

from app.sequencing.analysis import analyse
from app.sequencing.conflicts import ConflictKind
from app.sequencing.model import Activity, ActivityState, CiHold, Link, Phase
from app.sequencing.surroundings import CiInfo, Freeze, PersonInfo, Surroundings, Unavailability
from tests.app.sequencing.worlds import network, step

WORLD = Surroundings(
    people={
        1: PersonInfo("Ada Moss", 1, (Unavailability(200, 260, "is on leave"),)),
        2: PersonInfo("Ben Roy", 9),
        3: PersonInfo("Cy Tan", 1, is_developer=True),
    },
    cis={10: CiInfo("db-1", 3), 11: CiInfo("app-1", 1)},
    ci_closure={11: frozenset({10})},
    freezes=(
        Freeze("Year end", 300, 360, ci_ids=frozenset({10})),
        Freeze("Payroll", 400, 420, is_hard=False, change_keys=frozenset({"P"})),
    ),
    team_names={9: "Payments development"},
    developer_team_ids=frozenset({9}),
)


def at(activity_id: str, start: int, minutes: int = 20, **fields: Any) -> Activity:
    """An activity pinned at a minute, with a rollback so that its point of no return is known."""
    return step(activity_id, minutes, planned_start=start, rollback_minutes=0, **fields)


def holding(ci_id: int, exclusive: bool = True, units: int = 1) -> tuple[CiHold, ...]:
    """One hold."""
    return (CiHold(ci_id, exclusive, units),)


CASES = [
    ("double", [at("a", 0, players=(1,)), at("b", 10, players=(1,))], "player_double_booked", (10, 20)),
    ("absent", [at("a", 190, players=(1,))], "player_unavailable", (200, 210)),
    ("developer", [at("a", 0, players=(3,))], "developer_as_player", (0, 20)),
    ("developer by team", [at("a", 0, players=(2,))], "developer_as_player", (0, 20)),
    ("development team", [at("a", 0, team_id=9)], "developer_as_player", (0, 20)),
    (
        "same item",
        [
            at("a", 0, change_key="A", configuration_items=holding(10)),
            at("b", 5, change_key="B", configuration_items=holding(10, exclusive=False)),
        ],
        "ci_clash",
        (5, 20),
    ),
    (
        "item below",
        [
            at("a", 0, change_key="A", configuration_items=holding(10)),
            at("b", 5, change_key="B", configuration_items=holding(11)),
        ],
        "ci_clash",
        (5, 20),
    ),
    (
        "capacity",
        [
            at("a", 0, configuration_items=holding(10, False, 2)),
            at("b", 10, configuration_items=holding(10, False, 2)),
        ],
        "ci_over_capacity",
        (10, 20),
    ),
    ("before", [at("a", -5)], "before_window", (-5, 0)),
    ("after", [at("a", 470)], "after_window", (480, 490)),
    ("deadline", [at("a", 100, deadline=110)], "deadline_missed", (110, 120)),
    (
        "fixed",
        [at("a", 0), step("b", 5, fixed_start=15, rollback_minutes=0), Link("a", "b")],
        "fixed_start_contradicted",
        (15, 20),
    ),
    ("frozen item", [at("a", 290, configuration_items=holding(11))], "frozen", (300, 310)),
    ("frozen change", [at("a", 410, change_key="P")], "frozen", (410, 420)),
    (
        "past",
        [step("a", 300, change_key="A", rollback_minutes=200)],
        "past_no_return",
        (280, 300),
    ),
    ("unknown rollback", [step("a", 10, change_key="A")], "not_calculated", (0, 0)),
]


@pytest.mark.parametrize(("parts", "kind", "span"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_each_conflict_is_flagged_once_with_its_time(
    parts: list[Any], kind: str, span: tuple[int, int]
) -> None:
    found = analyse(network(*parts), WORLD).conflicts
    assert [(conflict.kind, conflict.start, conflict.finish) for conflict in found] == [
        (ConflictKind(kind), *span)
    ]
    assert found[0].activity_ids
    assert found[0].reason.endswith(".")


@pytest.mark.parametrize(
    "parts",
    [
        [at("a", 0, players=(1,)), at("b", 20, players=(1,))],
        [at("a", 0, players=(1,)), at("b", 10, players=(1,), state=ActivityState.SKIPPED)],
        [at("a", 260, players=(1,))],
        [at("a", -5, phase=Phase.PREPARE)],
        [at("a", 280, configuration_items=holding(10))],
        [
            at("a", 0, change_key="A", configuration_items=holding(10)),
            at("b", 5, change_key="A", configuration_items=holding(10)),
        ],
        [at("a", 0, players=(1,)), at("b", 10, 0, players=(1,))],
    ],
    ids=["after", "skipped", "back", "preparation", "before the freeze", "same change", "milestone"],
)
def test_what_is_no_conflict(parts: list[Any]) -> None:
    assert analyse(network(*parts), WORLD).conflicts == ()


def test_reasons_name_people_items_and_times() -> None:
    parts = [
        at("a", 0, change_key="A", players=(1,), configuration_items=holding(10), title="Stop db"),
        at("b", 5, change_key="B", players=(1,), configuration_items=holding(11), title="Deploy app"),
    ]
    reasons = [conflict.reason for conflict in analyse(network(*parts), WORLD).conflicts]
    assert reasons == [
        "“Stop db” holds db-1 for itself, on which app-1 depends, while “Deploy app” needs it, "
        "+0:05 to +0:20.",
        "Ada Moss is needed for “Stop db” and “Deploy app” at the same time, +0:05 to +0:20.",
    ]


def test_an_analysis_carries_slack_and_criticality() -> None:
    analysis = analyse(network(step("a", 30), step("b", 10), Link("a", "b"), step("c", 5), window=35))
    assert analysis.slack == {"a": 0, "b": 0, "c": 35}
    assert analysis.critical == {"a", "b"}
    assert (analysis.finish, analysis.fits) == (40, False)
