"""Lists say of times without a zone what they said before, whatever windows have come since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from app.domain.windows import WindowSeries
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.imports.zones import zone_of_lists
from app.services.workplace import Workplace

TIMED = ("incidents", "Number,Title,Began,Ended\nI-1,Down,2026-11-02 00:10,2026-11-02 01:00\n")
TIMELESS = ("changes", "Key,Title,Owner\nCHG-1,Patch,Ada\n")


def with_series(workplace: Workplace, zone_name: str) -> None:
    """A series of windows in this zone, and no other."""
    with workplace.write() as work:
        for one in work.find(WindowSeries):
            work.save(replace(one, is_archived=True), "by hand")
        first = date(2026, 3, 7)
        work.add(
            WindowSeries("Weekly", "FREQ=WEEKLY;BYDAY=SA", first, time(22), time(4), zone_name), "by hand"
        )
        work.commit()


def bring(workplace: Workplace, kind: str, text: str) -> tuple[str, int]:
    """The zone remembered before, and how many rows were unchanged."""
    understood = understand(workplace, text.encode(), kind)
    mapping = understood.proposal.mapping
    planned = plan(workplace, understood.table, mapping, mapping.zone_name or zone_of_lists(workplace))
    done = apply(workplace, planned, "list.csv", shape=understood.proposal.shape).value
    return mapping.zone_name, done.unchanged


def test_a_list_is_read_in_the_zone_that_it_was_read_in_before(workplace: Workplace) -> None:
    with_series(workplace, "Europe/Berlin")
    assert bring(workplace, *TIMED) == ("", 0)
    with_series(workplace, "America/New_York")
    assert bring(workplace, *TIMED) == ("Europe/Berlin", 1)


@pytest.mark.parametrize("is_known", [True, False])
def test_a_zone_is_not_kept_of_no_times_nor_while_none_is_known(workplace: Workplace, is_known: bool) -> None:
    if is_known:
        with_series(workplace, "Europe/Berlin")
    for _ in range(2):
        assert bring(workplace, *(TIMELESS if is_known else TIMED))[0] == ""
