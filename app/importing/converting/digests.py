"""Digests of artifacts as build tools write them, brought to 64 lower-case hexadecimal digits."""

from __future__ import annotations

import base64
import binascii
import re

_HEXADECIMAL = re.compile(r"^[0-9a-f]{64}$")
_PREFIX = re.compile(r"^.*?sha-?256[:=\-\s]+", re.IGNORECASE | re.DOTALL)
_BYTES = 32


def sha256_of(text: str) -> str | None:
    """The SHA-256 in a cell: "sha256:AB12…", "ab:12:…", base64 ("sha256-…="), or an image's "name@sha256:…".

    None for what is no SHA-256, such as the 32 or 40 digits of other digests.
    """
    bare = _PREFIX.sub("", text.strip()).strip(" '\"")
    digits = re.sub(r"[\s:-]", "", bare).lower()
    if _HEXADECIMAL.match(digits):
        return digits
    first = bare.split()[0] if bare.split() else ""
    if _HEXADECIMAL.match(first.lower()):
        return first.lower()
    try:
        decoded = base64.b64decode(first, validate=True)
    except (binascii.Error, ValueError):
        return None
    return decoded.hex() if len(decoded) == _BYTES else None
