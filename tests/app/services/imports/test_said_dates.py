"""Dates that can be read two ways: known records tell how, also where the export changed its format."""

from __future__ import annotations

import pytest

from app.domain.changes import Change, Deployment
from app.domain.register import Environment, Stage
from app.services.imports.apply import apply
from app.services.imports.dry import Understood, plan, understand
from app.services.imports.kind import Planned
from app.services.imports.zones import zone_of_lists
from app.services.workplace import Workplace
from app.store.reading import find

HEADER = "Issue key,Issue id,Summary,Status,Reporter,Created,Due Date\n"
DAYS = ((1, 2, 11), (2, 3, 12), (3, 4, 9), (4, 5, 10))
"""Number of a ticket, and a day and a month that may be each other."""


def listed(form: str, days: tuple[tuple[int, int, int], ...] = DAYS, title: str = "Patch") -> str:
    """The list with its dates written in one form, of which `d` is the day and `m` the month."""
    rows = [
        f"OPS-{number},{number},{title},Open,Ann,{written} 09:15,{written}"
        for number, day, month in days
        for written in (form.format(d=day, m=month),)
    ]
    return HEADER + "\n".join(rows) + "\n"


DMY, MDY, ISO = "{d:02}/{m:02}/2026", "{m:02}/{d:02}/2026", "2026-{m:02}-{d:02}"


def bring(workplace: Workplace, text: str) -> tuple[Understood, Planned]:
    """Import a list as it is proposed, its dates read day first where nothing tells."""
    understood = understand(workplace, text.encode())
    planned = plan(workplace, understood.table, understood.proposal.mapping, "Europe/Berlin")
    apply(workplace, planned, "list.csv", shape=understood.proposal.shape)
    return understood, planned


@pytest.mark.parametrize(("now", "order"), [(DMY, "dmy"), (MDY, "mdy")])
def test_what_was_said_last_tells_how_dates_are_read(workplace: Workplace, now: str, order: str) -> None:
    bring(workplace, listed(ISO))
    understood, planned = bring(workplace, listed(now))
    assert understood.proposal.ambiguous == ()
    assert planned.mapping.date_orders == {"Created": order, "Due Date": order}
    changed = {field.field for row in planned.outcome.changed for field in row.changes}
    assert changed <= {"extra"}, "the texts are others, the dates are not"


def test_an_export_in_another_format_changes_no_date_and_says_so(workplace: Workplace) -> None:
    first, _ = bring(workplace, listed(DMY))
    assert first.proposal.ambiguous == ("Created", "Due Date")
    second, planned = bring(workplace, listed(MDY))
    assert second.is_remembered
    told = "“Created” is read month first now: so its dates are those it said last."
    assert told in second.table.warnings
    assert not {field.field for row in planned.outcome.changed for field in row.changes} - {"extra"}
    third, planned = bring(workplace, listed(MDY, title="Patch it"))
    assert third.table.warnings == (), "the order is remembered from then on"
    assert len(planned.outcome.changed) == len(DAYS)


def test_dates_that_the_source_changed_do_not_outvote_the_others(workplace: Workplace) -> None:
    bring(workplace, listed(DMY))
    moved = (DAYS[0], DAYS[1], DAYS[2], (4, 10, 5))
    understood, planned = bring(workplace, listed(DMY, moved))
    assert understood.table.warnings == ()
    assert planned.mapping.date_orders["Due Date"] == "dmy"
    assert [row.row.key for row in planned.outcome.changed] == ["OPS-4"]


def test_records_that_are_not_known_tell_nothing(workplace: Workplace) -> None:
    bring(workplace, listed(ISO))
    others = tuple((number + 10, day, month) for number, day, month in DAYS)
    understood = understand(workplace, listed(MDY, others).encode())
    assert understood.proposal.ambiguous == ("Created", "Due Date")
    even = ((1, 11, 11), (2, 12, 12))
    assert understand(workplace, listed(MDY, even).encode()).table.warnings == ()


def test_a_column_that_cannot_tell_is_read_as_the_others_of_its_list(workplace: Workplace) -> None:
    """When an incident was closed is remembered as its end, and so tells nothing of its column."""
    text = (
        "Number,Short description,State,Opened at,Resolved at\n"
        "INC1,Mail down,Resolved,{0} 10:00,{0} 12:00\nINC2,Slow,Resolved,{1} 10:00,{1} 12:00\n"
    )
    bring(workplace, text.format("01/11/2026", "02/11/2026"))
    _, planned = bring(workplace, text.format("11/01/2026", "11/02/2026"))
    assert planned.mapping.date_orders == {"Opened at": "mdy", "Resolved at": "mdy"}
    assert (len(planned.outcome.unchanged), planned.outcome.changed) == (2, [])


def test_days_that_tell_which_record_is_meant_tell_how_they_are_read(workplace: Workplace) -> None:
    """A list of deployments whose dates are written the other way one day brings none of them twice."""
    with workplace.write() as work:
        work.add(Environment("Test", Stage.TEST))
        work.add(Change("CHG-1", "Patch"))
        work.commit()
    text = (
        "Change,Environment,Deployed at,Outcome,Deployed by\n"
        "CHG-1,Test,{0} 10:00,success,Ann\n"
        "CHG-1,Test,{1} 11:00,failed,Ann\n"
        "CHG-1,Test,{2} 11:00,success,Ann\n"
    )
    zone = zone_of_lists(workplace)
    for days, created in ((("01/11", "02/11", "03/11"), 3), (("11/01", "11/02", "11/04"), 1)):
        understood = understand(
            workplace, text.format(*(f"{day}/2026" for day in days)).encode(), "deployments"
        )
        planned = plan(workplace, understood.table, understood.proposal.mapping, zone)
        done = apply(workplace, planned, "list.csv", shape=understood.proposal.shape).value
        assert done.created == created
    with workplace.read() as connection:
        found = sorted(one.deployed_at.strftime("%m-%d") for one in find(connection, Deployment))
    assert found == ["11-01", "11-02", "11-03", "11-04"]
