"""The keys of the night: one list that the buttons, the keyboard and the command palette go by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from app.sequencing.night import Act
from app.services.night.models import NightView
from app.ui.commands import Command
from app.ui.night.actions import NightActions
from app.ui.night.offer import NightOffer
from app.ui.times import instant_text
from app.ui.widgets import Chip, FlowLayout, button, plain_tooltip, set_refusal


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its letter, the button's word, the whole command, what it does and why it cannot."""

    letter: str
    word: str
    label: str
    run: Callable[[], None]
    problem: Callable[[], str]
    kind: str = "secondary"


def night_keys(do: NightActions) -> list[Key]:
    """The keys in the order of the buttons."""

    def why(act: Act) -> Callable[[], str]:
        return lambda: do.problem(act)

    always = why(Act.NOTE)
    return [
        Key("S", "Start", "Start the activity", do.start, why(Act.START), "primary"),
        Key("F", "Finish", "Finish the activity", do.finish, why(Act.FINISH)),
        Key("X", "Fail", "The activity failed", do.fail, why(Act.FAIL)),
        Key("K", "Skip", "Skip the activity", do.skip, why(Act.SKIP)),
        Key("H", "Hand over", "Hand over to a stand-in", do.hand_over, why(Act.HAND_OVER)),
        Key("R", "Roll back", "Roll back the change", do.roll_back, why(Act.ROLL_BACK), "danger"),
        Key("G", "Go", "Decide go", do.go, why(Act.GO)),
        Key("N", "No-go", "Decide no-go", do.no_go, why(Act.NO_GO)),
        Key("B", "Backdate", "Backdate the next entry", do.backdate, always),
        Key("T", "Note", "Write a note", do.note, always),
        Key("P", "Re-plan", "Re-plan with the least disturbance", do.replan, why(Act.REPLAN)),
        Key("C", "Copy status", "Copy the status for the chat", do.copy_status, lambda: _open(do)),
    ]


def night_commands(do: NightActions, export: Callable[[], None], offer: NightOffer) -> list[Command]:
    """The commands of the screen, each with its key; `offer` knows why a night cannot begin."""
    if do.view is None:
        return [
            Command("Begin the night", do.begin, "Ctrl+Return", "Night", _refused(offer.begin)),
            Command("Begin a rehearsal", do.rehearse, "", "Night", _refused(offer.rehearse)),
        ]
    made = [Command(key.label, key.run, key.letter, "Night", key.problem()) for key in night_keys(do)]
    ending, end, problem = closing(do)
    return [
        *made,
        Command("Export the log", export, "Ctrl+E", "Night"),
        Command(ending.removesuffix("…"), end, "Ctrl+Return", "Night", problem),
        Command("Begin a rehearsal", do.rehearse, "", "Night"),
        *_other_runs(do, do.view),
    ]


def closing(do: NightActions) -> tuple[str, Callable[[], None], str]:
    """What comes after this run: its end, or the night after a rehearsal; the word, the act and why not."""
    view = do.view
    if view is not None and view.is_over and not any(not run.is_rehearsal for run in view.runs):
        return "Begin the night", do.begin, ""
    is_rehearsal = view is not None and view.run.is_rehearsal
    return "End the rehearsal" if is_rehearsal else "Close the window…", do.end, do.problem(Act.END)


def _other_runs(do: NightActions, view: NightView) -> list[Command]:
    """One command for each other run of the window, to look at it."""
    return [
        Command(
            f"Show the {'rehearsal' if run.is_rehearsal else 'night'} begun "
            f"{instant_text(run.begun_at, view.window.zone_name)}",
            partial(do.open_run, run.run_id),
            "",
            "Night",
        )
        for run in view.runs
        if run.run_id != view.run_id
    ]


class KeyRow(QWidget):
    """The buttons of the night with their letters; a button says why it cannot be pressed."""

    def __init__(self, do: NightActions, export: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._do = do
        self._made: list[tuple[QPushButton, Key]] = []
        flow = FlowLayout(self)
        for key in night_keys(do):
            made = button(f"{key.word}  {key.letter}", key.run, key.kind)
            made.setAccessibleName(key.label)
            self._made.append((made, key))
            if key.letter == "C":
                self.copy = made
            else:
                flow.addWidget(made)
        self.export = button("Export log…", export)
        self.end = button("Close the window…", lambda: closing(do)[1]())
        self._backdated = Chip("", "waived")
        self._backdated.hide()
        flow.addWidget(self._backdated)

    def refresh(self) -> None:
        """Say of each button whether it can be pressed now."""
        for made, key in self._made:
            problem = key.problem()
            set_refusal(made, problem)
            if not problem:
                made.setToolTip(plain_tooltip(f"{key.label} ({key.letter})"))
        word, _run, problem = closing(self._do)
        self.end.setText(word)
        self.end.setAccessibleName(word)
        set_refusal(self.end, problem)

    def show_backdating(self, words: str) -> None:
        """Say that the next entry is backdated."""
        self._backdated.setVisible(bool(words))
        self._backdated.show_state(words, "waived", "Press B to enter it as of now instead.")


def _open(do: NightActions) -> str:
    return "" if do.view is not None else "No night is open."


def _refused(made: QPushButton) -> str:
    return "" if made.isEnabled() else made.toolTip()
