"""The read model of a change's panel: all of its data, gates, records, steps, discussion and history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.domain.changes import Attestation, Build, Change, Comment, Deployment, Ticket, Waiver
from app.domain.gates import CriterionSpec
from app.domain.register import (
    Application,
    BuildMachine,
    ConfigurationItem,
    Environment,
    Person,
    Team,
)
from app.domain.windows import Checkpoint, MaintenanceWindow
from app.services import change_history, placement
from app.services.board import card_of_change
from app.services.board_models import BoardCard
from app.services.change_history import HistoryEntry
from app.services.exceptions.reading import ExceptionItem, items_of_change
from app.services.placement import Alternatives
from app.services.workplace import Workplace
from app.store.queries import board as board_queries
from app.store.queries import changes as queries
from app.store.queries.board import ActivityRow
from app.store.reading import find, get


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form offers: the register without what is archived, by name."""

    people: tuple[Person, ...]
    teams: tuple[Team, ...]
    applications: tuple[Application, ...]
    configuration_items: tuple[ConfigurationItem, ...]
    environments: tuple[Environment, ...]
    machines: tuple[BuildMachine, ...]


@dataclass(frozen=True, slots=True)
class Attestable:
    """A criterion that a role attests: where it stands, what was said last, and who may say it."""

    checkpoint: str
    spec: CriterionSpec
    newest: Attestation | None
    attested_by: str
    may_attest: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class ChangePanel:
    """Everything about one change, as its panel shows it; histories run newest first.

    `alternatives` are the windows that would take a change whose conflicts stand against its own.
    """

    change: Change
    card: BoardCard
    window: MaintenanceWindow | None
    checkpoints: tuple[Checkpoint, ...]
    attestable: tuple[Attestable, ...]
    tickets: tuple[Ticket, ...]
    builds: tuple[Build, ...]
    deployments: tuple[Deployment, ...]
    attestations: tuple[Attestation, ...]
    waivers: tuple[Waiver, ...]
    activities: tuple[ActivityRow, ...]
    comments: tuple[Comment, ...]
    history: tuple[HistoryEntry, ...]
    choices: Choices
    alternatives: Alternatives
    exceptions: tuple[ExceptionItem, ...] = ()

    def environment_name(self, environment_id: int) -> str:
        """The name of an environment, archived ones included."""
        found = (item.name for item in self.choices.environments if item.id == environment_id)
        return next(found, "an archived environment")

    def person_name(self, person_id: int | None) -> str:
        """The name of a person, or an empty text."""
        return next((person.name for person in self.choices.people if person.id == person_id), "")


def change_panel(workplace: Workplace, change_id: int) -> ChangePanel:
    """Read everything about one change; raises MissingRecordError when it is gone."""
    with workplace.read() as connection:
        change = get(connection, Change, change_id)
        window_id = change.window_id
        checkpoints = board_queries.checkpoints_of(connection, window_id) if window_id is not None else ()
        window = get(connection, MaintenanceWindow, window_id) if window_id is not None else None
        records = board_queries.change_records(connection, board_queries.Scope(change_ids=(change_id,)))
        comments = tuple(find(connection, Comment, change_id=change_id))
        choices = read_choices(connection)
        attestations = records.attestations.get(change_id, ())
        card = card_of_change(connection, change_id, workplace.now())
        return ChangePanel(
            change=change,
            card=card,
            window=window,
            checkpoints=checkpoints,
            attestable=_attestable(checkpoints, change, attestations, choices.people),
            tickets=records.tickets.get(change_id, ()),
            builds=records.builds.get(change_id, ()),
            deployments=records.deployments.get(change_id, ()),
            attestations=attestations,
            waivers=records.waivers.get(change_id, ()),
            activities=records.activities.get(change_id, ()),
            comments=comments,
            history=_history(connection, change_id, records, comments),
            choices=choices,
            alternatives=_alternatives(connection, change, window, card, workplace.now()),
            exceptions=items_of_change(connection, change_id, workplace.now()),
        )


def _alternatives(
    connection: Connection, change: Change, window: MaintenanceWindow | None, card: BoardCard, now: datetime
) -> Alternatives:
    """Where else a change with conflicts may go; a change that may not move at all has no other place."""
    if not card.conflicts or window is None:
        return Alternatives()
    return placement.around(connection, [change], window, now)


def form_choices(workplace: Workplace) -> Choices:
    """What the form of a new change offers."""
    with workplace.read() as connection:
        return read_choices(connection)


def read_choices(connection: Connection) -> Choices:
    """The register without what is archived, each list by name."""
    return Choices(
        people=tuple(sorted(find(connection, Person, is_archived=False), key=_by_name)),
        teams=tuple(sorted(find(connection, Team, is_archived=False), key=_by_name)),
        applications=tuple(sorted(find(connection, Application, is_archived=False), key=_by_name)),
        configuration_items=tuple(
            sorted(find(connection, ConfigurationItem, is_archived=False), key=_by_name)
        ),
        environments=tuple(sorted(find(connection, Environment, is_archived=False), key=_by_name)),
        machines=tuple(sorted(find(connection, BuildMachine, is_archived=False), key=_by_name)),
    )


def _history(
    connection: Connection,
    change_id: int,
    records: board_queries.ChangeRecords,
    comments: tuple[Comment, ...],
) -> tuple[HistoryEntry, ...]:
    owned: dict[str, tuple[Any, ...]] = {
        "ticket": records.tickets.get(change_id, ()),
        "build": records.builds.get(change_id, ()),
        "deployment": records.deployments.get(change_id, ()),
        "attestation": records.attestations.get(change_id, ()),
        "waiver": records.waivers.get(change_id, ()),
        "comment": comments,
    }
    pairs = [(kind, record.id) for kind, found in owned.items() for record in found if record.id is not None]
    return change_history.entries(queries.history(connection, change_id, pairs))


def _attestable(
    checkpoints: tuple[Checkpoint, ...],
    change: Change,
    attestations: tuple[Attestation, ...],
    people: tuple[Person, ...],
) -> tuple[Attestable, ...]:
    names = {person.id: person.name for person in people}
    found = []
    for checkpoint in checkpoints:
        for spec in checkpoint.criteria:
            if spec.role is None or (spec.only_kinds and change.kind.value not in spec.only_kinds):
                continue
            said = [
                attestation
                for attestation in attestations
                if attestation.criterion_code == spec.code and attestation.checkpoint_name == checkpoint.name
            ]
            newest = max(said, key=lambda one: (one.attested_at, one.id or 0), default=None)
            by = names.get(newest.person_id, "somebody archived") if newest else ""
            may = tuple(person for person in people if spec.role in person.roles)
            found.append(Attestable(checkpoint.name, spec, newest, by, may))
    return tuple(found)


def _by_name(record: Team | Person | Application | ConfigurationItem | Environment | BuildMachine) -> str:
    return record.name.casefold()
