"""The iCalendar file as another program reads it, and the organisation's name on it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from app.domain.settings import Organisation
from app.services.calendar_file import export_calendar
from app.services.errors import RefusedError
from app.services.organisation import read_organisation, set_organisation
from tests.app.services.board_world import World, make_world
from tests.templates import CopyOf


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    return copy_of(make_world)


def test_windows_checkpoints_and_meetings_are_read_back(world: World, tmp_path: Path) -> None:
    set_organisation(world.workplace, Organisation("Nordwind", "Europe/Berlin"))
    done = export_calendar(world.workplace, tmp_path / "releases.ics")
    calendar = Calendar.from_ical(done.file.read_bytes())
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert len(events) == done.rows
    window = events[f"window-{world.window_id}@lockstep"]
    with world.workplace.read() as connection:
        stored = connection.exec_driver_sql(
            f"SELECT starts_at FROM maintenance_window WHERE id = {world.window_id}"
        ).scalar_one()
    start = datetime.fromisoformat(str(stored))
    start = start if start.tzinfo else start.replace(tzinfo=UTC)
    assert window["dtstart"].dt == start
    assert str(calendar["x-wr-calname"]) == "Nordwind releases"
    kinds = {uid.split("-")[0] for uid in events}
    assert {"window", "checkpoint", "meeting"} <= kinds


def test_a_second_export_keeps_the_uids(world: World, tmp_path: Path) -> None:
    def uids(name: str) -> list[str]:
        export_calendar(world.workplace, tmp_path / name)
        read = Calendar.from_ical((tmp_path / name).read_bytes())
        return sorted(str(event["uid"]) for event in read.walk("VEVENT"))

    assert uids("one.ics") == uids("two.ics")


def test_an_unknown_zone_is_refused_and_nothing_kept(world: World) -> None:
    before = read_organisation(world.workplace)
    with pytest.raises(RefusedError, match="Nowhere/City"):
        set_organisation(world.workplace, Organisation("X", "Nowhere/City"))
    assert read_organisation(world.workplace) == before
