"""The demo organisation: the same from the same seed, and every state there is represented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from app.domain.changes import Change, ChangeState, FrozenGate
from app.domain.exceptions import Standing
from app.domain.gates import GateResult
from app.domain.windows import MaintenanceWindow, WindowState
from app.services.audit import verify_chain
from app.services.demo.month import DemoResult, make_demo
from app.services.exceptions.reading import list_exceptions
from app.services.imports.undo import past_imports
from app.services.sequences import analysis_of, open_sequence
from app.services.workplace import Workplace, open_workplace
from app.store.reading import find
from db.tables import application, audit_head

pytestmark = pytest.mark.slow
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 20, 5, tzinfo=UTC)

SUNDAY = datetime(2026, 11, 29, 0, 30, tzinfo=UTC)
LATER_MONDAY = MONDAY + timedelta(hours=6)


Demo = tuple[Workplace, DemoResult]
DemoAt = Callable[[datetime, int], Demo]


@pytest.fixture(scope="module")
def demo_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoAt]:
    """Gives the demo made at an instant from a seed; each is made once, and only read."""
    made: dict[tuple[datetime, int], Demo] = {}
    folder = tmp_path_factory.mktemp("demos")

    def at(now: datetime, seed: int = 7) -> Demo:
        if (now, seed) not in made:
            url = f"sqlite:///{folder / f'{len(made)}.db'}"
            workplace = open_workplace(url, "demo", lambda: now)
            result = make_demo(workplace, seed, with_packets=False, with_live_night=False)
            made[now, seed] = workplace, result
        return made[now, seed]

    yield at
    for workplace, _ in made.values():
        workplace.close()


@pytest.mark.parametrize("now", [MONDAY, FRIDAY, SUNDAY])
def test_every_state_of_a_window_and_of_a_change_is_there(demo_at: DemoAt, now: datetime) -> None:
    workplace, result = demo_at(now, 7)
    with workplace.read() as connection:
        windows = {window.state for window in find(connection, MaintenanceWindow)}
        changes = {change.state for change in find(connection, Change)}
        applications = connection.execute(select(func.count()).select_from(application)).scalar_one()
    report = verify_chain(workplace)
    assert windows == set(WindowState)
    assert changes == set(ChangeState)
    assert applications == 150
    assert report.is_ok
    assert result.changes > 150
    assert result.activities > 300


def test_lists_were_imported_and_one_was_taken_back(demo_at: DemoAt) -> None:
    workplace, _ = demo_at(MONDAY, 7)
    found = past_imports(workplace)
    assert [(one.file_name, one.created, one.updated) for one in found] == [
        ("shop-backlog.csv", 1, 1),
        ("training-backlog.csv", 2, 0),
        ("shop-backlog.csv", 6, 0),
    ]
    assert [one.undone_at is not None for one in found] == [False, True, False]


def test_an_exception_of_every_standing_is_there(demo_at: DemoAt) -> None:
    workplace, result = demo_at(MONDAY, 7)
    view = list_exceptions(workplace, result.next_window_id)
    assert {item.standing for item in view.items} == set(Standing)
    assert any(line.is_ageing for item in view.items for line in item.signatures)
    assert view.share.window[0] > 0


def test_two_runs_of_one_day_and_seed_agree_to_the_last_event(demo_at: DemoAt) -> None:
    heads = []
    for now in (MONDAY, LATER_MONDAY):
        workplace, _ = demo_at(now, 7)
        with workplace.read() as connection:
            heads.append(connection.execute(select(audit_head.c.sequence, audit_head.c.hash)).one())
    assert heads[0] == heads[1]


def test_another_seed_is_another_organisation(demo_at: DemoAt) -> None:
    one, _ = demo_at(MONDAY, 7)
    other, _ = demo_at(MONDAY, 2)
    titles = []
    for workplace in (one, other):
        with workplace.read() as connection:
            titles.append([change.title for change in find(connection, Change)])
    assert titles[0] != titles[1]


def test_past_nights_fit_their_windows_and_passed_their_gates(demo_at: DemoAt) -> None:
    workplace, result = demo_at(FRIDAY, 7)
    last = open_sequence(workplace, result.last_window_id)
    coming = open_sequence(workplace, result.next_window_id)
    with workplace.read() as connection:
        not_met = find(connection, FrozenGate, result=GateResult.NOT_MET.value)
        waived = find(connection, FrozenGate, result=GateResult.WAIVED.value)
    assert last.window.state is WindowState.CLOSED
    assert all(step.actual_start is not None for step in last.sequence.activities if step.planned_start)
    for view in (last, coming):
        ends = [(step.planned_start or 0) + step.duration_minutes for step in view.sequence.activities]
        assert max(ends) <= view.sequence.window_minutes
        assert not analysis_of(view).conflicts
    assert "digest" in {gate.criterion_code for gate in waived}
    assert {"build", "test", "plans", "digest"} <= {gate.criterion_code for gate in not_met}
    assert len(coming.changes) == 31
