"""Headers that name the list's own thing beside what the column holds: "Opis kroku", "Wynik wdrożenia"."""

from __future__ import annotations

from app.importing.proposing.composed import GLUE
from app.importing.words.spelling import plain, spelt

_PLANNED = spelt(
    """
    planned, plan, scheduled, soll, geplant, geplante, geplanter, geplantes, prévu, prévue, planifié,
    planifiée, previsto, prevista, planificado, planificada, programado, programada, planejado, planejada,
    planeado, planeada, pianificato, pianificata, planowany, planowana, planowane, planlanan, estimated,
    geschätzt, geschätzte, estimé, estimée, estimado, estimada, stimato, stimata, szacowany, tahmini,
    ursprüngliche, original"""
)
"""A plan's times are planned ones."""
_SUPPORT = spelt(
    """
    support, maintenance, responsible, owning, wartung, wartungs, betreuung, verantwortliches, mantenimiento,
    soporte, manutenção, suporte, manutenzione, supporto, utrzymania, wsparcia, bakım, destek, functional,
    fonctionnelle, funktionale, fachliche, funcional, funzionale, funkcjonalny, hosted, hébergées, alojadas,
    hospedadas, ospitate, used, genutzte, verwendete, utilisés, hébergeant, utilizados, utilizadas,
    utilizzati, używane, kullanılan"""
)
_OWN: dict[str, frozenset[str]] = {
    "activities": _PLANNED
    | spelt(
        """
        task, tasks, step, steps, activity, action, actions, tareas, tarefas, cutover, runbook, ap,
        arbeitspaket, aufgabe, aufgaben, schritt, schritts,
        vorgang, vorgangs, tätigkeit, tâche, tâches, étape, activité, tarea, paso, actividad, tarefa, passo,
        etapa, atividade, attività, passaggio, zadanie, zadania, krok, kroku, czynność, czynności, görev,
        görevin, adım, adımı, adımın, iş, işin"""
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
        "uygulama, uygulamanın, service, system"
    ),
    "configuration_items": _SUPPORT | spelt("ci, ic, item, asset, element, cmdb"),
    "incidents": spelt(
        """
        outage, disruption, störung, störungs, ausfall, panne, interruption, incidencia, interrupción, caída,
        indisponibilidade, disservizio, guasto, awaria, awarii, kesinti, kesintinin, arıza, arızanın,
        olayın"""
    ),
}
"""What the lists of a kind are of, and what they say of all their columns."""


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
    field = {"activities": "players", "deployments": "deployed_by"}.get(kind, "")
    words = set(plain(header).split()) - _JOINING - _OWN.get(kind, frozenset())
    known = _RESPONSIBLE | _PERSON | _DOING
    says_who = bool(words & _RESPONSIBLE) or bool(words & _PERSON and words & _DOING)
    return field if field and says_who and words <= known else ""


def _without_prefix(word: str, own: frozenset[str]) -> str:
    """A word without what the list is of: "" where it is that, "beschreibung" of the German compound
    "Störungsbeschreibung"."""
    if word in own:
        return ""
    before = (one for one in own if len(one) >= _SHORTEST_PREFIX and word.startswith(one))
    longest = max(before, key=len, default="")
    rest = word.removeprefix(longest)
    return rest if len(rest) >= _SHORTEST_REST else word


def describes_own_thing(header: str, kind: str) -> bool:
    """Whether a header is of what is to be done in each step: "Descrição da tarefa"."""
    return kind == "activities" and without_own_thing(header, kind) in _DESCRIPTIONS


_SHORTEST_PREFIX, _SHORTEST_REST = 6, 5
_RESPONSIBLE = spelt(
    """
    responsible, responsable, responsabile, responsável, verantwortlich, verantwortliche, verantwortlicher,
    zuständig, zuständige, zuständiger, odpowiedzialny, odpowiedzialna, sorumlu, sorumlusu, encargado,
    encargada, incaricato, incaricata"""
)
_PERSON = spelt(
    "person, personne, persona, pessoa, osoba, kişi, mitarbeiter, name, nombre, nom, nome, nazwisko, adı"
)
_DOING = spelt(
    """
    executing, performing, execution, ausführend, ausführende, ausführung, durchführende, durchführung,
    exécutant, exécution, réalisation, ejecutora, ejecución, realización, executora, execução, realização,
    esecutrice, esecuzione, realizzazione, wykonująca, wykonujący, wykonanie, wykonania, realizująca,
    yapan, yapacak, uygulayan, yürüten"""
)
_DESCRIPTIONS = spelt(
    "description, beschreibung, descripción, descrição, descrizione, opis, açıklama, açıklaması, tanımı, "
    "omschrijving"
)
_JOINING = GLUE - spelt("no, n, nr, e") | spelt(
    "w, nel, nella, im, in, dans, pela, pelo, par, por, per, für, para, pour, dla"
)
"""Words that only join others, but for those that also mean a number, and the first of "e-posta"."""
