"""The list of production fixes with their debts and clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from app.domain.debts import PAST, DebtLevel, clock_sentence, debt_level
from app.domain.fixes import ProductionFix, is_signed, missing
from app.domain.register import Person
from app.domain.signatures import SigningKey
from app.domain.time_words import moment_words
from app.services.follow_up import rules_of
from app.services.workplace import Workplace
from app.store.queries.aftermath import change_keys, names
from app.store.queries.packets import organisation_facts
from app.store.reading import find

_GRAVEST_FIRST = (DebtLevel.LONG_OVERDUE, DebtLevel.OVERDUE, DebtLevel.DUE, DebtLevel.SETTLED)


@dataclass(frozen=True, slots=True)
class FixRow:
    """One fix as listed: what it owes, how grave that is, and its clock in words.

    `is_void` says that a sign-off stands under other content than is there now.
    """

    fix: ProductionFix
    level: DebtLevel
    clock: str
    owes: tuple[str, ...]
    where: str
    signed_by: str
    change_key: str
    is_void: bool

    @property
    def id(self) -> int:
        """The fix's id."""
        return self.fix.id or 0

    @property
    def is_open(self) -> bool:
        """Whether something is owed."""
        return self.level is not DebtLevel.SETTLED

    @property
    def is_past(self) -> bool:
        """Whether the deadline is past."""
        return self.level in PAST


@dataclass(frozen=True, slots=True)
class FixList:
    """All fixes, the gravest debts first, with the zone they are told in and who may sign.

    Of the signers, those whose ids are in `with_key` have a key; they come first.
    """

    rows: tuple[FixRow, ...]
    zone_name: str
    signers: tuple[Person, ...]
    with_key: frozenset[int]

    def count(self, *levels: DebtLevel) -> int:
        """How many fixes stand at these levels."""
        return sum(row.level in levels for row in self.rows)


def list_fixes(workplace: Workplace) -> FixList:
    """Every fix with its debt as of now."""
    with workplace.read() as connection:
        return fixes_at(connection, workplace.now())


def fixes_at(connection: Connection, now: datetime) -> FixList:
    """Every fix with its debt at an instant (UTC)."""
    rules = rules_of(connection)
    known = names(connection)
    fixes = find(connection, ProductionFix)
    keys = change_keys(connection, {fix.change_id for fix in fixes if fix.change_id is not None})
    rows = []
    for fix in fixes:
        owes = missing(fix)
        level = debt_level(fix.due_at, not owes, now, rules.long_overdue_days)
        rows.append(
            FixRow(
                fix,
                level,
                clock_sentence(fix.due_at, level, now),
                owes,
                known.where(fix.applications, fix.configuration_items, fix.place),
                _signed_by(fix, known.people),
                keys.get(fix.change_id or 0, ""),
                fix.signed_at is not None and not is_signed(fix),
            )
        )
    rows.sort(key=lambda row: (_GRAVEST_FIRST.index(row.level), row.fix.due_at, row.id))
    keyed = frozenset(key.person_id for key in find(connection, SigningKey) if key.revoked_at is None)
    signers = [one for one in find(connection, Person, is_archived=False) if one.roles]
    signers.sort(key=lambda one: (one.id not in keyed, one.name.casefold()))
    return FixList(tuple(rows), organisation_facts(connection).zone_name, tuple(signers), keyed)


def _signed_by(fix: ProductionFix, people: dict[int, str]) -> str:
    if fix.signed_at is None:
        return ""
    role = fix.signed_role.words if fix.signed_role else ""
    when = moment_words(fix.signed_at, fix.zone_name, with_year=True)
    return f"{people.get(fix.signed_by_id or 0, 'somebody')}, {role}, {when}"
