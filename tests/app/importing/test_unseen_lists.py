"""Change lists that no program is known to write, as people keep them: what each column is taken for."""

from __future__ import annotations

from datetime import date

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table
from app.importing.words.durations import minutes_of


def proposal(text: str) -> Proposal:
    """What a list seems to be."""
    return propose(read_table(text.encode()))


@pytest.mark.parametrize(
    ("source", "text", "columns"),
    [
        (
            "",
            "Change Request #;Short Description;Requested By;Implementer;Business Service;Planned Date;"
            "Opened;Risk;Status;Approval;Depends On;Notes\n"
            "CRQ-1;Move the ledger;Ana;Bo;Ledger;13/12/26;05/11/26 9:15 AM;High;Draft;Approved;;Long\n",
            {
                "Change Request #": "key",
                "Requested By": "requester",
                "Implementer": "owner",
                "Business Service": "applications",
                "Planned Date": "deployment_on",
                "Opened": "created_in_source",
                "Risk": "likelihood",
                "Approval": "deployment_approved",
                "Depends On": "links",
            },
        ),
        (
            "",
            "No.,RFC,What,Who,Downtime,Backout,Decision\n"
            "1,RFC-901,Clean up firewall rules,R. Stone,none,restore,\n",
            {
                "RFC": "key",
                "What": "title",
                "Who": "owner",
                "Downtime": "expected_downtime_minutes",
                "Backout": "backout_plan",
            },
        ),
        (
            "",
            "N° de changement;Intitulé;Demandeur;Équipe;Date de mise en production;"
            "Plan de retour arrière;Statut\n"
            "CHG-1;Mise à jour;Élodie Martin;Portail;03/12/2026;Restaurer;Validé\n",
            {
                "N° de changement": "key",
                "Intitulé": "title",
                "Demandeur": "requester",
                "Date de mise en production": "deployment_on",
                "Plan de retour arrière": "backout_plan",
            },
        ),
        (
            "",
            "管理番号,件名,担当者,申請者,状態,予定日,影響度,リスク,切り戻し手順\n"
            "CR-001,認証サーバ更新,山田 太郎,佐藤 花子,承認済み,2026年12月3日,中,低,旧版に戻す\n",
            {"申請者": "requester", "予定日": "deployment_on", "影響度": "impact", "リスク": "likelihood"},
        ),
        (
            "Freshservice changes",
            "Change ID,Subject,Requester,Agent,Group,Status,Impact,Risk,Change Type,Planned Start Date\n"
            "#CHN-12,Patch,Ana,Bo,Net,Pending Review,Low,High,Minor,2026-12-01 22:00\n",
            {"Change ID": "key", "Agent": "owner", "Planned Start Date": "deployment_on"},
        ),
        (
            "ServiceDesk Plus changes",
            "Change ID,Title,Change Requester,Change Owner,Stage,Status,Scheduled Start Time,"
            "Services Affected,Assets Involved,Created Time,Completed Time\n"
            'CH-1,Move DNS,Ana,Bo,Planning,Open,"Dec 1, 2026 10:00 PM",DNS,ns01,"Nov 3, 2026 9:15 AM",\n',
            {
                "Change Requester": "requester",
                "Scheduled Start Time": "deployment_on",
                "Services Affected": "applications",
                "Assets Involved": "configuration_items",
            },
        ),
        (
            "TOPdesk changes",
            "Wijzigingsnummer;Korte omschrijving;Aanmelder;Behandelaar;Status;Impact;Geplande startdatum\n"
            "W2611 001;Vervangen;Jan;Piet;In behandeling;Groot;1-12-2026 22:00\n",
            {"Wijzigingsnummer": "key", "Behandelaar": "owner", "Geplande startdatum": "deployment_on"},
        ),
        (
            "OpenProject",
            "ID,Type,Subject,Status,Assignee,Accountable,Start date,Finish date,Priority,Version,Created on\n"
            "101,Task,Prepare,In progress,Bo,Ana,2026-11-20,2026-11-28,Normal,R12,2026-11-01 10:00\n",
            {"ID": "key", "Finish date": "deployment_on", "Version": "release"},
        ),
    ],
)
def test_a_list_of_changes_is_taken_for_what_it_is(source: str, text: str, columns: dict[str, str]) -> None:
    found = proposal(text)
    assert (found.kind, found.source) == ("changes", source)
    assert {header: found.mapping.columns.get(header) for header in columns} == columns


