"""Changes that have another key by now than their source gave them: what it said of them is still found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.changes import Build, Change, Deployment, Ticket
from app.domain.incidents import Incident
from app.domain.register import Environment, Stage
from app.services.imports.conflicts import disappeared
from app.services.imports.undo import undo_import
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import import_text, planned_of

CHANGES = "Key,Title,Owner\nOLD-1,Patch the gateway,Ada\nOLD-2,Move the queue,Ben\n"
HANGING = {
    "builds": "Change,Build number,Result,Revision\n{key},7,SUCCESS,{said}\n",
    "deployments": (
        "Change,Environment,Deployed at,Outcome,Deployed by\n{key},Test,2026-02-02 10:00,success,{said}\n"
    ),
    "tickets": "Change,Ticket,Title\n{key},T-7,{said}\n",
}
TYPES = {"builds": Build, "deployments": Deployment, "tickets": Ticket}
SAID = {"builds": "revision", "deployments": "deployed_by", "tickets": "title"}


def _edit(workplace: Workplace, which: str, **fields: str) -> None:
    with workplace.write() as work:
        work.save(replace(work.find(Change, key=which)[0], **fields))  # type: ignore[arg-type]
        work.commit()


@pytest.fixture
def desk(workplace: Workplace) -> Workplace:
    """Two imported changes, the first of which is NEW-1 by now."""
    with workplace.write() as work:
        work.add(Environment("Test", Stage.TEST))
        work.commit()
    import_text(workplace, CHANGES)
    _edit(workplace, "OLD-1", key="NEW-1")
    return workplace


@pytest.mark.parametrize("key", ["OLD-1", "old-1", "NEW-1"])
@pytest.mark.parametrize("kind", list(HANGING))
def test_what_hangs_on_changes_names_them_by_either_key(desk: Workplace, kind: str, key: str) -> None:
    text = HANGING[kind].format(key=key, said="first")
    assert import_text(desk, text, kind).created == 1
    other = HANGING[kind].format(key="OLD-1" if key == "NEW-1" else "NEW-1", said="first")
    assert (import_text(desk, other, kind).unchanged, import_text(desk, text, kind).unchanged) == (1, 1)
    with desk.read() as connection:
        (found,) = find(connection, TYPES[kind])
        (change,) = find(connection, Change, key="NEW-1")
    assert found.change_id == change.id


@pytest.mark.parametrize("kind", list(HANGING))
def test_what_was_said_before_a_change_got_another_key_is_found(workplace: Workplace, kind: str) -> None:
    """What the source says anew is changed, and what the desk edited since stays; undoing gives it back."""
    with workplace.write() as work:
        work.add(Environment("Test", Stage.TEST))
        work.commit()
    import_text(workplace, CHANGES)
    import_text(workplace, HANGING[kind].format(key="OLD-1", said="first"), kind)
    _edit(workplace, "OLD-1", key="NEW-1")
    again = planned_of(workplace, HANGING[kind].format(key="OLD-1", said="first"), kind).outcome
    assert (len(again.unchanged), again.conflicts) == (1, [])
    done = import_text(workplace, HANGING[kind].format(key="NEW-1", said="second"), kind)
    assert (done.updated, done.created) == (1, 0)

    def said() -> list[str]:
        with workplace.read() as connection:
            return [getattr(one, SAID[kind]) for one in find(connection, TYPES[kind])]

    assert said() == ["second"]
    undo_import(workplace, done.import_id)
    assert said() == ["first"]
    after = planned_of(workplace, HANGING[kind].format(key="NEW-1", said="first"), kind).outcome
    assert (len(after.unchanged), after.conflicts) == (1, [])
    with workplace.write() as work:
        (record,) = work.find(TYPES[kind])
        work.save(replace(record, **{SAID[kind]: "by hand"}))
        work.commit()
    kept = planned_of(workplace, HANGING[kind].format(key="OLD-1", said="first"), kind).outcome
    assert (len(kept.unchanged), kept.conflicts) == (1, []), "the source says nothing anew"
    contested = planned_of(workplace, HANGING[kind].format(key="NEW-1", said="third"), kind).outcome
    assert [one.as_last_imported for one in contested.conflicts] == ["first"]


def test_incidents_name_the_change_by_the_key_it_had(desk: Workplace) -> None:
    import_text(desk, "Number,Title,Began,Caused by change\nINC-1,Down,2026-02-02 10:00,OLD-1\n", "incidents")
    with desk.read() as connection:
        (incident,) = find(connection, Incident)
        (change,) = find(connection, Change, key="NEW-1")
    assert incident.change_id == change.id


def test_a_key_that_another_change_has_by_now_is_of_that_one(desk: Workplace) -> None:
    with desk.write() as work:
        other = work.add(Change("OLD-1", "Another"))
        work.commit()
    import_text(desk, HANGING["builds"].format(key="OLD-1", said="first"), "builds")
    with desk.read() as connection:
        assert [one.change_id for one in find(connection, Build)] == [other.id]


def test_a_change_renumbered_here_and_at_the_source_is_compared_with_what_was_said(desk: Workplace) -> None:
    _edit(desk, "NEW-1", owner_name="Zoe")
    text = CHANGES.replace("OLD-1,Patch the gateway,Ada", "NEW-1,Patch both gateways,Ada")
    outcome = planned_of(desk, text).outcome
    assert [(one.row.key, [it.field for it in one.changes]) for one in outcome.changed] == [
        ("NEW-1", ["title"])
    ]
    assert (outcome.conflicts, len(outcome.unchanged)) == ([], 1)
    first = import_text(desk, text)
    assert import_text(desk, text).unchanged == 2
    undo_import(desk, first.import_id + 1)
    undo_import(desk, first.import_id)
    with desk.read() as connection:
        assert [one.title for one in find(connection, Change)] == ["Patch the gateway", "Move the queue"]
    assert not planned_of(desk, text.replace("both gateways", "the gateway")).outcome.conflicts


def test_a_record_that_the_list_names_as_before_is_not_missing(workplace: Workplace) -> None:
    """It was called otherwise for a day, here and at the source."""
    rest = "Patch,Change,Open,Ada,2026-11-02 10:00"
    text = f"Issue key,Issue id,Summary,Issue Type,Status,Reporter,Created\nOPS-1,1,{rest}\nOPS-2,2,{rest}\n"
    import_text(workplace, text)
    _edit(workplace, "OPS-2", key="NEW-2")
    import_text(workplace, text.replace("OPS-2", "NEW-2"))
    changed = planned_of(workplace, text.replace("OPS-2,2,Patch", "OPS-2,2,Move"))
    assert disappeared(workplace, changed, "") == ()
    gone = disappeared(workplace, planned_of(workplace, text.partition("OPS-2")[0]), "")
    assert [one.key for one in gone] == ["NEW-2"]
