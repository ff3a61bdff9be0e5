"""What the headers of a list say of its kind, beyond the fields that they name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from app.importing.words.concepts_things import CHANGE
from app.importing.words.concepts_traits import NUMBER, REASON
from app.importing.words.spelling import ARTICLES, spellings, spelt
from app.importing.words.synonyms import SYNONYMS

_DEVICES = spelt(
    """
    equipment name, gerätename, nom de l'équipement, nom d'hôte, nom de la machine, nombre del equipo,
    nombre de host, nombre del dispositivo, nome do equipamento, nome do host, nome dispositivo, nome host,
    nazwa urządzenia, nazwa hosta, cihaz adı, nome do ativo, ativo, nombre del activo, activo, nom de l'actif,
    nome asset, nome dell'asset"""
)
_SERVICES = spelt(
    "service, service name, business service, technical service, dienst, servicio, serviço, servizio, "
    "usługa, servis"
)
"""Headers of applications in catalogues of services, and of what is affected in other lists."""
_DATABASES = spelt(
    """
    database, database name, db name, database instance, datenbank, datenbankname, base de datos,
    nombre de la base de datos, base de données, nom de la base, banco de dados, nome do banco, nome database,
    baza danych, veritabanı"""
)
"""Headers of databases: what a list is of that begins with one, whatever servers it names besides."""
_DOING = spelt(
    """
    usuario, utilisateur, benutzername, utente, użytkownik, kullanıcı, user, user name, username, employee,
    employee name, on call, on call user, on call engineer, primary on call, on call primary, on call person,
    on duty, oncall, participant, mitarbeiter, mitarbeitername, empleado, employé, dipendente, pracownik,
    çalışan"""
)
"""Headers of who did or does something, in lists of what they do as in lists of people."""
_NAMED_BY: dict[str, tuple[str, ...]] = {
    "applications": (
        "application", "application name", "app", "app name", "anwendung", "aplicacion", "aplicacao",
        "applicazione", "aplikacja", "uygulama", "applikation", "applikationsname",
        "nom de l application", "anwendungsname", "uygulama adi",
        "nombre de la aplicacion", "nome da aplicacao", "nome applicazione", "nazwa aplikacji", "sistema",
        "system name", "nome do sistema", "nombre del sistema", "nom du systeme", "systemname", "sistem adi",
        *sorted(_SERVICES),
    ),
    "configuration_items": (
        "vm", "vm name", "virtual machine", "configuration item", "ci", "ci name", "server", "server name",
        "hostname", "host name", "asset name",
        "computer", "ordinateur", "ordenador", "computador", "komputer", "bilgisayar", "workstation",
        "device", "device name", "servername", "serveur", "servidor", "serwer", "sunucu", "rechnername",
        "nome server", "nom du serveur", "nombre del servidor", "nome do servidor", "nazwa serwera",
        "sunucu adi", *sorted(_DEVICES | _DATABASES),
    ),
    "people": (
        "person", "full name", "display name", "preferred name", "legal name", "worker", "nombre completo",
        "nom complet", "nome completo",
        "vollstandiger name", "imie i nazwisko", "ad soyad", "cn", "common name",
        "stakeholder", "contact name", "contact person", "team member", "team member name", "ansprechpartner",
        "kontaktperson", "collaboratore", "collaborateur", "colaborador", "interlocuteur",
        "personne a contacter", "persona de contacto",
        "pessoa de contato", "osoba kontaktowa", "irtibat kisisi", "ilgili kisi",
        "staff member", "member", "member name", "mitglied", "membre", "miembro", "membro", "czlonek", "uye",
        *sorted(_DOING),
    ),
    "teams": (
        "team", "team name", "teamname", "nom de l equipe", "nome da equipe", "nome del team",
        "nazwa zespolu", "takim adi", "equipo", "equipe", "zespol", "takim", "support group",
        "assignment group",
        "group name", "supportgruppe", "groupe de support", "grupo de soporte", "grupo de suporte",
        "gruppo di supporto", "grupa wsparcia", "destek grubu",
    ),
    "environments": ("environment", "environment name", "umgebung", "entorno", "ambiente", "environnement"),
    "build_machines": ("build machine", "machine", "build agent", "agent", "agent name"),
    "activities": ("activity", "task", "task name", "step", "activity name", "step no", "step #"),
}  # fmt: skip
"""Headers that name the very thing a list of this kind is about."""

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
_LEAST_TOLD = 2
_ONLY_BY_THEIR_NAME = frozenset({"teams", "environments", "build_machines"})
"""Kinds with so few fields that a column called "name" alone does not tell them."""
_OF_A_PLAN = frozenset({"duration_minutes", "start", "finish", "predecessors", "actual_start"})
_OF_A_CATALOGUE = frozenset({"criticality", "business_owner"})
_OF_AN_ACTIVITY = frozenset({"source_id", "title"})
_ON_CALL = spelt(
    """
    rotation, on call, on call user, on call engineer, on call person, escalation policy, escalation level,
    schedule layer, on call schedule, shift, duty, on duty, bereitschaft, rufbereitschaft, schicht, astreinte,
    d astreinte, guardia, turno, plantão, sobreaviso, reperibilità, dyżur, zmiana, nöbet, nöbetçi, vardiya"""
)
"""Headers of rosters, which say who is to be called and when."""
_FREEZE = re.compile(
    r"freeze|blackout|moratori|sperr[ebz]|congel|\bgel\b|blocco|bloque[oi]|blokad|zamro|dondur", re.IGNORECASE
)
_WINDOW = re.compile(
    r"window|maintenance|wartung|fenster|fenetre|ventana|mantenimiento|janela|manutenc|finestra|manutenzion|"
    r"\bokno\b|serwisow|pencere|bakim"
)
_SPANS = ("windows", "freezes")
_WHOLE_DAY = spelt(
    """
    all day, all day event, is all day, whole day, ganztägig, ganztägiges ereignis, journée entière,
    wydarzenie całodzienne, tüm gün olayı, todo el día, dia inteiro, tutto il giorno, giornata intera,
    cały dzień, tüm gün"""
)
"""What calendars alone say of an entry."""
_INCIDENT = re.compile(
    r"\b(?:incidents?|outages?|incidentes?|incidencias?|incidenti|incydent\w*|storung\w*|panne|olay|awari\w+)\b"
)
_TICKET = re.compile(r"\b(?:tickets?|chamados?|bugs?|issues?|zgloszenie|segnalazione|talep)\b")
_TRACKED_AS = spelt("tracker, issue type, issuetype")
"""What programs that track tickets call the sort of one, and no plan does."""
_NUMBERED = r"\d+(?:[-_/.]\d+)*"
"""A number, also one of a year or a site: 12, 2026-0012."""
_INCIDENT_KEY = re.compile(rf"^(?:INC|INCIDENT|OUT|MIM)[-_ #]?{_NUMBERED}$", re.IGNORECASE)
_CHANGE_KEY = re.compile(rf"^(?:CHG|CHANGE|CRQ|RFC)[-_ #]?{_NUMBERED}$", re.IGNORECASE)
_CHANGE = re.compile(
    r"^(?:change|changes|rfc|crq|anderung|changement|cambio|mudanca|modifica|zmiana|degisiklik|request)\b"
)
_DAY_AND_TIME = frozenset(
    {
        "date",
        "datum",
        "fecha",
        "data",
        "tarih",
        "day",
        "time",
        "uhrzeit",
        "zeit",
        "heure",
        "hora",
        "ora",
        "godzina",
    }
    | {"saat", "tijd"}
)
_ENDS = frozenset({"start", "end", "finish", "planned start", "planned end"})
"""Columns that may have been put in front of a list when it was read."""
_OF_A_PLAN_ALONE = frozenset({"duration_minutes", "predecessors", "actual_start"})
_FIRST = 1.0
_RECORD_WORD = 0.7


