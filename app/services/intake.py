"""Use case of the intake list: the changes that wait for a window."""

from __future__ import annotations

from app.services.workplace import Workplace
from app.store.queries.intake import IntakePage, IntakeRow, intake_page

__all__ = ["IntakePage", "IntakeRow", "read_intake"]

ROWS_SHOWN = 500


def read_intake(workplace: Workplace, search: str = "", limit: int = ROWS_SHOWN) -> IntakePage:
    """Changes without a window whose key, title or owner hold every word of `search`, urgent ones first."""
    with workplace.read() as connection:
        return intake_page(connection, search, limit)
