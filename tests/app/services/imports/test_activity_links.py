"""Links of imported plans: as plans write them, to headings, with lags, and as the desk left them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.sequences import open_sequence, save_sequence
from app.services.workplace import Workplace
from tests.app.services.imports.test_activities import bring, sequence_of, window

__all__ = ["window"]


@pytest.mark.parametrize(
    ("cell", "links"),
    [
        ("1", {("1", "FS", 0)}),
        ("1FS+30m", {("1", "FS", 30)}),
        ("1: FS 2h", {("1", "FS", 120)}),
        ("2: SS", {("2", "SS", 0)}),
        ("1;2SS-1h", {("1", "FS", 0), ("2", "SS", -60)}),
        ("1, 2", {("1", "FS", 0), ("2", "FS", 0)}),
        ("1 2", {("1", "FS", 0), ("2", "FS", 0)}),
        ("#2 FF + 1:30", {("2", "FF", 90)}),
        ("2EA+2 Tage", {("2", "FS", 2880)}),
        ("row 1", {("1", "FS", 0)}),
        ("After step 1", {("1", "FS", 0)}),
        ("after steps 1 and 2", {("1", "FS", 0), ("2", "FS", 0)}),
        ("nach Schritt 2", {("2", "FS", 0)}),
        ("après l'étape 1", {("1", "FS", 0)}),
        ("1SF-15 min", {("1", "SF", -15)}),
        ("1-FS=P1D;2-SS=P-2D", {("1", "FS", 1440), ("2", "SS", -2880)}),
        ("1 & 2", {("1", "FS", 0), ("2", "FS", 0)}),
        ("1FS+30m and 2SS", {("1", "FS", 30), ("2", "SS", 0)}),
        ("none", set()),
        ("99", set()),
        ("3", set()),
        ("1FS+50%", set()),
    ],
)
def test_predecessors_are_read_as_plans_write_them(
    workplace: Workplace, window: int, cell: str, links: set[tuple[str, str, int]]
) -> None:
    text = f'ID,Task name,Duration,Predecessors\n1,One,30m,\n2,Two,1:30,\n3,Three,2 h,"{cell}"\n'
    bring(workplace, window, text)
    sequence = sequence_of(workplace, window)
    by_id = {step.id: step for step in sequence.activities}
    found = {
        (by_id[link.predecessor].source_key, link.kind.value, link.lag_minutes) for link in sequence.links
    }
    assert found == links
    assert [step.duration_minutes for step in sequence.activities] == [30, 90, 120]


def test_links_changed_or_removed_on_the_desk_stay_so_while_the_plan_says_the_same_of_them(
    workplace: Workplace, window: int
) -> None:
    text = "ID,Task name,Duration,Predecessors\n1,One,30,\n2,Two,20,1\n3,Three,10,2FS+10m\n4,Four,5,3\n"
    bring(workplace, window, text)
    view = open_sequence(workplace, window)
    one, two, three, four = view.sequence.ids
    (link,) = (one for one in view.sequence.links if one.successor == three)
    sequence = replace(view.sequence, links=(replace(link, lag_minutes=60),))
    save_sequence(workplace, window, sequence, view.version)
    bring(workplace, window, text.replace("Two,20", "Two,25").replace("Three,10", "Three,15"))
    assert sequence_of(workplace, window).links == sequence.links
    bring(workplace, window, text.replace("Four,5,3", "Four,5,1"))
    assert {(link.predecessor, link.successor) for link in sequence_of(workplace, window).links} == {
        (two, three),
        (one, four),
    }


def test_a_circle_in_the_plan_is_told_and_left_open(workplace: Workplace, window: int) -> None:
    text = "ID,Task name,Predecessors\n1,One,2\n2,Two,1\n"
    understood = understand(workplace, text.encode(), "activities")
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC", window_id=window)
    assert any("circle" in warning for warning in planned.conversion.warnings)
    apply(workplace, planned, "plan.csv")
    assert len(sequence_of(workplace, window).links) == 1


SUMMED_UP = (
    "ID,Task Name,Duration,Predecessors,Outline Level\n"
    "1,Down,2h,,1\n2,Lock users,1h,,2\n3,Stop jobs,1h,2,2\n4,Tell all,10m,,2\n"
    "5,Up,{duration},{links},1\n6,Start,1h,,2\n7,Verify,1h,6,2\n"
)


@pytest.mark.parametrize(
    ("cell", "links"),
    [
        ("1", {("3", "6", "FS", 0), ("4", "6", "FS", 0)}),
        ("1SS+10m", {("2", "6", "SS", 10), ("4", "6", "SS", 10)}),
        ("3FF", {("3", "7", "FF", 0)}),
        ("", set()),
    ],
)
def test_a_link_to_a_heading_is_one_to_the_steps_beneath_it(
    workplace: Workplace, window: int, cell: str, links: set[tuple[str, str, str, int]]
) -> None:
    done = bring(workplace, window, SUMMED_UP.format(links=cell, duration="2h"))
    assert (done.created, done.rejected) == (5, 2)
    sequence = sequence_of(workplace, window)
    keys = {step.id: step.source_key for step in sequence.activities}
    found = {
        (keys[one.predecessor], keys[one.successor], one.kind.value, one.lag_minutes)
        for one in sequence.links
    }
    assert found == links | {("2", "3", "FS", 0), ("6", "7", "FS", 0)}
    groups = {step.source_key: step.group for step in sequence.activities}
    assert groups == {"2": "Down", "3": "Down", "4": "Down", "6": "Up", "7": "Up"}
    again = bring(workplace, window, SUMMED_UP.format(links=cell, duration="3h"))
    assert (again.created, again.updated, again.unchanged, again.rejected) == (0, 0, 5, 2)


def test_kinds_of_links_and_lags_may_stand_in_columns_of_their_own(workplace: Workplace, window: int) -> None:
    bring(
        workplace,
        window,
        "ID,Task name,Duration,Predecessors,Dependency Type,Lag (h)\n"
        '1,One,30m,,,\n2,Two,30m,1,Start-to-Start,0.5\n3,Three,30m,"1, 2FF+5m",AA,-1\n',
    )
    sequence = sequence_of(workplace, window)
    keys = {step.id: step.source_key for step in sequence.activities}
    found = {
        (keys[one.predecessor], keys[one.successor], one.kind.value, one.lag_minutes)
        for one in sequence.links
    }
    assert found == {("1", "2", "SS", 30), ("1", "3", "SS", -60), ("2", "3", "FF", 5)}
