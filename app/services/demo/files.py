"""The files of the demo: both packets of the coming window and the audit workbook of the last month."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from app.services.audit_workbook import export_audit_workbook
from app.services.demo.month import DemoResult
from app.services.packets import issue_packet, read_packet, stem_of
from app.services.workplace import Workplace


def write_files(workplace: Workplace, made: DemoResult, folder: Path, audited: timedelta) -> list[Path]:
    """Issue the preliminary and the final packet, write their files and the audit workbook into `folder`."""
    files: list[Path] = []
    for meeting in ("preliminary", "final"):
        packet = issue_packet(workplace, made.next_window_id, meeting).value
        stem, content = stem_of(workplace, packet), read_packet(workplace, packet.id or 0)
        for ending, data in ((".pdf", content.pdf), (".xlsx", content.xlsx)):
            file = folder / f"{stem}{ending}"
            file.write_bytes(data)
            files.append(file)
    today = workplace.now().date()
    workbook = folder / f"audit-{today - audited}-to-{today}.xlsx"
    export_audit_workbook(workplace, today - audited, today, workbook)
    return [*files, workbook]
