"""A small organisation with one window and 31 changes in every column of the board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.domain.changes import (
    Attestation,
    Build,
    Change,
    ChangeState,
    Deployment,
    DeploymentOutcome,
)
from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.register import (
    Application,
    BuildMachine,
    ConfigurationItem,
    Environment,
    Person,
    Role,
    Stage,
    Team,
)
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState
from app.services.workplace import Workplace, open_workplace
from app.store.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DIGEST = "ab" * 32
IN_TEST = (
    CriterionSpec("build", "Build succeeded on a registered machine", "Build", CriterionKind.BUILD_SUCCEEDED),
    CriterionSpec("test", "Deployed into test", "Test", CriterionKind.DEPLOYED, stage=Stage.TEST),
)
READY = (
    CriterionSpec(
        "qa", "QA signed off", "QA", CriterionKind.ATTESTED, role=Role.QA_MANAGER, needs_evidence=True
    ),
    CriterionSpec(
        "pre", "Deployed into pre-production", "Pre", CriterionKind.DEPLOYED, stage=Stage.PRE_PRODUCTION
    ),
    CriterionSpec("plans", "Backout and verification plans", "Plans", CriterionKind.PLANS_PRESENT),
)
TITLES = (
    "Warehouse sync: OS patch",
    "Payments ledger: hotfix for duplicate invoices",
    "Rates engine: release 4.12",
)


class Clock:
    """A clock that tests can move."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """The present instant."""
        return self.now


@dataclass
class World:
    """The open workplace with what was made in it."""

    workplace: Workplace
    clock: Clock
    window: MaintenanceWindow
    next_window: MaintenanceWindow
    changes: list[Change]
    people: list[Person]
    environments: dict[Stage, Environment]
    machine: BuildMachine
    applications: list[Application]
    items: list[ConfigurationItem]

    @property
    def window_id(self) -> int:
        """The id of the window the changes stand in."""
        assert self.window.id is not None
        return self.window.id


def make_world(url: str, changes: int = 31) -> World:
    """Open `url` and fill it; the n-th change has come n % 5 steps far."""
    clock = Clock()
    workplace = open_workplace(url, "tester", clock)
    with workplace.write() as unit:
        teams = unit.add_all([Team("Dev: Core", is_development=True), Team("Network"), Team("DBA")])
        people = unit.add_all(
            [
                Person("Quinn Abara", roles=(Role.QA_MANAGER,)),
                Person("Ola Dahl", roles=(Role.OPERATIONS, Role.BUSINESS_OWNER), team_id=teams[0].id),
            ]
        )
        environments = {stage: unit.add(Environment(stage.value.replace("_", "-"), stage)) for stage in Stage}
        machine = unit.add(BuildMachine("builder-1"))
        items = unit.add_all([ConfigurationItem("DB cluster 2"), ConfigurationItem("Edge router")])
        applications = unit.add_all([Application("Payments ledger", tier=1), Application("Warehouse sync")])
        window, later = (_window(unit, week) for week in (0, 1))
        made = [
            _change(unit, number, window, teams, people, environments, machine, applications, items)
            for number in range(changes)
        ]
        unit.commit()
    return World(workplace, clock, window, later, made, people, environments, machine, applications, items)


def _window(unit: UnitOfWork, week: int) -> MaintenanceWindow:
    starts_at = datetime(2026, 11, 28, 21, 0, tzinfo=UTC) + timedelta(weeks=week)
    window = unit.add(
        MaintenanceWindow(
            "Weekly window",
            starts_at,
            starts_at + timedelta(hours=8),
            "Europe/Berlin",
            WindowState.INTAKE,
            capacity_minutes=2400,
        )
    )
    first, second = starts_at - timedelta(days=3, hours=10), starts_at - timedelta(days=1, hours=12)
    unit.add_all(
        [
            Checkpoint("In for test", first, first + timedelta(hours=1), IN_TEST, window_id=window.id),
            Checkpoint(
                "Ready for production", second, second + timedelta(hours=1), READY, True, window_id=window.id
            ),
        ]
    )
    return window


def _change(
    unit: UnitOfWork, number: int, window: MaintenanceWindow, teams: list[Team], people: list[Person],
    environments: dict[Stage, Environment], machine: BuildMachine, applications: list[Application],
    items: list[ConfigurationItem],
) -> Change:  # fmt: skip
    steps = number % 5
    change = unit.add(
        Change(
            key=f"CHG-{400 + number:04d}",
            title=TITLES[number % 3],
            impact=1 + number % 5,
            likelihood=1 + number % 4,
            applications=(applications[number % 2].id or 0,),
            configuration_items=(items[0].id or 0,) if number in (3, 8) else (),
            owner_id=people[1].id,
            team_id=teams[number % 3].id,
            window_id=window.id,
            deployment_on=window.starts_at.date(),
            expected_downtime_minutes=20 + 25 * (number % 3),
            backout_plan="Restore the snapshot" if steps == 4 else "",
            verification_plan="Run the smoke test" if steps == 4 else "",
            planned_digest=DIGEST,
            state=list(ChangeState)[steps],
            created_at=NOW,
        )
    )
    assert change.id is not None
    built = NOW - timedelta(days=6)
    build = unit.add(Build(change.id, "1842", "f00dcafe", machine.id, "", DIGEST, True, built))
    reached = [Stage.TEST, None, Stage.PRE_PRODUCTION, None][:steps]
    for stage in reached:
        if stage is not None:
            unit.add(
                Deployment(
                    change.id,
                    environments[stage].id or 0,
                    built + timedelta(hours=5),
                    DeploymentOutcome.SUCCEEDED,
                    build.id,
                    DIGEST,
                    "Ola Dahl",
                )
            )
    if steps >= 2:
        unit.add(
            Attestation(
                change.id,
                "qa",
                "Ready for production",
                True,
                Role.QA_MANAGER,
                people[0].id or 0,
                NOW - timedelta(days=1),
                "Run 512",
            )
        )
    return change
