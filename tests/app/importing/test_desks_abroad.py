"""Lists of Mantis, OTRS and Jira in other languages, and headers that name their record in passing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table
from app.importing.words.values import choose


def understood(*lines: str) -> tuple[Proposal, list[dict[str, Any]]]:
    """What a list of these lines seems to be, and its records, times read in UTC."""
    table = read_table("\n".join((*lines, "")).encode())
    found = propose(table)
    return found, [row.values for row in convert(table, found.mapping, "UTC").rows]


MANTIS = [
    (
        "Núm,Projeto,Relator,Atribuído a,Prioridade,Gravidade,Freqüência,Categoria,Data de Envio,"
        "Visibilidade,Atualizado,Resumo,Estado,Resolução,Corrigido na Versão",
        "0000012,Portal,ana,bo,normal,grande,sempre,Geral,2026-11-03,público,2026-11-05,Botão,retorno,aberto,",
        "deferred",
    ),
    (
        "ID,Projekt,Reporter,Bearbeitung durch,Priorität,Schweregrad,Reproduzierbarkeit,Kategorie,"
        "Erstellt am,Sichtbarkeit,Aktualisiert,Zusammenfassung,Status,Lösung,Behoben in Version",
        "0000012,Portal,ana,bo,normal,hoch,immer,Allgemein,2026-11-03,öffentlich,2026-11-05,Knopf,bestätigt,"
        "offen,1.2",
        "intake",
    ),
    (
        "Identifiant,Projet,Rapporteur,Affecté à,Priorité,Sévérité,Reproductibilité,Catégorie,"
        "Date de soumission,Visibilité,Mis à jour,Résumé,Statut,Résolution,Corrigé dans la version",
        "0000012,Portail,ana,bo,normal,majeur,toujours,Général,2026-11-03,public,2026-11-05,Bouton,confirmé,"
        "ouvert,1.2",
        "intake",
    ),
]


@pytest.mark.parametrize(("headers", "cells", "state"), MANTIS)
def test_mantis_speaks_other_languages(headers: str, cells: str, state: str) -> None:
    found, (values,) = understood(headers, cells)
    assert (found.kind, found.source, found.confidence) == ("changes", "Mantis", 1.0)
    assert (values["key"], values["requester"], values["owner"]) == ("0000012", "ana", "bo")
    assert (values["impact"], values["state"]) == (4, state)
    assert values["created_in_source"] == datetime(2026, 11, 3, tzinfo=UTC)
    assert values["updated_in_source"] == datetime(2026, 11, 5, tzinfo=UTC)
    assert values["release"] in ((), ("1.2",))


OTRS = [
    (
        "Número;Ticket#;Idade;Titulo;Criado;Última Alteração;Hora de Fechamento;Fila;Estado;Prioridade;"
        "Usuário Cliente;Serviço;Atendente/Proprietário;Responsável;StateType;UntilTime",
        "1;2026110310000222;2 d;Disco;2026-11-03 15:50:04;2026-11-03 16:23:12;2026-11-03 16:23:12;Rede;"
        "Fechado com êxito;3 Normal;ana;Portal;Bo Sá;Admin;closed;0",
    ),
    (
        "Nummer;Ticket#;Alter;Titel;Erstellt;Zuletzt geändert;Ticket geschlossen;Queue;Status;Priorität;"
        "Kundenbenutzer;Service;Agent/Besitzer;Verantwortlicher;StateType;UntilTime",
        "1;2026110310000222;2 d;Disk;2026-11-03 15:50:04;2026-11-03 16:23:12;2026-11-03 16:23:12;Netz;"
        "erfolgreich geschlossen;3 normal;ana;Portal;Bo Sá;Admin;closed;0",
    ),
    (
        "Number;Ticket#;Age;Title;Created;Last Changed;Close Time;Queue;State;Priority;Customer User;Service;"
        "Agent/Owner;Responsible;StateType;UntilTime",
        "1;2026110310000222;2 d;Disk;2026-11-03 15:50:04;2026-11-03 16:23:12;2026-11-03 16:23:12;Net;"
        "closed successful;3 normal;ana;Portal;Bo Sá;Admin;closed;0",
    ),
]


@pytest.mark.parametrize(("headers", "cells"), OTRS)
def test_the_number_of_a_line_is_no_key_of_an_otrs_ticket(headers: str, cells: str) -> None:
    found, records = understood(headers, cells, cells.replace("1;2026110310000222", "2;2026110310000213"))
    assert (found.kind, found.source, found.confidence) == ("changes", "OTRS", 1.0)
    assert [values["key"] for values in records] == ["2026110310000222", "2026110310000213"]
    values = records[0]
    assert (values["requester"], values["owner"], values["state"]) == ("ana", "Bo Sá", "closed")
    assert values["team"] in ("Rede", "Netz", "Net")
    assert values["created_in_source"] == datetime(2026, 11, 3, 15, 50, 4, tzinfo=UTC)
    assert values["closed_in_source"] == datetime(2026, 11, 3, 16, 23, 12, tzinfo=UTC)


def test_who_is_responsible_owns_a_ticket_that_has_no_other_owner() -> None:
    _, (values,) = understood("Ticket#;Title;Queue;State;Responsible", "20261103;Disk;Net;open;Bo")
    assert values["owner"] == "Bo"


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("closed unsuccessful", "failed"),
        ("pending auto close+", "deferred"),
        ("cerrado exitosamente", "closed"),
        ("fermée (résolue)", "closed"),
        ("Waiting Review", "intake"),
        ("anerkannt", "intake"),
    ],
)
def test_words_of_desks_for_states(word: str, state: str) -> None:
    assert choose("state", word) == state


def test_a_russian_jira_has_its_dates_links_and_added_fields() -> None:
    found, (values,) = understood(
        "Тема,Ключ проблемы,Статус,Автор,Создано,Срок исполнения,Входящая связь задачи (Blocks),"
        "Внешняя ссылка на проблему (Blocks),Пользовательское поле (Риск изменений)",
        "Акт,OPS-7,Новый,ана,29/июл/26 09:59,05/мая/26 00:00,OPS-1,OPS-2,Высокий",
    )
    assert found.source == "Jira (ru)"
    assert values["created_in_source"] == datetime(2026, 7, 29, 9, 59, tzinfo=UTC)
    assert str(values["deployment_on"]) == "2026-05-05"
    assert values["links"] == (("is_blocked_by", "OPS-1"), ("blocks", "OPS-2"))
    assert values["likelihood"] == 4


def test_headers_that_name_their_record_are_understood_but_name_no_key() -> None:
    found, (values,) = understood(
        "id_incidente;data_abertura;status_incidente;descricao_incidente;numero_incidente_pai",
        "INC0001;13/01/2026;Encerrado;Carga falhou;7",
    )
    assert (found.kind, values["key"], values["state"]) == ("incidents", "INC0001", "closed")
    assert values["title"] == "Carga falhou"


def test_a_help_desk_in_portuguese() -> None:
    found, _ = understood(
        "Chamado;Requerente;Assunto;Data Abertura;Data Solução;Atendente",
        "40857;Ana;Disco;31/10/2026 23:05;-;Bo",
        "40858;Ana;Porta;31/10/2026 23:15;08/11/2026 15:30;Bo",
    )
    fields = found.mapping.columns
    assert (fields["Atendente"], fields["Data Solução"]) == ("owner", "closed_in_source")


def test_a_help_desk_in_dutch() -> None:
    found, rows = understood(
        "Meldingsnummer;Korte omschrijving (Details);Status;Prioriteit;Behandelaar;Behandelaarsgroep;"
        "Naam aanmelder;Aanmaakdatum;Datum afgemeld",
        "M2611 0012;Printer;In behandeling;P3;Bo;Werkplek;Ana;03-11-2026 14:05;",
        "M2611 0013;Portaal;Afgemeld;P2;Bo;Werkplek;Ana;13-11-2026 09:00;14-11-2026 10:00",
    )
    assert [(row["key"], row["title"], row["state"]) for row in rows] == [
        ("M2611 0012", "Printer", "intake"),
        ("M2611 0013", "Portaal", "closed"),
    ]
    assert (rows[1]["owner"], rows[1]["team"], rows[1]["requester"]) == ("Bo", "Werkplek", "Ana")
    assert rows[1]["closed_in_source"] == datetime(2026, 11, 14, 10, tzinfo=UTC)
    assert "Prioriteit" not in found.mapping.columns


@pytest.mark.parametrize(
    "header",
    [
        "Vorgangs-ID;Vorgangsname;Bucketname;Status",
        "ID de tâche;Nom de la tâche;Nom du compartiment;Statut",
        "Id. de tarea;Nombre de la tarea;Nombre del depósito;Estado",
        "ID da Tarefa;Nome da Tarefa;Nome do Bucket;Status",
    ],
)
def test_tasks_of_a_board(header: str) -> None:
    _, rows = understood(header, "aB3dEf;Disk;Netz;Neu", "xY9zQw;Portal;Netz;Neu")
    assert [(row["key"], row["title"]) for row in rows] == [("aB3dEf", "Disk"), ("xY9zQw", "Portal")]
