"""An import undone whole: what it made goes, what it changed is as before, or it is refused by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.changes import Build, Change, ChangeState
from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.register import Application, BuildMachine, Team
from app.domain.windows import Checkpoint, MaintenanceWindow
from app.services.audit import verify_chain
from app.services.errors import RefusedError
from app.services.imports.undo import past_imports, undo_import
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import FIRST, SECOND, import_text, planned_of


def changes(workplace: Workplace) -> dict[str, Change]:
    """Every change by its key."""
    with workplace.read() as connection:
        return {one.key: one for one in find(connection, Change)}


def edit(workplace: Workplace, key: str, **fields: object) -> None:
    """What somebody does to a change on the desk."""
    with workplace.write() as work:
        work.save(replace(work.find(Change, key=key)[0], **fields), "by hand")  # type: ignore[arg-type]
        work.commit()


def test_created_records_are_removed_and_the_list_is_new_again(workplace: Workplace) -> None:
    done = import_text(workplace, FIRST)
    undone = undo_import(workplace, done.import_id).value
    assert (undone.removed, undone.restored) == (2, 0)
    assert changes(workplace) == {}
    assert len(planned_of(workplace, FIRST).outcome.created) == 2
    assert verify_chain(workplace).is_ok
    assert past_imports(workplace)[0].undone_at is not None


def test_what_an_import_added_goes_with_the_records_it_changed_to_name_it(workplace: Workplace) -> None:
    rows = "Application,Team,Description\nBilling,{},Bills\n"
    import_text(workplace, rows.format("Blue"), "applications")
    second = import_text(workplace, rows.format("Red"), "applications")
    undone = undo_import(workplace, second.import_id).value
    assert (undone.removed, undone.restored) == (1, 1)
    with workplace.read() as connection:
        (team,), (application,) = find(connection, Team), find(connection, Application)
    assert (team.name, application.team_id) == ("Blue", team.id)


def test_changed_records_are_as_before_and_change_again_next_time(workplace: Workplace) -> None:
    import_text(workplace, FIRST)
    before = changes(workplace)
    second = import_text(workplace, SECOND)
    assert changes(workplace)["CHG-1"].title == "Patch both gateways"
    undone = undo_import(workplace, second.import_id).value
    assert (undone.removed, undone.restored) == (1, 1)
    after = changes(workplace)
    assert {key: replace(one, version=0) for key, one in after.items()} == {
        key: replace(one, version=0) for key, one in before.items()
    }
    again = planned_of(workplace, SECOND).outcome
    assert (len(again.created), len(again.changed), again.conflicts) == (1, 1, [])
    assert len(planned_of(workplace, FIRST).outcome.unchanged) == 2


def test_an_edited_record_stands_in_the_way_and_is_named(workplace: Workplace) -> None:
    done = import_text(workplace, FIRST)
    edit(workplace, "CHG-2", title="Move both queues")
    with pytest.raises(RefusedError) as refused:
        undo_import(workplace, done.import_id)
    assert refused.value.problems == ("CHG-2 has been edited since.",)
    assert set(changes(workplace)) == {"CHG-1", "CHG-2"}


def test_what_was_built_upon_stands_in_the_way(workplace: Workplace) -> None:
    done = import_text(workplace, FIRST)
    with workplace.write() as work:
        change = work.find(Change, key="CHG-1")[0]
        assert change.id is not None
        work.add(Build(change.id, "17"))
        work.commit()
    with pytest.raises(RefusedError) as refused:
        undo_import(workplace, done.import_id)
    assert refused.value.problems == ("CHG-1 has been built upon since: 1 build.",)


def test_a_later_import_of_the_same_record_is_undone_first(workplace: Workplace) -> None:
    first = import_text(workplace, FIRST)
    second = import_text(workplace, SECOND)
    with pytest.raises(RefusedError, match="undo that first"):
        undo_import(workplace, first.import_id)
    undo_import(workplace, second.import_id)
    undo_import(workplace, first.import_id)
    assert changes(workplace) == {}


def test_linked_items_and_applications_come_and_go_together(workplace: Workplace) -> None:
    items = import_text(
        workplace, "Configuration item,Depends on\nweb-1,db-1\ndb-1,\n", "configuration_items"
    )
    apps = import_text(workplace, "Application,Configuration items\nShop,web-1\n", "applications")
    with pytest.raises(RefusedError, match="web-1 has been built upon"):
        undo_import(workplace, items.import_id)
    undo_import(workplace, apps.import_id)
    undo_import(workplace, items.import_id)
    with workplace.read() as connection:
        assert find(connection, Application) == []


@pytest.mark.parametrize(("number", "words"), [(99, "no import number 99"), (1, "undone already")])
def test_what_cannot_be_undone_is_said(workplace: Workplace, number: int, words: str) -> None:
    done = import_text(workplace, FIRST)
    undo_import(workplace, done.import_id)
    with pytest.raises(RefusedError, match=words):
        undo_import(workplace, number)


def test_a_real_list_twice_changes_nothing_and_comes_out_whole(
    workplace: Workplace, shared_data: Path
) -> None:
    text = (shared_data / "servicenow" / "change_request-176.csv").read_text(encoding="cp1252")
    done = import_text(workplace, text, "auto")
    again = planned_of(workplace, text, "auto").outcome
    assert (done.created, len(again.unchanged), len(again.changed)) == (176, 176, 0)
    assert undo_import(workplace, done.import_id).value.removed == 176
    assert changes(workplace) == {}


def stored_parts(workplace: Workplace) -> list[int]:
    """The imports of which what their lists said is kept."""
    with workplace.read() as connection:
        return list(
            connection.execute(text("SELECT DISTINCT import_id FROM import_said ORDER BY 1")).scalars()
        )


def test_what_lists_said_is_kept_as_long_as_something_of_it_is_remembered(workplace: Workplace) -> None:
    first = import_text(workplace, FIRST)
    second = import_text(workplace, SECOND)
    assert stored_parts(workplace) == [first.import_id, second.import_id]
    third = import_text(workplace, FIRST.replace("Ben", "Bea").replace("Patch", "Mend"))
    assert stored_parts(workplace) == [second.import_id, third.import_id]
    undo_import(workplace, third.import_id)
    assert stored_parts(workplace) == [second.import_id]
    assert len(planned_of(workplace, SECOND).outcome.unchanged) == 2
    assert len(planned_of(workplace, FIRST).outcome.unchanged) == 1


def test_what_earlier_versions_remembered_record_by_record_is_known(workplace: Workplace) -> None:
    import_text(workplace, FIRST)
    said = '{"key":"CHG-1","title":"Patch the gateway","owner":"Ada","state":"intake","extra":{}}'
    with workplace.write() as work:
        old = "UPDATE import_memory SET content = :said, part = NULL, place = NULL WHERE key = 'CHG-1'"
        work.connection.execute(text(old), {"said": said})
        work.commit()
    edit(workplace, "CHG-1", title="Patch it by hand")
    outcome = planned_of(workplace, SECOND).outcome
    assert [(one.key, one.field, one.as_last_imported) for one in outcome.conflicts] == [
        ("CHG-1", "title", "Patch the gateway")
    ]


def test_what_was_created_and_removed_since_does_not_stand_in_the_way(workplace: Workplace) -> None:
    """There is nothing that could be taken back first; what came again since is another import's."""
    first = import_text(workplace, FIRST)
    with workplace.write() as work:
        work.remove(work.find(Change, key="CHG-1")[0])
        work.commit()
    second = import_text(workplace, FIRST)
    assert (second.created, second.unchanged) == (1, 1)
    undone = undo_import(workplace, first.import_id).value
    assert undone.removed == 1
    assert list(changes(workplace)) == ["CHG-1"]
    assert undo_import(workplace, second.import_id).value.removed == 1
    assert changes(workplace) == {}
    assert verify_chain(workplace).is_ok


