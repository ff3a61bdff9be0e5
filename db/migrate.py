"""Bringing a database to the schema this program knows, and refusing what it does not."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from sqlalchemy import Engine, inspect, text

from db.backup import copy_sqlite
from db.engines import is_sqlite, sqlite_path


class SchemaError(RuntimeError):
    """The database's schema and the program do not fit; the message says what to do."""


@cache
def known_revisions() -> tuple[str, ...]:
    """The revisions this program knows, oldest first: what the migrations' file names begin with."""
    versions = Path(__file__).parent / "migrations" / "versions"
    return tuple(sorted(file.name.partition("_")[0] for file in versions.glob("[0-9]*_*.py")))


def newest_revision() -> str:
    """The revision this program works with."""
    return known_revisions()[-1]


def current_revision(engine: Engine) -> str:
    """The revision the database has; empty when it holds no tables yet."""
    if not inspect(engine).has_table("alembic_version"):
        return ""
    with engine.connect() as connection:
        return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""


def upgrade(engine: Engine) -> str:
    """Run the missing migrations; returns the revision reached.

    A local file that holds data is copied beside itself first. Raises SchemaError when the database
    is newer than the program, or holds tables that are not Lockstep's.
    """
    current, newest = current_revision(engine), newest_revision()
    if current == newest:
        return newest
    check_known(engine)
    if current and is_sqlite(engine):
        path = sqlite_path(engine)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        copy_sqlite(path, path.with_name(f"{path.stem}-before-{newest}-{stamp}{path.suffix}"))
    _migrate(engine)
    return newest


def _migrate(engine: Engine) -> None:
    # Imported here: a database that is up to date, as nearly all are, opens without it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with engine.connect().execution_options(lockstep_write=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def check_known(engine: Engine) -> None:
    """Raise SchemaError when the database belongs to a newer program or to another one."""
    current = current_revision(engine)
    if current and current not in known_revisions():
        raise SchemaError(
            f"This database was last used by a newer Lockstep (its schema is {current}, this program knows "
            f"{newest_revision()}). Update Lockstep on this computer; nothing was changed."
        )
    if not current and inspect(engine).get_table_names():
        raise SchemaError(
            "This database holds tables that are not Lockstep's. Choose an empty database or another file; "
            "nothing was changed."
        )


def require_current(engine: Engine) -> None:
    """Raise SchemaError unless the database has exactly the schema this program knows."""
    check_known(engine)
    current, newest = current_revision(engine), newest_revision()
    if current != newest:
        has = f"has the schema {current}" if current else "has no Lockstep tables yet"
        raise SchemaError(
            f"This shared database {has}, this program needs {newest}. "
            "Its owner runs: lockstep db upgrade --db URL"
        )
