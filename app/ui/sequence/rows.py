"""Which rows the sequence screen shows: group headings and activities, filtered, grouped and collapsed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.sequencing.model import Activity, Phase, Sequence

PHASE_TITLES = {
    Phase.PREPARE: "Prepare",
    Phase.DEPLOY: "Deploy",
    Phase.VERIFY: "Verify",
    Phase.CLOSE: "Close",
    Phase.ROLLBACK: "Roll back",
}
NO_HEADING = "no heading"
_BEFORE_CHANGES = (Phase.PREPARE,)


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a group heading (`activity_id` None) or an activity; `number` counts the sequence's rows.

    `group` is the same for a heading and its activities; a heading holds `count` `members`.
    """

    group: str
    title: str
    activity_id: str | None = None
    number: int = 0
    count: int = 0
    members: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str | None]:
        """What makes it the same row after an edit."""
        return self.group, self.activity_id


@dataclass(frozen=True, slots=True)
class Names:
    """How rows name what activities point at."""

    change_title: Callable[[str], str]
    player_name: Callable[[int], str]
    team_name: Callable[[int], str]

    def players(self, activity: Activity) -> str:
        """The players of an activity, or the team somebody of which is needed."""
        if activity.players:
            return ", ".join(self.player_name(person) for person in activity.players)
        return f"one of {self.team_name(activity.team_id)}" if activity.team_id is not None else ""


def make_rows(
    sequence: Sequence,
    names: Names,
    grouping: str,
    needle: str = "",
    collapsed: frozenset[str] = frozenset(),
    wants: Callable[[Activity], bool] | None = None,
) -> list[Row]:
    """The rows to show. `grouping` is "change", "player", "phase", "workstream" or "group" (the plan's own
    headings); `needle` filters by any text of a row and `wants` by anything else.

    An activity of two players shows under both when grouped by player.
    """
    wanted = needle.casefold().strip()
    groups: dict[str, list[Row]] = {}
    titles: dict[str, str] = {}
    for number, activity in enumerate(sequence.rows, start=1):
        if wanted and wanted not in _searchable(activity, names):
            continue
        if wants is not None and not wants(activity):
            continue
        for group, title in _groups_of(activity, names, grouping):
            titles.setdefault(group, title)
            groups.setdefault(group, []).append(Row(group, activity.title, activity.id, number))
    rows: list[Row] = []
    for group in _ordered(groups, grouping):
        members = groups[group]
        ids = tuple(row.activity_id for row in members if row.activity_id is not None)
        rows.append(Row(group, titles[group], count=len(members), members=ids))
        if group not in collapsed:
            rows += members
    return rows


def _searchable(activity: Activity, names: Names) -> str:
    change = names.change_title(activity.change_key) if activity.change_key else ""
    parts = (
        activity.title,
        change,
        activity.phase.value,
        names.players(activity),
        activity.workstream,
        activity.group,
        activity.source_key,
        activity.instructions,
    )
    return " ".join(parts).casefold()


def _groups_of(activity: Activity, names: Names, grouping: str) -> list[tuple[str, str]]:
    if grouping == "player":
        if activity.players:
            return [(f"player {person}", names.player_name(person)) for person in activity.players]
        team = names.team_name(activity.team_id) if activity.team_id is not None else ""
        return [(f"team {activity.team_id}", f"One of {team}")] if team else [("nobody", "Nobody yet")]
    if grouping in ("workstream", "group"):
        heading = activity.workstream if grouping == "workstream" else activity.group
        return [(f"{grouping} {heading}", heading)] if heading else [(NO_HEADING, "Without a heading")]
    if grouping == "change" and activity.change_key:
        return [(f"change {activity.change_key}", names.change_title(activity.change_key))]
    return [(f"phase {activity.phase.value}", PHASE_TITLES[activity.phase])]


def _ordered(groups: Iterable[str], grouping: str) -> list[str]:
    """Preparation first, then changes or players in the order of their first row, closing last."""
    found = list(groups)
    if grouping in ("player", "workstream", "group"):
        last = ("nobody", NO_HEADING)
        return [g for g in found if g not in last] + [g for g in found if g in last]
    first = [f"phase {phase.value}" for phase in _BEFORE_CHANGES]
    phases = [f"phase {phase.value}" for phase in Phase if phase not in _BEFORE_CHANGES]
    middle = [group for group in found if not group.startswith("phase ")]
    return [g for g in (*first, *middle, *phases) if g in found]
