"""Catalogues, relations and contacts as programs and people keep them, in several languages."""

from __future__ import annotations

import pytest

from app.importing.converting.dryrun import dry_run
from app.importing.converting.rows import convert
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table


def proposal(*lines: str) -> Proposal:
    """What a list of these lines seems to be."""
    return propose(read_table("\n".join((*lines, "")).encode()))


@pytest.mark.parametrize(
    ("kind", "source", "lines", "columns"),
    [
        (
            "applications",
            "ServiceNow applications",
            (
                "name,busines_criticality,owned_by,support_group,used_for",
                "Billing,1 - most critical,Ada,Ops,Production",
            ),
            {"busines_criticality": "criticality", "owned_by": "business_owner", "support_group": "team"},
        ),
        (
            "configuration_items",
            "ServiceNow configuration items",
            (
                "name,sys_class_name,install_status,support_group,owned_by",
                "srv-1,Linux Server,Installed,Ops,Ada",
            ),
            {"name": "name", "sys_class_name": "ci_kind"},
        ),
        (
            "applications",
            "",
            (
                "Applicazione;Criticità;Responsabile;Gruppo di supporto;Server",
                "Fatture;Alta;Ada;Ops;srv-1, srv-2",
            ),
            {"Responsabile": "business_owner", "Gruppo di supporto": "team", "Server": "configuration_items"},
        ),
        (
            "people",
            "",
            ("Sicil No;Adı Soyadı;E-posta;Cep Telefonu;Birim", "101;Ada Uzun;ada@ornek.org;+90 1;Altyapı"),
            {"Adı Soyadı": "name", "E-posta": "email", "Cep Telefonu": "phone", "Birim": "team"},
        ),
        (
            "people",
            "",
            (
                "Nombre;Apellidos;Correo electrónico;Teléfono móvil;Equipo",
                "Ada;Long;ada@example.org;+34 1;Ops",
            ),
            {"Full name": "name", "Correo electrónico": "email", "Teléfono móvil": "phone", "Equipo": "team"},
        ),
        (
            "incidents",
            "",
            (
                "Número;Título;Sistema afetado;Início da indisponibilidade;Fim da indisponibilidade",
                "IND-1;Faturação parada;Billing;20/11/2026 03:10;20/11/2026 04:40",
            ),
            {
                "Sistema afetado": "applications",
                "Início da indisponibilidade": "started_at",
                "Fim da indisponibilidade": "ended_at",
            },
        ),
        (
            "activities",
            "",
            (
                "Lp.;Czynność;Wykonawca;Godzina rozpoczęcia;Czas trwania (min);Po kroku",
                "1;Zatrzymać;Ada;22:00;15;",
                "2;Kopia;Ben;22:15;45;1",
            ),
            {
                "Lp.": "source_id",
                "Czynność": "title",
                "Wykonawca": "players",
                "Godzina rozpoczęcia": "start",
                "Czas trwania (min)": "duration_minutes",
                "Po kroku": "predecessors",
            },
        ),
        (
            "deployments",
            "Argo CD",
            (
                "Application,Environment,Revision,Sync status,Health,Deployed at,Change",
                "billing,production,abc1,Synced,Healthy,2026-11-20T14:10:00Z,CHG-1",
            ),
            {"Revision": "build", "Health": "outcome", "Change": "change_key"},
        ),
    ],
)
def test_a_list_is_known(kind: str, source: str, lines: tuple[str, ...], columns: dict[str, str]) -> None:
    found = proposal(*lines)
    assert (found.kind, found.mapping.source, found.problems) == (kind, source, ())
    assert {header: found.mapping.columns.get(header) for header in columns} == columns


@pytest.mark.parametrize("header", ["parent,type,child", "Source;Relationship;Target"])
def test_relations_are_what_items_depend_on(header: str) -> None:
    mark = ";" if ";" in header else ","
    rows = (
        "Billing|Depends on::Used by|srv-1",
        "Billing|Depends on::Used by|srv-2",
        "srv-1|Runs on::Runs|esx-7",
    )
    table = read_table("\n".join((header, *(row.replace("|", mark) for row in rows), "")).encode())
    found = propose(table)
    assert (found.kind, found.mapping.source) == ("configuration_items", "CMDB relations")
    conversion = convert(table, found.mapping, "UTC")
    depends = [(row.key, row.values["depends_on"]) for row in conversion.rows if not row.duplicate_of]
    assert depends == [("Billing", ("srv-1", "srv-2")), ("srv-1", ("esx-7",))]
    outcome = dry_run(conversion.rows, {}, conversion.rejected)
    assert (outcome.rows_in, len(outcome.created), len(outcome.unchanged)) == (3, 2, 1)


def test_items_of_one_name_that_differ_are_still_rejected() -> None:
    table = read_table(b"CI name,Kind,Depends on\nsrv-1,server,a\nsrv-1,database,b\n")
    conversion = convert(table, propose(table).mapping, "UTC")
    assert [row.row_number for row in conversion.rejected] == [3]


def test_a_column_that_counts_the_lines_is_no_key_where_another_holds_keys() -> None:
    lines = ("#;Change;Description;Requested by;Date/Time", "1;CHG0031001;Gateway;Ada;28/11/2026 22:00")
    more = "2;CHG0031002;Queue;Ben;28/11/2026 23:00"
    columns = proposal(*lines, more).mapping.columns
    assert columns["Change"] == "key"
    assert columns["Date/Time"] == "deployment_on"
    assert "#" not in columns
    assert proposal("#;Description", "1;Gateway", "2;Queue").mapping.columns["#"] == "key"
