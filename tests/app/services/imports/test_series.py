"""Windows that recur by weekdays become series of the calendar, and the same list again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.domain.changes import Change
from app.domain.windows import MaintenanceWindow
from app.services.errors import RefusedError
from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand
from app.services.imports.undo import undo_import
from app.services.windows import edit_window, list_windows
from app.services.windows_series import ensure_occurrences, list_series
from app.services.workplace import Workplace
from app.store.reading import find

LIST = (
    "Window,Schedule,Time Zone\n"
    "Patching,Every Saturday 22:00-04:00,Europe/Berlin\n"
    "Databases,First Sunday of the month 01:00-05:00,Europe/London\n"
    "Network,when asked,Europe/Berlin\n"
    "Storage,Sunday 01:00-05:00,Nowhere\n"
    "Backup,Daily 01:00-02:00,\n"
)


def bring(workplace: Workplace, text: str) -> Imported:
    understood = understand(workplace, text.encode())
    planned = plan(workplace, understood.table, understood.proposal.mapping, "Europe/Berlin")
    return apply(workplace, planned, "windows.csv").value


def all_windows(workplace: Workplace) -> list[MaintenanceWindow]:
    with workplace.read() as connection:
        return find(connection, MaintenanceWindow)


def test_weekdays_become_series(workplace: Workplace) -> None:
    done = bring(workplace, LIST)
    assert (done.created, done.rejected) == (3, 2)
    backup, databases, patching = list_series(workplace)
    assert (patching.rule, patching.starts_at, patching.ends_at) == (
        "FREQ=WEEKLY;BYDAY=SA",
        time(22),
        time(4),
    )
    assert (patching.zone_name, patching.first_day) == ("Europe/Berlin", date(2026, 3, 2))
    assert (databases.rule, databases.zone_name) == ("FREQ=MONTHLY;BYDAY=1SU", "Europe/London")
    assert backup.zone_name == "UTC"
    assert len(patching.checkpoints) == 2
    dates = [one.window.starts_at for one in list_windows(workplace) if one.window.title == "Patching"]
    assert dates[0] == datetime(2026, 3, 7, 21, tzinfo=UTC)
    assert not ensure_occurrences(workplace).value
    again = bring(workplace, LIST.replace("22:00-04:00", "23:00-04:00"))
    assert (again.created, again.updated, again.unchanged, again.rejected) == (0, 1, 2, 2)
    changed = list_series(workplace)[2]
    assert (changed.starts_at, changed.first_day) == (time(23), date(2026, 3, 2))
    dates = [one.window.starts_at for one in list_windows(workplace) if one.window.title == "Patching"]
    assert dates[0] == datetime(2026, 3, 7, 22, tzinfo=UTC)


def test_series_of_an_import_can_be_taken_back(workplace: Workplace) -> None:
    done = bring(workplace, LIST)
    undo_import(workplace, done.import_id)
    assert list_series(workplace) == ()
    assert list_windows(workplace) == ()


def test_windows_follow_a_series_back_that_an_import_had_changed(workplace: Workplace) -> None:
    bring(workplace, LIST)
    before = [(one.window.title, one.window.starts_at) for one in list_windows(workplace)]
    fridays = bring(workplace, LIST.replace("Saturday 22:00", "Friday 23:00"))
    assert [(one.window.title, one.window.starts_at) for one in list_windows(workplace)] != before
    undo_import(workplace, fridays.import_id)
    assert [(one.window.title, one.window.starts_at) for one in list_windows(workplace)] == before
    assert all(one.checkpoints for one in list_windows(workplace))


def test_series_go_with_the_windows_that_they_made_since(workplace: Workplace) -> None:
    first = bring(workplace, LIST)
    fridays = bring(workplace, LIST.replace("Saturday 22:00", "Friday 23:00"))
    with pytest.raises(RefusedError) as refused:
        undo_import(workplace, first.import_id)
    assert refused.value.problems == ("Import 2 has brought Patching again since; undo that first.",)
    undo_import(workplace, fridays.import_id)
    assert ensure_occurrences(workplace, 30).value
    undo_import(workplace, first.import_id)
    assert (list_series(workplace), all_windows(workplace)) == ((), [])


def test_series_stay_while_a_window_that_they_made_since_is_worked_on(workplace: Workplace) -> None:
    first = bring(workplace, LIST)
    before = {one.id for one in all_windows(workplace)}
    ensure_occurrences(workplace, 30)
    made = next(one for one in all_windows(workplace) if one.id not in before)
    with workplace.write() as work:
        work.add(Change("CHG-1", "Patch", window_id=made.id))
        work.commit()
    with pytest.raises(RefusedError) as refused:
        undo_import(workplace, first.import_id)
    assert refused.value.problems == (f"{made.title} has been built upon since: 1 maintenance window.",)
    assert {one.id for one in all_windows(workplace)} > before, "nothing was changed"


def test_what_one_window_has_of_its_own_stays_where_a_list_changes_its_series(workplace: Workplace) -> None:
    bring(workplace, LIST)
    own = replace(all_windows(workplace)[0], title="Great patching", capacity_deployments=5)
    edit_window(workplace, own)
    later = bring(workplace, LIST.replace("-04:00", "-05:00").replace("-02:00", "-03:00"))
    followed = {one.id: one for one in all_windows(workplace)}[own.id]
    assert (followed.title, followed.capacity_deployments) == ("Great patching", 5)
    assert followed.ends_at - own.ends_at == timedelta(hours=1)
    undo_import(workplace, later.import_id)
    undone = {one.id: one for one in all_windows(workplace)}[own.id]
    assert (undone.title, undone.capacity_deployments, undone.ends_at) == ("Great patching", 5, own.ends_at)
