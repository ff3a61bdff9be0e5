"""The keyboard help: commands and the keys that a screen takes itself, by group."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.commands import Command, KeyHint
from app.ui.shell.help import KeyboardHelp, grouped

COMMANDS = (
    Command("Paste rows", lambda: None, "Ctrl+V", "Import"),
    Command("Watch a folder…", lambda: None, "", "Import"),
    Command("Quit", lambda: None, "Ctrl+Q", "Desk"),
)
HINTS = (KeyHint("Settle a conflict", "Space, F2", "Import"), KeyHint("Look around", "Arrows"))


def test_keys_of_a_screen_stand_before_the_commands_of_their_group() -> None:
    assert grouped(COMMANDS, HINTS) == {
        "Import": [("Settle a conflict", "Space, F2"), ("Paste rows", "Ctrl+V")],
        "This screen": [("Look around", "Arrows")],
        "Desk": [("Quit", "Ctrl+Q")],
    }


def test_all_of_them_are_read_on_the_sheet(qtbot: QtBot) -> None:
    sheet = KeyboardHelp(COMMANDS, HINTS)
    qtbot.addWidget(sheet)
    said = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Settle a conflict", "Space, F2", "Arrows", "Ctrl+V", "Quit"} <= said
    assert "Watch a folder…" not in said
