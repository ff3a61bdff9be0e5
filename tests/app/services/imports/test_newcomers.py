"""People a list of changes names: known ones are matched, unknown ones proposed and added where wanted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.changes import Change
from app.domain.register import Person, Team
from app.domain.windows import MaintenanceWindow
from app.services.audit import verify_chain
from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand
from app.services.imports.newcomers import Newcomer
from app.services.imports.undo import undo_import
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import planned_of

LIST = (
    "Key,Title,Owner,Reporter\n"
    "CHG-1,Patch,Ana Ruiz,Bo  Li\n"
    "CHG-2,Move,Storage Team,Ana Ruiz\n"
    'CHG-3,Drop,TBD,"Cy Fox, Di Roe"\n'
    "CHG-4,Add,Eve Hart,\n"
)


def register(workplace: Workplace) -> None:
    """One person and one team the list names."""
    with workplace.write() as work:
        work.add(Person("Eve Hart"))
        work.add(Team("Storage Team"))
        work.commit()


def people(workplace: Workplace) -> dict[str, Person]:
    """Everybody by name."""
    with workplace.read() as connection:
        return {one.name: one for one in find(connection, Person)}


def imported(workplace: Workplace, *added: str) -> Imported:
    """What importing the list did."""
    return apply(workplace, planned_of(workplace, LIST), "list.csv", people=added).value


def test_only_who_may_be_a_person_and_is_not_known_is_proposed(workplace: Workplace) -> None:
    register(workplace)
    planned = planned_of(workplace, LIST)
    wanted = (Newcomer("Ana Ruiz", ("owner", "requester")), Newcomer("Bo Li", ("requester",)))
    assert planned.newcomers == wanted
    told = " ".join(planned.conversion.warnings)
    assert "Ana Ruiz" not in told
    assert "TBD" in told


def test_what_programs_write_behind_a_name_is_no_part_of_it(workplace: Workplace) -> None:
    text = (
        "Key,Title,Owner\nCHG-1,Patch,Ana Ruiz (445)\nCHG-2,Move,Bo Li <bo.li@acme.com>\n"
        "CHG-3,Drop,Cy Fox <ACME\\cfox>\nCHG-4,Add,Di Roe (extern)\n"
    )
    planned = planned_of(workplace, text)
    assert [one.name for one in planned.newcomers] == ["Ana Ruiz", "Bo Li", "Cy Fox", "Di Roe (extern)"]
    added = [one.name for one in planned.newcomers]
    assert apply(workplace, planned, "list.csv", people=added).value.people_added == 4
    assert planned_of(workplace, text).newcomers == ()


def test_who_is_written_in_two_ways_is_proposed_and_added_once(workplace: Workplace) -> None:
    text = "Key,Title,Owner,Reporter\nCHG-1,Patch,Ana Ruiz,ANA RUIZ\nCHG-2,Move,ana ruiz,\n"
    planned = planned_of(workplace, text)
    assert planned.newcomers == (Newcomer("Ana Ruiz", ("owner", "requester")),)
    assert not any("RUIZ" in one.upper() for one in planned.conversion.warnings)
    apply(workplace, planned, "list.csv", people=["Ana Ruiz"])
    (ana,) = people(workplace).values()
    with workplace.read() as connection:
        assert {one.owner_id for one in find(connection, Change)} == {ana.id}


def test_a_name_that_two_people_have_means_neither_and_nobody_is_added(workplace: Workplace) -> None:
    with workplace.write() as work:
        work.add_all([Person("Ana Ruiz"), Person("Ana Ruiz"), Person("Ana Ruis")])
        work.commit()
    planned = planned_of(workplace, "Key,Title,Owner\nCHG-1,Patch,Ana Ruiz\n")
    assert planned.newcomers == ()
    assert "More than one person of the register: Ana Ruiz; none is linked." in planned.conversion.warnings
    apply(workplace, planned, "list.csv")
    with workplace.read() as connection:
        (change,) = find(connection, Change)
    assert (change.owner_id, change.owner_name) == (None, "Ana Ruiz")


def test_in_an_empty_register_everybody_is_proposed(workplace: Workplace) -> None:
    names = [one.name for one in planned_of(workplace, LIST).newcomers]
    assert names == ["Ana Ruiz", "Bo Li", "Eve Hart"]


def test_nobody_is_added_unasked(workplace: Workplace) -> None:
    register(workplace)
    assert imported(workplace).people_added == 0
    assert list(people(workplace)) == ["Eve Hart"]


def test_who_is_added_is_the_owner_from_then_on_and_goes_with_the_import(workplace: Workplace) -> None:
    register(workplace)
    done = imported(workplace, "Ana Ruiz", "Eve Hart")
    assert done.people_added == 1
    found = people(workplace)
    assert list(found) == ["Eve Hart", "Ana Ruiz"]
    with workplace.read() as connection:
        owners = {one.key: one.owner_id for one in find(connection, Change)}
    assert owners == {
        "CHG-1": found["Ana Ruiz"].id,
        "CHG-2": None,
        "CHG-3": None,
        "CHG-4": found["Eve Hart"].id,
    }
    undo_import(workplace, done.import_id)
    assert list(people(workplace)) == ["Eve Hart"]
    assert verify_chain(workplace).is_ok


def test_where_the_changes_landed_is_said(workplace: Workplace) -> None:
    starts = datetime(2026, 3, 14, 20, tzinfo=UTC)
    with workplace.write() as work:
        window = work.add(MaintenanceWindow("March", starts, starts + timedelta(hours=8), "Europe/Berlin"))
        work.commit()
    assert imported(workplace).landed == {None: 4}
    text = LIST.replace("Patch", "Patch it").replace("CHG-4", "CHG-5")
    understood = understand(workplace, text.encode(), "changes")
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC", window_id=window.id)
    done = apply(workplace, planned, "list.csv", window_id=window.id).value
    assert done.landed == {window.id: 1, None: 1}


def test_a_later_import_of_other_changes_leaves_added_people_free_to_go(workplace: Workplace) -> None:
    first = planned_of(workplace, "Key,Title,Owner,Reporter\nCHG-1,Patch,Ana Ruiz,Bo Li\n")
    done = apply(workplace, first, "list.csv", people=("Ana Ruiz", "Bo Li")).value
    apply(workplace, planned_of(workplace, "Key,Title\nCHG-2,Move\n"), "list.csv")
    undo_import(workplace, done.import_id)
    assert people(workplace) == {}
