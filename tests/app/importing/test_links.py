"""Links as trackers and people write them within one cell."""

from __future__ import annotations

import pytest

from app.importing.cells.readers import reader_for
from app.importing.fields import field_named
from app.importing.words.links import link_kind, links_of


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("PAY-2 (is blocked by), PAY-3 (blocks)", [("is_blocked_by", "PAY-2"), ("blocks", "PAY-3")]),
        ("PAY-2 (wird blockiert von)", [("is_blocked_by", "PAY-2")]),
        ("PAY-2 (Done), PAY-3 (Open)", [("relates", "PAY-2"), ("relates", "PAY-3")]),
        ("is blocked by PAY-2 and PAY-3", [("is_blocked_by", "PAY-2"), ("is_blocked_by", "PAY-3")]),
        ("https://jira.example.org/browse/PAY-2", [("relates", "PAY-2")]),
        ("blocks https://jira.example.org/browse/PAY-2?a=b#c", [("blocks", "PAY-2")]),
        ("PAY-2: Renew, then restart SQL2019; PAY-3: Move", [("relates", "PAY-2"), ("relates", "PAY-3")]),
        ("CHG0030001 - Upgrade to SQL2019", [("relates", "CHG0030001")]),
        ("Précède #7, Duplique #8", [("blocks", "7"), ("duplicates", "8")]),
        ("yinelenmiş #8", [("duplicates", "8")]),
        ("PAY-2, PAY-3", [("relates", "PAY-2"), ("relates", "PAY-3")]),
        ("https://example.org/wiki/Plan", [("relates", "https://example.org/wiki/Plan")]),
    ],
)
def test_what_a_cell_links_to_and_how(text: str, links: list[tuple[str, str]]) -> None:
    assert list(links_of(text, "relates")) == links


def test_what_is_linked_twice_is_linked_once() -> None:
    field = field_named("changes", "links")
    assert field is not None
    read = reader_for(field, "Blocked by", {}, None, "UTC")
    assert read("PAY-2, PAY-2") == (("is_blocked_by", "PAY-2"),)


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Interner Vorgangslink (Blocks)", "is_blocked_by"),
        ("Externer Vorgangslink (Blocks)", "blocks"),
        ("İç konu bağlantısı (Blocks)", "is_blocked_by"),
        ("Dış konu bağlantısı (Blocks)", "blocks"),
        ("Ligação de item externo (Blocks)", "blocks"),
        ("Elemento primario", "parent"),
        ("Tarefa mãe", "parent"),
    ],
)
def test_which_way_a_column_of_links_points(header: str, kind: str) -> None:
    assert link_kind(header) == kind
