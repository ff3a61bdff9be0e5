"""One block a change: what, why, risk, build, proof, verification, the way back, and who signed."""

from functools import partial

from exports.documents import ChangeBlock, GateCell, PacketDocument
from exports.packet_pdf.differences import change_anchor
from exports.packet_pdf.matrix import CHIP, draw_chip
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import (
    BAND,
    CRITICAL,
    LABEL,
    LINE_STRONG,
    NOTE,
    RESULTS,
    SMALL,
    UNIT,
    Align,
    Style,
)
from exports.packet_pdf.table import Column, draw_table
from exports.packet_pdf.text_flow import is_right_to_left, wrap
from exports.wording import minutes, moment

NAME_WIDTH = 96.0
INDENT = 8.0
TITLE = Style(11, 15, True)
CONFLICT = Style(SMALL.size, SMALL.leading, True, CRITICAL)
Fact = tuple[str, str]
# Tables inside a block stand closer than tables of a section.
TABLE_OVERLAP = 4.0


def draw(sheet: Sheet, document: PacketDocument) -> None:
    """Draw all changes, each kept on one page where it fits."""
    sheet.add_page(landscape=False)
    sheet.section("changes", "Changes")
    if not document.changes:
        sheet.paragraph("No change is planned.", NOTE)
    for block in document.changes:
        sheet.together(partial(_draw_block, sheet, block))
        sheet.y += UNIT


def _draw_block(sheet: Sheet, block: ChangeBlock) -> None:
    lines = wrap(f"{block.key}  {block.title}", True, TITLE.size, sheet.width - 16, 400)
    sheet.need(len(lines) * TITLE.leading + 80)
    sheet.anchor(change_anchor(block.key), f"{block.key} {block.title}", 1)
    height = len(lines) * TITLE.leading + 12
    sheet.box(sheet.left, sheet.y, sheet.width, height, BAND)
    sheet.rule(sheet.y, LINE_STRONG)
    for number, shown in enumerate(lines):
        sheet.drawn(sheet.left + 8, sheet.y + 16 + number * TITLE.leading, shown, TITLE)
    sheet.y += height + 4
    for facts in _facts(block):
        _draw_facts(sheet, facts)
    _draw_gates(sheet, block)
    _draw_tables(sheet, block)


def _facts(block: ChangeBlock) -> list[tuple[Fact, ...]]:
    risk = block.risk
    if block.impact and block.likelihood:
        risk = f"{block.risk} (impact {block.impact} × likelihood {block.likelihood})"
    backout = block.backout_plan
    if block.backout_minutes is not None:
        backout = f"{backout} ({minutes(block.backout_minutes)})".strip()
    return [
        (("What", block.what),),
        (("Why", block.why),),
        (
            ("Kind", " · ".join(filter(None, (block.kind, block.change_class, block.state)))),
            ("Risk", risk),
        ),
        (("Owner", block.owner), ("Requester", block.requester)),
        (("Applications", ", ".join(block.applications)), ("Items", ", ".join(block.configuration_items))),
        (("Tickets", " · ".join(f"{one.key} ({one.state}, {one.system})" for one in block.tickets)),),
        (("Verification", block.verification_plan),),
        (("Backout", backout),),
        (
            ("Point of no return", moment(block.point_of_no_return)),
            ("Expected downtime", minutes(block.expected_downtime_minutes)),
        ),
        (("Conflicts", "\n".join(block.conflicts)),),
    ]


def _draw_facts(sheet: Sheet, facts: tuple[Fact, ...]) -> None:
    """Draw named facts, two beside each other where given so; long ones go on over pages."""
    facts = tuple(fact for fact in facts if fact[1])
    if not facts:
        return
    share = sheet.width / (2 if len(facts) > 1 else 1)
    columns = []
    for place, (name, value) in enumerate(facts):
        x = sheet.left + place * share
        style = CONFLICT if name == "Conflicts" else SMALL
        columns.append((x, name, value, style, wrap(value, style.bold, style.size, share - NAME_WIDTH - 8)))
    for number in range(max(len(lines) for *_, lines in columns)):
        sheet.need(SMALL.leading)
        for x, name, value, style, lines in columns:
            if number == 0:
                sheet.drawn(x + 8, sheet.y + 8, name, LABEL)
            if number < len(lines):
                align: Align = "right" if is_right_to_left(value) else "left"
                width = share - NAME_WIDTH - 8
                sheet.drawn(x + NAME_WIDTH, sheet.y + 8, lines[number], style, width, align)
        sheet.y += SMALL.leading
    sheet.y += 1.5


