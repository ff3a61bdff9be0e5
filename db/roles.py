"""Who may do what in a shared database: groups of logins, and the rights the server itself holds to.

A reader reads. A contributor works on changes, sequences and nights, and signs; windows, policies and the
register are read only. A coordinator changes everything that can be changed. Events, frozen gates and
signatures are added and never altered by anybody (triggers of the schema), and an event carries the login
that wrote it (trigger made here).
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Connection, Engine, text

from db.tables import METADATA


class RolesError(RuntimeError):
    """Roles could not be set up or given; the message says why and what to do."""


class DatabaseRole(StrEnum):
    """What a login may be; each holds what those before it hold."""

    READER = "reader"
    CONTRIBUTOR = "contributor"
    COORDINATOR = "coordinator"

    @property
    def group(self) -> str:
        """The group role on the server."""
        return f"lockstep_{self.value}"


ADDED_ONLY = ("audit_event", "frozen_gate", "signature", "night_log", "exception_policy")
COORDINATED = (
    "window_series", "maintenance_window", "checkpoint", "freeze", "freeze_application", "freeze_ci",
    "freeze_environment", "environment_booking", "booking_application", "setting", "exception_policy", "team",
    "person", "application", "application_ci", "application_dependency", "configuration_item",
    "ci_dependency", "environment", "build_machine", "stand_in", "signing_key",
)  # fmt: skip
_EVENT_GUARD = """
CREATE OR REPLACE FUNCTION lockstep_event_by_login() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.actor <> session_user THEN
        RAISE EXCEPTION 'an event carries the login that writes it: %, not %', session_user, NEW.actor;
    END IF;
    RETURN NEW;
END $$
"""


def set_up_roles(engine: Engine) -> tuple[str, ...]:
    """Make the groups and give them their rights; may be repeated after each new version of the schema.

    Returns the groups. Raises RolesError unless the login may create roles and owns the tables.
    """
    with engine.connect() as connection, connection.begin():
        _require_rights(connection)
        for role in DatabaseRole:
            if not _exists(connection, role.group):
                connection.execute(text(f"CREATE ROLE {role.group} NOLOGIN"))
        reader, contributor, coordinator = (role.group for role in DatabaseRole)
        connection.execute(text(f"GRANT {reader} TO {contributor}"))
        connection.execute(text(f"GRANT {contributor} TO {coordinator}"))
        connection.execute(text("REVOKE CREATE ON SCHEMA public FROM PUBLIC"))
        connection.execute(text(f"GRANT USAGE ON SCHEMA public TO {reader}"))
        _grant_tables(connection)
        connection.execute(text(_EVENT_GUARD))
        connection.execute(text("DROP TRIGGER IF EXISTS audit_event_by_login ON audit_event"))
        connection.execute(
            text(
                "CREATE TRIGGER audit_event_by_login BEFORE INSERT ON audit_event "
                "FOR EACH ROW EXECUTE FUNCTION lockstep_event_by_login()"
            )
        )
    return tuple(role.group for role in DatabaseRole)


def renew_rights(engine: Engine) -> None:
    """Give the groups their rights on tables that a new version of the schema has brought.

    Nothing happens in a database that was never prepared for groups.
    """
    if engine.dialect.name != "postgresql":
        return
    with engine.connect() as connection, connection.begin():
        if _is_prepared(connection):
            _grant_tables(connection)


def grant_role(engine: Engine, login: str, role: DatabaseRole) -> None:
    """Make a login of the server one of a group, and of no other; raises RolesError."""
    with engine.connect() as connection, connection.begin():
        if not _exists(connection, role.group):
            raise RolesError(
                "This database has no roles yet. Its owner runs: lockstep db init-shared --db URL"
            )
        if not _exists(connection, login):
            raise RolesError(
                f"The server has no login “{login}”. Its administrator makes it with: "
                f"CREATE ROLE {_quoted(connection, login)} LOGIN PASSWORD '…'"
            )
        for other in DatabaseRole:
            connection.execute(text(f"REVOKE {other.group} FROM {_quoted(connection, login)}"))
        connection.execute(text(f"GRANT {role.group} TO {_quoted(connection, login)}"))


def may_coordinate(connection: Connection) -> bool:
    """Whether the login may change windows; always, in a database without roles."""
    if connection.dialect.name != "postgresql":
        return True
    found = connection.execute(text("SELECT has_table_privilege('maintenance_window', 'UPDATE')"))
    return bool(found.scalar_one())


def may_import(connection: Connection) -> bool:
    """Whether the login may import lists of any kind; always, in a database without roles."""
    if connection.dialect.name != "postgresql":
        return True
    found = connection.execute(text("SELECT has_table_privilege('import_batch', 'INSERT')"))
    return bool(found.scalar_one())


def _grant_tables(connection: Connection) -> None:
    reader, contributor, coordinator = (role.group for role in DatabaseRole)
    connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {reader}"))
    connection.execute(
        text(f"GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {contributor}")
    )
    for table in METADATA.tables:
        _grant_table(connection, table, contributor, coordinator)


def _is_prepared(connection: Connection) -> bool:
    """Whether the groups have rights here: they may be on the server for another database's sake."""
    reader = DatabaseRole.READER.group
    asked = text("SELECT has_table_privilege(:reader, 'change', 'SELECT')")
    return _exists(connection, reader) and bool(connection.execute(asked, {"reader": reader}).scalar())


def _grant_table(connection: Connection, table: str, contributor: str, coordinator: str) -> None:
    writer = coordinator if table in COORDINATED else contributor
    if table in ADDED_ONLY:
        connection.execute(text(f'GRANT INSERT ON "{table}" TO {writer}'))
        return
    connection.execute(text(f'GRANT INSERT, UPDATE, DELETE ON "{table}" TO {writer}'))


def _require_rights(connection: Connection) -> None:
    row = connection.execute(
        text("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
    ).scalar_one()
    if not row:
        raise RolesError(
            "This login may not create roles. Let the server's administrator run it, "
            "or have CREATEROLE granted to it."
        )


def _exists(connection: Connection, role: str) -> bool:
    found = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": role})
    return found.first() is not None


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote_identifier(name)
