"""Gaps of exceptions: signed too late, by word alone, never decided; and what an approved one makes good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection

from app.domain.exceptions import ExceptionKind, ExceptionRequest, RequestState, Standing
from app.domain.signatures import VERBAL_IS_OLD, Medium, Signature, age_of, waits_for_signature
from app.domain.time_words import moment_words
from app.services.exceptions.reading import standing_of
from app.store.queries.audit import Period
from app.store.queries.audit_exceptions import requests_of, went_in, windows_now
from app.store.queries.audit_gaps import FoundGap
from app.store.queries.exceptions import RequestRecord


def find_exception_gaps(connection: Connection, period: Period, now: datetime) -> Iterator[FoundGap]:
    """All gaps of the exceptions of the period, judged at `now` (UTC)."""
    for part in requests_of(connection, period):
        changes = [record.request.change_id for record in part]
        deployed, windows = went_in(connection, changes), windows_now(connection, changes)
        for record in part:
            went = deployed.get(record.request.change_id)
            yield from _signed_late(record, went)
            yield from _words_alone(record, now)
            is_its_window = windows.get(record.request.change_id) == record.request.window_id
            if went is not None and (is_its_window or record.request.window_id is None):
                yield from _not_approved(record, went)


def _signed_late(record: RequestRecord, went: datetime | None) -> Iterator[FoundGap]:
    """Approvals that came after the window had begun or the change had gone in."""
    ends = [at for at in (record.window_starts_at, went) if at is not None]
    if not ends:
        return
    limit = min(ends)
    for one in record.signatures:
        signed = datetime.fromisoformat(one.signed_at)
        if signed > limit and not _follows_a_word(one, record.signatures):
            facts = (one.printed_name, one.role.words, moment_words(limit, record.zone_name))
            yield FoundGap("exception_signed_late", record.facts.change_key, facts, signed)


def _follows_a_word(one: Signature, signatures: Iterable[Signature]) -> bool:
    """Whether it replaces a word that the same person had given in time (that word is judged itself)."""
    return any(
        other.medium is not Medium.KEY
        and (other.person_id, other.role, other.digest) == (one.person_id, one.role, one.digest)
        and other.signed_at < one.signed_at
        for other in signatures
    )


def _words_alone(record: RequestRecord, now: datetime) -> Iterator[FoundGap]:
    for one in record.signatures:
        if waits_for_signature(one, record.signatures) and age_of(one, now) > VERBAL_IS_OLD:
            facts = (one.printed_name, one.role.words, one.medium.value)
            yield FoundGap(
                "word_not_followed", record.facts.change_key, facts, datetime.fromisoformat(one.signed_at)
            )


def _not_approved(record: RequestRecord, went: datetime) -> Iterator[FoundGap]:
    standing = standing_of(record)
    if record.request.state is RequestState.REQUESTED and standing is not Standing.APPROVED:
        said = "never decided" if standing is Standing.WAITING else standing.value
        yield FoundGap(
            "exception_not_approved", record.facts.change_key, (record.request.kind.words, said), went
        )


class ApprovedExceptions:
    """The approved exceptions of a period: they make good what would be a gap without them."""

    def __init__(self, connection: Connection, period: Period) -> None:
        self._by_change: dict[str, list[ExceptionRequest]] = {}
        for part in requests_of(connection, period):
            for record in part:
                if standing_of(record) is Standing.APPROVED:
                    self._by_change.setdefault(record.facts.change_key, []).append(record.request)

    def make_good(self, gap: FoundGap) -> bool:
        """Whether an exception allowed it: an emergency its way in, others the criteria they name."""
        approved = self._by_change.get(gap.record, ())
        if gap.kind in ("no_frozen_checkpoint", "outside_window", "not_evaluated", "gate_not_met") and any(
            one.kind is ExceptionKind.EMERGENCY for one in approved
        ):
            return True
        if gap.kind == "not_evaluated":
            return any(
                one.kind is ExceptionKind.LATE and one.checkpoint_name == gap.facts[0] for one in approved
            )
        if gap.kind == "gate_not_met":
            return any(
                one.checkpoint_name == gap.facts[0] and gap.facts[1] in one.criteria for one in approved
            )
        return False
