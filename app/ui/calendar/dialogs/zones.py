"""Choosing a time zone by typing part of its name."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtWidgets import QComboBox, QCompleter


@cache
def zone_names() -> tuple[str, ...]:
    """The zones people choose from: places and UTC."""
    return (
        "UTC",
        *sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")),
    )


def viewer_zone() -> ZoneInfo:
    """The zone of this computer; UTC when it names none that is known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def zone_field(chosen: str) -> QComboBox:
    """A field for a zone name."""
    field = QComboBox()
    field.setEditable(True)
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    field.addItems(list(zone_names()))
    if chosen not in zone_names():
        field.insertItem(0, chosen)
    completer = field.completer()
    assert completer is not None
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    field.setCurrentText(chosen)
    line = field.lineEdit()
    assert line is not None
    line.editingFinished.connect(lambda: field.setCurrentText(zone_meant(field.currentText())))
    return field


def zone_meant(text: str) -> str:
    """The zone that a text means: the only one that holds it, or the one called so; else the text itself."""
    wanted = text.strip().casefold().replace(" ", "_")
    if not wanted:
        return text
    holding = [name for name in zone_names() if wanted in name.casefold()]
    named = [name for name in holding if wanted in (name.casefold(), name.casefold().split("/")[-1])]
    fitting = named if len(named) == 1 else holding
    return fitting[0] if len(fitting) == 1 else text


def zone_check(text: str) -> str:
    """Why a text is no zone; empty when it is one."""
    return "" if text in zone_names() else "Choose a time zone such as Europe/Berlin."