def test_a_calendar_of_maintenance_is_no_list_of_freezes() -> None:
    head = "Event,Start,End,Affected Systems\n"
    assert proposal(f"{head}Switches,2026-12-05 22:00,2026-12-06 02:00,Network\n").kind == "windows"
    head = "Freeze,Start,End,Affected Systems\n"
    assert proposal(f"{head}Year end,2026-12-18 22:00,2027-01-04 02:00,Ledger\n").kind == "freezes"


def test_column_names_said_again_between_the_rows_are_no_rows() -> None:
    table = read_table(b"Key,Title,State\nA-1,One,Open\n\nKey,Title,State\nA-2,Two,Open\nKey,Title,State\n")
    assert [row[0] for row in table.rows] == ["A-1", "A-2"]
    assert list(table.row_numbers) == [2, 5]
    assert "2 rows repeat the column names and were passed over." in table.warnings


@pytest.mark.parametrize("word", ["none", "No", "keine", "aucune", "brak"])
def test_no_downtime_in_words_is_no_minutes(word: str) -> None:
    found = proposal(f"RFC,What,Downtime\nRFC-1,Clean up,{word}\n")
    assert found.mapping.columns["Downtime"] == "expected_downtime_minutes"
    assert minutes_of(word) == 0


FIELDS = ("key", "title", "requester", "owner", "team", "applications", "deployment_on", "likelihood")
MORE_FIELDS = ("impact", "state", "backout_plan")


@pytest.mark.parametrize(
    ("headers", "cells", "state"),
    [
        (
            "Änderungsnummer;Bezeichnung;Antragsteller;Umsetzer;Team;Betroffene Systeme;Umsetzungsdatum;"
            "Risiko;Auswirkung;Status;Rückfallplan",
            "03.12.2026;hoch;mittel;Genehmigt",
            "ready",
        ),
        (
            "N.º de cambio;Descripción breve;Solicitante;Responsable;Equipo;Sistema;Fecha prevista;Riesgo;"
            "Impacto;Estado;Plan de marcha atrás",
            "13/12/2026;Alto;Medio;En pruebas",
            "in_test",
        ),
        (
            "Référence;Objet du changement;Demandeur;Chargé;Équipe;Application concernée;Date prévue;Risque;"
            "Impact;État;Plan de repli",
            "13/12/2026;Élevé;Moyen;En recette",
            "in_test",
        ),
        (
            "Codice modifica;Oggetto;Richiedente;Assegnatario;Gruppo;Servizio;Data prevista;Rischio;Impatto;"
            "Stato;Piano di ripristino",
            "13/12/2026;Alto;Medio;In collaudo",
            "in_test",
        ),
        (
            "Nr zmiany;Nazwa;Zgłaszający;Wykonawca;Zespół;System;Planowana data;Ryzyko;Wpływ;Status;"
            "Plan wycofania",
            "03.12.2026;wysokie;średni;Zatwierdzona",
            "ready",
        ),
        (
            "Número da mudança;Resumo;Solicitante;Responsável;Equipe;Aplicação;Data prevista;Risco;Impacto;"
            "Situação;Plano de retorno",
            "13/12/2026;Alto;Médio;Em testes",
            "in_test",
        ),
        (
            "Değişiklik No;Konu;Talep Eden;Sorumlu;Ekip;Uygulama;Planlanan Tarih;Risk;Etki;Durum;"
            "Geri Alma Planı",
            "03.12.2026;Yüksek;Orta;Onaylandı",
            "ready",
        ),
        (
            "变更编号;标题;申请人;负责人;团队;系统;计划日期;风险;影响;状态;回退方案",
            "2026年12月3日;高;中;测试中",
            "in_test",
        ),
        (
            "Номер изменения;Название;Инициатор;Исполнитель;Команда;Система;Плановая дата;Риск;Влияние;"
            "Статус;План отката",
            "03.12.2026;Высокий;Средний;Согласовано",
            "ready",
        ),
    ],
)
def test_a_list_people_keep_in_their_own_language(headers: str, cells: str, state: str) -> None:
    table = read_table(
        f"{headers}\nC-1;One;Ana;Bo;Net;Gate;{cells};Back\nC-2;Two;Ana;;;;{cells};Back\n".encode()
    )
    mapping = propose(table).mapping
    assert tuple(mapping.columns.values()) == (*FIELDS, *MORE_FIELDS)
    values = convert(table, mapping, "UTC").rows[0].values
    assert (values["likelihood"], values["impact"], values["state"]) == (4, 3, state)
    assert values["deployment_on"] in (date(2026, 12, 3), date(2026, 12, 13))


