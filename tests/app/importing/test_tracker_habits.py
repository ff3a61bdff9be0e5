"""What trackers write in a way of their own: lists in brackets, links in words, headers that name UTC."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.importing.cells.readers import names_of
from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.words.links import keys_of, links_of


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("[Ana Ruiz,Bo Li]", ("Ana Ruiz", "Bo Li")),
        ('["api", "web"]', ("api", "web")),
        ("[u'regression', u'crash [qa]']", ("regression", "crash [qa]")),
        ("[]", ()),
        ("[urgent] api; web", ("[urgent] api", "web")),
        ("api, web", ("api", "web")),
        ("TRIAGE - \nLAB-02 -", ("TRIAGE", "LAB-02")),
    ],
)
def test_a_list_in_brackets_is_its_elements(cell: str, names: tuple[str, ...]) -> None:
    assert names_of(cell) == names


@pytest.mark.parametrize(
    ("cell", "links"),
    [
        ("Blocks #12, Related to #7", (("blocks", "12"), ("relates", "7"))),
        ("Blockiert von #5", (("is_blocked_by", "5"),)),
        ("Precedes #14 (2 days)", (("blocks", "14"),)),
        ("#12, #13", (("parent", "12"), ("parent", "13"))),
        ("#77, A1", (("parent", "77"), ("parent", "A1"))),
        ("See #77, or so", (("relates", "77"),)),
        ("OPS-1 OPS-2", (("parent", "OPS-1"), ("parent", "OPS-2"))),
        ("EPIC-01: Clean core", (("parent", "EPIC-01: Clean core"),)),
        ("Payments; Portal v2", (("parent", "Payments"), ("parent", "Portal v2"))),
        ("null", ()),
    ],
)
def test_words_before_a_key_say_the_kind_of_link(cell: str, links: tuple[tuple[str, str], ...]) -> None:
    assert links_of(cell, "parent") == links


def test_what_stands_for_nothing_is_no_key() -> None:
    assert keys_of("None - #") == ()


def test_a_column_that_names_utc_is_in_utc_whatever_the_zone_of_the_others() -> None:
    table = read_table(
        b"Issue ID,Title,URL,State,Created At (UTC),Updated at\n"
        b"7,Retry,https://x/7,Open,2026-04-10 09:10:11,2026-04-10 09:10:11\n"
    )
    (row,) = convert(table, propose(table).mapping, "Europe/Berlin").rows
    assert row.values["created_in_source"] == datetime(2026, 4, 10, 9, 10, 11, tzinfo=UTC)
    assert row.values["updated_in_source"] == datetime(2026, 4, 10, 7, 10, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "encoding", "source", "state"),
    [
        (
            "#,プロジェクト,トラッカー,ステータス,題名,作成日\n"
            "7,窓口,バグ,進行中,一覧の出力,2026/01/09 14:05\n",
            "cp932",
            "Redmine",
            "intake",
        ),
        (
            "课题类型,关键字,概要,状态,经办人,已创建\n故障,OPS-7,导出列表,已关闭,王伟,2026-01-09 14:05\n",
            "gb18030",
            "Jira (zh)",
            "closed",
        ),
        (
            "Код,Тема,Статус,Исполнитель,Создано\nOPS-7,Выгрузка,Закрыт,Ана,09.01.2026 14:05\n",
            "cp1251",
            "Jira (ru)",
            "closed",
        ),
    ],
)
def test_lists_in_other_scripts_are_understood(text: str, encoding: str, source: str, state: str) -> None:
    table = read_table((text * 1).encode(encoding))
    proposal = propose(table)
    assert (proposal.kind, proposal.source, proposal.problems) == ("changes", source, ())
    (row,) = convert(table, proposal.mapping, "UTC").rows
    assert row.values["state"] == state
    assert row.values["created_in_source"] == datetime(2026, 1, 9, 14, 5, tzinfo=UTC)


def test_descriptions_of_a_line_each_are_titles_where_there_are_none() -> None:
    short = read_table(b"Change ID,Description\nCHG-1,Update the firewall\nCHG-2,Patch the gateway\n")
    assert propose(short).mapping.columns == {"Change ID": "key", "Description": "title"}
    long = read_table(b'Change ID,Description\nCHG-1,"Line one\nline two"\nCHG-2,"Line one\nline two"\n')
    assert propose(long).mapping.columns == {"Change ID": "key", "Description": "description"}


def test_the_outcome_of_a_change_is_its_state_where_no_other_column_is() -> None:
    table = read_table(b"Change ID,Title,Outcome\nCHG-1,Patch,Failed / Rolled Back\nCHG-2,Move,Successful\n")
    rows = convert(table, propose(table).mapping, "UTC").rows
    assert [row.values["state"] for row in rows] == ["rolled_back", "deployed"]
    both = read_table(b"Change ID,Title,Outcome,Status\nCHG-1,Patch,Successful,Closed\n")
    assert propose(both).mapping.columns["Status"] == "state"
    assert "Outcome" not in propose(both).mapping.columns


def test_dates_of_opening_and_resolving_are_known() -> None:
    table = read_table(b"incident_id,title,opened_date,resolved_date\nINC-1,Slow,2026-01-10,2026-01-11\n")
    columns = propose(table).mapping.columns
    assert (columns["opened_date"], columns["resolved_date"]) == ("created_in_source", "closed_in_source")


@pytest.mark.parametrize(
    ("text", "key", "title"),
    [
        (b"Kennung des Vorgangs,Titel\nAB-1,One\nAB-2,Two\n", "Kennung des Vorgangs", "Titel"),
        (b"Change Request Number,Short Description\nCHG0001,One\nCHG0002,Two\n", "Change Request Number", ""),
        (b"Title,Owner\nPatch the gateway,Ada\nMove the queue,Ben\n", "Title", ""),
        (b"Title,Description,Owner\nPatch,At night,Ada\nMove,By day,Ben\n", "Title", ""),
        (b"Title,Owner\nPatch,Ada\nPatch,Ben\n", "", "Title"),
    ],
)
def test_another_column_stands_in_for_a_missing_key(text: bytes, key: str, title: str) -> None:
    found = propose(read_table(text))
    fields = {field: header for header, field in found.mapping.columns.items()}
    assert fields.get("key", "") == key
    assert not title or fields["title"] == title
    assert bool(found.problems) is not bool(key)


def test_a_column_that_stands_in_does_not_make_a_list_one_of_changes() -> None:
    text = (
        b"asset_id,hostname,environment,application,service_owner,business_unit,status,region\n"
        b"ASSET-1,ledger-1.internal,dev,ledger,Logistics Team,Logistics,active,us-east\n"
        b"ASSET-2,ledger-2.internal,dev,ledger,Logistics Team,Logistics,active,us-west\n"
    )
    assert propose(read_table(text)).kind == "configuration_items"


def test_an_empty_column_does_not_say_where_something_was_seen() -> None:
    report = "Start timestamp: 2026-11-20 04:00:01 +0100 (AIDE 0.18)\nAIDE found differences\n{host}\n"
    report += "Changed entries:\n---\n\nf   ...    .C..  : /etc/passwd\n"
    without = propose(read_table(report.format(host="").encode()))
    assert "ci" not in without.mapping.columns.values()
    assert without.problems[0].startswith("No column holds “System”.")
    named = propose(read_table(report.format(host="Hostname: web01").encode()), known=without.mapping)
    assert named.mapping.columns["System"] == "ci"
    assert not named.problems


@pytest.mark.parametrize(("second", "third"), [("{}.1", "{}.2"), ("{}_1", "{}_2"), ("{}2", "{}3")])
def test_repeated_columns_that_a_program_numbered_are_one(second: str, third: str) -> None:
    names = ["Labels", "Sprint", "Fix Version/s", "Component/s", "Inward issue link (Blocks)"]
    repeated = [form.format(name) for name in names for form in ("{}", second, third)]
    header = ",".join(["Issue key,Issue id,Summary,Status,Comment", *repeated, second.format("Comment")])
    cells = ",".join(f"OPS-{number}" for number in range(2, 2 + len(repeated)))
    table = read_table(f"{header}\nOPS-1,101,Retry,Open,First,{cells},Second\n".encode())
    (row,) = convert(table, propose(table).mapping, "UTC").rows
    assert row.values["labels"] == ("OPS-2", "OPS-3", "OPS-4")
    assert row.values["release"] == tuple(f"OPS-{number}" for number in range(5, 11))
    assert row.values["applications"] == ("OPS-11", "OPS-12", "OPS-13")
    assert row.values["links"] == tuple(("is_blocked_by", f"OPS-{number}") for number in range(14, 17))
    assert row.values["description"] == "First"
    assert row.values["extra"][second.format("Comment")] == "Second"


def test_a_number_behind_a_name_that_stands_alone_is_part_of_it() -> None:
    table = read_table(b"Issue key,Summary,Status,Labels2\nOPS-1,Retry,Open,a\n")
    assert "Labels2" not in propose(table).mapping.columns


def test_the_name_of_what_a_header_says_is_what_it_says() -> None:
    table = read_table(
        b"id,ticket_name,status_name,group_name,parent_name,priority_name,date_creation,close_date\n"
        b"7,Retry,Open,Night desk,Pay,High,2026-09-15 14:26:14,2026-09-16 10:00:00\n"
    )
    assert propose(table).mapping.columns == {
        "id": "key",
        "ticket_name": "title",
        "status_name": "state",
        "group_name": "team",
        "date_creation": "created_in_source",
        "close_date": "closed_in_source",
    }


def test_what_stands_in_for_a_missing_key_is_told() -> None:
    table = read_table(b"Title,Description,Labels\nRetry,Try again.,a\nPay,Twice.,b\n")
    (told,) = convert(table, propose(table).mapping, "UTC").warnings
    assert told.startswith("No column holds the key; the title stands in for it")


def test_the_sheet_of_a_board_of_tasks_is_known() -> None:
    table = read_table(
        b"Task ID,Task Name,Status,Subtask IDs,Checklist,Description content,Task assignee,Due date\n"
        b'1,Launch,Open,"2,3",,Pages,ana@example.org,2026-10-10\n'
    )
    found = propose(table)
    assert found.source == "ClickUp"
    assert found.mapping.columns["Description content"] == "description"
    assert found.mapping.columns["Task assignee"] == "owner"


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (
            "Unique ID,Tracker,Status,Subject,Parent,Blocked by",
            {
                "Unique ID": "key",
                "Status": "state",
                "Subject": "title",
                "Parent": "links",
                "Blocked by": "links",
            },
        ),
        (
            "Number,Short description,Case State,Site,Register time",
            {
                "Number": "key",
                "Short description": "title",
                "Case State": "state",
                "Register time": "created_in_source",
            },
        ),
    ],
)
def test_lists_of_importers_and_of_cases_are_read(header: str, columns: dict[str, str]) -> None:
    cells = {"Parent": "A-1", "Blocked by": "A-1", "Status": "New", "Register time": "03/04/2026 11:20 PM"}
    row = ",".join(cells.get(name, f"A-{place}2") for place, name in enumerate(header.split(",")))
    assert propose(read_table(f"{header}\n{row}\n".encode())).mapping.columns == columns


@pytest.mark.parametrize(
    ("header", "source", "columns"),
    [
        (
            "key,fields.summary,fields.status.name,fields.assignee.displayName,fields.created,"
            "fields.resolutiondate,fields.duedate",
            "Jira",
            ("key", "title", "state", "owner", "created_in_source", "closed_in_source", "deployment_on"),
        ),
        (
            "id,System.WorkItemType,System.Title,System.State,System.AreaPath,System.IterationPath,"
            "Microsoft.VSTS.Common.ClosedDate",
            "Azure DevOps",
            ("key", "", "title", "state", "team", "release", "closed_in_source"),
        ),
        (
            "number.display_value,short_description.display_value,state.display_value,risk.display_value,"
            "assigned_to.display_value,start_date.display_value",
            "ServiceNow changes",
            ("key", "title", "state", "likelihood", "owner", "deployment_on"),
        ),
        (
            "number,cat_item,short_description,request.opened_by,request.requested_for,sys_created_on,"
            "assignment_group",
            "ServiceNow tasks",
            ("key", "", "title", "", "requester", "created_in_source", "team"),
        ),
        (
            "Bug ID,Product,Assignee Real Name,Status,Summary,Changed,Reporter Real Name",
            "Bugzilla",
            ("key", "applications", "owner", "state", "title", "updated_in_source", "requester"),
        ),
        (
            "Title,MR IID,URL,State,Source Branch,Target Branch,Author,Created At (UTC)",
            "GitLab",
            ("title", "key", "url", "state", "", "", "requester", "created_in_source"),
        ),
        (
            "Hierarchy,Title,Releases,Teams,Assignee,Target start,Target end,Issue key,Issue status",
            "Jira plan",
            ("", "title", "release", "team", "owner", "", "deployment_on", "key", "state"),
        ),
        (
            "IID,Title,URL,State,Author,Assignee(s),Assignee(s) username(s),Closed at (UTC)",
            "GitLab",
            ("key", "title", "url", "state", "requester", "owner", "", "closed_in_source"),
        ),
        (
            "Task ID,Custom ID,Task Name,Status,Assignees,Due Date,List,Folder,Space",
            "ClickUp",
            ("key", "", "title", "state", "owner", "deployment_on", "", "", ""),
        ),
        (
            "ID de changement*+,Résumé*,Statut*,Groupe coordinateur*,Coordinateur du changement*,"
            "Date de soumission",
            "BMC Remedy changes",
            ("key", "title", "state", "team", "owner", "created_in_source"),
        ),
        (
            "Work Order ID*+,Summary*,Status*,Request Assignee+,Support Group Name*+,Scheduled Start Date",
            "BMC Remedy work orders",
            ("key", "title", "state", "owner", "team", "deployment_on"),
        ),
        (
            "ID,Titel,Einheit,Status,Letzte Änderung,Pläne - Ausweichplan,Pläne - Checkliste",
            "GLPI",
            ("key", "title", "", "state", "updated_in_source", "backout_plan", "verification_plan"),
        ),
        (
            "ID,Arbeitselementtyp,Titel,Status,Erstellt am,Geschlossen am",
            "Azure DevOps",
            ("key", "", "title", "state", "created_in_source", "closed_in_source"),
        ),
        (
            "Kimlik,İş Öğesi Türü,Başlık,Oluşturan,Kapatma Tarihi,Hedef Tarih,Önem Derecesi,Üst",
            "Azure DevOps",
            ("key", "", "title", "requester", "closed_in_source", "deployment_on", "impact", "links"),
        ),
        (
            "Id.,Tipo de elemento de trabajo,Título,Creado por,Fecha de destino,Elemento primario",
            "Azure DevOps",
            ("key", "", "title", "requester", "deployment_on", "links"),
        ),
        (
            "Número,Abierto,Breve descripción,Persona que llama,Estado,Grupo de asignación",
            "ServiceNow incidents",
            ("key", "created_in_source", "title", "requester", "state", "team"),
        ),
        (
            "Type de ticket,Clé de ticket,Résumé,État,Création",
            "Jira (fr)",
            ("", "key", "title", "state", "created_in_source"),
        ),
    ],
)
def test_what_interfaces_put_around_names_is_looked_past(
    header: str, source: str, columns: tuple[str, ...]
) -> None:
    found = propose(read_table(f"{header}\n".encode()))
    assert found.source == source
    assert tuple(found.mapping.columns.get(name, "") for name in header.split(",")) == columns


def test_the_state_of_a_person_is_not_the_state_of_the_record() -> None:
    table = read_table(b"iid,title,assignee.state,assignee.name\n7,Retry,active,Ana\n")
    assert propose(table).mapping.columns == {"iid": "key", "title": "title", "assignee.name": "owner"}
