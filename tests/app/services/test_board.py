"""The board, placing, editing, records and freezing, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.changes import (
    Attestation,
    Build,
    Change,
    ChangeState,
    Deployment,
    DeploymentOutcome,
    FrozenGate,
    Ticket,
)
from app.domain.gates import CriterionKind, CriterionSpec, GateResult
from app.domain.register import Role, Stage
from app.domain.windows import Freeze, FreezeStrength, MaintenanceWindow, WindowState
from app.services import change_records, changes, checkpoints, placement
from app.services.board import board, intake_board
from app.services.change_panel import change_panel
from app.services.changes import EditConflictError
from app.services.checkpoints import AlreadyFrozenError
from app.services.errors import RefusedError
from app.services.placement import PlacementRefusedError
from app.store.reading import find, get
from tests.app.services.board_world import DIGEST, World, make_world
from tests.templates import CopyOf


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    """The small organisation, once on each engine."""
    return copy_of(make_world)


def test_board_has_every_column_with_gates_risk_and_conflicts(world: World) -> None:
    """Columns follow the gates; every gate says why; a shared item is a conflict of both."""
    view = board(world.workplace, world.window_id)
    assert view.counts() == (7, 6, 6, 6, 6, 0)
    first = view.cards[0]
    assert [gate.result for gate in first.gates][:2] == [GateResult.MET, GateResult.NOT_EVALUATED]
    assert first.gates[1].why == "No deployment into test is recorded."
    assert {card.key for card in view.cards if card.conflicts} == {"CHG-0403", "CHG-0408"}
    assert all(card.risk_reasons for card in view.cards)
    assert (view.checkpoints[0].not_in, view.checkpoints[0].total) == (7, 31)
    assert view.neighbours[0].is_shown


def test_placing_moves_date_and_voids_its_approval_and_can_be_taken_back(world: World) -> None:
    """Another day means another date, not approved; undo restores all three."""
    change = get_change(world, 0)
    changes.edit_change(world.workplace, change, replace(change, is_date_approved=True))
    done = placement.place_change(world.workplace, [1], world.next_window.id, "No room")
    moved = get_change(world, 0)
    assert moved.window_id == world.next_window.id
    assert moved.deployment_on == placement.local_day(world.next_window)
    assert not moved.is_date_approved
    assert any(touched.kind == "change" for touched in done.touched)
    placement.restore_placements(world.workplace, done.value)
    back = get_change(world, 0)
    assert (back.window_id, back.is_date_approved) == (world.window_id, True)


def test_placing_tells_every_problem_and_the_nearest_window(world: World) -> None:
    """Begun, full and frozen are all said at once; the next window is offered."""
    placement.place_change(world.workplace, [1, 2], None, "")
    assert len(intake_board(world.workplace).cards) == 2
    window = world.window
    with world.workplace.write() as unit:
        unit.save(replace(window, capacity_deployments=29))
        unit.add(Freeze("Year end", window.starts_at, window.ends_at, "UTC", FreezeStrength.HARD))
        unit.commit()
    world.clock.now = window.starts_at
    with pytest.raises(PlacementRefusedError) as caught:
        placement.place_change(world.workplace, [1, 2], window.id, "")
    said = " ".join(caught.value.problems)
    for part in ("has begun", "Year end", "capacity is 29 deployments"):
        assert part in said
    assert caught.value.nearest is not None
    assert caught.value.nearest.id == world.next_window.id
    assert get_change(world, 0).window_id is None


def test_freezing_keeps_the_result_and_shows_later_work_as_after_the_cutoff(world: World) -> None:
    """The frozen gate stays; the panel and board say what later work changed; a second freeze is refused."""
    done = checkpoints.freeze_checkpoint(world.workplace, world.window_id, "In for test")
    report = done.value
    assert (len(report.passed), len(report.failed), len(report.checkpoint.frozen_hash)) == (24, 7, 64)
    assert report.window.state is WindowState.TESTING
    with world.workplace.read() as connection:
        assert len(find(connection, FrozenGate, checkpoint_id=report.checkpoint.id)) == 62
    with pytest.raises(AlreadyFrozenError):
        checkpoints.freeze_checkpoint(world.workplace, world.window_id, "in FOR test")
    deploy_to_test(world, 1)
    card = board(world.workplace, world.window_id).card(1)
    assert card is not None
    gate = card.gates[1]
    assert (gate.result, gate.is_frozen) == (GateResult.NOT_EVALUATED, True)
    assert gate.after_cutoff.startswith("now met")
    again = checkpoints.evaluate_checkpoint(world.workplace, world.window_id, "In for test")
    assert [change.key for change in again.failed] == [change.key for change in report.failed]
    assert again.checkpoint.frozen_hash == report.checkpoint.frozen_hash


def test_freezing_as_at_the_cutoff_ignores_later_work(world: World) -> None:
    """What was deployed after the instant does not count."""
    cutoff = checkpoints.evaluate_checkpoint(
        world.workplace, world.window_id, "In for test"
    ).checkpoint.cutoff_at
    world.clock.now = cutoff + timedelta(hours=2)
    deploy_to_test(world, 1)
    report = checkpoints.freeze_checkpoint(world.workplace, world.window_id, "In for test", cutoff).value
    assert 1 in [change.id for change in report.failed]


@pytest.mark.parametrize(("hours", "words"), [(1, "lies ahead"), (-720, "before the cutoff")])
def test_freezing_as_at_another_instant_is_refused(world: World, hours: int, words: str) -> None:
    """Nobody knows what holds later, and an early instant would hide what happened since."""
    at = world.clock.now + timedelta(hours=hours)
    with pytest.raises(RefusedError, match=words):
        checkpoints.freeze_checkpoint(world.workplace, world.window_id, "In for test", at)


def test_a_late_change_is_refused_and_moves_on(world: World) -> None:
    """After the freeze a change cannot enter; the next window takes it."""
    placement.place_change(world.workplace, [1], None, "")
    checkpoints.freeze_checkpoint(world.workplace, world.window_id, "In for test")
    with pytest.raises(PlacementRefusedError, match="nearest window"):
        placement.place_change(world.workplace, [1], world.window_id, "")
    moved = placement.move_to_next_window(world.workplace, [6], "Did not pass").value
    assert moved[0].to_window_id == world.next_window.id


def test_due_checkpoints_are_frozen_once_at_their_cutoff(world: World) -> None:
    """A running desk freezes what is due as at its cutoff; a second look finds nothing."""
    assert checkpoints.due_checkpoints(world.workplace) == ()
    world.clock.now = world.window.starts_at - timedelta(hours=1)
    reports = checkpoints.freeze_due(world.workplace).value
    assert [report.checkpoint.name for report in reports] == ["In for test", "Ready for production"]
    assert all(report.checkpoint.frozen_at == report.checkpoint.cutoff_at for report in reports)
    assert checkpoints.freeze_due(world.workplace).value == ()
    assert reports[-1].window.state is WindowState.LOCKED


def test_criteria_of_one_window_can_be_edited_until_it_is_frozen(world: World) -> None:
    """Unsound criteria are refused with every reason; sound ones raise the revision."""
    bad = CriterionSpec("a b", "", "", CriterionKind.DEPLOYED)
    with pytest.raises(RefusedError) as caught:
        checkpoints.edit_criteria(world.workplace, world.window_id, "In for test", [bad], "x")
    assert len(caught.value.problems) == 3
    plans = CriterionSpec("plans", "Plans", "Plans", CriterionKind.PLANS_PRESENT)
    done = checkpoints.edit_criteria(world.workplace, world.window_id, "In for test", [plans], "Trial")
    assert done.value.criteria_revision == 2
    checkpoints.freeze_checkpoint(world.workplace, world.window_id, "In for test")
    with pytest.raises(AlreadyFrozenError):
        checkpoints.edit_criteria(world.workplace, world.window_id, "In for test", [], "x")


def test_edits_of_different_fields_merge_and_of_the_same_field_ask(world: World) -> None:
    """Nothing is overwritten unseen."""
    before = get_change(world, 0)
    changes.edit_change(world.workplace, before, replace(before, description="from desk A"))
    merged = changes.edit_change(world.workplace, before, replace(before, backout_plan="from desk B")).value
    assert (merged.description, merged.backout_plan) == ("from desk A", "from desk B")
    with pytest.raises(EditConflictError) as caught:
        changes.edit_change(world.workplace, before, replace(before, description="from desk C"))
    assert caught.value.names == ("description",)


@pytest.mark.parametrize("title", ["<img src=x>", "&lt;", "مرحبا", "变更", "🚀", "=1+1", "x" * 10_000])
def test_any_title_comes_back_as_it_was(world: World, title: str) -> None:
    """Text is text."""
    stored = changes.create_change(world.workplace, Change("", title, window_id=world.next_window.id)).value
    assert stored.key.startswith("CHG-")
    assert stored.window_id == world.next_window.id
    assert board(world.workplace, world.next_window.id or 0).cards[0].title == title


def test_a_change_that_its_window_refuses_is_recorded_once(world: World) -> None:
    """It stands in the intake list, and the refusal carries it: whoever shows it need not record it again."""
    window_id = world.next_window.id or 0
    with world.workplace.write() as unit:
        unit.save(replace(unit.get(MaintenanceWindow, window_id), state=WindowState.CANCELLED), "")
        unit.commit()
    before = len(intake_board(world.workplace).cards)
    with pytest.raises(changes.RecordedOnlyError, match="stands in the intake list") as caught:
        changes.create_change(world.workplace, Change("", "Late", window_id=window_id))
    assert caught.value.stored.window_id is None
    assert {one.kind for one in caught.value.touched} == {"change"}
    assert len(intake_board(world.workplace).cards) == before + 1


def test_many_are_edited_at_once_or_none(world: World) -> None:
    """A value that one change does not take changes nothing."""
    done = changes.edit_changes(world.workplace, [1, 2, 3], {"impact": 5}, "Audit asked")
    assert [change.impact for change in done.value] == [5, 5, 5]
    with pytest.raises(RefusedError):
        changes.edit_changes(world.workplace, [1, 2], {"impact": 9})
    with pytest.raises(RefusedError):
        changes.edit_changes(world.workplace, [1], {"window_id": 2})
    assert get_change(world, 0).impact == 5
    gone = changes.withdraw(world.workplace, [1], "Not needed any more").value
    assert gone[0].state is ChangeState.WITHDRAWN


def test_records_are_judged_and_states_follow(world: World) -> None:
    """Wrong records are refused; right ones move the change on; removing takes it back."""
    bad = Build(1, "", digest="zz", is_success=True)
    with pytest.raises(RefusedError) as caught:
        change_records.add_record(world.workplace, bad)
    assert len(caught.value.problems) == 2
    with pytest.raises(RefusedError):
        change_records.add_record(world.workplace, Ticket(1, " "))
    deployment = deploy_to_test(world, 1)
    assert get_change(world, 0).state is ChangeState.IN_TEST
    change_records.remove_record(world.workplace, deployment, "Wrong machine")
    assert get_change(world, 0).state is ChangeState.INTAKE
    headlines = [entry.headline for entry in change_panel(world.workplace, 1).history]
    assert "Change noted" in headlines


def test_attesting_asks_for_role_and_evidence(world: World) -> None:
    """Only who holds the role attests, with evidence where it is owed; the newest word counts."""
    quality, other = (person.id or 0 for person in world.people)
    attest = change_records.attest
    with pytest.raises(RefusedError, match="does not hold the role"):
        attest(world.workplace, 1, "Ready for production", "qa", other, evidence="x")
    with pytest.raises(RefusedError, match="needs evidence"):
        attest(world.workplace, 1, "Ready for production", "qa", quality)
    said: Attestation = attest(
        world.workplace, 1, "Ready for production", "qa", quality, evidence="Run 7"
    ).value
    assert said.role is Role.QA_MANAGER
    world.clock.now += timedelta(minutes=1)
    attest(world.workplace, 1, "Ready for production", "qa", quality, is_met=False, evidence="Run 8 failed")
    card = board(world.workplace, world.window_id).card(1)
    assert card is not None
    assert card.gates[2].result is GateResult.NOT_MET


def get_change(world: World, place: int) -> Change:
    """A change as it is stored now."""
    with world.workplace.read() as connection:
        return get(connection, Change, world.changes[place].id or 0)


def deploy_to_test(world: World, change_id: int) -> Deployment:
    """Put a change's build into test, now."""
    environment_id = world.environments[Stage.TEST].id or 0
    record = Deployment(change_id, environment_id, world.clock.now, DeploymentOutcome.SUCCEEDED, None, DIGEST)
    return change_records.add_record(world.workplace, record).value
