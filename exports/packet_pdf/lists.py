"""The plain lists of a packet: agenda, conflicts, exceptions, freezes, bookings and debts."""

from exports.documents import PacketDocument
from exports.packet_pdf.differences import change_anchor
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import NOTE
from exports.packet_pdf.table import Cell, Column, draw_table
from exports.wording import minutes, span


def _key(key: str) -> Cell:
    return Cell(key, link=change_anchor(key) if key else "", bold=True)


def draw_agenda(sheet: Sheet, document: PacketDocument) -> None:
    """Draw the meeting's agenda; points about a change lead to its block."""
    sheet.section("agenda", "Agenda")
    if not document.agenda:
        sheet.paragraph("No agenda was set.", NOTE)
        return
    columns: tuple[Column, ...] = (
        Column("", 24, "right"),
        Column("Point", 0.45, bold=True),
        Column("Note", 0.55),
        Column("Change", 84),
        Column("Time", 48, "right"),
    )
    rows = (
        (str(number), item.title, item.note, _key(item.change_key), minutes(item.minutes or None))
        for number, item in enumerate(document.agenda, 1)
    )
    draw_table(sheet, columns, rows)


def draw_conflicts_and_exceptions(sheet: Sheet, document: PacketDocument) -> None:
    """Draw what cannot both be so, and which rules were waived."""
    sheet.section("conflicts", "Conflicts and exceptions")
    sheet.subheading("Conflicts")
    if document.conflicts:
        columns: tuple[Column, ...] = (
            Column("Severity", 72, bold=True),
            Column("Where", 0.3),
            Column("What", 0.7),
        )
        draw_table(sheet, columns, ((one.severity, one.where, one.text) for one in document.conflicts))
    else:
        sheet.paragraph("None found.", NOTE)
    sheet.y += 8
    sheet.subheading("Exceptions")
    if not document.exceptions:
        sheet.paragraph("None asked for.", NOTE)
        return
    columns = (
        Column("Change", 84),
        Column("Rule", 0.24),
        Column("Why", 0.38),
        Column("Stands", 62, bold=True),
        Column("Signatures", 0.38),
    )
    draw_table(
        sheet,
        columns,
        (
            (_key(one.change_key), one.rule, one.reason, one.standing, one.signatures)
            for one in document.exceptions
        ),
    )


def draw_calendar(sheet: Sheet, document: PacketDocument) -> None:
    """Draw freezes and bookings near the window."""
    sheet.section("calendar", "Freezes and bookings near the window")
    sheet.subheading("Freezes")
    if document.freezes:
        columns: tuple[Column, ...] = (
            Column("Freeze", 0.25, bold=True),
            Column("When", 0.3),
            Column("Scope", 0.2),
            Column("Why", 0.25),
        )
        draw_table(
            sheet,
            columns,
            ((one.name, span(one.start, one.finish), one.scope, one.why) for one in document.freezes),
        )
    else:
        sheet.paragraph("None near the window.", NOTE)
    sheet.y += 8
    sheet.subheading("Bookings")
    if not document.bookings:
        sheet.paragraph("None near the window.", NOTE)
        return
    columns = (
        Column("Environment", 0.2, bold=True),
        Column("When", 0.32),
        Column("Who", 0.2),
        Column("For", 0.28),
    )
    draw_table(
        sheet,
        columns,
        ((one.environment, span(one.start, one.finish), one.who, one.purpose) for one in document.bookings),
    )


def draw_debts(sheet: Sheet, document: PacketDocument) -> None:
    """Draw what is still owed from earlier nights."""
    sheet.section("debts", "Debts", "Fixes to document and causes to analyse from earlier nights.")
    if not document.debts:
        sheet.paragraph("Nothing is owed.", NOTE)
        return
    columns: tuple[Column, ...] = (
        Column("Kind", 0.2, bold=True),
        Column("What", 0.45),
        Column("Owner", 0.2),
        Column("Due", 0.15),
    )
    rows = ((one.kind, one.what, one.owner, one.due.isoformat() if one.due else "") for one in document.debts)
    draw_table(sheet, columns, rows)
