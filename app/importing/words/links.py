"""What a column of links says: which way a dependency points, told by the header in eight languages."""

from __future__ import annotations

import re
from functools import lru_cache

from app.importing.words.spelling import HEADERS_REMEMBERED, plain

_INWARD = re.compile(
    r"\b(?:inward|intern\w*|wewnetrzn\w*|entrant\w*|de entrada|eingehend\w*|in entrata|in ingresso|"
    r"przychodzac\w*|gelen|ice?|входящ\w*)\b"
)
_OUTWARD = re.compile(
    r"\b(?:outward|e[sx]tern\w*|zewnetrzn\w*|salientes?|de salida|de saida|ausgehend\w*|sortant\w*|"
    r"in uscita|wychodzac\w*|giden|disa?|внешн\w*|исходящ\w*)\b"
)
_LINK_WORD = re.compile(
    r"(?:\blinks?\b|vorgangslink|enlace|vincul|ligacao|verknupf|\bliens?\b|collegament|powiazan|\blacz|"
    r"baglant|связь|ссылка)"
)
_UPWARD = re.compile(r"\b(?:epi[ck]\w*|epopeya|epopee|destan|parent)\b|эпик|родительск")
"""Jira's words for what a record is part of, in headers as "Epic Link" and "Enlace de épica"."""
_TYPE = re.compile(r"\(([^()]+)\)\s*(?:[._]?\d{1,3})?$")
_BOTH_WAYS: tuple[tuple[str, str, str], ...] = (
    # stems of a type's name in eight languages, the kind seen from the one end and from the other
    (r"bloc|bloq|blok|engel", "blocks", "is_blocked_by"),
    (r"depend|abhang|dipend|zalez|bagiml", "depends_on", "is_depended_on_by"),
    (r"clon|klon", "clones", "is_cloned_by"),
    (r"dupli[ckq]|dublik|dubbel|yinele|kopya", "duplicates", "is_duplicated_by"),
    (r"caus|verursach|powod|neden|probl", "causes", "is_caused_by"),
    (r"relat|relac|relaz|bezieh|verwandt|powiaz|ilgili|ilisk|\blie", "relates", "relates"),
)
_PLAIN_HEADERS: tuple[tuple[str, str], ...] = (
    (r"predecessor of|vorganger von|anterior a\b|poprzedza|once gelir", "blocks"),
    (r"successor of|nachfolger von|posterior a\b|nastepuje po|sonra gelir", "depends_on"),
    (
        r"blocked by|blocked|engelleyen|bloquead[oa]|bloquee? par|blockiert (?:von|durch)|wird blockiert|"
        r"bloccat[oa]|(?:za)?blokowan|engellen|tarafindan",
        "is_blocked_by",
    ),
    (r"block|bloquea|bloqueia|bloque\b|blockiert|blocca|blokuje|engell?[ei]", "blocks"),
    (
        r"predec|depend|abhang|vorganger\b|poprzedni|oncul|dipende|zalezy|bagimli|prerequisite|requires",
        "depends_on",
    ),
    (r"\bprecedes?\b|vorausgeh|precede\b", "blocks"),
    (r"\bfollows\b|\bfolgt\b|\bsuit\b|\bsegue\b|\bsigue\b", "depends_on"),
    (r"succes|nachfolg|sucesor|sucessor|nastepni|ardil", "blocks"),
    (
        r"parent|principal|primari[oa]\b|ubergeordnet|\bpai\b|\bmae\b|padre|mere|nadrzedn|superior|\bust\b|"
        r"ana kayit",
        "parent",
    ),
    (r"dupli[ckq]|dublik|dubbel|yinele|kopya", "duplicates"),
    (r"relat|relac|zugehorig|verwandt|liees?|correlat|powiaz|ilgili", "relates"),
)
_KEY_APART = re.compile(r"[\s,;|]+")
_PARTS = re.compile(r"[,;|\n]")
_KEY_FIRST = re.compile(r"[\w.-]*\w")
_KEY = re.compile(r"[A-Z][A-Z0-9_]*-?\d+")
_KEY_IN_ADDRESS = re.compile(rf"https?://[^\s,;|()]*/({_KEY.pattern})(?:[?#][^\s,;|()]*)?(?![^\s,;|()])")
_KIND_BEHIND_KEY = re.compile(rf"({_KEY.pattern})\s*\(([^()]+)\)")
_TITLE_BEHIND_KEY = re.compile(rf"({_KEY.pattern})\s*(?::|\s[-–—]\s)\s*[^\W\d].*")
_JOINING = frozenset({"and", "und", "et", "y", "e", "i", "ve", "&"})
_APART_FROM_WORDS = re.compile(r"[\s,:]+")
_BY = re.compile(r"\b(?:by|von|durch|wird|par|por|da|przez|tarafindan)\b")
_ENDS_OF_LINKS = re.compile(r"[;|\n]")
_MOST_WORDS = 60
_ADDRESS = re.compile(r"\(https?://[^()\s]*\)")
_NO_KEY = frozenset({"null", "none", "nil", "-"})


@lru_cache(maxsize=HEADERS_REMEMBERED)
def is_link_header(header: str) -> bool:
    """Whether the header is one of a tracker's own link columns, as "Inward issue link (Blocks)"."""
    words = plain(header)
    is_told = any(way.search(words) for way in (_INWARD, _OUTWARD, _UPWARD))
    return bool(is_told and _LINK_WORD.search(words))


