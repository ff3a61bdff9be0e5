"""Scrolling moves what is painted: what is then seen is what painting all of it anew would show."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter

from app.ui.measuring.drag import sequence_views
from app.ui.theme import Preference, Theme


@pytest.mark.parametrize("preference", [Preference.LIGHT, Preference.DARK])
def test_scrolled_rows_look_as_if_painted_anew(qtbot, preference):
    editor, axis, table = sequence_views(80, Theme(preference))
    editor.select([editor.sequence.activities[9].id])
    axis.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
    both = QSplitter()
    qtbot.addWidget(both)
    both.addWidget(table)
    both.addWidget(axis)
    both.resize(1000, 500)
    with qtbot.waitExposed(both):
        both.show()
    bottom = axis.verticalScrollBar().maximum()
    assert bottom > 1000
    for place in (37, 150, bottom, bottom - 13, 400, 0):
        axis.verticalScrollBar().setValue(place)
        QTest.qWait(20)
        seen = both.screen().grabWindow(both.winId()).toImage()
        assert seen == both.grab().toImage().convertToFormat(seen.format())
