"""Use cases of freezes: plan one, change it, remove it."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.windows import Freeze
from app.services.errors import RefusedError
from app.services.workplace import Done, Workplace


def create_freeze(workplace: Workplace, freeze: Freeze, reason: str = "") -> Done[Freeze]:
    """Record a freeze; raises RefusedError with every problem."""
    fresh = _sound(freeze)
    with workplace.write() as unit:
        stored = unit.add(fresh, reason)
        return workplace.done(stored, unit.commit())


def edit_freeze(workplace: Workplace, freeze: Freeze, reason: str = "") -> Done[Freeze]:
    """Store a changed freeze whose version is the one read; raises RefusedError, StaleRecordError."""
    fresh = _sound(freeze)
    with workplace.write() as unit:
        stored = unit.save(fresh, reason)
        return workplace.done(stored, unit.commit())


def remove_freeze(workplace: Workplace, freeze: Freeze, reason: str) -> Done[Freeze]:
    """Lift a freeze; the audit trail keeps it. Raises RefusedError without a reason, StaleRecordError."""
    if not reason.strip():
        raise RefusedError("Say why the freeze is lifted; the record keeps the reason.")
    with workplace.write() as unit:
        unit.remove(freeze, reason)
        return workplace.done(freeze, unit.commit())


def freeze_problems(freeze: Freeze) -> tuple[str, ...]:
    """Everything that speaks against a freeze, each a sentence."""
    problems = []
    if not freeze.title.strip():
        problems.append("A freeze needs a name, such as Quarter-end close.")
    if freeze.ends_at <= freeze.starts_at:
        problems.append("A freeze ends after it starts.")
    try:
        ZoneInfo(freeze.zone_name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problems.append(f"'{freeze.zone_name}' is no time zone; choose one such as Europe/Berlin.")
    return tuple(problems)


def _sound(freeze: Freeze) -> Freeze:
    problems = freeze_problems(freeze)
    if problems:
        raise RefusedError(f"The freeze was not saved. {problems[0]}", problems)
    return replace(freeze, title=freeze.title.strip(), reason=freeze.reason.strip())
