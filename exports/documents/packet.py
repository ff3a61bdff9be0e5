"""The meeting packet as a document: all that the PDF and the workbook show, worded and in order."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from exports.documents.change_block import ChangeBlock
from exports.documents.readiness import Criterion, MatrixRow
from exports.documents.sequence import Player, PointOfNoReturn, SequenceLink, SequenceRow


@dataclass(frozen=True, slots=True)
class AuditHead:
    """The last event of the audit chain when the document was made: paper anchors the record."""

    sequence_number: int
    hash: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The window in figures; minutes are planned work, capacity is what fits (0 where not set)."""

    changes: int
    activities: int
    players: int
    planned_minutes: int
    capacity_minutes: int


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who must attend the meeting, and why."""

    name: str
    role: str
    why: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One difference from the packet before; `change_key` is empty where it is not about one change."""

    kind: Literal["added", "removed", "changed", "moved"]
    change_key: str
    text: str


@dataclass(frozen=True, slots=True)
class Differences:
    """What changed since the packet issued at `previous_at` (window's zone) whose bytes hash to it."""

    previous_at: datetime
    previous_hash: str
    lines: tuple[DiffLine, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One point of the agenda; `change_key` makes it a link, `minutes` is 0 where not planned."""

    title: str
    note: str = ""
    change_key: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """Two things that cannot both be so; `severity` is a word, `where` names change, CI or activity."""

    severity: str
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class ExceptionLine:
    """A rule that is not kept: on what ground, where the request stands, and who signed, a line each."""

    change_key: str
    rule: str
    reason: str
    standing: str
    signatures: str


@dataclass(frozen=True, slots=True)
class FreezeLine:
    """A freeze touching the window."""

    name: str
    start: datetime
    finish: datetime
    scope: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class BookingLine:
    """An environment booked near the window."""

    environment: str
    start: datetime
    finish: datetime
    who: str
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class DebtLine:
    """Something still owed from earlier nights: a fix to document, a root cause to analyse."""

    kind: str
    what: str
    owner: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class SignoffRole:
    """A line of the sign-off sheet; `name` may be empty, to be written by hand."""

    role: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class PacketDocument:
    """A meeting packet. Every datetime is aware and in the window's zone (`zone_name`).

    `window_title` is worded ("Sat 28 Nov 2026, 22:00 – Sun 06:00 CET"); `length_note` tells the true length
    ("7 h, clocks go forward"); `differences` is None for a window's first packet; `viewer_zone_name` is the
    zone of the person who made the packet where it differs, else empty.
    """

    meeting: Literal["preliminary", "final"]
    organisation: str
    window_name: str
    window_title: str
    zone_name: str
    window_start: datetime
    window_end: datetime
    length_note: str
    generated_at: datetime
    generated_by: str
    state: str
    totals: Totals
    go_line: str
    audit_head: AuditHead
    meeting_at: datetime | None = None
    viewer_zone_name: str = ""
    attendees: tuple[Attendee, ...] = ()
    differences: Differences | None = None
    agenda: tuple[AgendaItem, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    matrix: tuple[MatrixRow, ...] = ()
    sequence: tuple[SequenceRow, ...] = ()
    links: tuple[SequenceLink, ...] = ()
    points_of_no_return: tuple[PointOfNoReturn, ...] = ()
    players: tuple[Player, ...] = ()
    changes: tuple[ChangeBlock, ...] = ()
    conflicts: tuple[ConflictLine, ...] = ()
    exceptions: tuple[ExceptionLine, ...] = ()
    freezes: tuple[FreezeLine, ...] = ()
    bookings: tuple[BookingLine, ...] = ()
    debts: tuple[DebtLine, ...] = ()
    signoff_roles: tuple[SignoffRole, ...] = ()
    page_size: Literal["A4", "Letter"] = "A4"
