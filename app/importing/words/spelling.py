"""Headers and values brought to one spelling, so that they can be compared across languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_PLAIN_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d"})
_NOT_WORD = re.compile(r"[^\w#]+|_+")
_CUSTOM_FIELD = re.compile(
    r"^(?:custom fields?|campos? personalizados?|benutzerdefiniertes? feld(?:er)?|champs? personnalises?|"
    r"camp[oi] personalizzat[oi]|pol[ea] (?:niestandardowe|wlasne|uzytkownika)|ozel alan(?:lar)?|"
    r"пользовательское поле)\s*"
    r"\((.*)\)\s*$"
)
_LOCAL_PREFIX = re.compile(r"^u (?=\w)")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_ZONE_LAST = re.compile(
    r"\s(?:utc|gmt|cet|cest|mez|mesz|eet|eest|bst|e[sd]?t|c[sd]?t|m[sd]?t|p[sd]?t|msk|trt|ist|sgt|jst|brt|"
    r"ae[sd]t|local|local time|lt)$"
)
_ZONE_IN_BRACKETS = re.compile(r"\s*[(\[](?:(?:utc|gmt)\s*[+-]\s*[\d:]+|[a-z]+/[a-z_]+)[)\]]\s*$")
_UNIT_LAST = re.compile(
    r"\s*[(\[/]\s*(?:in )?(?:h|hrs?|hours?|m|mn|mins?|minutes?|d|days?|std|stunden|minuten|tage|heures?|"
    r"jours?|horas?|minutos?|dias?|ore|minuti|giorni|godz|minuty|dni|saat|dak|dk|gun)\.?"
    r"(?:\s*(?:/|per|pro|par|por|al|a|na)\s*(?:month|mon|monat|mois|mes|mese|mies|miesiac|ay)\.?)?\s*[)\]]?$"
)
_WRITTEN_AS = re.compile(r"\s*[(\[](?:([ymdhsjtagr])\1+[./:\- ]*){2,}[)\]]\s*$")
"""How a date or a time is to be written: "Start (YYYY-MM-DD)", "Beginn (TT.MM.JJJJ)", "Heure (hh:mm)"."""
_ANSWERED = re.compile(r"\s*[(\[]\w{1,6}(?:\s?/\s?\w{1,6})+[)\]]\s*\??$")
"""What is to be answered: "Done (Y/N)", "erledigt (ja/nein)", "Risk (H/M/L)"."""
_ASKED_LAST = re.compile(r"\s(?:required|mandatory|optional|pflichtfeld|obligatorio|obligatoire)$")
_DATE_AND_TIME = re.compile(r"(?<=\w\sdate)\s(?:and\s)?time$")
_DONE_AT_A_TIME = re.compile(r"(?<=ed)(?:\sdate)?(?:\sand)?\s(?:time|timestamp|datetime)$")
"""What only says that a date or a moment follows: "Created Date Time", "Last Updated Time"."""
HEADERS_REMEMBERED = 32_768
"""More than the widest list has: with fewer, each of its headers would be looked at anew for each kind of
list."""
_LONGEST_NAME, _LONGEST_HEADER = 80, 500
"""Letters of a key that are told, and of a header that may have other forms: cells are asked about, too."""
_SHORT_DATE = {"f": "fecha", "fec": "fecha", "fch": "fecha", "dt": "data", "dta": "data"}
"""What Spanish and Portuguese cut their word for a date down to: "F. inicio", "dt_abertura"."""
_BELOW_NOTHING = re.compile(r"^\s*-\d+\s*$")
_PATH_BEFORE = re.compile(
    r"^(?:(?:fields|attributes|parameters|trigger|issue|system|microsoft\.vsts\.\w+)\.)+(?=\w)", re.IGNORECASE
)
_PATH_AFTER = re.compile(
    r"(?:\.(?:name|value|localized_?value|display_?name|display_value|email_?address|login|user_?name)|(?<=milestone)\.title|"
    r"->(?:name|full ?name|friendly ?name|ref|nom(?: complet)?|nombre(?: com[uú]n)?|nome(?: amig[aá]vel)?|"
    r"(?:pe[lł]na )?nazwa|ad[ıi]))$",
    re.IGNORECASE,
)
"""What interfaces put around the name of a field: "fields.status.name", "System.Title"."""
_OTHER_END = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})(?:\(([^\W\d_]{1,4})\)|/([a-zà-ž]{1,2})\b)")
"""The end of another number or gender that a header offers: "Step(s)", "Komponente(n)", "Wersja/e",
"Atualizado(a)"."""
_ABBREVIATED = re.compile(r"(?<=\w)\s\([A-Z]{2}\)$")
"""What a header is called for short: "Configuration item (CI)"."""
_TYPE_IN_BRACKETS = re.compile(
    r"\s\((?:drop down|labels?|users?|people|number|date|short text|text|checkbox|currency|formula|tasks|"
    r"emoji|list relationship|automatic progress|manual progress|url|website|email|phone|rollup)\)$"
)
"""The kind of a field that a program writes behind its name: "Team (drop down)" of ClickUp."""
_NUMBER_LAST = re.compile(r"\s(?:#|no|nr|num|n o)$")


def fold(text: str) -> str:
    """The text without case, accents and the marks around it; letters without a base form stay."""
    if text.isascii():
        return text.strip().lower()
    spread = unicodedata.normalize("NFKD", text.strip().casefold()).casefold()
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare).translate(_PLAIN_LETTERS).strip()


@lru_cache(maxsize=HEADERS_REMEMBERED)
def plain(text: str) -> str:
    """A header or value as lower-case words with single spaces: "Custom field (Change_Risk)" is
    "change risk", "u_customer_impact" is "customer impact", "Nº de série" is "no de serie"."""
    folded = fold(text.replace("\ufeff", ""))
    custom = _CUSTOM_FIELD.match(folded)
    if custom and custom.group(1).strip():
        folded = custom.group(1)
    words = _NOT_WORD.sub(" ", folded).strip()
    return _LOCAL_PREFIX.sub("", words)


def is_own_field(header: str) -> bool:
    """Whether a header says that somebody added the field, as Jira does: "Custom field (Incident ID)"."""
    return _CUSTOM_FIELD.match(fold(header)) is not None


def plain_value(text: str) -> str:
    """A value's plain words; a number below nothing keeps its sign: "-5" is not "5"."""
    return f"minus {plain(text)}" if _BELOW_NOTHING.match(text) else plain(text)


