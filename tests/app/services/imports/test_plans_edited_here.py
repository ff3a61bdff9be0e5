"""A plan that comes again keeps what was edited on the sequence's screen: instructions, teams and links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.register import Person, Team
from app.sequencing.model import Activity, Link
from app.services.imports.apply import apply
from app.services.imports.conflicts import settled
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.sequences import open_sequence, save_sequence
from app.services.workplace import Workplace
from tests.app.services.imports.test_activities import window

__all__ = ["window"]
HEAD = "ID,Task name,Duration,People,Responsible,Application,Rack,Predecessors\n"
PLAN = (
    f"{HEAD}1,Back up,30m,Ann Smith,Core,Shop,R4,\n"
    "2,Install,30m,Ann Smith,Core,Shop,R4,1\n"
    "3,Test,10m,,Core,Shop,R4,\n"
)


@pytest.fixture
def desk(workplace: Workplace, window: int) -> int:
    """The plan in its window, with two teams and a person of the register."""
    with workplace.write() as work:
        work.add_all([Team("Core"), Team("Network")])
        work.add(Person("Ann Smith"))
        work.commit()
    bring(workplace, window, PLAN)
    return window


def planned_of(workplace: Workplace, window: int, text: str) -> Planned:
    understood = understand(workplace, text.encode(), "activities")
    return plan(workplace, understood.table, understood.proposal.mapping, "UTC", window_id=window)


def bring(workplace: Workplace, window: int, text: str) -> None:
    apply(workplace, planned_of(workplace, window, text), "plan.csv")


def steps(workplace: Workplace, window: int) -> list[Activity]:
    return sorted(open_sequence(workplace, window).sequence.activities, key=lambda one: one.source_key)


def team_id(workplace: Workplace, name: str) -> int:
    with workplace.write() as work:
        return work.find(Team, name=name)[0].id or 0


def edit(workplace: Workplace, window: int, **values: object) -> None:
    """Give all steps other attributes."""
    view = open_sequence(workplace, window)
    edited = tuple(replace(one, **values) for one in view.sequence.activities)  # type: ignore[arg-type]
    save_sequence(workplace, window, replace(view.sequence, activities=edited), view.version)


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [("Shop", "Billing", "application"), ("Core", "Network", "responsible"), ("R4", "R5", "extra")],
)
def test_instructions_that_were_edited_are_not_made_anew_of_other_columns(
    workplace: Workplace, desk: int, before: str, after: str, field: str
) -> None:
    edit(workplace, desk, instructions="Call first.")
    planned = planned_of(workplace, desk, PLAN.replace(before, after))
    assert [(one.field, one.on_the_desk) for one in planned.outcome.conflicts] == [(field, "Call first.")] * 3
    apply(workplace, planned, "plan.csv")
    assert {one.instructions for one in steps(workplace, desk)} == {"Call first."}
    key = planned.outcome.conflicts[0].key
    apply(workplace, settled(planned_of(workplace, desk, PLAN), []), "plan.csv")
    taken = settled(planned_of(workplace, desk, PLAN.replace(before, after)), [(key, field)])
    apply(workplace, taken, "plan.csv")
    first, *others = steps(workplace, desk)
    assert after in first.instructions
    assert {one.instructions for one in others} == {"Call first."}


def test_a_plan_without_instructions_tells_what_it_says_now(workplace: Workplace, desk: int) -> None:
    bring(workplace, desk, PLAN.replace("Shop", "Billing").replace("Ann Smith", "TBD"))
    first, _, last = steps(workplace, desk)
    assert first.instructions == (
        "Application: Billing\nResponsible: Core\nPlayers named in the plan: TBD\nRack: R4"
    )
    assert (last.instructions, first.players) == ("Application: Billing\nResponsible: Core\nRack: R4", ())


def test_a_team_that_was_chosen_here_stays_where_another_is_responsible_in_the_plan(
    workplace: Workplace, desk: int
) -> None:
    core, network = team_id(workplace, "Core"), team_id(workplace, "Network")
    assert [one.team_id for one in steps(workplace, desk)] == [None, None, core]
    bring(workplace, desk, PLAN.replace("Core", "Network"))
    assert [one.team_id for one in steps(workplace, desk)] == [None, None, network]
    edit(workplace, desk, team_id=core)
    bring(workplace, desk, PLAN.replace("Core", "Elsewhere"))
    assert [one.team_id for one in steps(workplace, desk)] == [core] * 3
    assert "Responsible: Elsewhere" in steps(workplace, desk)[0].instructions


Lags = tuple[tuple[str, int], ...]


def link_second_step(workplace: Workplace, window: int, lags: Lags) -> None:
    """Let the second step follow others, by key, with minutes of lag, and nothing else."""
    ids = {one.source_key: one.id for one in steps(workplace, window)}
    view = open_sequence(workplace, window)
    links = tuple(Link(ids[key], ids["2"], lag_minutes=lag) for key, lag in lags)
    save_sequence(workplace, window, replace(view.sequence, links=links), view.version)


def links(workplace: Workplace, window: int) -> Lags:
    """The steps that others follow, with minutes of lag."""
    keys = {one.id: one.source_key for one in steps(workplace, window)}
    found = open_sequence(workplace, window).sequence.links
    return tuple(sorted((keys[one.predecessor], one.lag_minutes) for one in found))


@pytest.mark.parametrize(
    ("edited", "cell", "then"),
    [
        ((), "1;3", (("3", 0),)),
        ((("1", 15),), "1;3", (("1", 15), ("3", 0))),
        ((("1", 0), ("3", 5)), "1FS+30m", (("1", 30), ("3", 5))),
        ((("1", 0), ("3", 5)), "", (("3", 5),)),
        ((("1", 30),), "1FS+30m", (("1", 30),)),
    ],
)
def test_links_that_were_edited_stay_where_the_plan_changes_others(
    workplace: Workplace, desk: int, edited: Lags, cell: str, then: Lags
) -> None:
    link_second_step(workplace, desk, edited)
    planned = planned_of(workplace, desk, PLAN.replace("R4,1\n", f"R4,{cell}\n"))
    assert planned.outcome.conflicts == []
    apply(workplace, planned, "plan.csv")
    assert links(workplace, desk) == then


@pytest.mark.parametrize(
    ("edited", "cell", "taken"),
    [
        ((("1", 15),), "1FS+30m", (("1", 30),)),
        ((("1", 15),), "3", (("3", 0),)),
        ((("1", 0), ("3", 5)), "1;3", (("1", 0), ("3", 0))),
        ((), "1FS+30m", (("1", 30),)),
    ],
)
def test_links_that_both_changed_are_kept_until_somebody_takes_the_plan_s(
    workplace: Workplace, desk: int, edited: Lags, cell: str, taken: Lags
) -> None:
    link_second_step(workplace, desk, edited)
    planned = planned_of(workplace, desk, PLAN.replace("R4,1\n", f"R4,{cell}\n"))
    (conflict,) = planned.outcome.conflicts
    assert (conflict.field, conflict.on_the_desk) == (
        "predecessors",
        tuple((key, "FS", lag) for key, lag in edited),
    )
    if cell.endswith("m"):
        apply(workplace, planned, "plan.csv")
        assert links(workplace, desk) == edited
    else:
        apply(workplace, settled(planned, [(conflict.key, conflict.field)]), "plan.csv")
        assert links(workplace, desk) == taken
