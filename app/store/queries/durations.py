"""How long the steps of past nights took, with the application and the step they belong to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, and_, select

from app.sequencing.learning import PastDuration, StepKey, step_title
from app.sequencing.model import ActivityState, Phase
from db import tables

_ACTIVITY = tables.activity
_WINDOW = tables.maintenance_window
_APPLICATION = tables.change_application


def past_durations(
    connection: Connection, before: datetime, since: datetime, application_ids: set[int]
) -> list[PastDuration]:
    """Finished steps of windows that began from `since` to `before` (UTC instants; the latter not counted).

    Steps of changes only for these applications; steps without a change of all windows.
    """
    of_change = _ACTIVITY.c.change_id == _APPLICATION.c.change_id
    wanted = _APPLICATION.c.application_id.in_(sorted(application_ids))
    statement = (
        select(
            _APPLICATION.c.application_id,
            _ACTIVITY.c.change_id,
            _ACTIVITY.c.phase,
            _ACTIVITY.c.title,
            _ACTIVITY.c.window_id,
            (_ACTIVITY.c.actual_finish - _ACTIVITY.c.actual_start).label("minutes"),
        )
        .join(_WINDOW, _WINDOW.c.id == _ACTIVITY.c.window_id)
        .join(_APPLICATION, and_(of_change, wanted), isouter=True)
        .where(
            _WINDOW.c.starts_at < before,
            _WINDOW.c.starts_at >= since,
            _ACTIVITY.c.state == ActivityState.DONE.value,
            _ACTIVITY.c.actual_start.is_not(None),
            _ACTIVITY.c.actual_finish.is_not(None),
            _ACTIVITY.c.actual_finish >= _ACTIVITY.c.actual_start,
        )
        .order_by(_ACTIVITY.c.window_id, _ACTIVITY.c.position)
    )
    return [
        PastDuration(
            StepKey(row.application_id, Phase(row.phase), step_title(row.title)), row.window_id, row.minutes
        )
        for row in connection.execute(statement)
        if row.change_id is None or row.application_id is not None
    ]
