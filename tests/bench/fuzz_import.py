"""Tens of thousands of worsened lists: `python -m tests.bench.fuzz_import --count 20000 [--seed N]`.

Prints every list that is read with a traceback, slowly, or with a lost row, and the seed that makes it.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from pathlib import Path

from app.importing.errors import ImportingError
from app.importing.reading.files import read_table
from tests.app.importing.mutations import Remade, account, damaged, remade
from tests.bench.fuzz_shapes import calendar, shaped, workbook

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
_MOST_ROWS = 60
_SLOW_SECONDS = 5.0


def main() -> int:
    """Worsen lists and report; the exit status is 1 where something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    files = sorted(
        path
        for folder in ("jira", "trackers", "servicenow", "cutover")
        for path in (DATA / folder).glob("*.csv")
    )
    if not files:
        print(f"The real lists are missing; they are expected in {DATA}.", file=sys.stderr)
        return 2
    bytes_of = {path: path.read_bytes() for path in files}
    tables = {path: table for path, data in bytes_of.items() if (table := _table(data)) is not None}
    wrong = refused = 0
    slowest = 0.0
    began = time.perf_counter()
    for number in range(arguments.seed, arguments.seed + arguments.count):
        chance = random.Random(number)
        started = time.perf_counter()
        name = "?"
        try:
            name, made = _made(chance, bytes_of, tables)
            answer = account(made.data)
            refused += isinstance(answer, str)
            if made.rows is not None:
                assert not isinstance(answer, str), f"refused: {answer}"
                assert answer[1] == made.rows, f"{answer[1]} rows of {made.rows}"
        except Exception:
            wrong += 1
            print(f"seed {number} {name}: {traceback.format_exc(limit=-3)}")
        taken = time.perf_counter() - started
        slowest = max(slowest, taken)
        if taken > _SLOW_SECONDS:
            wrong += 1
            print(f"seed {number} {name}: {taken:.1f} s")
    total = time.perf_counter() - began
    print(
        f"{arguments.count} lists in {total:.0f} s, {wrong} wrong, {refused} refused, slowest {slowest:.2f} s"
    )
    return 1 if wrong else 0


def _made(
    chance: random.Random,
    bytes_of: dict[Path, bytes],
    tables: dict[Path, tuple[list[str], list[list[str]]]],
) -> tuple[str, Remade]:
    """A list to read: a real one damaged or written anew, or one made up in a program's shape."""
    kind = chance.random()
    if kind < 0.25:
        headers, rows = shaped(chance)
        return " ".join(headers[:3]), remade(headers, rows, chance)
    if kind < 0.32:
        return "workbook", Remade(workbook(chance), None)
    if kind < 0.45:
        return "calendar", Remade(calendar(chance), None)
    path = chance.choice(list(bytes_of))
    if chance.random() < 0.5 and path in tables:
        headers, rows = tables[path]
        first = chance.randrange(max(1, len(rows) - _MOST_ROWS))
        return path.name, remade(headers, rows[first : first + _MOST_ROWS], chance)
    return path.name, Remade(damaged(bytes_of[path][: chance.choice((2_000, 60_000))], chance), None)


def _table(data: bytes) -> tuple[list[str], list[list[str]]] | None:
    try:
        table = read_table(data)
    except ImportingError:
        return None
    return list(table.headers), [list(row) for row in table.rows]


if __name__ == "__main__":
    raise SystemExit(main())
