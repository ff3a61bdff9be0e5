"""A small organisation with an exception that two people signed, and ways to bend its database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import text

from app.domain.changes import Change
from app.domain.exceptions import ExceptionKind, ExceptionRequest
from app.domain.register import Person, Role
from app.domain.signatures import Meaning, Signature
from app.domain.windows import MaintenanceWindow
from app.services.audit_verify.findings import AuditVerification
from app.services.audit_verify.verify import verify
from app.services.exception_signing import sign_exception
from app.services.exceptions.requests import ask, draft
from app.services.signing.keys import appoint, enrol
from app.services.workplace import Workplace, open_workplace

BEGIN = datetime(2026, 11, 2, 8, tzinfo=UTC)
PASSPHRASE = "a sentence nobody guesses"
TABLES = ("audit_event", "signature", "exception_policy", "frozen_gate")


class Clock:
    """A clock that goes on by a minute at each look, from wherever a test puts it."""

    now = BEGIN

    def __call__(self) -> datetime:
        """The present instant."""
        self.now += timedelta(minutes=1)
        return self.now


@dataclass
class SignedWorld:
    """The open workplace and who and what is in it."""

    workplace: Workplace
    clock: Clock
    rita: Person  # release manager, witness and requester
    quinn: Person  # QA manager with a key
    bea: Person  # business owner with a key
    stan: Person  # stands in for Bea for a week, with a key
    change: Change
    request: ExceptionRequest

    def sign(self, person: Person, role: Role, **said: object) -> Signature:
        """Sign the request with a person's key."""
        return sign_exception(
            self.workplace, self.request.id or 0, person.id or 0, role, Meaning.APPROVE, PASSPHRASE, **said
        ).value  # type: ignore[arg-type]

    def verified(self) -> AuditVerification:
        """What the verification finds now."""
        return verify(self.workplace)

    def behind_its_back(self, *statements: str) -> None:
        """Run statements on the database with its triggers off, as somebody with the file would."""
        with self.workplace.engine.connect() as connection:
            if self.workplace.engine.dialect.name == "sqlite":
                connection.exec_driver_sql("COMMIT") if connection.in_transaction() else None
                found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
                for name in found.scalars().all():
                    connection.exec_driver_sql(f"DROP TRIGGER {name}")
                connection.exec_driver_sql("PRAGMA ignore_check_constraints = 1")
            else:
                for table in TABLES:
                    connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            for statement in statements:
                connection.exec_driver_sql(statement)
            connection.commit()


def make_signed_world(url: str, *, signed: bool = True) -> SignedWorld:
    """The organisation; with `signed`, QA manager and business owner have approved the request."""
    clock = Clock()
    workplace = open_workplace(url, "tester", clock)
    with workplace.write() as unit:
        rita = unit.add(Person("Rita Vale", roles=(Role.RELEASE_MANAGER, Role.QA_MANAGER)))
        quinn = unit.add(Person("Quinn Abara", roles=(Role.QA_MANAGER,)))
        bea = unit.add(Person("Bea Lindt", roles=(Role.BUSINESS_OWNER,)))
        stan = unit.add(Person("Stan Okoro"))
        night = BEGIN + timedelta(days=5)
        window = unit.add(MaintenanceWindow("Weekly window", night, night + timedelta(hours=8), "UTC"))
        change = unit.add(Change("CHG-0431", "Pay by card", window_id=window.id, planned_digest="ab" * 32))
        unit.commit()
    for person in (quinn, bea, stan):
        enrol(workplace, person.id or 0, rita.id or 0, PASSPHRASE)
    appoint(
        workplace,
        bea.id or 0,
        stan.id or 0,
        Role.BUSINESS_OWNER,
        date(2026, 11, 2),
        date(2026, 11, 8),
        passphrase=PASSPHRASE,
    )
    wanted = ExceptionRequest(
        change.id or 0, ExceptionKind.LATE, 0, rita.id or 0, window.id, "Ready for test", ("tested",), None,
        "A law takes effect", "Payments may fail", "A fine", "Smoke test by Quinn",
    )  # fmt: skip
    request = draft(workplace, wanted).value
    request = ask(workplace, request.id or 0).value
    world = SignedWorld(workplace, clock, rita, quinn, bea, stan, change, request)
    if signed:
        world.sign(quinn, Role.QA_MANAGER)
        world.sign(bea, Role.BUSINESS_OWNER)
    return world
