"""What a column of links says: which way a dependency points, told by the header in eight languages."""

from __future__ import annotations

import re

from app.importing.words import plain

_INWARD = re.compile(
    r"\b(inward|intern[oa]|entrante|eingehend\w*|entrant\w*|entrata|przychodzac\w*|gelen|ice)\b"
)
_OUTWARD = re.compile(
    r"\b(outward|extern[oa]|saliente|ausgehend\w*|sortant\w*|uscita|wychodzac\w*|giden|disa)\b"
)
_LINK_WORD = re.compile(
    r"\b(issue link|link|enlace|vinculo|verknupfung|lien|collegamento|powiazanie|lacze|baglanti)\b"
)
_TYPE = re.compile(r"\(([^()]+)\)\s*$")
_BOTH_WAYS: dict[str, tuple[str, str]] = {
    "block": ("blocks", "is_blocked_by"),
    "depend": ("depends_on", "is_depended_on_by"),
    "clon": ("clones", "is_cloned_by"),
    "duplicat": ("duplicates", "is_duplicated_by"),
    "caus": ("causes", "is_caused_by"),
    "relat": ("relates", "relates"),
}
_PLAIN_HEADERS: tuple[tuple[str, str], ...] = (
    (r"blocked by|bloqueado|blockiert von|bloque par|bloccato", "is_blocked_by"),
    (r"blocks|bloquea|blockiert|bloqueia|blocca", "blocks"),
    (r"predecessor|depend|predecesor|vorganger|poprzednik|oncul", "depends_on"),
    (r"successor|nachfolger|sucesor", "blocks"),
    (r"parent|principal|ubergeordnet|pai|padre|nadrzedny|superior", "parent"),
    (r"duplicate", "duplicates"),
    (r"relat", "relates"),
)
_KEY_APART = re.compile(r"[\s,;|]+")


def is_link_header(header: str) -> bool:
    """Whether the header is one of a tracker's own link columns, as "Inward issue link (Blocks)"."""
    words = plain(header)
    return bool(_LINK_WORD.search(words) and (_INWARD.search(words) or _OUTWARD.search(words)))


def link_kind(header: str) -> str:
    """The kind of link a column holds, seen from the row's own record: "blocks", "parent" and so on."""
    words = plain(header)
    if is_link_header(header):
        typed = _TYPE.search(header)
        name = plain(typed.group(1)) if typed else "relates"
        inward = bool(_INWARD.search(words))
        for stem, (outward_kind, inward_kind) in _BOTH_WAYS.items():
            if name.startswith(stem):
                return inward_kind if inward else outward_kind
        kind = name.replace(" ", "_") or "relates"
        return f"{kind}_inward" if inward else kind
    return next((kind for pattern, kind in _PLAIN_HEADERS if re.search(pattern, words)), "relates")


def keys_of(text: str) -> tuple[str, ...]:
    """The keys named in a cell; a leading # is no part of a key."""
    return tuple(key.lstrip("#") for key in _KEY_APART.split(text.strip()) if key.lstrip("#"))
