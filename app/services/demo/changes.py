"""The demo's changes: each with tickets, builds, deployments and attestations up to how far it came."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

from app.domain.changes import (
    Attestation,
    Build,
    Change,
    ChangeClass,
    ChangeKind,
    ChangeState,
    Deployment,
    DeploymentOutcome,
    Ticket,
)
from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.register import Application, Role, Stage
from app.domain.windows import Checkpoint, MaintenanceWindow
from app.services.demo.organisation import Organisation
from app.services.demo.rhythm import Rhythm
from app.services.demo.sample import Sample
from app.store.unit_of_work import UnitOfWork


class Progress(IntEnum):
    """How far a change came on its way to production."""

    ENTERED = 0
    IN_TEST = 1
    TESTED = 2
    PRE_PRODUCTION = 3
    READY = 4


_STATE = {
    Progress.ENTERED: ChangeState.INTAKE,
    Progress.IN_TEST: ChangeState.IN_TEST,
    Progress.TESTED: ChangeState.TESTED,
    Progress.PRE_PRODUCTION: ChangeState.PRE_PRODUCTION,
    Progress.READY: ChangeState.READY,
}
_KINDS = (
    (ChangeKind.APPLICATION, 52),
    (ChangeKind.CONFIGURATION, 16),
    (ChangeKind.DATABASE, 12),
    (ChangeKind.INFRASTRUCTURE, 10),
    (ChangeKind.DATA, 6),
    (ChangeKind.NETWORK, 4),
)
_DEPLOYED_FROM = (
    (Stage.TEST, Progress.IN_TEST),
    (Stage.QA, Progress.TESTED),
    (Stage.PRE_PRODUCTION, Progress.PRE_PRODUCTION),
)
_PRODUCTION_OUTCOMES = {
    ChangeState.DEPLOYED: DeploymentOutcome.SUCCEEDED,
    ChangeState.CLOSED: DeploymentOutcome.SUCCEEDED,
    ChangeState.FAILED: DeploymentOutcome.FAILED,
    ChangeState.ROLLED_BACK: DeploymentOutcome.ROLLED_BACK,
}


@dataclass(frozen=True, slots=True)
class Flaws:
    """What is planted wrong with a change."""

    is_build_failed: bool = False
    is_machine_unknown: bool = False
    is_digest_other: bool = False
    is_backout_missing: bool = False
    has_test_issues: bool = False


class ChangeMaker:
    """Makes changes one after the other, numbering their keys; all chance comes from one draw."""

    def __init__(
        self, work: UnitOfWork, draw: random.Random, raw: Sample, organisation: Organisation, first_key: int
    ) -> None:
        self._work = work
        self._draw = draw
        self._raw = raw
        self._organisation = organisation
        self._next_key = first_key

    def make(
        self,
        window: MaintenanceWindow | None,
        checkpoints: tuple[Checkpoint, ...],
        progress: Progress,
        *,
        kind: ChangeKind | None = None,
        flaws: Flaws = Flaws(),
        state: ChangeState | None = None,
    ) -> Change:
        """One change with its records, on `window` or (None) on the intake list."""
        kinds, weights = zip(*_KINDS, strict=True)
        change = self._work.add(
            self._change(window, progress, kind or self._pick(kinds, weights), flaws, state)
        )
        anchor = window.starts_at if window else self._work.now + timedelta(days=9)
        rhythm = Rhythm.of(self._draw, checkpoints, anchor, self._work.now)
        build = self._builds(change, rhythm, flaws)
        self._deployments(change, build, rhythm, progress, flaws)
        self._tickets(change, progress)
        self._attestations(change, checkpoints, rhythm, progress)
        if state in _PRODUCTION_OUTCOMES:
            self._deploy_to_production(change, build, rhythm, _PRODUCTION_OUTCOMES[state])
        return change

    def _pick(self, options: tuple[ChangeKind, ...], weights: tuple[int, ...]) -> ChangeKind:
        return self._draw.choices(options, weights)[0]

    def _change(
        self,
        window: MaintenanceWindow | None,
        progress: Progress,
        kind: ChangeKind,
        flaws: Flaws,
        state: ChangeState | None,
    ) -> Change:
        draw, organisation = self._draw, self._organisation
        application = draw.choice(organisation.applications)
        owner = draw.choice(organisation.members("Dev: Core") + organisation.members("Dev: Web"))
        team = next(team for team in organisation.teams if team.id == application.team_id)
        title = self._title(kind, application)
        self._next_key += 1
        day = window.starts_at.astimezone(ZoneInfo(window.zone_name)).date() if window else None
        return Change(
            key=f"CHG-{self._next_key:04d}",
            title=title,
            description=f"{title}. Asked for by the owners of {application.name}.",
            kind=kind,
            change_class=draw.choices(
                (ChangeClass.NORMAL, ChangeClass.STANDARD, ChangeClass.EMERGENCY), (80, 17, 3)
            )[0],
            state=state or _STATE[progress],
            impact=draw.choices((1, 2, 3, 4, 5), (14, 34, 30, 16, 6))[0],
            likelihood=draw.choices((1, 2, 3, 4), (30, 40, 22, 8))[0],
            applications=(application.id or 0,),
            configuration_items=application.configuration_items[: draw.choice((1, 1, 2))],
            requester_id=application.business_owner_id,
            owner_id=owner.id,
            owner_name=owner.name,
            team_id=team.id,
            team_name=team.name,
            window_id=window.id if window else None,
            deployment_on=day,
            is_date_approved=window is not None and (progress > Progress.ENTERED or draw.random() < 0.6),
            backout_plan=""
            if flaws.is_backout_missing
            else f"Put the previous version of {application.name} back and restart; data is not touched.",
            verification_plan=f"Log in to {application.name}, post one sample, compare with the day before.",
            expected_downtime_minutes=draw.choice((0, 0, 10, 15, 30, 45)),
            source_system="Jira",
            created_at=self._work.now - timedelta(days=draw.randint(8, 30), hours=draw.randint(0, 9)),
        )

    def _title(self, kind: ChangeKind, application: Application) -> str:
        draw = self._draw
        numbers = {"n": draw.randint(2, 14), "m": draw.randint(0, 12), "k": draw.randint(12, 240)}
        return f"{application.name}: {draw.choice(self._raw.change_titles[kind.value]).format(**numbers)}"

    def _builds(self, change: Change, rhythm: Rhythm, flaws: Flaws) -> Build:
        machine = self._organisation.machines[self._draw.randint(0, 1)]
        build = Build(
            change_id=change.id or 0,
            number=str(self._draw.randint(300, 990)),
            revision=_digest("revision", change.key)[:10],
            machine_id=None if flaws.is_machine_unknown else machine.id,
            machine_name="laptop-7" if flaws.is_machine_unknown else machine.name,
            digest=_digest("build", change.key),
            is_success=not flaws.is_build_failed,
            built_at=rhythm.built_at,
        )
        stored = self._work.add(build)
        if not flaws.is_build_failed:
            self._work.save(replace(self._work.get(Change, change.id or 0), planned_digest=stored.digest))
        return stored

    def _deployments(
        self, change: Change, build: Build, rhythm: Rhythm, progress: Progress, flaws: Flaws
    ) -> None:
        for stage, needed in _DEPLOYED_FROM:
            if progress < needed:
                continue
            is_other = flaws.is_digest_other and stage is Stage.PRE_PRODUCTION
            has_issues = flaws.has_test_issues and stage is Stage.TEST
            self._work.add(
                Deployment(
                    change_id=change.id or 0,
                    environment_id=self._organisation.environment(stage).id or 0,
                    deployed_at=rhythm.deployed_at[stage],
                    outcome=DeploymentOutcome.WITH_ISSUES if has_issues else DeploymentOutcome.SUCCEEDED,
                    build_id=build.id,
                    digest=_digest("other", change.key) if is_other else build.digest,
                    deployed_by=self._draw.choice(self._organisation.members("Open systems")).name,
                    issues="two services had to be restarted by hand" if has_issues else "",
                )
            )

    def _deploy_to_production(
        self, change: Change, build: Build, rhythm: Rhythm, outcome: DeploymentOutcome
    ) -> None:
        self._work.add(
            Deployment(
                change_id=change.id or 0,
                environment_id=self._organisation.environment(Stage.PRODUCTION).id or 0,
                deployed_at=rhythm.deployed_at[Stage.PRODUCTION],
                outcome=outcome,
                build_id=build.id,
                digest=build.digest,
                deployed_by=self._draw.choice(self._organisation.members("Open systems")).name,
            )
        )

    def _tickets(self, change: Change, progress: Progress) -> None:
        state = ("Open", "Ready for test", "Tested", "Tested", "Ready for release")[progress]
        for number in range(self._draw.choice((1, 1, 2))):
            prefix = change.title.split(" ")[0][:3].upper()
            self._work.add(
                Ticket(
                    change_id=change.id or 0,
                    key=f"{prefix}-{self._draw.randint(100, 9999)}-{number + 1}",
                    title=change.title,
                    system="Jira",
                    state=state,
                )
            )

    def _attestations(
        self, change: Change, checkpoints: tuple[Checkpoint, ...], rhythm: Rhythm, progress: Progress
    ) -> None:
        for order, (checkpoint, criterion, role) in enumerate(_attested(checkpoints)):
            needed = Progress.TESTED if order == 0 else Progress.READY
            people = self._organisation.with_role(role)
            if progress < needed or not people:
                continue
            self._work.add(
                Attestation(
                    change_id=change.id or 0,
                    criterion_code=criterion.code,
                    checkpoint_name=checkpoint.name,
                    is_met=True,
                    role=role,
                    person_id=people[0].id or 0,
                    attested_at=rhythm.attested_at[min(order, 1)],
                    evidence=f"Test protocol {change.key}, run {self._draw.randint(1, 4)}",
                )
            )


def _attested(checkpoints: tuple[Checkpoint, ...]) -> Iterator[tuple[Checkpoint, CriterionSpec, Role]]:
    for checkpoint in checkpoints:
        for criterion in checkpoint.criteria:
            if criterion.kind is CriterionKind.ATTESTED and criterion.role is not None:
                yield checkpoint, criterion, criterion.role


def _digest(*parts: str) -> str:
    return hashlib.sha256("/".join(parts).encode()).hexdigest()
