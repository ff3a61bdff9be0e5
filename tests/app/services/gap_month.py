"""A month without a single gap, into which flaws are planted one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from app.domain.changes import (
    Attestation,
    Build,
    Change,
    ChangeState,
    Deployment,
    DeploymentOutcome,
    FrozenGate,
    Waiver,
)
from app.domain.debts import due_after
from app.domain.fixes import ProductionFix, content_digest
from app.domain.gates import CriterionKind, CriterionSpec, GateResult
from app.domain.incidents import FollowUpAction, Incident, RootCauseAnalysis, TimelineEntry
from app.domain.reconciliation import DetectedChange
from app.domain.register import BuildMachine, ConfigurationItem, Environment, Person, Role, Stage
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState
from app.sequencing.model import Activity, ActivityState, CiHold, Phase, Sequence
from app.services.checkpoints import EvaluatedChange, gate_of, result_hash
from app.services.packets import issue_packet
from app.services.sequences import save_sequence
from app.services.workplace import Workplace, open_workplace
from app.store.unit_of_work import UnitOfWork
from tests.app.services.gap_exceptions import ExceptionPlanter

ZONE = "Europe/Berlin"
BEGIN = datetime(2026, 11, 2, 8, tzinfo=UTC)
NIGHT = datetime(2026, 11, 7, 21, tzinfo=UTC)
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DIGEST, OTHER = "ab" * 32, "cd" * 32
FINAL = "Ready for production"
BUILD = CriterionSpec("build", "Build succeeded", "Build", CriterionKind.BUILD_SUCCEEDED)
QA = CriterionSpec("qa", "QA signed off", "QA", CriterionKind.ATTESTED, role=Role.QA_MANAGER)


class Clock:
    """A clock that the making of the month moves."""

    now = BEGIN

    def __call__(self) -> datetime:
        """The present instant."""
        return self.now


@dataclass
class Month:
    """The open workplace of a month, with the people and things in it."""

    workplace: Workplace
    quinn: Person
    ola: Person
    item: ConfigurationItem
    production: Environment
    machine: BuildMachine


def make_month(url: str, flaws: Mapping[str, str]) -> Month:
    """A month in which all is well but for `flaws`: by the key of a change, fix, item or incident."""
    clock = Clock()
    workplace = open_workplace(url, "tester", clock)
    with workplace.write() as unit:
        month = Month(
            workplace,
            unit.add(Person("Quinn Abara", roles=(Role.QA_MANAGER, Role.RELEASE_MANAGER))),
            unit.add(Person("Ola Dahl", roles=(Role.OPERATIONS,))),
            unit.add(ConfigurationItem("app-01")),
            unit.add(Environment("Production", Stage.PRODUCTION)),
            unit.add(BuildMachine("builder-1")),
        )
        window = _window(unit, "Weekly window", NIGHT)
        keys = ["CHG-0000", *(key for key in flaws if key.startswith("CHG"))]
        changes = [_change(unit, month, window, key, flaws.get(key, "")) for key in keys]
        _others(unit, month, flaws)
        unit.commit()
    plant = ExceptionPlanter(workplace, month.quinn, window.id or 0)
    plant.before(changes, flaws)
    save_sequence(workplace, window.id or 0, _night(month, changes, flaws), 0)
    clock.now = NIGHT - 36 * HOUR
    with workplace.write() as unit:
        _freeze(unit, ("Weekly window",))
        unit.commit()
    clock.now = NIGHT - 5 * HOUR
    issue_packet(workplace, window.id or 0, "final")
    clock.now = NIGHT + 2 * HOUR
    plant.after()
    clock.now = NOW
    with workplace.write() as unit:
        for one in unit.find(MaintenanceWindow, state=WindowState.FINAL):
            unit.save(replace(one, state=WindowState.CLOSED), "the night is over")
        _freeze(unit, ("No packet",))
        _aftermath(unit, month, flaws)
        # What a person is today says nothing of what they were when they signed.
        unit.save(replace(unit.get(Person, month.quinn.id or 0), roles=()), "left the QA team")
        unit.commit()
    return month


def _window(unit: UnitOfWork, title: str, start: datetime, *, is_frozen: bool = True) -> MaintenanceWindow:
    state = WindowState.FINAL if is_frozen else WindowState.RUNNING
    window = unit.add(MaintenanceWindow(title, start, start + 8 * HOUR, ZONE, state))
    cutoff = start - 36 * HOUR
    unit.add(Checkpoint(FINAL, cutoff, cutoff + HOUR, (BUILD, QA), True, 1, window_id=window.id))
    return window


def _freeze(unit: UnitOfWork, titles: tuple[str, ...]) -> None:
    """Freeze the checkpoints of these windows as at their cutoff, with the gates that were planted."""
    for window in [one for one in unit.find(MaintenanceWindow) if one.title in titles]:
        (point,) = unit.find(Checkpoint, window_id=window.id)
        changes = [
            EvaluatedChange(
                one.id or 0,
                one.key,
                one.title,
                tuple(
                    gate_of(point, gate)
                    for gate in unit.find(FrozenGate, checkpoint_id=point.id, change_id=one.id)
                ),
            )
            for one in unit.find(Change, window_id=window.id)
        ]
        evaluated = tuple(one for one in changes if one.gates)
        frozen = result_hash(point, point.cutoff_at, evaluated)
        unit.save(replace(point, frozen_at=point.cutoff_at, frozen_hash=frozen), "frozen at the cutoff")


def _change(unit: UnitOfWork, month: Month, window: MaintenanceWindow, key: str, flaw: str) -> Change:
    state = ChangeState.READY if flaw == "not_ended" else ChangeState.DEPLOYED
    planned = "" if flaw == "other_than_built" else DIGEST
    change = unit.add(Change(key, f"Release {key}", state=state, window_id=window.id, planned_digest=planned))
    change_id = change.id or 0
    start = window.starts_at
    built = OTHER if flaw == "other_than_built" else DIGEST
    build = unit.add(Build(change_id, "1", "r1", month.machine.id, "", built, True, start - 4 * DAY))
    if flaw not in ("not_ended", "not_on_record"):
        when = start - 2 * DAY if flaw == "outside_window" else start + 10 * timedelta(minutes=1)
        digest = {"other_digest": OTHER, "no_digest": ""}.get(flaw, DIGEST)
        made = DeploymentOutcome.SUCCEEDED
        build_id = None if flaw == "other_digest" else build.id
        production = month.production.id or 0
        unit.add(Deployment(change_id, production, when, made, build_id, digest, "Ola Dahl"))
    (checkpoint,) = unit.find(Checkpoint, window_id=window.id)
    if window.state is not WindowState.RUNNING and flaw != "not_evaluated":
        is_met = flaw not in ("gate_not_met", "excepted", "exception_signed_late", "word_not_followed")
        result = GateResult.MET if is_met else GateResult.NOT_MET
        unit.add_all(
            [FrozenGate(checkpoint.id or 0, change_id, code, result, "said") for code in ("build", "qa")]
        )
    _attest(unit, month, change_id, checkpoint, flaw)
    if flaw == "unsigned_waiver":
        unit.add(Waiver(change_id, FINAL, "build", "", "", start - 2 * DAY))
    return change


def _attest(unit: UnitOfWork, month: Month, change_id: int, checkpoint: Checkpoint, flaw: str) -> None:
    by = month.ola if flaw in ("role_not_held", "other_role") else month.quinn
    role = Role.OPERATIONS if flaw == "other_role" else Role.QA_MANAGER
    when = checkpoint.cutoff_at + (HOUR if flaw == "signed_late" else -HOUR)
    evidence = "" if flaw == "without_evidence" else "Run 512"
    unit.add(Attestation(change_id, "qa", FINAL, True, role, by.id or 0, when, evidence))


def _others(unit: UnitOfWork, month: Month, flaws: Mapping[str, str]) -> None:
    """Windows of their own for flaws that are a window's."""
    if "Unfrozen" in flaws:
        window = _window(unit, "Unfrozen", NIGHT + 7 * DAY, is_frozen=False)
        _change(unit, month, window, "OWN-1", "")
    if "No packet" in flaws:
        window = _window(unit, "No packet", NIGHT + 9 * DAY)
        _change(unit, month, window, "OWN-2", "")


