"""Reads exceptions as people see them: what is asked, where it stands, who signed and who still must."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.domain.exceptions import (
    ExceptionPolicy,
    ExceptionRequest,
    Standing,
    content_of,
    digest_of,
    missing_roles,
    standing,
    valid_signatures,
)
from app.domain.gates import CriterionSpec
from app.domain.register import Person, Role
from app.domain.signatures import Signature, age_of, waits_for_signature
from app.domain.time_words import moment_words
from app.domain.windows import Freeze, MaintenanceWindow
from app.services.errors import RefusedError
from app.services.exceptions.policies import policies
from app.services.workplace import Workplace
from app.store.queries import exceptions as queries
from app.store.queries.board import checkpoints_of
from app.store.queries.exceptions import RequestRecord
from app.store.reading import find

RECENT_WINDOWS = 8


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A signature beside a request: whether it covers the content as it is, and how old a mere word is."""

    signature: Signature
    is_valid: bool
    is_ageing: bool
    age: timedelta


@dataclass(frozen=True, slots=True)
class ExceptionItem:
    """A request with all that is to know; `told` is its content in words, `content` as it is signed."""

    request: ExceptionRequest
    policy: ExceptionPolicy
    change_key: str
    change_title: str
    window_title: str
    window_starts_at: datetime | None
    zone_name: str
    requester: str
    standing: Standing
    missing: tuple[Role, ...]
    signatures: tuple[SignatureLine, ...]
    content: str
    digest: str
    told: tuple[tuple[str, str], ...]
    is_window_over: bool = False

    @property
    def valid(self) -> tuple[Signature, ...]:
        """The signatures that cover the content as it is now."""
        return tuple(line.signature for line in self.signatures if line.is_valid)


@dataclass(frozen=True, slots=True)
class ExceptionShare:
    """How many changes are exceptions, as (asked, of all): in the coming window and over the last ones."""

    window: tuple[int, int]
    recent: tuple[int, int]
    recent_windows: int


@dataclass(frozen=True, slots=True)
class ExceptionsView:
    """All requests, the newest first, and their share of the rhythm they disturb."""

    items: tuple[ExceptionItem, ...]
    share: ExceptionShare


@dataclass(frozen=True, slots=True)
class ExceptionChoices:
    """What a request may name: people, freezes ahead, the criteria of a window's checkpoints, policies."""

    people: tuple[Person, ...]
    freezes: tuple[Freeze, ...]
    criteria: dict[str, tuple[CriterionSpec, ...]]
    policies: tuple[ExceptionPolicy, ...]


def list_exceptions(workplace: Workplace, window_id: int | None = None) -> ExceptionsView:
    """Every request, and the share of exceptions in a window (None: in none) and over the last eight."""
    now = workplace.now()
    with workplace.read() as connection:
        items = tuple(item_of(record, now) for record in queries.requests(connection))
        share = share_of(connection, now, window_id)
    return ExceptionsView(items, share)


def items_of_change(connection: Connection, change_id: int, now: datetime) -> tuple[ExceptionItem, ...]:
    """The requests of one change as an open connection sees them, the newest first."""
    return tuple(item_of(record, now) for record in queries.requests(connection, change_ids=[change_id]))


def items_for_window(connection: Connection, window_id: int, now: datetime) -> tuple[ExceptionItem, ...]:
    """The requests for a window as an open connection sees them, the newest first."""
    return tuple(item_of(record, now) for record in queries.requests(connection, window_id=window_id))


def read_exception(workplace: Workplace, request_id: int) -> ExceptionItem:
    """One request; raises RefusedError when there is none."""
    with workplace.read() as connection:
        return item_in(connection, request_id, workplace.now())


def item_in(connection: Connection, request_id: int, now: datetime) -> ExceptionItem:
    """One request as an open connection sees it; raises RefusedError when there is none."""
    found = queries.requests(connection, ids=[request_id])
    if not found:
        raise RefusedError(f"There is no exception {request_id}; it may have been removed. Refresh the list.")
    return item_of(found[0], now)


def choices(workplace: Workplace, window_id: int | None) -> ExceptionChoices:
    """What a request for a window may name."""
    now = workplace.now()
    with workplace.read() as connection:
        people = [one for one in find(connection, Person) if not one.is_archived]
        freezes = [one for one in find(connection, Freeze) if one.ends_at > now]
        points = checkpoints_of(connection, window_id) if window_id is not None else ()
    return ExceptionChoices(
        tuple(sorted(people, key=lambda one: one.name.casefold())),
        tuple(sorted(freezes, key=lambda one: one.starts_at)),
        {point.name: point.criteria for point in points},
        policies(workplace),
    )


