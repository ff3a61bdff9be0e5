"""Editing the criteria of a checkpoint: a list, and a form for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.domain.changes import ChangeKind
from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.register import Role, Stage
from app.ui.theme import Theme
from app.ui.widgets import FormDialog, PickMany, PlainLabel, button, combo, set_refusal

KIND_WORDS = {
    CriterionKind.BUILD_SUCCEEDED: "Computed: build succeeded on a registered build machine",
    CriterionKind.DEPLOYED: "Computed: deployed into an environment without issues",
    CriterionKind.SAME_DIGEST: "Computed: the same digest in the stages as planned for production",
    CriterionKind.TICKETS_IN_STATE: "Computed: related tickets are in allowed states",
    CriterionKind.DATE_APPROVED: "Computed: deployment date approved",
    CriterionKind.PLANS_PRESENT: "Computed: backout and verification plans present",
    CriterionKind.ACTIVITIES_OWNED: "Computed: its activities stand in the sequence, with owners",
    CriterionKind.ATTESTED: "Attested by a role",
}
WIDTH = 620


def words_of(value: str) -> str:
    """An enumeration's value for people."""
    return value.replace("_", " ").capitalize()


def code_of(label: str, taken: set[str]) -> str:
    """A code for a new criterion from its label, not one of `taken`."""
    base = re.sub(r"[^a-z0-9]+", "-", label.casefold()).strip("-")[:40] or "criterion"
    code, number = base, 2
    while code in taken:
        code, number = f"{base}-{number}", number + 1
    return code


