"""The zone in which lists without zones are read: that of the organisation's windows."""

from __future__ import annotations

from app.domain.windows import WindowSeries
from app.services.workplace import Workplace
from app.store.unit_of_work import find


def zone_of_lists(workplace: Workplace) -> str:
    """The zone of the first window series in use; UTC while there is none."""
    with workplace.read() as connection:
        series = [one for one in find(connection, WindowSeries) if not one.is_archived]
    return series[0].zone_name if series else "UTC"
