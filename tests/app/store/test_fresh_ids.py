"""An id belongs to one record for ever, also once that record was removed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from app.domain.changes import Change
from app.domain.register import Team
from app.services.workplace import Workplace, open_workplace
from app.store.errors import MissingRecordError
from app.store.unit_of_work import UnitOfWork

Add = Callable[[UnitOfWork, list[Team]], list[int]]


def one_by_one(work: UnitOfWork, teams: list[Team]) -> list[int]:
    return [work.add(team).id or 0 for team in teams]


def in_bulk(work: UnitOfWork, teams: list[Team]) -> list[int]:
    return list(work.add_bulk(teams))


@pytest.fixture
def workplace(migrated_url: str) -> Workplace:
    return open_workplace(migrated_url, "tester", lambda: datetime(2026, 3, 2, 8, 0, tzinfo=UTC))


@pytest.mark.parametrize("first", [one_by_one, in_bulk])
@pytest.mark.parametrize("second", [one_by_one, in_bulk])
def test_removed_records_take_their_ids_with_them(workplace: Workplace, first: Add, second: Add) -> None:
    with workplace.write() as work:
        former = first(work, [Team(f"Team {number}") for number in range(4)])
        work.commit()
    held = former[-1]
    with workplace.write() as work:
        for team in work.find(Team)[1:]:
            work.remove(team)
        work.commit()
    with workplace.write() as work:
        later = second(work, [Team("Another"), Team("One more")])
        work.commit()
    assert not set(later) & set(former)
    with workplace.write() as work, pytest.raises(MissingRecordError):
        work.save(Team("Team 3, edited", id=held))
    workplace.close()


def test_records_of_one_kind_do_not_count_for_another(workplace: Workplace) -> None:
    with workplace.write() as work:
        for number in range(3):
            work.add(Team(f"Team {number}"))
        assert work.add(Change("CHG-1", "Patch")).id == 1
        work.commit()
    workplace.close()
