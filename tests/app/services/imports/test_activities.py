"""Cutover plans become activities of a window: times, players, predecessors, and the same plan again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.register import Person, Team
from app.domain.windows import MaintenanceWindow
from app.sequencing.analysis import analyse
from app.sequencing.model import Activity, ActivityState, LinkKind, Phase, Sequence
from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand
from app.services.sequences import open_sequence, save_sequence
from app.services.windows import create_window
from app.services.workplace import Workplace
from app.store.reading import find

START = datetime(2026, 3, 28, 20, 0, tzinfo=UTC)


@pytest.fixture
def window(workplace: Workplace) -> int:
    """A window of eight hours, from 21:00 in Berlin."""
    made = MaintenanceWindow("Cutover", START, START + timedelta(hours=8), "Europe/Berlin")
    return create_window(workplace, made).value.id or 0


def bring(workplace: Workplace, window: int, text: str) -> Imported:
    """Import a plan into the window."""
    understood = understand(workplace, text.encode(), "activities")
    planned = plan(
        workplace, understood.table, understood.proposal.mapping, "Europe/Berlin", window_id=window
    )
    return apply(workplace, planned, "plan.csv").value


def sequence_of(workplace: Workplace, window: int) -> Sequence:
    return open_sequence(workplace, window).sequence


def test_the_real_plan_comes_in_whole_and_again_unchanged(
    workplace: Workplace, window: int, shared_data: Path
) -> None:
    file = shared_data / "cutover" / "m3-mock-cutover-aligned.csv"
    assert file.is_file(), f"the real plan {file} is missing; tests need ../shared/data beside the project"
    done = bring(workplace, window, file.read_text("utf-8"))
    assert (done.created, done.rejected) == (355, 0)
    steps = {step.source_key: step for step in sequence_of(workplace, window).activities}
    first = steps["UK-1"]
    assert (first.state, first.workstream) == (ActivityState.DONE, "Management")
    assert first.group == "Phase 0 - Environment Baseline / Cutover Readiness"
    assert first.duration_minutes == 12 * 24 * 60
    local_midnight = datetime(2026, 2, 1, 23, tzinfo=UTC)
    assert START + timedelta(minutes=first.planned_start or 0) == local_midnight
    with workplace.read() as connection:
        names = {person.id: person.name for person in find(connection, Person)}
    assert [names[player] for player in first.players] == ["Person 01", "Person 02"]
    assert {step.state for step in steps.values()} >= {ActivityState.PLANNED, ActivityState.SKIPPED}
    links = sequence_of(workplace, window).links_into[steps["M3-116"].id]
    assert [link.predecessor for link in links] == [first.id]
    analyse(sequence_of(workplace, window))
    again = bring(workplace, window, file.read_text("utf-8"))
    assert (again.created, again.updated, again.unchanged) == (0, 0, 355)


def test_times_players_phases_and_states_are_understood(workplace: Workplace, window: int) -> None:
    bring(
        workplace,
        window,
        "ID,Task name,Phase,Workstream,Start,End,People,Status,Responsible\n"
        "A-1,Take backup,Prepare,Platform,28.03.2026 22:00,28.03.2026 22:45,Ann Smith / Bob Lee,Done,\n"
        "A-2,Smoke test,Checks,Platform,29.03.2026 01:30,29.03.2026 03:30,TBD,Open,Core team\n",
    )
    first, second = sequence_of(workplace, window).activities
    assert (first.planned_start, first.duration_minutes, first.phase) == (60, 45, Phase.PREPARE)
    assert (second.planned_start, second.duration_minutes) == (270, 60), "the clocks go forward at two"
    assert (second.phase, second.group, second.players) == (Phase.VERIFY, "Checks", ())
    assert second.instructions == "Responsible: Core team\nPlayers named in the plan: TBD"
    assert (first.state, len(first.players)) == (ActivityState.DONE, 2)


@pytest.mark.parametrize(
    ("header", "cell", "minutes"),
    [
        ("Duration", "2", 2 * 1440),
        ("Duration", "0", 0),
        ("Duration", "90", 90),
        ("Duration (h)", "8", 480),
    ],
)
def test_bare_durations_of_a_plan_of_whole_days_are_days_where_they_fit(
    workplace: Workplace, window: int, header: str, cell: str, minutes: int
) -> None:
    text = (
        f"ID,Name,Begin date,End date,{header},Completion\n"
        f"0,Stop,1/13/27,1/13/27,1,0\n1,Deploy,1/14/27,1/15/27,{cell},0\n"
    )
    bring(workplace, window, text)
    assert sequence_of(workplace, window).activities[1].duration_minutes == minutes


@pytest.mark.parametrize(
    ("duration", "finish", "minutes"),
    [
        ("1,5 days", "29.03.2026 10:00", 11 * 60),
        ("1 day?", "29.03.2026 07:00", 8 * 60),
        ("2 days", "31.03.2026 17:00", 2 * 1440),
        ("90 min", "29.03.2026 00:00", 90),
    ],
)
def test_days_of_work_last_no_longer_than_from_start_to_finish(
    workplace: Workplace, window: int, duration: str, finish: str, minutes: int
) -> None:
    text = (
        "ID,Task name,Duration,Start,Finish\n"
        f'1,Deploy,"{duration}",28.03.2026 22:00,{finish}\n2,Look,5 min,28.03.2026 22:30,28.03.2026 22:35\n'
    )
    bring(workplace, window, text)
    assert sequence_of(workplace, window).activities[0].duration_minutes == minutes


def test_what_the_plan_changed_is_changed_and_the_desk_keeps_its_own(
    workplace: Workplace, window: int
) -> None:
    plan_text = "ID,Task name,Duration,Predecessors\n1,One,30,\n2,Two,20,1\n3,Three,10,2\n"
    bring(workplace, window, plan_text)
    view = open_sequence(workplace, window)
    longer = view.sequence.replacing({view.sequence.ids[0]: _with_duration(view.sequence, 0, 45)})
    save_sequence(workplace, window, longer, view.version)
    done = bring(
        workplace,
        window,
        plan_text.replace("2,Two,20,1", "2,Two,25,").replace("3,Three,10,2", "3,Three,10,1"),
    )
    assert (done.updated, done.unchanged) == (2, 1)
    after = sequence_of(workplace, window)
    assert [step.duration_minutes for step in after.activities] == [45, 25, 10]
    first, _, third = after.ids
    assert [(link.predecessor, link.successor, link.kind) for link in after.links] == [
        (first, third, LinkKind.FINISH_START)
    ]


def _with_duration(sequence: Sequence, index: int, minutes: int) -> Activity:
    return replace(sequence.activities[index], duration_minutes=minutes)


def test_clock_times_and_distances_are_of_the_windows_night(workplace: Workplace, window: int) -> None:
    text = (
        "#,Time,Activity,End,After\n"
        "1,20:30,Open the bridge,21:00,\n"
        "2,T+0,Announce,T+5,1\n"
        "3,00:15,Deploy,01:00,2\n"
        "4,03:30,Check after the clocks went forward,03:45,3\n"
    )
    assert bring(workplace, window, text).created == 4
    steps = sequence_of(workplace, window).activities
    assert [(step.planned_start, step.duration_minutes) for step in steps] == [
        (-30, 30),
        (0, 5),
        (195, 45),
        (330, 15),
    ]
    assert bring(workplace, window, text).unchanged == 4


def test_a_name_that_two_people_have_is_nobody_s_and_is_told(workplace: Workplace, window: int) -> None:
    with workplace.write() as work:
        work.add_all([Person("Ann Lee", email="a@example.org"), Person("Ann Lee", email="b@example.org")])
        (bob,) = work.add_all([Person("Bob Hay")])
        work.commit()
    text = "Step,Activity,Owner\n1,Copy,Ann Lee\n2,Switch,Bob Hay\n3,Test,Ann Lee <b@example.org>\n"
    understood = understand(workplace, text.encode(), "activities")
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC", window_id=window)
    assert any(one.startswith("Ann Lee: more than one person") for one in planned.conversion.warnings)
    apply(workplace, planned, "plan.csv")
    with workplace.read() as connection:
        assert len(find(connection, Person)) == 3
    first, second, third = sequence_of(workplace, window).activities
    assert (first.players, second.players, third.players) == ((), (bob.id,), (2,))
    assert first.instructions == "Players named in the plan: Ann Lee"


def test_teams_among_the_players_are_no_people(workplace: Workplace, window: int) -> None:
    with workplace.write() as work:
        dba, blue = work.add_all([Team("DBA team"), Team("Blue Whales")], "test")
        work.commit()
    text = (
        "Step,Activity,Owner\n1,Copy,DBA team\n2,Switch,Network support\n3,Tell,Mia Stone\n"
        "4,Check,QA\n5,Decide,DR manager\n6,Test,Payments business\n7,Open,Blue Whales\n8,Close,MIA STONE\n"
    )
    bring(workplace, window, text)
    with workplace.read() as connection:
        people = [person.name for person in find(connection, Person)]
    assert people == ["Mia Stone"]
    steps = {step.source_key: step for step in sequence_of(workplace, window).activities}
    assert (steps["1"].team_id, steps["2"].team_id, steps["7"].team_id) == (dba.id, None, blue.id)
    assert steps["3"].players == steps["8"].players != ()
    assert "Network support" in steps["2"].instructions


def test_bare_days_are_days_though_the_clocks_change_among_them(workplace: Workplace, window: int) -> None:
    text = (
        "ID,Task name,Duration,Start,Finish\n1,One,30,16/03/2026,14/04/2026\n2,Two,2,15/04/2026,16/04/2026\n"
    )
    bring(workplace, window, text)
    first, second = sequence_of(workplace, window).activities
    assert (first.duration_minutes, second.duration_minutes) == (30 * 1440 - 60, 2 * 1440)


@pytest.mark.parametrize(
    ("numbers", "groups", "told"),
    [
        (("CUT.PREP", "CUT.PREP"), ["CUT.PREP", "CUT.PREP"], ["", ""]),
        (("1.2", "1.2"), ["", ""], ["Outline: 1.2", "Outline: 1.2"]),
        (("1", "1"), ["", ""], ["", ""]),
    ],
)
def test_an_outline_that_is_no_tree_is_not_lost(
    workplace: Workplace, window: int, numbers: tuple[str, str], groups: list[str], told: list[str]
) -> None:
    text = "Activity ID,Activity Name,WBS Code,Duration\n"
    bring(workplace, window, text + f"A10,One,{numbers[0]},1h\nA20,Two,{numbers[1]},1h\n")
    steps = sequence_of(workplace, window).activities
    assert [step.group for step in steps] == groups
    assert [step.instructions for step in steps] == told


def test_where_starts_count_from_the_window_so_do_those_without_a_sign(
    workplace: Workplace, window: int
) -> None:
    text = "Order,Task,T-minus,Duration\n1,Call,-0:30,10m\n2,Go,0:00,10m\n3,Verify,1:15,10m\n"
    bring(workplace, window, text)
    assert [step.planned_start for step in sequence_of(workplace, window).activities] == [-30, 0, 75]
