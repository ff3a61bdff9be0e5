"""`lockstep bench psplib`: searches project files of the library PSPLIB within a time limit each.

The compiled loops and OR-Tools are loaded before the first file and outside its limit; how long that took is
said as `warm_up_seconds` (about 1 s, on the very first run after an installation some 20 s).
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.cli.outcome import Outcome
from app.sequencing.projects.errors import ProjectFileError
from app.sequencing.projects.instance import Project
from app.sequencing.projects.loading import load
from app.sequencing.projects.portfolio import search
from app.sequencing.projects.psplib import read_project
from app.sequencing.projects.shared import Found, SearchLimits
from app.services.errors import RefusedError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, how long each, and the best known values to compare with."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="PSPLIB single-mode files (.sm)")
    parser.add_argument("--seconds", type=float, default=5.0, help="time limit of each file (default 5)")
    parser.add_argument("--workers", type=int, default=2, help="threads to search with (default 2)")
    parser.add_argument(
        "--known", type=Path, help="CSV with the columns instance and upper_bound: adds each gap to it"
    )


def run(arguments: argparse.Namespace) -> Outcome:
    """Search each file in turn; raises RefusedError for files that cannot be read."""
    projects = read_all(arguments.files)
    if not projects:
        raise RefusedError("No file is named. Write: lockstep bench psplib FILE... --seconds 5")
    if not arguments.seconds > 0:
        raise RefusedError("The time limit has to be more than 0 seconds.")
    known = best_known(arguments.known) if arguments.known else {}
    began = time.perf_counter()
    load()
    warm_up = round(time.perf_counter() - began, 3)
    limits = SearchLimits(arguments.seconds, max(1, arguments.workers))
    rows = [row_of(project, search(project, limits), known) for project in projects]
    data: dict[str, Any] = {"results": rows, "seconds_limit": arguments.seconds, "warm_up_seconds": warm_up}
    gaps = [row["gap_percent"] for row in rows if "gap_percent" in row]
    if gaps:
        data["mean_gap_percent"] = round(sum(gaps) / len(gaps), 3)
    return Outcome(data, (*(_line(row) for row in rows), _summary(data)))


def read_all(files: list[Path]) -> list[Project]:
    """The projects of the files; raises RefusedError that lists every file refused."""
    projects, problems = [], []
    for path in files:
        try:
            projects.append(read_project(path))
        except ProjectFileError as problem:
            problems.append(str(problem))
    if problems:
        raise RefusedError(f"{len(problems)} of {len(files)} files cannot be read.", tuple(problems))
    return projects


def best_known(path: Path) -> Mapping[str, int]:
    """The best known makespan by file name; raises RefusedError for a list without those columns."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return {row["instance"]: int(row["upper_bound"]) for row in csv.DictReader(lines)}
    except (OSError, KeyError, ValueError, TypeError):
        raise RefusedError(
            f"{path.name} is not a list of best known values. It needs the columns instance and upper_bound."
        ) from None


def row_of(project: Project, found: Found, known: Mapping[str, int]) -> dict[str, Any]:
    """One line of the answer; times in the project's units, `starts` in the order of the jobs."""
    row: dict[str, Any] = {
        "instance": project.name,
        "makespan": found.makespan,
        "bound": found.bound,
        "status": found.status.value,
        "seconds": round(found.seconds, 6),
        "first_ms": round(found.first_ms, 3),
        "starts": list(found.starts),
    }
    if project.name in known:
        best = known[project.name]
        row["gap_percent"] = round(100 * (found.makespan - best) / best, 3) if best else 0.0
    return row


def _line(row: Mapping[str, Any]) -> str:
    gap = f"   {row['gap_percent']:5.2f} % from the best known" if "gap_percent" in row else ""
    return (
        f"{row['instance']:16s} {row['makespan']:6d}   bound {row['bound']:6d}   {row['status']:8s} "
        f"{row['seconds']:7.2f} s   first {row['first_ms']:6.1f} ms{gap}"
    )


def _summary(data: Mapping[str, Any]) -> str:
    rows = data["results"]
    proven = sum(row["status"] == "optimal" for row in rows)
    gap = f", mean gap {data['mean_gap_percent']:.2f} %" if "mean_gap_percent" in data else ""
    loading = f"loaded in {data['warm_up_seconds']:.1f} s before"
    return f"{len(rows)} projects, {proven} proven optimal{gap}; {loading}"
