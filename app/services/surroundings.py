"""What a window's sequence meets, turned from records with instants into minutes of the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.dependencies import ci_closure
from app.domain.register import Person
from app.domain.windows import Freeze, FreezeStrength, MaintenanceWindow
from app.sequencing.surroundings import CiInfo, PersonInfo, Surroundings, Unavailability
from app.sequencing.surroundings import Freeze as SequenceFreeze
from app.store.queries.sequence import SequenceFacts

_A_DAY = 24 * 60
_HALF_A_DAY = 12 * 60
_DAYS_BY_NAME = 3
"""So many days around the window's start, a day's name alone means one day."""


def window_minutes(window: MaintenanceWindow) -> int:
    """The window's true length in minutes, whatever the clocks do meanwhile."""
    return minutes_between(window.starts_at, window.ends_at)


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes from one instant to another."""
    return int((end - start) / timedelta(minutes=1))


def describe_minutes(window: MaintenanceWindow) -> Callable[[int], str]:
    """A function that says a minute of the window as local clock time.

    The day is named where the clock alone could mean another minute: in a window of more than a day, and
    more than half a day outside of it: by its name where it is near ("Tue 00:00"), else with its date
    ("Tue 24 Nov 00:00").
    """
    zone, length = ZoneInfo(window.zone_name), window_minutes(window)

    def describe(minute: int) -> str:
        local = (window.starts_at + timedelta(minutes=minute)).astimezone(zone)
        is_clear = -_HALF_A_DAY <= minute <= length + _HALF_A_DAY
        is_clear &= not 0 <= minute - _A_DAY <= length and not 0 <= minute + _A_DAY <= length
        if is_clear:
            return f"{local:%H:%M}"
        is_near = -_DAYS_BY_NAME * _A_DAY <= minute <= _DAYS_BY_NAME * _A_DAY
        return f"{local:%a %H:%M}" if is_near else f"{local:%a} {local.day} {local:%b %H:%M}"

    return describe


def surroundings(window: MaintenanceWindow, facts: SequenceFacts) -> Surroundings:
    """The surroundings of a window's sequence. Working at night is the players' trade, so only absences
    make a person unavailable here."""
    developers = frozenset(team.id for team in facts.teams if team.is_development and team.id is not None)
    return Surroundings(
        people={person.id or 0: _person(window, person, developers) for person in facts.people},
        cis={item.id or 0: CiInfo(item.name, item.capacity) for item in facts.configuration_items},
        ci_closure=ci_closure(facts.configuration_items),
        freezes=tuple(_freeze(window, freeze, facts) for freeze in facts.freezes),
        team_names={team.id or 0: team.name for team in facts.teams},
        developer_team_ids=developers,
        describe=describe_minutes(window),
    )


def _person(window: MaintenanceWindow, person: Person, developers: frozenset[int]) -> PersonInfo:
    zone = ZoneInfo(person.zone_name)
    away = []
    for absence in person.absences:
        first = datetime.combine(absence.first_day, time(), zone)
        last = datetime.combine(absence.last_day + timedelta(days=1), time(), zone)
        start, finish = minutes_between(window.starts_at, first), minutes_between(window.starts_at, last)
        if finish > -24 * 60 and start < window_minutes(window):
            away.append(Unavailability(start, finish, absence.reason or "absent"))
    is_developer = person.team_id in developers
    return PersonInfo(person.name, person.team_id, tuple(away), is_developer, _day_minutes(person))


def _day_minutes(person: Person) -> int | None:
    """The length of a person's working day in minutes; None where its hours say nothing."""
    first, last = person.work_from, person.work_until
    minutes = (last.hour - first.hour) * 60 + last.minute - first.minute
    return minutes % (24 * 60) or None


def _freeze(window: MaintenanceWindow, freeze: Freeze, facts: SequenceFacts) -> SequenceFreeze:
    applications = set(freeze.applications)
    keys = frozenset(change.key for change in facts.changes if applications & set(change.applications))
    return SequenceFreeze(
        title=freeze.title,
        start=minutes_between(window.starts_at, freeze.starts_at),
        finish=minutes_between(window.starts_at, freeze.ends_at),
        is_hard=freeze.strength is FreezeStrength.HARD,
        ci_ids=frozenset(freeze.configuration_items),
        change_keys=keys or (frozenset({""}) if applications else frozenset()),
    )
