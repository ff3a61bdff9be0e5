"""Edits and their history."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sequencing import editing
from app.sequencing.errors import LinkRefusedError, SequenceError, UnknownActivityError
from app.sequencing.history import History
from app.sequencing.legality import judge_link
from app.sequencing.model import Link, LinkKind, Sequence
from app.sequencing.passes import schedule
from app.sequencing.templates import template_from_change
from tests.app.sequencing.worlds import chain, network, sequences, step


def starts_of(sequence: Sequence) -> dict[str, int]:
    """Scheduled starts by id."""
    return {activity_id: timing.start for activity_id, timing in schedule(sequence).timings.items()}


def test_moving_pins_and_as_early_as_possible_clears() -> None:
    sequence = chain("abc")
    edit = editing.move_activities(sequence, starts_of(sequence), ["b", "c"], 15)
    assert edit.label == "Move 2 activities"
    assert starts_of(edit.sequence) == {"a": 0, "b": 25, "c": 35}
    back = editing.start_as_early_as_possible(edit.sequence, ["b", "c"])
    assert starts_of(back.sequence) == starts_of(sequence)


def test_moving_a_fixed_activity_moves_its_fixed_start() -> None:
    sequence = network(step("a", fixed_start=60))
    assert editing.move_activities(sequence, {"a": 60}, ["a"], -5).sequence.activity("a").fixed_start == 55


def test_removing_takes_the_links_along() -> None:
    edit = editing.remove_activities(chain("abc"), ["b"])
    assert edit.label == "Remove “b”"
    assert edit.sequence == network(step("a"), step("c"))


def test_linking_refuses_a_circle_by_name() -> None:
    with pytest.raises(LinkRefusedError, match="“a” → “b” → “c” → “a”"):
        editing.link_activities(chain("abc"), Link("c", "a"))
    verdict = judge_link(chain("abc"), Link("c", "a"))
    assert verdict.cycle == ("a", "b", "c")


@pytest.mark.parametrize(
    "link", [Link("a", "a"), Link("a", "b"), Link("a", "gone")], ids=["itself", "repeated", "unknown"]
)
def test_links_that_make_no_sense_are_refused(link: Link) -> None:
    verdict = judge_link(chain("abc"), link)
    assert not verdict.is_allowed
    assert verdict.reason


def test_two_kinds_between_the_same_activities_are_two_links() -> None:
    edit = editing.link_activities(chain("ab"), Link("a", "b", LinkKind.FINISH_FINISH))
    assert edit.sequence.links == (Link("a", "b"), Link("a", "b", LinkKind.FINISH_FINISH))


def test_inserting_rows() -> None:
    sequence = network(*(step(letter, position=number) for number, letter in enumerate("abcd")))
    assert "".join(a.id for a in editing.insert_activity(sequence, step("x"), 2).sequence.rows) == "abxcd"


def test_duplicating_copies_the_links_among_the_copies() -> None:
    edit = editing.duplicate_activities(chain("abc"), ["a", "b"], {"a": "a2", "b": "b2"})
    assert Link("a2", "b2") in edit.sequence.links
    assert len(edit.sequence.links) == 3


def test_fields_and_durations() -> None:
    sequence = chain("ab")
    assert editing.set_field(sequence, ["a", "b"], "deadline", 90).label == "Set deadline of 2 activities"
    assert editing.retitle_activity(sequence, "a", "New").sequence.activity("a").title == "New"
    assert schedule(editing.resize_activity(sequence, "a", 25).sequence).finish == 35
    for refused in (
        lambda: editing.resize_activity(sequence, "a", -1),
        lambda: editing.set_field(sequence, ["a"], "id", "b"),
        lambda: editing.set_field(sequence, ["a"], "nonsense", 1),
    ):
        with pytest.raises(SequenceError):
            refused()
    with pytest.raises(UnknownActivityError):
        editing.set_field(sequence, ["gone"], "deadline", 1)


def test_a_template_keeps_steps_and_relative_links() -> None:
    past = network(
        step("a", 15, change_key="OLD", team_id=3, players=(7,)),
        step("b", 20, change_key="OLD", position=1),
        step("x", 5, change_key="OTHER", position=2),
        Link("a", "b", LinkKind.START_START, 5),
        Link("b", "x"),
    )
    template = template_from_change(past, "OLD", "Billing")
    edit = editing.apply_template(chain("z"), template, "NEW", "n")
    first = edit.sequence.activity("n-1")
    assert (first.change_key, first.team_id, first.players, first.duration_minutes) == ("NEW", 3, (), 15)
    assert edit.sequence.links == (Link("n-1", "n-2", LinkKind.START_START, 5),)


def test_the_moves_of_one_drag_are_one_step() -> None:
    sequence = chain("abc")
    starts, history = starts_of(sequence), History(sequence)
    for minutes in (5, 10, 15):
        history.push(editing.move_activities(sequence, starts, ["a"], minutes))
    history.seal()
    history.push(editing.move_activities(sequence, starts, ["a"], 20))
    assert starts_of(history.undo())["a"] == 15
    assert history.undo() is sequence
    assert history.undo_label is None
    assert history.redo_label == "Move “a”"


def test_dirty_against_what_was_saved() -> None:
    sequence = chain("ab")
    history = History(sequence)
    history.push(editing.retitle_activity(sequence, "a", "New"))
    assert history.is_dirty
    history.mark_saved()
    assert not history.is_dirty
    history.undo()
    assert history.is_dirty
    history.push(editing.retitle_activity(history.current, "a", "New"))
    assert not history.is_dirty
    assert history.redo_label is None


@given(sequences(), st.lists(st.integers(0, 4), max_size=8), st.integers(-40, 40))
def test_undo_and_redo_return_identical_values(sequence: Sequence, kinds: list[int], minutes: int) -> None:
    history = History(sequence)
    states = [sequence]
    for kind in kinds:
        current = history.current
        if not current.activities:
            break
        first = current.activities[0].id
        edit = (
            lambda c=current, f=first: editing.move_activities(c, starts_of(c), [f], minutes),
            lambda c=current, f=first: editing.resize_activity(c, f, abs(minutes)),
            lambda c=current, f=first: editing.remove_activities(c, [f]),
            lambda c=current, f=first: editing.duplicate_activities(c, [f]),
            lambda c=current, f=first: editing.start_as_early_as_possible(c, [f]),
        )[kind]()
        history.seal()
        if history.push(edit) is not states[-1]:
            states.append(history.current)
    for state in reversed(states[:-1]):
        assert history.undo() is state
    assert not history.is_dirty
    for state in states[1:]:
        assert history.redo() is state