@lru_cache(maxsize=HEADERS_REMEMBERED)
def spellings(header: str) -> tuple[str, ...]:
    """The plain forms a header may be known by, as it stands first: "createdDate" is also "created date",
    "Planned Start (UTC)" also "planned start", "Request #" also "request number", "E-mail [Required]" also
    "e mail", "Duration (mins)" also "duration", "Start (YYYY-MM-DD)" also "start", "Step(s)" also "step",
    "fields.assignee.displayName" also "assignee", "Closed Date Time" also "closed date" and "closed";
    "dv_state", the words that ServiceNow displays for what it holds in "state", also "state"."""
    if len(header) > _LONGEST_HEADER:
        return (plain(header),)
    numbers = _numbers_of(header)
    found = [plain(header), plain(_HUMP.sub(" ", header)), *map(plain, numbers)]
    if typed := _TYPE_IN_BRACKETS.search(fold(header)):
        found.append(plain(fold(header)[: typed.start()]))
    found += [plain(bare) for one in (header, *numbers) if (bare := without_hints(fold(one)))]
    if abbreviated := _ABBREVIATED.search(header):
        found.append(plain(header[: abbreviated.start()]))
    bare = _PATH_AFTER.sub("", _PATH_BEFORE.sub("", header)) if "." in header or "->" in header else header
    if bare != header:
        found += [plain(bare), plain(_HUMP.sub(" ", bare))]
    first, _, others = found[0].partition(" ")
    if others and first in _SHORT_DATE:
        found.append(f"{_SHORT_DATE[first]} {others}")
    if found[0].endswith(" dt"):
        found.append(f"{found[0][:-3]} date")
    if first == "dv" and others:
        found.append(others)
    found += [_ZONE_LAST.sub("", words) for words in found]
    found += [_ASKED_LAST.sub("", words) for words in found]
    found += [_NUMBER_LAST.sub(" number", words) for words in found]
    found += [_DATE_AND_TIME.sub("", words) for words in found]
    found += [_DONE_AT_A_TIME.sub("", words) for words in found]
    return tuple(dict.fromkeys(found))


def without_hints(folded: str) -> str:
    """A header without what it says of how to fill it in: how a date is written, answers, unit or zone."""
    for hint in (_WRITTEN_AS, _ANSWERED, _UNIT_LAST, _ZONE_IN_BRACKETS):
        folded = hint.sub("", folded)
    return folded


def _numbers_of(header: str) -> tuple[str, ...]:
    """A header in each of the numbers it offers: "Wersja/e naprawy" as "Wersja naprawy" and "Wersje naprawy",
    "Bileşen(ler)" as "Bileşen" and "Bileşenler"."""
    if not _OTHER_END.search(header):
        return ()
    changed = _OTHER_END.sub(lambda end: end[1][: -len(end[2] or end[3])] + (end[2] or end[3]), header)
    return (_OTHER_END.sub(r"\1", header), _OTHER_END.sub(r"\1\2\3", header), changed)


def with_humps_apart(header: str) -> str:
    """A header whose words are told by capitals, with spaces between them: "FechaHoraCierre"."""
    return _HUMP.sub(" ", header)


@lru_cache(maxsize=HEADERS_REMEMBERED)
def without_small_words(words: str) -> str:
    """Two or more plain words of a header without those that only join them: "fecha apertura" of "fecha de
    apertura"; "" where fewer are left. "tipo cambio" is itself."""
    rest = [word for word in words.split() if word not in _SMALL_WORDS]
    return " ".join(rest) if len(rest) > 1 else ""


def with_bare_words(headers: frozenset[str]) -> frozenset[str]:
    """Plain headers, and each without the words that only join others."""
    return headers | {bare for words in headers if (bare := without_small_words(words))}


def spelt(text: str) -> frozenset[str]:
    """Plain headers from a text that names them by commas and line breaks."""
    return frozenset(plain(word) for word in text.replace("\n", " ").split(",") if word.strip())


ARTICLES = spelt("de, d, del, della, dell, di, da, do, du, des, der, of, the, la, le, l")
"""Words that only join others in a header: articles, and what "of" is in six languages."""
_SMALL_WORDS = ARTICLES | spelt("dos, das, el, il, los, las, les")


def first_with_digit(text: str) -> str:
    """The first word with a digit in it, "1/20/25" of "Mon 1/20/25 10:00 PM"; the first word if none has."""
    word = text.strip().partition(" ")[0]
    if word[:1].isdigit():
        return word
    return next((one for one in text.split() if any(letter.isdigit() for letter in one)), word)


def word_map(lines: Mapping[str, str]) -> dict[str, str]:
    """Plain word to value, from lines of words apart by commas under each value; a value names itself."""
    return {
        plain(word): value
        for value, words in lines.items()
        for word in (value, *words.replace("\n", " ").split(","))
        if word.strip()
    }


def shortened(name: str) -> str:
    """A name in one line that leaves room for what is said of it."""
    line = " ".join(name.split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1].rstrip()}…"
