"""Reads what a packet is made of: the board, the sequence and the records, all of one moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal

from app.domain.changes import Change
from app.domain.debts import PAST
from app.domain.gates import Gate
from app.domain.settings import Organisation
from app.reports.source import (
    ChangeSource,
    ExceptionSource,
    Meeting,
    OwedDebt,
    PacketSource,
    PreviousPacket,
    SignedSource,
)
from app.services.board import board
from app.services.board_models import BoardCard, GateChip
from app.services.errors import RefusedError
from app.services.exceptions.reading import ExceptionItem, items_for_window
from app.services.follow_up_debts import debts_at
from app.services.sequences import analysis_of, open_sequence
from app.services.workplace import Workplace
from app.store import packets as store
from app.store.queries.board import ChangeRecords
from app.store.queries.packets import PacketRecords, organisation_facts, packet_records

NEAR = timedelta(days=14)
"""Freezes and bookings this close to the window are told."""
_MOST_TRIES = 5
PageSize = Literal["A4", "Letter"]
MEETINGS: tuple[Meeting, ...] = ("preliminary", "final")


def packet_source(
    workplace: Workplace, window_id: int, meeting: Meeting, page_size: PageSize = "A4"
) -> PacketSource:
    """Everything a packet of this window tells, read between two equal ends of the audit chain.

    Somebody writing meanwhile makes it read again. Raises MissingRecordError, and RefusedError for an
    unknown meeting or when the database does not come to rest.
    """
    if meeting not in MEETINGS:
        raise RefusedError(f"There is no “{meeting}” meeting. Choose preliminary or final.")
    for _ in range(_MOST_TRIES):
        with workplace.read() as connection:
            head = store.chain_head(connection)
        source = _read(workplace, window_id, meeting, page_size)
        if (source.audit_sequence, source.audit_hash) == (head.sequence, head.hash):
            return source
    raise RefusedError(
        "Other desks are changing records right now, so the packet would not be of one moment. "
        "Try again in a few seconds."
    )


def _read(workplace: Workplace, window_id: int, meeting: Meeting, page_size: PageSize) -> PacketSource:
    view = board(workplace, window_id)
    sequence = open_sequence(workplace, window_id)
    assert view.window is not None
    with workplace.read() as connection:
        found = packet_records(connection, view.window, NEAR)
        organisation: Organisation = organisation_facts(connection)
        issued = store.packets_of(connection, window_id)
        previous = _previous(issued[0], store.packet_facts(connection, issued[0].id or 0)) if issued else None
        debts = debts_at(connection, workplace.now())
        asked = items_for_window(connection, window_id, workplace.now())
    with workplace.read() as connection:
        head = store.chain_head(connection)
    return PacketSource(
        meeting=meeting,
        organisation=organisation.name,
        window=view.window,
        checkpoints=found.checkpoints,
        changes=_changes(view.cards, found),
        sequence=sequence.sequence,
        analysis=analysis_of(sequence),
        people={one.id or 0: one for one in found.people},
        teams={one.id or 0: one for one in found.teams},
        applications={one.id or 0: one for one in found.applications},
        configuration_items={one.id or 0: one for one in found.configuration_items},
        environments={one.id or 0: one for one in found.environments},
        machines={one.id or 0: one for one in found.machines},
        freezes=found.freezes,
        bookings=found.bookings,
        made_at=workplace.now(),
        made_by=workplace.actor,
        audit_sequence=head.sequence,
        audit_hash=head.hash,
        previous=previous,
        page_size=page_size,
        debts=tuple(OwedDebt(one.kind, one.what, one.who, one.due_at, one.level in PAST) for one in debts),
        exceptions=tuple(_exception(item) for item in asked),
    )


def _previous(packet: store.StoredPacket, facts: dict[str, Any]) -> PreviousPacket:
    return PreviousPacket(packet.issued_at, packet.sha256, facts)


def _changes(cards: tuple[BoardCard, ...], found: PacketRecords) -> tuple[ChangeSource, ...]:
    changes = {change.id: change for change in found.records.changes}
    return tuple(_change(card, found.records, changes) for card in cards if card.id in changes)


def _change(card: BoardCard, records: ChangeRecords, changes: dict[int | None, Change]) -> ChangeSource:
    return ChangeSource(
        change=changes[card.id],
        state=card.state,
        risk_level=card.risk_level,
        risk_score=card.risk_score,
        gates=tuple(_gate(chip) for chip in card.gates),
        conflicts=card.conflicts,
        owner=card.owner,
        minutes=card.minutes,
        is_ready=card.is_ready,
        tickets=records.tickets.get(card.id, ()),
        builds=records.builds.get(card.id, ()),
        deployments=records.deployments.get(card.id, ()),
        attestations=records.attestations.get(card.id, ()),
        waivers=records.waivers.get(card.id, ()),
    )


def _exception(item: ExceptionItem) -> ExceptionSource:
    return ExceptionSource(
        item.change_key,
        item.request,
        dict(item.told).get("Freeze", ""),
        item.standing,
        tuple(
            SignedSource(
                line.signature.printed_name,
                line.signature.role,
                line.signature.meaning,
                datetime.fromisoformat(line.signature.signed_at),
                line.signature.medium,
                line.is_valid,
                line.is_ageing,
                line.signature.on_behalf_of,
                line.signature.witness,
            )
            for line in item.signatures
        ),
        item.missing,
    )


def _gate(chip: GateChip) -> Gate:
    """A gate as the board shows it; what came after the cutoff is told with the reason."""
    after = f" After the cutoff: {chip.after_cutoff}." if chip.after_cutoff else ""
    why = f"{chip.why}{after}".strip()
    return Gate(chip.checkpoint, chip.code, chip.label, chip.short, chip.result, why, chip.evidence)
