"""A window's sequence is stored whole, by what differs, and never over another desk's work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from app.domain.changes import Change
from app.domain.register import Absence, Application, ConfigurationItem, Person, Team
from app.domain.windows import Freeze, MaintenanceWindow, WindowState
from app.sequencing.errors import CyclicSequenceError
from app.sequencing.model import Activity, CiHold, Link, LinkKind, Phase, Sequence
from app.services.errors import RefusedError, StaleRecordError
from app.services.sequences import analysis_of, open_sequence, save_sequence
from app.services.suggestions import accept, search
from app.services.templates import apply_usual_steps, keep_template, offered_templates
from app.services.workplace import Workplace, open_workplace
from db.tables import audit_event

NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)


class World:
    """One window with one change of one application, a DBA and a cluster."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace
        with workplace.write() as work:
            self.team = work.add(Team("DBA"))
            self.ada = work.add(
                Person(
                    "Ada",
                    team_id=self.team.id,
                    zone_name="Europe/Berlin",
                    absences=(Absence(date(2026, 11, 29), date(2026, 11, 29)),),
                )
            )
            self.cluster = work.add(ConfigurationItem("DB cluster 1", capacity=2))
            self.application = work.add(Application("Ledger", configuration_items=(self.cluster.id or 0,)))
            self.window = work.add(
                MaintenanceWindow(
                    "Weekly",
                    datetime(2026, 11, 28, 21, tzinfo=UTC),
                    datetime(2026, 11, 29, 5, tzinfo=UTC),
                    "Europe/Berlin",
                )
            )
            self.change = work.add(
                Change(
                    "CHG-1",
                    "Ledger 7",
                    applications=(self.application.id or 0,),
                    window_id=self.window.id,
                )
            )
            work.commit()
        self.window_id = self.window.id or 0

    def sequence(self) -> Sequence:
        """Two linked steps and a rollback step, with everything an activity can say."""
        deploy = Activity(
            "a" * 32,
            "<b>Deploy</b> =1+1",
            Phase.DEPLOY,
            "CHG-1",
            40,
            30,
            70,
            deadline=400,
            players=(self.ada.id or 0,),
            team_id=self.team.id,
            configuration_items=(CiHold(self.cluster.id or 0, False, 2),),
            is_go_no_go=True,
            instructions="line 1\nline 2",
            rollback_minutes=25,
        )
        verify = Activity("b" * 32, "Verify", Phase.VERIFY, "CHG-1", 20, position=1, planned_start=60)
        back = Activity("c" * 32, "Put back", Phase.ROLLBACK, "CHG-1", 15, position=2)
        links = (Link(deploy.id, verify.id, LinkKind.FINISH_START, 5),)
        return Sequence((deploy, verify, back), links, 480)


@pytest.fixture
def world(migrated_url: str) -> Iterator[World]:
    workplace = open_workplace(migrated_url, "tester", lambda: NOW)
    yield World(workplace)
    workplace.close()


def test_a_sequence_comes_back_as_it_was_saved(world: World) -> None:
    done = save_sequence(world.workplace, world.window_id, world.sequence(), 0)
    view = open_sequence(world.workplace, world.window_id)
    assert done.value == view.version == 1
    assert view.sequence == world.sequence()


def test_minutes_become_instants_of_the_window(world: World) -> None:
    save_sequence(world.workplace, world.window_id, world.sequence(), 0)
    view = open_sequence(world.workplace, world.window_id)
    analysis = analysis_of(view)
    assert view.instant(analysis.finish) == datetime(2026, 11, 28, 22, 20, tzinfo=UTC)
    assert view.surroundings.describe(80) == "23:20"


def test_saving_again_writes_only_what_differs(world: World) -> None:
    save_sequence(world.workplace, world.window_id, world.sequence(), 0)
    first = world.sequence()
    longer = replace(first.activities[1], duration_minutes=30)
    changed = replace(first, activities=(first.activities[0], longer, first.activities[2]), links=())
    assert save_sequence(world.workplace, world.window_id, changed, 1).value == 2
    assert save_sequence(world.workplace, world.window_id, changed, 2).value == 2
    with world.workplace.read() as connection:
        kinds = connection.execute(
            select(audit_event.c.record_kind, audit_event.c.action)
            .where(audit_event.c.record_kind.in_(("activity", "sequence")))
            .order_by(audit_event.c.sequence)
        ).all()
    assert [tuple(row) for row in kinds] == [
        ("activity", "created"),
        ("activity", "created"),
        ("activity", "created"),
        ("sequence", "linked"),
        ("activity", "changed"),
        ("sequence", "linked"),
    ]
    assert open_sequence(world.workplace, world.window_id).sequence == changed


