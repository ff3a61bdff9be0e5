"""Brings the rules for a sound change to the database: whether its key is free, and refusal."""

from __future__ import annotations

from sqlalchemy import Connection

from app.domain import placement_rules
from app.domain.changes import Change
from app.services.errors import RefusedError
from app.store.queries import changes as queries


def require_sound(connection: Connection, change: Change) -> None:
    """Raise RefusedError with every problem of a change that is to be stored."""
    problems = change_problems(connection, change)
    if problems:
        raise RefusedError(f"The change was not saved. {problems[0]}", tuple(problems))


def change_problems(connection: Connection, change: Change) -> list[str]:
    """Every problem of a change's own data, with a key that another change has."""
    is_taken = queries.is_key_taken(connection, change.key, change.id)
    return placement_rules.change_problems(change, is_key_taken=is_taken)
