"""Requirements and what resolves them, in the user's words: titles, names and times of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.sequencing.model import LinkKind, Sequence
from app.sequencing.suggesting.requirements import Requirement, RequirementKind
from app.sequencing.surroundings import Surroundings
from app.sequencing.why_not.relief import Relief

_KIND = RequirementKind
_LINKS = {
    LinkKind.FINISH_START: "“{after}” starts after “{before}” ends",
    LinkKind.START_START: "“{after}” starts after “{before}” starts",
    LinkKind.FINISH_FINISH: "“{after}” ends after “{before}” ends",
    LinkKind.START_FINISH: "“{after}” ends after “{before}” starts",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Says requirements and reliefs of one sequence."""

    sequence: Sequence
    surroundings: Surroundings

    def requirement(self, one: Requirement) -> str:
        """What is asked, as a sentence."""
        said: dict[RequirementKind, Callable[[], str]] = {
            _KIND.WINDOW_START: lambda: f"Nothing starts before {self._at(one.minute)}.",
            _KIND.WINDOW_END: lambda: f"The window ends at {self._at(one.minute)}.",
            _KIND.EARLIEST_START: lambda: f"{self._first(one)} starts at {self._at(one.minute)} or later.",
            _KIND.FIXED_START: lambda: f"{self._first(one)} is fixed at {self._at(one.minute)}.",
            _KIND.KEPT_PLACE: lambda: f"{self._first(one)} stays at {self._at(one.minute)}.",
            _KIND.DEADLINE: lambda: f"{self._first(one)} ends by {self._at(one.minute)}.",
            _KIND.NO_RETURN: lambda: self._no_return(one),
            _KIND.LINK: lambda: self._link(one),
            _KIND.FREEZE: lambda: (
                f"The freeze “{one.what}” lasts from {self._at(one.minute)} to {self._at(one.until)}."
            ),
            _KIND.ABSENCE: lambda: (
                f"{self._person(one)} is {one.what} from {self._at(one.minute)} to {self._at(one.until)}."
            ),
            _KIND.ONE_AT_A_TIME: lambda: f"{self._person(one)} does one thing at a time.",
            _KIND.ONE_OF_TEAM: lambda: self._team(one),
            _KIND.EXCLUSIVE_ITEM: lambda: f"{self._item(one)} is held by one change at a time.",
            _KIND.ITEM_CAPACITY: lambda: f"{self._item(one)} has {one.minute or 0} units for use at once.",
        }
        return said[one.kind]()

    def resolution(self, one: Requirement, relief: Relief) -> str:
        """What would resolve the contradiction at this requirement, in a few words."""
        said: dict[RequirementKind, Callable[[], str]] = {
            _KIND.WINDOW_START: lambda: f"start {relief.minutes} min earlier",
            _KIND.WINDOW_END: lambda: f"window {relief.minutes} min longer",
            _KIND.EARLIEST_START: lambda: f"{self._first(one)} {relief.minutes} min earlier",
            _KIND.FIXED_START: lambda: f"{self._first(one)} at {self._at(relief.start)} instead",
            _KIND.KEPT_PLACE: lambda: f"{self._first(one)} at {self._at(relief.start)} instead",
            _KIND.DEADLINE: lambda: f"deadline {relief.minutes} min later",
            _KIND.NO_RETURN: lambda: (
                f"rollback of {one.change_key} {relief.minutes} min shorter, or window so much longer"
            ),
            _KIND.LINK: lambda: self._relaxed_link(one, relief),
            _KIND.FREEZE: lambda: f"an exception for {self._titles(relief)}",
            _KIND.ABSENCE: lambda: f"{self._person(one)} there {self._span(relief)}",
            _KIND.ONE_AT_A_TIME: lambda: (
                f"somebody else for {self._titles(relief)} from {self._at(relief.start)}"
            ),
            _KIND.ONE_OF_TEAM: lambda: (
                f"one more of {self.surroundings.team_name(one.team_id or 0)} "
                f"from {self._at(relief.start)} to {self._at(relief.finish)}"
            ),
            _KIND.EXCLUSIVE_ITEM: lambda: f"{self._titles(relief)} sharing {self._item(one)}",
            _KIND.ITEM_CAPACITY: lambda: f"{relief.units} more of {self._item(one)}",
        }
        return said[one.kind]()

    def path(self, ids: list[str]) -> str:
        """Steps one after the other, told as one."""
        minutes = sum(self.sequence.activity(activity_id).duration_minutes for activity_id in ids)
        return f"{' → '.join(self._title(one) for one in ids)} follow one another ({minutes} min of work)."

    def _link(self, one: Requirement) -> str:
        before, after = (self.sequence.activity(activity_id).title for activity_id in one.activity_ids)
        said = _LINKS[one.link_kind or LinkKind.FINISH_START].format(before=before, after=after)
        lag = one.lag_minutes
        return f"{said}{f', {lag} min later' if lag > 0 else f', or {-lag} min sooner' if lag else ''}."

    def _no_return(self, one: Requirement) -> str:
        point = f"{one.change_key} is verified by its point of no return, {self._at(one.minute)}"
        return f"{point}, which leaves time to roll back {one.what} before it." if one.what else f"{point}."

    def _relaxed_link(self, one: Requirement, relief: Relief) -> str:
        return (
            f"{self._title(one.activity_ids[1])} {relief.minutes} min sooner than that, or the steps shorter"
        )

    def _team(self, one: Requirement) -> str:
        members = self.surroundings.members_of(one.team_id or 0)
        names = ", ".join(self.surroundings.person_name(person_id) for person_id in members[:4])
        more = f" and {len(members) - 4} more" if len(members) > 4 else ""
        return f"{self.surroundings.team_name(one.team_id or 0)}: {names}{more}, one thing at a time each."

    def _at(self, minute: int | None) -> str:
        return self.surroundings.describe(minute or 0)

    def _span(self, relief: Relief) -> str:
        return f"from {self._at(relief.start)} to {self._at(relief.finish)}"

    def _title(self, activity_id: str) -> str:
        return f"“{self.sequence.activity(activity_id).title}”"

    def _first(self, one: Requirement) -> str:
        return self._title(one.activity_ids[0])

    def _titles(self, relief: Relief) -> str:
        shown = [self._title(activity_id) for activity_id in relief.activity_ids[:3]]
        more = len(relief.activity_ids) - len(shown)
        return ", ".join(shown) + (f" and {more} more" if more else "")

    def _person(self, one: Requirement) -> str:
        return self.surroundings.person_name(one.person_id or 0)

    def _item(self, one: Requirement) -> str:
        return self.surroundings.ci_name(one.ci_id or 0)
