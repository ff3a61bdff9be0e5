"""Backup, restore and the daily copies of a local database."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.register import Team
from app.services.database import back_up, back_up_daily, daily_folder, restore
from app.services.errors import RefusedError
from app.services.workplace import Workplace, open_workplace
from app.store.reading import find

START = datetime(2026, 11, 1, 8, tzinfo=UTC)


class Days:
    """A clock that tests move by days."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        """The present instant."""
        return self.now


def url_at(folder: Path) -> str:
    return f"sqlite:///{(folder / 'lockstep.db').as_posix()}"


def add_team(workplace: Workplace, name: str) -> None:
    with workplace.write() as work:
        work.add(Team(name))
        work.commit()


def names(workplace: Workplace) -> list[str]:
    with workplace.read() as connection:
        return [team.name for team in find(connection, Team)]


def test_one_copy_a_day_and_the_last_fourteen_stay(tmp_path: Path) -> None:
    clock = Days()
    workplace = open_workplace(url_at(tmp_path), "tester", clock)
    made = []
    for _ in range(17):
        made.append(back_up_daily(workplace))
        assert back_up_daily(workplace) is None
        clock.now += timedelta(days=1)
    kept = sorted(daily_folder(workplace).iterdir())
    workplace.close()
    assert kept == made[-14:]


def test_a_restored_backup_brings_back_what_was_there(tmp_path: Path) -> None:
    workplace = open_workplace(url_at(tmp_path), "tester", Days())
    add_team(workplace, "Before")
    kept = back_up(url_at(tmp_path), tmp_path / "kept.db")
    add_team(workplace, "After")
    workplace.close()
    restore(url_at(tmp_path), kept)
    restored = open_workplace(url_at(tmp_path), "tester", Days())
    assert names(restored) == ["Before"]
    restored.close()
    assert (tmp_path / "lockstep.db.before-restore").is_file()


def test_a_backup_never_overwrites_a_file(tmp_path: Path) -> None:
    open_workplace(url_at(tmp_path), "tester", Days()).close()
    there = tmp_path / "there.db"
    there.write_text("mine")
    with pytest.raises(RefusedError, match="exists already"):
        back_up(url_at(tmp_path), there)
    assert there.read_text() == "mine"
