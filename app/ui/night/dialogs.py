"""The questions of the night: when it happened, who takes over, what goes back, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.register import Person
from app.sequencing.clock import WindowClock, parse_clock
from app.sequencing.errors import ClockTextError
from app.sequencing.model import Activity
from app.sequencing.night import Choice
from app.sequencing.night_rollback import RollbackQuestion
from app.sequencing.night_words import Result
from app.services.night.models import NightView
from app.ui.times import duration_text, parse_minutes
from app.ui.widgets import FormDialog, combo, text_area

CHOICE_WORDS = {
    Choice.ROLL_BACK: "roll it back too",
    Choice.LEAVE_OUT: "leave out what has not begun",
    Choice.KEEP: "keep it as it is",
}
RESULT_WORDS = {
    Result.DEPLOYED: "deployed",
    Result.ROLLED_BACK: "rolled back",
    Result.FAILED: "failed",
    Result.NOT_DEPLOYED: "not deployed, deferred",
}


def happened_at(text: str, view: NightView, now: datetime) -> datetime:
    """The instant that "10" or "10 min" (ago), or "23:40" on the window's clocks, means in a night.

    Raises ValueError saying what may be typed.
    """
    minutes = parse_minutes(text) if ":" not in text else None
    if minutes is not None:
        return now - timedelta(minutes=minutes)
    clock = WindowClock(view.run.zero_at, view.window.zone_name, view.sequence.window_minutes)
    try:
        return view.run.instant(parse_clock(text, clock).minute)
    except ClockTextError as error:
        raise ValueError("Type minutes ago, such as 10, or a time, such as 23:40.") from error


class BackdateDialog(FormDialog):
    """Asks when the next entry happened; `chosen` takes the instant."""

    def __init__(
        self, view: NightView, now: datetime, chosen: Callable[[datetime], None], parent: QWidget
    ) -> None:
        super().__init__(
            "When did it happen?", "Enter it then", parent=parent,
            intro="The next entry is written with this time; the log shows when it was entered too.",
        )  # fmt: skip
        self._view, self._now, self._chosen = view, now, chosen
        self.when = QLineEdit("10")
        self.add_field("when", "Minutes ago, or the time", self.when, required=True, check=self._check)
        self.when.selectAll()
        self.accepted.connect(self._tell)

    def _check(self, text: str) -> str:
        try:
            instant = happened_at(text, self._view, self._now)
        except ValueError as error:
            return str(error)
        return "That is still to come." if instant > self._now else ""

    def _tell(self) -> None:
        self._chosen(happened_at(self.when.text(), self._view, self._now))


class HandOverDialog(FormDialog):
    """Asks who hands an activity to whom; `chosen` takes both ids and the reason."""

    def __init__(
        self,
        view: NightView,
        activity: Activity,
        chosen: Callable[[int | None, int, str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(f"Hand over “{activity.title}”", "Hand over", parent=parent)
        self._chosen = chosen
        players: list[tuple[object, str]] = [
            (person, view.surroundings.person_name(person)) for person in activity.players
        ]
        self.add_field("person", "From", combo(players or [(None, "nobody named yet")], None, "From"))
        self.stand_in = combo(_stand_ins(view, activity), None, "To")
        self.add_field("stand_in", "To", self.stand_in, hint="People of the same team come first.")
        self.add_field("reason", "Why, if it matters", QLineEdit())
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        values = self.values()
        self._chosen(values["person"], values["stand_in"], values["reason"])


def _stand_ins(view: NightView, activity: Activity) -> list[tuple[object, str]]:
    teams = {person.id: person.team_id for person in view.people}
    wanted = {activity.team_id, *(teams.get(player) for player in activity.players)} - {None}
    names = {team.id: team.name for team in view.teams}

    def place(person: Person) -> tuple[bool, str]:
        return person.team_id not in wanted, person.name.casefold()

    return [
        (person.id, f"{person.name} ({names[person.team_id]})" if person.team_id in names else person.name)
        for person in sorted(view.people, key=place)
        if person.id not in activity.players and not person.is_archived
    ]


class ChangeDialog(FormDialog):
    """Asks which change is rolled back; `chosen` takes its key."""

    def __init__(
        self, view: NightView, keys: list[str], chosen: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__("Roll back which change?", "Go on", parent=parent)
        changes: list[tuple[object, str]] = [
            (key, f"{key} {view.change_titles.get(key, '')}".strip()) for key in keys
        ]
        self.change = combo(changes, None, "Change")
        self.add_field("change", "Change", self.change, required=True)
        self.accepted.connect(lambda: chosen(self.change.currentData()))


class RollbackDialog(FormDialog):
    """Says what a rollback brings in and asks about each dependant; `chosen` takes choices and reason."""

    def __init__(
        self,
        view: NightView,
        question: RollbackQuestion,
        chosen: Callable[[Mapping[str, Choice], str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(
            f"Roll back {question.change_key}", f"Roll back {question.change_key}", parent=parent,
            intro=_rollback_words(view, question),
        )  # fmt: skip
        self._chosen, self._question = chosen, question
        for dependant in question.dependants:
            title = view.change_titles.get(dependant.change_key, "")
            begun = "has begun" if dependant.has_begun else "has not begun"
            choices: list[tuple[object, str]] = [(one, CHOICE_WORDS[one]) for one in dependant.choices]
            self.add_field(
                dependant.change_key,
                f"{dependant.change_key} {title}".strip(),
                combo(choices, dependant.proposed, dependant.change_key),
                hint=f"Stands on {question.change_key} and {begun}"
                + (
                    f"; its rollback takes {duration_text(dependant.rollback_minutes)}."
                    if dependant.has_begun
                    else "."
                ),
            )
        self.add_field("reason", "Why", text_area(lines=2), required=True)
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        values = self.values()
        choices = {one.change_key: Choice(values[one.change_key]) for one in self._question.dependants}
        self._chosen(choices, values["reason"])


def _rollback_words(view: NightView, question: RollbackQuestion) -> str:
    steps = len(question.steps)
    lines = [
        f"{steps} rollback {'step comes' if steps == 1 else 'steps come'} in, "
        f"{duration_text(question.rollback_minutes)} together."
        if steps
        else "No rollback steps are planned for it; note in the log what is done."
    ]
    if question.stopped:
        several = len(question.stopped) > 1
        lines.append(
            f"{len(question.stopped)} of its steps have not begun and are skipped."
            if several
            else f"“{question.stopped[0].title}” has not begun and is skipped."
        )
    if question.waiting:
        lines.append(f"“{question.waiting[0].title}” waits for it" + (
            f", and {len(question.waiting) - 1} more." if len(question.waiting) > 1 else "."))  # fmt: skip
    ends = view.surroundings.describe(question.finish)
    lines.append(
        f"It can end at {ends}, within the window."
        if question.fits
        else f"It ends at {ends} at the soonest, after the window's end: its point of no return has passed."
    )
    return "\n".join(lines)


class CloseDialog(FormDialog):
    """Asks for the result of each change; `chosen` takes results by key and the reason."""

    def __init__(
        self,
        view: NightView,
        found: Mapping[str, Result],
        problem: str,
        chosen: Callable[[Mapping[str, Result], str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(
            f"Close {view.window.title}", "Close the window", parent=parent,
            intro="These are the results as the log tells them. The changes take them over, and the log is "
            "a record from then on.",
        )  # fmt: skip
        self._chosen, self._keys = chosen, tuple(found)
        everything: list[tuple[object, str]] = list(RESULT_WORDS.items())
        for key, result in found.items():
            title = view.change_titles.get(key, "")
            self.add_field(key, f"{key} {title}".strip(), combo(everything, result, key))
        self.reason = text_area(lines=2)
        self.add_field(
            "reason", "Reason", self.reason, required=bool(problem),
            hint=problem or "Owed where a result differs from the log's.",
        )  # fmt: skip
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        values = self.values()
        self._chosen({key: Result(values[key]) for key in self._keys}, values["reason"])


class NoteDialog(FormDialog):
    """Asks for a line of the log; `chosen` takes it."""

    def __init__(self, about: str, chosen: Callable[[str], None], parent: QWidget) -> None:
        super().__init__("Note in the log", "Write", parent=parent, intro=about)
        self._chosen = chosen
        self.text = QLineEdit()
        self.add_field("text", "What happened", self.text, required=True)
        self.accepted.connect(lambda: self._chosen(self.text.text().strip()))
