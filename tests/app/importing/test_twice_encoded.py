"""Letters that were encoded twice on their way are set right; letters that stand so by right are kept."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.importing.reading import files
from app.importing.reading.encodings import decode
from app.importing.reading.files import read_file, read_table
from app.importing.reading.twice_encoded import written_once

TEXTS = [
    "Responsável,Criação,Situação",
    "Résumé;État;Créé le",
    "Zugewiesene Person;Größe – „jetzt“",
    "Zażółć gęślą jaźń",
    "İş öğesi anahtarı;Güncellendi",
    "Ключ проблемы,Тема",
    "キー,要約",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("codec", ["cp850", "cp437", "mac_roman", "latin-1", "cp1250", "cp1251"])
def test_text_that_was_taken_for_another_code_page_is_as_it_was_written(text: str, codec: str) -> None:
    taken = "".join(bytes((code,)).decode(codec, "ignore") or chr(code) for code in text.encode())
    assert written_once(taken) == text
    found = decode(f"a,b\n{taken}\n".encode())
    assert found.text == f"a,b\n{text}\n"
    assert found.encoding == "utf-8"
    assert found.warnings == ("The letters were encoded twice on their way here; they are set right.",)


def test_bytes_that_windows_leaves_free_are_known_as_well() -> None:
    assert written_once("Ã\x81rea,ResponsÃ¡vel") == "Área,Responsável"
    assert written_once("PrioritÃ\xa0,CittÃ\xa0,â€œoraâ€\x9d") == "Priorità,Città,“ora”"


def test_a_mark_of_byte_order_that_was_taken_for_letters_is_left_out() -> None:
    assert decode("\ufeffChave,Responsável".encode().decode("cp1252").encode()).text == "Chave,Responsável"


@pytest.mark.parametrize("text", [*TEXTS, "", "plain", "São João", "Ã", "±5 %", "naïve café, 20 €", "½ «ok»"])
def test_text_that_was_written_once_is_kept(text: str) -> None:
    assert written_once(text) is None


def test_a_few_letters_by_right_among_others_keep_the_whole_as_it_is() -> None:
    assert written_once("Müller, Größe, ResponsÃ¡vel") is None


def test_a_workbook_made_of_such_a_text_is_set_right_too() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Chave", "Resumo", "ResponsÃ¡vel"])
    sheet.append(["A-1", "Uma linha\ne outra", "JoÃ£o GonÃ§alves"])
    file = BytesIO()
    book.save(file)
    table = read_table(file.getvalue())
    assert table.headers == ("Chave", "Resumo", "Responsável")
    assert list(table.rows) == [("A-1", "Uma linha\ne outra", "João Gonçalves")]
    assert table.warnings == ("The letters were encoded twice on their way here; they are set right.",)


def test_a_long_file_is_set_right_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_WHOLE", 10)
    path = tmp_path / "list.csv"
    path.write_text("Chave,ResponsÃ¡vel\n" + "A-1,JoÃ£o\n" * 3, encoding="utf-8")
    table = read_file(path)
    assert (table.headers, table.rows[2]) == (("Chave", "Responsável"), ("A-1", "João"))