def test_another_desks_sequence_is_never_overwritten(world: World) -> None:
    save_sequence(world.workplace, world.window_id, world.sequence(), 0)
    with pytest.raises(StaleRecordError):
        save_sequence(world.workplace, world.window_id, Sequence(window_minutes=480), 0)
    assert len(open_sequence(world.workplace, world.window_id).sequence) == 3


def test_a_circle_is_refused_before_anything_is_written(world: World) -> None:
    wrong = replace(world.sequence(), links=(Link("a" * 32, "b" * 32), Link("b" * 32, "a" * 32)))
    with pytest.raises(CyclicSequenceError):
        save_sequence(world.workplace, world.window_id, wrong, 0)
    assert open_sequence(world.workplace, world.window_id).version == 0


def test_steps_of_a_change_that_left_are_refused(world: World) -> None:
    with world.workplace.write() as work:
        work.save(replace(world.change, window_id=None))
        work.commit()
    with pytest.raises(RefusedError, match="CHG-1"):
        save_sequence(world.workplace, world.window_id, world.sequence(), 0)


def test_the_past_is_a_record(world: World) -> None:
    with world.workplace.write() as work:
        work.save(replace(world.window, state=WindowState.CLOSED))
        work.commit()
    with pytest.raises(RefusedError, match="is a record"):
        save_sequence(world.workplace, world.window_id, world.sequence(), 0)
    assert open_sequence(world.workplace, world.window_id).is_read_only


def test_absences_and_freezes_are_seen_as_conflicts(world: World) -> None:
    with world.workplace.write() as work:
        work.add(
            Freeze(
                "Quarter end",
                datetime(2026, 11, 28, 0, tzinfo=UTC),
                datetime(2026, 11, 30, 0, tzinfo=UTC),
                "Europe/Berlin",
                applications=(world.application.id or 0,),
            )
        )
        work.commit()
    late = replace(world.sequence().activities[0], planned_start=125)
    sequence = Sequence((late,), (), 480)
    save_sequence(world.workplace, world.window_id, sequence, 0)
    kinds = {
        conflict.kind for conflict in analysis_of(open_sequence(world.workplace, world.window_id)).conflicts
    }
    assert {"player_unavailable", "frozen"} <= {kind.value for kind in kinds}


def test_a_freeze_of_another_application_does_not_concern_the_window(world: World) -> None:
    with world.workplace.write() as work:
        other = work.add(Application("Portal"))
        work.add(
            Freeze(
                "Portal only",
                datetime(2026, 11, 28, 0, tzinfo=UTC),
                datetime(2026, 11, 30, 0, tzinfo=UTC),
                "Europe/Berlin",
                applications=(other.id or 0,),
            )
        )
        work.commit()
    save_sequence(world.workplace, world.window_id, world.sequence(), 0)
    conflicts = analysis_of(open_sequence(world.workplace, world.window_id)).conflicts
    assert "frozen" not in {conflict.kind.value for conflict in conflicts}


def test_usual_steps_are_kept_and_put_into_the_next_window(world: World) -> None:
    save_sequence(world.workplace, world.window_id, world.sequence(), 0)
    assert keep_template(world.workplace, world.window_id, "CHG-1").value == 1
    with world.workplace.write() as work:
        window = work.add(replace(world.window, id=None, title="Next"))
        work.add(replace(world.change, id=None, key="CHG-2", window_id=window.id))
        work.commit()
    next_id = window.id or 0
    assert [offered.change_key for offered in offered_templates(world.workplace, next_id)] == ["CHG-2"]
    assert apply_usual_steps(world.workplace, next_id).value == 1
    sequence = open_sequence(world.workplace, next_id).sequence
    assert [activity.title for activity in sequence.rows] == ["<b>Deploy</b> =1+1", "Verify", "Put back"]
    assert {activity.change_key for activity in sequence.activities} == {"CHG-2"}
    assert len(sequence.links) == 1


def test_a_suggestion_is_found_and_accepted(world: World) -> None:
    save_sequence(world.workplace, world.window_id, world.sequence(), 0)
    view = open_sequence(world.workplace, world.window_id)
    suggestion = search(view, 5)
    assert suggestion.finish == 65
    accept(world.workplace, view, suggestion)
    assert analysis_of(open_sequence(world.workplace, world.window_id)).finish == 65
