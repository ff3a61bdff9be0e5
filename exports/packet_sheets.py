"""Which sheets a packet's workbook has, and their rows as plain values."""

from dataclasses import dataclass, replace

from exports.documents import CellValue, Column, PacketDocument
from exports.wording import FIRST_PACKET, NOTHING_CHANGED

WORDS = {"met": "met", "not_met": "not met", "waived": "waived", "not_evaluated": "not evaluated"}
NOTHING = {
    "Attendees": "Nobody is named.",
    "Agenda": "No agenda was set.",
    "Changes": "No change is planned.",
    "Readiness": "No change has criteria to meet.",
    "Sequence": "No activities are planned.",
    "Players": "Nobody is named in the sequence.",
    "Builds": "No build is known.",
    "Deployments": "Nothing was deployed yet.",
    "Signatures": "Nobody has signed yet.",
    "Conflicts": "None found.",
    "Exceptions": "None asked for.",
    "Freezes and bookings": "None near the window.",
    "Debts": "Nothing is owed.",
}
"""What an empty sheet says, as the printed packet does."""
Rows = tuple[tuple[CellValue, ...], ...]


@dataclass(frozen=True, slots=True)
class PacketSheet:
    """One sheet; `has_results` marks cells that say met, not met, waived or not evaluated."""

    name: str
    columns: tuple[Column, ...]
    rows: Rows
    has_results: bool = False


def _columns(*given: tuple[str, int] | tuple[str, int, str]) -> tuple[Column, ...]:
    return tuple(Column(one[0], one[2] if len(one) > 2 else "text", one[1]) for one in given)  # type: ignore[arg-type]


def packet_sheets(document: PacketDocument) -> tuple[PacketSheet, ...]:
    """All sheets after the cover, in the order of the printed packet; an empty one says what that means."""
    sheets = (
        _attendees(document),
        _differences(document),
        _agenda(document),
        _changes(document),
        _readiness(document),
        _sequence(document),
        _players(document),
        _builds(document),
        _deployments(document),
        _signatures(document),
        _conflicts(document),
        _exceptions(document),
        _calendar(document),
        _debts(document),
    )
    said = {**NOTHING, "Differences": NOTHING_CHANGED if document.differences else FIRST_PACKET}
    return tuple(sheet if sheet.rows else _saying(sheet, said[sheet.name]) for sheet in sheets)


def _saying(sheet: PacketSheet, sentence: str) -> PacketSheet:
    """An empty sheet with a sentence where there is room for one."""
    widest = max(column.width for column in sheet.columns if column.kind == "text")
    place = next(at for at, one in enumerate(sheet.columns) if one.kind == "text" and one.width == widest)
    row = tuple(sentence if at == place else None for at in range(len(sheet.columns)))
    return replace(sheet, rows=(row,), has_results=False)


def _attendees(document: PacketDocument) -> PacketSheet:
    rows = tuple((one.name, one.role, one.why, one.phone) for one in document.attendees)
    return PacketSheet("Attendees", _columns(("Name", 26), ("Role", 24), ("Why", 48), ("Phone", 20)), rows)


def _differences(document: PacketDocument) -> PacketSheet:
    lines = document.differences.lines if document.differences else ()
    rows = tuple((one.kind, one.change_key, one.text) for one in lines)
    return PacketSheet("Differences", _columns(("What", 12), ("Change", 16), ("Difference", 90)), rows)


def _agenda(document: PacketDocument) -> PacketSheet:
    columns = _columns(
        ("No.", 6, "number"), ("Point", 48), ("Note", 60), ("Change", 16), ("Time", 10, "duration")
    )
    rows = tuple(
        (number, one.title, one.note, one.change_key, one.minutes or None)
        for number, one in enumerate(document.agenda, 1)
    )
    return PacketSheet("Agenda", columns, rows)


def _changes(document: PacketDocument) -> PacketSheet:
    columns = _columns(
        ("Change", 14), ("Title", 40), ("State", 14), ("Risk", 10), ("Impact", 9), ("Likelihood", 11),
        ("Kind", 14), ("Class", 14), ("Owner", 20), ("Requester", 20), ("Applications", 28), ("Items", 28),
        ("What", 50), ("Why", 50), ("Tickets", 28), ("Verification", 44), ("Backout", 44),
        ("Backout takes", 12, "duration"), ("Point of no return", 18, "instant"),
        ("Expected downtime", 12, "duration"),
    )  # fmt: skip
    rows = tuple(
        (
            one.key, one.title, one.state, one.risk, one.impact, one.likelihood, one.kind, one.change_class,
            one.owner, one.requester, ", ".join(one.applications), ", ".join(one.configuration_items),
            one.what, one.why, ", ".join(f"{ticket.key} ({ticket.state})" for ticket in one.tickets),
            one.verification_plan, one.backout_plan, one.backout_minutes, one.point_of_no_return,
            one.expected_downtime_minutes,
        )
        for one in document.changes
    )  # fmt: skip
    return PacketSheet("Changes", columns, rows)


