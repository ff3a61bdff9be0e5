"""Exceptions and signatures as rows of the audit workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection

from app.domain.exceptions import ExceptionRequest
from app.services.audit_gates import CriterionLabels
from app.services.exceptions.reading import standing_of
from app.store.queries.aftermath import change_keys
from app.store.queries.audit import Period, Row
from app.store.queries.audit_exceptions import requests_of, signatures_of
from app.store.reading import find

CONTENT_CELLS = 3
# Letters that a workbook cannot hold; in JSON they may stand as their numbers.
_CONTROL = re.compile("[\x7f-\x9f\ufffe\uffff]")
CELL_LETTERS = 32_000  # a cell holds at most 32,767


def exception_rows(connection: Connection, period: Period) -> Iterator[Row]:
    """The exceptions asked for in the period or for a window of it, and where each stands."""
    labels = CriterionLabels(connection)
    for part in requests_of(connection, period):
        for record in part:
            request, facts, policy = record.request, record.facts, record.policy
            yield (
                request.id,
                request.requested_at,
                facts.change_key,
                facts.change_title,
                request.kind.words,
                standing_of(record).value,
                record.window_title,
                record.window_starts_at,
                request.checkpoint_name,
                "; ".join(labels.lately(request.checkpoint_name, code) for code in request.criteria),
                facts.freeze,
                request.reason,
                request.risk_of_doing,
                request.risk_of_not_doing,
                request.test_statement,
                request.requester_name or facts.requester,
                policy.revision,
                ", ".join(role.words for role in policy.roles),
                ", ".join(f"{one.printed_name} ({one.role.words})" for one in record.signatures),
            )


def signature_rows(connection: Connection, period: Period) -> Iterator[Row]:
    """The signatures of the period, with everything that is needed to verify them without the database."""
    keys: dict[int, str] = {}
    for one in signatures_of(connection, period):
        if one.subject_id not in keys:
            keys[one.subject_id] = _change_key(connection, one.subject_id)
        content = _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", one.content)
        parts = (content[place * CELL_LETTERS :][:CELL_LETTERS] for place in range(CONTENT_CELLS))
        subject = f"{one.subject_kind} {one.subject_id}"
        yield (
            one.id,
            datetime.fromisoformat(one.signed_at),
            keys[one.subject_id],
            subject.replace("_", " "),
            one.printed_name,
            one.role.words,
            one.meaning.words,
            one.on_behalf_of,
            one.remark,
            one.medium.value,
            one.witness,
            one.reference,
            one.signed_at,
            subject,
            one.role.value,
            one.meaning.value,
            one.key_id,
            one.digest,
            one.signature,
            *parts,
        )


def _change_key(connection: Connection, request_id: int) -> str:
    found = find(connection, ExceptionRequest, id=request_id)
    return change_keys(connection, {found[0].change_id}).get(found[0].change_id, "") if found else ""