def may_be(kind: str, fields: Collection[str], naming: str, headers: Sequence[str]) -> bool:
    """Whether a list can be of this kind at all.

    `fields` are those its headers name; `naming` is the header of the name, "" for none. A plan says what is
    done, and when or after what, an incident ends or is called one, a freeze says why or how hard; a column
    called "name" alone does not make a list of environments, nor one of users without addresses a list of
    people unless it is a roster, which is no calendar.
    """
    is_roster = _is_span(headers) and (
        any(_ON_CALL & set(spellings(header)) for header in headers)
        or ("title" not in fields and any(_DOING & set(spellings(header)) for header in headers))
    )
    if is_roster and kind in ("windows", "freezes", "activities"):
        return False
    if kind == "people" and naming and _DOING & set(spellings(naming)) and not is_roster:
        asked = {"email", "phone", "team", "roles"} if naming == headers[0] else {"email", "phone"}
        return not asked.isdisjoint(fields)
    if kind == "applications" and naming and _SERVICES & set(spellings(naming)):
        return not _OF_A_CATALOGUE.isdisjoint(fields)
    if kind == "activities":
        if _OF_AN_ACTIVITY.isdisjoint(fields):
            return False
        if said_of(kind, headers) > 0:
            return True
        return bool((_OF_A_PLAN_ALONE if _is_of_records(headers) else _OF_A_PLAN) & set(fields))
    if kind == "incidents":
        return "ended_at" in fields or said_of(kind, headers) > 0
    if kind == "freezes":
        says_why = "reason" in fields and any(REASON & set(spellings(header)) for header in headers)
        return says_why or "strength" in fields or any(_FREEZE.search(header) for header in headers)
    if kind in _ONLY_BY_THEIR_NAME and _is_span(headers):
        return False
    if kind not in _ONLY_BY_THEIR_NAME or not naming:
        return True
    return any(words in _NAMED_BY[kind] for words in spellings(naming))


