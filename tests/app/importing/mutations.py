"""Real lists made worse, as mail programs, editors and accidents do; the same for the same seed."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass

from app.importing.converting.dryrun import dry_run
from app.importing.converting.rows import convert
from app.importing.errors import ImportingError
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.table import Table

ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp1250",
    "iso8859-1",
    "iso8859-2",
    "iso8859-15",
    "cp932",
    "gb18030",
)
_DATES = (
    "31/12/2025", "12/31/25 11:59 PM", "19/févr./26 7:31 PM", "3-Şub-2021", "12/lut/21", "45291.75",
    "2026-02-30",
    "0000-00-00", "9999-12-31T23:59:59Z", "1970-01-01", "24:00", "1/1/1", "29.2.2024 25:61", "tomorrow",
    "13/13/13",
    "2026-01-01T00:00:00+99:99", "-1", "99999", "1e308", "١٢/٠٣/٢٠٢٥",
)  # fmt: skip
_NASTY = (
    "=cmd|' /C calc'!A0", "<b>x</b>", "'; drop table change; --", "../../etc/passwd", "\u202eabc", "a\u0301"
    * 20,
    "🚧" * 5, '"', '""', '",', ";", "\t", "|", "#" * 40, "NULL", "nan", "x" * 40_000, " ", "\u00a0", "\ufeff",
    "123456789012345678901234567890",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remade:
    """A list written anew: its bytes, and how many rows a reader must account for (None: cannot be said)."""

    data: bytes
    rows: int | None


def remade(header: list[str], rows: list[list[str]], chance: random.Random) -> Remade:
    """The same rows under another dialect and encoding, with worse cells; every row keeps some content."""
    header, rows = list(header), [list(row) for row in rows]
    for change in chance.sample(_TABLE_CHANGES, chance.randint(0, 3)):
        change(header, rows, chance)
    text = _written(header, rows, chance)
    if chance.random() < 0.2:
        text = chance.choice(("\ufeff", "\ufeff\ufeff", "ï»¿")) + text
    encoding = chance.choice(ENCODINGS)
    try:
        return Remade(text.encode(encoding), len(rows))
    except UnicodeEncodeError:
        return Remade(text.encode("utf-8", "surrogatepass"), len(rows))


def _written(header: list[str], rows: list[list[str]], chance: random.Random) -> str:
    out = io.StringIO()
    delimiter = chance.choice((",", ";", "\t", "|"))
    quoting = chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC))
    ends = chance.choice(("\n", "\r\n", "\r\n", "\r"))
    mixed = chance.random() < 0.2
    if mixed or ends == "\r":
        quoting = csv.QUOTE_ALL  # the csv module leaves line breaks of the other kind bare
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=ends)
    writer.writerow(header)
    for row in rows:
        if mixed:
            line = io.StringIO()
            csv.writer(line, delimiter=delimiter, quoting=quoting, lineterminator="").writerow(row)
            out.write(line.getvalue() + chance.choice(("\n", "\r\n")))
        else:
            writer.writerow(row)
    return out.getvalue()


def _worse_cells(header: list[str], rows: list[list[str]], chance: random.Random) -> None:
    for _ in range(chance.randint(1, 8)):
        row = chance.choice(rows)
        row[chance.randrange(len(row))] = chance.choice(_NASTY + _DATES)


def _worse_dates(header: list[str], rows: list[list[str]], chance: random.Random) -> None:
    place = chance.randrange(len(header))
    for row in rows:
        if chance.random() < 0.6 and place < len(row):
            row[place] = chance.choice(_DATES)


def _ragged(header: list[str], rows: list[list[str]], chance: random.Random) -> None:
    for _ in range(chance.randint(1, 5)):
        row = chance.choice(rows)
        if chance.random() < 0.5 and len(row) > 3:
            del row[chance.randint(2, len(row) - 1) :]
            row[0] = row[0] or "x"
        else:
            row.extend(["", "beyond"])


def _repeated_headers(header: list[str], rows: list[list[str]], chance: random.Random) -> None:
    for _ in range(chance.randint(1, 4)):
        header[chance.randrange(len(header))] = chance.choice(header)


def _padded_headers(header: list[str], rows: list[list[str]], chance: random.Random) -> None:
    before, after = ("", " ", "\u00a0"), ("", "  ")
    header[:] = [chance.choice(before) + name + chance.choice(after) for name in header]


def _shuffled(header: list[str], rows: list[list[str]], chance: random.Random) -> None:
    places = list(range(len(header)))
    chance.shuffle(places)
    header[:] = [header[place] for place in places]
    for row in rows:
        row[:] = [row[place] if place < len(row) else "" for place in places]
        if not any(cell.strip() for cell in row):
            row[0] = "x"


def _doubled_rows(header: list[str], rows: list[list[str]], chance: random.Random) -> None:
    rows.extend(list(chance.choice(rows)) for _ in range(chance.randint(1, 5)))


def _wide(header: list[str], rows: list[list[str]], chance: random.Random) -> None:
    more = chance.choice((20, 300, 2_000))
    header.extend(f"Extra {number}" for number in range(more))
    for row in rows[:50]:
        row.extend(chance.choice(("", "", "v")) for _ in range(more))


_TABLE_CHANGES: tuple[Callable[[list[str], list[list[str]], random.Random], None], ...] = (
    _worse_cells,
    _worse_dates,
    _ragged,
    _repeated_headers,
    _padded_headers,
    _shuffled,
    _doubled_rows,
    _wide,
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with accidents in them: lost, doubled, flipped, zeroed or foreign pieces."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if not broken:
            break
        at = chance.randrange(len(broken))
        length = chance.choice((1, 1, 2, 16, 300))
        accident = chance.randrange(8)
        if accident == 0:
            del broken[at : at + length]
        elif accident == 1:
            broken[at:at] = broken[at : at + length]
        elif accident == 2:
            broken[at] ^= 1 << chance.randrange(8)
        elif accident == 3:
            broken[at:at] = bytes(chance.randrange(256) for _ in range(min(length, 16)))
        elif accident == 4:
            broken[at:at] = chance.choice(
                (b'"', b'""', b"'", b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\x00", b"\\")
            )
        elif accident == 5:
            del broken[at:]
        elif accident == 6:
            broken[at : at + length] = b"\x00" * length
        else:
            broken[0:0] = chance.choice(
                (
                    b"\xef\xbb\xbf",
                    b"\xff\xfe",
                    b"\xfe\xff",
                    b"sep=;\n",
                    b"PK\x03\x04",
                    b"\n\n",
                    b"Title line\n\n",
                )
            )
    return bytes(broken)


def account(data: bytes) -> tuple[Table, int] | str:
    """Read, propose, convert and compare a list: the table and its accounted rows, or why it was refused.

    Raises AssertionError where a row is lost or an unchanged list is not found unchanged.
    """
    try:
        table = read_table(data)
        proposal = propose(table)
        conversion = convert(table, proposal.mapping, "Europe/Berlin")
    except ImportingError as refusal:
        if not str(refusal).endswith("."):
            raise AssertionError(f"no sentence: {refusal}") from refusal
        return str(refusal)
    accounted = len(conversion.rows) + len(conversion.rejected)
    assert accounted == len(table.rows), (accounted, len(table.rows))
    numbers = [row.row_number for row in conversion.rows] + [row.row_number for row in conversion.rejected]
    assert len(set(numbers)) == len(numbers), "a row is accounted for twice"
    outcome = dry_run(conversion.rows, {}, conversion.rejected)
    assert outcome.rows_in == accounted
    return table, accounted
