"""An imported plan taken back out of its window's sequence, or refused by the step that stands in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.register import Person
from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Sequence
from app.services.errors import RefusedError
from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand
from app.services.imports.undo import undo_import
from app.services.imports.undo_plan import stored_plan
from app.services.workplace import Workplace
from app.store.reading import find
from app.store.sequences import write_sequence

START = datetime(2026, 4, 10, 20, 0, tzinfo=UTC)
FIRST = "Id,Task,Duration,Predecessors,Players\n1,Stop,10,,Ada Byron\n2,Copy,30,1,Ada Byron\n"
SECOND = FIRST.replace("Copy,30", "Copy,45") + "3,Start,10,2,Ben Hill\n"


@pytest.fixture
def window_id(workplace: Workplace) -> int:
    """A window to plan."""
    with workplace.write() as work:
        made = work.add(MaintenanceWindow("Night", START, START + timedelta(hours=8), "UTC"))
        work.commit()
    assert made.id is not None
    return made.id


def import_plan(workplace: Workplace, window_id: int, data: bytes) -> Imported:
    """Import a plan whole."""
    found = understand(workplace, data, "activities")
    planned = plan(workplace, found.table, found.proposal.mapping, "UTC", window_id=window_id)
    return apply(workplace, planned, "plan.csv", window_id=window_id).value


def sequence_of(workplace: Workplace, window_id: int) -> Sequence:
    """The window's sequence."""
    with workplace.read() as connection:
        return stored_plan(connection, window_id).sequence


def test_steps_links_and_people_go_and_what_was_before_comes_back(
    workplace: Workplace, window_id: int
) -> None:
    first = import_plan(workplace, window_id, FIRST.encode())
    before = sequence_of(workplace, window_id)
    assert (len(before.activities), len(before.links)) == (2, 1)
    second = import_plan(workplace, window_id, SECOND.encode())
    assert len(sequence_of(workplace, window_id).activities) == 3
    with pytest.raises(RefusedError, match="undo"):
        undo_import(workplace, first.import_id)
    undo_import(workplace, second.import_id)
    assert sequence_of(workplace, window_id) == before
    undo_import(workplace, first.import_id)
    assert sequence_of(workplace, window_id).activities == ()
    with workplace.read() as connection:
        assert find(connection, Person) == []


def test_links_come_back_of_an_import_that_changed_nothing_else(workplace: Workplace, window_id: int) -> None:
    import_plan(workplace, window_id, FIRST.encode())
    before = sequence_of(workplace, window_id)
    second = import_plan(workplace, window_id, FIRST.replace("30,1,", "30,,").encode())
    assert sequence_of(workplace, window_id).links == ()
    undo_import(workplace, second.import_id)
    assert sequence_of(workplace, window_id) == before


def test_what_a_plan_says_besides_is_remembered_in_its_order_again(
    workplace: Workplace, window_id: int
) -> None:
    """The order of columns is that of the lines in a step's instructions."""
    plan_of = "Id,Task,Duration,Zone of work,Badge needed\n1,Stop,10,Hall {},yes\n"
    import_plan(workplace, window_id, plan_of.format("B").encode())
    second = import_plan(workplace, window_id, plan_of.format("A").encode())
    undo_import(workplace, second.import_id)
    found = understand(workplace, plan_of.format("A").encode(), "activities")
    again = plan(workplace, found.table, found.proposal.mapping, "UTC", window_id=window_id).outcome
    assert (len(again.changed), again.conflicts) == (1, [])


def test_a_link_that_would_close_a_circle_now_stands_in_the_way(workplace: Workplace, window_id: int) -> None:
    import_plan(workplace, window_id, FIRST.encode())
    (drawn,) = sequence_of(workplace, window_id).links
    second = import_plan(workplace, window_id, FIRST.replace("30,1,", "30,,").encode())
    with workplace.write() as work:
        stored = stored_plan(work.connection, window_id)
        links = (replace(drawn, predecessor=drawn.successor, successor=drawn.predecessor),)
        write_sequence(work, window_id, replace(stored.sequence, links=links), stored.version, "by hand")
        work.commit()
    with pytest.raises(RefusedError) as refused:
        undo_import(workplace, second.import_id)
    assert refused.value.problems == (
        "“Copy” cannot follow “Stop” again: links made since would close a circle.",
    )
    assert sequence_of(workplace, window_id).links == links


def test_an_edited_step_stands_in_the_way(workplace: Workplace, window_id: int) -> None:
    done = import_plan(workplace, window_id, FIRST.encode())
    with workplace.write() as work:
        stored = stored_plan(work.connection, window_id)
        steps = (replace(stored.sequence.activities[0], duration_minutes=99), *stored.sequence.activities[1:])
        write_sequence(work, window_id, replace(stored.sequence, activities=steps), stored.version, "by hand")
        work.commit()
    with pytest.raises(RefusedError) as refused:
        undo_import(workplace, done.import_id)
    assert refused.value.problems == ("“Stop” has been edited in the sequence since.",)


def test_a_real_cutover_plan_comes_and_goes(workplace: Workplace, window_id: int, shared_data: Path) -> None:
    data = (shared_data / "cutover" / "m3-mock-cutover-aligned.csv").read_bytes()
    done = import_plan(workplace, window_id, data)
    assert len(sequence_of(workplace, window_id).activities) == done.created
    undo_import(workplace, done.import_id)
    assert sequence_of(workplace, window_id).activities == ()