def _night(month: Month, changes: list[Change], flaws: Mapping[str, str]) -> Sequence:
    steps = []
    for place, change in enumerate(changes):
        is_flawed = flaws.get(change.key) == "no_actuals"
        steps.append(
            Activity(
                f"{place:032x}",
                f"Deploy {change.key}",
                Phase.DEPLOY,
                change.key,
                duration_minutes=15,
                planned_start=place * 15,
                players=(month.ola.id or 0,),
                configuration_items=(CiHold(month.item.id or 0),),
                position=place,
                state=ActivityState.PLANNED if is_flawed else ActivityState.DONE,
                actual_start=None if is_flawed else place * 15,
                actual_finish=None if is_flawed else place * 15 + 12,
            )
        )
    return Sequence(tuple(steps), (), 480)


def _aftermath(unit: UnitOfWork, month: Month, flaws: Mapping[str, str]) -> None:
    for key in ("FIX-0000", *(key for key in flaws if key.startswith("FIX"))):
        fix = unit.add(_fix(month, key, flaws.get(key, "")))
        if flaws.get(key) == "void":
            unit.save(replace(fix, risk="high"), "set right after the sign-off")
    item = month.item
    seen = [
        DetectedChange("matched", NIGHT + timedelta(minutes=5), ZONE, item.name, "/etc/a", ci_id=item.id),
        DetectedChange(
            "explained",
            NIGHT + 5 * DAY,
            ZONE,
            item.name,
            "/etc/b",
            "",
            item.id,
            "AIDE",
            (),
            "ours",
            "me",
            NOW,
        ),
    ]
    if "app-01" in flaws:
        seen.append(DetectedChange("partly", NIGHT + 7 * HOUR, ZONE, item.name, "/etc/c", ci_id=item.id))
    if "ghost" in flaws:
        seen.append(DetectedChange("unrecorded", NIGHT + 6 * DAY, ZONE, "ghost", "/etc/d"))
    unit.add_all(seen)
    for key in ("INC-0000", *(key for key in flaws if key.startswith("INC"))):
        _incident(unit, month, key, flaws.get(key, ""))


