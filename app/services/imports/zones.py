"""The zone in which lists without zones are read: that of the organisation's windows."""

from __future__ import annotations

from app.domain.windows import MaintenanceWindow, WindowSeries
from app.importing.fields import FieldType, field_named
from app.importing.mapping import Mapping
from app.services.workplace import Workplace
from app.store.reading import find, get

_UNKNOWN = "UTC"
"""The zone of times while nothing tells it."""
_TIMES = (FieldType.INSTANT, FieldType.MOMENT)


def zone_of_lists(workplace: Workplace, window_id: int | None = None) -> str:
    """The zone of the window the list is for, else of the first window series in use; UTC while none is.

    Raises MissingRecordError where there is no such window.
    """
    with workplace.read() as connection:
        if window_id is not None:
            return get(connection, MaintenanceWindow, window_id).zone_name
        series = [one for one in find(connection, WindowSeries) if not one.is_archived]
    return series[0].zone_name if series else _UNKNOWN


def zone_to_keep(mapping: Mapping, zone_name: str, *, is_of_a_window: bool) -> str:
    """The zone to be remembered for lists with such columns, so that they say of times without one what they
    said, whatever windows there will be: what somebody said, else the one that this list was read in.

    "" where the times are none, those of the list's window, or read as they are while no zone is known.
    """
    if mapping.zone_name or is_of_a_window or zone_name == _UNKNOWN:
        return mapping.zone_name
    fields = (field_named(mapping.kind, name) for name in mapping.columns.values())
    return zone_name if any(one is not None and one.type in _TIMES for one in fields) else ""
