"""The night's lists use their room: the title takes what is left, the rest shows only where it fits."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.night.columns import ROOMY, watch_columns
from app.ui.night.fitting import LEAST_STRETCHED, fitted
from app.ui.theme import Preference, Theme
from app.ui.widgets import RecordModel, RecordTable


@pytest.mark.parametrize(("room", "keys"), [(900, 4), (363, 3), (60, 3)])
def test_the_columns_shown_fill_the_room_and_the_roomy_ones_stay_out_of_little(room: int, keys: int) -> None:
    widths = fitted(watch_columns(), "title", ROOMY, room)
    assert len(widths) == keys
    assert sum(widths.values()) == room or widths["title"] == LEAST_STRETCHED


def test_a_table_follows_its_owner_at_every_size(qtbot: QtBot) -> None:
    columns = watch_columns()
    table = RecordTable(Theme(Preference.LIGHT), RecordModel(columns, lambda row: row.key), "Points")
    qtbot.addWidget(table)
    table.fit_by(lambda room: fitted(columns, "title", ROOMY, room))
    table.resize(900, 200)
    table.show()
    for width, is_hidden in ((380, True), (900, False), (380, True)):
        table.resize(width, 200)
        qtbot.waitUntil(lambda is_hidden=is_hidden: table.isColumnHidden(3) == is_hidden)
        shown = sum(table.columnWidth(place) for place in range(4) if not table.isColumnHidden(place))
        assert shown == table.viewport().width()