def _fix(month: Month, key: str, flaw: str) -> ProductionFix:
    made = BEGIN + 2 * DAY
    due = due_after(made, 2, ZONE)
    texts = ("", "", "", "") if flaw == "fix_undocumented" else ("down", "restart", "agreed", "low")
    fix = ProductionFix(
        key, "Restarted", "Ann Meyer", made, ZONE, made, "Ann Meyer", due, "app-02", (), (), *texts
    )
    if flaw == "fix_undocumented":
        return fix
    signer, role = (month.quinn, Role.SECURITY) if flaw == "role_not_held" else (month.ola, Role.OPERATIONS)
    return replace(
        fix,
        signed_by_id=signer.id,
        signed_role=role,
        signed_at=due + (HOUR if flaw == "signed_late" else -HOUR),
        signed_digest=content_digest(fix),
    )


def _incident(unit: UnitOfWork, month: Month, key: str, flaw: str) -> None:
    start = BEGIN + 3 * DAY
    end = start + HOUR
    incident = unit.add(Incident(key, "Down", start, ZONE, ended_at=end, rca_due_at=due_after(end, 5, ZONE)))
    incident_id = incident.id or 0
    if flaw != "no_analysis":
        told = (TimelineEntry(start, "It rang"),)
        unit.add(
            RootCauseAnalysis(incident_id, told, ("why",), (), "cause", concluded_by="Ann", concluded_at=end)
        )
    done = None if flaw == "action_overdue" else NOW - 9 * DAY
    unit.add(FollowUpAction(incident_id, "Alarm", (NOW - 8 * DAY).date(), month.ola.id, done_at=done))
