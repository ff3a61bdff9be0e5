"""A scroll area changes what it shows while the old content is still at work."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.ui.widgets import replace_content


def test_the_old_content_lives_until_its_own_click_is_over(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    asking, alive = QPushButton("Change"), []
    replace_content(area, asking)

    def change() -> None:
        replace_content(area, QLabel("Changed"))
        alive.append(isValid(asking))

    asking.clicked.connect(change)
    asking.click()
    assert alive == [True]
    qtbot.waitUntil(lambda: not isValid(asking))
    shown = area.widget()
    assert isinstance(shown, QLabel)
    assert shown.text() == "Changed"
