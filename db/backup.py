"""Backup and restore of the local file, by SQLite's online backup."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path

_KEPT_DAYS = 14


class BackupError(RuntimeError):
    """A backup could not be made or used; the message says which file and why."""


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy the database at `source` to `target` while it is in use; `target` appears whole or not at all.

    Raises BackupError when the copy is not sound.
    """
    part = target.with_name(f"{target.name}.{os.getpid()}.part")  # two desks may copy at once
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        origin = sqlite3.connect(source)
        copy = sqlite3.connect(part)
        try:
            origin.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
            origin.close()
        check_sqlite(part)
        _flush(part)
        os.replace(part, target)
    except sqlite3.Error as error:
        raise BackupError(f"{source} could not be copied to {target}: {error}.") from error
    finally:
        part.unlink(missing_ok=True)


def check_sqlite(path: Path) -> None:
    """Raise BackupError unless the file is a sound SQLite database with an audit chain."""
    if not path.is_file():
        raise BackupError(f"There is no file {path}.")
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            answer = connection.execute("PRAGMA quick_check").fetchone()[0]
            connection.execute("SELECT count(*) FROM audit_head").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise BackupError(f"{path} is not a Lockstep database: {error}.") from error
    if answer != "ok":
        raise BackupError(f"{path} is damaged: {answer}.")


def restore_sqlite(backup: Path, target: Path) -> None:
    """Put `backup` in the place of `target`; what was there is kept beside it as TARGET.before-restore."""
    check_sqlite(backup)
    if target.exists():
        copy_sqlite(target, target.with_name(target.name + ".before-restore"))
    copy_sqlite(backup, target.with_name(target.name + ".restored"))
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    os.replace(target.with_name(target.name + ".restored"), target)


def rotate_daily(source: Path, folder: Path, today: date) -> Path | None:
    """Make today's backup in `folder` unless it exists, and drop those beyond the last fourteen.

    Returns the new file, or None when today's was there already.
    """
    target = folder / f"{source.stem}-{today.isoformat()}.db"
    if target.exists():
        return None
    copy_sqlite(source, target)
    kept = sorted(folder.glob(f"{source.stem}-????-??-??.db"))
    for old in kept[:-_KEPT_DAYS]:
        old.unlink()
    return target


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
