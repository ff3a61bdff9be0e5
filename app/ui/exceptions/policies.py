"""The policies of exceptions: whose signatures each kind needs, with every revision there ever was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.domain.exceptions import ExceptionPolicy
from app.domain.register import Person, Role
from app.domain.time_words import moment_words
from app.services.exceptions.policies import history, policies, revise
from app.services.exceptions.reading import choices
from app.ui.context import DeskContext
from app.ui.exceptions.fields import PassphraseEdit
from app.ui.exceptions.list_dialog import ListDialog
from app.ui.exceptions.words import roles_words
from app.ui.widgets import Column, FormDialog, PickMany, RecordModel, RecordTable, button, combo, set_refusal

_SIZE = (1140, 600)
_ROLES = [(role, role.words) for role in Role]


class PoliciesDialog(ListDialog):
    """The policies in force, and the revisions of the one selected."""

    records = frozenset({"exception_policy"})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            "Policies of exceptions",
            "A revision is never altered: a new one follows it, and requests asked for before keep theirs.",
            _SIZE,
            parent,
        )
        self.table = self._table("Policies in force")
        self.history = self._table("Revisions")
        self.revise_button = button("Revise…", self.revise, "primary")
        self.table.selection_changed.connect(self._selected)
        self.table.record_opened.connect(lambda _policy: self.revise())
        self.add_list("In force", self.table, [self.revise_button], 3)
        self.add_list("Revisions of the selected one", self.history, [], 2)
        self.add_close()
        self._selected([])
        self.table.setFocus()
        self.reload()

    def _table(self, name: str) -> RecordTable:
        model: RecordModel[ExceptionPolicy] = RecordModel(
            (
                Column("kind", "Exception", lambda one: one.kind.words, width=166, font="strong"),
                Column("revision", "Revision", lambda one: str(one.revision), lambda one: one.revision, 76),
                Column("roles", "Signed by", lambda one: roles_words(one.roles, one.is_ordered), width=300),
                Column("order", "Order", lambda one: "as listed" if one.is_ordered else "any", width=76),
                Column("editors", "Changed by", lambda one: roles_words(one.editors), width=244),
                Column("made", "Made", _made, lambda one: one.made_at, 180),
            ),
            lambda one: (one.kind, one.revision),
            self,
        )
        return RecordTable(self.context.theme, model, name)

    def reload(self) -> None:
        """Read the policies in force; the selection stays."""
        services = self.context.services
        self.context.fetch(
            "Reading the policies", lambda _c: policies(services), self._show, self, key="exceptions/policies"
        )

    def _show(self, found: Sequence[ExceptionPolicy]) -> None:
        chosen = [one.kind for one in self.table.selected_records()]
        self.table.records.set_records(found)
        kinds = [one.kind for one in found]
        self.table.selectRow(kinds.index(chosen[0]) if chosen else 0)
        self._selected(self.table.selected_records())

    def _selected(self, chosen: Sequence[ExceptionPolicy]) -> None:
        set_refusal(self.revise_button, "" if len(chosen) == 1 else "Select one policy first.")
        if len(chosen) != 1:
            return
        services, kind = self.context.services, chosen[0].kind
        self.context.fetch(
            "Reading the revisions",
            lambda _c: history(services, kind),
            self.history.records.set_records,
            self,
            key="exceptions/history",
        )

    def revise(self) -> None:
        """Ask for the next revision of the selected policy."""
        chosen = self.table.selected_records()
        if len(chosen) != 1:
            return
        services, policy = self.context.services, chosen[0]
        self.context.fetch(
            "Reading the people",
            lambda _c: choices(services, None).people,
            lambda people: self._open(policy, people),
            self,
            key="exceptions/people",
        )

    def _open(self, policy: ExceptionPolicy, people: Sequence[Person]) -> None:
        services = self.context.services

        def submit(values: dict[str, Any]) -> None:
            following = replace(
                policy,
                roles=tuple(values["roles"]),
                editors=tuple(values["editors"]),
                is_ordered=values["is_ordered"],
            )
            self.run(
                "Revising the policy",
                lambda: revise(
                    services, following, values["editor_id"], values["passphrase"], values["reason"]
                ),
                form,
                lambda stored: f"Revision {stored.revision} of exceptions {stored.kind.words} is in force.",
            )

        form = policy_form(self.context, policy, people, submit, self)
        self.ask(form)


def policy_form(
    context: DeskContext, policy: ExceptionPolicy, people: Sequence[Person], submit: Any, parent: QWidget
) -> FormDialog:
    """The form of a policy's next revision; it asks who makes it, for the policy says who may."""
    form = FormDialog(
        f"Revise: {policy.kind.words}",
        f"Make revision {policy.revision + 1}",
        submit,
        parent,
        intro=f"Revision {policy.revision} may be changed by: {roles_words(policy.editors)}.",
    )
    roles = PickMany(context.theme, _ROLES, "Signed by")
    roles.set_picked(policy.roles)
    editors = PickMany(context.theme, _ROLES, "Changed by")
    editors.set_picked(policy.editors)
    ordered = QCheckBox("They sign in the order listed")
    ordered.setChecked(policy.is_ordered)
    form.add_field("roles", "Signed by", roles, required=True, hint="Each role signs once.")
    form.add_field("is_ordered", "They sign in the order listed", ordered)
    form.add_field("editors", "Who may make the next revision", editors, required=True)
    named: list[tuple[object, str]] = [
        (one.id, f"{one.name}, {roles_words(one.roles) or 'no role'}") for one in people
    ]
    own = next((one.id for one in people if one.name == context.services.actor), None)
    form.add_field("editor_id", "Who revises it", combo([(None, "Choose who"), *named], own), required=True)
    form.add_field("reason", "Why", QLineEdit())
    form.add_field("passphrase", "Passphrase of their key", PassphraseEdit(), required=True)
    return form


def _made(policy: ExceptionPolicy) -> str:
    if policy.made_at is None:
        return "to begin with"
    return f"{moment_words(policy.made_at, 'UTC')}, {policy.made_by}"
