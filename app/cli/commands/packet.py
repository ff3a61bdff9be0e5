"""`lockstep packet`: issue a meeting packet and write its PDF and workbook into a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.outcome import Outcome
from app.services.errors import RefusedError
from app.services.packets import MEETINGS, IssuedPacket, issue_packet, read_packet, stem_of
from app.services.windows import find_window
from app.services.workplace import Workplace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `lockstep packet`."""
    parser.add_argument("--window", required=True, metavar="ID", help="an id, a date, or next")
    parser.add_argument("--meeting", required=True, choices=MEETINGS, help="which meeting it is for")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write into")
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4", help="the page size")


def run(workplace: Workplace, arguments: argparse.Namespace) -> Outcome:
    """Issue the packet, then write what was issued; the folder is made first, so that nothing is issued
    that cannot be handed out."""
    window = find_window(workplace, arguments.window)
    assert window.id is not None
    folder: Path = arguments.out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(
            f"The folder {folder} cannot be used ({error.strerror}). Name another one."
        ) from None
    packet = issue_packet(workplace, window.id, arguments.meeting, page_size=arguments.paper).value
    pdf, xlsx = _write(workplace, packet, folder)
    data = {
        "pdf": str(pdf),
        "xlsx": str(xlsx),
        "pages": packet.pages,
        "sha256": packet.sha256,
        "xlsx_sha256": packet.xlsx_sha256,
        "audit_head": packet.audit_head,
        "packet": packet.id,
        "recipients": list(packet.recipients),
    }
    lines = (
        f"Issued the {packet.meeting} packet of {window.title}: {packet.pages} pages.",
        f"  {pdf}",
        f"  {xlsx}",
        f"  SHA-256 {packet.sha256}",
        f"  audit head {packet.audit_head}",
    )
    return Outcome(data, lines)


def _write(workplace: Workplace, packet: IssuedPacket, folder: Path) -> tuple[Path, Path]:
    assert packet.id is not None
    files = read_packet(workplace, packet.id)
    stem = stem_of(workplace, packet)
    pdf, xlsx = folder / f"{stem}.pdf", folder / f"{stem}.xlsx"
    try:
        pdf.write_bytes(files.pdf)
        xlsx.write_bytes(files.xlsx)
    except OSError as error:
        raise RefusedError(
            f"The packet is issued (number {packet.id}) but {folder} cannot be written "
            f"({error.strerror}). Save it from the packets screen, or name another folder."
        ) from None
    return pdf, xlsx
