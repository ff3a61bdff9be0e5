"""The fingerprint of a list's headers, under which its mapping is remembered."""

from __future__ import annotations

import hashlib

from app.importing.proposing.nameless import shape_of_nameless
from app.importing.table import Table
from app.importing.words.spelling import plain


def shape_of_table(table: Table) -> str:
    """As `shape_of`; of a list without column names, by what its columns hold: places tell none apart."""
    return shape_of(table.headers) if table.has_header else shape_of_nameless(table)


def shape_of(headers: tuple[str, ...]) -> str:
    """32 hexadecimal digits, the same for the same headers, whatever their order, case and repeats."""
    names = "\n".join(sorted({plain(header) for header in headers}))
    return hashlib.blake2b(names.encode(), digest_size=16).hexdigest()
