"""The forms of keys and stand-ins: enrolling with a witness, another passphrase, an appointment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from app.domain.register import Person, Role
from app.ui.exceptions.fields import PassphraseEdit
from app.ui.widgets import FormDialog, calm_calendar, combo

_HINT = "A sentence is good: long, and easy to remember. Nobody can read it or bring it back."


@dataclass(frozen=True, slots=True)
class Appointment:
    """Who signs for whom, as what, on which days (both included), and who says so."""

    person_id: int
    stand_in_id: int
    role: Role
    first_day: date
    last_day: date
    appointed_by_id: int
    passphrase: str


def enrol_form(
    person: Person, people: Sequence[Person], submit: Callable[[int, str, str], None], parent: QWidget
) -> FormDialog:
    """Asks for the witness, and twice for the passphrase, which the person types themselves."""
    witnesses: list[tuple[object, str]] = [
        (one.id, one.name) for one in people if Role.RELEASE_MANAGER in one.roles and one.id != person.id
    ]
    form = FormDialog(
        f"Enrol a key for {person.name}",
        "Enrol",
        lambda values: submit(values["witness_id"], values["passphrase"], values["witness_passphrase"]),
        parent,
        intro=f"{person.name} types the passphrase; the release manager sees that it is them.",
    )
    form.add_field(
        "witness_id",
        "Release manager who is witness",
        combo(witnesses or [(None, "The register has no other release manager")]),
        required=True,
    )
    _add_new_passphrase(form)
    form.add_field(
        "witness_passphrase",
        "The witness's own passphrase",
        PassphraseEdit(),
        hint="Asked for once the witness has a key; the first witness has none yet.",
    )
    return form


def passphrase_form(name: str, submit: Callable[[str, str], None], parent: QWidget) -> FormDialog:
    """Asks for the old passphrase and twice for the new one."""
    form = FormDialog(
        f"Change the passphrase of {name}",
        "Change",
        lambda values: submit(values["old"], values["passphrase"]),
        parent,
    )
    form.add_field("old", "Passphrase until now", PassphraseEdit(), required=True)
    _add_new_passphrase(form)
    return form


def appoint_form(
    people: Sequence[Person],
    absent: Person | None,
    today: date,
    submit: Callable[[Appointment], None],
    parent: QWidget,
) -> FormDialog:
    """Asks who signs for whom, as what, from which day to which."""
    form = FormDialog(
        "Appoint a stand-in",
        "Appoint",
        lambda values: submit(_appointment(values)),
        parent,
        intro="A stand-in signs in one role, with their own key, on these days; the signature says for whom.",
    )
    holding: list[tuple[object, str]] = [
        ((one.id, role), f"{one.name}, {role.words}") for one in people for role in one.roles
    ]
    first = (absent.id, absent.roles[0]) if absent is not None and absent.roles else None
    named: list[tuple[object, str]] = [(one.id, one.name) for one in people]
    form.add_field("absent", "For whom, and as what", combo(holding, first), required=True)
    form.add_field("stand_in_id", "Who signs instead", combo([(None, "Choose who"), *named]), required=True)
    form.add_field("first_day", "First day", _day_field(today))
    form.add_field("last_day", "Last day", _day_field(today))
    form.add_field(
        "appointed_by_id",
        "Who appoints",
        combo([(None, "Choose who"), *named], absent.id if absent is not None else None),
        required=True,
        hint="The person themselves, or a release manager.",
    )
    form.add_field("passphrase", "Passphrase of who appoints", PassphraseEdit(), required=True)
    return form


def _add_new_passphrase(form: FormDialog) -> None:
    first, again = PassphraseEdit(), PassphraseEdit()
    form.add_field("passphrase", "New passphrase", first, required=True, hint=_HINT)
    form.add_field(
        "again",
        "The same once more",
        again,
        required=True,
        check=lambda text: "" if text == first.text() else "The two passphrases differ.",
    )
    first.textChanged.connect(lambda _text: form.show_problem("again") if again.text() else None)


def _appointment(values: dict[str, Any]) -> Appointment:
    person_id, role = values["absent"]
    return Appointment(
        int(person_id),
        int(values["stand_in_id"]),
        Role(role),
        values["first_day"],
        values["last_day"],
        int(values["appointed_by_id"]),
        values["passphrase"],
    )


def _day_field(day: date) -> QDateEdit:
    made = QDateEdit()
    made.setCalendarPopup(True)
    calm_calendar(made.calendarWidget())
    made.setDisplayFormat("ddd d MMM yyyy")
    made.setDate(QDate(day.year, day.month, day.day))
    return made