def _is_of_records(headers: Sequence[str]) -> bool:
    """Whether the list is of changes, tickets or incidents that happened on a day at a time: these two say
    nothing of a plan then."""
    dated = sum(not _DAY_AND_TIME.isdisjoint(spellings(header)) for header in headers)
    if dated < 2:
        return False
    first = next((found for header in headers if _ENDS.isdisjoint(found := spellings(header))), ())
    return any(_CHANGE.search(words) or _TICKET.search(words) or _INCIDENT.search(words) for words in first)


def _is_span(headers: Sequence[str]) -> bool:
    """Whether the list says from when to when something lasts."""
    words = {one for header in headers for one in spellings(header)}
    return not (words.isdisjoint(SYNONYMS["starts_at"]) or words.isdisjoint(SYNONYMS["ends_at"]))


def told_by_keys(kind: str, keys: Sequence[str]) -> str:
    """The kind that the keys of a list of changes or incidents tell: INC0001 is an incident, CHG0001 none."""
    for other, pattern in (("incidents", _INCIDENT_KEY), ("changes", _CHANGE_KEY)):
        if len(keys) >= 1 and all(pattern.match(key.strip()) for key in keys):
            return other
    return kind


def are_of_incidents(keys: Sequence[str]) -> bool:
    """Whether all these keys are built as those of incidents are."""
    return bool(keys) and all(_INCIDENT_KEY.match(key.strip()) for key in keys)


def is_of_databases(header: str) -> bool:
    """Whether a header names databases."""
    return not _DATABASES.isdisjoint(spellings(header))


def names_another(kind: str, words: str) -> bool:
    """Whether plain words name the very thing of another kind, as "environment" does in applications."""
    others = (named for other, named in _NAMED_BY.items() if other != kind)
    return words not in _NAMED_BY.get(kind, ()) and any(words in named for named in others)


def names_a_change(header: str) -> bool:
    """Whether a header is of changes: "Change", "RFC no"; a "Change window" is none."""
    called = spellings(header)
    is_one = any(map(_CHANGE.search, called)) or any(map(_is_number_of_change, called))
    return is_one and not any(map(_WINDOW.search, called))


def _is_number_of_change(words: str) -> bool:
    """Whether plain words are those of a number of a change: "numero da gmud"."""
    said = set(words.split()) - ARTICLES
    return not said.isdisjoint(CHANGE) and said <= CHANGE | NUMBER


def names_a_record(header: str) -> bool:
    """Whether a header is of changes, tickets or incidents."""
    called = spellings(header)
    return names_a_change(header) or any(_TICKET.search(one) or _INCIDENT.search(one) for one in called)


def put_in_front(header: str) -> bool:
    """Whether a column may have been put in front of a list when it was read."""
    return not _ENDS.isdisjoint(spellings(header))


def names_a_step(header: str) -> bool:
    """Whether a header is of the steps of a plan."""
    return any(words in _NAMED_BY["activities"] for words in spellings(header))


def said_of(kind: str, headers: Sequence[str]) -> float:
    """A bonus where a first header itself names the kind: "Application", "Server", "Person", "Incident"."""
    if kind == "incidents":
        said = any(_INCIDENT.search(words) for header in headers[:3] for words in spellings(header))
        return _RECORD_WORD if said else 0.0
    if kind in _SPANS and any(_WHOLE_DAY & set(spellings(header)) for header in headers):
        return _FIRST
    if kind == "freezes":
        return _RECORD_WORD if any(map(_FREEZE.search, headers[:3])) else 0.0
    if kind == "window_series":
        return 2 * _FIRST
    if kind == "windows" and any(map(_WINDOW.search, spellings(headers[0]))):
        return 2 * _FIRST
    if kind == "changes":
        tracked = any(_TRACKED_AS & set(spellings(header)) for header in headers)
        return _FIRST if tracked or any(map(_TICKET.search, spellings(headers[0]))) else 0.0
    if kind == "configuration_items":
        built = {group for group in _OF_AN_ITEM for header in headers if group & set(spellings(header))}
        if len(built) >= _LEAST_TOLD or not built.isdisjoint(_OF_AN_ITEM[:2]):
            return _FIRST
    hints = _NAMED_BY.get(kind, ())
    return _FIRST if any(words in hints for words in spellings(headers[0])) else 0.0
