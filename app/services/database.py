"""Use cases about the database as a whole: upgrade, backup, restore, check, daily copies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from app.services.errors import RefusedError
from app.services.workplace import Workplace
from db import backup, chain, engines, migrate, roles

DatabaseRole = roles.DatabaseRole
ROLES = tuple(role.value for role in DatabaseRole)


@dataclass(frozen=True, slots=True)
class DatabaseHealth:
    """What checking a database found: its schema, and every problem as a sentence (none: sound)."""

    revision: str
    newest_revision: str
    events: int
    problems: tuple[str, ...]


def url_of_file(path: Path) -> str:
    """The address of a local database file."""
    return engines.local_url(path)


def upgrade(url: str) -> str:
    """Bring the database at `url` to the newest schema; returns the revision.

    The groups of a shared one get their rights on what is new.
    """
    engine = engines.open_engine(url)
    try:
        if engines.is_sqlite(engine):
            engines.sqlite_path(engine).parent.mkdir(parents=True, exist_ok=True)
        revision = migrate.upgrade(engine)
        roles.renew_rights(engine)
        return revision
    finally:
        engine.dispose()


def back_up(url: str, target: Path) -> Path:
    """Copy the local database at `url` to `target` while it is in use; returns the file.

    Raises RefusedError for a shared database or a target that exists already.
    """
    engine = engines.open_engine(url)
    try:
        source = _local_file(engine, "backed up")
    finally:
        engine.dispose()
    if not source.is_file():
        raise RefusedError(f"There is no database at {source} to back up.")
    if target.exists():
        raise RefusedError(f"{target} exists already. Name a new file; a backup never overwrites another.")
    backup.copy_sqlite(source, target)
    return target


def init_shared(url: str) -> tuple[str, tuple[str, ...]]:
    """Prepare a shared database: schema, groups and rights; returns the revision and the groups.

    Raises RefusedError for a local file, RolesError when the login may not create roles.
    """
    engine = _shared_engine(url)
    try:
        revision = migrate.upgrade(engine)
        return revision, roles.set_up_roles(engine)
    finally:
        engine.dispose()


def grant(url: str, login: str, role: roles.DatabaseRole) -> None:
    """Let a login of the server work in the shared database; raises RefusedError or RolesError."""
    engine = _shared_engine(url)
    try:
        roles.grant_role(engine, login, role)
    finally:
        engine.dispose()


def _shared_engine(url: str) -> Engine:
    engine = engines.open_engine(url)
    if engines.is_sqlite(engine):
        engine.dispose()
        raise RefusedError(
            "A local database has no logins: whoever may open the file works in it. "
            "Name a shared one by --db postgresql+psycopg://OWNER@HOST/NAME."
        )
    return engine


def restore(url: str, source: Path) -> str:
    """Put the backup at `source` in the place of the local database; returns the revision it has.

    What was there is kept beside it. Raises RefusedError or BackupError; nothing is changed then.
    """
    engine = engines.open_engine(url)
    target = _local_file(engine, "restored")
    engine.dispose()
    target.parent.mkdir(parents=True, exist_ok=True)
    backup.restore_sqlite(source, target)
    return upgrade(url)


def check(url: str) -> DatabaseHealth:
    """Check the file's soundness, the schema, and the audit chain of the database at `url`."""
    engine = engines.open_engine(url)
    try:
        if engines.is_sqlite(engine) and not engines.sqlite_path(engine).is_file():
            raise RefusedError(f"There is no database at {engines.sqlite_path(engine)}.")
        current = migrate.current_revision(engine)
        migrate.check_known(engine)
        problems = list(_soundness(engine))
        if not current:
            return DatabaseHealth("", migrate.newest_revision(), 0, (*problems, "It holds no tables yet."))
        with engine.connect() as connection:
            verification = chain.verify(connection)
        problems += [
            f"Audit event {finding.sequence} {finding.problem}." for finding in verification.findings
        ]
        return DatabaseHealth(current, migrate.newest_revision(), verification.events, tuple(problems))
    finally:
        engine.dispose()


def daily_folder(workplace: Workplace) -> Path:
    """Where the daily copies of a local database lie: `backups` beside its file."""
    return engines.sqlite_path(workplace.engine).parent / "backups"


def back_up_daily(workplace: Workplace) -> Path | None:
    """Make today's copy of a local database unless it exists; None when there was nothing to do."""
    if workplace.is_shared:
        return None
    source = engines.sqlite_path(workplace.engine)
    return backup.rotate_daily(source, daily_folder(workplace), workplace.now().date())


def _local_file(engine: Engine, done: str) -> Path:
    if not engines.is_sqlite(engine):
        raise RefusedError(
            f"A shared database is {done} by its server: ask its owner to use pg_dump and pg_restore."
        )
    return engines.sqlite_path(engine)


def _soundness(engine: Engine) -> list[str]:
    if not engines.is_sqlite(engine):
        return []
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    problems = [f"The file is damaged: {row}." for row in rows if row != "ok"]
    return problems + [f"A row of {row[0]} points at a row of {row[2]} that is gone." for row in broken]
