"""What is told of names that the register cannot know."""

from __future__ import annotations

from app.domain.register import Application
from app.services.imports.dry import plan, understand
from app.services.workplace import Workplace

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