def _readiness(document: PacketDocument) -> PacketSheet:
    criteria = tuple(Column(f"{one.checkpoint}: {one.label}", "text", 15) for one in document.criteria)
    columns = (*_columns(("Change", 14), ("Title", 40), ("Risk", 10)), *criteria)
    rows = tuple(
        (
            one.change_key,
            one.title,
            one.risk,
            *(
                WORDS[one.cells[place].result if place < len(one.cells) else "not_evaluated"]
                for place in range(len(criteria))
            ),
        )
        for one in document.matrix
    )
    return PacketSheet("Readiness", columns, rows, has_results=True)


def _sequence(document: PacketDocument) -> PacketSheet:
    columns = _columns(
        ("No.", 8), ("Activity", 44), ("Phase", 12), ("Change", 14), ("Start", 18, "instant"),
        ("Finish", 18, "instant"), ("Lasts", 9, "duration"), ("Slack (minutes)", 10, "number"),
        ("Critical", 9, "flag"), ("Go/no-go", 9, "flag"), ("After", 16), ("Players", 36), ("Items held", 28),
        ("Conflict", 40),
    )  # fmt: skip
    rows = tuple(
        (
            one.number, one.title, one.phase, one.change_key, one.start, one.finish, one.duration_minutes,
            one.slack_minutes, one.is_critical, one.is_go_no_go, one.after,
            ", ".join(f"{player.name} {player.phone}".strip() for player in one.players),
            ", ".join(one.configuration_items), one.conflict,
        )
        for one in document.sequence
        if one.group_heading is None
    )  # fmt: skip
    return PacketSheet("Sequence", columns, rows)


def _players(document: PacketDocument) -> PacketSheet:
    columns = _columns(
        ("Player", 26),
        ("Team", 22),
        ("Phone", 20),
        ("From", 18, "instant"),
        ("To", 18, "instant"),
        ("For", 50),
    )
    rows = tuple(
        (one.name, one.team, one.phone, entry.start, entry.finish, entry.title)
        for one in document.players
        for entry in one.entries
    )
    return PacketSheet("Players", columns, rows)


def _builds(document: PacketDocument) -> PacketSheet:
    columns = _columns(
        ("Change", 14),
        ("Build", 14),
        ("Revision", 20),
        ("Machine", 20),
        ("Digest", 68, "digest"),
        ("Result", 14),
    )
    rows = tuple(
        (one.key, build.number, build.revision, build.machine, build.digest, build.result)
        for one in document.changes
        for build in one.builds
    )
    return PacketSheet("Builds", columns, rows)


def _deployments(document: PacketDocument) -> PacketSheet:
    columns = _columns(
        ("Change", 14),
        ("Environment", 20),
        ("At", 18, "instant"),
        ("By", 24),
        ("Outcome", 16),
        ("Digest", 68, "digest"),
    )
    rows = tuple(
        (one.key, passed.environment, passed.at, passed.by, passed.outcome, passed.digest)
        for one in document.changes
        for passed in one.environments
    )
    return PacketSheet("Deployments", columns, rows)


def _signatures(document: PacketDocument) -> PacketSheet:
    columns = _columns(("Change", 14), ("Name", 26), ("Role", 24), ("Meaning", 44), ("At", 18, "instant"))
    rows = tuple(
        (one.key, signed.name, signed.role, signed.meaning, signed.at)
        for one in document.changes
        for signed in one.signatures
    )
    return PacketSheet("Signatures", columns, rows)


def _conflicts(document: PacketDocument) -> PacketSheet:
    rows = tuple((one.severity, one.where, one.text) for one in document.conflicts)
    return PacketSheet("Conflicts", _columns(("Severity", 12), ("Where", 40), ("What", 80)), rows)


def _exceptions(document: PacketDocument) -> PacketSheet:
    columns = _columns(("Change", 14), ("Rule", 36), ("Why", 60), ("Stands", 14), ("Signatures", 60))
    rows = tuple(
        (one.change_key, one.rule, one.reason, one.standing, one.signatures) for one in document.exceptions
    )
    return PacketSheet("Exceptions", columns, rows)


def _calendar(document: PacketDocument) -> PacketSheet:
    columns = _columns(
        ("Kind", 12),
        ("Name", 30),
        ("From", 18, "instant"),
        ("To", 18, "instant"),
        ("Who or scope", 30),
        ("For", 50),
    )
    freezes = tuple(
        ("freeze", one.name, one.start, one.finish, one.scope, one.why) for one in document.freezes
    )
    bookings = tuple(
        ("booking", one.environment, one.start, one.finish, one.who, one.purpose) for one in document.bookings
    )
    return PacketSheet("Freezes and bookings", columns, freezes + bookings)


def _debts(document: PacketDocument) -> PacketSheet:
    rows = tuple((one.kind, one.what, one.owner, one.due) for one in document.debts)
    return PacketSheet(
        "Debts", _columns(("Kind", 18), ("What", 70), ("Owner", 26), ("Due", 14, "date")), rows
    )
