"""Keys and stand-ins: who can sign with which key, and who signs for whom on which days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.domain.register import Person
from app.domain.signatures import SigningKey, StandIn
from app.domain.time_words import day_words, moment_words
from app.services.exceptions.reading import choices
from app.services.signing.keys import (
    KeyHolder,
    appoint,
    change_passphrase,
    end_appointment,
    enrol,
    key_holders,
    revoke,
    stand_ins,
)
from app.ui.context import DeskContext
from app.ui.exceptions import key_forms
from app.ui.exceptions.list_dialog import ListDialog
from app.ui.exceptions.words import roles_words
from app.ui.widgets import Column, ConfirmDialog, RecordModel, RecordTable, SearchField, button, set_refusal

_SIZE = (1080, 660)
_SHOWN = 16


@dataclass(frozen=True, slots=True)
class StandInRow:
    """An appointment with the names of both."""

    one: StandIn
    absent: str
    stand_in: str


class KeysDialog(ListDialog):
    """Everybody with a role and their key; below, the appointments that were not ended."""

    records = frozenset({"signing_key", "stand_in", "person"})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            "Keys and stand-ins",
            "A key is enrolled once, in the presence of a release manager. A revoked key signs no more; what "
            "it signed before stays valid.",
            _SIZE,
            parent,
        )
        self.people: tuple[Person, ...] = ()
        self.holders: RecordTable = self._holder_table()
        self.appointments: RecordTable = self._appointment_table()
        self.enrol_button = button("Enrol…", self.enrol, "primary")
        self.change_button = button("Change passphrase…", self.change)
        self.revoke_button = button("Revoke…", self.revoke)
        self.appoint_button = button("Appoint…", self.appoint)
        self.end_button = button("End…", self.end)
        self.holders.selection_changed.connect(lambda _rows: self._judge())
        self.appointments.selection_changed.connect(lambda _rows: self._judge())
        keys = [self.revoke_button, self.change_button, self.enrol_button]
        search = SearchField(context.theme, "Search people")
        search.searched.connect(self.holders.records.set_search)
        self.add_list("People who may sign", self.holders, [search, *keys], 3)
        self.add_list("Stand-ins", self.appointments, [self.end_button, self.appoint_button], 2)
        self.add_close()
        self._judge()
        self.holders.setFocus()
        self.reload()

    def _holder_table(self) -> RecordTable:
        model: RecordModel[KeyHolder] = RecordModel(
            (
                Column("name", "Person", lambda one: one.person.name, width=140, font="strong"),
                Column("roles", "Roles", lambda one: roles_words(one.person.roles), width=230),
                Column("key", "Key", _state, width=110, chips=lambda one: [_chip(one)]),
                Column("fingerprint", "Fingerprint", _fingerprint, width=170),
                Column("enrolled", "Enrolled", self._enrolled, width=260),
            ),
            lambda one: one.person.id,
            self,
        )
        return RecordTable(self.context.theme, model, "People who may sign")

    def _appointment_table(self) -> RecordTable:
        model: RecordModel[StandInRow] = RecordModel(
            (
                Column("absent", "For", lambda row: row.absent, width=170),
                Column("stand_in", "Signs instead", lambda row: row.stand_in, width=170, font="strong"),
                Column("role", "As", lambda row: row.one.role.words, width=150),
                Column("days", "Days", _days, lambda row: row.one.first_day, 240),
                Column("by", "Appointed by", lambda row: row.one.appointed_by, width=150),
            ),
            lambda row: row.one.id,
            self,
        )
        return RecordTable(self.context.theme, model, "Stand-ins")

    def reload(self) -> None:
        """Read keys and appointments."""
        services = self.context.services
        self.context.fetch(
            "Reading the keys",
            lambda _c: (key_holders(services), stand_ins(services), choices(services, None).people),
            self._show,
            self,
            key="exceptions/keys",
        )

    def _show(self, found: tuple[Sequence[KeyHolder], Sequence[StandIn], tuple[Person, ...]]) -> None:
        holders, appointed, self.people = found
        self.holders.records.set_records(sorted(holders, key=lambda one: one.key is None))
        self.appointments.records.set_records(
            [StandInRow(one, self._name(one.person_id), self._name(one.stand_in_id)) for one in appointed]
        )
        self._judge()

    def _name(self, person_id: int) -> str:
        return next((one.name for one in self.people if one.id == person_id), "somebody archived")

    def _enrolled(self, holder: KeyHolder) -> str:
        key = holder.key or (holder.revoked[-1] if holder.revoked else None)
        if key is None:
            return ""
        if key.revoked_at is not None:
            return f"revoked {moment_words(key.revoked_at, holder.person.zone_name)}: {key.revoke_reason}"
        when = moment_words(key.enrolled_at, holder.person.zone_name)
        return f"{when}, witness {self._name(key.witness_id)}"

    def _holder(self) -> KeyHolder | None:
        chosen = self.holders.selected_records()
        return chosen[0] if len(chosen) == 1 else None

    def _key(self) -> SigningKey | None:
        holder = self._holder()
        return holder.key if holder is not None else None

    def _judge(self) -> None:
        holder = self._holder()
        none = "" if holder else "Select a person first."
        has_key = (
            f"{holder.person.name} has a key already; revoke it first." if self._key() and holder else ""
        )
        no_key = "" if self._key() else "This person has no key."
        set_refusal(self.enrol_button, none or has_key)
        for one in (self.change_button, self.revoke_button):
            set_refusal(one, none or no_key)
        is_one = len(self.appointments.selected_records()) == 1
        set_refusal(self.end_button, "" if is_one else "Select an appointment first.")

    def enrol(self) -> None:
        """Give the selected person a key."""
        holder, services = self._holder(), self.context.services
        if holder is None:
            return
        person = holder.person

        def submit(witness_id: int, passphrase: str, proof: str) -> None:
            self.run(
                "Enrolling a key",
                lambda: enrol(services, person.id or 0, witness_id, passphrase, witness_passphrase=proof),
                form,
                lambda _key: f"{person.name} signs with their own key now.",
            )

        form = key_forms.enrol_form(person, self.people, submit, self)
        self.ask(form)

    def change(self) -> None:
        """Change the passphrase of the selected person's key."""
        key, services = self._key(), self.context.services
        if key is None:
            return
        key_id = key.id or 0

        def submit(old: str, new: str) -> None:
            self.run(
                "Changing the passphrase",
                lambda: change_passphrase(services, key_id, old, new),
                form,
                lambda _key: "The passphrase is changed; the key is the same.",
            )

        form = key_forms.passphrase_form(self._name(key.person_id), submit, self)
        self.ask(form)

    def revoke(self) -> None:
        """Revoke the selected person's key, with the reason."""
        key, services = self._key(), self.context.services
        if key is None:
            return
        key_id = key.id or 0
        ConfirmDialog.ask(
            self,
            f"Revoke the key of {self._name(key.person_id)}?",
            "It signs no more. What it signed before stays valid.",
            "Revoke",
            lambda reason: self.run(
                "Revoking the key", lambda: revoke(services, key_id, reason), None, lambda _k: "Revoked."
            ),
            is_dangerous=True,
            reason_label="Why",
        )

    def appoint(self) -> None:
        """Let somebody sign for somebody else on some days."""
        services, today = self.context.services, self.context.clock().astimezone().date()

        def submit(asked: key_forms.Appointment) -> None:
            self.run(
                "Appointing a stand-in",
                lambda: appoint(
                    services,
                    asked.person_id,
                    asked.stand_in_id,
                    asked.role,
                    asked.first_day,
                    asked.last_day,
                    passphrase=asked.passphrase,
                    appointed_by_id=asked.appointed_by_id,
                ),
                form,
                lambda one: f"{self._name(one.stand_in_id)} signs for {self._name(one.person_id)}.",
            )

        holder = self._holder()
        form = key_forms.appoint_form(self.people, holder.person if holder else None, today, submit, self)
        self.ask(form)

    def end(self) -> None:
        """End the selected appointment."""
        chosen, services = self.appointments.selected_records(), self.context.services
        if len(chosen) != 1:
            return
        row: StandInRow = chosen[0]
        ConfirmDialog.ask(
            self,
            f"End that {row.stand_in} signs for {row.absent}?",
            "What was signed by it stays.",
            "End",
            lambda reason: self.run(
                "Ending the appointment",
                lambda: end_appointment(services, row.one.id or 0, reason),
                None,
                lambda _one: "Ended.",
            ),
            reason_label="Why",
        )


def _state(holder: KeyHolder) -> str:
    return _chip(holder)[0]


def _chip(holder: KeyHolder) -> tuple[str, str]:
    if holder.key is not None:
        return ("enrolled", "met")
    return ("revoked", "not_met") if holder.revoked else ("none", "neutral")


def _fingerprint(holder: KeyHolder) -> str:
    text = holder.key.public_key[:_SHOWN] if holder.key else ""
    return " ".join(text[place : place + 4] for place in range(0, len(text), 4))


def _days(row: StandInRow) -> str:
    return f"{day_words(row.one.first_day)} – {day_words(row.one.last_day, with_year=True)}"
