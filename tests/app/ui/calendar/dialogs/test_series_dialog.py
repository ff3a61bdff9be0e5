"""A new series keeps the usual rhythm, Wednesday and Friday, on whatever day its windows fall."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from app.domain.schedule import default_checkpoints
from app.domain.windows import WindowSeries
from app.ui.calendar.dialogs.series_dialog import SeriesDialog
from app.ui.theme import Preference, Theme

MONDAY = date(2026, 11, 23)
SATURDAY_RULE = "FREQ=WEEKLY;BYDAY=SA"


def dialog_of(qtbot: QtBot, series_id: int | None = None) -> SeriesDialog:
    series = WindowSeries(
        "Weekly",
        "FREQ=WEEKLY;BYDAY=MO",
        MONDAY,
        time(22),
        time(6),
        "Europe/Berlin",
        checkpoints=default_checkpoints(MONDAY.isoweekday()),
        id=series_id,
    )
    made = SeriesDialog(Theme(Preference.LIGHT), series, MONDAY, lambda _series, _reason: None)
    qtbot.addWidget(made)
    return made


def days_before(dialog: SeriesDialog) -> list[int]:
    return [rule.days_before for rule in dialog.checkpoints.field_value()]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [(SATURDAY_RULE, [3, 1]), ("FREQ=WEEKLY;BYDAY=TU", [6, 4]), ("FREQ=WEEKLY;BYDAY=FR", [9, 7])],
)
def test_the_checkpoints_follow_the_day_of_the_rule(qtbot: QtBot, rule: str, expected: list[int]) -> None:
    dialog = dialog_of(qtbot)
    assert days_before(dialog) == [5, 3]
    dialog._rule.setText("FREQ=WEEKLY;BYDAY=")  # on the way there it cannot be read
    dialog._rule.setText(rule)
    assert days_before(dialog) == expected


def test_they_follow_the_first_day_as_well(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot)
    dialog._first_day.setDate(QDate(2026, 11, 28))
    assert days_before(dialog) == [3, 1]


def test_changed_checkpoints_and_those_of_a_known_series_stay(qtbot: QtBot) -> None:
    changed = dialog_of(qtbot)
    changed.checkpoints._set(0, days_before=4)
    changed._rule.setText(SATURDAY_RULE)
    assert days_before(changed) == [4, 3]
    known = dialog_of(qtbot, series_id=7)
    known._rule.setText(SATURDAY_RULE)
    assert days_before(known) == [5, 3]
