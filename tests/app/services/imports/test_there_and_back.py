"""Lists of every shape, there and back: unchanged again, edits kept, and undone as if they never came."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.windows import MaintenanceWindow
from app.services.workplace import Workplace
from tests.app.services.imports.there_and_back import as_csv, asks, there_and_back
from tests.bench.fuzz_shapes import shaped

TRIES = 20
START = datetime(2026, 4, 10, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize("seed", range(20))
def test_lists_of_every_shape_come_and_go(workplace: Workplace, seed: int) -> None:
    chance = random.Random(seed)
    with workplace.write() as work:
        window = work.add(MaintenanceWindow("Night", START, START + timedelta(hours=8), "UTC"))
        work.commit()
    assert window.id is not None
    lists = (as_csv(*shaped(chance)) for _ in range(TRIES))
    data = next(one for one in lists if not asks(workplace, one))
    there_and_back(workplace, window.id, data, chance)
