"""What an organisation that starts empty is given: the four usual environments, and nothing else."""

from __future__ import annotations

from app.domain.register import Environment, Stage
from app.services.workplace import Done, Workplace
from app.store.unit_of_work import UnitOfWork

_ENVIRONMENTS = (
    ("Test", Stage.TEST),
    ("QA", Stage.QA),
    ("Pre-production", Stage.PRE_PRODUCTION),
    ("Production", Stage.PRODUCTION),
)


def add_environments(work: UnitOfWork) -> list[Environment]:
    """Record Test, QA, Pre-production and Production within a unit of work."""
    return work.add_all([Environment(name, stage) for name, stage in _ENVIRONMENTS], "every organisation's")


def begin_empty(workplace: Workplace) -> Done[tuple[Environment, ...]]:
    """Give a database that has no environments the usual four; one that has some is left alone."""
    with workplace.write() as work:
        if work.find(Environment):
            return workplace.done((), ())
        made = tuple(add_environments(work))
        return workplace.done(made, work.commit())
