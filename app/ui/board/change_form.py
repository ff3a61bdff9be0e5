"""The form of a change's own data, with messages beside the fields: in the panel, and for a new change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.domain.changes import Change, ChangeClass, ChangeKind
from app.services.change_panel import Choices
from app.ui.board.change_fields import date, line, when_changed
from app.ui.board.save_bar import CHANGED_ELSEWHERE, NOTHING_CHANGED, SaveBar
from app.ui.theme import Theme
from app.ui.widgets import DurationEdit, PickMany, PlainLabel, combo, restyle, text_area, value_of

_LEVELS: list[tuple[object, str]] = [
    (1, "1 · very low"),
    (2, "2 · low"),
    (3, "3 · medium"),
    (4, "4 · high"),
    (5, "5 · very high"),
]

_DIGEST_LENGTH = 64


def words(value: str) -> str:
    """A stored word as people read it."""
    return value.replace("_", " ").capitalize()


class ChangeForm(QWidget):
    """Fields of one change; `saved` carries the change as read and as it is wanted now.

    Whoever stores it says how that ended, by `taken` or `not_taken`; what is typed until then stays.
    """

    saved = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._change: Change | None = None
        self._choices: Choices | None = None
        self._fields: dict[str, QWidget] = {}
        self._messages: dict[str, PlainLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(4)
        self._rows: QWidget | None = None
        self._was_edited = False
        self._sent: Change | None = None
        self._is_asked_again = False
        self.bar = SaveBar(self)  # hidden until whoever shows the form gives it a place
        self.bar.hide()
        self.bar.save_asked.connect(self.save)
        self.bar.revert_asked.connect(self.revert)
        self._column.addStretch(1)

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._change is not None and self.wanted() != self._change

    @property
    def is_saving(self) -> bool:
        """Whether something typed is being stored."""
        return self._sent is not None

    @property
    def is_saving_all(self) -> bool:
        """Whether all that is typed is being stored."""
        return self._sent is not None and self.wanted() == self._sent

    def show_change(self, change: Change, choices: Choices) -> None:
        """Show a change; what was typed for the same one and not saved is kept."""
        if self._change is not None and self._change.id == change.id and self.is_dirty:
            if change != self._change:
                self.bar.note.setText(CHANGED_ELSEWHERE)
            return
        if self._change is None or self._change.id != change.id:
            self.not_taken()
        self._change, self._choices = change, choices
        self._build()
        self._was_edited = False
        self._judge()

    def field(self, name: str) -> QWidget:
        """The field of a name; raises KeyError."""
        return self._fields[name]

    def wanted(self) -> Change:
        """The change as the fields say it."""
        assert self._change is not None
        held = {name: value_of(field) for name, field in self._fields.items() if name != "has_date"}
        if not value_of(self._fields["has_date"]):
            held["deployment_on"] = None
        held["expected_downtime_minutes"] = held["expected_downtime_minutes"] or 0
        held["planned_digest"] = held["planned_digest"].lower()
        for name in ("title", "description", "backout_plan", "verification_plan"):
            if held[name] == getattr(self._change, name).strip():
                held[name] = getattr(self._change, name)
        for name in ("applications", "configuration_items", "labels"):
            held[name] = tuple(held[name])
            if set(held[name]) == set(getattr(self._change, name)):
                held[name] = getattr(self._change, name)
        return replace(self._change, **held)

    def problems(self) -> dict[str, str]:
        """What is wrong, by field."""
        found: dict[str, str] = {}
        if not value_of(self._fields["key"]) and self._change is not None and self._change.id is not None:
            found["key"] = "A change needs a key."
        if not value_of(self._fields["title"]):
            found["title"] = "A change needs a title."
        digest = value_of(self._fields["planned_digest"]).lower()
        if digest and (len(digest) != _DIGEST_LENGTH or not set(digest) <= set("0123456789abcdef")):
            found["planned_digest"] = "A digest is a SHA-256: 64 characters from 0-9 and a-f."
        downtime = self._fields["expected_downtime_minutes"]
        if isinstance(downtime, DurationEdit) and downtime.problem():
            found["expected_downtime_minutes"] = downtime.problem()
        return found

    def _build(self) -> None:
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._fields, self._messages = {}, {}
        self._rows = QWidget(self)
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, label, field in self._make_fields():
            self._add(column, name, label, field)
        self._column.insertWidget(0, self._rows)

    def _make_fields(self) -> list[tuple[str, str, QWidget]]:
        change, choices = self._change, self._choices
        assert change is not None
        assert choices is not None
        people: list[tuple[object, str]] = [(None, "Nobody"), *((one.id, one.name) for one in choices.people)]
        teams: list[tuple[object, str]] = [(None, "No team"), *((one.id, one.name) for one in choices.teams)]
        has_date = QCheckBox("Deployment date is set")
        has_date.setChecked(change.deployment_on is not None)
        approved = QCheckBox("Deployment date approved")
        approved.setChecked(change.is_date_approved)
        return [
            ("key", "Key", line(change.key, "Next free number" if change.id is None else "")),
            ("title", "Title", line(change.title)),
            ("kind", "Kind", combo([(one, words(one)) for one in ChangeKind], change.kind)),
            ("change_class", "Class", combo([(one, words(one)) for one in ChangeClass], change.change_class)),
            ("impact", "Impact", combo(_LEVELS, change.impact)),
            ("likelihood", "Likelihood of failure", combo(_LEVELS, change.likelihood)),
            ("applications", "Applications", self._many(choices.applications, change.applications)),
            (
                "configuration_items",
                "Configuration items",
                self._many(choices.configuration_items, change.configuration_items),
            ),
            ("owner_id", "Owner", combo(people, change.owner_id)),
            ("requester_id", "Requester", combo(people, change.requester_id)),
            ("team_id", "Team", combo(teams, change.team_id)),
            ("has_date", "", has_date),
            ("deployment_on", "Deployment date", date(change)),
            ("is_date_approved", "", approved),
            (
                "expected_downtime_minutes",
                "Expected downtime",
                DurationEdit(change.expected_downtime_minutes),
            ),
            ("planned_digest", "Digest planned for production (SHA-256)", line(change.planned_digest)),
            ("description", "Description", text_area(change.description, 4)),
            ("backout_plan", "Backout plan", text_area(change.backout_plan, 4)),
            ("verification_plan", "Verification plan", text_area(change.verification_plan, 4)),
            ("labels", "Labels", self._labels(change)),
            ("url", "Address in the source system", line(change.url)),
        ]

    def _many(self, choices: tuple[Any, ...], picked: tuple[int, ...]) -> PickMany:
        field = PickMany(self._theme, [(one.id, one.name) for one in choices], "")
        field.set_picked(picked)
        return field

    def _labels(self, change: Change) -> PickMany:
        field = PickMany(self._theme, [(one, one) for one in change.labels], "", allows_new=True)
        field.set_picked(change.labels)
        return field

    def _add(self, column: QVBoxLayout, name: str, label: str, field: QWidget) -> None:
        if label:
            column.addSpacing(6)
            column.addWidget(PlainLabel(label, "section"))
            field.setAccessibleName(label)
        column.addWidget(field)
        message = PlainLabel("", "error", wraps=True)
        message.hide()
        column.addWidget(message)
        self._fields[name], self._messages[name] = field, message
        when_changed(field, self._edited)

    def _edited(self, *_: object) -> None:
        self._was_edited = True
        self._judge()

    def insist(self) -> None:
        """Show every message, also of fields nobody has touched yet."""
        self._edited()

    def _judge(self) -> None:
        if len(self._fields) == 0 or "url" not in self._fields:
            return
        problems = self.problems()
        is_shown = self._was_edited or (self._change is not None and self._change.id is not None)
        for name, message in self._messages.items():
            problem = problems.get(name, "") if is_shown else ""
            message.setText(problem)
            message.setVisible(bool(problem))
            if bool(self._fields[name].property("invalid")) != bool(problem):
                self._fields[name].setProperty("invalid", bool(problem))
                restyle(self._fields[name])
        self._fields["deployment_on"].setEnabled(bool(value_of(self._fields["has_date"])))
        self.bar.show_state(self.is_dirty, next(iter(problems.values()), ""))

    def refusal(self) -> str:
        """Why what was typed cannot be saved now; empty when it can."""
        if not self.is_dirty:
            return NOTHING_CHANGED
        return next(iter(self.problems().values()), "")

    def save(self) -> None:
        """Have what was typed saved, where something was and nothing is wrong with it; once what is being
        stored is, where something is."""
        if self._change is None or self.refusal():
            return
        if self._sent is not None:
            self._is_asked_again = True
            return
        self._sent = self.wanted()
        self.saved.emit(self._change, self._sent)

    def revert(self) -> None:
        """Show the change as it is stored; what was typed is gone."""
        self._build()
        if self._sent is not None:
            self._sent = self.wanted()
        self._judge()

    def taken(self, change: Change) -> None:
        """What was sent has been stored, as `change` says; what was typed since is kept, not saved yet."""
        sent, is_asked_again = self._sent, self._is_asked_again
        self.not_taken()
        if self._change is None or self._change.id != change.id:
            return
        now = self.wanted()
        names = [name for name in self._fields if name != "has_date"]
        untouched = [name for name in names if sent is None or getattr(now, name) == getattr(sent, name)]
        self._change = change
        self._renew([name for name in untouched if getattr(now, name) != getattr(change, name)])
        self._judge()
        if is_asked_again:
            self.save()

    def not_taken(self) -> None:
        """What was sent has not been stored."""
        self._sent, self._is_asked_again = None, False

    def _renew(self, names: list[str]) -> None:
        """Make some fields anew, as the change is stored; the others keep what they hold, and the cursor."""
        if "deployment_on" in names:
            names = [*names, "has_date"]
        for name, label, field in self._make_fields() if names else ():
            if name not in names:
                field.deleteLater()
                continue
            former = self._fields[name]
            parent = former.parentWidget()
            assert parent is not None
            column = parent.layout()
            assert column is not None
            column.replaceWidget(former, field)
            former.hide()
            former.deleteLater()
            self._fields[name] = field
            field.setAccessibleName(label)
            when_changed(field, self._edited)
