"""Cutover plans become activities of a window: times, players, predecessors, and the same plan again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.register import Person, Team
from app.domain.windows import MaintenanceWindow, WindowState
from app.sequencing.analysis import analyse
from app.sequencing.model import Activity, ActivityState, LinkKind, Phase, Sequence
from app.services.errors import RefusedError
from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand
from app.services.imports.kinds.meant import window_meant
from app.services.imports.undo import undo_import
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


def _with_duration(sequence: Sequence, index: int, minutes: int) -> Activity:
    return replace(sequence.activities[index], duration_minutes=minutes)


def test_a_circle_in_the_plan_is_told_and_left_open(workplace: Workplace, window: int) -> None:
    text = "ID,Task name,Predecessors\n1,One,2\n2,Two,1\n"
    understood = understand(workplace, text.encode(), "activities")
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC", window_id=window)
    assert any("circle" in warning for warning in planned.conversion.warnings)
    apply(workplace, planned, "plan.csv")
    assert len(sequence_of(workplace, window).links) == 1


def test_a_plan_without_a_window_is_refused(workplace: Workplace) -> None:
    understood = understand(workplace, b"ID,Task name,Duration\n1,One,5\n", "activities")
    with pytest.raises(RefusedError, match="window"):
        plan(workplace, understood.table, understood.proposal.mapping, "UTC")


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


DAYS = "Step,Activity,Start\n1,Copy,28.03.2026 {hour}\n2,Switch,28.03.2026 {hour}\n3,Tell,20.03.2026 09:00\n"


@pytest.mark.parametrize(
    ("hour", "is_meant"),
    [("21:30", True), ("16:00", True), ("09:00", False)],
)
def test_the_window_of_a_plan_is_told_by_when_most_steps_begin(
    workplace: Workplace, window: int, hour: str, is_meant: bool
) -> None:
    before = START - timedelta(days=14)
    create_window(
        workplace, MaintenanceWindow("Earlier", before, before + timedelta(hours=8), "Europe/Berlin")
    )
    with workplace.read() as connection:
        windows = find(connection, MaintenanceWindow)
    text = DAYS.format(hour=hour)
    found = understand(workplace, text.encode(), "activities")
    meant = window_meant(found.table, found.proposal, "Europe/Berlin", windows)
    assert meant == (window if is_meant else None)
    planned = plan(
        workplace, found.table, found.proposal.mapping, "Europe/Berlin", window_id=windows[-1].id or 0
    )
    told = [one for one in planned.conversion.warnings if "begin outside the window" in one]
    assert len(told) == 1


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


@pytest.mark.parametrize("state", [WindowState.CLOSED, WindowState.CANCELLED])
def test_the_sequence_of_a_window_that_is_over_is_a_record(
    workplace: Workplace, window: int, state: WindowState
) -> None:
    """No list writes into the past, and no undoing takes out of it."""
    plan_text = "Id,Task,Duration\n1,Stop,10\n2,Copy,30\n"
    first = bring(workplace, window, plan_text)
    before = sequence_of(workplace, window)
    with workplace.write() as work:
        work.save(replace(work.get(MaintenanceWindow, window), state=state))
        work.commit()
    with pytest.raises(RefusedError, match="its sequence is a record now"):
        bring(workplace, window, plan_text + "3,Start,5\n")
    with pytest.raises(RefusedError, match="its sequence is a record now"):
        undo_import(workplace, first.import_id)
    assert sequence_of(workplace, window) == before


def test_a_window_that_ends_between_dry_run_and_import_keeps_its_sequence(
    workplace: Workplace, window: int
) -> None:
    found = understand(workplace, b"Id,Task,Duration\n1,Stop,10\n", "activities")
    planned = plan(workplace, found.table, found.proposal.mapping, "UTC", window_id=window)
    with workplace.write() as work:
        work.save(replace(work.get(MaintenanceWindow, window), state=WindowState.CLOSED))
        work.commit()
    with pytest.raises(RefusedError, match="its sequence is a record now"):
        apply(workplace, planned, "plan.csv")
    assert not sequence_of(workplace, window).activities