def _draw_gates(sheet: Sheet, block: ChangeBlock) -> None:
    """Draw the criteria that are not simply met with their reasons; those met are counted."""
    if not block.gates:
        return
    told = [(label, cell) for label, cell in block.gates if cell.result != "met"]
    met = len(block.gates) - len(told)
    _draw_facts(sheet, (("Criteria", f"{met} of {len(block.gates)} met"),))
    half = (sheet.width - INDENT) / 2
    reasons = [(cell, _reason(label, cell, half - CHIP - 14)) for label, cell in told]
    if sum(_height(lines) for _, lines in reasons) > sheet.bottom / 2:
        _draw_reasons(sheet, reasons, sheet.left + INDENT)
        return
    middle = _balanced([_height(lines) for _, lines in reasons])
    sheet.need(max(sum(_height(lines) for _, lines in part) for part in (reasons[:middle], reasons[middle:])))
    top = sheet.y
    _draw_reasons(sheet, reasons[:middle], sheet.left + INDENT)
    first_end, sheet.y = sheet.y, top
    _draw_reasons(sheet, reasons[middle:], sheet.left + INDENT + half)
    sheet.y = max(first_end, sheet.y)


def _draw_reasons(sheet: Sheet, reasons: list[tuple[GateCell, tuple[str, ...]]], x: float) -> None:
    """Draw criteria below each other, each with its chip."""
    for cell, lines in reasons:
        sheet.need(_height(lines))
        draw_chip(sheet, x, sheet.y, cell.result)
        for number, line in enumerate(lines):
            sheet.drawn(x + CHIP + 6, sheet.y + 9 + number * SMALL.leading, line, SMALL)
        sheet.y += _height(lines)


def _height(lines: tuple[str, ...]) -> float:
    return max(len(lines) * SMALL.leading, CHIP) + 3


def _balanced(heights: list[float]) -> int:
    """How many of the heights the first of two columns takes, so that the taller one is least tall."""
    return min(
        range(len(heights) + 1), key=lambda count: max(sum(heights[:count]), sum(heights[count:])), default=0
    )


def _reason(label: str, cell: GateCell, width: float) -> tuple[str, ...]:
    words = f"{label}: {RESULTS[cell.result][1]}{'. ' + cell.why if cell.why else ''}"
    return wrap(words, False, SMALL.size, width, 600)


def _draw_tables(sheet: Sheet, block: ChangeBlock) -> None:
    sheet.y += 2
    columns: tuple[Column, ...]
    if block.builds:
        columns = (
            Column("Build", 0.06, bold=True),
            Column("Revision", 0.12),
            Column("Machine", 0.08),
            Column("Digest", 0.64),
            Column("Result", 0.1),
        )
        draw_table(
            sheet,
            columns,
            ((one.number, one.revision, one.machine, one.digest, one.result) for one in block.builds),
        )
        sheet.y -= TABLE_OVERLAP
    if block.environments:
        columns = (
            Column("Environment", 0.15, bold=True),
            Column("When", 0.25),
            Column("By", 0.2),
            Column("Outcome", 0.13),
            Column("Digest", 0.27),
        )
        draw_table(
            sheet,
            columns,
            (
                (one.environment, moment(one.at), one.by, one.outcome, _digest_words(one.digest, block))
                for one in block.environments
            ),
        )
        sheet.y -= TABLE_OVERLAP
    signed = "\n".join(f"{one.name}, {one.role}: {one.meaning}, {moment(one.at)}" for one in block.signatures)
    _draw_facts(sheet, (("Signed", signed),))


def _digest_words(digest: str, block: ChangeBlock) -> str:
    """Which build a digest is, so that 64 letters are printed once and another build stands out."""
    builds = [one.number for one in block.builds if digest and one.digest == digest]
    return f"that of build {builds[0]}" if builds else digest
