"""What the headers of a list say of its kind, beyond the fields that they name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from app.importing.words.compounds import parts_among
from app.importing.words.concepts_things import OUTAGE
from app.importing.words.concepts_times import BEGIN, DAY, END, PLANNED
from app.importing.words.concepts_traits import REASON
from app.importing.words.names_of_kinds import is_of_doers, is_of_services, names_another, names_one
from app.importing.words.of_records import (
    are_of_records,
    names_a_change,
    names_a_ticket,
    names_a_window,
    names_an_incident,
    put_in_front,
    says_was_down,
    tells_of_an_incident,
    tells_of_an_outage,
)
from app.importing.words.spelling import plain, spellings, spelt
from app.importing.words.synonyms import SYNONYMS

_OF_AN_ITEM = (
    spelt(
        "ip, ip address, management ip, mgmt ip, primary ip, primary ip4, ip adresse, adresse ip, "
        "dirección ip, endereço ip, indirizzo ip"
    ),
    spelt(
        "os, os type, os version, os family, os family name, os name, operating system, betriebssystem, "
        "système d'exploitation, sistema operativo"
    ),
    spelt(
        "serial number, serial no, serial, seriennummer, numéro de série, número de serie, numero di serie"
    ),
    spelt(
        "manufacturer, brand, brand name, hersteller, fabricant, fabricante, produttore, producent, üretici"
    ),
    spelt("model, model name, device type, modell, modèle, modelo, modello"),
    spelt("mac address, mac, mac adresse, adresse mac"),
    spelt("rack, vlan, cpu, cpus, cpu count, cpucount, ram, memory, cores, vcpus"),
    spelt("asset, asset tag, asset number, inventory number, inventarnummer, numéro d'inventaire"),
    spelt("checked in, checked out, install status, warranty expiration, purchase date, end of life, vendor"),
)
"""Headers of what a server or a device is made of, by what they say: address and system tell it alone."""
_ID_LAST = re.compile(r"\bid$")
"""What databases put before the name of what a list is of; trackers do so before the titles of tasks."""
_OF_THINGS = spelt(
    "env, environment, umgebung, entorno, ambiente, environnement, środowisko, ortam, version, repository, "
    "repo, lifecycle"
)
"""What things have and people do not."""
_LEAST_TOLD = 2
_ONLY_BY_THEIR_NAME = frozenset({"teams", "environments", "build_machines"})
"""Kinds with so few fields that a column called "name" alone does not tell them."""
_OF_A_PLAN = frozenset({"duration_minutes", "start", "finish", "predecessors", "actual_start"})
_OF_A_PLAN_ALONE = frozenset({"duration_minutes", "optimistic_minutes", "predecessors", "actual_start"})
_OF_A_CATALOGUE = frozenset({"criticality", "business_owner"})
_OF_SOFTWARE = spelt(
    "repository, repo, repo url, language, programming language, runbook, slo, "
    "slo target, documentation, docs"
)
"""What catalogues of services say of each, and lists of what befell them do not."""
_OF_AN_ACTIVITY = frozenset({"source_id", "title"})
_HAPPENED = frozenset({"started_at", "ended_at", "created_in_source", "closed_in_source", "day"})
"""What says that something has been; what is only to come befell nobody yet."""
_ON_CALL = spelt(
    """
    rotation, on call, on call user, on call engineer, on call person, escalation policy, escalation level,
    schedule layer, on call schedule, shift, duty, on duty, bereitschaft, rufbereitschaft, schicht, astreinte,
    d astreinte, guardia, turno, plantão, sobreaviso, reperibilità, dyżur, zmiana, nöbet, nöbetçi, vardiya"""
)
"""Headers of rosters, which say who is to be called and when."""
_FREEZE = re.compile(
    r"freeze|blackout|moratori|sperr[ebz]|\wstopp\b|congel|\bgel\b|blocco|bloque[oi]|blokad|zamro|dondur",
    re.IGNORECASE,
)
_SPANS = ("windows", "freezes")
WHOLE_DAY = spelt(
    """
    all day, all day event, is all day, whole day, ganztägig, ganztägiges ereignis, journée entière,
    toute la journée, todo el día, evento de todo el día, evento de día completo, dia inteiro, o dia inteiro,
    evento de dia inteiro, evento para o dia inteiro, tutto il giorno, giornata intera,
    evento giornata intera, cały dzień, całodzienne, wydarzenie całodzienne, wydarzenie całodniowe,
    zdarzenie całodzienne, tüm gün, tüm gün olayı, tüm gün süren etkinlik, tüm gün etkinliği,
    gebeurtenis duurt hele dag"""
)
"""What calendars alone say of an entry."""
_BEGIN_OR_END_OF_ONE = BEGIN | END | OUTAGE
_ON_A_DAY = DAY | spelt("am")
_ZONES = frozenset(SYNONYMS["zone_name"]) - {"zone", "tz"}
"""Windows say in which zone they open, each by itself; the steps of a plan are all of one."""
_TRACKED_AS = spelt("tracker, issue type, issuetype")
"""What programs that track tickets call the sort of one, and no plan does."""
_FIRST = 1.0
_RECORD_WORD = 0.7


def may_be(kind: str, fields: Collection[str], naming: str, headers: Sequence[str]) -> bool:
    """Whether a list can be of this kind at all.

    `fields` are those its headers name; `naming` is the header of the name, "" for none. A plan says what is
    done, and when or after what, an incident ends or is called one, a freeze says why or how hard; a column
    called "name" alone does not make a list of environments, nor does one behind the name of a server, nor
    one of users without addresses a list of people unless it is a roster, which is no calendar.
    """
    is_roster = _is_span(headers) and (
        any(_ON_CALL & set(spellings(header)) for header in headers)
        or ("title" not in fields and any(map(is_of_doers, headers)))
    )
    if is_roster and kind in ("windows", "freezes", "activities"):
        return False
    if kind == "people" and naming and is_of_doers(naming) and not is_roster:
        asked = {"email", "phone", "team", "roles"} if naming == headers[0] else {"email", "phone"}
        return not asked.isdisjoint(fields)
    if kind == "people" and any(_OF_THINGS & set(spellings(header)) for header in headers):
        return not {"email", "phone", "roles"}.isdisjoint(fields)
    if kind == "applications" and naming and is_of_services(naming):
        of_software = sum(not _OF_SOFTWARE.isdisjoint(spellings(header)) for header in headers)
        return not _OF_A_CATALOGUE.isdisjoint(fields) or of_software >= _LEAST_TOLD
    if kind == "activities":
        if _OF_AN_ACTIVITY.isdisjoint(fields) or any(map(tells_of_an_incident, headers)):
            return False
        is_of_spans = any(map(_FREEZE.search, headers[:3])) or tells_of_an_outage(headers[0])
        is_of_spans = is_of_spans or _says_when_down(headers)
        if is_of_spans and _OF_A_PLAN_ALONE.isdisjoint(fields):
            return False
        if said_of(kind, headers) > 0:
            return True
        return bool((_OF_A_PLAN_ALONE if are_of_records(headers) else _OF_A_PLAN) & set(fields))
    if kind == "incidents" and any(map(_is_to_come, headers)) and _HAPPENED.isdisjoint(fields):
        return False
    if kind == "incidents":
        return "ended_at" in fields or said_of(kind, headers) > 0
    if kind == "freezes" and (tells_of_an_outage(headers[0]) or _says_when_down(headers)):
        return False
    if kind == "freezes":
        says_why = "reason" in fields and any(REASON & set(spellings(header)) for header in headers)
        return says_why or "strength" in fields or any(map(_is_of_a_freeze, headers))
    if kind in _ONLY_BY_THEIR_NAME and _is_span(headers):
        return False
    has_befallen = names_an_incident(headers[0]) or any(map(tells_of_an_incident, headers))
    if kind in _SPANS and has_befallen and not any(map(_is_to_come, headers)):
        return False
    if kind not in _ONLY_BY_THEIR_NAME or not naming:
        return True
    before = headers[: list(headers).index(naming)]
    is_of_another = any(names_another(kind, words) for header in before for words in spellings(header))
    return names_one(kind, naming) and not is_of_another


def _is_of_a_freeze(header: str) -> bool:
    """Whether a header is of freezes; "Freeze?" asks each window whether it is one."""
    return _FREEZE.search(header) is not None and not header.rstrip().endswith("?")


def _says_when_down(headers: Sequence[str]) -> bool:
    """Whether a list says when something was down, and is not of changes that foresee it."""
    if any(map(says_was_down, headers)):
        return True
    of_outages = [header for header in headers if tells_of_an_outage(header) and not names_a_window(header)]
    words = [word for header in of_outages if not _is_to_come(header) for word in plain(header).split()]
    told = {part for word in words for part in parts_among(word, _BEGIN_OR_END_OF_ONE)}
    is_told = not (told.isdisjoint(BEGIN) or told.isdisjoint(END)) or bool(told & _ON_A_DAY)
    return is_told and not any(map(names_a_change, headers))


def _is_to_come(header: str) -> bool:
    """Whether a header is of when something is to begin or to end."""
    words = set(plain(header).split())
    return not words.isdisjoint(PLANNED) and not words.isdisjoint(BEGIN | END)


def _is_span(headers: Sequence[str]) -> bool:
    """Whether the list says from when to when something lasts."""
    words = {one for header in headers for one in spellings(header)}
    return not (words.isdisjoint(SYNONYMS["starts_at"]) or words.isdisjoint(SYNONYMS["ends_at"]))


def said_of(kind: str, headers: Sequence[str]) -> float:
    """A bonus where a first header itself names the kind: "Application", "Server", "Person", "Incident"."""
    if kind == "incidents":
        is_told = any(map(names_an_incident, headers[:3])) or any(map(tells_of_an_incident, headers))
        when_down = _FIRST if _says_when_down(headers) else 0.0
        return when_down + (_RECORD_WORD if is_told or when_down else 0.0)
    if kind in _SPANS and any(WHOLE_DAY & set(spellings(header)) for header in headers):
        return _FIRST
    if kind == "windows" and any(_ZONES & set(spellings(header)) for header in headers) and _is_span(headers):
        return 2 * _FIRST
    if kind == "freezes":
        return _RECORD_WORD if any(map(_FREEZE.search, headers[:3])) else 0.0
    if kind == "window_series":
        return 2 * _FIRST
    front = next((header for header in headers if not put_in_front(header)), headers[0])
    if kind == "windows" and names_a_window(front):
        return 2 * _FIRST
    if kind == "changes":
        tracked = any(_TRACKED_AS & set(spellings(header)) for header in headers)
        return _FIRST if tracked or names_a_ticket(headers[0]) else 0.0
    if kind == "configuration_items":
        built = {group for group in _OF_AN_ITEM for header in headers if group & set(spellings(header))}
        if len(built) >= _LEAST_TOLD or not built.isdisjoint(_OF_AN_ITEM[:2]):
            return _FIRST
    named = (header for header in headers if not any(map(_ID_LAST.search, spellings(header))))
    first = headers[0] if kind == "activities" else next(named, headers[0])
    return _FIRST if names_one(kind, headers[0]) or names_one(kind, first) else 0.0
