"""Headers put together of few words: "Début d'indisponibilité", "Sperrbeginn", "Nome finestra"."""

from __future__ import annotations

import re

from app.importing.words.concepts_things import CASE, CHANGE, DOWNTIME, OUTAGE, STEP, WINDOW
from app.importing.words.concepts_times import BEGIN, CLOCK, END, WHEN
from app.importing.words.concepts_traits import NUMBER
from app.importing.words.joining import GLUE
from app.importing.words.of_records import numbers_a_change
from app.importing.words.spelling import plain, spelt

_PLANNED = spelt(
    """
    planned, geplant, geplanter, geplantes, prévu, prévue, previsto, prevista, planowany, planowana,
    planlanan"""
)
"""The plainest words for what is planned, and no more: in lists of outages, an end that is only expected
would be taken for the end."""
_WHEN_SAID = WHEN | _PLANNED
_PERIOD = spelt("period, periode, zeitraum, période, periodo, período, okres, dönem, dönemi")
_NAME = _PERIOD | spelt(
    """
    name, title, bezeichnung, titel, nombre, título, nom, titre, intitulé, libellé, nome, titolo, nazwa,
    tytuł, przedmiot, sintesi, subject, betreff, objet, asunto, assunto, oggetto, temat, özet, özeti, resumo,
    resumen, résumé, riepilogo, podsumowanie, konu, konusu, ad, adı, başlığı"""
)
THINGS: dict[str, frozenset[str]] = {
    "incidents": OUTAGE
    | spelt(
        """
        incident, disruption, failure, störung, panne, incidencia, incidente, caída, queda, avería, falha,
        guasto,
        awaria, awarii, incydent, incydentu, kesintinin, arıza, olay, olayın, downtimes"""
    ),
    "freezes": spelt(
        """
        freeze, blackout, moratorium, sperre, sperr, sperrzeit, änderungssperre, einfrier, gel, congelación,
        congelamiento, bloqueo, congelamento, bloqueio, blocco, zamrożenie, zamrożenia, blokada, blokady,
        dondurma, dondurmanın"""
    ),
    "changes": CASE
    | spelt(
        """
        change, rfc, mep, gmud, rdm, crq, segnalazione, ticket, issue, bug, änderung, antrag, changement,
        demande, cambio, solicitud, petición, mudança, solicitação, requisição, pedido, modifica, richiesta,
        zmiana, zmiany, wniosek, wniosku, zgłoszenia, değişiklik, değişikliğin, talep, talebin, intervento,
        intervention, intervención, intervenção, talebi, servis, emri"""
    ),
    "windows": WINDOW | (DOWNTIME - OUTAGE),
    "activities": STEP,
}
"""What a list of a kind is of; of changes one alone, for the number of several is how many there are."""
_TRACKED = CASE | spelt(
    """
    request, incident, incidente, incidencia, incydent, incydentu, vorfall, störung, olay, ticket, issue, bug,
    defect, defeito, error, erro, problem, problema, change, cambio, mudança, modifica, zmiana, zmiany,
    änderung, changement, zgłoszenia, task, aufgabe, tâche, tarea, tarefa, attività, zadania, zadanie, görev,
    görevi"""
)
"""What trackers call the records of which their lists are."""
_OF_CHANGES = spelt(
    "change, changes, changements, cambios, mudanças, modifiche, zmian, değişiklik, änderungs"
)
_ASKED = THINGS["changes"] - CHANGE
"""What the numbers of incidents may be those of: desks take them as tickets."""
_WHOSE = spelt(
    """
    external, internal, extern, externe, intern, interne, externo, externa, interno, interna, esterno,
    esterna, zewnętrzny, wewnętrzny, harici, dahili"""
)
"""Words beside a number that say whose it is."""
_BESIDE = GLUE | _WHOSE
_ENDS_OF: dict[str, tuple[str, str]] = {
    "incidents": ("started_at", "ended_at"),
    "freezes": ("starts_at", "ends_at"),
    "windows": ("starts_at", "ends_at"),
    "activities": ("start", "finish"),
}
_FROM = spelt("from, von, ab, od, desde, dal, dalle, depuis, du")
_TO = spelt("to, until, till, bis, do, hasta, até, al, alle, au, fino")
"""What leads to a beginning and an end, behind what begins: "Okno od", "Okno do"."""
_OF_A_CHANGE = ("builds", "deployments", "tickets")
"""Kinds whose records are of a change each."""
_SPANS = ("windows", "freezes")
"""Kinds of which every list says from when to when."""
_AT_A_TIME = re.compile(r"^(\w+(?: \w+)*) (?:le|el|em|il|am|on|a|dnia)$")
_COMPOUND = re.compile(r"^(\w{4,}?)(?:e?s|n|en)?(beginn|start|ende|nr|nummer|name|dauer|zeitraum|periode)$")


