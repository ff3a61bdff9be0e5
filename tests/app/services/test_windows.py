"""Windows and series as use cases: making, finding, moving, cancelling, undoing; on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.domain.changes import Change, ChangeState
from app.domain.schedule import default_checkpoints
from app.domain.windows import EnvironmentBooking, Freeze, MaintenanceWindow, WindowSeries, WindowState
from app.services import bookings, freezes, windows, windows_moves, windows_series
from app.services.calendar import read_calendar
from app.services.errors import RefusedError
from app.services.intake import read_intake
from app.services.windows_moves import MoveRefusedError
from app.services.windows_undo import undo
from app.services.workplace import Workplace, open_workplace

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ZONE = "Europe/Berlin"
WEEKLY = WindowSeries(
    "Weekly",
    "FREQ=WEEKLY;BYDAY=SA",
    date(2026, 3, 7),
    time(22),
    time(6),
    ZONE,
    checkpoints=default_checkpoints(6),
)


@pytest.fixture
def workplace(migrated_url: str) -> Iterator[Workplace]:
    opened = open_workplace(migrated_url, "tester", lambda: NOW)
    yield opened
    opened.close()


def stored(workplace: Workplace) -> list[MaintenanceWindow]:
    found = windows.list_windows(workplace, date(2026, 3, 1), date(2026, 12, 31))
    return [one.window for one in found]


def add_change(workplace: Workplace, window_id: int | None, key: str = "CHG-1") -> Change:
    with workplace.write() as unit:
        made = unit.add(
            Change(
                key,
                "Title of " + key,
                window_id=window_id,
                state=ChangeState.WITHDRAWN if key == "GONE" else ChangeState.INTAKE,
                deployment_on=date(2026, 3, 7),
                is_date_approved=True,
                expected_downtime_minutes=30,
            )
        )
        unit.commit()
        return made


def test_a_series_makes_half_a_year_of_windows_with_checkpoints_and_true_lengths(
    workplace: Workplace,
) -> None:
    windows_series.create_series(workplace, WEEKLY)
    found = windows.list_windows(workplace, date(2026, 3, 1), date(2026, 12, 31))
    assert len(found) == 26
    first = found[0]
    assert first.window.starts_at == datetime(2026, 3, 7, 21, tzinfo=UTC)
    assert [point.cutoff_at for point in first.checkpoints] == [
        datetime(2026, 3, 4, 11, tzinfo=UTC),
        datetime(2026, 3, 6, 9, tzinfo=UTC),
    ]
    over_the_change = next(one.window for one in found if one.window.occurrence_day == date(2026, 3, 28))
    assert over_the_change.ends_at - over_the_change.starts_at == timedelta(hours=7)
    assert windows_series.ensure_occurrences(workplace).value == 0


@pytest.mark.parametrize("reference", ["next", "2026-03-07"])
def test_a_window_is_found_by_next_date_and_id(workplace: Workplace, reference: str) -> None:
    windows_series.create_series(workplace, WEEKLY)
    found = windows.find_window(workplace, reference)
    assert found.occurrence_day == date(2026, 3, 7)
    assert windows.find_window(workplace, str(found.id)) == found


@pytest.mark.parametrize("reference", ["2026-03-08", "99", "soon", ""])
def test_an_unknown_reference_is_refused_with_a_way_out(workplace: Workplace, reference: str) -> None:
    with pytest.raises(RefusedError, match="window"):
        windows.find_window(workplace, reference)


def test_moving_one_takes_checkpoints_and_changes_along_and_can_be_undone(workplace: Workplace) -> None:
    windows_series.create_series(workplace, WEEKLY)
    window = stored(workplace)[0]
    add_change(workplace, window.id)
    day = timedelta(days=1)
    done = windows_moves.move_window(
        workplace, window.id or 0, window.starts_at + day, window.ends_at + day, "Cup final"
    )
    moved = windows.list_windows(workplace, date(2026, 3, 8), date(2026, 3, 8))[0]
    assert moved.window.is_moved
    assert moved.window.occurrence_day == date(2026, 3, 7)
    assert moved.checkpoints[0].cutoff_at == datetime(2026, 3, 5, 11, tzinfo=UTC)
    with workplace.write() as unit:
        change = unit.find(Change)[0]
    assert (change.deployment_on, change.is_date_approved) == (date(2026, 3, 8), False)
    undo(workplace, done.value)
    back = windows.list_windows(workplace, date(2026, 3, 7), date(2026, 3, 7))[0]
    assert back.window.starts_at == window.starts_at
    assert not back.window.is_moved
    with pytest.raises(RefusedError, match="changed again"):
        undo(workplace, done.value)


@pytest.mark.parametrize("days", [1, -1, 7])
def test_this_and_following_splits_the_series_and_undo_joins_it(workplace: Workplace, days: int) -> None:
    windows_series.create_series(workplace, WEEKLY)
    before = stored(workplace)
    third = before[2]
    shift = timedelta(days=days)
    done = windows_moves.move_window(
        workplace, third.id or 0, third.starts_at + shift, third.ends_at + shift, with_following=True
    )
    after = {window.id: window for window in stored(workplace)}
    local_days = [
        (windows.local_day(after[one.id]) - windows.local_day(one)).days for one in before if one.id in after
    ]
    assert local_days == [0, 0] + [days] * (len(local_days) - 2)
    assert len({window.series_id for window in after.values()}) == 2
    assert windows_series.ensure_occurrences(workplace).value <= 1
    assert len(windows_series.list_series(workplace)) == 2
    undo(workplace, done.value)
    joined = {window.id: window for window in stored(workplace)}
    assert [joined[one.id].starts_at for one in before] == [one.starts_at for one in before]
    assert len(windows_series.list_series(workplace)) == 1


def test_an_illegal_move_names_the_problems_and_the_nearest_place(workplace: Workplace) -> None:
    windows_series.create_series(workplace, WEEKLY)
    first, second = stored(workplace)[:2]
    with pytest.raises(MoveRefusedError, match="cannot start") as refused:
        windows_moves.move_window(workplace, first.id or 0, second.starts_at, second.ends_at)
    assert "overlap" in refused.value.problems[0]
    assert refused.value.nearest_start == second.starts_at + timedelta(days=1)
    with pytest.raises(MoveRefusedError, match="cannot start") as refused:
        windows_moves.move_window(
            workplace, first.id or 0, NOW - timedelta(days=3), NOW - timedelta(days=3) + timedelta(hours=2)
        )
    assert "past" in refused.value.problems[0]


def test_cancelling_frees_the_changes_and_needs_a_reason(workplace: Workplace) -> None:
    windows_series.create_series(workplace, WEEKLY)
    window = stored(workplace)[0]
    add_change(workplace, window.id)
    with pytest.raises(RefusedError, match="Say why"):
        windows_moves.cancel_window(workplace, window.id or 0, " ")
    done = windows_moves.cancel_window(workplace, window.id or 0, "Power works", with_following=True)
    assert {one.state for one in stored(workplace)} == {WindowState.CANCELLED}
    assert read_intake(workplace).total == 1
    assert windows_series.ensure_occurrences(workplace).value == 0
    undo(workplace, done.value)
    assert read_intake(workplace).total == 0
    assert WindowState.CANCELLED not in {one.state for one in stored(workplace)}


def test_editing_a_series_leaves_windows_with_work_alone(workplace: Workplace) -> None:
    series = windows_series.create_series(workplace, WEEKLY).value
    window = stored(workplace)[1]
    add_change(workplace, window.id)
    edited = replace(series, rule="FREQ=WEEKLY;BYDAY=SU", starts_at=time(20))
    windows_series.edit_series(workplace, edited, "New rhythm")
    found = stored(workplace)
    assert window in found
    others = [one for one in found if one.id != window.id]
    assert {windows.local_day(one).weekday() for one in others} == {6}
    again = windows_series.read_series(workplace, series.id or 0)
    assert again.revision == 1
    criteria = replace(again, checkpoints=again.checkpoints[:1])
    assert windows_series.edit_series(workplace, criteria).value.revision == 2


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": " "}, "name"),
        ({"rule": "FREQ=NEVER"}, "FREQ"),
        ({"rule": "nonsense"}, "rule"),
        ({"zone_name": "Mars/Olympus"}, "zone"),
        ({"rule": "FREQ=WEEKLY;UNTIL=20200101"}, "falls on no day"),
    ],
)
def test_an_unsound_series_is_refused(workplace: Workplace, values: dict[str, str], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        windows_series.create_series(workplace, replace(WEEKLY, **values))


def test_the_calendar_counts_what_its_windows_hold(workplace: Workplace) -> None:
    windows_series.create_series(workplace, WEEKLY)
    window = stored(workplace)[0]
    for key in ("CHG-1", "CHG-2", "GONE"):
        add_change(workplace, window.id, key)
    add_change(workplace, None, "WAITS-100%")
    freezes.create_freeze(workplace, Freeze("Close", NOW, NOW + timedelta(days=9), ZONE))
    booking = EnvironmentBooking("Refresh", NOW, NOW + timedelta(days=9), ZONE)
    bookings.create_booking(workplace, booking)
    view = read_calendar(workplace, NOW, NOW + timedelta(days=7))
    assert [(one.counts.changes, one.counts.minutes) for one in view.windows[:1]] == [(2, 60)]
    assert [freeze.title for freeze in view.freezes] == ["Close"]
    assert [one.booking.title for one in view.bookings] == ["Refresh"]
    assert not view.is_empty
    assert [row.key for row in read_intake(workplace, "100% waits").rows] == ["WAITS-100%"]
    assert read_intake(workplace, "_%").total == 0


def test_an_environment_is_booked_once_at_a_time(workplace: Workplace) -> None:
    from app.domain.register import Environment, Stage

    with workplace.write() as unit:
        place = unit.add(Environment("Pre-production", Stage.PRE_PRODUCTION))
        unit.commit()
    first = EnvironmentBooking("Load test", NOW, NOW + timedelta(days=2), ZONE, place.id)
    kept = bookings.create_booking(workplace, first).value
    with pytest.raises(RefusedError, match="is booked for Load test"):
        bookings.create_booking(workplace, replace(first, title="Other"))
    bookings.remove_booking(workplace, kept)
    assert bookings.list_bookings(workplace) == ()


def test_a_single_window_needs_a_name_and_a_future(workplace: Workplace) -> None:
    window = MaintenanceWindow(" ", NOW - timedelta(days=1), NOW, ZONE)
    with pytest.raises(RefusedError) as refused:
        windows.create_window(workplace, window)
    assert len(refused.value.problems) == 2
