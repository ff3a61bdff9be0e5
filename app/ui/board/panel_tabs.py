"""What stands in each tab of a change's panel, written from its read model."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import Any, Protocol

from PySide6.QtWidgets import QPlainTextEdit

from app.domain.exceptions import Standing
from app.domain.gates import GateResult
from app.services.board_models import GATE_WORDS
from app.services.change_panel import Attestable, ChangePanel
from app.services.checkpoints import PASSING
from app.ui.board.columns import minutes_text
from app.ui.board.sections import Section
from app.ui.exceptions.beginnings import LABEL as ASK
from app.ui.exceptions.words import STANDING_LOOK, missing_words, signature_mark
from app.ui.texts import one_line
from app.ui.times import instant_text
from app.ui.widgets import button

_MOST_EVENTS = 200
_SHOWN_DIGEST = 16


class RecordActions(Protocol):
    """What the tabs let a person do with records."""

    def edit_ticket(self, ticket: Any = None) -> None:
        """Open a ticket."""

    def edit_build(self, build: Any = None) -> None:
        """Open a build."""

    def edit_deployment(self, deployment: Any = None) -> None:
        """Open a deployment."""

    def remove(self, record: Any, name: str) -> None:
        """Take a record off."""


def zone_of(panel: ChangePanel) -> str:
    """The zone in which times are shown: the window's, or UTC in the intake list."""
    return panel.window.zone_name if panel.window else "UTC"


def fill_gates(
    section: Section,
    panel: ChangePanel,
    attest: Callable[[Attestable], None],
    place: Callable[[int], None],
    ask: Callable[[str], None],
) -> None:
    """Each gate with its reason and evidence, attested ones with a button; conflicts with the way out.

    `ask` begins an exception at the checkpoint named, or without one for what stands against the window.
    """
    section.start()
    if not panel.card.gates:
        section.say(
            "No gates yet: move the change into a window; the window's checkpoints say what it must pass.",
            "muted",
        )
    by_code = {(one.checkpoint, one.spec.code): one for one in panel.attestable}
    frozen = {point.name: point.frozen_at for point in panel.checkpoints}
    for checkpoint, grouped in groupby(panel.card.gates, key=lambda chip: chip.checkpoint):
        chips = tuple(grouped)
        instant = frozen.get(checkpoint)
        since = f"  ·  frozen {instant_text(instant, zone_of(panel))}" if instant else "  ·  live"
        fails = any(chip.result not in PASSING for chip in chips)
        section.heading(
            one_line(checkpoint, 80) + since, *([(ASK, partial(ask, checkpoint))] if fails else [])
        )
        for chip in chips:
            attestable = by_code.get((checkpoint, chip.code))
            actions = []
            if attestable is not None:
                actions.append(("Attest…", partial(attest, attestable)))
            section.block(
                chip.label,
                (f"{chip.short} · {GATE_WORDS[chip.result]}", _tone(chip.result)),
                (
                    (chip.why, ""),
                    (f"Evidence: {chip.evidence}" if chip.evidence else "", "small"),
                    (f"After the cutoff: {chip.after_cutoff}" if chip.after_cutoff else "", "warning"),
                ),
                actions,
            )
    if panel.card.conflicts:
        section.heading("Conflicts", (ASK, partial(ask, "")))
        for conflict in panel.card.conflicts:
            section.say(f"▲ {conflict}", "warning")
        for window in panel.alternatives.windows:
            starts = instant_text(window.starts_at, window.zone_name)
            run = partial(place, window.id or 0)
            section.add(button(f"Move to {one_line(window.title, 40)}, {starts}", run, "link"))
        for reason in panel.alternatives.why_none:
            section.say(f"Not possible instead: {reason}", "small")
    section.heading(f"Risk: {panel.card.risk_level} ({panel.card.risk_score})")
    for reason in panel.card.risk_reasons:
        section.say(reason, "small")


def _tone(result: GateResult) -> str:
    return result.value


def fill_deliveries(section: Section, panel: ChangePanel, actions: RecordActions) -> None:
    """Builds, and where each was deployed."""
    section.start()
    zone = zone_of(panel)
    section.heading("Builds", ("Add build…", actions.edit_build))
    if not panel.builds:
        section.say("No build yet. Add the build that is to go in, with its digest.", "muted")
    machines = {machine.id: machine.name for machine in panel.choices.machines}
    for build in reversed(panel.builds):
        machine = (
            machines.get(build.machine_id) or f"{build.machine_name or 'unknown machine'} (not registered)"
        )
        built = instant_text(build.built_at, zone) if build.built_at else "time unknown"
        section.block(
            f"Build {build.number}",
            ("succeeded", "met") if build.is_success else ("failed", "not_met"),
            ((f"{machine} · {built}", "small"), (_digest(build.digest, build.revision), "code")),
            (
                ("Edit…", partial(actions.edit_build, build)),
                ("Remove…", partial(actions.remove, build, f"build {build.number}")),
            ),
        )
    section.heading("Deployments", ("Add deployment…", actions.edit_deployment))
    if not panel.deployments:
        section.say("Not deployed anywhere yet.", "muted")
    numbers = {build.id: build.number for build in panel.builds}
    for deployment in reversed(panel.deployments):
        name = panel.environment_name(deployment.environment_id)
        number = numbers.get(deployment.build_id)
        which = f"build {number}" if number else "no build named"
        is_good = deployment.outcome == "succeeded"
        who = f" · {deployment.deployed_by}" if deployment.deployed_by else ""
        section.block(
            f"{name}, {which}",
            (deployment.outcome.value.replace("_", " "), "met" if is_good else "not_met"),
            (
                (f"{instant_text(deployment.deployed_at, zone)}{who}", "small"),
                (_digest(deployment.digest, ""), "code"),
                (deployment.issues, ""),
            ),
            (
                ("Edit…", partial(actions.edit_deployment, deployment)),
                ("Remove…", partial(actions.remove, deployment, f"deployment in {name}")),
            ),
        )


