"""Runs one engine over project files in a process of its own: a JSON object a line.

`python -m tests.bench.psplib_engines lockstep|cpsat|pyjobshop SECONDS FILE...`
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from app.sequencing.projects.instance import Project
from app.sequencing.projects.psplib import read_project

Row = dict[str, Any]
WORKERS = 2


def lockstep(project: Project, seconds: float) -> Row:
    """The search of the program."""
    from app.sequencing.projects.portfolio import search
    from app.sequencing.projects.shared import SearchLimits

    found = search(project, SearchLimits(seconds, WORKERS))
    return {
        "makespan": found.makespan,
        "status": found.status.value,
        "first_ms": found.first_ms,
        "starts": list(found.starts),
    }


def cpsat(project: Project, seconds: float) -> Row:
    """The plainest model: intervals, precedences, cumulatives, two workers."""
    from ortools.sat.python import cp_model

    began = time.perf_counter()
    model = cp_model.CpModel()
    starts = [model.new_int_var(0, project.horizon, "") for _ in project.jobs]
    intervals = [
        model.new_fixed_size_interval_var(start, job.duration, "")
        for start, job in zip(starts, project.jobs, strict=True)
    ]
    for link in project.links:
        model.add(starts[link.after] >= starts[link.before] + project.jobs[link.before].duration)
    for place, capacity in enumerate(project.capacities):
        model.add_cumulative(intervals, [job.demands[place] for job in project.jobs], capacity)
    model.minimize(starts[-1])

    class First(cp_model.CpSolverSolutionCallback):
        """When the first solution came."""

        milliseconds: float | None = None

        def on_solution_callback(self) -> None:
            """Note the time once."""
            if self.milliseconds is None:
                self.milliseconds = (time.perf_counter() - began) * 1000

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.max_time_in_seconds = seconds
    first = First()
    status = solver.solve(model, first)
    return {
        "makespan": round(solver.objective_value),
        "status": "optimal" if status == cp_model.OPTIMAL else "feasible",
        "first_ms": first.milliseconds,
        "starts": [solver.value(start) for start in starts],
    }


def pyjobshop(project: Project, seconds: float) -> Row:
    """PyJobShop's model of the same project, with OR-Tools inside; it does not say when its first came."""
    from pyjobshop import Model

    model = Model()
    resources = [model.add_renewable(capacity=capacity) for capacity in project.capacities]
    tasks = [model.add_task() for _ in project.jobs]
    for task, job in zip(tasks, project.jobs, strict=True):
        model.add_mode(task, resources=resources, duration=job.duration, demands=list(job.demands))
    for link in project.links:
        model.add_end_before_start(tasks[link.before], tasks[link.after])
    result = model.solve(solver="ortools", time_limit=seconds, num_workers=WORKERS, display=False)
    return {
        "makespan": round(result.objective),
        "status": result.status.value.lower(),
        "first_ms": None,
        "starts": [task.start for task in result.best.tasks],
    }


ENGINES = {"lockstep": lockstep, "cpsat": cpsat, "pyjobshop": pyjobshop}


def main(words: list[str]) -> None:
    """Load the engine on a first small search, then run over the files."""
    engine, seconds = ENGINES[words[0]], float(words[1])
    projects = [read_project(Path(word)) for word in words[2:]]
    if words[0] == "lockstep":
        from app.sequencing.projects.loading import load

        load()
    engine(projects[0], 0.2)
    for project in projects:
        began = time.perf_counter()
        row = engine(project, seconds)
        print(
            json.dumps({"instance": project.name, "seconds": time.perf_counter() - began, **row}), flush=True
        )


if __name__ == "__main__":
    main(sys.argv[1:])
