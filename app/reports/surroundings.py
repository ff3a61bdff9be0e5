"""What stands around a window's changes: conflicts, freezes, bookings, debts, who signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Protocol

from app.domain.register import Role
from app.domain.windows import Freeze, FreezeStrength
from app.reports.source import PacketSource
from app.reports.wording import listed, local
from app.sequencing.conflict_kinds import ConflictKind
from exports.documents import BookingLine, ConflictLine, DebtLine, FreezeLine, SignoffRole
from exports.plain_text import in_words

_MOST_NAMED = 8
_LIGHTER = (ConflictKind.DEVELOPER_AS_PLAYER, ConflictKind.NOT_CALCULATED)
_SIGNING = (Role.RELEASE_MANAGER, Role.QA_MANAGER, Role.OPERATIONS, Role.SECURITY, Role.NETWORK)
_SIGNING_FINALLY = (Role.BUSINESS_OWNER, Role.SENIOR_MANAGEMENT)


class _Named(Protocol):
    @property
    def name(self) -> str:
        """What it is called."""
        ...


def conflict_lines(source: PacketSource) -> tuple[ConflictLine, ...]:
    """The board's conflicts by change, then the sequence's by activity; the same sentence is given once."""
    of_night = {conflict.reason for conflict in source.analysis.conflicts}
    lines = [
        ConflictLine("high", change.key, text)
        for change in source.in_flow
        for text in change.conflicts
        if text not in of_night
    ]
    said = {line.text for line in lines}
    titles = {activity.id: activity.title for activity in source.sequence.activities}
    for conflict in source.analysis.conflicts:
        if conflict.reason in said:
            continue
        severity = "medium" if conflict.kind in _LIGHTER else "high"
        where = listed([titles[one] for one in conflict.activity_ids if one in titles], 2)
        lines.append(ConflictLine(severity, where, conflict.reason))
    return tuple(lines)


def freeze_lines(source: PacketSource) -> tuple[FreezeLine, ...]:
    """The freezes near the window, by start."""
    return tuple(
        FreezeLine(
            freeze.title,
            local(freeze.starts_at, source.window.zone_name),
            local(freeze.ends_at, source.window.zone_name),
            _scope(source, freeze),
            _freeze_why(freeze),
        )
        for freeze in sorted(source.freezes, key=lambda one: (one.starts_at, one.title))
    )


def booking_lines(source: PacketSource) -> tuple[BookingLine, ...]:
    """The environment bookings near the window, by start."""
    lines = []
    for booking in sorted(source.bookings, key=lambda one: (one.starts_at, one.title)):
        environment = source.environments.get(booking.environment_id or 0)
        lines.append(
            BookingLine(
                environment.name if environment else "no environment",
                local(booking.starts_at, source.window.zone_name),
                local(booking.ends_at, source.window.zone_name),
                source.person(booking.person_id),
                f"{in_words(booking.kind.value)}: {booking.title}",
            )
        )
    return tuple(lines)


def debt_lines(source: PacketSource) -> tuple[DebtLine, ...]:
    """What is owed: criteria not attested until a past cutoff, and what followed earlier nights."""
    past = {one.name: one for one in source.checkpoints if one.cutoff_at <= source.made_at}
    lines = []
    for change in source.in_flow:
        for checkpoint in past.values():
            said = {
                one.criterion_code for one in change.attestations if one.checkpoint_name == checkpoint.name
            }
            for spec in checkpoint.criteria:
                is_asked = not spec.only_kinds or change.change.kind.value in spec.only_kinds
                if spec.role is None or not is_asked or spec.code in said:
                    continue
                due = local(checkpoint.cutoff_at, source.window.zone_name).date()
                what = f"{change.key}: {spec.label} ({checkpoint.name})"
                lines.append(DebtLine("attestation overdue", what, spec.role.words, due))
    return (*lines, *_followed(source))


def _followed(source: PacketSource) -> Iterator[DebtLine]:
    """Fixes to document, analyses and actions that are owed, the gravest first."""
    for debt in source.debts:
        # What is due until the end of a day is due on that day, not on the next.
        due_at = (debt.due_at or source.made_at) - timedelta(microseconds=1)
        due = local(due_at, source.window.zone_name).date()
        yield DebtLine(f"{debt.kind}{', overdue' if debt.is_past else ''}", debt.what, debt.who, due)


def signoff_roles(source: PacketSource) -> tuple[SignoffRole, ...]:
    """Who signs: a line a person of each signing role; a role nobody holds is left to be written by hand."""
    wanted = (*_SIGNING, *_SIGNING_FINALLY) if source.meeting == "final" else _SIGNING
    lines: list[SignoffRole] = []
    for role in wanted:
        title = role.words
        title = title[0].upper() + title[1:]
        if role is Role.BUSINESS_OWNER:
            names = _business_owners(source)
        else:
            people = source.people.values()
            names = [one.name for one in people if role in one.roles and not one.is_archived]
        lines += [SignoffRole(title, name) for name in names[:_MOST_NAMED]] or [SignoffRole(title)]
    return tuple(lines)


def _business_owners(source: PacketSource) -> list[str]:
    used = dict.fromkeys(one for change in source.in_flow for one in change.change.applications)
    owners = (
        source.applications[one].business_owner_id
        for one in used
        if one in source.applications and source.applications[one].tier <= 2
    )
    return [name for name in (source.person(one) for one in dict.fromkeys(owners)) if name]


def _scope(source: PacketSource, freeze: Freeze) -> str:
    parts = [
        *_names(source.applications, freeze.applications),
        *_names(source.configuration_items, freeze.configuration_items),
        *_names(source.environments, freeze.environments),
    ]
    return listed(parts, _MOST_NAMED) if parts else "everything"


def _names(known: Mapping[int, _Named], ids: Iterable[int]) -> list[str]:
    return [known[one].name for one in ids if one in known]


def _freeze_why(freeze: Freeze) -> str:
    rule = "hard" if freeze.strength is FreezeStrength.HARD else "with more signatures"
    return f"{freeze.reason} ({rule})" if freeze.reason else rule