def approved_for(connection: Connection, window_id: int) -> dict[int, tuple[ExceptionRequest, ...]]:
    """The exceptions that stand approved for a window, by change id."""
    found: dict[int, tuple[ExceptionRequest, ...]] = {}
    for record in queries.requests(connection, window_id=window_id):
        request = record.request
        if standing_of(record) is Standing.APPROVED:
            found[request.change_id] = (*found.get(request.change_id, ()), request)
    return found


def fallen_exceptions(connection: Connection, ids: Iterable[int]) -> frozenset[int]:
    """Those of some requests that do not stand approved: withdrawn, rejected, or void since their change."""
    wanted = list(ids)
    records = queries.requests(connection, ids=wanted) if wanted else ()
    return frozenset(
        record.request.id or 0 for record in records if standing_of(record) is not Standing.APPROVED
    )


def standing_of(record: RequestRecord) -> Standing:
    """Where a stored request stands."""
    digest = digest_of(content_of(record.request, record.policy, record.facts))
    return standing(record.request, record.policy, record.signatures, digest)


def item_of(record: RequestRecord, now: datetime) -> ExceptionItem:
    """A stored request as people see it, at an instant (UTC)."""
    request, policy = record.request, record.policy
    content = content_of(request, policy, record.facts)
    digest = digest_of(content)
    valid = valid_signatures(record.signatures, digest)
    return ExceptionItem(
        request=request,
        policy=policy,
        change_key=record.facts.change_key,
        change_title=record.facts.change_title,
        window_title=record.window_title,
        window_starts_at=record.window_starts_at,
        zone_name=record.zone_name,
        requester=request.requester_name or record.facts.requester,
        standing=standing(request, policy, record.signatures, digest),
        missing=missing_roles(policy, valid),
        signatures=tuple(
            SignatureLine(one, one in valid, waits_for_signature(one, valid), age_of(one, now))
            for one in record.signatures
        ),
        content=content,
        digest=digest,
        told=_told(record),
        is_window_over=record.window_ends_at is not None and record.window_ends_at <= now,
    )


def _told(record: RequestRecord) -> tuple[tuple[str, str], ...]:
    request, facts = record.request, record.facts
    order = ", in this order" if record.policy.is_ordered else ""
    lines = (
        ("Change", f"{facts.change_key} {facts.change_title}"),
        ("Exception", request.kind.words),
        ("Window", _window_words(record)),
        ("Checkpoint", request.checkpoint_name),
        ("Criteria waived", ", ".join(request.criteria)),
        ("Freeze", facts.freeze),
        ("Reason", request.reason),
        ("Risk of doing it", request.risk_of_doing),
        ("Risk of not doing it", request.risk_of_not_doing),
        ("Testing", request.test_statement),
        ("Planned digest", facts.planned_digest),
        ("Backout plan", facts.backout_plan),
        ("Requested by", request.requester_name or facts.requester),
        (
            "Signatures asked for",
            f"{', '.join(role.words for role in record.policy.roles)}{order} "
            f"(policy revision {record.policy.revision})",
        ),
    )
    return tuple(line for line in lines if line[1])


def share_of(connection: Connection, now: datetime, window_id: int | None) -> ExceptionShare:
    """How many changes of a window (None: of none) and of the last eight are exceptions, at `now` (UTC)."""
    recent = queries.last_windows(connection, now, RECENT_WINDOWS)
    ids = [*recent, *([window_id] if window_id is not None else [])]
    asked = queries.exceptions_by_window(connection, ids)
    changes = queries.changes_by_window(connection, ids)

    def counted(wanted: list[int]) -> tuple[int, int]:
        return sum(asked.get(one, 0) for one in wanted), sum(changes.get(one, 0) for one in wanted)

    here = counted([window_id]) if window_id is not None else (0, 0)
    return ExceptionShare(here, counted(recent), len(recent))


def windows_ahead(workplace: Workplace) -> tuple[MaintenanceWindow, ...]:
    """The windows that a request may be for, the next one first."""
    now = workplace.now()
    with workplace.read() as connection:
        found = [one for one in find(connection, MaintenanceWindow) if one.ends_at > now]
    return tuple(sorted(found, key=lambda one: one.starts_at))


def _window_words(record: RequestRecord) -> str:
    if record.window_starts_at is None:
        return record.window_title
    return f"{record.window_title}, {moment_words(record.window_starts_at, record.zone_name)}"
