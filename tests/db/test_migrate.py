"""Migrations reach the declared schema, and unknown databases are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from db import engines, migrate
from db.tables import METADATA


def migration_config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    return config


def test_migrations_make_exactly_the_declared_tables(database_url: str) -> None:
    engine = engines.open_engine(database_url)
    assert migrate.upgrade(engine) == migrate.newest_revision()
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_a_newer_database_is_refused_and_left_alone(database_url: str) -> None:
    engine = engines.open_engine(database_url)
    migrate.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(migrate.SchemaError, match="newer Lockstep"):
        migrate.upgrade(engine)
    assert migrate.current_revision(engine) == "9999"
    engine.dispose()


def test_a_foreign_database_is_refused(database_url: str) -> None:
    engine = engines.open_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE cats (id integer)"))
    with pytest.raises(migrate.SchemaError, match="not Lockstep's"):
        migrate.upgrade(engine)
    engine.dispose()


def test_a_copy_is_made_before_a_migration(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    engine = engines.open_engine(engines.local_url(path))
    config = migration_config()
    with engine.connect().execution_options(lockstep_write=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    assert list(tmp_path.glob("desk-before-*")) == []
    assert migrate.upgrade(engine) == migrate.newest_revision()
    engine.dispose()
    expected = 0 if migrate.newest_revision() == "0001" else 1
    assert len(list(tmp_path.glob("desk-before-*"))) == expected


def test_a_shared_database_without_tables_says_who_makes_them(database_url: str) -> None:
    engine = engines.open_engine(database_url)
    with pytest.raises(migrate.SchemaError, match="lockstep db upgrade"):
        migrate.require_current(engine)
    engine.dispose()


def test_the_revisions_known_by_their_file_names_are_those_of_the_migrations() -> None:
    walked = [script.revision for script in ScriptDirectory.from_config(migration_config()).walk_revisions()]
    assert list(migrate.known_revisions()) == walked[::-1]
