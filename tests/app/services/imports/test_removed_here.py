"""What the desk removed and the list still names: left out, and offered where the source says it anew."""

from __future__ import annotations

import pytest

from app.domain.changes import Deployment, Ticket
from app.domain.register import Environment, Stage
from app.services.change_records import remove_record
from app.services.imports.apply import apply
from app.services.imports.conflicts import disappeared, left_out, settled
from app.services.imports.undo import undo_import
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import import_text, planned_of

DEPLOYMENTS = (
    "Change,Environment,Deployed at,Outcome,Deployed by\n"
    "CHG-1,Test,2026-02-02 10:00,success,Ada\n"
    "CHG-1,Test,2026-02-03 10:00,{outcome},Ben\n"
)
TICKETS = "Change,Ticket,Title,Status\nCHG-1,T-7,First,{outcome}\nCHG-1,T-8,Second,Open\n"
LISTS = {"deployments": (DEPLOYMENTS, Deployment), "tickets": (TICKETS, Ticket)}
TOLD = "Removed here, and left out though the list names them: "


@pytest.fixture(params=list(LISTS))
def kind(request: pytest.FixtureRequest, workplace: Workplace) -> str:
    """A kind of list, one of whose records the desk removed after the first import."""
    kind = str(request.param)
    with workplace.write() as work:
        work.add(Environment("Test", Stage.TEST))
        work.commit()
    import_text(workplace, "Key,Title\nCHG-1,Patch the gateway\n")
    import_text(workplace, LISTS[kind][0].format(outcome="success"), kind)
    remove_record(workplace, removed_of(records(workplace, kind)), "entered twice")
    return kind


def records(workplace: Workplace, kind: str) -> list[Deployment | Ticket]:
    with workplace.read() as connection:
        return list(find(connection, LISTS[kind][1]))


def removed_of(found: list[Deployment | Ticket]) -> Deployment | Ticket:
    """The ticket T-7, or the deployment by Ben."""
    return next(one for one in found if "T-7" in str(one) or "Ben" in str(one))


def text_of(kind: str, outcome: str = "success") -> str:
    return LISTS[kind][0].format(outcome=outcome)


def test_what_was_removed_does_not_come_back_every_morning(workplace: Workplace, kind: str) -> None:
    for _ in range(2):
        planned = planned_of(workplace, text_of(kind), kind)
        assert (len(planned.outcome.unchanged), len(planned.outcome.created)) == (2, 0)
        assert planned.outcome.conflicts == []
        assert sum(one.startswith(TOLD) for one in planned.conversion.warnings) == 1
        assert disappeared(workplace, planned, "") == ()
        assert apply(workplace, planned, "list.csv").value.created == 0
    assert len(records(workplace, kind)) == 1


def test_what_the_source_says_anew_is_offered_once(workplace: Workplace, kind: str) -> None:
    text = text_of(kind, "failed")
    planned = planned_of(workplace, text, kind)
    (conflict,) = planned.outcome.conflicts
    assert (conflict.field, conflict.on_the_desk) == ("record", "removed")
    assert (planned.outcome.rows_in, len(planned.outcome.unchanged)) == (2, 2)
    done = apply(workplace, planned, "list.csv").value
    assert (done.created, done.updated, done.unchanged) == (0, 0, 2)
    assert len(records(workplace, kind)) == 1
    assert planned_of(workplace, text, kind).outcome.conflicts == [], "it was said once"
    undo_import(workplace, done.import_id)
    assert len(planned_of(workplace, text, kind).outcome.conflicts) == 1


def test_it_comes_back_where_the_list_is_taken_and_undoing_removes_it_again(
    workplace: Workplace, kind: str
) -> None:
    text = text_of(kind, "failed")
    planned = planned_of(workplace, text, kind)
    planned = settled(planned, {(one.key, one.field) for one in planned.outcome.conflicts})
    done = apply(workplace, planned, "list.csv").value
    assert (done.rows, done.created, done.unchanged) == (2, 1, 1)
    assert len(records(workplace, kind)) == 2
    again = planned_of(workplace, text, kind)
    assert (len(again.outcome.unchanged), again.conversion.warnings) == (2, ())
    undo_import(workplace, done.import_id)
    after = planned_of(workplace, text_of(kind), kind)
    assert (len(after.outcome.unchanged), after.outcome.conflicts) == (2, [])
    assert any(one.startswith(TOLD) for one in after.conversion.warnings)


def test_it_comes_back_on_demand_where_the_source_says_what_it_said(workplace: Workplace, kind: str) -> None:
    planned = planned_of(workplace, text_of(kind), kind)
    (offered,) = left_out(planned)
    assert (offered.field, offered.on_the_desk, planned.outcome.conflicts) == ("record", "removed", [])
    planned = settled(planned, {(offered.key, offered.field)})
    assert planned.conversion.warnings == ()
    assert left_out(planned) == ()
    done = apply(workplace, planned, "list.csv").value
    assert (done.created, done.unchanged) == (1, 1)
    assert len(records(workplace, kind)) == 2
    undo_import(workplace, done.import_id)
    assert len(left_out(planned_of(workplace, text_of(kind), kind))) == 1


def test_what_an_undone_import_brought_was_not_removed_here(workplace: Workplace) -> None:
    import_text(workplace, "Key,Title\nCHG-1,Patch the gateway\n")
    done = import_text(workplace, text_of("tickets"), "tickets")
    undo_import(workplace, done.import_id)
    assert import_text(workplace, text_of("tickets"), "tickets").created == 2
