"""Use cases of meeting packets: preview, issue with hash and audit head, list, read back, draft a mail."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from app.domain.windows import MaintenanceWindow
from app.reports.attendance import addresses
from app.reports.facts import packet_facts
from app.reports.mail import packet_mail
from app.reports.packet import packet_document
from app.reports.source import Meeting
from app.services.errors import RefusedError
from app.services.files import whole_file
from app.services.packet_source import MEETINGS, PageSize, packet_source
from app.services.workplace import Done, Workplace
from app.store import packets as store
from app.store.packets import PacketFiles, StoredPacket
from app.store.reading import get

__all__ = [
    "MEETINGS",
    "IssuedPacket",
    "Meeting",
    "PacketFiles",
    "PacketPreview",
    "PageSize",
    "file_stem",
    "issue_packet",
    "mail_draft",
    "packets_of",
    "preview_packet",
    "read_packet",
    "save_packet_file",
    "stem_of",
]
IssuedPacket = StoredPacket
_SAVED = (".pdf", ".xlsx", ".eml")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


@dataclass(frozen=True, slots=True)
class PacketPreview:
    """A packet rendered but not issued; `file_stem` is a safe file name without its ending."""

    pdf: bytes
    pages: int
    file_stem: str
    recipients: tuple[str, ...]
    go_line: str


def preview_packet(
    workplace: Workplace, window_id: int, meeting: Meeting, page_size: PageSize = "A4"
) -> PacketPreview:
    """The PDF that issuing would give now; nothing is stored. Raises MissingRecordError, RefusedError."""
    from exports.packet_pdf import render_packet_pdf

    source = packet_source(workplace, window_id, meeting, page_size)
    document = packet_document(source)
    pdf = render_packet_pdf(document)
    stem = file_stem(source.window, meeting)
    return PacketPreview(pdf, page_count(pdf), stem, addresses(source), document.go_line)


def issue_packet(
    workplace: Workplace,
    window_id: int,
    meeting: Meeting,
    recipients: Sequence[str] = (),
    page_size: PageSize = "A4",
) -> Done[IssuedPacket]:
    """Render PDF and workbook and keep both as issued, with hashes, facts and the audit head on the cover.

    `recipients` are mail addresses; without any, those who must attend and have one. Rendering happens before
    the transaction. Raises MissingRecordError, RefusedError.
    """
    from exports.packet_pdf import render_packet_pdf
    from exports.packet_xlsx import render_packet_workbook

    source = packet_source(workplace, window_id, meeting, page_size)
    document = packet_document(source)
    files = PacketFiles(render_packet_pdf(document), render_packet_workbook(document))
    packet = StoredPacket(
        window_id=window_id,
        meeting=meeting,
        issued_at=source.made_at,
        issued_by=source.made_by,
        recipients=tuple(dict.fromkeys(recipients)) or addresses(source),
        pages=page_count(files.pdf),
        sha256=hashlib.sha256(files.pdf).hexdigest(),
        xlsx_sha256=hashlib.sha256(files.xlsx).hexdigest(),
        audit_head=f"{source.audit_sequence}:{source.audit_hash}",
    )
    with workplace.write() as work:
        stored = store.add_packet(work, packet, packet_facts(source), files)
        touched = work.commit()
    return workplace.done(stored, touched)


def packets_of(workplace: Workplace, window_id: int) -> tuple[IssuedPacket, ...]:
    """The packets issued for a window, newest first, without their bytes."""
    with workplace.read() as connection:
        return store.packets_of(connection, window_id)


def read_packet(workplace: Workplace, packet_id: int) -> PacketFiles:
    """PDF and workbook of an issued packet, byte for byte as issued; raises MissingRecordError."""
    with workplace.read() as connection:
        return store.packet_files(connection, packet_id)


def stem_of(workplace: Workplace, packet: IssuedPacket) -> str:
    """The file name, without ending, that an issued packet is saved under."""
    with workplace.read() as connection:
        return file_stem(get(connection, MaintenanceWindow, packet.window_id), packet.meeting)


def mail_draft(workplace: Workplace, packet_id: int) -> bytes:
    """A draft (.eml) to the packet's recipients with both files attached; raises MissingRecordError."""
    from exports.mail_draft import Attachment, MailDraft, render_mail_draft

    with workplace.read() as connection:
        packet = store.packet(connection, packet_id)
        window = get(connection, MaintenanceWindow, packet.window_id)
        facts = store.packet_facts(connection, packet_id)
        files = store.packet_files(connection, packet_id)
    stem = file_stem(window, packet.meeting)
    attachments = (
        Attachment(f"{stem}.pdf", "application/pdf", files.pdf),
        Attachment(
            f"{stem}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", files.xlsx
        ),
    )
    subject, body = packet_mail(window, packet.meeting, facts, packet.sha256)
    return render_mail_draft(MailDraft(packet.recipients, subject, body, packet.issued_at, attachments))


def file_stem(window: MaintenanceWindow, meeting: str) -> str:
    """A file name from the window's local date, id and the meeting: never from imported text."""
    day = window.starts_at.astimezone(ZoneInfo(window.zone_name)).date()
    return f"{day.isoformat()}-window-{window.id}-{meeting}-packet"


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of ours has; its page objects are not compressed."""
    return len(_PAGE.findall(pdf))


def save_packet_file(workplace: Workplace, packet_id: int, out: Path) -> Path:
    """Write an issued packet to `out`, exactly as issued: .pdf, .xlsx, or .eml for a mail draft.

    Raises MissingRecordError, and RefusedError for another ending or a place that cannot be written.
    """
    ending = out.suffix.lower()
    if ending not in _SAVED:
        raise RefusedError(f"{out.name} is no packet file. Let the name end in {', '.join(_SAVED)}.")
    if ending == ".eml":
        content = mail_draft(workplace, packet_id)
    else:
        files = read_packet(workplace, packet_id)
        content = files.pdf if ending == ".pdf" else files.xlsx
    with whole_file(out) as target:
        target.write(content)
    return out
