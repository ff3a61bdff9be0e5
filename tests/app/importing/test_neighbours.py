"""The code page of a list in which a word or two have accents is told by the letters beside these."""

from __future__ import annotations

import pytest

from app.importing.reading.encodings import decode
from app.importing.reading.neighbours import plausible_share

WORDS = [
    ("cp850", "Rücksicherung"),
    ("cp850", "Verschlüsselung"),
    ("cp437", "Drähte"),
    ("mac_roman", "Kündigung"),
    ("mac_roman", "Gehäuse"),
    ("mac_roman", "récupéré"),
    ("mac_roman", "cancelación"),
    ("mac_roman", "duración"),
    ("cp850", "criticità"),
    ("cp850", "continuità"),
    ("cp437", "gravità"),
    ("cp850", "correção"),
    ("cp1250", "przełącznik"),
    ("cp1250", "pamięć"),
    ("iso8859_2", "odłączony"),
    ("cp1254", "dönüştürme"),
    ("cp1254", "arızalı"),
    ("cp1254", "geçiş"),
    ("iso8859_9", "yükseltme"),
]


@pytest.mark.parametrize(("code_page", "word"), WORDS)
def test_one_word_tells_the_code_page(code_page: str, word: str) -> None:
    text = f"Key;Title;Status\nCHG-1;Node 1 {word};Open\nCHG-2;Update of node 2;Open\n"
    assert decode(text.encode(code_page)).text == text


@pytest.mark.parametrize(
    ("code_page", "word"),
    [
        ("cp1252", "Rücksicherung"),
        ("cp1252", "récupéré"),
        ("cp1252", "cancelación"),
        ("cp1252", "förändring"),
        ("cp1250", "žádost"),
        ("cp1251", "сервер"),
        ("koi8_r", "закрыт"),
        ("cp1253", "διακομιστής"),
    ],
)
def test_other_lists_are_read_as_ever(code_page: str, word: str) -> None:
    text = f"Key;Title;Status\nCHG-1;Node 1 {word};Open\nCHG-2;Update of node 2;Open\n"
    assert decode(text.encode(code_page)).text == text


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Störung", 1.0),
        ("Stšrung", 0.0),
        ("„Störung“", 1.0),
        ("┘È", 0.0),
        ("сервер", 0.0),
        ("plain", 0.0),
        ("Störung und Stšrung", 0.5),
    ],
)
def test_letters_are_plausible_beside_those_that_known_words_have_there(text: str, share: float) -> None:
    assert plausible_share(text) == share
