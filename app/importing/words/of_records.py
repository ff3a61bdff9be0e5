"""Headers and keys of changes, tickets and incidents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.words.concepts_things import CHANGE
from app.importing.words.concepts_traits import NUMBER
from app.importing.words.spelling import ARTICLES, spellings, spelt

_INCIDENT = re.compile(
    r"\b(?:incidents?|outages?|incidentes?|incidencias?|incidenti|incydent\w*|storung\w*|panne|olay|awari\w+|"
    r"ariza|guasto|guasti|disservizio|disservizi|averias?)\b"
)
_SORT = re.compile(r"\b(?:type|typ|tipo|art|rodzaj|tur[u]?|kind|category|kategorie|categor\w+|kategori\w*)\b")
_RANK = re.compile(
    r"\b(?:priorit\w*|priorid\w*|priorytet\w*|oncelik|onceligi|urgen\w*|dringlichkeit|pilnosc|aciliyet|severity|"
    r"schweregrad|gravit\w*|severid\w*)\b"
)
_OUTAGE = re.compile(
    r"\b(?:outage|kesinti|ariza|disservizi|guast|ausfall|storung|interrupci|interruption|coupure|panne|averia|"
    r"caida|falha|indisponib|awari|niedostepn)"
)
_WAS_DOWN = re.compile(r"\b(?:down|up|went down|back up) (?:from|since|at|to|until)\b")
_LIKENESS = re.compile(
    r"\b(?:nature|type|description|descriptif|cause|tipo|causa|descripcion|descricao|descrizione|natura|"
    r"naturaleza|natureza|motivo|motif|reason|art|beschreibung|ursache|opis|rodzaj|przyczyna|tur[u]?|aciklama(?:si)?|neden[i]?)\b"
)
_TICKET = re.compile(r"\b(?:tickets?|chamados?|bugs?|issues?|zgloszenie|segnalazione|talep)\b")
_CHANGE = re.compile(
    r"^(?:change|changes|rfc|crq|anderung|changement|cambio|mudanca|modifica|zmiana|degisiklik|request)\b"
)
_WINDOW = re.compile(
    r"window|maintenance|wartung|fenster|fenetre|ventana|mantenimiento|janela|manutenc|finestra|manutenzion|"
    r"\bokno\b|serwisow|pencere|bakim"
)
_NUMBERED = r"\d+(?:[-_/.]\d+)*"
"""A number, also one of a year or a site: 12, 2026-0012."""
_INCIDENT_KEY = re.compile(rf"^(?:INC|INCIDENT|OUT|OUTAGE|MIM)[-_ #]?{_NUMBERED}$", re.IGNORECASE)
_CHANGE_KEY = re.compile(rf"^(?:CHG|CHANGE|CRQ|RFC|PRB|SCTASK|RITM)[-_ #]?{_NUMBERED}$", re.IGNORECASE)
"""Of changes, and of problems and requests, which are worked off as changes are."""
_DEPLOYMENT_NUMBERS = spelt(
    "deployment id, deploy id, deployment number, deploy number, deployment no, deploy time"
)
_DAY_AND_TIME = spelt(
    "date, datum, fecha, data, tarih, day, time, uhrzeit, zeit, heure, hora, ora, godzina, saat, tijd"
)
_ENDS = frozenset({"start", "end", "finish", "planned start", "planned end"})
"""Columns that may have been put in front of a list when it was read."""


def names_a_change(header: str) -> bool:
    """Whether a header is of changes: "Change", "RFC no"; a "Change window" is none."""
    called = spellings(header)
    is_one = any(map(_CHANGE.search, called)) or any(map(numbers_a_change, called))
    return is_one and not names_a_window(header)


def numbers_a_change(words: str) -> bool:
    """Whether plain words are those of a number of a change: "numero da gmud"."""
    said = set(words.split()) - ARTICLES
    return not said.isdisjoint(CHANGE) and said <= CHANGE | NUMBER


def numbers_a_deployment(header: str) -> bool:
    """Whether a header is of the number of a deployment: "deployment_id"."""
    return not _DEPLOYMENT_NUMBERS.isdisjoint(spellings(header))


def names_a_ticket(header: str) -> bool:
    """Whether a header is of tickets."""
    return any(map(_TICKET.search, spellings(header)))


def names_an_incident(header: str) -> bool:
    """Whether a header is of incidents."""
    return any(map(_INCIDENT.search, spellings(header)))


def tells_of_an_incident(header: str) -> bool:
    """Whether a header is of what an incident was like: "Nature de l'incident". Others have its number."""
    is_of_one = names_an_incident(header) or tells_of_an_outage(header)
    return is_of_one and any(map(_LIKENESS.search, spellings(header)))


def is_of_a_sort(header: str) -> bool:
    """Whether a header is of the sort of something: "Art der Störung"."""
    return any(map(_SORT.search, spellings(header)))


def is_of_a_rank(header: str) -> bool:
    """Whether a header is of how pressing or how grave something is: "Priorité", "Schweregrad"."""
    return any(map(_RANK.search, spellings(header)))


def tells_of_an_outage(header: str) -> bool:
    """Whether a header is of an outage: "Kesinti tarihi", "Descrizione disservizio"."""
    return any(map(_OUTAGE.search, spellings(header)))


def says_was_down(header: str) -> bool:
    """Whether a header is of when something was down: "Down from", "Down since"."""
    return any(map(_WAS_DOWN.search, spellings(header)))


def names_a_window(header: str) -> bool:
    """Whether a header is of windows."""
    return any(map(_WINDOW.search, spellings(header)))


def names_a_record(header: str) -> bool:
    """Whether a header is of changes, tickets or incidents."""
    return names_a_change(header) or names_a_ticket(header) or names_an_incident(header)


def are_of_records(headers: Sequence[str]) -> bool:
    """Whether the list is of changes, tickets or incidents that happened on a day at a time: these two say
    nothing of a plan then."""
    dated = sum(not _DAY_AND_TIME.isdisjoint(spellings(header)) for header in headers)
    if dated < 2:
        return False
    first = next((found for header in headers if _ENDS.isdisjoint(found := spellings(header))), ())
    return any(_CHANGE.search(words) or _TICKET.search(words) or _INCIDENT.search(words) for words in first)


def put_in_front(header: str) -> bool:
    """Whether a column may have been put in front of a list when it was read."""
    return not _ENDS.isdisjoint(spellings(header))


def told_by_keys(kind: str, keys: Sequence[str]) -> str:
    """The kind that the keys of a list of changes or incidents tell: INC0001 is an incident, CHG0001 and
    PRB0001 are none."""
    for other, pattern in (("incidents", _INCIDENT_KEY), ("changes", _CHANGE_KEY)):
        if len(keys) >= 1 and all(pattern.match(key.strip()) for key in keys):
            return other
    return kind


def are_of_incidents(keys: Sequence[str]) -> bool:
    """Whether all these keys are built as those of incidents are."""
    return bool(keys) and all(_INCIDENT_KEY.match(key.strip()) for key in keys)