def _is_upward(words: str) -> bool:
    return bool(_UPWARD.search(words)) and not (_INWARD.search(words) or _OUTWARD.search(words))


def link_kind(header: str) -> str:
    """The kind of link a column holds, seen from the row's own record: "blocks", "parent" and so on."""
    words = plain(header)
    is_link = is_link_header(header)
    if is_link and _is_upward(words):
        return "parent"
    if is_link:
        typed = _TYPE.search(header)
        name = plain(typed.group(1)) if typed else "relates"
        inward = bool(_INWARD.search(words))
        for stems, outward_kind, inward_kind in _BOTH_WAYS:
            if re.match(stems, name):
                return inward_kind if inward else outward_kind
        kind = name.replace(" ", "_") or "relates"
        return f"{kind}_inward" if inward else kind
    return next((kind for pattern, kind in _PLAIN_HEADERS if re.search(pattern, words)), "relates")


def keys_of(text: str) -> tuple[str, ...]:
    """The keys named in a cell; a leading # is no part of a key, nor are a program's brackets and quotes."""
    keys = (key.strip("[]\"'").lstrip("#") for key in _KEY_APART.split(text.strip()))
    return tuple(key for key in keys if key and key.casefold() not in _NO_KEY)


def links_of(text: str, kind: str) -> tuple[tuple[str, str], ...]:
    """The links a cell names, as (kind, key); words before a key say its kind, as in "Blocks #12, #14", or
    in brackets behind it, as in "PAY-2 (is blocked by)"."""
    if titles := _titles_with_addresses(text):
        return tuple((kind, title) for title in titles)
    text = _KEY_IN_ADDRESS.sub(r"\1", text)
    if kind != "parent" and (keys := _keys_with_titles(text)):  # epics go by titles, "EPIC-1: Core"
        return tuple((kind, key) for key in keys)
    told = _told_before_keys(text) or _told_behind_keys(text)
    for part in _PARTS.split(text) if "#" in text else ():
        words, *named = part.split("#")
        for piece in named:
            key = _KEY_FIRST.match(piece)
            if key:
                said = words.strip()[-_MOST_WORDS:]
                told.append((link_kind(said) if any(map(str.isalpha, said)) else kind, key[0]))
            words = piece[key.end() :] if key else piece
        if not named and " " not in part.strip():
            told += ((kind, key) for key in keys_of(part))
    return tuple(told) or tuple((kind, key) for part in _PARTS.split(text) for key in _keys_or_title(part))


def _keys_or_title(text: str) -> tuple[str, ...]:
    """The keys that stand in a part of a cell, words beside them apart; what is put together of words alone
    is one record's title."""
    keys = keys_of(text)
    if len(keys) < 2 or all(any(map(str.isdigit, key)) for key in keys):
        return keys
    return tuple(filter(_KEY.fullmatch, keys)) or (" ".join(text.split()),)


def _keys_with_titles(text: str) -> list[str]:
    """The keys of records that are written with their titles: "PAY-2: Renew, then restart"; none where any
    part of the text is written otherwise. What looks like a key within a title is none."""
    parts = filter(None, map(str.strip, _ENDS_OF_LINKS.split(text)))
    found = [_TITLE_BEHIND_KEY.fullmatch(part) for part in parts]
    return [one[1] for one in found if one] if all(found) else []


def _told_behind_keys(text: str) -> list[tuple[str, str]]:
    """Links with words in brackets behind their keys; none where any part of a text is written otherwise."""
    found: list[tuple[str, str]] = []
    for part in filter(None, map(str.strip, _PARTS.split(text))):
        told = _KIND_BEHIND_KEY.fullmatch(part)
        kind = _kind_in_words(plain(told[2])) if told else ""
        if told is None or not kind:
            return []
        found.append((kind, told[1]))
    return found


def _told_before_keys(text: str) -> list[tuple[str, str]]:
    """Links with words before their keys: "relates to PAY-300; is blocked by PAY-2, PAY-3"; none where any
    part of the text is written otherwise."""
    found: list[tuple[str, str]] = []
    for part in filter(None, map(str.strip, _ENDS_OF_LINKS.split(text))):
        pieces = [piece for piece in _APART_FROM_WORDS.split(part) if piece]
        first = next((at for at, piece in enumerate(pieces) if _KEY.fullmatch(piece)), 0)
        said, keys = pieces[:first], [piece for piece in pieces[first:] if piece not in _JOINING]
        if not said or not all(map(_KEY.fullmatch, keys)) or not "".join(said).isalpha():
            return []
        kind = kind_said(plain(" ".join(said)))
        found += ((kind, key) for key in keys)
    return found


def kind_said(words: str) -> str:
    """The kind of link that words before keys say: "is cloned by", "verursacht durch", "relates to"."""
    return _kind_in_words(words) or link_kind(words)


def _kind_in_words(words: str) -> str:
    """The kind of link that words say; "" where they say none."""
    for stems, active, passive in _BOTH_WAYS:
        if re.search(rf"\b(?:{stems})", words):
            return passive if _BY.search(words) else active
    return ""


def _titles_with_addresses(text: str) -> list[str]:
    """Records by their titles, each with its address beside it, as Notion writes relations."""
    titles, end = [], 0
    for address in _ADDRESS.finditer(text):
        titles.append(_PARTS.split(text[end : address.start()])[-1].strip())
        end = address.end()
    return [title for title in titles if title]
