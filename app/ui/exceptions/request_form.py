"""The form of a request: its kind decides what it asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.exceptions import ExceptionKind, ExceptionRequest, RequestState
from app.domain.time_words import moment_words, span_words
from app.domain.windows import Freeze, FreezeStrength, MaintenanceWindow, WindowState
from app.services.exception_beginning import Beginning, begin, changes_to_offer
from app.services.exceptions.reading import ExceptionChoices, choices, windows_ahead
from app.services.workplace import Workplace
from app.ui.context import DeskContext
from app.ui.exceptions.beginnings import NewException
from app.ui.exceptions.fields import ChangePicker
from app.ui.exceptions.words import MOST_KEY, roles_words
from app.ui.texts import one_line
from app.ui.widgets import FormDialog, PickMany, combo, text_area

Submit = Callable[[ExceptionRequest], None]
_WIDTH = 640
_LATE_FIELDS = ("checkpoint_name", "criteria")


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What the form offers: changes, windows ahead, people, freezes; and what it begins with."""

    request: ExceptionRequest
    change_label: str
    changes: tuple[tuple[int, str], ...]
    windows: tuple[MaintenanceWindow, ...]
    choices: ExceptionChoices


def facts_of_new(workplace: Workplace, new: NewException | None, window_id: int | None) -> FormFacts:
    """What a new request begins with; without a change named, the window's changes are offered."""
    beginning: Beginning | None = None
    if new is not None:
        beginning = begin(workplace, new.change_id, new.window_id, new.checkpoint_name)
    blank = ExceptionRequest(0, ExceptionKind.LATE, 0, 0, window_id)
    request = beginning.request if beginning else blank
    offered = (
        ((request.change_id, beginning.change_label),)
        if beginning
        else changes_to_offer(workplace, window_id)
    )
    found = choices(workplace, request.window_id)
    own = next((one.id for one in found.people if one.name == workplace.actor), None)
    request = replace(request, requested_by_id=own or request.requested_by_id)
    label = beginning.change_label if beginning else ""
    return FormFacts(request, label, offered, windows_ahead(workplace), found)


def facts_of_request(workplace: Workplace, request: ExceptionRequest, change_label: str) -> FormFacts:
    """What the form of an existing request offers."""
    found = choices(workplace, request.window_id)
    offered = ((request.change_id, change_label),)
    return FormFacts(request, change_label, offered, windows_ahead(workplace), found)


