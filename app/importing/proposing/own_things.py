"""Headers that name the list's own thing beside what the column holds: "Opis kroku", "Wynik wdrożenia"."""

from __future__ import annotations

from app.importing.words.concepts_parties import PERFORMING, PERSON, RESPONSIBLE
from app.importing.words.concepts_things import EXECUTION, OUTAGE, STEP
from app.importing.words.concepts_times import ESTIMATED, SCHEDULED
from app.importing.words.joining import GLUE
from app.importing.words.spelling import plain, spelt

_PLANNED = ESTIMATED | SCHEDULED | spelt("soll, ursprüngliche, original")
"""A plan's times are planned ones; what is expected of a step is none, nor a programme."""
_SUPPORT = spelt(
    """
    support, maintenance, responsible, owning, wartung, wartungs, betreuung, verantwortliches, mantenimiento,
    soporte, manutenção, suporte, manutenzione, supporto, utrzymania, wsparcia, bakım, destek, functional,
    fonctionnelle, fonctionnel, funktionale, fachliche, funcional, funzionale, funkcjonalny, hosted,
    hébergées, alojadas,
    hospedadas, ospitate, used, genutzte, verwendete, utilisés, hébergeant, utilizados, utilizadas,
    utilizzati, używane, kullanılan, running, laufende, gehostete, ejecutándose, działająca,
    üzerindeki, çalışan, barındırılan"""
)
_DESCRIPTIONS = spelt(
    "description, beschreibung, descripción, descrição, descrizione, opis, açıklama, açıklaması, tanımı, "
    "omschrijving"
)
"""What says all of a step; its details say more than that."""
_JOINING = (GLUE - spelt("e")) | spelt(
    "w, nel, nella, im, in, dans, pela, pelo, par, por, per, für, para, pour, dla"
)
"""Words that only join others at either end, but for the first of "e-posta" and the last of "assigned to"."""
_SHORTEST_PREFIX, _SHORTEST_REST = 6, 5
_OWN: dict[str, frozenset[str]] = {
    "activities": _PLANNED
    | STEP
    | spelt(
        """
        steps, action, actions, tareas, tarefas, cutover, runbook, ap, arbeitspaket, schritts, vorgangs,
        tätigkeit, tâches, etapa, görevin, adımı, adımın, iş, işin"""
    ),
    "deployments": spelt(
        """
        deployment, deployments, deploy, deployed, rollout, rollouts, released, bereitstellung, ausgerollte,
        eingespielte, déploiement, déployée, déployé, livraison, livrée, despliegue, desplegada, desplegado,
        implantação, implantada, rilascio, rilasciata, distribuzione, wdrożenie, wdrożenia, wdrożona,
        dağıtım, dağıtımı, dağıtılan, target, cible, ziel, destino, destinazione, docelowe, hedef"""
    ),
    "builds": spelt(
        """
        build, builds, pipeline, job, compilation, compilación, compilação, compilazione, kompilacja,
        kompilacji, kompilierung, derleme, derlemenin"""
    ),
    "people": spelt(
        """
        address, adresse, adresi, adres, dirección, endereço, indirizzo, professional, professionnel,
        professionnelle, corporate, corporativo, corporativa, geschäftlich, geschäftliche, dienstlich,
        dienstliche, aziendale, służbowy, służbowa, kurumsal, contact, contacto, contato, contatto, kontakt,
        kontaktowy, iletişim, business, work, office, release, rilascio, wydaniu, lanzamiento, sürüm"""
    ),
    "applications": _SUPPORT
    | spelt(
        "application, app, anwendung, anwendungs, aplicación, aplicação, applicazione, aplikacja, aplikacji, "
        "uygulama, uygulamanın, service, system, servicio, serviço, servizio, usługa, usługi, dienst, hizmet"
    ),
    "configuration_items": _SUPPORT | spelt("ci, ic, item, asset, element, cmdb"),
    "teams": spelt(
        """
        team, group, gruppo, grupo, groupe, equipe, équipe, equipo, gruppe, grupa, grupy, zespół, zespołu,
        takım, grup, grubun, squadra"""
    ),
    "incidents": OUTAGE
    | spelt(
        """
        disruption, störung, störungs, panne, incidencia, caída, corte, guasto, awaria, awarii, kesintinin,
        arıza, arızanın, olayın"""
    ),
}
"""What the lists of a kind are of, and what they say of all their columns."""
_DOERS = {"activities": "players", "deployments": "deployed_by"}
"""The field of who does what the lists of a kind are of."""
_DOING = PERFORMING | EXECUTION
_SAYING_WHO = RESPONSIBLE | PERSON | _DOING


def without_own_thing(header: str, kind: str) -> str:
    """The plain words of a header without those of what the kind's lists are of, nor those that only join
    others at either end: "opis" of "Opis kroku"; "" where it has no such words, or nothing else."""
    own = _OWN.get(kind)
    if own is None:
        return ""
    words = plain(header).split()
    rest = [part for word in words if (part := _without_prefix(word, own))]
    if rest == words:
        return ""
    while rest and rest[-1] in _JOINING:
        rest.pop()
    while rest and rest[0] in _JOINING:
        rest = rest[1:]
    return " ".join(rest)


def doer_composed(header: str, kind: str) -> str:
    """The field of who does a step or made a deployment, where the words of a header together say so:
    "Responsável pela execução", "Osoba wykonująca"; "" for any other. Every word has to be known."""
    field = _DOERS.get(kind, "")
    if not field:
        return ""
    words = set(plain(header).split()) - _JOINING - _OWN[kind]
    says_who = bool(words & RESPONSIBLE) or bool(words & PERSON and words & _DOING)
    says_who = says_who or bool(words and words <= PERFORMING)
    return field if says_who and words <= _SAYING_WHO else ""


def _without_prefix(word: str, own: frozenset[str]) -> str:
    """A word without what the list is of: "" where it is that, "beschreibung" of the German compound
    "Störungsbeschreibung"."""
    if word in own:
        return ""
    ends = range(len(word) - 1, _SHORTEST_PREFIX - 1, -1)
    longest = next((end for end in ends if word[:end] in own), len(word))
    rest = word[longest:]
    return rest if len(rest) >= _SHORTEST_REST else word


def describes_own_thing(header: str, kind: str) -> bool:
    """Whether a header is of what is to be done in each step: "Descrição da tarefa"."""
    return kind == "activities" and without_own_thing(header, kind) in _DESCRIPTIONS
