"""What the packets screen shows, without widgets: a window's packets and the columns of their list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.windows import MaintenanceWindow
from app.services.packets import IssuedPacket, Meeting, PacketPreview, PageSize, packets_of, preview_packet
from app.services.windows import read_window
from app.services.workplace import Workplace
from app.ui.times import instant_text
from app.ui.widgets import Column

HASH_LETTERS = 12
MEETING_WORDS: dict[str, str] = {"preliminary": "Preliminary meeting", "final": "Final meeting"}


@dataclass(frozen=True, slots=True)
class PacketsView:
    """A window with its issued packets (newest first) and the preview of the next one."""

    window: MaintenanceWindow
    issued: tuple[IssuedPacket, ...]
    preview: PacketPreview


def read_view(workplace: Workplace, window_id: int, meeting: Meeting, page_size: PageSize) -> PacketsView:
    """Read and render; slow, so it runs off the window's thread."""
    return PacketsView(
        read_window(workplace, window_id),
        packets_of(workplace, window_id),
        preview_packet(workplace, window_id, meeting, page_size),
    )


def short_hash(packet: IssuedPacket) -> str:
    """The beginning of the PDF's hash, as people compare it."""
    return packet.sha256[:HASH_LETTERS]


def shown_words(packet: IssuedPacket, zone_name: str) -> str:
    """What stands above an issued packet that is shown."""
    when = instant_text(packet.issued_at, zone_name)
    return (
        f"{MEETING_WORDS[packet.meeting]} packet as issued {when} by {packet.issued_by}, "
        f"{packet.pages} pages, SHA-256 {short_hash(packet)}"
    )


def columns(zone_name: Callable[[], str]) -> list[Column[IssuedPacket]]:
    """The columns of the list of issued packets; times on the clocks that `zone_name` names by then."""
    return [
        Column(
            "issued",
            "Issued",
            lambda packet: instant_text(packet.issued_at, zone_name(), with_zone=False),
            sort=lambda packet: packet.issued_at,
            width=134,
        ),
        Column("meeting", "Meeting", lambda packet: packet.meeting, width=96),
        Column("by", "By", lambda packet: packet.issued_by, width=76),
        Column(
            "hash",
            "SHA-256",
            short_hash,
            width=110,
            tooltip=lambda packet: f"PDF {packet.sha256}; workbook {packet.xlsx_sha256}",
        ),
    ]
