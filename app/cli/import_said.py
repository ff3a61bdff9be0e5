"""What `lockstep import` answers: one object for programs, lines for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.cli.import_conflicts import conflict_data, conflict_lines, how_to_have_back
from app.cli.outcome import DONE, WITH_FINDINGS, Outcome, counted
from app.importing.times.orders import DateOrder
from app.services.imports.apply import Imported
from app.services.imports.conflicts import left_out
from app.services.imports.dry import Understood
from app.services.imports.kind import Planned
from app.services.imports.matches import told_list

_SHOWN_REJECTS = 20


def told_questions(questions: Mapping[str, DateOrder]) -> str:
    columns = told_list([f'"{header}"' for header in questions])
    example = next(iter(questions.values())).example
    return (
        f"The dates of {columns} can be read two ways, as {example} can, and nothing in the list tells how. "
        "Say --dates dmy where the day comes first, --dates mdy where the month does, or write the mapping "
        "by --save-map, fill in its date_orders, and give it back by --map."
    )


def outcome_of(
    understood: Understood,
    planned: Planned,
    done: Imported | None,
    gone: Sequence[str],
    questions: Mapping[str, DateOrder],
    notes: Sequence[str] = (),
) -> Outcome:
    """What was done, or would be; `gone` are keys that the list does not name any more, `notes` what there is
    to say of the mapping."""
    outcome, table = planned.outcome, understood.table
    data: dict[str, Any] = {
        "kind": planned.kind.name,
        "source": planned.mapping.source or understood.proposal.source,
        "confidence": round(understood.proposal.confidence, 2),
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "sheet": table.sheet,
        "sheets": list(table.sheets),
        "rows": outcome.rows_in,
        "created": len(outcome.created),
        "updated": len(outcome.changed),
        "unchanged": len(outcome.unchanged),
        "rejected": [
            {"row": one.row_number, "column": one.column, "reason": one.reason} for one in outcome.rejected
        ],
        "conflicts": [conflict_data(one) for one in outcome.conflicts],
        "left_out": [conflict_data(one) for one in left_out(planned)],
        "disappeared": list(gone),
        "warnings": [*notes, *table.warnings, *planned.conversion.warnings],
        "questions": [
            {"column": header, "example": order.example, "read_as": order.order}
            for header, order in questions.items()
        ],
        "newcomers": [one.name for one in planned.newcomers],
        "people_added": done.people_added if done else 0,
        "import_id": done.import_id if done else None,
    }
    has_findings = outcome.rejected or outcome.conflicts or questions
    asked = (f"  question: {told_questions(questions)}",) if questions else ()
    return Outcome(data, (*_lines(data), *asked), WITH_FINDINGS if has_findings else DONE)


def _lines(data: dict[str, Any]) -> list[str]:
    verb = "Imported" if data["import_id"] else "Would import"
    origin = data["source"] or "a list of unknown origin"
    lines = [
        f"{verb} {counted(data['rows'], 'row')} of {data['kind']} ({origin}): "
        f"{data['created']} new, {data['updated']} changed, {data['unchanged']} unchanged, "
        f"{len(data['rejected'])} rejected."
    ]
    for one in data["rejected"][:_SHOWN_REJECTS]:
        lines.append(f"  row {one['row']}, {one['column'] or 'whole row'}: {one['reason']}")
    if len(data["rejected"]) > _SHOWN_REJECTS:
        lines.append(f"  and {len(data['rejected']) - _SHOWN_REJECTS} more; --json lists them all")
    lines += [f"  {one}" for one in conflict_lines(data["conflicts"], data["import_id"])]
    if data["left_out"]:
        lines.append(f"  {how_to_have_back(len(data['left_out']))}")
    if data["disappeared"]:
        lines.append(f"  {_left_alone(len(data['disappeared']))}")
    if data["people_added"]:
        lines.append(f"  added to the register: {told_list(data['newcomers'])}")
    elif data["newcomers"]:
        names = told_list(data["newcomers"])
        lines.append(f"  not in the register and kept as text: {names}; --add-people adds them")
    return lines + [f"  note: {warning}" for warning in data["warnings"]]


def _left_alone(count: int) -> str:
    if count == 1:
        return "1 imported before is not in this list; it is left alone"
    return f"{count} imported before are not in this list; they are left alone"
