"""Use case of the audit workbook: every record of a period, what is missing, and how to verify it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from app.reports.audit_gaps import gap_row
from app.reports.audit_sheets import HOW_TO_VERIFY, SHEETS
from app.services.audit_activities import activity_rows
from app.services.audit_aftermath import action_rows, detected_rows, fix_rows, incident_rows
from app.services.audit_aftermath_gaps import find_aftermath_gaps
from app.services.audit_exception_gaps import ApprovedExceptions, find_exception_gaps
from app.services.audit_exceptions import exception_rows, signature_rows
from app.services.audit_gates import CriterionLabels, attestation_rows, gate_rows, waiver_rows
from app.services.audit_verify.findings import Finding, VerificationStoppedError, Watch, What
from app.services.audit_verify.verify import verify
from app.services.errors import RefusedError
from app.services.files import whole_file
from app.services.workplace import Workplace
from app.store import packets as packet_store
from app.store.queries import audit as queries
from app.store.queries import audit_exceptions
from app.store.queries.audit import Period
from app.store.queries.audit_gaps import find_gaps
from app.store.queries.packets import organisation_facts
from exports.documents import AuditDocument, AuditHead, AuditSheet, CellValue, GapRow

T = TypeVar("T")
_RECORDS: dict[str, Callable[[Connection, Period], Iterator[queries.Row]]] = {
    "Windows": queries.windows,
    "Changes": queries.changes,
    "Checkpoints": queries.checkpoints,
    "Gate evaluations": gate_rows,
    "Attestations": attestation_rows,
    "Waivers": waiver_rows,
    "Exceptions": exception_rows,
    "Signatures": signature_rows,
    "Public keys": audit_exceptions.keys,
    "Policies": audit_exceptions.policies,
    "Stand-ins": audit_exceptions.stand_ins,
    "Activities": activity_rows,
    "Builds": queries.builds,
    "Deployments": queries.deployments,
    "Production fixes": fix_rows,
    "Detected changes": detected_rows,
    "Incidents": incident_rows,
    "Actions": action_rows,
    "Packets": queries.packets,
    "Imports": queries.imports,
    "Events": queries.events,
}


@dataclass(frozen=True, slots=True)
class AuditExport:
    """What was written: the file, how many events and gaps it holds, and the chain's head "number:hash"."""

    file: Path
    events: int
    gaps: int
    head: str


class _Counter:
    """Counts what passes while it is written."""

    def __init__(self) -> None:
        self.count = 0

    def counting(self, rows: Iterable[T]) -> Iterator[T]:
        """The same rows."""
        for row in rows:
            self.count += 1
            yield row


def export_audit_workbook(
    workplace: Workplace,
    first: date,
    last: date,
    out: Path,
    is_stopped: Callable[[], bool] = lambda: False,
) -> AuditExport:
    """Write the workbook of the local days `first` to `last`, both included, into `out`.

    Rows stream from the database to disk. The file appears when it is whole, never in part; a stop asked for
    by `is_stopped` leaves what was there. Raises RefusedError when the days or the place are no good.
    """
    if last < first:
        raise RefusedError(f"The period ends ({last}) before it begins ({first}). Swap the two days.")
    if out.suffix.lower() != ".xlsx":
        raise RefusedError(f"{out.name} is no workbook's name. Let it end in .xlsx.")
    findings = _verified(workplace, is_stopped)
    events, gaps = _Counter(), _Counter()
    with workplace.read() as connection:
        facts = organisation_facts(connection)
        head = packet_store.chain_head(connection)
        zone = ZoneInfo(facts.zone_name)
        period = Period(_midnight(first, zone), _midnight(last + timedelta(days=1), zone), head.sequence)
        found = _gaps(connection, period, findings, workplace.now(), zone)
        document = AuditDocument(
            organisation=facts.name,
            period_start=first,
            period_end=last,
            zone_name=facts.zone_name,
            generated_at=workplace.now().astimezone(zone),
            generated_by=workplace.actor,
            gaps=gaps.counting(found),
            sheets=_sheets(connection, period, zone, events),
            how_to_verify=HOW_TO_VERIFY,
            head=AuditHead(head.sequence, head.hash),
        )
        _write(document, out, is_stopped)
    return AuditExport(out, events.count, gaps.count, f"{head.sequence}:{head.hash}")


