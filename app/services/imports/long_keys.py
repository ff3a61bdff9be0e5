"""Keys and names that are too long to be any: a row that is known by one is rejected."""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.converting.rows import ImportRow

LONGEST_KEY = 500
"""Letters; PostgreSQL's indexes hold 2,700 bytes, of which a letter takes up to four."""


def told_too_long(key: str) -> str:
    """Why a row cannot be known by this text."""
    return (
        f"What the row is known by has {len(key):,} letters; {LONGEST_KEY} are the most. "
        "Choose the column that holds the key or the name."
    )


def parted_by_length(
    rows: Sequence[ImportRow], field: str
) -> tuple[list[ImportRow], list[tuple[ImportRow, str, str]]]:
    """The rows that can be stored, and those that cannot with the field and the reason."""
    kept = [row for row in rows if len(row.key) <= LONGEST_KEY]
    if len(kept) == len(rows):
        return kept, []
    return kept, [(row, field, told_too_long(row.key)) for row in rows if len(row.key) > LONGEST_KEY]
