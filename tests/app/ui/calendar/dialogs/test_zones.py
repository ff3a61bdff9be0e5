"""The field of a zone takes what is meant where only one zone can be."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.calendar.dialogs.zones import zone_check, zone_field, zone_meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Europe/Ber", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("lord howe", "Australia/Lord_Howe"),
        ("new york", "America/New_York"),
        ("Europe/", "Europe/"),
        ("nowhere", "nowhere"),
        ("", ""),
    ],
)
def test_the_only_zone_that_fits_is_meant(text: str, meant: str) -> None:
    """A beginning, a city or capitals are enough; what fits many or none stays as typed."""
    assert zone_meant(text) == meant


def test_enter_takes_the_zone_meant(qtbot: QtBot) -> None:
    """What is typed becomes the zone when the field is left or Enter is pressed."""
    field = zone_field("UTC")
    qtbot.addWidget(field)
    line = field.lineEdit()
    assert line is not None
    line.setText("Lord_H")
    assert zone_check(field.currentText())
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert field.currentText() == "Australia/Lord_Howe"
    assert zone_check(field.currentText()) == ""
