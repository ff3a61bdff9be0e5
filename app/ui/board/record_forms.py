"""The small dialogs in which tickets, builds, deployments and attestations of a change are entered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.domain.changes import Build, Deployment, DeploymentOutcome, Ticket
from app.services.change_panel import Attestable, ChangePanel
from app.ui.widgets import FormDialog, InstantEdit, combo, text_area

Submit = Callable[[Any], None]
_DIGEST_HINT = "SHA-256 of the artifact: 64 characters. It is compared between environments."


def _line(text: str = "", placeholder: str = "") -> QLineEdit:
    field = QLineEdit(text)
    field.setPlaceholderText(placeholder)
    return field


def digest_problem(text: str) -> str:
    """What is wrong with a digest, or nothing."""
    if not text or (len(text) == 64 and set(text.lower()) <= set("0123456789abcdef")):
        return ""
    return "A digest is a SHA-256: 64 characters from 0-9 and a-f."


def ticket_form(
    panel: ChangePanel, submit: Submit, parent: QWidget, ticket: Ticket | None = None
) -> FormDialog:
    """A related ticket of another system."""
    known = ticket or Ticket(panel.card.id, "")

    def take(values: dict[str, Any]) -> None:
        submit(replace(known, **values))

    dialog = FormDialog("Edit ticket" if ticket else "Add ticket", "Save", take, parent)
    dialog.add_field("key", "Key", _line(known.key, "OPS-4711"), required=True)
    dialog.add_field("title", "Title", _line(known.title))
    dialog.add_field("system", "System", _line(known.system, "Jira"))
    dialog.add_field("state", "State there", _line(known.state, "Done"))
    dialog.add_field("url", "Address", _line(known.url, "https://"))
    return dialog


def build_form(
    panel: ChangePanel,
    zone_name: str,
    now: datetime,
    submit: Submit,
    parent: QWidget,
    build: Build | None = None,
) -> FormDialog:
    """A build; only one from a registered machine counts."""
    known = build or Build(panel.card.id, "", is_success=True, built_at=now)
    machines: list[tuple[object, str]] = [(None, "Not a registered machine")]
    machines += [(machine.id, machine.name) for machine in panel.choices.machines]

    def take(values: dict[str, Any]) -> None:
        submit(replace(known, **values))

    dialog = FormDialog("Edit build" if build else "Add build", "Save", take, parent)
    dialog.add_field("number", "Number", _line(known.number, "1842"), required=True)
    dialog.add_field("revision", "Source revision", _line(known.revision))
    dialog.add_field("machine_id", "Build machine", combo(machines, known.machine_id))
    dialog.add_field("digest", "Digest", _line(known.digest), hint=_DIGEST_HINT, check=digest_problem)
    success = QCheckBox("The build succeeded")
    success.setChecked(known.is_success)
    dialog.add_field("is_success", "The build succeeded", success)
    built_at = InstantEdit(zone_name, "Built at", optional=True)
    built_at.set_instant(known.built_at)
    built_at.suggest(now)
    dialog.add_field("built_at", "Built at", built_at)
    return dialog


def deployment_form(
    panel: ChangePanel,
    zone_name: str,
    now: datetime,
    actor: str,
    submit: Submit,
    parent: QWidget,
    deployment: Deployment | None = None,
) -> FormDialog:
    """A build put into an environment."""
    environments: list[tuple[object, str]] = [(one.id, one.name) for one in panel.choices.environments]
    builds: list[tuple[object, str]] = [(None, "No build named")]
    builds += [(build.id, build.number) for build in panel.builds]
    newest = panel.builds[-1] if panel.builds else None

    def take(values: dict[str, Any]) -> None:
        base = deployment or Deployment(panel.card.id, 0, now, DeploymentOutcome.SUCCEEDED)
        submit(replace(base, **values))

    dialog = FormDialog("Edit deployment" if deployment else "Add deployment", "Save", take, parent)
    chosen = deployment.environment_id if deployment else None
    dialog.add_field("environment_id", "Environment", combo(environments, chosen), required=True)
    build_id = deployment.build_id if deployment else (newest.id if newest else None)
    dialog.add_field("build_id", "Build", combo(builds, build_id))
    digest = deployment.digest if deployment else (newest.digest if newest else "")
    dialog.add_field("digest", "Digest found there", _line(digest), hint=_DIGEST_HINT, check=digest_problem)
    outcomes: list[tuple[object, str]] = [
        (one, one.value.replace("_", " ").capitalize()) for one in DeploymentOutcome
    ]
    outcome = deployment.outcome if deployment else DeploymentOutcome.SUCCEEDED
    dialog.add_field("outcome", "Outcome", combo(outcomes, outcome))
    deployed_at = InstantEdit(zone_name, "Deployed at")
    deployed_at.set_instant(deployment.deployed_at if deployment else now)
    dialog.add_field("deployed_at", "Deployed at", deployed_at)
    dialog.add_field("deployed_by", "By", _line(deployment.deployed_by if deployment else actor))
    dialog.add_field("issues", "Issues", text_area(deployment.issues if deployment else "", 3))
    return dialog


def attest_form(attestable: Attestable, submit: Submit, parent: QWidget) -> FormDialog:
    """A role's word on a criterion; `submit` gets person_id, is_met and evidence."""
    role = (attestable.spec.role or "").replace("_", " ")
    people: list[tuple[object, str]] = [(person.id, person.name) for person in attestable.may_attest]
    intro = f"{attestable.checkpoint}: {attestable.spec.label}. Attested by the {role}."
    if not people:
        intro += f" Nobody in the register holds the role {role}; give it to somebody first."
    dialog = FormDialog("Attest", "Attest", submit, parent, intro=intro)
    dialog.add_field("person_id", "Who attests", combo(people), required=True)
    says: list[tuple[object, str]] = [(True, "✓ Met"), (False, "✕ Not met")]
    dialog.add_field("is_met", "What they say", combo(says, True))
    needs = attestable.spec.needs_evidence
    hint = "A report's address, a run's number, or what was seen."
    dialog.add_field("evidence", "Evidence", text_area("", 3), hint=hint, required=needs)
    return dialog