@pytest.mark.parametrize(
    ("kind", "headers", "cells", "fields"),
    [
        (
            "activities",
            "Nr.;Schritt;Beginn;Dauer;Ausführender;Vorgänger;System;Bemerkung",
            "1;Jobs anhalten;22:00;10 Min.;Betrieb;;Batch;",
            "source_id title start duration_minutes players predecessors application instructions",
        ),
        (
            "activities",
            "Paso;Actividad;Hora de inicio;Duración;Responsable;Depende de;Observaciones",
            "1;Parar procesos;22:00;10 min;Operaciones;;",
            "source_id title start duration_minutes players predecessors instructions",
        ),
        (
            "activities",
            "#;Time;Activity;Performed by;Est. min;After",
            "2;22:05;Stop jobs;Ops;10;1",
            "source_id start title players duration_minutes predecessors",
        ),
        (
            "incidents",
            "Störungsnummer;Kurzbeschreibung;Beginn der Störung;Ende der Störung;Betroffenes System;"
            "Schweregrad",
            "ST-1;Aus;01.11.2026 02:10;01.11.2026 03:05;Portal;hoch",
            "key title started_at ended_at applications impact",
        ),
        (
            "incidents",
            "Nº incidencia;Título;Inicio;Fin;Sistema afectado;Gravedad;Cambio",
            "INC-1;Caída;01/11/2026 02:10;13/11/2026 03:05;Portal;Alta;CHG-1",
            "key title started_at ended_at applications impact change_key",
        ),
        (
            "configuration_items",
            "Nome server;Tipo;Dipende da;Applicazione;Descrizione",
            "srv01;Server;san1;Portale;nodo 1",
            "name ci_kind depends_on applications description",
        ),
        (
            "windows",
            "Wartungsfenster;Datum;Von;Bis;Kapazität",
            "Wöchentlich;28.11.2026;22:00;06:00;40",
            "title day starts_at ends_at capacity_deployments",
        ),
        (
            "freezes",
            "Gel;Début;Fin;Applications;Motif",
            "Fin d'année;18/12/2026;04/01/2027;Grand livre;Clôture",
            "title starts_at ends_at applications reason",
        ),
        (
            "deployments",
            "Änderung;Umgebung;Build;Eingespielt am;Eingespielt von;Ergebnis",
            "CHG-1;Test;17;20.11.2026 14:00;bo;Erfolgreich",
            "change_key environment build deployed_at deployed_by outcome",
        ),
        (
            "builds",
            "Changement;N° de build;Révision;Machine;Résultat;Date",
            "CHG-1;17;9fceb02;bm01;Succès;20/11/2026 14:00",
            "change_key number revision machine succeeded built_at",
        ),
        (
            "detected",
            "Date;Serveur;Objet modifié;Utilisateur",
            "22/11/2026 03:14;srv01;/etc/hosts;root",
            "detected_at ci what who",
        ),
        (
            "applications",
            "App Code;App Title;Tier;Business Owner;Max Downtime/Month;Servers",
            "LDG;General Ledger;Tier 1;Ana Ruiz;30 min;srv01",
            "name criticality business_owner allowed_downtime_minutes_per_month configuration_items",
        ),
    ],
)
def test_other_lists_people_keep_are_taken_for_what_they_are(
    kind: str, headers: str, cells: str, fields: str
) -> None:
    found = proposal(f"{headers}\n{cells}\n")
    assert found.kind == kind
    assert " ".join(found.mapping.columns.values()) == fields
