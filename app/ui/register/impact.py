"""What touching a record touches: "restarting DB cluster 2 touches these 23 applications"."""

from __future__ import annotations

from typing import Any

from app.domain.register import Application, ConfigurationItem
from app.services.register import Register

_MOST_NAMES = 12


def impact_sentence(register: Register, record: Any) -> str:
    """The applications that stand on a configuration item or an application; empty for other kinds."""
    if isinstance(record, ConfigurationItem):
        touched = touched_by_item(register, record.id or 0)
        return _sentence(f"Restarting {record.name} touches", touched)
    if isinstance(record, Application):
        return _sentence(f"Stopping {record.name} touches", touched_by_application(register, record.id or 0))
    return ""


def touched_by_item(register: Register, item_id: int) -> list[str]:
    """The names of applications that run on an item, or on one that depends on it, directly or not."""
    above: dict[int, list[int]] = {}
    for item in register.configuration_items:
        for below in item.depends_on:
            above.setdefault(below, []).append(item.id or 0)
    reached = _closure({item_id}, above)
    return sorted(one.name for one in register.applications if reached & set(one.configuration_items))


def touched_by_application(register: Register, application_id: int) -> list[str]:
    """The names of applications that need this one, directly or not."""
    above: dict[int, list[int]] = {}
    for one in register.applications:
        for below in one.depends_on:
            above.setdefault(below, []).append(one.id or 0)
    reached = _closure({application_id}, above) - {application_id}
    return sorted(one.name for one in register.applications if one.id in reached)


def _closure(start: set[int], above: dict[int, list[int]]) -> set[int]:
    reached, waiting = set(start), list(start)
    while waiting:
        for other in above.get(waiting.pop(), ()):
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached


def _sentence(begin: str, names: list[str]) -> str:
    if not names:
        return f"{begin} no other application."
    shown = ", ".join(names[:_MOST_NAMES])
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    plural = "application" if len(names) == 1 else "applications"
    return f"{begin} {len(names)} {plural}: {shown}{more}."
