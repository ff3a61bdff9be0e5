"""From a proposal to a dry run: mappings, value maps, repeated keys, desk edits and conflicts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.converting.dryrun import ExistingRecord, FieldChange, dry_run
from app.importing.converting.rows import ImportRow, content_hash, convert
from app.importing.errors import UnusableMapping
from app.importing.mapping import Mapping, check
from app.importing.proposing.list_words import value_choices
from app.importing.proposing.proposal import propose
from app.importing.proposing.shape import shape_of
from app.importing.reading.files import read_table
from app.importing.table import Table
from app.importing.words.durations import minutes_of
from app.importing.words.links import link_kind
from app.importing.words.values import choose, yes_or_no

MakeTable = Callable[..., Table]


@pytest.mark.parametrize(
    ("headers", "kind", "fields"),
    [
        (
            "Application,Tier,Team,Business owner",
            "applications",
            {"name", "criticality", "team", "business_owner"},
        ),
        ("Server,CI type,Depends on", "configuration_items", {"name", "ci_kind", "depends_on"}),
        ("Full name,Email,Phone,Team,Role", "people", {"name", "email", "phone", "team", "roles"}),
        ("Change key,Build number,Commit,Digest,Built at", "builds", {"change_key", "number", "revision"}),
        ("Change key,Environment,Deployed at,Deployed by,Outcome", "deployments", {"deployed_at", "outcome"}),
        (
            "Task,Start,Duration,Predecessors",
            "activities",
            {"title", "start", "duration_minutes", "predecessors"},
        ),
        (
            "Vorgangsschlüssel,Zusammenfassung,Status,Erstellt",
            "changes",
            {"key", "title", "created_in_source"},
        ),
        ("Clé de ticket,Résumé,État,Création", "changes", {"key", "title", "state", "created_in_source"}),
        ("Chave da item,Resumo,Status,Criado", "changes", {"key", "title", "state", "created_in_source"}),
        ("Chiave segnalazione,Riepilogo,Stato,Creato", "changes", {"key", "title", "state"}),
        ("Klucz zgłoszenia,Podsumowanie,Stan,Utworzono", "changes", {"key", "title", "created_in_source"}),
        ("Talep Anahtarı,Özet,Durum,Oluşturuldu", "changes", {"key", "title", "state"}),
        ("number,title,state,labels,html_url,created_at", "changes", {"key", "title", "labels", "url"}),
    ],
)
def test_the_kind_is_told_by_the_headers(table: MakeTable, headers: str, kind: str, fields: set[str]) -> None:
    proposal = propose(table(headers))
    assert proposal.kind == kind
    assert fields <= set(proposal.mapping.columns.values())


def test_a_mapping_survives_json_and_unknown_names_are_refused(table: MakeTable) -> None:
    mapping = propose(table("Issue key,Summary,Status", "A-1,x,Odd")).mapping
    mapping = replace(mapping, value_maps={"state": {"Odd": "ready"}}, date_orders={"Created": "mdy"})
    assert Mapping.from_json(mapping.to_json()) == mapping
    for text in (
        "nonsense",
        "[]",
        '{"kind": "nothing"}',
        '{"kind": "changes", "columns": {"A": "colour"}}',
        '{"kind": "changes", "columns": 3}',
        '{"kind": "changes", "value_maps": {"state": {"Odd": "purple"}}}',
        '{"kind": "changes", "date_orders": {"A": "ydm"}}',
    ):
        with pytest.raises(UnusableMapping):
            Mapping.from_json(text)


def test_settled_words_go_before_the_known_ones(table: MakeTable) -> None:
    read = table("Issue key,Summary,Status", "A-1,x,Odd", "A-2,y,Done")
    mapping = replace(propose(read).mapping, value_maps={"state": {"odd": "ready", "Done": "deployed"}})
    rows = convert(read, mapping, "UTC").rows
    assert [row.values["state"] for row in rows] == ["ready", "deployed"]
    assert [choice.value for choice in value_choices(read, propose(read).mapping)["state"]] == [
        None,
        "closed",
    ]


def test_a_remembered_mapping_is_kept_and_new_columns_are_proposed(table: MakeTable) -> None:
    known = Mapping("changes", {"Code": "key", "What": "title"})
    proposal = propose(table("Code,What,Status", "A-1,x,New"), known=known)
    assert proposal.mapping.columns == {"Code": "key", "What": "title", "Status": "state"}


@pytest.mark.parametrize(
    ("field", "text", "is_kept"),
    [
        ("change_class", "Normal", False),
        ("change_class", "normal ", False),
        ("change_class", "Standard (pre-approved)", True),
        ("change_class", "no such class", True),
        ("impact", "3", False),
        ("impact", "P2", True),
        ("deployment_approved", "yes", False),
        ("deployment_approved", "TRUE", True),
        ("expected_downtime_minutes", "90", False),
        ("expected_downtime_minutes", "1:30:00", False),
        ("expected_downtime_minutes", "1.5 h", True),
        ("deployment_on", "2026-12-01", False),
        ("deployment_on", "1 Dec 2026", False),
        ("deployment_on", "13.12.2026", False),
        ("deployment_on", "03.04.2026", True),
        ("deployment_on", "2026-12-01 22:00", True),
    ],
)
def test_a_word_is_kept_where_it_says_more_than_its_value(
    table: MakeTable, field: str, text: str, is_kept: bool
) -> None:
    read = table("Key,Title,Column", f"A-1,x,{text}", "A-2,y,")
    mapping = Mapping("changes", {"Key": "key", "Title": "title", "Column": field})
    kept = convert(read, mapping, "UTC").rows[0].values["extra"]
    assert kept == ({"Column": text} if is_kept else {})


def test_a_bad_date_is_kept_as_text_and_told(table: MakeTable) -> None:
    read = table(
        "Issue key,Summary,Due date,Odd,Odd", "A-1,x,13/1/2024,p,q", "A-2,y,tomorrow,,", "A-3,z,14/1/2024,,"
    )
    conversion = convert(read, propose(read).mapping, "UTC")
    first, second = conversion.rows[0].values, conversion.rows[1].values
    assert (first["deployment_on"], first["extra"]["Odd"]) == (date(2024, 1, 13), "p\nq")
    assert "deployment_on" not in second
    assert second["extra"]["Due date"] == "tomorrow"
    assert "row 3: “tomorrow”" in conversion.warnings[0]


def test_what_cannot_be_read_is_said_to_be_left_out_where_no_record_keeps_it(table: MakeTable) -> None:
    header = "Change,Build number,Commit,Result,Finished"
    read = table(header, "A-1,7,abc,success,2026-11-20 10:00", "A-1,8,abd,success,tomorrow")
    conversion = convert(read, propose(read).mapping, "UTC")
    assert [warning.rpartition(". ")[2] for warning in conversion.warnings] == ["Left out."]


def test_a_repeated_key_is_a_duplicate_or_rejected_and_a_missing_one_rejected(table: MakeTable) -> None:
    read = table("Issue key,Summary", "A-1,one", "A-1,one", "A-1,other", ",no key")
    conversion = convert(read, propose(read).mapping, "UTC")
    assert [(row.row_number, row.duplicate_of) for row in conversion.rows] == [(2, 0), (3, 2)]
    assert [row.row_number for row in conversion.rejected] == [4, 5]
    assert "Row 2 has the same key" in conversion.rejected[0].reason
    outcome = dry_run(conversion.rows, {}, conversion.rejected)
    assert (len(outcome.created), len(outcome.unchanged), len(outcome.rejected)) == (1, 1, 2)
    assert outcome.rows_in == 4


def test_activities_without_ids_may_share_a_title(table: MakeTable) -> None:
    read = table("Task,Phase,Duration", "Stop the queue,Before,10 min", "Stop the queue,After,10 min")
    conversion = convert(read, propose(read, "activities").mapping, "UTC")
    assert [row.key for row in conversion.rows] == ["Stop the queue", "Stop the queue (2)"]


def record(imported: dict[str, Any], now: dict[str, Any]) -> dict[str, ExistingRecord]:
    return {"A-1": ExistingRecord(imported, now)}


@pytest.mark.parametrize(
    ("imported", "now", "source", "changed", "conflicts"),
    [
        ("a", "a", "a", 0, 0),
        ("a", "a", "b", 1, 0),
        ("a", "desk", "a", 0, 0),
        ("a", "desk", "b", 0, 1),
        ("a", "b", "b", 0, 0),
        ("", None, "", 0, 0),
        (None, "desk", "b", 0, 1),
    ],
)
def test_what_the_desk_changed_is_kept(
    imported: Any, now: Any, source: Any, changed: int, conflicts: int
) -> None:
    row = ImportRow(2, "A-1", {"title": source})
    outcome = dry_run([row], record({"title": imported}, {"title": now}))
    assert (len(outcome.changed), len(outcome.conflicts)) == (changed, conflicts)
    assert outcome.rows_in == 1
    if changed:
        assert outcome.changed[0].changes == (FieldChange("title", now, source),)


def test_a_record_made_by_hand_takes_what_it_lacks_and_keeps_what_it_has() -> None:
    row = ImportRow(2, "A-1", {"title": "theirs", "owner": "Ann"})
    outcome = dry_run([row], record({}, {"title": "ours", "owner": ""}))
    assert [change.field for change in outcome.changed[0].changes] == ["owner"]
    assert [conflict.field for conflict in outcome.conflicts] == ["title"]


@pytest.mark.parametrize("nothing", ["", None, ()])
def test_what_a_list_never_filled_does_not_empty_a_record_made_by_hand(nothing: object) -> None:
    row = ImportRow(2, "A-1", {"title": "ours", "owner": nothing})
    first = dry_run([row], record({}, {"title": "ours", "owner": "Ann"}))
    assert (len(first.unchanged), first.conflicts) == (1, [])
    emptied = dry_run([row], record({"title": "ours", "owner": "Ann"}, {"title": "ours", "owner": "Ann"}))
    assert [change.field for change in emptied.changed[0].changes] == ["owner"]


def test_the_content_hash_depends_on_content_alone() -> None:
    moment = datetime(2024, 1, 1, tzinfo=UTC)
    assert content_hash({"a": 1, "b": moment}) == content_hash({"b": moment, "a": 1})
    assert content_hash({"a": 1}) != content_hash({"a": 2})


def test_the_shape_ignores_order_case_and_repeats() -> None:
    assert shape_of(("Key", "Title", "Title")) == shape_of(("title", "KEY"))
    assert shape_of(("Key",)) != shape_of(("Title",))


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Outward issue link (Blocks)", "blocks"),
        ("Inward issue link (Blocks)", "is_blocked_by"),
        ("Inward issue link (Cloners)", "is_cloned_by"),
        ("Outward issue link (Relates)", "relates"),
        ("Parent key", "parent"),
        ("Predecessors", "depends_on"),
        ("Blocked by", "is_blocked_by"),
    ],
)
def test_the_header_says_which_way_a_link_points(header: str, kind: str) -> None:
    assert link_kind(header) == kind


@pytest.mark.parametrize(
    ("choices", "word", "value"),
    [
        ("state", "To Do", "intake"),
        ("state", "Em atendimento (atribuído)", "intake"),
        ("state", "Rolled back", "rolled_back"),
        ("state", "Fermé", "closed"),
        ("activity_state", "4-Complete", "done"),
        ("scale", "3 - Moderate", 3),
        ("scale", "5", 5),
        ("tier", "Tier 2", 2),
        ("change_class", "Pre-approved", "standard"),
        ("change_class", "purple", None),
    ],
)
def test_words_of_trackers_become_the_desks_values(choices: str, word: str, value: object) -> None:
    assert choose(choices, word) == value


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        ("1:30", 90),
        ("1h 30m", 90),
        ("2 days", 2880),
        ("0,5 h", 30),
        ("45 min", 45),
        ("90 dk", 90),
        ("3 sa", 180),
        ("2 gün", 2880),
        ("1 hafta", 10_080),
        ("2 sem", 20_160),
        ("3 godz. 30 min.", 210),
        ("2 ehrs", 120),
        ("2 giorni", 2880),
        ("30 分钟", 30),
        ("30'", 30),
        ("~0", 0),
        ("2 ч", 120),
        ("PT1H30M", 90),
        ("P1DT2H", 1560),
        ("PT45S", 0),
        ("P", None),
        ("PT", None),
        ("0.0104166", None),
        ("0,5", None),
        ("0", 0),
        ("soon", None),
    ],
)
def test_durations_are_minutes(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes


def test_yes_and_no_in_eight_languages() -> None:
    assert [yes_or_no(word) for word in ("Yes", "sí", "ja", "não", "hayır", "perhaps")] == [
        True,
        True,
        True,
        False,
        False,
        None,
    ]


@given(st.text(max_size=20))
def test_no_word_breaks_the_value_maps(word: str) -> None:
    assert choose("scale", word) in (None, 1, 2, 3, 4, 5)
    minutes = minutes_of(word)
    assert minutes is None or minutes >= 0


def test_a_constant_fills_what_no_cell_says() -> None:
    table = read_table(b"Change ID,Title,Team\nCHG-1,One,Network\nCHG-2,Two,\n")
    mapping = Mapping(
        "changes",
        {"Change ID": "key", "Title": "title", "Team": "team"},
        constants={"team": "Operations", "requester": "Ada"},
    )
    rows = convert(table, Mapping.from_json(mapping.to_json()), "UTC").rows
    assert [(row.values["team"], row.values["requester"]) for row in rows] == [
        ("Network", "Ada"),
        ("Operations", "Ada"),
    ]


def test_what_tells_records_apart_cannot_be_said_for_all_rows() -> None:
    for name in ("key", "title", "impact", "no such field"):
        with pytest.raises(UnusableMapping, match="cannot be said for all rows"):
            check(Mapping("changes", {"Key": "key"}, constants={name: "1"}))
    with pytest.raises(UnusableMapping, match=r"or say one of .*requester"):
        check(Mapping("changes", {"Key": "key"}, constants={"no such field": "1"}))


def test_a_key_is_one_however_its_letters_are_put_together() -> None:
    text = "Key,Title\nCAF\u00c9-1,One\nCAFE\u0301-1,Two\n"
    table = read_table(text.encode())
    found = convert(table, Mapping("changes", {"Key": "key", "Title": "title"}), "UTC")
    assert [row.key for row in found.rows] == ["CAF\u00c9-1"]
    assert "same key" in found.rejected[0].reason


def test_a_long_key_is_told_in_short() -> None:
    key = "K-1" * 5_000
    table = read_table(f"Key,Title\n{key},One\n{key},Two\n".encode())
    (rejected,) = convert(table, Mapping("changes", {"Key": "key", "Title": "title"}), "UTC").rejected
    assert len(rejected.reason) < 200


def test_a_list_of_people_without_names_is_told_of_a_name() -> None:
    found = propose(read_table(b"Phone,Mobile\n1,2\n"), "people")
    assert found.problems == (
        "No column holds \u201cName\u201d. Say in the mapping which one does, "
        'or add one to the list, called "name" for instance.',
    )
