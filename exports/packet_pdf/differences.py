"""The second page: what changed since the last packet."""

import re
from hashlib import sha256

from exports.documents import DiffLine, PacketDocument
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import BODY, MUTED
from exports.packet_pdf.table import Cell, Column, draw_table
from exports.wording import FIRST_PACKET, NOTHING_CHANGED, moment, plural

_PLAIN_KEY = re.compile(r"[A-Za-z0-9_.-]{1,60}")
SIGNS = {"added": "+ added", "removed": "− removed", "changed": "≠ changed", "moved": "→ moved"}


def draw(sheet: Sheet, document: PacketDocument) -> None:
    """Draw the differences, or say that this is the first packet."""
    sheet.add_page()
    differences = document.differences
    if differences is None:
        sheet.section("differences", "What changed since the last packet")
        sheet.paragraph(FIRST_PACKET, BODY)
        return
    note = (
        f"Compared with the packet of {moment(differences.previous_at)}, SHA-256 {differences.previous_hash}"
    )
    sheet.section("differences", "What changed since the last packet", note)
    if not differences.lines:
        sheet.paragraph(NOTHING_CHANGED, BODY)
        return
    kinds = [plural(sum(line.kind == kind for line in differences.lines), kind) for kind in SIGNS]
    sheet.paragraph(" · ".join(kind.removesuffix("s") for kind in kinds if not kind.startswith("0 ")), BODY)
    sheet.y += 8
    columns = (Column("What", 76, bold=True), Column("Change", 84), Column("Difference", 1))
    draw_table(sheet, columns, (_row(line) for line in differences.lines))


def _row(line: DiffLine) -> tuple[Cell, Cell, Cell]:
    key = Cell(line.change_key, link=change_anchor(line.change_key) if line.change_key else "")
    return Cell(SIGNS[line.kind], colour=MUTED if line.kind == "removed" else ""), key, Cell(line.text)


def change_anchor(key: str) -> str:
    """The anchor of a change's block; a key of unusual letters is named by its hash."""
    if _PLAIN_KEY.fullmatch(key):
        return f"change:{key}"
    return f"change:{sha256(key.encode('utf-8', 'replace')).hexdigest()[:24]}"
