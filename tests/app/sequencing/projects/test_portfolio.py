"""The whole search: never better than possible, as good as the exact solver, and obedient."""

import threading
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from app.sequencing.projects.instance import Job, Project
from app.sequencing.projects.loading import load
from app.sequencing.projects.portfolio import search
from app.sequencing.projects.psplib import read_project
from app.sequencing.projects.shared import Found, SearchLimits, SearchStatus
from tests.app.sequencing.projects.checker import violations
from tests.app.sequencing.projects.worlds import projects, real


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Compiled and imported once, outside every limit."""
    load()


def exact_makespan(project: Project) -> int:
    """The optimum by a model of its own: intervals and cumulatives, nothing shared with the search."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    starts = [model.new_int_var(job.release, 200, "") for job in project.jobs]
    intervals: list[Any] = [
        model.new_interval_var(start, job.duration, start + job.duration, "")
        for start, job in zip(starts, project.jobs, strict=True)
    ]
    end = model.new_int_var(0, 400, "")
    for start, job in zip(starts, project.jobs, strict=True):
        model.add(end >= start + job.duration)
    for link in project.links:
        left = starts[link.before] + (project.jobs[link.before].duration if link.kind[0] == "F" else 0)
        right = starts[link.after] + (project.jobs[link.after].duration if link.kind[1] == "F" else 0)
        model.add(right >= left + link.lag)
    for place, capacity in enumerate(project.capacities):
        model.add_cumulative(intervals, [job.demands[place] for job in project.jobs], capacity)
    model.minimize(end)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


@given(projects())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_small_projects_are_solved_as_the_exact_solver_does(project: Project) -> None:
    found = search(project, SearchLimits(seconds=20))
    assert violations(project, found.starts) == []
    assert found.makespan == project.makespan(found.starts)
    assert found.status is SearchStatus.OPTIMAL
    assert found.bound == found.makespan == exact_makespan(project)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_hard_project_is_feasible_within_its_bound_and_its_time(workers: int) -> None:
    project = read_project(real("j120/j12011_1.sm"))
    better: list[Found] = []
    found = search(project, SearchLimits(1.0, workers), better.append)
    assert violations(project, found.starts) == []
    assert found.bound <= 171 <= found.makespan < 200
    assert found.seconds < 10
    makespans = [one.makespan for one in better]
    assert makespans == sorted(set(makespans), reverse=True)
    assert makespans[-1] == found.makespan
    assert all(violations(project, one.starts) == [] for one in better)


@pytest.mark.parametrize("after_seconds", [0.0, 0.3, 1.2])
def test_a_search_stops_long_before_its_limit_and_keeps_the_best(after_seconds: float) -> None:
    project = read_project(real("j120/j12036_1.sm"))
    stop = threading.Event()
    told: list[float] = []

    def tell() -> None:
        told.append(time.perf_counter())
        stop.set()

    timer = threading.Timer(after_seconds, tell)
    timer.start()
    found = search(project, SearchLimits(60.0), stop=stop)
    taken = time.perf_counter() - told[0]
    timer.join()
    assert taken < 10
    assert violations(project, found.starts) == []


def test_no_jobs_and_jobs_without_time_need_no_search() -> None:
    assert search(Project((), ())).makespan == 0
    found = search(Project((Job(0, (5,)),), (1,)))
    assert (found.makespan, found.status, found.starts) == (0, SearchStatus.OPTIMAL, (0,))