def field_composed(header: str, kind: str) -> str:
    """The field of a kind that the words of a header together name; "" where they name none.

    Every word has to be known: a beginning or an end with what begins or, in lists of spans, with a word for
    a date or a time; what the list is of by itself, or with a word for a name or a number.
    """
    things = THINGS.get("changes" if kind in _OF_A_CHANGE else kind)
    if things is None:
        return ""
    words = [part for word in plain(header).split() for part in _parts(word)]
    if kind in _ENDS_OF and len(words) > 1 and all(word in things for word in words[:-1]):
        for place, leading in enumerate((_FROM, _TO)):  # before articles go: "do" is one in Portuguese
            if words[-1] in leading:
                return _ENDS_OF[kind][place]
    rest = [word for word in words if word not in _BESIDE or word in NUMBER]
    if kind == "incidents" and not NUMBER.isdisjoint(rest):
        if numbers_a_change(" ".join(words)):
            return "change_key"
        things |= _ASKED
    groups = (things, BEGIN, END, _WHEN_SAID, _NAME, NUMBER, _OF_CHANGES if kind in _SPANS else frozenset())
    if not rest or not all(any(word in group for group in groups) for word in rest):
        return ""
    has_thing, begins, ends, when = (any(word in group for word in rest) for group in groups[:4])
    numbers = not NUMBER.isdisjoint(rest)
    if kind in _OF_A_CHANGE:
        return "change_key" if has_thing and numbers and not (begins or ends or when) else ""
    if kind == "changes":
        is_alone = has_thing and not (begins or ends or when)
        is_named = not _NAME.isdisjoint(rest)
        return "" if not is_alone or numbers == is_named else "key" if numbers else "title"
    if begins != ends:
        is_told = has_thing or (when and kind in _SPANS)
        is_clock = not CLOCK.isdisjoint(rest)
        is_told = is_told or (is_clock and kind == "activities")
        is_told = is_told or (is_clock and kind == "incidents" and _PLANNED.isdisjoint(rest))
        return _ENDS_OF[kind][0 if begins else 1] if is_told else ""
    if kind == "freezes" and len(rest) == 1 and rest[0] in _PERIOD:
        return "title"
    if not has_thing or begins or when:
        return ""
    if kind in _SPANS and not numbers:
        return "title"
    if kind == "incidents" and numbers:
        return "key"
    return ""


def without_when(header: str) -> str:
    """The plain words of a header before what leads to a time: "créé" of "Créé le"; "" where none does."""
    found = _AT_A_TIME.match(plain(header))
    return found[1] if found else ""


def without_record(words: str) -> str:
    """Plain words of a header without the record they speak of: "status" of "status incidente", "date" of
    "ticket date" and "fecha del error"; "" where they name none."""
    first, *others = words.split() or [""]
    if others and first in _TRACKED:
        return " ".join(others)
    if not others or others.pop() not in _TRACKED:
        return ""
    while others and others[-1] in GLUE:
        others.pop()
    return " ".join([first, *others])


def _parts(word: str) -> tuple[str, ...]:
    """The parts of a German compound that ends in what it is of: "sperrbeginn", "storungsnr"."""
    found = _COMPOUND.match(word)
    return (found[1], found[2]) if found else (word,)
