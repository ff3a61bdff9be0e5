"""Lists too long to be held are read, and made into rows, as short ones are; their memory does not grow."""

from __future__ import annotations

import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest

from app.importing import spool as spool_module
from app.importing.converting.converter import Converter
from app.importing.converting.listed import HeldKeys, ListedRows, PackedKeys
from app.importing.converting.rows import convert
from app.importing.errors import UnreadableList
from app.importing.proposing.proposal import propose
from app.importing.reading import files as reading_module
from app.importing.reading import gathering as gathering_module
from app.importing.reading import streaming as streaming_module
from app.importing.reading.files import read_file, read_table
from app.importing.spool import SpooledRows

HEADER = "Issue key,Summary,Status,Assignee,Created,Labels\r\n"


@pytest.fixture(autouse=True)
def _everything_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "_WHOLE", 0)
    monkeypatch.setattr(gathering_module, "_HELD_BYTES", 2_000)


def _list(rows: int) -> str:
    lines = [
        f'LONG-{n},"Title {n}, é",To Do,Person {n % 7},0{n % 9 + 1}/Feb/26 7:31 PM,a\r\n' for n in range(rows)
    ]
    return HEADER + "".join(lines)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (_list(50).encode(), "UTF-8"),
        (_list(50).encode("utf-8-sig"), "a mark of byte order"),
        (_list(50).encode("cp1252"), "an older code page"),
        (_list(50).encode("utf-16"), "two bytes a letter"),
        (_list(50).replace("\r\n", "\r\r\n").encode(), "doubled returns"),
        (_list(50).replace("\r\n", "\r").encode(), "returns alone"),
        (("sep=,\r\n" + _list(50)).encode(), "a declared delimiter"),
        (("My export\r\n\r\n" + _list(50)).encode(), "title lines"),
        (
            (_list(20) + 'LONG-99,"never closed,To Do,P,,\r\n' + _list(20)[len(HEADER) :]).encode(),
            "an open quote",
        ),
        ((_list(20) + "LONG-98,few\r\n,,,,,\r\nLONG-97,a,b,c,d,e,too many\r\n").encode(), "ragged rows"),
        ((_list(20) + 'LONG-96,"two\r\nlines",To Do,P,,\r\n').encode(), "a line break in a cell"),
        (_list(20).encode() + b"LONG-95,broken \xff here,To Do,P,,\r\n", "a byte that is no letter"),
    ],
)
def test_a_long_file_is_read_like_a_short_one(tmp_path: Path, data: bytes, what: str) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(data)
    whole, long = read_table(data), read_file(file)
    assert isinstance(long.rows, SpooledRows), what
    assert list(long.rows) == list(whole.rows)
    assert list(long.row_numbers) == list(whole.row_numbers)
    assert (long.headers, long.delimiter, long.encoding) == (whole.headers, whole.delimiter, whole.encoding)
    assert long.warnings == whole.warnings


def test_rows_made_when_asked_for_are_those_converted_at_once(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(_list(5_000), encoding="utf-8", newline="")
    table = read_file(file)
    mapping = propose(table).mapping
    at_once = convert(table, mapping, "Europe/Berlin").rows
    listed = ListedRows(Converter(table, mapping, "Europe/Berlin"), range(5_000))
    assert [(row.row_number, row.key, row.values) for row in listed] == [
        (row.row_number, row.key, row.values) for row in at_once
    ]
    assert listed[4_321].key == "LONG-4321"
    assert [row.key for row in listed[2_499:2_501]] == ["LONG-2499", "LONG-2500"]
    assert [key for part in listed.key_parts() for key in part] == [row.key for row in at_once]


def test_a_digest_tells_cells_mappings_and_zones_apart() -> None:
    table = read_table(_list(3).encode())
    mapping = propose(table).mapping
    row = table.rows[0]
    digest = Converter(table, mapping, "UTC").digests([row])
    assert digest == Converter(table, mapping, "UTC").digests([row])
    others = [
        Converter(table, mapping, "Europe/Berlin").digests([row]),
        Converter(table, propose(table, "tickets").mapping, "UTC").digests([row]),
        Converter(table, mapping, "UTC").digests([(*row[:-1], "b")]),
    ]
    shifted = [("a\x1fb", "c", *row[2:]), ("a", "b\x1fc", *row[2:])]
    assert digest not in others
    assert len(set(Converter(table, mapping, "UTC").digests(shifted))) == 2


@pytest.mark.parametrize("keys", [HeldKeys(), PackedKeys(1_001)])
def test_keys_know_where_each_stood_first(keys: HeldKeys | PackedKeys) -> None:
    names = [f"K-{n}" for n in range(1_000)]
    assert keys.add_all(names, 0) == {}
    assert keys.add_all(names, 5_000) == {5_000 + n: n for n in range(1_000)}
    assert keys.add_all(["K-1000", "K-7", "K-1000"], 6_000) == {6_001: 7, 6_002: 6_000}
    assert "K-999" in keys
    assert "K-1001" not in keys


def test_memory_does_not_grow_with_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming_module, "_BLOCK", 1 << 16)
    monkeypatch.setattr(streaming_module, "_SAMPLED", 1 << 16)

    def peak(rows: int) -> int:
        file = tmp_path / f"{rows}.csv"
        file.write_text(_list(rows), encoding="utf-8", newline="")
        tracemalloc.start()
        table = read_file(file)
        listed = ListedRows(Converter(table, propose(table).mapping, "UTC"), range(len(table.rows)))
        assert sum(1 for _ in listed) == rows
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(100)  # what is imported and remembered once
    small = peak(20_000)
    assert peak(80_000) < 1.5 * small


@pytest.mark.parametrize("version", [_list(900), _list(100), "Other,columns\n" * 500])
def test_a_file_that_is_written_to_while_it_is_read_is_no_list(tmp_path: Path, version: str) -> None:
    """Its beginning is of the one version and its end of the other, or is not there."""
    file = tmp_path / "list.csv"
    file.write_text(_list(500), encoding="utf-8", newline="")

    def write(_share: float) -> None:
        file.write_text(version, encoding="utf-8", newline="")

    with pytest.raises(UnreadableList, match="written to while it was read"):
        read_file(file, tell=write)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a disk that is full")
def test_no_room_for_the_temporary_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "list.csv"
    file.write_text(_list(500), encoding="utf-8", newline="")
    rows = Path("/dev/full").open("wb")  # noqa: SIM115 - closed below
    monkeypatch.setattr(spool_module, "TemporaryFile", lambda prefix: rows)
    with pytest.raises(UnreadableList, match="temporary file cannot be written: No space left on device"):
        read_file(file)
    with suppress(OSError):
        rows.close()


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(_list(5_000), encoding="utf-8", newline="")

    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_file(file, tell=stop)
