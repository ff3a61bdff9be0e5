"""Programs are known by the headers of their exports, in every language; never by a file's name."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.sources.known import recognise

# source, kind, headers of an export, then the header of key, title, state, owner and created
EXPORTS = [
    (
        "Jira",
        "changes",
        "Summary,Issue key,Issue id,Issue Type,Status,Project key,Assignee,Reporter,Created,Updated",
        ("Issue key", "Summary", "Status", "Assignee", "Created"),
    ),
    (
        "Jira",
        "changes",
        "Work item key,Summary,Work type,Status,Space key,Assignee,Reporter,Created,Updated,Due date",
        ("Work item key", "Summary", "Status", "Assignee", "Created"),
    ),
    (
        "Jira",
        "changes",
        "Project,Key,Summary,Issue Type,Status,Priority,Resolution,Assignee,Reporter,Created,Updated",
        ("Key", "Summary", "Status", "Assignee", "Created"),
    ),
    (
        "Jira (de)",
        "changes",
        "Zusammenfassung,Vorgangsschlüssel,Vorgangs-ID,Vorgangstyp,Status,Projektschlüssel,"
        "Zugewiesene Person,"
        "Autor,Erstellt,Aktualisiert,Komponente(n),Fälligkeitsdatum",
        ("Vorgangsschlüssel", "Zusammenfassung", "Status", "Zugewiesene Person", "Erstellt"),
    ),
    (
        "Jira (fr)",
        "changes",
        "Résumé,Clé de ticket,ID de ticket,Type de ticket,État,Clé de projet,Personne assignée,Rapporteur,"
        "Créateur,Création,Mise à jour,Date d'échéance",
        ("Clé de ticket", "Résumé", "État", "Personne assignée", "Création"),
    ),
    (
        "Jira (es)",
        "changes",
        "Resumen,Clave de incidencia,ID de la incidencia,Tipo de Incidencia,Estado,Persona asignada,"
        "Informador,"
        "Creada,Actualizada,Fecha de vencimiento",
        ("Clave de incidencia", "Resumen", "Estado", "Persona asignada", "Creada"),
    ),
    (
        "Jira (pt)",
        "changes",
        "Resumo,Chave da item,ID da item,Tipo de item,Status,Responsável,Relator,Criado,Atualizado(a),"
        "Data limite",
        ("Chave da item", "Resumo", "Status", "Responsável", "Criado"),
    ),
    (
        "Jira (it)",
        "changes",
        "Riepilogo,Chiave segnalazione,ID segnalazione,Tipo segnalazione,Stato,Assegnatario,Segnalante,"
        "Creato,"
        "Aggiornato,Data di scadenza",
        ("Chiave segnalazione", "Riepilogo", "Stato", "Assegnatario", "Creato"),
    ),
    (
        "Jira (pl)",
        "changes",
        "Podsumowanie,Klucz zgłoszenia,ID zgłoszenia,Typ zgłoszenia,Status,Osoba przypisana,Zgłaszający,"
        "Utworzono,Zaktualizowano,Termin",
        ("Klucz zgłoszenia", "Podsumowanie", "Status", "Osoba przypisana", "Utworzono"),
    ),
    (
        "Jira (tr)",
        "changes",
        "Özet,Sorun anahtarı,Sorun kimliği,Sorun Tipi,Durum,Atanan,Raporlayan,Oluşturuldu,Güncellendi,"
        "Bitiş tarihi",
        ("Sorun anahtarı", "Özet", "Durum", "Atanan", "Oluşturuldu"),
    ),
    (
        "Jira (tr)",
        "changes",
        "Özet,Konu anahtarı,Konu kimliği,Konu Türü,Durum,Proje anahtarı,Öncelik,Çözüm,Atanan Kişi,Raporlayan,"
        "Oluşturan,Oluşturulan,Güncellendi,Çözülme Tarihi,Bitiş tarihi",
        ("Konu anahtarı", "Özet", "Durum", "Atanan Kişi", "Oluşturulan"),
    ),
    (
        "ServiceNow changes",
        "changes",
        "number,short_description,type,state,risk,assignment_group,assigned_to,start_date,end_date,"
        "sys_created_on",
        ("number", "short_description", "state", "assigned_to", "sys_created_on"),
    ),
    (
        "ServiceNow changes",
        "changes",
        "Number,Short description,Type,State,Planned start date,Planned end date,Assigned to,Risk,"
        "Configuration item",
        ("Number", "Short description", "State", "Assigned to", None),
    ),
    (
        "ServiceNow incidents",
        "incidents",
        "number,short_description,caller_id,priority,state,category,assignment_group,assigned_to,opened_at",
        ("number", "short_description", "state", "assigned_to", "opened_at"),
    ),
    (
        "ServiceNow incidents",
        "incidents",
        "Number,Opened,Short description,Caller,Priority,State,Category,Assignment group,Assigned to,Updated",
        ("Number", "Short description", "State", "Assigned to", "Opened"),
    ),
    (
        "ServiceNow tasks",
        "changes",
        "Number,Short description,Assignment group,Assigned to,State,Due date,Opened,Task type",
        ("Number", "Short description", "State", "Assigned to", "Opened"),
    ),
    (
        "Azure DevOps",
        "changes",
        "ID,Work Item Type,Title,Assigned To,State,Tags,Area Path,Iteration Path,Created Date",
        ("ID", "Title", "State", "Assigned To", "Created Date"),
    ),
    (
        "Azure DevOps",
        "changes",
        "ID,Arbeitselementtyp,Titel,Zugewiesen an,Status,Markierungen",
        ("ID", "Titel", "Status", "Zugewiesen an", None),
    ),
    (
        "Redmine",
        "changes",
        "#,Project,Tracker,Parent task,Status,Priority,Subject,Author,Assignee,Updated,Category,Due date,"
        "Created",
        ("#", "Subject", "Status", "Assignee", "Created"),
    ),
    (
        "Redmine",
        "changes",
        "#,Projekt,Tracker,Übergeordnetes Ticket,Status,Priorität,Thema,Autor,Zugewiesen an,Aktualisiert,"
        "Kategorie,"
        "Zielversion,Beginn,Abgabedatum,% erledigt,Angelegt",
        ("#", "Thema", "Status", "Zugewiesen an", "Angelegt"),
    ),
    (
        "Redmine",
        "changes",
        "#,Projet,Tracker,Tâche parente,Statut,Priorité,Sujet,Auteur,Assigné à,Mis-à-jour,Catégorie,Créé",
        ("#", "Sujet", "Statut", "Assigné à", "Créé"),
    ),
    (
        "GLPI",
        "changes",
        "ID;Titre;Entité;Statut;Dernière modification;Date d'ouverture;Priorité;Demandeur - Demandeur;"
        "Attribué à - Technicien;Catégorie",
        ("ID", "Titre", "Statut", "Attribué à - Technicien", "Date d'ouverture"),
    ),
    (
        "GLPI",
        "changes",
        "ID;Title;Entity;Status;Last update;Opening date;Priority;Requester - Requester;"
        "Assigned to - Technician",
        ("ID", "Title", "Status", "Assigned to - Technician", "Opening date"),
    ),
    (
        "GLPI",
        "changes",
        "ID;Titre;Statut;Dernière modification;Date d'ouverture;Priorité;Demandeur - Demandeur;"
        "Attribué à - Technicien;Catégorie;TTR",
        ("ID", "Titre", "Statut", "Attribué à - Technicien", "Date d'ouverture"),
    ),
    (
        "GLPI",
        "changes",
        "ID;Título;Estado;Última actualización;Fecha de apertura;Prioridad;Solicitante - Solicitante;"
        "Asignada a - Técnico;Categoría;Tiempo para resolver;",
        ("ID", "Título", "Estado", "Asignada a - Técnico", "Fecha de apertura"),
    ),
    (
        "GLPI",
        "changes",
        "ID;Title;Opening Date;Closing Date;Resolution Date;Requester - Requester;Assigned To - Technician;"
        "Priority;Status;Watcher - Watcher Group;Last Update;",
        ("ID", "Title", "Status", "Assigned To - Technician", "Opening Date"),
    ),
    (
        "Bugzilla",
        "changes",
        "bug_id,product,component,assigned_to,bug_status,resolution,short_desc,changeddate,opendate",
        ("bug_id", "short_desc", "bug_status", "assigned_to", "opendate"),
    ),
    (
        "GitHub",
        "changes",
        "number,title,state,user.login,assignees,labels,created_at,updated_at,closed_at,body,html_url",
        ("number", "title", "state", "assignees", "created_at"),
    ),
    (
        "GitLab",
        "changes",
        "Title,Description,Issue ID,URL,State,Author,Author Username,Assignee,Assignee Username,"
        "Confidential,Locked,"
        "Due Date,Created At (UTC),Updated At (UTC),Closed At (UTC),Milestone,Weight,Labels",
        ("Issue ID", "Title", "State", "Assignee", "Created At (UTC)"),
    ),
    (
        "ClickUp",
        "changes",
        "Task Type,Task ID,Task Custom ID,Task Name,Task Content,Status,Date Created,Due Date,Assignees,Tags,"
        "Priority,List Name,Folder Name,Space Name",
        ("Task ID", "Task Name", "Status", "Assignees", "Date Created"),
    ),
    (
        "ServiceNow changes",
        "changes",
        "Nummer,Kurzbeschreibung,Typ,Status,Risiko,Auswirkung,Priorität,Zuweisungsgruppe,Zugewiesen an,"
        "Angefordert von,Konfigurationselement,Geplantes Startdatum,Geplantes Enddatum,Erstellt",
        ("Nummer", "Kurzbeschreibung", "Status", "Zugewiesen an", "Erstellt"),
    ),
    (
        "ServiceNow changes",
        "changes",
        "Numéro,Résumé,Type,Etat,Date de début planifiée,Date de fin planifiée,Affecté à,"
        "Code de fermeture,Balises,Créé",
        ("Numéro", "Résumé", "Etat", "Affecté à", "Créé"),
    ),
    (
        "ServiceNow changes",
        "changes",
        "Número,Descrição resumida,Tipo,Estado,Data de início planejada,Data de término planejada,"
        "IC Impactado,Grupo de atribuição,Solicitação de,Aberta por,Atribuído a,Plano de teste,Aberto(a)",
        ("Número", "Descrição resumida", "Estado", "Atribuído a", "Aberto(a)"),
    ),
    (
        "BMC Remedy changes",
        "changes",
        "Change ID*+,Summary*,Status*,Coordinator Group*,Change Coordinator*,Scheduled Start Date+,"
        "Risk Level*,Submit Date",
        ("Change ID*+", "Summary*", "Status*", "Change Coordinator*", "Submit Date"),
    ),
    (
        "BMC Remedy changes",
        "changes",
        "Infrastructure Change ID,Change Request Status,Description,ASORG,ASGRP,ASCHG,ServiceCI,Risk Level,"
        "Change Timing,Detailed Description,Scheduled Start Date,Scheduled End Date,Submit Date",
        ("Infrastructure Change ID", "Description", "Change Request Status", "ASCHG", "Submit Date"),
    ),
    (
        "BMC Remedy incidents",
        "incidents",
        "Incident Number,Description,Detailed Decription,Status,Priority,Assigned Group,Assignee,"
        "Reported Date,Submit Date,Company",
        ("Incident Number", "Description", "Status", "Assignee", "Submit Date"),
    ),
    (
        "BMC Remedy incidents",
        "incidents",
        "Incident ID*+,Summary*,Status*,Priority*,Assigned Group*+,Assignee+,Reported Date+,Submit Date,"
        "Company*+",
        ("Incident ID*+", "Summary*", "Status*", "Assignee+", "Submit Date"),
    ),
]


@pytest.mark.parametrize(("source", "kind", "headers", "named"), EXPORTS)
def test_an_export_is_recognised_and_its_columns_are_understood(
    source: str, kind: str, headers: str, named: tuple[str | None, ...]
) -> None:
    separator = ";" if ";" in headers else ","
    table = read_table(f"{headers}\nK-1{separator * headers.count(separator)}\n".encode())
    proposal = propose(table)
    assert (proposal.source, proposal.kind) == (source, kind)
    assert proposal.confidence >= 0.8
    wanted = zip(named, ("key", "title", "state", "owner", "created_in_source"), strict=True)
    for header, field in wanted:
        if header is not None:
            assert proposal.mapping.columns.get(header) == field, (header, proposal.mapping.columns)


MORE = [
    ("Redmine", "#,Proyecto,Tipo,Tarea padre,Estado,Prioridad,Asunto,Autor,Asignado a,Actualizado,Creado"),
    ("Redmine", "#,Projeto,Tipo,Tarefa pai,Situação,Prioridade,Título,Autor,Atribuído para,Alterado em"),
    ("Redmine", "#,Progetto,Tracker,Attività principale,Stato,Priorità,Oggetto,Autore,Assegnato a,Creato"),
    ("Redmine", "#,Projekt,Typ zagadnienia,Zagadnienie nadrzędne,Status,Priorytet,Temat,Autor,Przypisany do"),
    ("Redmine", "#,Proje,İş tipi,Üst iş,Durum,Öncelik,Konu,Yazar,Atanan,Güncellendi,Oluşturulma"),
    ("Redmine", "#,Tipo,Estado,Prioridad,Asunto,Asignado a,Actualizado"),
    ("Redmine", "#,Tipo,Situação,Prioridade,Título,Atribuído para,Alterado em"),
    ("Redmine", "#,Tipo,Estado,Prioridade,Assunto,Atribuído a,Alterado"),
    ("Redmine", "#,Tracker,Statut,Priorité,Sujet,Assigné à,Mis-à-jour"),
    ("Redmine", "#,Tracker,Stato,Priorità,Oggetto,Assegnato a,Aggiornato"),
    ("Redmine", "#,İş tipi,Durum,Öncelik,Konu,Atanan,Güncellenme"),
    ("Bugzilla", "Bug-ID,Produkt,Komponente,Bearbeiter,Status,Lösung,Zusammenfassung,Geändert"),
    ("Azure DevOps", "ID,Type d'élément de travail,Titre,Affecté à,État,Balises"),
    ("Azure DevOps", "Id.,Tipo de elemento de trabajo,Título,Asignado a,Estado,Etiquetas"),
    ("ServiceNow incidents", "number,incident_state,active,caller_id,opened_by,opened_at,priority"),
    ("ServiceNow incidents", "Nummer,Kurzbeschreibung,Anrufer,Priorität,Status,Zuweisungsgruppe"),
    ("ServiceNow incidents", "Numer,Krótki opis,Stan,Priorytet,Grupa przypisania,Przypisane do,Rozwiązano"),
    ("ServiceNow incidents", "Incident ID,Short Description,Status,Opened Date,Assigned Group,Affected CI"),
    ("iTop tickets", "Ref,Title,Caller->Full name,Agent->Full name,Status,Start date,Last update,Priority"),
    ("iTop changes", "Powiązanie,Organizacja,Agent->Pełna nazwa,Tytuł,Status,Data rozpoczęcia,Plan awaryjny"),
    ("iTop changes", "Ref,Organizzazione,Agente,Titolo,Stato,Data di inizio,Interruzione,Piano alternativo"),
    ("iTop changes", "Referans,Organizasyon Adı,Temsilci,Başlık,Durumu,Geridönüş planı,Servis kesilmesi"),
    ("iTop changes", "Ref.,Nome da organização,Agente,Título,Status,Plano de contingência,Outage"),
    ("iTop changes", "Ref,Title,Requestor->Full name,Status,Start date,End date,Fallback plan,Outage"),
    (
        "OpenText Service Manager",
        "Change ID,Title,Phase,Status,Initiated By,Planned Start,Planned End,Impact",
    ),
    ("OpenText Service Manager", "Id,Title,Phase,Status,Owner,Change model,Scheduled start time,Risk"),
    ("SolarWinds Service Desk", "Number,Name,State,Requester,Planned Start,Planned End,Rollback Plan,Site"),
    ("osTicket", "Ticket Number,Date Created,Subject,From,Help Topic,Source,Current Status,Last Updated"),
    ("Request Tracker", "id,Subject,Status,Queue,Owner,Requestors,Created,LastUpdated"),
    ("Zoho Desk", "Ticket Id,Subject,Status (Ticket),Ticket Owner,Channel,Department,Due Date"),
    ("Pivotal Tracker", "Id,Title,Labels,Iteration,Type,Current State,Accepted at,Requested By,Owned By"),
    ("incident.io", "ID,Reference,Name,Status,Severity,Incident Lead,Impact started at,Fixed at"),
    ("Rootly", "Sequential ID,Title,Severity,Status,Started At,Mitigated At,Resolved At,Services"),
    ("FireHydrant", "number,name,severity,current_milestone,started_at,resolved_at,services"),
    ("Jenkins", "number,result,building,timestamp,duration,builtOn,url"),
    ("TOPdesk incidents", "Incident number,Brief description,Caller,Operator,Status,Creation date,Object ID"),
    (
        "Zendesk",
        "id,subject,status,priority,requester_id,assignee_id,group_id,created_at,updated_at,via.channel",
    ),
    ("Jira (it)", "Riepilogo,Chiave elemento di lavoro,Stato,Priorità,Assegnatario,Segnalante,Aggiornato"),
    ("Mantis", "Eintrags-ID,Projekt,Reporter,Priorität,Reproduzierbar,Zusammenfassung,Status,Lösung"),
    ("TOPdesk changes", "Änderungsnummer,Kurzbeschreibung,Antragsteller,Bearbeiter,Status,Priorität,Objekt"),
    ("Ivanti changes", "ChangeID,Subject,Status,Type,Owner,Owner Team,Requested By,Scheduled Start Date"),
    ("ServiceDesk Plus requests", "Request ID,Subject,Requester,Technician,Request Status,Site,Group"),
    ("GitLab deployments", "id,iid,ref,sha,status,environment,deployable_name,created_at,finished_at"),
    ("GitLab pipelines", "id,iid,ref,sha,status,source,web_url,created_at,updated_at"),
    ("ServiceNow outages", "Number,Configuration item,Type,Begin,End,Duration,Short description"),
    ("GLPI", "ID,Título,Entidad,Estado,Última actualización,Fecha de apertura,Prioridad"),
    ("GLPI", "ID,Tytuł,Podmiot,Status,Ostatnia aktualizacja,Data otwarcia,Priorytet"),
    ("GitHub project", "Title,URL,Assignees,Status,Labels,Linked pull requests,Milestone,Repository"),
]


@pytest.mark.parametrize(("source", "headers"), MORE)
def test_more_languages_are_recognised_surely(source: str, headers: str) -> None:
    found, confidence = recognise(tuple(headers.split(",")))
    assert found.name == source
    assert confidence >= 0.8


@pytest.mark.parametrize(
    "headers",
    [
        "a,b,c",
        "ID,Type,Subject,Status,Owner",
        "Name,Amount,City",
        "Key,Title,State",
        "Summary",
        "ID,Title",
        "Change ID,Description,Risk Level",
    ],
)
def test_a_list_of_no_known_program_is_generic(headers: str) -> None:
    source, confidence = recognise(tuple(headers.split(",")))
    assert (source.name, confidence) == ("", 0.0)


def test_the_split_titles_of_a_tree_of_work_items_are_one_title() -> None:
    table = read_table(b"ID,Work Item Type,Title 1,Title 2,State\n1,Epic,Top,,New\n2,Task,,Below,New\n")
    proposal = propose(table)
    assert proposal.mapping.headers_of("title") == ("Title 1", "Title 2")


def test_the_people_of_a_service_desk_are_people() -> None:
    table = read_table(
        '"Usuário";"Último nome";"E-mails";"Telefone"\n"ana.lima";"Lima";"ana@example.org";"12"\n'.encode()
    )
    proposal = propose(table)
    assert proposal.kind == "people"
    assert proposal.mapping.headers_of("name") == ("Usuário",)
    assert proposal.mapping.headers_of("email") == ("E-mails",)


def test_components_and_linked_issues_of_an_older_jira_are_understood() -> None:
    headers = "Schlüssel;Zusammenfassung;Vorgangstyp;Status;Bearbeiter;Komponente/n;Verknüpfte Vorgänge"
    table = read_table(f"{headers}\nPAY-1;Eins;Aufgabe;Offen;Eva;Kasse, Lager;PAY-2, PAY-3\n".encode())
    mapping = propose(table).mapping
    assert mapping.headers_of("applications") == ("Komponente/n",)
    assert mapping.headers_of("links") == ("Verknüpfte Vorgänge",)
