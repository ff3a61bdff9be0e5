"""A meeting packet, put together from a window's records: the document that PDF and workbook show."""

from __future__ import annotations

from datetime import datetime

from app.reports import exceptions, surroundings
from app.reports.agenda import agenda
from app.reports.attendance import attendees
from app.reports.change_blocks import change_blocks
from app.reports.differences import differences
from app.reports.facts import totals
from app.reports.readiness import criteria, go_line, matrix
from app.reports.sequence_pages import players, points_of_no_return, sequence_links, sequence_rows
from app.reports.source import PacketSource
from app.reports.wording import length_note, local, window_title
from exports.documents import AuditHead, PacketDocument, Totals
from exports.plain_text import in_words


def packet_document(source: PacketSource) -> PacketDocument:
    """The document of a packet; all instants in the window's zone."""
    window = source.window
    zone = window.zone_name
    return PacketDocument(
        meeting=source.meeting,
        organisation=source.organisation,
        window_name=window.title,
        window_title=window_title(window),
        zone_name=zone,
        window_start=local(window.starts_at, zone),
        window_end=local(window.ends_at, zone),
        length_note=length_note(window),
        generated_at=local(source.made_at, zone),
        generated_by=source.made_by,
        state=in_words(window.state.value),
        totals=Totals(**totals(source)),
        go_line=go_line(source),
        audit_head=AuditHead(source.audit_sequence, source.audit_hash),
        meeting_at=_meeting_at(source),
        attendees=attendees(source),
        differences=differences(source),
        agenda=agenda(source),
        criteria=criteria(source),
        matrix=matrix(source),
        sequence=sequence_rows(source),
        links=sequence_links(source),
        points_of_no_return=points_of_no_return(source),
        players=players(source),
        changes=change_blocks(source),
        conflicts=surroundings.conflict_lines(source),
        exceptions=exceptions.exception_lines(source),
        freezes=surroundings.freeze_lines(source),
        bookings=surroundings.booking_lines(source),
        debts=surroundings.debt_lines(source),
        signoff_roles=surroundings.signoff_roles(source),
        page_size=source.page_size,
    )


def _meeting_at(source: PacketSource) -> datetime | None:
    """When the meeting is: the final checkpoint's, or the first of the others for a preliminary one."""
    is_final = source.meeting == "final"
    fitting = [point for point in source.checkpoints if point.is_final == is_final]
    if not fitting:
        return None
    return local(fitting[-1].meeting_at if is_final else fitting[0].meeting_at, source.window.zone_name)
