"""The form of each kind of register record: fields in, a new frozen value out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QSpinBox, QTimeEdit, QWidget

from app.domain.register import (
    Absence,
    Application,
    BuildMachine,
    CiKind,
    ConfigurationItem,
    Environment,
    Person,
    Role,
    Stage,
    Team,
)
from app.services.register import Register
from app.ui.register.kinds import RegisterKind, words
from app.ui.theme import Theme
from app.ui.widgets import DurationEdit, FormDialog, PickMany, combo, text_area

Submit = Callable[[Any], None]
_DAYS = ((1, "Mon"), (2, "Tue"), (3, "Wed"), (4, "Thu"), (5, "Fri"), (6, "Sat"), (7, "Sun"))
_ABSENCE = re.compile(r"\s*(\d{4}-\d{2}-\d{2})\s*(?:to|–|-)\s*(\d{4}-\d{2}-\d{2})\s*(.*)$")
_ABSENCE_HINT = "One a line: 2026-12-24 to 2026-12-31 on leave"


def new_record(kind: RegisterKind, zone_name: str) -> Any:
    """An empty record of a kind, as the form begins."""
    if kind.value_type is Environment:
        return Environment("", Stage.TEST)
    if kind.value_type is Person:
        return Person("", zone_name=zone_name)
    return kind.value_type("")


def record_form(
    theme: Theme, kind: RegisterKind, record: Any, register: Register, submit: Submit, parent: QWidget
) -> FormDialog:
    """The dialog that edits `record`; OK hands the changed value to `submit`."""
    title = f"New {kind.singular}" if record.id is None else f"Edit {record.name}"
    dialog = FormDialog(
        title, "Add" if record.id is None else "Save", lambda values: submit(_value(record, values)), parent
    )
    name = QLineEdit(record.name)
    dialog.add_field("name", "Name", name, required=True)
    _FIELDS[kind.value_type](dialog, theme, record, register)
    return dialog


def _value(record: Any, values: dict[str, Any]) -> Any:
    changed = dict(values)
    if "absences" in changed:
        changed["absences"] = read_absences(changed["absences"])
    return replace(record, **changed)


def _application(dialog: FormDialog, theme: Theme, record: Application, register: Register) -> None:
    tiers: list[tuple[object, str]] = [
        (1, "1: most critical"),
        (2, "2: important"),
        (3, "3: normal"),
        (4, "4: least critical"),
    ]
    dialog.add_field("tier", "Tier", combo(tiers, record.tier))
    dialog.add_field("team_id", "Team", combo(_some(register.teams, "No team"), record.team_id))
    dialog.add_field(
        "business_owner_id",
        "Business owner",
        combo(_some(register.people, "Nobody yet"), record.business_owner_id),
        hint="Signs exceptions of this application.",
    )
    dialog.add_field(
        "configuration_items",
        "Runs on",
        _many(theme, register.configuration_items, record.configuration_items, "Runs on"),
    )
    others = tuple(one for one in register.applications if one.id != record.id)
    dialog.add_field("depends_on", "Needs", _many(theme, others, record.depends_on, "Needs"))
    dialog.add_field(
        "allowed_downtime_minutes",
        "Downtime allowed a month",
        DurationEdit(record.allowed_downtime_minutes),
        required=True,
    )


def _item(dialog: FormDialog, theme: Theme, record: ConfigurationItem, register: Register) -> None:
    kinds: list[tuple[object, str]] = [(kind, words(kind.value)) for kind in CiKind]
    dialog.add_field("kind", "Kind", combo(kinds, record.kind))
    capacity = QSpinBox()
    capacity.setRange(1, 10_000)
    capacity.setValue(record.capacity)
    dialog.add_field("capacity", "Capacity", capacity, hint="How many activities may share it at once.")
    others = tuple(one for one in register.configuration_items if one.id != record.id)
    dialog.add_field("depends_on", "Depends on", _many(theme, others, record.depends_on, "Depends on"))


def _team(dialog: FormDialog, theme: Theme, record: Team, register: Register) -> None:
    box = QCheckBox("Development team")
    box.setChecked(record.is_development)
    hint = "Developers as players of a window are allowed, but seen."
    dialog.add_field("is_development", "Development team", box, hint=hint)


def _person(dialog: FormDialog, theme: Theme, record: Person, register: Register) -> None:
    dialog.add_field("email", "E-mail", QLineEdit(record.email))
    dialog.add_field("phone", "Phone", QLineEdit(record.phone), hint="Printed on the players page.")
    dialog.add_field("team_id", "Team", combo(_some(register.teams, "No team"), record.team_id))
    roles = PickMany(theme, [(role, words(role.value)) for role in Role], "Roles")
    roles.set_picked(record.roles)
    dialog.add_field("roles", "Roles", roles)
    zone = _zone(record.zone_name)
    dialog.add_field("zone_name", "Time zone", zone, required=True, check=_zone_problem)
    days = PickMany(theme, _DAYS, "Working days")
    days.set_picked(record.work_days)
    dialog.add_field("work_days", "Working days", days)
    for key, label in (("work_from", "Works from"), ("work_until", "Works until")):
        wall = getattr(record, key)
        edit = QTimeEdit(QTime(wall.hour, wall.minute))
        edit.setDisplayFormat("HH:mm")
        dialog.add_field(key, label, edit)
    lines = "\n".join(f"{one.first_day} to {one.last_day} {one.reason}".strip() for one in record.absences)
    dialog.add_field("absences", "Absences", text_area(lines, 3), hint=_ABSENCE_HINT, check=_absence_problem)


def _environment(dialog: FormDialog, theme: Theme, record: Environment, register: Register) -> None:
    stages: list[tuple[object, str]] = [(stage, words(stage.value)) for stage in Stage]
    dialog.add_field("stage", "Stage", combo(stages, record.stage))


def _machine(dialog: FormDialog, theme: Theme, record: BuildMachine, register: Register) -> None:
    dialog.setAccessibleDescription("Builds of a registered machine count; those of others do not.")


_FIELDS: dict[type[Any], Callable[[FormDialog, Theme, Any, Register], None]] = {
    Application: _application,
    ConfigurationItem: _item,
    Team: _team,
    Person: _person,
    Environment: _environment,
    BuildMachine: _machine,
}


def _some(records: tuple[Any, ...], none: str) -> list[tuple[object, str]]:
    choices: list[tuple[object, str]] = [(None, none)]
    return choices + [(one.id, one.name) for one in records if not one.is_archived]


def _many(theme: Theme, records: tuple[Any, ...], picked: tuple[int, ...], name: str) -> PickMany:
    field = PickMany(theme, [(one.id, one.name) for one in records if not one.is_archived], name)
    field.set_picked(picked)
    return field


def _zone(chosen: str) -> QComboBox:
    zones = sorted(available_timezones())
    field = QComboBox()
    field.setEditable(True)
    field.addItems(zones)
    field.setCurrentText(chosen)
    completer = field.completer()
    if completer is not None:
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return field


def _zone_problem(text: str) -> str:
    return "" if text in available_timezones() else f"“{text}” is not a time zone; choose one of the list."


def _absence_problem(text: str) -> str:
    try:
        read_absences(text)
    except ValueError as error:
        return str(error)
    return ""


def read_absences(text: str) -> tuple[Absence, ...]:
    """Absences from their lines; raises ValueError that names the line that cannot be read."""
    found = []
    for line in text.splitlines():
        if not line.strip():
            continue
        match = _ABSENCE.match(line)
        try:
            first, last = (date.fromisoformat(day) for day in match.groups()[:2]) if match else (None, None)
        except ValueError:
            first = last = None
        if match is None or first is None or last is None:
            raise ValueError(f"“{line.strip()}” is not an absence. {_ABSENCE_HINT}.")
        if last < first:
            raise ValueError(f"“{line.strip()}” ends before it begins.")
        found.append(Absence(first, last, match.group(3).strip()))
    return tuple(found)
