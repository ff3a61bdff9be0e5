"""Applications' usual steps in the database."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update

from app.sequencing.templates import SequenceTemplate
from app.store.plain import structure, unstructure
from app.store.unit_of_work import UnitOfWork
from db import tables

_TEMPLATE = tables.activity_template


def read_templates(
    connection: Connection, application_ids: Iterable[int] | None = None
) -> dict[int, list[SequenceTemplate]]:
    """The templates by application id, of the given applications or of all."""
    statement = select(_TEMPLATE).order_by(_TEMPLATE.c.application_id, _TEMPLATE.c.name)
    if application_ids is not None:
        statement = statement.where(_TEMPLATE.c.application_id.in_(list(application_ids)))
    found: dict[int, list[SequenceTemplate]] = {}
    for row in connection.execute(statement):
        found.setdefault(row.application_id, []).append(structure(row.steps, SequenceTemplate))
    return found


def write_template(work: UnitOfWork, application_id: int, template: SequenceTemplate, reason: str) -> None:
    """Store an application's template; one of the same name is replaced."""
    steps = unstructure(template)
    columns = _TEMPLATE.c
    same = (columns.application_id == application_id, columns.name == template.name)
    before = work.connection.execute(select(columns.steps).where(*same)).scalar()
    if before is None:
        row = {"application_id": application_id, "name": template.name, "steps": steps, "version": 1}
        work.connection.execute(insert(_TEMPLATE).values(**row))
    else:
        work.connection.execute(
            update(_TEMPLATE).where(*same).values(steps=steps, version=columns.version + 1)
        )
    action = "created" if before is None else "changed"
    work.note("template", f"{application_id}/{template.name}", action, steps, before=before, reason=reason)