def _digest(digest: str, revision: str) -> str:
    shown = f"sha256 {digest[:_SHOWN_DIGEST]}…" if digest else "no digest"
    return f"{shown}  {one_line(revision, 40)}" if revision else shown


def fill_tickets(section: Section, panel: ChangePanel, actions: RecordActions) -> None:
    """Related tickets with their state there."""
    section.start()
    section.heading("Related tickets", ("Add ticket…", actions.edit_ticket))
    if not panel.tickets:
        section.say("No related ticket yet. Add the ones whose state a checkpoint asks for.", "muted")
    for ticket in panel.tickets:
        section.block(
            f"{ticket.key}  {one_line(ticket.title, 300)}",
            (one_line(ticket.state, 40) or "no state", "neutral"),
            ((ticket.system, "small"), (ticket.url, "small")),
            (
                ("Edit…", partial(actions.edit_ticket, ticket)),
                ("Remove…", partial(actions.remove, ticket, f"ticket {ticket.key}")),
            ),
        )


def fill_steps(section: Section, panel: ChangePanel, open_sequence: Callable[[], None]) -> None:
    """The change's activities in the window's sequence."""
    section.start()
    section.heading("Steps in the sequence", ("Open sequence", open_sequence))
    if not panel.activities:
        section.say("No steps yet. Plan them in the window's sequence, with who does each.", "muted")
    for step in panel.activities:
        people = ", ".join(filter(None, (panel.person_name(one) for one in step.players)))
        team = next((team.name for team in panel.choices.teams if team.id == step.team_id), "")
        who = people or (f"one of {team}" if team else "nobody named yet")
        section.block(
            one_line(step.title, 300),
            (step.phase.replace("_", " "), "neutral"),
            ((f"{minutes_text(step.duration_minutes)} · {who} · {step.state.replace('_', ' ')}", "small"),),
        )


def _fill_exceptions(section: Section, panel: ChangePanel, open_exception: Callable[[int], None]) -> None:
    section.heading("Exceptions")
    if not panel.exceptions:
        section.say("No exception was asked for.", "muted")
    for item in panel.exceptions:
        marks = [signature_mark(line, item.zone_name) for line in item.signatures]
        signed = [(f"{mark.chip[0].capitalize()}: {mark.line}", "") for mark in marks]
        missing = missing_words(item)
        section.block(
            one_line(f"{item.request.kind.words} {item.request.checkpoint_name}", 120),
            STANDING_LOOK[item.standing],
            (
                (one_line(item.request.reason, 300), ""),
                *signed,
                (f"Still to sign: {missing}" * bool(missing), "small"),
            ),
            (("Open", partial(open_exception, item.request.id or 0)),),
        )


def fill_signatures(section: Section, panel: ChangePanel, open_exception: Callable[[int], None]) -> None:
    """Exceptions and waivers with their signatures, and who attested what."""
    section.start()
    zone = zone_of(panel)
    _fill_exceptions(section, panel, open_exception)
    section.heading("Waivers")
    standing = {item.request.id for item in panel.exceptions if item.standing is Standing.APPROVED}
    waivers = [one for one in panel.waivers if one.exception_id is None or one.exception_id in standing]
    if not waivers:
        section.say("No criterion is waived for this change.", "muted")
    for waiver in waivers:
        section.block(
            f"{waiver.checkpoint_name}: {waiver.criterion_code}",
            ("waived", "waived"),
            (
                (waiver.reason, ""),
                (f"Signed: {waiver.signatures}", ""),
                (instant_text(waiver.granted_at, zone), "small"),
            ),
        )
    section.heading("Attestations")
    if not panel.attestations:
        section.say("Nobody has attested anything yet.", "muted")
    for said in reversed(panel.attestations):
        role = said.role.value.replace("_", " ")
        who = panel.person_name(said.person_id) or "somebody archived"
        section.block(
            f"{said.checkpoint_name}: {said.criterion_code}",
            ("met", "met") if said.is_met else ("not met", "not_met"),
            (
                (f"{who}, {role} · {instant_text(said.attested_at, zone)}", "small"),
                (f"Evidence: {said.evidence}" if said.evidence else "", ""),
            ),
        )


def fill_discussion(
    section: Section, panel: ChangePanel, field: QPlainTextEdit, send: Callable[[], None]
) -> None:
    """What was written about the change, the oldest first, and a field to answer."""
    field.setParent(None)
    section.start()
    section.heading("Discussion")
    if not panel.comments:
        section.say("Nothing written yet. Ask, answer, or note a decision here.", "muted")
    for entry in panel.comments:
        section.block(
            f"{one_line(entry.author, 80)}  ·  {instant_text(entry.written_at, zone_of(panel))}",
            None,
            ((entry.text, ""),),
        )
    field.setAccessibleName("Comment")
    section.add(field)
    section.add(button("Add comment", send))


def fill_history(section: Section, panel: ChangePanel) -> None:
    """Every audit event of the change and its records, newest first."""
    section.start()
    section.heading("History")
    for entry in panel.history[:_MOST_EVENTS]:
        details = [(one_line(line, 500), "") for line in entry.changes]
        details.append((f"Reason: {entry.reason}" if entry.reason else "", "small"))
        when = instant_text(entry.happened_at, zone_of(panel))
        section.block(one_line(entry.headline, 200), None, [(f"{entry.actor} · {when}", "small"), *details])
    if len(panel.history) > _MOST_EVENTS:
        section.say(f"{len(panel.history) - _MOST_EVENTS} older events: see the audit screen.", "small")
