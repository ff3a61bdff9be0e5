"""What source and desk both changed is kept as the desk has it until somebody settles it."""

from __future__ import annotations

import pytest

from app.domain.changes import Change
from app.domain.register import Application, Person, Team
from app.importing.converting.listed import ListedRows
from app.importing.proposing.shape import shape_of
from app.services.imports.apply import apply
from app.services.imports.conflicts import changed_by_settling, disappeared, in_words, settled
from app.services.imports.profiles import forget_profile
from app.services.imports.undo import undo_import
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import FIRST, SECOND, import_text, planned_of, remembered_mappings
from tests.app.services.imports.test_undo import changes, edit


def conflicting(workplace: Workplace) -> None:
    """The first list imported, and CHG-1's title edited on the desk."""
    import_text(workplace, FIRST)
    edit(workplace, "CHG-1", title="Patch the gateway tonight")


def test_the_desk_value_is_kept_by_default_and_not_asked_twice(workplace: Workplace) -> None:
    conflicting(workplace)
    planned = planned_of(workplace, SECOND)
    (conflict,) = planned.outcome.conflicts
    assert (conflict.key, conflict.field) == ("CHG-1", "title")
    apply(workplace, planned, "list.csv")
    assert changes(workplace)["CHG-1"].title == "Patch the gateway tonight"
    assert planned_of(workplace, SECOND).outcome.conflicts == []


def test_the_lists_value_is_taken_where_somebody_says_so(workplace: Workplace) -> None:
    conflicting(workplace)
    planned = settled(planned_of(workplace, SECOND), [("CHG-1", "title")])
    outcome = planned.outcome
    assert (len(outcome.changed), outcome.conflicts, outcome.rows_in) == (1, [], 2)
    done = apply(workplace, planned, "list.csv").value
    assert changes(workplace)["CHG-1"].title == "Patch both gateways"
    undo_import(workplace, done.import_id)
    assert changes(workplace)["CHG-1"].title == "Patch the gateway tonight"


