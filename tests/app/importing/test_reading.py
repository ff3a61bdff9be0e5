"""Bytes to tables: encodings, delimiters, headers, ragged rows, refusals, and never a traceback."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.importing.converting.rows import convert
from app.importing.errors import UnreadableList
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_file, read_table

POLISH = "Klucz;Podsumowanie\nABC-1;Zażółć gęślą jaźń świąteczną\nABC-2;Źródło błędów już usunięte\n"
TEXTS = [
    ("utf-8-sig", "Key,Title\nA-1,Größe\n", "Größe"),
    ("utf-16", "Key,Title\nA-1,Größe\n", "Größe"),
    ("utf-16-le", "Key,Title\nA-1,Größe\nA-2,plain text\n", "Größe"),
    (
        "cp1252",
        "Key;Title\nA-1;Größe der Übertragung prüfen – „jetzt“\n",
        "Größe der Übertragung prüfen – „jetzt“",
    ),
    ("iso8859_15", "Key;Title\nA-1;Größe ändern\n", "Größe ändern"),
    ("cp1250", POLISH, "Zażółć gęślą jaźń świąteczną"),
    ("iso8859_2", POLISH, "Zażółć gęślą jaźń świąteczną"),
    (
        "cp1251",
        "Key;Title\nA-1;Обновление базы данных перед выпуском\n",
        "Обновление базы данных перед выпуском",
    ),
    (
        "koi8_r",
        "Key;Title\nA-1;Обновление базы данных перед выпуском\n",
        "Обновление базы данных перед выпуском",
    ),
    ("cp1253", "Key;Title\nA-1;Ενημέρωση της βάσης δεδομένων\n", "Ενημέρωση της βάσης δεδομένων"),
    (
        "cp1254",
        "Key;Title\nA-1;Veritabanı güncellemesi için değişiklik\n",
        "Veritabanı güncellemesi için değişiklik",
    ),
    ("cp1254", "Key;Title\nA-1;Zaman aşımı\n", "Zaman aşımı"),
    ("cp1254", "Key;Title\nA-1;Satır sonu\n", "Satır sonu"),
    ("cp1250", "Nr;Okno serwisowe;Data;Od;Do\n1;Sieć;05.12.2026;22:00;04:00\n", "Sieć"),
    ("cp1250", "Key;Title\nA-1;Nový účet\n", "Nový účet"),
    ("cp932", "Key,Title\nA-1,データベースの更新とテストの準備\n", "データベースの更新とテストの準備"),
    ("gb18030", "Key,Title\nA-1,更新数据库并测试应用程序的变更\n", "更新数据库并测试应用程序的变更"),
    (
        "euc_kr",
        "Key,Title\nA-1,데이터베이스 변경 요청을 테스트합니다\n",
        "데이터베이스 변경 요청을 테스트합니다",
    ),
]


@pytest.mark.parametrize(("encoding", "text", "title"), TEXTS)
def test_text_in_any_common_encoding_is_read(encoding: str, text: str, title: str) -> None:
    table = read_table(text.encode(encoding))
    assert table.rows[0][1] == title


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, ending: str) -> None:
    lines = [["Key", "Title", "Status"], ["A-1", "one", "New"], ["A-2", "two", "Done"]]
    table = read_table(ending.join(delimiter.join(line) for line in lines).encode())
    assert (table.delimiter, table.headers) == (delimiter, ("Key", "Title", "Status"))
    assert table.rows == [("A-1", "one", "New"), ("A-2", "two", "Done")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_zeros_inside_a_text_are_left_out(encoding: str) -> None:
    others = "".join(f"CHG-{number},Move the service to another machine\n" for number in range(3, 20))
    table = read_table(f"Key,Title\nCHG-1,Pa\x00tch\nCHG\x00-2,Move\n{others}".encode(encoding))
    assert [tuple(row) for row in table.rows[:2]] == [("CHG-1", "Patch"), ("CHG-2", "Move")]
    assert "Zero bytes inside the text were left out." in table.warnings


def test_column_names_are_known_however_many_more_cells_the_rows_have() -> None:
    table = read_table(b"Title|Description|Labels\nAdd files|Branch|a|||x||y\nAdd logs|Create|b|||x||\n")
    assert table.headers[:4] == ("Title", "Description", "Labels", "Column 4")
    assert [row[0] for row in table.rows] == ["Add files", "Add logs"]
    table = read_table(
        b"Start;End;Title;Dates;Comment\n19 Dec 2026;3 Jan 2027;a;x;y\n29 Mar 2027;2 Apr 2027;b;;z;;x;;x;;x\n"
    )
    assert table.headers[:5] == ("Start", "End", "Title", "Dates", "Comment")
    assert len(table.rows) == 2


def test_title_lines_mixed_ends_ragged_rows_and_empty_rows_are_set_right() -> None:
    text = "Weekly report\r\n\nKey,Title,Status,,\nA-1,one\r\nA-2,two,Done,,\n,,,,\nA-3,three,New,,spare\n"
    table = read_table(text.encode())
    assert table.headers == ("Key", "Title", "Status", "Column 4", "Column 5")
    assert table.rows == [
        ("A-1", "one", "", "", ""),
        ("A-2", "two", "Done", "", ""),
        ("A-3", "three", "New", "", "spare"),
    ]
    assert table.row_numbers == [4, 5, 7]
    assert any("nothing but empty cells" in warning for warning in table.warnings)


def test_a_mark_inside_a_quoted_header_and_a_declared_delimiter_are_passed_over() -> None:
    assert read_table('\ufeff\ufeff"Key","Title"\nA-1,x\n'.encode()).headers == ("Key", "Title")
    assert read_table(b"sep=;\nKey;Title\nA-1;x\n").rows == [("A-1", "x")]


def test_a_list_without_column_names_says_so() -> None:
    table = read_table(b"A-1,2024-01-01\nA-2,2024-01-02\nA-3,2024-01-03\n")
    assert (table.has_header, table.headers, len(table.rows)) == (False, ("Column 1", "Column 2"), 3)


def test_a_quote_that_never_closes_costs_no_other_row() -> None:
    table = read_table(b'Key,Title\nA-1,fine\nA-2,"open\nA-3,three\nA-4,four\n')
    assert [row[0] for row in table.rows] == ["A-1", "A-2", "A-3", "A-4"]
    assert any("never closed" in warning for warning in table.warnings)


def test_a_workbook_is_known_by_its_bytes() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Key", "Title", "Impact"])
    sheet.append(["A-1", "=1+1 is text", 3])
    stream = io.BytesIO()
    book.save(stream)
    table = read_table(stream.getvalue())
    assert (table.headers, table.sheets) == (("Key", "Title", "Impact"), ("Sheet",))
    with pytest.raises(UnreadableList, match="no sheet"):
        read_table(stream.getvalue(), sheet="Other")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n\n",
        b"{\\rtf1\\ansi hello}",
        b"<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table>",
        b"%PDF-1.7",
        b'{"issues": [1, 2]}',
        b"PK\x03\x04broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        bytes(range(256)) * 20,
        b"Dear all, please find the list below.\nIt is not long, I hope, but it matters.\nBest, me.\n",
    ],
)
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableList) as refusal:
        read_table(data)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    ("stream", "says"),
    [
        ("EncryptedPackage", "protected by a password"),
        ("Workbook", r"old \.xls format"),
        ("WordDocument", "text document"),
        ("__substg1.0_0037001F", "is a mail"),
    ],
)
@pytest.mark.parametrize("size", [2_000, 9_000_000])
def test_older_office_files_are_told_apart(tmp_path: Path, stream: str, says: str, size: int) -> None:
    """The streams of such a file may be named at its end, and it may be too long to be held whole."""
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(size) + stream.encode("utf-16-le") + bytes(64)
    path = tmp_path / "list.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnreadableList, match=says):
        read_file(path)


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["A-1", "A-2", "A-3", "", " "]), CELL, CELL), max_size=30))
def test_every_row_is_accounted_for(cells: list[tuple[str, str, str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Issue key", "Summary", "Due date"])
    writer.writerows(cells)
    table = read_table(out.getvalue().encode())
    conversion = convert(table, propose(table).mapping, "UTC")
    assert len(conversion.rows) + len(conversion.rejected) == len(table.rows)
    assert len(table.rows) == sum(any(cell.strip() for cell in row) for row in cells)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_bytes_never_break_it(data: st.DataObject) -> None:
    base = bytearray(
        'Issue key,Summary,Created,Labels\nA-1,"Größe, neu",9/12/22 10:15,x\nA-2,b,13/1/22,"y\nz"\n'.encode()
    )
    for _ in range(data.draw(st.integers(0, 12))):
        place = data.draw(st.integers(0, len(base) - 1))
        base[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
        if not base:
            break
    try:
        table = read_table(bytes(base))
    except UnreadableList:
        return
    conversion = convert(table, propose(table).mapping, "UTC")
    assert len(conversion.rows) + len(conversion.rejected) == len(table.rows)


@pytest.mark.parametrize(
    "line",
    [
        "Generated at Sat Feb 22 22:30,",
        "Applied filters:,",
        "Total: 2,",
        "(c) ACME,",
        "Summe,",
        "Totale change: 2,",
        "Liczba zmian:,2",
        "(2 rows),",
    ],
)
def test_what_stands_below_a_list_is_no_row_of_it(line: str) -> None:
    read = read_table(f"Key,Summary,Status,Created\nA-1,x,Open,2024-01-02\nA-2,y,Open,\n{line},,\n".encode())
    assert [row[0] for row in read.rows] == ["A-1", "A-2"]
    assert any("how the list was made" in note for note in read.warnings)


@pytest.mark.parametrize("lines", ["Total cost wrong,,,\n", "Total,,,\nA-2,y,Open,\n", "Total,2,,\n"])
def test_a_line_that_says_more_or_is_followed_by_rows_is_a_row(lines: str) -> None:
    text = f"Key,Summary,Status,Created\nA-1,x,Open,2024-01-02\n{lines}"
    assert len(read_table(text.encode()).rows) == text.count("\n") - 1


def test_a_second_list_below_the_first_is_told_and_left() -> None:
    text = (
        "ID,Name,Begin date,End date,Duration,Resources\n0,Stop,1/9/27,1/9/27,1,Ops\n\n"
        "ID,Name,Default role,e-mail,Phone\n0,Ops,Default:0,,\n1,DB,Default:0,,\n"
    )
    table = read_table(text.encode())
    assert [row[:2] for row in table.rows] == [("0", "Stop")]
    assert table.warnings == (
        "Another list begins in row 4 (ID, Name, Default role, e-mail, Phone) and was not read. "
        "Save it as a file of its own to import it.",
    )


@pytest.mark.parametrize(
    "line", ["ID,Name,Begin date,End date,Duration,Resources", "ID-2,Name,1/10/27,1/10/27,1,Ops", "ID,Go"]
)
def test_a_row_below_a_blank_line_is_one_of_the_list(line: str) -> None:
    text = f"ID,Name,Begin date,End date,Duration,Resources\n0,Stop,1/9/27,1/9/27,1,Ops\n\n{line}\n2,A,,,,\n"
    assert not any("Another list" in told for told in read_table(text.encode()).warnings)


def test_the_sheet_with_the_list_is_read_and_not_the_cover() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Cutover plan", "Version 3"])
    plan = book.create_sheet("Plan")
    plan.append(["#", "Task", "Owner", "Start", "End"])
    plan.append([1, "Stop", "Ana", "22:00", "22:15"])
    packed = io.BytesIO()
    book.save(packed)
    read = read_table(packed.getvalue())
    assert (read.sheet, read.headers[:2]) == ("Plan", ("#", "Task"))
    assert read_table(packed.getvalue(), "Sheet").headers[0] == "Cutover plan"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Window;When\nWeekly patching;Every Saturday 22:00-04:00\nNetwork;Every Sunday 02:00-06:00\n",
            "“Recurrence rule”, “Opens” and “Closes” are not in the file: they were made of the others.",
        ),
        (
            "First name,Last name,E-mail\nAda,Lovelace,ada@example.org\nBen,Ito,ben@example.org\n",
            "“Full name” is not in the file: it was made of the other columns.",
        ),
    ],
)
def test_columns_that_are_not_in_the_file_are_told(text: str, told: str) -> None:
    assert told in read_table(text.encode()).warnings


def test_lines_drawn_between_rows_are_passed_over_and_told() -> None:
    table = read_table(b"id,title,state\n1,Print,open\n#-----------\n\n===,,\n2,Scan,open\n--- see below,,\n")
    assert [row[0] for row in table.rows] == ["1", "2", "--- see below"]
    assert list(table.row_numbers) == [2, 6, 7]
    assert "2 rows hold nothing but a drawn line and were passed over." in table.warnings