def _gaps(
    connection: Connection,
    period: Period,
    findings: Iterable[Finding],
    now: datetime,
    zone: ZoneInfo,
) -> Iterator[GapRow]:
    for finding in findings:
        kind = _GAP_OF.get(finding.what, "not_as_recorded")
        facts = (str(finding.event), finding.problem) if kind == "broken_chain" else (_sentence(finding),)
        yield gap_row(kind, finding.where.rstrip(":"), facts, None)
    approved = ApprovedExceptions(connection, period)
    found = (
        (gap for gap in find_gaps(connection, period, now) if not approved.make_good(gap)),
        find_exception_gaps(connection, period, now),
        find_aftermath_gaps(connection, period, now),
    )
    labels = CriterionLabels(connection)
    for gap in chain(*found):
        about = _with_labels(gap.facts, labels) if gap.kind in _ABOUT_CRITERIA else gap.facts
        yield gap_row(gap.kind, gap.record, about, gap.when.astimezone(zone) if gap.when else None)


def _with_labels(facts: tuple[str, ...], labels: CriterionLabels) -> tuple[str, ...]:
    checkpoint, code, *rest = facts
    return (checkpoint, labels.lately(checkpoint, code), *rest)


_ABOUT_CRITERIA = {"gate_not_met", "without_evidence", "unsigned_waiver"}
"""Gaps whose facts begin with a checkpoint's name and a criterion's code."""
_GAP_OF = {
    What.CHAIN: "broken_chain",
    What.CLOCK: "clock_set_back",
    What.SIGNATURE: "signature_broken",
}


def _sentence(finding: Finding) -> str:
    """A finding's problem as a sentence of its own, without the full stop that its wording adds."""
    return finding.sentence.rstrip(".")


def _verified(workplace: Workplace, is_stopped: Callable[[], bool]) -> tuple[Finding, ...]:
    """What is not as it was written, in the whole database; the gaps begin with it."""
    try:
        return verify(workplace, Watch(is_stopped=is_stopped)).findings
    except VerificationStoppedError:
        raise RefusedError("The workbook was stopped before it was whole; nothing was written.") from None


def _sheets(
    connection: Connection, period: Period, zone: ZoneInfo, events: _Counter
) -> tuple[AuditSheet, ...]:
    sheets = []
    for name, columns in SHEETS.items():
        rows: Iterable[queries.Row] = _RECORDS[name](connection, period)
        if name == "Events":
            rows = events.counting(_with_instant(row) for row in rows)
        sheets.append(AuditSheet(name, columns, _local(rows, zone)))
    return tuple(sheets)


def _with_instant(row: queries.Row) -> queries.Row:
    """An event with its time as an instant where it can be read, and the hashed text beside the hashes."""
    number, text, *between = row
    try:
        instant: datetime | None = datetime.fromisoformat(text)
    except ValueError:
        instant = None
    if instant is not None and instant.tzinfo is None:
        instant = instant.replace(tzinfo=UTC)
    return (number, instant, *between[:-2], text, *between[-2:])


def _local(rows: Iterable[queries.Row], zone: ZoneInfo) -> Iterator[tuple[CellValue, ...]]:
    for row in rows:
        yield tuple(_cell(value, zone) for value in row)


def _cell(value: Any, zone: ZoneInfo) -> CellValue:
    if isinstance(value, datetime):
        return value.astimezone(zone)
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return value  # type: ignore[no-any-return]


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _write(document: AuditDocument, out: Path, is_stopped: Callable[[], bool]) -> None:
    from exports.workbook import write_audit_workbook

    with whole_file(out) as target:
        if not write_audit_workbook(document, target, is_stopped):
            raise RefusedError("The workbook was stopped before it was whole; nothing was written.")