class RequestForm(FormDialog):
    """Asks what a kind of exception needs; a draft may be incomplete."""

    def __init__(
        self, context: DeskContext, facts: FormFacts, submit: Submit, parent: QWidget | None = None
    ) -> None:
        request = facts.request
        is_new = request.id is None
        super().__init__(
            "New exception"
            if is_new
            else f"Exception for {one_line(facts.change_label.split('  ')[0], MOST_KEY)}",
            "Save draft" if request.state is RequestState.DRAFT else "Save",
            lambda values: submit(self.request_of(values)),
            parent,
            intro=_intro(request),
            width=_WIDTH,
        )
        self._context, self._facts = context, facts
        self._criteria = facts.choices.criteria
        self._named: int | None = None
        self.change = ChangePicker(context, facts.changes, request.change_id or None)
        self.change.setReadOnly(not is_new)
        self.kind = combo([(kind, kind.words) for kind in ExceptionKind], request.kind)
        self.kind.setEnabled(is_new)
        self.target = combo(_windows(facts.windows, request.window_id), request.window_id)
        self.checkpoint = QComboBox()
        self.criteria = PickMany(context.theme, (), "Criteria to waive")
        self._add_fields(request)
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        self.target.currentIndexChanged.connect(self._window_chosen)
        self.checkpoint.currentIndexChanged.connect(self._offer_criteria)
        self._offer_checkpoints(request.checkpoint_name)
        self.criteria.set_picked([code for code in request.criteria if code in self._codes()])
        self._kind_chosen()
        if not request.change_id:
            self.change.value_changed.connect(self._change_named)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the words where the change is settled."""
        super().showEvent(event)
        if self.change.field_value() is not None:
            self.field("reason").setFocus()

    def request_of(self, values: dict[str, Any]) -> ExceptionRequest:
        """The request as the fields say it; what its kind does not ask is left empty."""
        kind = ExceptionKind(values["kind"])
        is_late, is_freeze = kind is ExceptionKind.LATE, kind is ExceptionKind.FREEZE
        return replace(
            self._facts.request,
            change_id=values["change_id"],
            kind=kind,
            requested_by_id=values["requested_by_id"],
            window_id=values["window_id"],
            checkpoint_name=(values["checkpoint_name"] or "") if is_late else "",
            criteria=tuple(values["criteria"]) if is_late else (),
            freeze_id=values["freeze_id"] if is_freeze else None,
            reason=values["reason"],
            risk_of_doing=values["risk_of_doing"],
            risk_of_not_doing=values["risk_of_not_doing"],
            test_statement=values["test_statement"],
        )

    def _add_fields(self, request: ExceptionRequest) -> None:
        self.add_field("change_id", "Change", self.change, required=True)
        self.add_field("kind", "What is asked", self.kind)
        self.add_field("window_id", "Window", self.target)
        self.add_field("checkpoint_name", "Checkpoint passed late", self.checkpoint)
        self.add_field("criteria", "Criteria to waive", self.criteria, hint="Those the change does not meet.")
        freezes = [(one.id, _freeze(one)) for one in self._facts.choices.freezes if _may_enter(one)]
        self.add_field(
            "freeze_id",
            "Freeze entered",
            combo([*freezes] or [(None, "No freeze that takes exceptions lies ahead")], request.freeze_id),
            hint="Nothing enters a hard freeze; it is not listed.",
        )
        for key, label, text in (
            ("reason", "Why it is needed", request.reason),
            ("risk_of_doing", "What can go wrong if it is done", request.risk_of_doing),
            ("risk_of_not_doing", "What happens if it is not done", request.risk_of_not_doing),
            ("test_statement", "What was tested, what was left out, who tests in the time left",
             request.test_statement),
        ):  # fmt: skip
            self.add_field(key, label, text_area(text, 2))
        people = [(one.id, one.name) for one in self._facts.choices.people]
        requester = combo([(None, "Choose who asks"), *people], request.requested_by_id or None)
        requester.setEnabled(request.id is None)
        self.add_field(
            "requested_by_id",
            "Asked by",
            requester,
            required=True,
            hint="Whoever asks does not sign.",
        )

    def _kind_chosen(self) -> None:
        kind = ExceptionKind(self.kind.currentData())
        for key in _LATE_FIELDS:
            self.show_field(key, kind is ExceptionKind.LATE)
        self.show_field("freeze_id", kind is ExceptionKind.FREEZE)
        policy = next((one for one in self._facts.choices.policies if one.kind is kind), None)
        if policy is not None:
            self.kind.setToolTip(f"Signed by {roles_words(policy.roles, policy.is_ordered)}")

    def _window_chosen(self) -> None:
        services, window_id = self._context.services, self.target.currentData()
        self._context.fetch(
            "Reading the checkpoints",
            lambda _control: choices(services, window_id),
            self._show_choices,
            self,
            key="exceptions/choices",
        )

    def _show_choices(self, found: ExceptionChoices) -> None:
        self._criteria = found.criteria
        self._offer_checkpoints(str(self.checkpoint.currentData() or ""))

    def _change_named(self, change_id: int | None) -> None:
        if change_id is None or change_id == self._named:
            return
        self._named = change_id
        services, window_id = self._context.services, self.target.currentData()
        self._context.fetch(
            "Looking at the change",
            lambda _control: begin(services, change_id, window_id),
            self._begin_with,
            self,
            key="exceptions/begin",
        )

    def _begin_with(self, beginning: Beginning) -> None:
        """Take over what the change needs, as far as it is known; all of it can be chosen otherwise."""
        wanted = beginning.request
        if not beginning.is_of_use:
            return
        self.kind.setCurrentIndex(max(self.kind.findData(wanted.kind), 0))
        self.checkpoint.setCurrentIndex(max(self.checkpoint.findData(wanted.checkpoint_name), 0))
        self.criteria.set_picked([code for code in wanted.criteria if code in self._codes()])
        freeze = self.field("freeze_id")
        if isinstance(freeze, QComboBox) and wanted.freeze_id is not None:
            freeze.setCurrentIndex(max(freeze.findData(wanted.freeze_id), 0))

    def _offer_checkpoints(self, chosen: str) -> None:
        self.checkpoint.clear()
        for name in self._criteria:
            self.checkpoint.addItem(name, name)
        if not self._criteria:
            self.checkpoint.addItem("This window has no checkpoint", "")
        self.checkpoint.setCurrentIndex(max(self.checkpoint.findData(chosen), 0))
        self._offer_criteria()

    def _offer_criteria(self) -> None:
        specs = self._criteria.get(str(self.checkpoint.currentData() or ""), ())
        self.criteria.set_choices([(spec.code, spec.label) for spec in specs])

    def _codes(self) -> set[str]:
        return {spec.code for spec in self._criteria.get(str(self.checkpoint.currentData() or ""), ())}


def _intro(request: ExceptionRequest) -> str:
    if request.state is RequestState.REQUESTED:
        return "Its signatures were asked for. A change of any word here voids those given so far."
    return "A draft may be incomplete; everything is needed once its signatures are asked for."


def _windows(windows: tuple[MaintenanceWindow, ...], kept: int | None) -> list[tuple[object, str]]:
    found: list[tuple[object, str]] = [
        (one.id, f"{one.title}, {moment_words(one.starts_at, one.zone_name)}")
        for one in windows
        if one.state is not WindowState.CANCELLED
    ]
    if kept is not None and all(window_id != kept for window_id, _ in found):
        found.insert(0, (kept, "The window it was asked for"))
    return [*found, (None, "No window")] if found else [(None, "No window lies ahead")]


def _may_enter(freeze: Freeze) -> bool:
    return freeze.strength is FreezeStrength.WITH_SIGNATURES


def _freeze(freeze: Freeze) -> str:
    return f"{freeze.title}, {span_words(freeze.starts_at, freeze.ends_at, freeze.zone_name)}"