def test_rows_without_a_conflict_are_not_made_to_settle_others(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    conflicting(workplace)
    planned = planned_of(workplace, SECOND + FIRST.splitlines()[2])
    with monkeypatch.context() as patched:
        patched.delattr(ListedRows, "made")
        outcome = settled(planned, [("CHG-1", "title")]).outcome
        assert changed_by_settling(planned) == {"CHG-1"}
    assert (len(planned.outcome.unchanged), [row.key for row in outcome.unchanged]) == (2, ["CHG-2"])
    assert ([row.row.key for row in outcome.changed], outcome.rows_in) == (["CHG-1"], 3)


def test_settling_nothing_leaves_the_plan_alone(workplace: Workplace) -> None:
    conflicting(workplace)
    planned = planned_of(workplace, SECOND)
    assert settled(planned, []) is planned
    assert settled(planned, [("CHG-9", "title")]) is planned


def shape_of_text(text: str) -> str:
    return shape_of(tuple(text.splitlines()[0].split(",")))


def brought(workplace: Workplace, text: str) -> list[str]:
    """What is not in a list any more, which is then imported as a person does."""
    planned, shape = planned_of(workplace, text), shape_of_text(text)
    gone = [one.key for one in disappeared(workplace, planned, shape)]
    apply(workplace, planned, "list.csv", shape=shape)
    return gone


def test_what_disappeared_is_listed_and_stays(workplace: Workplace) -> None:
    assert brought(workplace, FIRST) == []
    assert brought(workplace, SECOND) == ["CHG-2"]
    assert "CHG-2" in changes(workplace)


def test_lists_kept_by_hand_are_held_against_those_with_the_same_columns(workplace: Workplace) -> None:
    brought(workplace, FIRST)
    assert brought(workplace, "Change no,Summary,Rack\nNET-1,Swap the switch,R4\nNET-2,New uplink,R5\n") == []
    assert brought(workplace, SECOND) == ["CHG-2"]
    assert brought(workplace, "Change no,Summary,Rack\nNET-2,New uplink,R5\n") == ["NET-1"]


def test_lists_of_one_tracker_are_held_against_each_other_with_any_columns(
    workplace: Workplace,
) -> None:
    header = "Issue key,Issue id,Summary,Issue Type,Status,Reporter,Created"
    row = "Move the queue,Change,Open,Ada,2026-11-02 10:00"
    assert brought(workplace, f"{header}\nOPS-1,1,{row}\nOPS-2,2,{row}\n") == []
    assert brought(workplace, f"{header},Labels\nOPS-2,2,{row},queue\n") == ["OPS-1"]


def test_what_an_early_version_imported_by_hand_is_not_held_against_anything(workplace: Workplace) -> None:
    import_text(workplace, FIRST)
    planned = planned_of(workplace, SECOND)
    assert disappeared(workplace, planned, "") == ()
    assert disappeared(workplace, planned, shape_of_text(SECOND)) == ()


def test_a_mapping_is_remembered_until_it_is_forgotten(workplace: Workplace) -> None:
    planned = planned_of(workplace, FIRST)
    apply(workplace, planned, "list.csv", shape="shape-1")
    assert list(remembered_mappings(workplace)) == ["shape-1"]
    assert forget_profile(workplace, "shape-1").value
    assert remembered_mappings(workplace) == {}
    assert not forget_profile(workplace, "shape-1").value


def test_what_the_desk_has_is_told_by_name(workplace: Workplace) -> None:
    import_text(workplace, "Application\nShop\nBilling\n", "applications")
    header = "Key,Title,Applications\n"
    import_text(workplace, header + "CHG-1,Patch,Shop\n")
    with workplace.read() as connection:
        billing = next(one.id for one in find(connection, Application) if one.name == "Billing")
    edit(workplace, "CHG-1", applications=(billing,))
    planned = in_words(workplace, planned_of(workplace, header + "CHG-1,Patch,Store\n"))
    (conflict,) = planned.outcome.conflicts
    assert conflict.on_the_desk == ("Billing",)
    assert conflict.in_the_source == ("Store",)


def test_the_key_of_a_record_made_at_the_desk_is_no_change(workplace: Workplace) -> None:
    """A list that says of it what is there changes nothing."""
    with workplace.write() as work:
        work.add(Change("CHG-1", "Patch the gateway", owner_name="Ada"))
        work.add(Person("Ann Smith", email="a@x.org"))
        work.commit()
    outcome = planned_of(workplace, "Key,Title,Owner\nCHG-1,Patch the gateway,Ada\n").outcome
    assert (outcome.changed, len(outcome.unchanged)) == ([], 1)
    outcome = planned_of(workplace, "Name,E-mail,Phone\nAnn Smith,a@x.org,12345\n", "people").outcome
    assert [[one.field for one in row.changes] for row in outcome.changed] == [["phone"]]


def test_what_a_record_made_at_the_desk_says_already_is_no_conflict(workplace: Workplace) -> None:
    """It is what the list's words come to that is compared: ids of names, and defaults of empty cells."""
    with workplace.write() as work:
        shop = work.add(Application("Shop"))
        team = work.add(Team("Red"))
        work.add(Change("CHG-1", "Patch", applications=(shop.id or 0,), team_id=team.id, team_name="Red"))
        work.add(Person("Ann Smith", team_id=team.id))
        work.commit()
    text = "Key,Title,Impact,Applications,Team\nCHG-1,Patch,,Shop,Red\n"
    outcome = planned_of(workplace, text).outcome
    assert (outcome.changed, outcome.conflicts, len(outcome.unchanged)) == ([], [], 1)
    import_text(workplace, text)
    edit(workplace, "CHG-1", applications=())
    outcome = planned_of(workplace, text.replace("Shop", "Till")).outcome
    assert [(one.field, one.on_the_desk) for one in outcome.conflicts] == [("applications", ())]
    people = planned_of(workplace, "Name,Team\nAnn Smith,red\n", "people").outcome
    assert (people.changed, people.conflicts) == ([], [])


def test_a_narrower_list_in_between_makes_no_conflict_of_an_empty_cell(workplace: Workplace) -> None:
    wide = "Key,Title,Owner,Impact\nCHG-1,Patch,{},\n"
    import_text(workplace, wide.format("Ada"))
    import_text(workplace, "Key,Title,Owner\nCHG-1,Patch,Ben\n")
    outcome = planned_of(workplace, wide.format("Cy")).outcome
    assert outcome.conflicts == []
    assert [one.field for row in outcome.changed for one in row.changes] == ["owner"]


def test_names_that_the_register_does_not_know_yet_are_news(workplace: Workplace) -> None:
    """They come to nothing in the record, as what it had did, and are kept all the same."""
    with workplace.write() as work:
        work.add(Person("Ann Smith"))
        work.commit()
    import_text(workplace, "Name,Team\nAnn Smith,Blue\n", "people")
    with workplace.read() as connection:
        (team,), (person,) = find(connection, Team), find(connection, Person)
    assert (team.name, person.team_id) == ("Blue", team.id)
    import_text(workplace, "Key,Title,Applications\nCHG-1,Patch,Foo\n")
    import_text(workplace, "Key,Title,Applications\nCHG-1,Patch,Bar\n")
    assert dict(changes(workplace)["CHG-1"].extra) == {"Applications not in the register": "Bar"}


@pytest.mark.parametrize(
    ("field", "first", "turned", "more"),
    [
        ("Labels", "net; db", "db; net", "web; db; net"),
        ("Blocks", "CHG-7, CHG-8", "CHG-8, CHG-7", "CHG-9, CHG-8, CHG-7"),
    ],
)
def test_the_same_in_another_order_is_no_change_and_no_edit_of_the_desk(
    workplace: Workplace, field: str, first: str, turned: str, more: str
) -> None:
    rows = f'Key,Title,{field}\nCHG-1,Patch,"{{}}"\n'
    import_text(workplace, rows.format(first))
    outcome = planned_of(workplace, rows.format(turned)).outcome
    assert (outcome.changed, outcome.conflicts, len(outcome.unchanged)) == ([], [], 1)
    import_text(workplace, rows.format(turned))
    outcome = planned_of(workplace, rows.format(more)).outcome
    assert (len(outcome.changed), outcome.conflicts) == (1, [])
