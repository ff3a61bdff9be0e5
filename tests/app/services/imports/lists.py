"""Small lists and importing them in one step, for tests."""

from __future__ import annotations

from sqlalchemy import select

from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.workplace import Workplace
from db.tables import import_profile

HEADER = "Key,Title,Owner,State,Backout plan\n"
FIRST = HEADER + "CHG-1,Patch the gateway,Ada,New,Restore\nCHG-2,Move the queue,Ben,New,Switch back\n"
SECOND = HEADER + "CHG-1,Patch both gateways,Ada,New,Restore\nCHG-3,Renew certificates,Cy,New,Old ones\n"


def planned_of(workplace: Workplace, text: str, kind: str = "changes") -> Planned:
    """The dry run of a list."""
    understood = understand(workplace, text.encode(), kind)
    return plan(workplace, understood.table, understood.proposal.mapping, "UTC")


def import_text(workplace: Workplace, text: str, kind: str = "changes", name: str = "list.csv") -> Imported:
    """Import a list whole."""
    return apply(workplace, planned_of(workplace, text, kind), name).value


def remembered_mappings(workplace: Workplace) -> dict[str, str]:
    """Every mapping that is remembered, as JSON, by the shape of its header."""
    columns = import_profile.c
    with workplace.read() as connection:
        rows = connection.execute(select(columns.shape, columns.mapping))
        return {shape: str(mapping) for shape, mapping in rows}
