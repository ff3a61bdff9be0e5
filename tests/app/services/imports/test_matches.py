"""What is told of names that the register cannot know."""

from __future__ import annotations

from app.domain.register import Application, Person
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.workplace import Workplace
from tests.app.services.imports.lists import planned_of

LIST = b"Key,Title,Applications\nCHG-1,Patch,Shop\n"


def told(workplace: Workplace) -> tuple[str, ...]:
    """The notes of a dry run."""
    understood = understand(workplace, LIST, "changes")
    return plan(workplace, understood.table, understood.proposal.mapping, "UTC").conversion.warnings


def test_while_no_application_is_registered_it_is_said_that_names_stay_text(workplace: Workplace) -> None:
    """The dry run shows the names; without a word one would look for them on the change."""
    assert [one for one in told(workplace) if "no application yet" in one]
    with workplace.write() as work:
        work.add(Application("Shop"), "test")
        work.commit()
    assert told(workplace) == ()


def test_a_list_without_column_names_is_known_by_the_names_of_the_register(workplace: Workplace) -> None:
    with workplace.write() as work:
        work.add(Person("Ana Ruiz"))
        work.add(Application("Billing"))
        work.commit()
    text = "CHG-1,Patch,Ana Ruiz,Billing\nCHG-2,Move,Ana Ruiz,Billing\n"
    found = understand(workplace, text.encode())
    assert list(found.proposal.mapping.columns.values()) == ["key", "title", "owner", "applications"]
    apply(workplace, planned_of(workplace, text), "list.csv", shape=found.proposal.shape)
    again = understand(workplace, text.replace("CHG-", "CHG-1").encode())
    assert again.is_remembered
    assert not understand(workplace, b"Patch,CHG-1,Ana Ruiz,Billing\nMove,CHG-2,,Billing\n").is_remembered
