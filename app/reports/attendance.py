"""Who must attend a meeting, and why: owners, players, signing roles, and those whose business it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.register import Person, Role
from app.reports.source import PacketSource
from app.reports.wording import clock_words, counted, listed
from app.sequencing.players import player_loads
from exports.documents import Attendee

_MOST_NAMED = 4
_CRITICAL_TIER = 2
_ALWAYS = ((Role.RELEASE_MANAGER, "leads the meeting"), (Role.QA_MANAGER, "answers for the tests"))


@dataclass(slots=True)
class _Reasons:
    """What speaks for one person's presence, gathered role by role."""

    person: Person | None
    name: str
    whys: list[str] = field(default_factory=list)


def attendees(source: PacketSource) -> tuple[Attendee, ...]:
    """Everybody who must attend, each once with all reasons; by reason in the order given above."""
    found: dict[tuple[int, str], _Reasons] = {}
    for person_id, name, why in (*_leading(source), *_owning(source), *_business(source), *_playing(source)):
        person = source.people.get(person_id)
        shown = person.name if person else name
        if shown:
            key = (person_id, "" if person else shown)
            found.setdefault(key, _Reasons(person, shown)).whys.append(why)
    return tuple(
        Attendee(one.name, _role_words(source, one.person), "; ".join(one.whys), _phone(one.person))
        for one in found.values()
    )


def addresses(source: PacketSource) -> tuple[str, ...]:
    """The mail addresses of those who must attend and have one, each once."""
    ids = {person.name: person.email for person in source.people.values() if person.email}
    found = (ids.get(attendee.name, "") for attendee in attendees(source))
    return tuple(dict.fromkeys(address for address in found if address))


def _leading(source: PacketSource) -> list[tuple[int, str, str]]:
    return [
        (person_id, "", why)
        for role, why in _ALWAYS
        for person_id, person in source.people.items()
        if role in person.roles and not person.is_archived
    ]


def _owning(source: PacketSource) -> list[tuple[int, str, str]]:
    owned: dict[tuple[int, str], list[str]] = {}
    for change in source.in_flow:
        owner = (change.change.owner_id or 0, change.owner)
        owned.setdefault(owner, []).append(change.key)
    return [
        (person_id, name, f"owns {listed(keys, _MOST_NAMED)}") for (person_id, name), keys in owned.items()
    ]


def _business(source: PacketSource) -> list[tuple[int, str, str]]:
    used = dict.fromkeys(one for change in source.in_flow for one in change.change.applications)
    owned: dict[int, list[str]] = {}
    for application_id in used:
        application = source.applications.get(application_id)
        if application and application.tier <= _CRITICAL_TIER and application.business_owner_id is not None:
            words = f"{application.name} (tier {application.tier})"
            owned.setdefault(application.business_owner_id, []).append(words)
    return [
        (person_id, "", f"business owner of {listed(names, _MOST_NAMED)}")
        for person_id, names in owned.items()
    ]


def _playing(source: PacketSource) -> list[tuple[int, str, str]]:
    zone = source.window.zone_name
    found = []
    for person_id, load in player_loads(source.sequence, source.analysis.schedule).items():
        first = clock_words(source.instant(load.first_needed), zone)
        steps = counted(len(load.needs), "activity", "activities")
        found.append((person_id, source.player(person_id), f"plays in {steps}, first {first}"))
    return found


def _role_words(source: PacketSource, person: Person | None) -> str:
    if person is None:
        return ""
    if person.roles:
        return listed([role.words for role in person.roles])
    team = source.teams.get(person.team_id or 0)
    return team.name if team else ""


def _phone(person: Person | None) -> str:
    return person.phone if person else ""
