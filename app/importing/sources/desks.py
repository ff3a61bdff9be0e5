"""Lists of other service desks and trackers: OTRS, Freshservice, ServiceDesk Plus, TOPdesk, OpenProject."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_QUEUE = spelt("queue, file, file d'attente, cola, fila, coda, kolejka, kuyruk")
_TITLE = spelt("title, subject, titel, betreff, titre, sujet, título, titolo, tytuł, başlık")
_OTRS_TYPICAL = spelt(
    """
    state, priority, owner, responsible, created, changed, close time, customerid, customer user, age,
    agent owner, last changed, statetype, untiltime, realtilltimenotused, sla, service, alter, erstellt,
    zuletzt geändert, ticket geschlossen, status, priorität, kundenbenutzer, agent besitzer,
    verantwortlicher, âge, créé, état, priorité, dernière modification, date de clôture, responsable,
    antigüedad, creado, fecha de cierre, estado, prioridad, agente propietario, idade, criado,
    última alteração, hora de fechamento, prioridade, atendente proprietário, responsável, età, creato,
    stato, priorità, agente proprietario, wiek, utworzono, czas zamknięcia, stan, priorytet,
    agent właściciel, yaş, oluşturuldu, durum, öncelik"""
)
_OTRS_SECOND = spelt(
    "responsible, verantwortlicher, responsable, responsável, responsabile, odpowiedzialny, sorumlu"
)
_OTRS_COLUMNS = {
    **dict.fromkeys(_OTRS_SECOND, "owner"),
    **dict.fromkeys(_QUEUE, "team"),
    **dict.fromkeys(
        spelt(
            """
            owner, agent owner, agent besitzer, besitzer, agente propietario, propietario,
            atendente proprietário, proprietário, agente proprietario, agent właściciel, właściciel,
            opérateur propriétaire, propriétaire"""
        ),
        "owner",
    ),
    **dict.fromkeys(
        spelt(
            """
            customer user, kundenbenutzer, utilisateur client, client utilisateur, usuario del cliente,
            usuário cliente, utente cliente, użytkownik klienta, müşteri kullanıcı"""
        ),
        "requester",
    ),
    **dict.fromkeys(
        spelt(
            """
            close time, ticket geschlossen, schließzeit, date de clôture, date de fermeture,
            fecha de cierre, hora de fechamento, data hora de fechamento, tempo de fecho, ora di chiusura,
            orario di chiusura, czas zamknięcia, kapanış zamanı"""
        ),
        "closed_in_source",
    ),
    **dict.fromkeys(
        spelt(
            """
            last changed, zuletzt geändert, dernière modification, último cambio, última modificación,
            última alteração, ultima modifica, ostatnio zmienione, ostatnia zmiana, son değişiklik"""
        ),
        "updated_in_source",
    ),
}
DESKS: tuple[Source, ...] = (
    Source(
        "OTRS",
        "changes",
        (spelt("ticket number, ticket, ticketnummer, tn"), _QUEUE, _TITLE),
        _OTRS_TYPICAL,
        {**_OTRS_COLUMNS, "ticket": "key", "ticket number": "key", "tn": "key"},
        second=_OTRS_SECOND,
    ),
    Source(
        "OTRS",
        "changes",
        (spelt("ticket#, zgłoszenie#, bilet#"), _QUEUE, _TITLE),
        _OTRS_TYPICAL,
        {
            **_OTRS_COLUMNS,
            "ticket#": "key",
            "zgloszenie#": "key",
            "bilet#": "key",
            **dict.fromkeys(spelt("number, nummer, numéro, número, numero, numer, numara, no"), ""),
        },
        second=_OTRS_SECOND,
    ),
    Source(
        "Freshservice changes",
        "changes",
        (
            spelt("change id"),
            spelt("subject"),
            spelt("requester, requester name"),
            spelt("agent, agent name, assigned agent"),
        ),
        spelt(
            """
            status, priority, impact, risk, change type, group, category, department, planned start date,
            planned end date, created date, last updated date, approval status, assigned group, assets,
            workspace, maintenance window, sub category, created time, last updated time"""
        ),
        {
            "agent": "owner",
            "agent name": "owner",
            "assigned agent": "owner",
            "assigned group": "team",
            "group name": "team",
            "maintenance window": "release",
            "approval status": "",
            "planned end date": "",
            "last updated date": "updated_in_source",
        },
    ),
    Source(
        "ServiceDesk Plus changes",
        "changes",
        (
            spelt("change id"),
            spelt("title"),
            spelt("change requester, change owner, change manager"),
            spelt("stage"),
        ),
        spelt(
            """
            status, change type, risk, urgency, impact, scheduled start time, scheduled end time,
            services affected, assets involved, created time, completed time, change requester, change owner,
            change manager"""
        ),
        {"stage": "", "change type": "change_class"},
        {"state": {"Accepted": "intake"}},
    ),
    Source(
        "ServiceDesk Plus requests",
        "incidents",
        (
            spelt("request id, requestid"),
            spelt("subject"),
            spelt("technician"),
            spelt(
                "request status, responded date, responded time, dueby date, dueby time, due by time, site, "
                "overdue status, sla, request type, request mode"
            ),
        ),
        spelt(
            """
            requester, group, priority, category, created date, created time, resolved time, completed time,
            urgency, impact, subcategory, item, mode, department, status, request status"""
        ),
        {
            "request id": "key",
            "requestid": "key",
            "technician": "owner",
            "request status": "state",
            "resolved time": "ended_at",
            "completed time": "closed_in_source",
            "request type": "",
        },
    ),
    Source(
        "TOPdesk incidents",
        "incidents",
        (
            spelt("incident number, incidentnummer, meldingnummer, call number, meldungsnummer"),
            spelt("brief description, korte omschrijving, korte omschrijving details, kurzbeschreibung"),
            spelt(
                """
                operator, operator group, behandelaar, behandelaarsgroep, line, object id, object, bearbeiter,
                bearbeitergruppe, objekt id"""
            ),
        ),
        spelt(
            """
            caller, aanmelder, status, priority, prioriteit, impact, urgency, category, categorie,
            subcategory, creation date, aanmaakdatum, target date, streefdatum, completed on, closed on,
            afgemeld, gereed"""
        ),
        {
            "brief description": "title",
            "operator": "owner",
            "operator group": "team",
            "caller": "requester",
            "object": "configuration_items",
            "object id": "configuration_items",
            "objekt id": "configuration_items",
            "meldungsnummer": "key",
            "completed on": "ended_at",
            "target date": "",
            "streefdatum": "",
        },
    ),
    Source(
        "TOPdesk changes",
        "changes",
        (
            spelt("wijzigingsnummer, change number"),
            spelt("korte omschrijving, brief description"),
            spelt(
                """
                behandelaar, behandelaarsgroep, aanmelder, aanvrager, coördinator, operator, operator group,
                caller, requester, simple extensive"""
            ),
        ),
        spelt(
            """
            status, type, impact, geplande startdatum, geplande einddatum, aanmaakdatum, object, operator,
            planned start date, planned end date, creation date, category, coordinator"""
        ),
        {
            "brief description": "title",
            "operator": "owner",
            "caller": "requester",
            "object": "configuration_items",
            "einddatum": "",
            "wijzigingsdatum": "updated_in_source",
        },
    ),
    Source(
        "TOPdesk changes",
        "changes",
        (
            spelt("änderungsnummer"),
            spelt("kurzbeschreibung"),
            spelt("bearbeiter, bearbeitergruppe, antragsteller"),
        ),
        spelt(
            """
            status, änderungsart, priorität, objekt, geplanter beginn, geplantes ende, erstellungsdatum,
            kategorie, koordinator"""
        ),
        {"objekt": "configuration_items"},
    ),
    Source(
        "OpenProject",
        "changes",
        (
            spelt("id"),
            spelt("subject"),
            spelt("accountable, remaining work, derived start date, story points"),
        ),
        spelt(
            """
            type, status, assignee, priority, project, version, parent, start date, finish date, due date,
            created on, updated on, work, % complete, progress"""
        ),
        {"version": "release", "finish date": "deployment_on", "start date": "", "type": "", "project": ""},
    ),
)
