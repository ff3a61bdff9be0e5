"""The zone in which lists without zones are read: that of the organisation's windows."""

from __future__ import annotations

from app.domain.windows import MaintenanceWindow, WindowSeries
from app.services.workplace import Workplace
from app.store.reading import find, get


def zone_of_lists(workplace: Workplace, window_id: int | None = None) -> str:
    """The zone of the window the list is for, else of the first window series in use; UTC while none is.

    Raises MissingRecordError where there is no such window.
    """
    with workplace.read() as connection:
        if window_id is not None:
            return get(connection, MaintenanceWindow, window_id).zone_name
        series = [one for one in find(connection, WindowSeries) if not one.is_archived]
    return series[0].zone_name if series else "UTC"
