"""Generating schedules: plain and compiled agree, keep every rule, and justification never lengthens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sequencing.model import LinkKind
from app.sequencing.projects import kernels
from app.sequencing.projects.bounds import lower_bound, margins
from app.sequencing.projects.errors import ProjectError
from app.sequencing.projects.generation import eligible_order, first_schedule, place_in_order
from app.sequencing.projects.genetic import Island
from app.sequencing.projects.instance import Job, Link, Project
from app.sequencing.projects.psplib import read_project
from app.sequencing.projects.tables import tables_of
from tests.app.sequencing.projects.checker import violations
from tests.app.sequencing.projects.worlds import projects, real


@given(projects())
def test_the_first_schedule_keeps_every_rule(project: Project) -> None:
    starts = first_schedule(project)
    assert violations(project, starts) == []
    assert project.makespan(starts) >= lower_bound(project)


@given(projects(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_plain_and_compiled_generation_agree_on_any_order(project: Project, chance: object) -> None:
    keys = list(range(len(project.jobs)))
    chance.shuffle(keys)  # type: ignore[attr-defined]
    order = eligible_order(project, keys)
    tables = tables_of(project, 1)
    tables.work.rows[0, :] = order
    starts = tables.work.rows[5]
    makespan = kernels.serial(tables.forward, tables.work, starts)
    plain = place_in_order(project, order)
    assert tuple(int(start) * tables.unit for start in starts) == plain
    assert makespan * tables.unit == project.makespan(plain)
    assert (tables.work.free == tables.work.full[:, None]).all()


@given(projects(), st.integers(1, 1000))
@settings(max_examples=60, deadline=None)
def test_every_schedule_of_a_population_keeps_every_rule(project: Project, seed: int) -> None:
    island = Island(project, margins(project), seed, 6)
    while not island.populate(3):
        pass
    before = island.best_makespan
    island.evolve(20)
    assert island.best_makespan <= before
    assert violations(project, island.best_starts()) == []
    assert project.makespan(island.best_starts()) == island.best_makespan


@pytest.mark.parametrize("name", ["j30/j3013_1.sm", "j120/j12011_1.sm"])
def test_through_time_and_justified_schedules_are_feasible(name: str) -> None:
    project = read_project(real(name))
    tables = tables_of(project, 3)
    starts = tables.work.rows[9].copy()
    tables.work.rows[0, :] = eligible_order(project, [0] * len(project.jobs))
    through_time = kernels.parallel(tables.forward, tables.backward, tables.work, starts)
    assert violations(project, [int(start) for start in starts]) == []
    shorter = kernels.improve(tables.forward, tables.backward, tables.work, starts, through_time)
    assert shorter <= through_time
    assert violations(project, [int(start) for start in starts]) == []


def test_a_capacity_that_never_limits_is_left_out() -> None:
    jobs = tuple(Job(2, (1, 1, 1, 1, 3)) for _ in range(4))
    tables = tables_of(Project(jobs, (4, 9, 4, 5, 6)), 1)
    assert tables.work.full.tolist() == [6]
    assert tables.work.need.tolist() == [[3, 3, 3, 3]]


def test_times_are_divided_by_their_unit() -> None:
    project = Project((Job(30, (1,)), Job(45, (1,))), (1,), (Link(0, 1, 15),))
    assert tables_of(project, 1).unit == 15
    island = Island(project, margins(project), 1, 3)
    while not island.populate(3):
        pass
    assert island.best_starts() == (0, 45)


@pytest.mark.parametrize(
    ("kind", "lag", "second"),
    [
        (LinkKind.FINISH_START, 2, 6),
        (LinkKind.START_START, 1, 1),
        (LinkKind.FINISH_FINISH, 2, 3),
        (LinkKind.START_FINISH, 5, 2),
        (LinkKind.FINISH_START, -3, 1),
    ],
)
def test_each_type_of_link_holds_the_second_job(kind: LinkKind, lag: int, second: int) -> None:
    project = Project((Job(4, (1,)), Job(3, (1,))), (2,), (Link(0, 1, lag, kind),))
    assert first_schedule(project) == (0, second)


@pytest.mark.parametrize(
    ("jobs", "capacities", "links"),
    [
        ((Job(1, (3,)),), (2,), ()),
        ((Job(-1, (1,)),), (2,), ()),
        ((Job(1, (-1,)),), (2,), ()),
        ((Job(1, (1, 1)),), (2,), ()),
        ((Job(1, (1,)),), (20_000,), ()),
        ((Job(1, (1,)), Job(1, (1,))), (2,), (Link(0, 1), Link(1, 0))),
        ((Job(1, (1,)),), (2,), (Link(0, 1),)),
    ],
)
def test_a_project_that_cannot_be_is_refused(
    jobs: tuple[Job, ...], capacities: tuple[int, ...], links: tuple[Link, ...]
) -> None:
    with pytest.raises(ProjectError):
        Project(jobs, capacities, links)
