"""Ticket lists of trackers as they were found in public: source, what columns mean, links and states."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table
from app.importing.words.links import is_link_header, link_kind
from app.importing.words.spelling import spellings


def proposal(text: str) -> Proposal:
    """What a list seems to be."""
    return propose(read_table(text.encode()))


LISTS: list[tuple[str, str, dict[str, str]]] = [
    (
        "Jira (it)",
        "Riepilogo,Chiave di ticket,ID ticket,Tipo ticket,Stato,Assegnatario,Richiedente,Creati,Risolti\n"
        "Sensore,MON-120,55120,Bug,Aperto,Luca Bianchi,Anna Verdi,12/gen/26 9:10 AM,\n"
        "Firmware,MON-121,55121,Bug,Chiusa,Luca Bianchi,Anna Verdi,02/mag/26 9:10 AM,14/giu/26 11:00 AM\n",
        {
            "Chiave di ticket": "key",
            "ID ticket": "",
            "Richiedente": "requester",
            "Creati": "created_in_source",
            "Risolti": "closed_in_source",
        },
    ),
    (
        "Jira",
        "Issue Type,Summary,Description,Priority,Labels,Story Points,Fix Version,Component\n"
        'Bug,Select has no name,,Highest,"a11y,wcag",4,Phase 1,Frontend\n'
        'Bug,Contrast is too low,,High,"a11y,wcag",3,Phase 2,Frontend\n',
        {"Labels": "labels", "Fix Version": "release", "Component": "applications", "Issue Type": ""},
    ),
    (
        "Jira (pl)",
        "Podsumowanie,Klucz zgłoszenia,Status,Wersja/e naprawcze,Komponent/y,"
        "Pole niestandardowe (Łącze do epiki)\n"
        "Bramka,PLT-12,W toku,26.12,API,PLT-1\n",
        {
            "Wersja/e naprawcze": "release",
            "Komponent/y": "applications",
            "Pole niestandardowe (Łącze do epiki)": "links",
        },
    ),
    (
        "Jira (tr)",
        "Özet,Sorun anahtarı,Durum,Düzeltilen Sürüm(ler),Bileşen(ler)\nÖdeme,ODM-12,Açık,26.12,API\n",
        {"Düzeltilen Sürüm(ler)": "release", "Bileşen(ler)": "applications"},
    ),
    (
        "Bugzilla",
        "assigned_to,component,creation_time,creator,id,keywords,last_change_time,product,severity,status,summary\n"
        "\"[u'chulee', u'Chuck Lee [:chucklee]']\",Wifi,2013-11-14T19:49:41Z,[u'bob'],938735,[u'regression'],"
        "2014-04-16T02:03:27Z,Firefox OS,normal,NEW,Device fails to connect\n",
        {
            "id": "key",
            "creator": "requester",
            "creation_time": "created_in_source",
            "last_change_time": "updated_in_source",
            "product": "applications",
            "component": "",
        },
    ),
    (
        "GitLab",
        "ID,IID,Title,Type,URL,State,Author,Author Username,Assignee(s),Parent ID,Parent IID,Parent Title\n"
        "171234502,42,Schema,Task,https://gitlab.example.com/a/b/-/work_items/42,Closed,Tom,troth,Li,"
        "171234501,41,API\n",
        {"IID": "key", "ID": "", "Parent ID": "", "Parent IID": "links", "Assignee(s)": "owner"},
    ),
    (
        "Azure DevOps",
        "Id.,Tipo de elemento de trabajo,Título,Estado,Primario,Ruta de acceso del área,Ruta de iteración\n"
        "4711,Error,Fallo al guardar,Activo,4700,Ventas,Ventas\\Sprint 12\n",
        {
            "Id.": "key",
            "Primario": "links",
            "Ruta de acceso del área": "team",
            "Ruta de iteración": "release",
        },
    ),
    (
        "ClickUp",
        "Task ID,Task Name,Status,List Name,Space Name,Équipe (drop down),Test plan (text),Go live (date)\n"
        "86b1x2c3d,API,en cours,Release 12,Plateforme,Socle,Fumée,2026-12-01\n",
        {
            "Équipe (drop down)": "team",
            "Test plan (text)": "verification_plan",
            "Go live (date)": "deployment_on",
        },
    ),
    (
        "GitLab",
        "id,iid,project_id,title,state,created_at,labels,author,assignee,assignees,web_url,_links,references\n"
        "998811,17,55,Schnittstelle,opened,2026-11-02T09:15:11.123Z,\"['api', 'lot 2']\","
        "\"{'id': 5, 'username': 'anna', 'name': 'Anna Weiß'}\",,[],https://gitlab.example.de/a/b/-/issues/17,"
        "\"{'self': 'https://x'}\",\"{'short': '#17'}\"\n",
        {"iid": "key", "id": "", "author": "requester", "web_url": "url", "_links": "", "assignees": "owner"},
    ),
    (
        "Jira",
        "id,self,key,fields.issuetype.name,fields.summary,fields.status.name,fields.assignee.displayName,"
        "fields.created,fields.duedate,fields.resolutiondate,fields.fixVersions,fields.issuelinks,"
        "fields.customfield_10020\n"
        "10112,https://x,PV-12,Story,Login,Open,Änne Weiß,2026-03-05T09:15:11.123+0100,2026-12-22,,"
        "\"[{'name': '26.12'}]\",,\"[{'id': 4, 'name': 'PV Sprint 4'}]\"\n",
        {
            "key": "key",
            "id": "",
            "fields.summary": "title",
            "fields.duedate": "deployment_on",
            "fields.resolutiondate": "closed_in_source",
            "fields.issuelinks": "links",
            "fields.customfield_10020": "release",
        },
    ),
    (
        "ClickUp",
        "id,custom_id,name,text_content,status.status,date_created,creator.username,assignees,parent,due_date\n"
        "86aaa1,,Bramka,,in progress,1762074911000,Ewa Nowak,\"[{'id': 1, 'username': 'Łukasz Żak'}]\",,\n",
        {
            "id": "key",
            "custom_id": "",
            "status.status": "state",
            "creator.username": "requester",
            "assignees": "owner",
            "due_date": "deployment_on",
        },
    ),
    (
        "Azure DevOps",
        "ID;Type d'élément de travail;Titre 1;Titre 2;État;Affecté à\n"
        "300;Épopée;Passerelle;;Actif;Élodie\n301;Tâche;;Paiement;Actif;Élodie\n",
        {"Titre 1": "title", "Titre 2": "title", "ID": "key"},
    ),
    (
        "Jira (pt)",
        "Chave,Resumo,Estado,Responsável,Criado,Actualizado,Data de Vencimento,Versão(ões) Corrigida(s)\n"
        "PAG-1,Base,Em Curso,Rui Sá,02/Nov/26 9:15,03/Nov/26 10:00,05/Dez/26,26.12\n",
        {
            "Actualizado": "updated_in_source",
            "Data de Vencimento": "deployment_on",
            "Versão(ões) Corrigida(s)": "release",
        },
    ),
    (
        "Jira (tr)",
        "Özet,Sorun anahtarı,Durum,Planlanan Sürüm,Bağlı kayıtlar\nÖdeme,ODM-12,Açık,26.12,ODM-3\n",
        {"Planlanan Sürüm": "release", "Bağlı kayıtlar": "links"},
    ),
    (
        "Bugzilla",
        "bug_id,bug_severity,bug_status,resolution,short_desc,opendate,changeddate,dependson,blocked\n"
        "81234,critical,NEW,,Crash when saving,2026-10-02 11:05:07,2026-11-02 11:05:07,81200,81300\n",
        {"dependson": "links", "blocked": ""},
    ),
    (
        "Jira (es)",
        "Clave de incidencia;ID de la incidencia;Resumen;Informador;Creada;Estado;"
        "Campo personalizado (Aplicativo)\n"
        "SD-1201;90121;Error al emitir;maria;12/11/2026 09:14;Abierto;Web\n",
        {"Campo personalizado (Aplicativo)": "applications"},
    ),
    (
        "",
        "ID,Tipo,Titulo,Estado,AsignadoA,Iteracion,Padre\n201,Task,Tablero,Doing,Ana,Datos\\Sprint 2,198\n",
        {"Iteracion": "release", "Padre": "links", "AsignadoA": "owner"},
    ),
    (
        "Jira (tr)",
        "Özet,İş öğesi anahtarı,İş öğesi kimliği,Durum,Oluşturulma,Güncellenme,Çözülme,Üst öğe,"
        "Üst öğe anahtarı\n"
        "Düzelt,ODM-2,20002,Tamam,12/Oca/26 9:15 ÖÖ,13/Ağu/26 2:20 ÖS,13/Ağu/26 2:20 ÖS,20000,ODM-0\n",
        {"Güncellenme": "updated_in_source", "Çözülme": "closed_in_source", "Üst öğe anahtarı": "links"},
    ),
]


@pytest.mark.parametrize(("source", "text", "columns"), LISTS)
def test_ticket_lists_are_understood(source: str, text: str, columns: dict[str, str]) -> None:
    found = proposal(text)
    assert (found.kind, found.source) == ("changes", source)
    meant = {guess.header: guess.field for guess in found.guesses}
    assert {header: meant[header] for header in columns} == columns


@pytest.mark.parametrize(
    "header",
    [
        "Custom field (Epic Link)",
        "Campo personalizado (Enlace de épica)",
        "Özel alan (Epik Bağlantısı)",
        "Benutzerdefinierte Felder (Epic-Verknüpfung)",
        "Champs personnalisés (Lien d'epic)",
        "Link do épico",
        "Collegamento epic",
        "Parent Link",
    ],
)
def test_the_link_to_an_epic_is_one_to_what_a_ticket_is_part_of(header: str) -> None:
    assert is_link_header(header)
    assert link_kind(header) == "parent"


def test_a_typed_link_that_names_epics_keeps_its_own_kind() -> None:
    assert link_kind("Inward issue link (Epic-Story Link)") == "epic_story_link_inward"
    assert not is_link_header("Epic Name")


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Komponente(n)", {"komponente", "komponenten"}),
        ("Wersja/e naprawcze", {"wersje naprawcze"}),
        ("Versione/i di correzione", {"versione di correzione", "versioni di correzione"}),
        ("Creado/a por", {"creado por", "creada por"}),
        ("Version(s) corrigée(s)", {"version corrigee", "versions corrigees"}),
        ("Team (drop down)", {"team"}),
    ],
)
def test_headers_that_offer_several_ends_are_known_by_each(header: str, words: set[str]) -> None:
    assert words <= set(spellings(header))


def test_a_text_longer_than_any_header_has_no_other_forms() -> None:
    """Cells are looked up as headers are: trying each form of a long one took half a minute."""
    assert spellings("a" * 60_000) == ("a" * 60_000,)


@pytest.mark.parametrize("header", ["Approved Y/N", "Date/Time", "Input/Output", "Impact (1-5)"])
def test_other_marks_in_headers_are_no_ends(header: str) -> None:
    assert not {"approved y", "date", "input", "impact"} & set(spellings(header))


def test_incidents_of_a_desk_in_portuguese_are_known_by_who_opened_them() -> None:
    found = proposal(
        "Número;Prioridade;Aberto(a) por;Aberto(a);Atribuído(a) a;Descrição resumida;;\n"
        "INC3221310;3 - Moderada;Enoc Onofre;29/07/2025 11:42:05;Thiago Moraes;Erro ao emitir;;\n"
    )
    assert (found.kind, found.source) == ("incidents", "ServiceNow incidents")
    assert found.mapping.columns["Aberto(a) por"] == "requester"
    assert found.mapping.columns["Aberto(a)"] == "created_in_source"
    assert found.mapping.columns["Atribuído(a) a"] == "owner"


def test_headers_whose_words_are_told_by_capitals_are_put_together_as_well() -> None:
    found = proposal(
        "NumeroIncidencia,FechaHora,TipoIncidencia,Descripcion,FechaHoraCierre,Estado\n"
        "1,2024-10-24 16:24:10,usabilidad,Falla el alta de clientes,2024-11-01 16:24:10,En progreso\n"
        "2,2024-05-26 16:24:10,usabilidad,No se guarda la ficha,2024-06-03 16:24:10,Abierto\n"
    )
    assert found.kind == "incidents"
    assert found.mapping.columns["NumeroIncidencia"] == "key"
    assert found.mapping.columns["FechaHora"] == "started_at"
    assert found.mapping.columns["FechaHoraCierre"] == "closed_in_source"


def test_what_is_wrong_is_the_title_beside_the_name_of_a_person() -> None:
    found = proposal(
        "ticket_id,name,abteilung,problem,status\n1001,Anna Müller,IT,Drucker druckt nicht,offen\n"
    )
    assert found.mapping.columns["problem"] == "title"
    assert "name" not in found.mapping.columns


def test_what_spanish_jira_calls_listo_is_done() -> None:
    text = (
        "Resumen,Clave de incidencia,Tipo de Incidencia,Estado\n"
        "Uno,SD-22,Tarea,Listo\nDos,SD-23,Tarea,En curso\n"
    )
    table = read_table(text.encode())
    rows = convert(table, propose(table).mapping, "UTC").rows
    assert [row.values["state"] for row in rows] == ["closed", "intake"]


def test_the_number_of_a_parent_gives_way_to_its_key_in_turkish() -> None:
    table = read_table(LISTS[-1][1].encode())
    (row,) = convert(table, propose(table).mapping, "UTC").rows
    assert row.values["links"] == (("parent", "ODM-0"),)


def test_a_link_to_an_epic_by_its_title_is_one_link() -> None:
    text = (
        "Issue Type,Summary,Status,Epic Name,Epic Link\n"
        "Epic,Governance,DONE,EPIC-01: Clean core,\nStory,Roles,DONE,,EPIC-01: Clean core\n"
    )
    table = read_table(text.encode())
    rows = convert(table, propose(table).mapping, "UTC").rows
    assert rows[1].values["links"] == (("parent", "EPIC-01: Clean core"),)


def test_people_in_lists_as_programs_write_them_are_named_plainly() -> None:
    text = LISTS[4][1]
    table = read_table(text.encode())
    row = convert(table, propose(table).mapping, "UTC").rows[0]
    assert row.values["owner"] == "chulee, Chuck Lee [:chucklee]"
    assert row.values["requester"] == "bob"
    assert row.values["labels"] == ("regression",)
