"""Thousands of lists, there and back: `python -m tests.bench.fuzz_there_and_back --count 5000 [--seed N]`.

Parts of real lists and made-up ones are imported into a local database of their own, edited, imported again
and undone; prints every one of which something does not hold, and the seed that makes it.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import time
import traceback
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.windows import MaintenanceWindow
from app.importing.errors import ImportingError
from app.importing.reading.files import read_table
from app.services.workplace import Workplace, open_workplace
from tests.app.importing.mutations import remade
from tests.app.services.imports.there_and_back import asks, there_and_back
from tests.bench.fuzz_shapes import shaped

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
_NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
_MOST_ROWS = 30


def main() -> int:
    """Take lists there and back and report; the exit status is 1 where something did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--lists", type=Path, default=DATA, help="a folder of lists to take parts of")
    arguments = parser.parse_args()
    tables = _tables(arguments.lists)
    if not tables:
        print(f"There are no lists in {arguments.lists}.", file=sys.stderr)
        return 2
    ends: Counter[str] = Counter()
    began = time.perf_counter()
    with TemporaryDirectory() as folder:
        template, window_id = _template(Path(folder))
        for seed in range(arguments.seed, arguments.seed + arguments.count):
            workplace = _open(shutil.copy(template, Path(folder) / "copy.db"))
            try:
                ends[_end_of(workplace, window_id, random.Random(seed), tables)] += 1
            except Exception:
                ends["wrong"] += 1
                print(f"seed {seed}: {traceback.format_exc(limit=-3)}", flush=True)
            finally:
                workplace.close()
    told = ", ".join(f"{count} {end}" for end, count in sorted(ends.items()))
    print(f"{arguments.count} lists in {time.perf_counter() - began:.0f} s: {told}")
    return 1 if ends["wrong"] else 0


def _end_of(
    workplace: Workplace,
    window_id: int,
    chance: random.Random,
    tables: list[tuple[list[str], list[list[str]]]],
) -> str:
    """How taking a list there and back ended; raises where something does not hold."""
    headers, rows = chance.choice(tables) if chance.random() < 0.7 else shaped(chance)
    first = chance.randrange(max(1, len(rows) - _MOST_ROWS))
    data = remade(headers, rows[first : first + _MOST_ROWS], chance).data
    try:
        if asks(workplace, data):
            return "asking"
    except ImportingError:
        return "refused"
    there_and_back(workplace, window_id, data, chance)
    return "as they were"


def _tables(folder: Path) -> list[tuple[list[str], list[list[str]]]]:
    found = []
    for path in sorted(folder.rglob("*.csv")):
        try:
            table = read_table(path.read_bytes())
        except ImportingError:
            continue
        if table.rows:
            found.append((list(table.headers), [list(row) for row in table.rows]))
    return found


def _template(folder: Path) -> tuple[Path, int]:
    """A migrated database with one window, to be copied for each list; the window's id."""
    path = folder / "template.db"
    workplace = _open(path)
    starts = _NOW + timedelta(days=5)
    with workplace.write() as work:
        window = work.add(MaintenanceWindow("Night", starts, starts + timedelta(hours=8), "Europe/Berlin"))
        work.commit()
    workplace.close()
    assert window.id is not None
    return path, window.id


def _open(path: Path) -> Workplace:
    return open_workplace(f"sqlite:///{path}", "bench", lambda: _NOW)


if __name__ == "__main__":
    raise SystemExit(main())
