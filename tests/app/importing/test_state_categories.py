"""States that only the tracker's own category explains: to do, in progress or done, in eight languages."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.mapping import Mapping
from app.importing.proposing.list_words import value_choices
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

BOARD = "Summary,Issue key,Issue id,Issue Type,Status,Project key,Status Category\n"


def _states(text: str, known: Mapping | None = None) -> list[object]:
    table = read_table(text.encode())
    converted = convert(table, propose(table, known=known).mapping, "UTC")
    assert not converted.warnings
    return [row.values.get("state") for row in converted.rows]


@pytest.mark.parametrize(
    ("status", "category", "state"),
    [
        ("Wishlist", "To Do", "intake"),
        ("Polishing", "In Progress", "intake"),
        ("Shelved for good", "Done", "closed"),
        ("Review", "In Progress", "intake"),
        ("Review", "Done", "closed"),
        ("Revisión", "En curso", "intake"),
        ("Listo", "Listo", "closed"),
        ("Listo", "En curso", "ready"),
        ("Deployed", "Done", "deployed"),
        ("Done", "To Do", "closed"),
        ("Won't do", "Done", "withdrawn"),
    ],
)
def test_the_category_explains_what_the_word_does_not(status: str, category: str, state: str) -> None:
    assert _states(f"{BOARD}Retry,OPS-1,101,Task,{status},OPS,{category}\n") == [state]


@pytest.mark.parametrize(
    ("headers", "state"),
    [
        ("Summary,Issue key,Issue id,Status", "intake"),
        ("Title,ID,Work Item Type,State", "intake"),
        ("Short description,Number,Type,State", "closed"),
    ],
)
def test_a_review_goes_on_where_a_board_shows_no_categories(headers: str, state: str) -> None:
    assert _states(f"{headers}\nRetry,101,Task,Review\n") == [state]


@pytest.mark.parametrize(
    ("header", "category"),
    [
        ("Statuskategorie", "Fertig"),
        ("Catégorie d'état", "Terminé"),
        ("Categoría de estado", "Listo"),
        ("Categoria do status", "Itens concluídos"),
        ("Categoria stato", "Completato"),
        ("Kategoria statusu", "Gotowe"),
        ("Durum Kategorisi", "Tamam"),
    ],
)
def test_categories_are_known_in_other_languages(header: str, category: str) -> None:
    board = BOARD.replace("Status Category", header)
    assert _states(f"{board}Retry,OPS-1,101,Task,Hängt im Regal,OPS,{category}\n") == ["closed"]


def test_a_word_of_two_categories_stays_open() -> None:
    rows = "Retry,OPS-1,101,Task,Odd,OPS,To Do\nPay,OPS-2,102,Task,Odd,OPS,Done\n"
    table = read_table((BOARD + rows).encode())
    assert propose(table).mapping.value_maps == {}


def test_what_was_settled_for_a_word_is_kept_and_new_words_are_added() -> None:
    first = read_table(f"{BOARD}Retry,OPS-1,101,Task,Polishing,OPS,In Progress\n".encode())
    mapping = propose(first).mapping
    settled = Mapping(mapping.kind, mapping.columns, {"state": {"Polishing": "in_test"}})
    rows = "Retry,OPS-1,101,Task,Polishing,OPS,In Progress\nPay,OPS-2,102,Task,Shelved,OPS,Done\n"
    assert _states(BOARD + rows, settled) == ["in_test", "closed"]


def test_the_words_of_the_list_say_why_they_have_their_value() -> None:
    rows = "Retry,OPS-1,101,Task,Polishing,OPS,In Progress\nPay,OPS-2,102,Task,Open,OPS,To Do\n"
    table = read_table((BOARD + rows).encode())
    choices = value_choices(table, propose(table).mapping)["state"]
    assert [(one.word, one.value, one.guess) for one in choices] == [
        ("Polishing", "intake", '"Status Category" says "In Progress".'),
        ("Open", "intake", ""),
    ]
