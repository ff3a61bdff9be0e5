"""Backups are whole, never half there, and restore what they hold."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from db import backup, engines, migrate


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    engine = engines.open_engine(engines.local_url(path))
    migrate.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO team VALUES ('DBA', 0, 0, 1, 1)"))
    engine.dispose()
    return path


def teams(path: Path) -> list[str]:
    engine = engines.open_engine(engines.local_url(path))
    with engine.connect() as connection:
        names = list(connection.execute(text("SELECT name FROM team")).scalars())
    engine.dispose()
    return names


def test_a_copy_made_while_in_use_holds_what_was_committed(source: Path, tmp_path: Path) -> None:
    engine = engines.open_engine(engines.local_url(source))
    with engine.connect() as writing:
        writing.execute(text("INSERT INTO team VALUES ('half', 0, 0, 2, 1)"))
        backup.copy_sqlite(source, tmp_path / "copy.db")
    engine.dispose()
    assert teams(tmp_path / "copy.db") == ["DBA"]


def test_restoring_keeps_what_was_there(source: Path, tmp_path: Path) -> None:
    backup.copy_sqlite(source, tmp_path / "copy.db")
    engine = engines.open_engine(engines.local_url(source))
    with engine.begin() as connection:
        connection.execute(text("UPDATE team SET name = 'Network'"))
    engine.dispose()
    backup.restore_sqlite(tmp_path / "copy.db", source)
    assert teams(source) == ["DBA"]
    assert teams(tmp_path / "desk.db.before-restore") == ["Network"]


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00" + b"\x00" * 900])
def test_what_is_no_backup_is_refused(source: Path, tmp_path: Path, content: bytes) -> None:
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(content)
    with pytest.raises(backup.BackupError, match=r"wrong\.db"):
        backup.restore_sqlite(wrong, source)
    assert teams(source) == ["DBA"]


def test_daily_copies_rotate(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "daily"
    first = date(2026, 1, 1)
    made = [backup.rotate_daily(source, folder, first + timedelta(days=day)) for day in range(16)]
    assert all(made)
    assert backup.rotate_daily(source, folder, first + timedelta(days=15)) is None
    kept = sorted(path.name for path in folder.iterdir())
    assert len(kept) == 14
    assert kept[0] == "desk-2026-01-03.db"
