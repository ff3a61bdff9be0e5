"""Lists that name what the register has archived: it is linked, and that is said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.changes import Build, Change
from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Person, Stage, Team
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import import_text, planned_of


@pytest.fixture
def desk(workplace: Workplace) -> Workplace:
    """A register all of whose records are archived, and a change."""
    with workplace.write() as work:
        work.add_all([Application("Billing", is_archived=True), Application("Shop")])
        work.add(ConfigurationItem("db01", is_archived=True))
        work.add(Team("Core", is_archived=True))
        work.add(Person("Ann Lee", is_archived=True))
        work.add(Environment("Old test", Stage.TEST, is_archived=True))
        work.add(BuildMachine("ci-1", is_archived=True))
        work.add(Change("CHG-1", "Patch"))
        work.commit()
    return workplace


@pytest.mark.parametrize(
    ("kind", "text", "named"),
    [
        (
            "changes",
            "Key,Title,Owner,Team,Applications,Servers\nCHG-2,Move,Ann Lee,Core,Billing;Shop,db01\n",
            "Billing (application), db01 (configuration item), Core (team), Ann Lee (person)",
        ),
        ("applications", "Application,Owning team\nPortal,Core\n", "Core (team)"),
        (
            "incidents",
            "Number,Title,Began,Application\nINC-1,Slow,2026-11-02 10:00,billing\n",
            "Billing (application)",
        ),
        (
            "builds",
            "Change,Build number,Build machine,Result\nCHG-1,7,ci-1,SUCCESS\n",
            "ci-1 (build machine)",
        ),
        (
            "deployments",
            "Change,Environment,Deployed at,Outcome\nCHG-1,Old test,2026-11-02 10:00,success\n",
            "Old test (environment)",
        ),
        (
            "detected",
            "Detected at,Host,Object,User\n2026-11-02 10:00,db01,/etc/hosts,root\n",
            "db01 (configuration item)",
        ),
    ],
)
def test_archived_records_that_a_list_names_are_told_once(
    desk: Workplace, kind: str, text: str, named: str
) -> None:
    warnings = planned_of(desk, text, kind).conversion.warnings
    assert warnings.count(f"Archived in the register, and linked all the same: {named}.") == 1
    assert sum("rchived" in one for one in warnings) == 1


def test_a_list_of_the_register_does_not_bring_back_what_is_archived(desk: Workplace) -> None:
    text = "Application,Criticality\nBilling,3\nShop,3\n"
    told = "Archived in the register, and stays so: Billing."
    assert told in planned_of(desk, text, "applications").conversion.warnings
    import_text(desk, text, "applications")
    assert told in planned_of(desk, text, "applications").conversion.warnings, "also where nothing is new"
    with desk.read() as connection:
        assert {one.name: one.is_archived for one in find(connection, Application)} == {
            "Billing": True,
            "Shop": False,
        }


def test_of_two_people_of_one_name_the_one_that_is_not_archived_is_meant(desk: Workplace) -> None:
    with desk.write() as work:
        stays = work.add(Person("Ann Lee"))
        work.commit()
    planned = planned_of(desk, "Key,Title,Owner\nCHG-2,Move,ann lee\n")
    assert not any("rchived" in one or "More than one" in one for one in planned.conversion.warnings)
    import_text(desk, "Key,Title,Owner\nCHG-2,Move,ann lee\n")
    with desk.read() as connection:
        (change,) = find(connection, Change, key="CHG-2")
    assert change.owner_id == stays.id


def test_what_stands_in_the_register_is_told_nothing_of(desk: Workplace) -> None:
    planned = planned_of(desk, "Key,Title,Applications\nCHG-2,Move,Shop\n")
    assert not any("rchived" in one for one in planned.conversion.warnings)
    import_text(desk, "Change,Build number,Result,Built at\nCHG-1,7,SUCCESS,2026-11-02 10:00\n", "builds")
    with desk.read() as connection:
        assert [one.built_at for one in find(connection, Build)] == [datetime(2026, 11, 2, 10, tzinfo=UTC)]
