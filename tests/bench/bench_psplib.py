"""Three engines on the same projects, one after the other, in the same limits.

`python -m tests.bench.bench_psplib --sets j30 j120 --seconds 5 --every 4 --pyjobshop PYTHON`

PYTHON is an interpreter of an environment with PyJobShop, which is a peer to measure against and no part of
the program. Every schedule is checked; modules are imported before the clock of an engine begins.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from app.sequencing.projects.psplib import read_project
from tests.app.sequencing.projects.checker import violations
from tests.app.sequencing.projects.worlds import PSPLIB

PROJECT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Measure and print a table of sets and engines; the exit status is 1 where a schedule is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", nargs="+", default=["j30", "j60", "j90", "j120"])
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--every", type=int, default=1, help="only every n-th instance")
    parser.add_argument("--engines", nargs="+", default=["lockstep", "cpsat", "pyjobshop"])
    parser.add_argument("--pyjobshop", default=sys.executable, metavar="PYTHON")
    arguments = parser.parse_args()
    with (PSPLIB / "best_known.csv").open(encoding="utf-8") as lines:
        best = {row["instance"]: int(row["upper_bound"]) for row in csv.DictReader(lines)}
    print(f"{arguments.seconds:g} s, two workers; load {os.getloadavg()[0]:.1f} at the beginning")
    print("set    engine       n  proven  at best known  mean gap  worst  first p50/max ms  mean s  load")
    wrong = 0
    for name in arguments.sets:
        paths = sorted((PSPLIB / name).glob("*.sm"))[:: arguments.every]
        for engine in arguments.engines:
            interpreter = arguments.pyjobshop if engine == "pyjobshop" else sys.executable
            rows = measured(engine, interpreter, paths, arguments.seconds)
            wrong += sum(check(path, row) for path, row in zip(paths, rows, strict=True))
            print(line(name, engine, rows, best), flush=True)
    return 1 if wrong else 0


def measured(engine: str, interpreter: str, paths: list[Path], seconds: float) -> list[dict[str, object]]:
    """The engine's rows, from a process of its own."""
    words = [interpreter, "-m", "tests.bench.psplib_engines", engine, str(seconds), *map(str, paths)]
    done = subprocess.run(words, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{engine} failed: {done.stderr[-2000:]}")
    return [json.loads(text) for text in done.stdout.splitlines() if text.startswith("{")]


def check(path: Path, row: dict[str, object]) -> int:
    """1 and a sentence where the schedule breaks a rule or its makespan is another."""
    project = read_project(path)
    starts = row["starts"]
    assert isinstance(starts, list)
    broken = violations(project, starts)
    if not broken and project.makespan(starts) == row["makespan"]:
        return 0
    print(f"WRONG: {path.name}: {broken[:3]}, makespan said {row['makespan']}")
    return 1


def line(name: str, engine: str, rows: list[dict[str, object]], best: dict[str, int]) -> str:
    """One row of the table."""
    gaps = [100 * (int(str(row["makespan"])) / best[str(row["instance"])] - 1) for row in rows]
    firsts = [float(str(row["first_ms"])) for row in rows if row["first_ms"] is not None]
    first = f"{statistics.median(firsts):7.1f} / {max(firsts):6.1f}" if firsts else "              -"
    proven = sum(row["status"] == "optimal" for row in rows) / len(rows)
    reached = sum(gap <= 0 for gap in gaps) / len(gaps)
    return (
        f"{name:6s} {engine:10s} {len(rows):3d} {proven:6.0%} {reached:13.0%} "
        f"{statistics.mean(gaps):8.2f} % {max(gaps):5.1f} % {first:>17s} "
        f"{statistics.mean(float(str(row['seconds'])) for row in rows):7.2f} {os.getloadavg()[0]:5.1f}"
    )


if __name__ == "__main__":
    sys.exit(main())
