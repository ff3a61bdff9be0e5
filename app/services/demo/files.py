"""The files of the demo: both packets of the coming window and the audit workbook of the last month."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from app.services.audit_workbook import export_audit_workbook
from app.services.demo.month import DemoResult
from app.services.packets import packets_of, read_packet, stem_of
from app.services.workplace import Workplace


def write_files(workplace: Workplace, made: DemoResult, folder: Path, audited: timedelta) -> list[Path]:
    """Write the packets issued for the coming window, and the audit workbook, into `folder`."""
    files: list[Path] = []
    for packet in sorted(packets_of(workplace, made.next_window_id), key=lambda one: one.id or 0):
        stem, content = stem_of(workplace, packet), read_packet(workplace, packet.id or 0)
        for ending, data in ((".pdf", content.pdf), (".xlsx", content.xlsx)):
            file = folder / f"{stem}{ending}"
            file.write_bytes(data)
            files.append(file)
    today = workplace.now().date()
    workbook = folder / f"audit-{today - audited}-to-{today}.xlsx"
    export_audit_workbook(workplace, today - audited, today, workbook)
    return [*files, workbook]
