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
    hospedadas, ospitate"""
)
_OWN: dict[str, frozenset[str]] = {
    "activities": _PLANNED
    | spelt(
        """
        task, step, activity, cutover, runbook, ap, arbeitspaket, aufgabe, aufgaben, schritt, schritts,
        vorgang, vorgangs, tätigkeit, tâche, tâches, étape, activité, tarea, paso, actividad, tarefa, passo,
        etapa, atividade, attività, passaggio, zadanie, zadania, krok, kroku, czynność, czynności, görev,
        görevin, adım, adımı, adımın, iş, işin"""
    ),
    "deployments": spelt(
        """
        deployment, deployments, deploy, deployed, rollout, released, bereitstellung, ausgerollte,
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
        kontaktowy, iletişim, business, work, office"""
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
    words = plain(header).split()
    rest = [word for word in words if own is None or word not in own]
    if own is None or len(rest) == len(words):
        return ""
    while rest and rest[-1] in GLUE and rest[-1] not in _NUMBERS:
        rest.pop()
    while rest and rest[0] in GLUE and rest[0] not in _NUMBERS:
        rest = rest[1:]
    return " ".join(rest)


def describes_own_thing(header: str, kind: str) -> bool:
    """Whether a header is of what is to be done in each step: "Descrição da tarefa"."""
    return kind == "activities" and without_own_thing(header, kind) in _DESCRIPTIONS


_DESCRIPTIONS = spelt(
    "description, beschreibung, descripción, descrição, descrizione, opis, açıklama, açıklaması, tanımı, "
    "omschrijving"
)
_NUMBERS = spelt("no, n, nr")
"""Words for a number that join others in some languages."""
