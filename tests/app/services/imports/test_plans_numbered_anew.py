"""Plans whose numbers count their rows: again with rows put in or taken out, and beside each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.windows import MaintenanceWindow
from app.importing.converting.rows import ImportRow
from app.services.imports.apply import Imported
from app.services.imports.kinds.renumbered import keys_known_again
from app.services.sequences import open_sequence, save_sequence
from app.services.windows import create_window
from app.services.workplace import Workplace
from tests.app.services.imports.test_activities import START, bring, sequence_of
from tests.app.services.imports.test_activities import window as window

HEADER = "ID,Task,Duration,Predecessors\n"
PLAN = HEADER + "1,Stop,10m,\n2,Backup,30m,1\n3,Install,1h,2FS+5m\n4,Test,20m,3\n5,Test,20m,4\n"
WITH_ONE_MORE = (
    HEADER + "1,Stop,10m,\n2,Tell,5m,1\n3,Backup,30m,1\n4,Install,1h,3FS+5m\n5,Test,20m,4\n6,Test,20m,5\n"
)
OTHER = HEADER + "1,Stop,1m,\n2,Drain,2m,1\n3,Patch,3m,2\n4,Reboot,4m,3\n5,Join,5m,4\n"


def counts(done: Imported) -> tuple[int, int, int, int]:
    return done.created, done.updated, done.unchanged, done.rejected


def steps_of(workplace: Workplace, window: int) -> dict[str, tuple[str, int]]:
    steps = sequence_of(workplace, window).activities
    return {step.source_key: (step.title, step.duration_minutes) for step in steps}


def links_of(workplace: Workplace, window: int) -> set[tuple[str, str, int]]:
    sequence = sequence_of(workplace, window)
    keys = {step.id: step.source_key for step in sequence.activities}
    return {(keys[one.predecessor], keys[one.successor], one.lag_minutes) for one in sequence.links}


def test_a_row_put_in_is_one_new_step_and_moves_no_other(workplace: Workplace, window: int) -> None:
    bring(workplace, window, PLAN)
    before = {step.source_key: step.id for step in sequence_of(workplace, window).activities}
    links = links_of(workplace, window)
    assert counts(bring(workplace, window, WITH_ONE_MORE)) == (1, 0, 5, 0)
    after = {step.source_key: step.id for step in sequence_of(workplace, window).activities}
    assert after == before | {"2 / Tell": after["2 / Tell"]}
    assert links_of(workplace, window) == links | {("1", "2 / Tell", 0)}
    assert counts(bring(workplace, window, WITH_ONE_MORE)) == (0, 0, 6, 0)


def test_a_row_taken_out_takes_its_step_along_and_no_other(workplace: Workplace, window: int) -> None:
    bring(workplace, window, WITH_ONE_MORE)
    assert counts(bring(workplace, window, PLAN)) == (0, 0, 5, 0)
    assert steps_of(workplace, window)["2"] == ("Tell", 5)


def test_a_step_called_otherwise_in_the_plan_or_on_the_desk_is_the_same(
    workplace: Workplace, window: int
) -> None:
    bring(workplace, window, PLAN)
    assert counts(bring(workplace, window, PLAN.replace("Install", "Put in"))) == (0, 1, 4, 0)
    opened = save_as(workplace, window, "Backup", "Backup of all")
    assert opened == "2"
    more = WITH_ONE_MORE.replace("Install", "Put in")
    assert counts(bring(workplace, window, more)) == (1, 0, 5, 0)
    assert steps_of(workplace, window)["2"] == ("Backup of all", 30)


def test_steps_that_are_all_called_alike_now_are_those_of_which_the_same_is_said(
    workplace: Workplace, window: int
) -> None:
    plan = HEADER + "1,Stop,10m,\n2,Copy,30m,1\n3,Start,20m,2\n"
    alike = plan.replace("Stop", "Copy").replace("Start", "Copy")
    bring(workplace, window, plan)
    assert counts(bring(workplace, window, alike)) == (0, 2, 1, 0)
    assert steps_of(workplace, window) == {"1": ("Copy", 10), "2": ("Copy", 30), "3": ("Copy", 20)}
    assert counts(bring(workplace, window, alike)) == (0, 0, 3, 0)


def save_as(workplace: Workplace, window: int, title: str, other: str) -> str:
    """Call a step otherwise on the desk; returns its key in the plan."""
    opened = open_sequence(workplace, window)
    step = next(one for one in opened.sequence.activities if one.title == title)
    steps = tuple(replace(one, title=other) if one is step else one for one in opened.sequence.activities)
    save_sequence(workplace, window, replace(opened.sequence, activities=steps), opened.version)
    return step.source_key


def test_another_plan_with_the_same_numbers_comes_in_beside(workplace: Workplace, window: int) -> None:
    bring(workplace, window, PLAN)
    before = steps_of(workplace, window)
    assert counts(bring(workplace, window, OTHER)) == (5, 0, 0, 0)
    after = steps_of(workplace, window)
    assert before.items() <= after.items()
    assert (after["1 / Stop"], after["3 / Patch"]) == (("Stop", 1), ("Patch", 3))
    assert ("2 / Drain", "3 / Patch", 0) in links_of(workplace, window)
    for text in (OTHER, PLAN):
        assert counts(bring(workplace, window, text)) == (0, 0, 5, 0)


@pytest.mark.parametrize(
    "others",
    [
        ("Anhalten", "Sichern", "Einspielen", "Prüfen", "Prüfen 2"),
        ("[ERP] Stop", "[ERP] Backup", "[ERP] Install", "[ERP] Test", "Test"),
    ],
)
def test_a_plan_in_other_words_is_the_same(
    workplace: Workplace, window: int, others: tuple[str, ...]
) -> None:
    bring(workplace, window, PLAN)
    lines = PLAN.splitlines(keepends=True)
    worded = [
        ",".join([number, other, rest])
        for (number, _, rest), other in zip((line.split(",", 2) for line in lines[1:]), others, strict=True)
    ]
    done = bring(workplace, window, "".join([lines[0], *worded]))
    assert (done.created, len(steps_of(workplace, window))) == (0, 5)
    assert steps_of(workplace, window)["3"] == (others[2], 60)


def test_another_plan_whose_steps_take_as_long_each_is_another(workplace: Workplace, window: int) -> None:
    bring(workplace, window, HEADER + "1,Stop,10m,\n2,Backup,10m,1\n3,Install,10m,2\n4,Test,10m,3\n")
    done = bring(workplace, window, HEADER + "1,Drain,10m,\n2,Patch,10m,1\n3,Reboot,10m,2\n4,Join,10m,3\n")
    assert done.created == 4


def test_the_same_plan_in_two_windows_is_two_sets_of_steps(workplace: Workplace, window: int) -> None:
    other = create_window(
        workplace, MaintenanceWindow("Other", START + timedelta(days=7), START + timedelta(days=8), "UTC")
    ).value.id
    bring(workplace, window, PLAN)
    assert counts(bring(workplace, other or 0, WITH_ONE_MORE)) == (6, 0, 0, 0)
    assert "6" in steps_of(workplace, other or 0)
    assert "6" not in steps_of(workplace, window)


@pytest.mark.parametrize(
    ("keys", "titles", "known"),
    [
        (["1.1", "1.2", "1.3"], ["a", "new", "b"], ["1.1", "1.2 / new", "1.2"]),
        (["T-1", "T-2", "T-3"], ["a", "new", "b"], ["T-1", "T-2", "T-3"]),
        (["1.3", "1.1", "1.2"], ["new", "a", "b"], ["1.3", "1.1", "1.2"]),
        (["1.1", "1.2"], ["b", "c"], ["1.1", "1.2"]),
    ],
)
def test_ids_that_count_no_rows_are_the_steps_own(
    keys: list[str], titles: list[str], known: list[str]
) -> None:
    rows = [
        ImportRow(place, key, {"title": title})
        for place, (key, title) in enumerate(zip(keys, titles, strict=True))
    ]
    assert list(keys_known_again(rows, {"1.1": {"title": "a"}, "1.2": {"title": "b"}}).values()) == known


def test_of_two_links_between_two_steps_the_longer_lag_holds(workplace: Workplace, window: int) -> None:
    text = (
        "ID,Task Name,Duration,Predecessors,Outline Level\n"
        "1,Down,1h,,1\n2,Stop,1h,,2\n3,Up,1h,1FS+30m,1\n4,Start,1h,2,2\n"
    )
    bring(workplace, window, text)
    assert links_of(workplace, window) == {("2", "4", 30)}
