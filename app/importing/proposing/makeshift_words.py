"""Headers of columns that can stand in where none is a key, a change, a time or a title."""

from __future__ import annotations

from app.importing.words.spelling import spelt

COMMITTED = spelt(
    "branch, branch name, source branch, head branch, ref, git branch, commit, commit message, message, "
    "comment, comments, changes, title, display title, subject, description, release notes, notes, "
    "work items, stories, release name, issues, known issues, remarks, deployment notes, tickets, "
    "jira issues, jira tickets, commit title, commit messages, pull request, pull request title, pr title, "
    "merge request, merge request title, source branch name, "
    "zweig, branche, rama, ramo, notizen, beschreibung, kommentar"
)
"""Headers of what was committed, in which people name the change they work on."""
BEGINNINGS = spelt(
    "started at, started, started on, start time, start, run started at, created at, created, queued time, "
    "queue time"
)
NUMBERED = spelt(
    """
    demanda, chamado, solicitação, solicitud, petición, requisição, pedido, ocorrência, talep, kayıt, iş emri,
    demande, anfrage, antrag, auftrag, richiesta, segnalazione, zgłoszenie, wniosek, zlecenie, request,
    ticket, case, order, work order, melding, ordem de serviço, protocolo, chiamata, çağrı, bildirim, os, odl,
    caso, sprawa"""
)
"""Headers of what is asked for, which number it where their cells are numbers."""
SAYS_WHAT = (
    spelt(
        """
        task category, taskdisplayname, aufgabenkategorie, catégorie de la tâche, categoría de la tarea,
        categoria da tarefa, categoria attività, kategoria zadania, görev kategorisi"""
    ),
    spelt(
        """
        event id, ereignis id, id de l'événement, id del evento, id do evento, id evento,
        identyfikator zdarzenia, olay kimliği"""
    ),
    spelt(
        """
        entity id, id entity, entity, id entité, entité, id entidad, entidad, id entidade, entidade, entità,
        target, target name, rule name, rule, policy, policy name, record, record name, object type, item,
        item name, module, page, url, parameter, key, variable, config item, config title, config type,
        table, table name, ziel, regel, datensatz, modul, cible, règle, enregistrement, objetivo, regla,
        registro, módulo, alvo, regra,
        bersaglio, regola, cel, reguła, rekord, hedef, kural, kayıt"""
    ),
    spelt(
        """
        action, action type, action name, operation, event, event type, event name, activity, change type,
        details, description, aktion, vorgang, ereignis, opération, événement, acción, operación, evento,
        ação, operação, azione, operazione, akcja, operacja, zdarzenie, işlem, eylem, olay"""
    ),
)
"""Headers that say what sort of thing a log tells, the plainest first."""
OF_A_SPAN = (
    spelt(
        """
        description, omschrijving, purpose, activity, details, notes, note, comment, comments, message,
        reason,
        beschreibung, zweck, bemerkung, commentaire, descripción, motivo, descrição, descrizione, opis,
        açıklama"""
    ),
    spelt(
        """
        maintenance type, type of maintenance, type of work, art der wartung, wartungsart, art der arbeiten,
        maßnahme, type de maintenance, nature des travaux, travaux, tipo de mantenimiento, trabajos,
        tipo de manutenção, trabalhos, tipo di manutenzione, tipo manutenzione, attività, lavori,
        rodzaj prac, zakres prac, prace, bakım türü, yapılacak iş, yapılacak işlem"""
    ),
    spelt(
        """
        release, release name, environment name, environment, environments, application, applications, system,
        systems, affected systems, affected system, server, servers, service, services, affected services,
        scope, type, category, umgebung, environnement, entorno, ambiente, środowisko, ortam, systeme,
        système, systèmes, sistema, sistemas, sistemi, systemy, sistemler, dienst, servicio, servicios,
        serviço, servizio, usługa"""
    ),
)
"""Headers of what can stand for the name of a window or a freeze, the plainest first."""
CAUSES = spelt(
    """
    cause, root cause, causa raiz, causa raíz, cause racine, grundursache, kök neden, reason, ursache,
    grund, raison, motif, causa, motivo, przyczyna, powód, sebep, neden, auslöser, déclencheur, disparador,
    gatilho, tetikleyici, trigger,
    message, error, error message, output, meldung, mensaje, mensagem, messaggio, komunikat, ileti"""
)
"""Headers of why something was down, which can stand for its title."""
HOSTS = spelt(
    "host, hostname, host name, node, device, computer, server name, rechner, hôte, equipo, servidor, sunucu"
)
"""Headers of machines, whose names number nothing, and can stand for the title of what befell them."""