def test_undoing_that_is_only_tried_keeps_nothing(workplace: Workplace) -> None:
    done = import_text(workplace, FIRST)
    tried = undo_import(workplace, done.import_id, is_only_tried=True)
    assert (tried.value.removed, tried.touched) == (2, ())
    assert len(changes(workplace)) == 2
    assert past_imports(workplace)[0].undone_at is None


def test_the_state_of_a_change_follows_its_gates_back(workplace: Workplace) -> None:
    import_text(workplace, FIRST)
    starts = datetime(2026, 4, 4, 20, tzinfo=UTC)
    gate = (CriterionSpec("build", "It was built", "Build", CriterionKind.BUILD_SUCCEEDED),)
    with workplace.write() as work:
        window = work.add(MaintenanceWindow("Night", starts, starts + timedelta(hours=8), "UTC"))
        cutoff = starts - timedelta(days=2)
        work.add(Checkpoint("In for test", cutoff, cutoff, gate, window_id=window.id))
        work.add(BuildMachine("Runner 1"))
        work.commit()
    edit(workplace, "CHG-1", window_id=window.id, state=ChangeState.INTAKE)
    builds = "Change,Build number,Machine,Result\nCHG-1,7,Runner 1,Success\n"
    done = import_text(workplace, builds, "builds")
    assert changes(workplace)["CHG-1"].state is ChangeState.READY
    undo_import(workplace, done.import_id)
    assert changes(workplace)["CHG-1"].state is ChangeState.INTAKE
