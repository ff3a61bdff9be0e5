"""Migrations reach the declared schema, and unknown databases are refused."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, TextClause, create_engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

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


def test_checks_of_an_older_local_file_are_rewritten_and_hold(tmp_path: Path) -> None:
    engine = engines.open_engine(engines.local_url(tmp_path / "desk.db"))
    config = migration_config()
    with engine.connect().execution_options(lockstep_write=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0007")
        assert "stage IN ('test'" in _made_by(connection, "environment")
        connection.execute(_environment("test"))
    migrate.upgrade(engine)
    with engine.connect().execution_options(lockstep_write=True) as connection, connection.begin():
        assert "CHECK (stage = 'test' OR stage = 'qa'" in _made_by(connection, "environment")
        assert connection.scalar(text("SELECT stage FROM environment")) == "test"
        assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
        connection.execute(_environment("qa"))
        with pytest.raises(IntegrityError, match="ck_environment_stage"):
            connection.execute(_environment("staging"))
    engine.dispose()


def test_checks_stay_where_sqlite_was_built_to_keep_them() -> None:
    """As where a system's own SQLite is defensive; the file can be used as before."""

    class Keeping(Connection):
        def execute(self, statement: Any, *args: Any, **more: Any) -> Any:
            if "UPDATE sqlite_master" in str(statement):
                refused = Exception("table sqlite_master may not be modified")
                raise OperationalError(str(statement), None, refused)
            return super().execute(statement, *args, **more)

    engine = create_engine("sqlite://")
    made_by = "CREATE TABLE cat (colour VARCHAR, CHECK (colour IN ('red', 'black')))"
    with Keeping(engine) as connection:
        connection.execute(text(made_by))
        import_module("db.migrations.versions.0008_checks_word_by_word").rewrite_checks(connection)
        assert _made_by(connection, "cat") == made_by
        with pytest.raises(IntegrityError):
            connection.execute(text("INSERT INTO cat VALUES ('blue')"))
    engine.dispose()


def _environment(stage: str) -> TextClause:
    columns = "(version, name, stage, is_archived)"
    return text(f"INSERT INTO environment {columns} VALUES (1, '{stage}', '{stage}', 0)")


def _made_by(connection: Connection, table: str) -> str:
    return str(connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table}))
