"""The board's other dialogs: choosing a window to move to, editing many changes, a new change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.changes import Change, ChangeClass, ChangeKind, ChangeState
from app.services.board_models import Neighbour
from app.services.change_panel import Choices
from app.ui.board.change_form import ChangeForm, words
from app.ui.board.window_strip import window_label
from app.ui.theme import Theme
from app.ui.widgets import FormDialog, combo
from app.ui.widgets.labels import restyle

_KEEP = ("keep", "Leave as it is")
_INTAKE = "intake"
_NEW_WIDTH, _NEW_HEIGHT = 560, 720


def move_dialog(
    count: int,
    neighbours: Sequence[Neighbour],
    submit: Callable[[int | None, str], None],
    parent: QWidget,
) -> FormDialog:
    """Choose a window (or the intake list) for `count` changes; `submit` gets its id and the reason."""
    from PySide6.QtWidgets import QLineEdit

    choices: list[tuple[object, str]] = [
        (
            one.window.id,
            f"{window_label(one.window)}  ·  {one.load} of {one.window.capacity_deployments}  ·  "
            f"{one.window.title}",
        )
        for one in neighbours
        if not one.is_shown
    ]
    choices.append((_INTAKE, "Intake list (no window)"))
    what = "1 change" if count == 1 else f"{count} changes"

    def take(values: dict[str, Any]) -> None:
        target = values["window"]
        submit(None if target == _INTAKE else int(target), values["reason"])

    dialog = FormDialog(f"Move {what}", "Move", take, parent)
    dialog.add_field("window", "To", combo(choices))
    reason = QLineEdit()
    reason.setPlaceholderText("Kept in the history")
    dialog.add_field("reason", "Reason", reason)
    return dialog


def many_dialog(
    count: int, choices: Choices, submit: Callable[[dict[str, Any], str], None], parent: QWidget
) -> FormDialog:
    """Give `count` changes the same values; `submit` gets only the fields that were chosen."""
    from PySide6.QtWidgets import QLineEdit

    people: list[tuple[object, str]] = [_KEEP, *((one.id, one.name) for one in choices.people)]
    teams: list[tuple[object, str]] = [_KEEP, *((one.id, one.name) for one in choices.teams)]
    levels: list[tuple[object, str]] = [_KEEP, *((level, str(level)) for level in range(1, 6))]
    approvals: list[tuple[object, str]] = [_KEEP, (True, "Approved"), (False, "Not approved")]
    ends = (ChangeState.WITHDRAWN, ChangeState.DEFERRED, ChangeState.INTAKE)
    states: list[tuple[object, str]] = [_KEEP, *((one, words(one)) for one in ends)]

    def take(values: dict[str, Any]) -> None:
        reason = values.pop("reason")
        submit({name: held for name, held in values.items() if held != _KEEP[0]}, reason)

    dialog = FormDialog(f"Edit {count} changes", "Save all", take, parent, intro="All are changed, or none.")
    dialog.add_field("owner_id", "Owner", combo(people))
    dialog.add_field("team_id", "Team", combo(teams))
    dialog.add_field("kind", "Kind", combo([_KEEP, *((one, words(one)) for one in ChangeKind)]))
    dialog.add_field("change_class", "Class", combo([_KEEP, *((one, words(one)) for one in ChangeClass)]))
    dialog.add_field("impact", "Impact (1-5)", combo(levels))
    dialog.add_field("likelihood", "Likelihood (1-5)", combo(levels))
    dialog.add_field("is_date_approved", "Deployment date", combo(approvals))
    dialog.add_field("state", "State", combo(states))
    dialog.add_field("reason", "Reason", QLineEdit())
    return dialog


class NewChangeDialog(FormDialog):
    """The form of a new change; hands the change to `submit` and waits for `accept` or `refuse`."""

    def __init__(
        self,
        theme: Theme,
        choices: Choices,
        window: tuple[int, str] | None,
        submit: Callable[[Change], None],
        parent: QWidget,
    ) -> None:
        super().__init__("New change", "Record change", None, parent)
        self._submit_change, self._window = submit, window
        self.form = ChangeForm(theme, self)
        self.form.show_change(Change(key="", title=""), choices)
        self.into = QCheckBox(f"Put it into {window[1]}" if window else "")
        self.into.setChecked(window is not None)
        self.into.setVisible(window is not None)
        holder = self._fields
        holder.addWidget(self.into)
        holder.addWidget(self.form)
        self.resize(_NEW_WIDTH, _NEW_HEIGHT)

    def _ok_clicked(self) -> None:
        problems = self.form.problems()
        if problems:
            name, text = next(iter(problems.items()))
            self.form.insist()
            self.refuse(text)
            field = self.form.field(name)
            field.setFocus()
            restyle(field)
            return
        change = self.form.wanted()
        if self._window is not None and self.into.isChecked():
            from dataclasses import replace

            change = replace(change, window_id=self._window[0])
        self._submit_change(change)

    def showEvent(self, event: Any) -> None:
        """Start at the title."""
        super().showEvent(event)
        self.form.field("title").setFocus()