class CriterionDialog(FormDialog):
    """One criterion; what does not belong to its kind is left out."""

    def __init__(
        self,
        theme: Theme,
        spec: CriterionSpec | None,
        taken: set[str],
        submit: Callable[[CriterionSpec], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Criterion", "Use", self._submit_values, parent)
        self._spec = spec
        self._taken_codes = taken
        self._taken = submit
        self.add_field("label", "Sentence", QLineEdit(spec.label if spec else ""), required=True)
        short = QLineEdit(spec.short if spec else "")
        short.setMaxLength(12)
        self.add_field(
            "short", "Word on its chip", short, required=True, hint="Such as Build, Test, QA, Pre."
        )
        kinds: list[tuple[object, str]] = list(KIND_WORDS.items())
        self.add_field("kind", "How it is decided", combo(kinds, spec.kind if spec else None))
        stages: list[tuple[object, str]] = [(stage, words_of(stage)) for stage in Stage]
        chosen = spec.stage if spec else None
        self.add_field("stage", "Stage (deployed)", combo([(None, "None"), *stages], chosen))
        compared = PickMany(theme, [(stage, words_of(stage)) for stage in Stage], "Stages compared")
        compared.set_picked(spec.stages if spec else ())
        self.add_field("stages", "Stages compared (same digest)", compared)
        states = QLineEdit(", ".join(spec.allowed_states) if spec else "")
        self.add_field("allowed_states", "Allowed ticket states", states, hint="Separated by commas.")
        roles: list[tuple[object, str]] = [(None, "None"), *((role, words_of(role)) for role in Role)]
        role = combo(roles, spec.role if spec else None)
        self.add_field("role", "Role that attests", role, check=self._check_role)
        evidence = QCheckBox("An attestation needs evidence")
        evidence.setChecked(spec.needs_evidence if spec else False)
        self.add_field("needs_evidence", "Evidence", evidence)
        kinds_only = PickMany(theme, [(kind.value, words_of(kind)) for kind in ChangeKind], "Only for")
        kinds_only.set_picked(spec.only_kinds if spec else ())
        self.add_field("only_kinds", "Only for these kinds of change", kinds_only, hint="Empty: all kinds.")

    def _check_role(self, role: Role | None) -> str:
        kind = self.field("kind").currentData()  # type: ignore[attr-defined]
        if kind == CriterionKind.ATTESTED and role is None:
            return "Choose the role that attests it."
        return ""

    def _submit_values(self, values: dict[str, Any]) -> None:
        kind = CriterionKind(values["kind"])
        states = tuple(word.strip() for word in values["allowed_states"].split(",") if word.strip())
        problem = _missing(kind, values, states)
        if problem:
            self.refuse(problem)
            return
        is_attested = kind is CriterionKind.ATTESTED
        spec = CriterionSpec(
            code=self._spec.code if self._spec else code_of(values["label"], self._taken_codes),
            label=values["label"],
            short=values["short"],
            kind=kind,
            stage=values["stage"] if kind is CriterionKind.DEPLOYED else None,
            stages=tuple(values["stages"]) if kind is CriterionKind.SAME_DIGEST else (),
            allowed_states=states if kind is CriterionKind.TICKETS_IN_STATE else (),
            role=values["role"] if is_attested else None,
            needs_evidence=values["needs_evidence"] if is_attested else False,
            only_kinds=tuple(values["only_kinds"]),
        )
        self.accept()
        self._taken(spec)


def _missing(kind: CriterionKind, values: dict[str, Any], states: tuple[str, ...]) -> str:
    if kind is CriterionKind.DEPLOYED and values["stage"] is None:
        return "Choose the stage it must be deployed into."
    if kind is CriterionKind.SAME_DIGEST and len(values["stages"]) < 2:
        return "Choose at least two stages to compare."
    if kind is CriterionKind.TICKETS_IN_STATE and not states:
        return "Name at least one allowed ticket state."
    if kind is CriterionKind.ATTESTED and values["role"] is None:
        return "Choose the role that attests it."
    return ""


class CriteriaDialog(QDialog):
    """The criteria of one checkpoint in order; `submit` takes them when the person agrees."""

    def __init__(
        self,
        theme: Theme,
        checkpoint_name: str,
        criteria: Sequence[CriterionSpec],
        submit: Callable[[tuple[CriterionSpec, ...]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._criteria = list(criteria)
        self._taken = submit
        title = f"Criteria of {checkpoint_name}" if checkpoint_name else "Criteria"
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setMinimumHeight(240)
        self.list.itemActivated.connect(lambda _item: self.edit())
        self.list.currentRowChanged.connect(lambda _row: self._judge())
        self.buttons = {
            name: button(name, run, parent=self)
            for name, run in (
                ("Add", self.add),
                ("Edit", self.edit),
                ("Remove", self.remove),
                ("Up", lambda: self._move(-1)),
                ("Down", lambda: self._move(1)),
            )
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(title, "title", wraps=True))
        intro = "Past evaluations keep the criteria they used; changes here make a new revision."
        column.addWidget(PlainLabel(intro, "muted", wraps=True))
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        for one in self.buttons.values():
            row.addWidget(one)
        row.addStretch(1)
        column.addLayout(row)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(button("Cancel", self.reject, parent=self))
        last.addWidget(button("Use these criteria", self._use, "primary", self))
        column.addLayout(last)
        self._fill(0)

    @property
    def criteria(self) -> tuple[CriterionSpec, ...]:
        """The criteria as they stand."""
        return tuple(self._criteria)

    def add(self) -> None:
        """Ask for a new criterion."""
        codes = {spec.code for spec in self._criteria}
        self._open(CriterionDialog(self._theme, None, codes, self._added, self))

    def edit(self) -> None:
        """Edit the current criterion."""
        row = self.list.currentRow()
        if row >= 0:
            spec = self._criteria[row]
            self._open(CriterionDialog(self._theme, spec, set(), lambda made: self._changed(row, made), self))

    def remove(self) -> None:
        """Take the current criterion out."""
        row = self.list.currentRow()
        if row >= 0:
            del self._criteria[row]
            self._fill(min(row, len(self._criteria) - 1))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _added(self, spec: CriterionSpec) -> None:
        self._criteria.append(spec)
        self._fill(len(self._criteria) - 1)

    def _changed(self, row: int, spec: CriterionSpec) -> None:
        self._criteria[row] = spec
        self._fill(row)

    def _move(self, way: int) -> None:
        row = self.list.currentRow()
        other = row + way
        if row >= 0 and 0 <= other < len(self._criteria):
            self._criteria[row], self._criteria[other] = self._criteria[other], self._criteria[row]
            self._fill(other)

    def _fill(self, row: int) -> None:
        self.list.clear()
        self.list.addItems([f"{spec.short}  ·  {spec.label}" for spec in self._criteria])
        self.list.setCurrentRow(row)
        self._judge()

    def _judge(self) -> None:
        reason = "" if self.list.currentRow() >= 0 else "Choose a criterion first."
        for name in ("Edit", "Remove", "Up", "Down"):
            set_refusal(self.buttons[name], reason)

    def _use(self) -> None:
        self.accept()
        self._taken(self.criteria)
