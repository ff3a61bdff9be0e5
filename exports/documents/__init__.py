"""The documents that exports turns into bytes: plain values, already worded, in the window's zone."""

from exports.documents.audit import AuditDocument, AuditSheet, GapRow
from exports.documents.change_block import BuildLine, ChangeBlock, EnvironmentLine, SignatureLine, TicketLine
from exports.documents.packet import (
    AgendaItem,
    Attendee,
    AuditHead,
    BookingLine,
    ConflictLine,
    DebtLine,
    Differences,
    DiffLine,
    ExceptionLine,
    FreezeLine,
    PacketDocument,
    SignoffRole,
    Totals,
)
from exports.documents.readiness import Criterion, GateCell, MatrixRow
from exports.documents.sequence import (
    Player,
    PlayerEntry,
    PointOfNoReturn,
    SequenceLink,
    SequencePlayer,
    SequenceRow,
)
from exports.documents.tables import CellValue, Column, TableDocument

__all__ = [
    "AgendaItem",
    "Attendee",
    "AuditDocument",
    "AuditHead",
    "AuditSheet",
    "BookingLine",
    "BuildLine",
    "CellValue",
    "ChangeBlock",
    "Column",
    "ConflictLine",
    "Criterion",
    "DebtLine",
    "DiffLine",
    "Differences",
    "EnvironmentLine",
    "ExceptionLine",
    "FreezeLine",
    "GapRow",
    "GateCell",
    "MatrixRow",
    "PacketDocument",
    "Player",
    "PlayerEntry",
    "PointOfNoReturn",
    "SequenceLink",
    "SequencePlayer",
    "SequenceRow",
    "SignatureLine",
    "SignoffRole",
    "TableDocument",
    "TicketLine",
    "Totals",
]
