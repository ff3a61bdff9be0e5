"""What a person does on the board: move, edit, record, evaluate; each with its notice and its undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from app.domain.changes import Change
from app.services import changes, placement
from app.services.board_models import BoardView
from app.services.change_panel import Choices, form_choices
from app.services.placement import Placement, PlacementRefusedError, window_text
from app.ui.board.checkpoint_dialog import CheckpointDialog
from app.ui.board.dialogs import NewChangeDialog, many_dialog, move_dialog
from app.ui.board.panel import ChangePanelView
from app.ui.board.window_strip import window_label
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.exceptions.beginnings import offer_exception
from app.ui.submission import close_form, refuse_form, submit_form
from app.ui.widgets import FormDialog


class BoardPage(Protocol):
    """What the verbs ask of the page that shows a board."""

    view: BoardView | None
    panel: ChangePanelView

    def selected_ids(self) -> list[int]:
        """The changes selected, or the one the keyboard is at."""
        ...


class BoardActions:
    """The board's verbs; holds no state of its own but the page it works for.

    `owner` is the widget that dialogs stand on and that results are for.
    """

    def __init__(self, context: DeskContext, page: BoardPage, owner: QWidget) -> None:
        self._context = context
        self._page = page
        self._owner = owner

    def place(self, change_ids: Sequence[int], window_id: int | None) -> None:
        """Move changes into a window (None: intake), as a drop does."""
        self._place(change_ids, window_id, "Moved on the board", None)

    def place_one(self, change_id: int, window_id: int) -> None:
        """Move one change into a window that its panel offered."""
        self.place([change_id], window_id)

    def move_one(self, change_id: int) -> None:
        """Ask where one change goes."""
        self._ask_move([change_id])

    def move_selected(self) -> None:
        """Ask where the selected changes go."""
        change_ids = self._page.selected_ids()
        if not change_ids:
            self._context.notify("Select the changes to move first: Space selects, M moves.")
            return
        self._ask_move(change_ids)

    def _ask_move(self, change_ids: Sequence[int]) -> None:
        view = self._page.view
        if view is None:
            return

        def submit(window_id: int | None, reason: str) -> None:
            self._place(change_ids, window_id, reason, dialog)

        dialog = move_dialog(len(change_ids), view.neighbours, submit, self._owner)
        dialog.open()

    def _place(
        self, change_ids: Sequence[int], window_id: int | None, reason: str, dialog: FormDialog | None
    ) -> None:
        services = self._context.services

        def done(placed: tuple[Placement, ...]) -> None:
            close_form(dialog)
            self.moved(placed)

        def failed(error: Exception) -> None:
            if dialog is not None:
                refuse_form(self._context, dialog, error, "Moving")
            else:
                self._refused(error, change_ids)
            if isinstance(error, PlacementRefusedError) and window_id is not None and len(change_ids) == 1:
                offer_exception(self._context, change_ids[0], window_id, self._owner)

        self._context.perform(
            "Moving changes",
            lambda: placement.place_change(services, list(change_ids), window_id, reason),
            self._owner,
            done,
            failed,
        )

    def moved(self, placed: tuple[Placement, ...]) -> None:
        """Say what was moved, with its undo."""
        if not placed:
            self._context.notify("They stand there already; nothing was moved.")
            return
        what = placed[0].key if len(placed) == 1 else f"{len(placed)} changes"
        where = self._name_of(placed[0].to_window_id)
        self._context.notify(f"{what} moved to {where}.", "met", "Undo", lambda: self._undo(placed))

    def _undo(self, placed: tuple[Placement, ...]) -> None:
        services = self._context.services
        self._context.perform(
            "Undoing the move",
            lambda: placement.restore_placements(services, placed),
            self._owner,
            lambda _done: self._context.notify("The move was taken back.", "met"),
            lambda error: self._context.show_error(error, "Undoing the move"),
        )

    def _refused(self, error: Exception, change_ids: Sequence[int]) -> None:
        if not isinstance(error, PlacementRefusedError):
            self._context.show_error(error, "Moving changes")
            return
        problems = " ".join(error.problems)
        nearest = error.nearest
        if nearest is None:
            self._context.notify(f"{error} {problems}", "not_met", stays=True)
            return
        self._context.notify(
            f"{error} {problems}",
            "not_met",
            f"Move to {window_label(nearest)}",
            lambda: self.place(change_ids, nearest.id),
            stays=True,
        )

    def _name_of(self, window_id: int | None) -> str:
        view = self._page.view
        if window_id is None:
            return "the intake list"
        found = (one.window for one in (view.neighbours if view else ()) if one.window.id == window_id)
        window = next(found, None)
        return window_label(window) if window else "the next window"

    # -- editing -----------------------------------------------------------------------------------

    def edit_selected(self) -> None:
        """Give the selected changes the same values; one change opens its panel."""
        change_ids = self._page.selected_ids()
        if len(change_ids) == 1:
            self._page.panel.show_change(change_ids[0])
            return
        if not change_ids:
            self._context.notify("Select the changes to edit first.")
            return
        self._with_choices(lambda choices: self._open_many(change_ids, choices))

    def _open_many(self, change_ids: Sequence[int], choices: Choices) -> None:
        services = self._context.services

        def done(stored: tuple[Change, ...]) -> None:
            self._context.notify(f"{len(stored)} changes saved.", "met")

        def save(values: dict[str, Any], reason: str) -> None:
            submit_form(
                self._context,
                "Editing changes",
                lambda: changes.edit_changes(services, change_ids, values, reason),
                dialog,
                self._owner,
                done,
            )

        dialog = many_dialog(len(change_ids), choices, save, self._owner)
        dialog.open()

    def new_change(self) -> None:
        """Open the form of a new change."""
        self._with_choices(self._open_new)

    def _open_new(self, choices: Choices) -> None:
        view, services = self._page.view, self._context.services
        window = view.window if view else None
        into = (window.id, window_text(window)) if window is not None and window.id is not None else None

        def done(stored: Change) -> None:
            close_form(dialog)
            self._recorded(stored)

        def failed(error: Exception) -> None:
            if isinstance(error, changes.RecordedOnlyError):  # pressing again would record it twice
                close_form(dialog)
                self._context.announcer.announce(error.touched)
                self._context.notify(str(error), "waived", stays=True)
                self._page.panel.show_change(error.stored.id or 0)
            else:
                refuse_form(self._context, dialog, error, "Recording the change")

        def submit(change: Change) -> None:
            self._context.perform(
                "Recording the change",
                lambda: changes.create_change(services, change),
                self._owner,
                done,
                failed,
            )

        dialog = NewChangeDialog(self._context.theme, choices, into, submit, self._owner)
        dialog.open()

    def _recorded(self, change: Change) -> None:
        change_id, panel = change.id, self._page.panel
        if change_id is None or not panel.is_unsaved:
            self._context.notify(f"{change.key} recorded.", "met")
            if change_id is not None:
                panel.show_change(change_id)
        else:  # what was begun in the panel comes first
            self._context.notify(
                f"{change.key} recorded.", "met", "Open it", lambda: panel.show_change(change_id)
            )

    def _with_choices(self, then: Any) -> None:
        services = self._context.services
        self._context.fetch(
            "Reading the register",
            lambda _control: form_choices(services),
            then,
            self._owner,
            key="board/choices",
        )

    # -- the rest ----------------------------------------------------------------------------------

    def evaluate_checkpoint(self) -> None:
        """Open the evaluation of the next checkpoint that is not frozen."""
        view = self._page.view
        if view is None or view.window is None or view.window.id is None or not view.checkpoints:
            self._context.notify("This window has no checkpoint; its series says which ones there are.")
            return
        point = view.next_checkpoint or view.checkpoints[-1]
        dialog = CheckpointDialog(self._context, view.window.id, view.checkpoints, point.name, self._owner)
        dialog.placed.connect(self.moved)
        dialog.open()

    def commands(self) -> list[Command]:
        """What can be done on the board now."""
        view, panel = self._page.view, self._page.panel
        none = "" if view and view.cards else "There are no changes here."
        no_point = "" if view and view.checkpoints else "This window has no checkpoint."
        unsaved = panel.form.refusal() if not panel.isHidden() else "No change is open in the panel."
        return [
            Command("New change", self.new_change, "Ctrl+N", "Board"),
            Command("Save the change in the panel", panel.save, "Ctrl+S", "Board", unsaved),
            Command("Move changes to another window (M)", self.move_selected, "", "Board", none),
            Command("Edit selected changes", self.edit_selected, "Ctrl+E", "Board", none),
            Command("Evaluate checkpoint (E)", self.evaluate_checkpoint, "", "Board", no_point),
            Command("Import a list", self.import_list, "", "Board"),
            Command("Show the intake list", lambda: self._context.navigate("intake"), "", "Board"),
        ]

    def import_list(self) -> None:
        """Go to the import of lists."""
        self._context.navigate("imports", self._context.selected_window_id)
