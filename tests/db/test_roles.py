"""Rights of a shared database, held by a real PostgreSQL server whatever program asks."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import ProgrammingError

from app.domain.changes import Change
from app.domain.exceptions import ExceptionKind, ExceptionPolicy, ExceptionRequest
from app.domain.register import Person, Role, Team
from app.domain.signatures import Meaning
from app.domain.windows import MaintenanceWindow
from app.services import database
from app.services.errors import RefusedError
from app.services.exception_signing import sign_exception
from app.services.exceptions.policies import begin_policies, policies
from app.services.exceptions.requests import ask, draft
from app.services.signing.keys import enrol
from app.services.workplace import open_workplace
from app.store.errors import NotAllowedError
from app.store.kinds import kind_of
from db.roles import RolesError
from tests.app.services.imports.lists import FIRST, import_text
from tests.templates import server_url

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PASSPHRASE = "a sentence nobody guesses"
Login = Callable[[str], str]


@pytest.fixture
def shared(server_database: str) -> str:
    """A shared database, prepared by its owner."""
    database.init_shared(server_database)
    return server_database


@pytest.fixture
def login(shared: str) -> Iterator[Login]:
    """Makes a login with a role; gives the URL it works by."""
    owner = create_engine(server_url(), isolation_level="AUTOCOMMIT")
    made: list[str] = []

    def make(role: str) -> str:
        name = f"person_{uuid.uuid4().hex[:12]}"
        made.append(name)
        with owner.connect() as connection:
            connection.execute(text(f"CREATE ROLE {name} LOGIN PASSWORD 'secret'"))
        database.grant(shared, name, database.DatabaseRole(role))
        return make_url(shared).set(username=name, password="secret").render_as_string(hide_password=False)

    yield make
    with owner.connect() as connection:
        for name in made:
            connection.execute(text(f"DROP ROLE {name}"))
    owner.dispose()


def write(url: str, value: object) -> None:
    workplace = open_workplace(url, "somebody else", lambda: NOW)
    try:
        with workplace.write() as work:
            work.add(value)
            work.commit()
    finally:
        workplace.close()


@pytest.mark.parametrize(
    ("role", "value", "is_allowed"),
    [
        ("reader", Change("CHG-1", "Patch"), False),
        ("contributor", Change("CHG-1", "Patch"), True),
        ("contributor", Team("Operations"), False),
        ("coordinator", Change("CHG-1", "Patch"), True),
        ("coordinator", Team("Operations"), True),
    ],
)
def test_the_server_holds_who_may_write(login: Login, role: str, value: object, is_allowed: bool) -> None:
    url = login(role)
    if is_allowed:
        write(url, value)
    else:
        with pytest.raises(NotAllowedError, match="lockstep db grant"):
            write(url, value)


def test_a_contributor_asks_for_an_exception_and_signs_under_the_owners_policies(
    shared: str, login: Login
) -> None:
    owner = open_workplace(shared, "owner", lambda: NOW)
    assert begin_policies(owner).value == 5
    with owner.write() as work:
        rita = work.add(Person("Rita Vale", roles=(Role.RELEASE_MANAGER,)))
        quinn = work.add(Person("Quinn Abara", roles=(Role.QA_MANAGER,)))
        night = NOW + timedelta(days=4)
        window = work.add(MaintenanceWindow("Weekly", night, night + timedelta(hours=8), "UTC"))
        change = work.add(Change("CHG-1", "Patch", window_id=window.id))
        work.commit()
    enrol(owner, quinn.id or 0, rita.id or 0, PASSPHRASE)
    late = policies(owner)[0]
    owner.close()
    desk = open_workplace(login("contributor"), "somebody else", lambda: NOW)
    wanted = ExceptionRequest(
        change.id or 0, ExceptionKind.LATE, 0, rita.id or 0, window.id, "Ready", ("qa",), None,
        "The vendor was late", "It may fail", "A fine", "Smoke test",
    )  # fmt: skip
    request = ask(desk, draft(desk, wanted).value.id or 0).value
    signed = sign_exception(
        desk, request.id or 0, quinn.id or 0, Role.QA_MANAGER, Meaning.APPROVE, PASSPHRASE
    )
    manager = ExceptionPolicy(late.kind, late.roles, (Role.QA_MANAGER,), revision=2)
    with pytest.raises(NotAllowedError), desk.write() as work:
        work.add(manager)
    desk.close()
    assert signed.actor != "somebody else"


def test_an_event_carries_the_login_that_wrote_it(login: Login) -> None:
    url = login("coordinator")
    write(url, Team("Operations"))
    engine = create_engine(url)
    with engine.connect() as connection:
        actor = connection.execute(
            text("SELECT actor FROM audit_event WHERE record_kind = 'team'")
        ).scalar_one()
        assert actor == make_url(url).username
        forged = (
            "INSERT INTO audit_event SELECT sequence + 1, happened_at, 'the owner', action, record_kind, "
            "record_id, reason, before, after, previous_hash, hash FROM audit_event"
        )
        with pytest.raises(Exception, match="carries the login that writes it"):
            connection.execute(text(forged))
    engine.dispose()


@pytest.mark.parametrize("statement", ["UPDATE audit_event SET actor = 'x'", "DELETE FROM audit_event"])
def test_nobody_alters_an_event(login: Login, statement: str) -> None:
    url = login("coordinator")
    write(url, Team("Operations"))
    engine = create_engine(url)
    with engine.connect() as connection, pytest.raises(ProgrammingError):
        connection.execute(text(statement))
    engine.dispose()


def test_a_login_has_one_role_at_a_time(shared: str, login: Login) -> None:
    url = login("coordinator")
    name = make_url(url).username
    assert name is not None
    database.grant(shared, name, database.DatabaseRole.READER)
    with pytest.raises(NotAllowedError):
        write(url, Team("Operations"))


def test_what_cannot_be_done_is_said(shared: str, tmp_path: Path) -> None:
    with pytest.raises(RolesError, match="no login “nobody"):
        database.grant(shared, "nobody-here", database.DatabaseRole.READER)
    with pytest.raises(RefusedError, match="has no logins"):
        database.init_shared(f"sqlite:///{tmp_path / 'local.db'}")


def test_what_is_written_in_bulk_is_refused_as_clearly(login: Login) -> None:
    workplace = open_workplace(login("contributor"), "somebody else", lambda: NOW)
    try:
        with pytest.raises(NotAllowedError), workplace.write() as work:
            work.insert_columns(kind_of(Team).table, {"name": ["Operations", "Network"]})
    finally:
        workplace.close()


def test_an_upgrade_gives_the_groups_their_rights_on_new_tables(shared: str, login: Login) -> None:
    contributor = login("contributor")
    owner = create_engine(shared, isolation_level="AUTOCOMMIT")
    with owner.connect() as connection:  # as the version before left it
        for statement in (
            "DROP TABLE import_said",
            "ALTER TABLE import_memory DROP COLUMN part, DROP COLUMN place",
            "ALTER TABLE import_memory ADD CONSTRAINT fk_import_memory_import_id "
            "FOREIGN KEY (import_id) REFERENCES import_batch (id)",
            "UPDATE alembic_version SET version_num = '0006'",
        ):
            connection.execute(text(statement))
    owner.dispose()
    database.upgrade(shared)
    workplace = open_workplace(contributor, "somebody else", lambda: NOW)
    try:
        assert import_text(workplace, FIRST).created == 2
    finally:
        workplace.close()


def test_only_who_may_write_may_import(shared: str, login: Login) -> None:
    for role, may in (("reader", False), ("contributor", True), ("coordinator", True)):
        workplace = open_workplace(login(role), "", lambda: NOW)
        assert workplace.may_import() is may, role
        workplace.close()
