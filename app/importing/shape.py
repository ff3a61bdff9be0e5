"""The fingerprint of a list's headers, under which its mapping is remembered."""

from __future__ import annotations

import hashlib

from app.importing.words import plain


def shape_of(headers: tuple[str, ...]) -> str:
    """32 hexadecimal digits, the same for the same headers, whatever their order, case and repeats."""
    names = "\n".join(sorted({plain(header) for header in headers}))
    return hashlib.blake2b(names.encode(), digest_size=16).hexdigest()
