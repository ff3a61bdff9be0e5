"""What touching a record touches: "restarting DB cluster 2 touches these 23 applications"."""

from __future__ import annotations

from typing import Any

from app.domain.dependencies import affected_applications, needing_applications
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
    touched = affected_applications(
        [item_id], register.configuration_items, register.applications, with_dependent_applications=False
    )
    return [one.name for one in touched]


def touched_by_application(register: Register, application_id: int) -> list[str]:
    """The names of applications that need this one, directly or not."""
    return [one.name for one in needing_applications(application_id, register.applications)]


def _sentence(begin: str, names: list[str]) -> str:
    if not names:
        return f"{begin} no other application."
    shown = ", ".join(names[:_MOST_NAMES])
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    plural = "application" if len(names) == 1 else "applications"
    return f"{begin} {len(names)} {plural}: {shown}{more}."
