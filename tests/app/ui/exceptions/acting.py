"""What the tests of exceptions do again and again: wait, reload, open a dialog."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui.exceptions.screen import ExceptionsScreen
from app.ui.exceptions.signing import SignDialog
from app.ui.widgets import FormDialog
from tests.app.ui.follow_desk import PATIENCE

D = TypeVar("D", bound=QDialog)


def settle(screen: ExceptionsScreen, qtbot: QtBot) -> None:
    """Wait until nothing runs any more."""
    qtbot.waitUntil(screen.context.jobs.is_idle, timeout=PATIENCE)


def reload(screen: ExceptionsScreen, qtbot: QtBot, record: int | None = None) -> None:
    """Read again, wait, and select a record if one is named."""
    screen.reload()
    settle(screen, qtbot)
    if record is not None:
        screen.open_record(record)


def opened(parent: QWidget, kind: type[D], qtbot: QtBot) -> D:
    """The visible dialog of a kind, once it is there."""

    def visible() -> list[D]:
        return [one for one in parent.window().findChildren(kind) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(visible()), timeout=PATIENCE)
    return visible()[-1]


def choose(field: QWidget, words: str) -> None:
    """Choose the item of a combo that begins with `words`."""
    assert isinstance(field, QComboBox)
    texts = [field.itemText(place) for place in range(field.count())]
    place = next((place for place, text in enumerate(texts) if text.startswith(words)), None)
    assert place is not None, f"{words!r} is not offered: {texts}"
    field.setCurrentIndex(place)


def sign_as(screen: ExceptionsScreen, qtbot: QtBot, who: str, passphrase: str) -> SignDialog:
    """Open the sign dialog for the selected request, choose the signer, and press the button."""
    screen.buttons["sign"].click()
    dialog = opened(screen, SignDialog, qtbot)
    choose(dialog.who, who)
    qtbot.keyClicks(dialog.passphrase, passphrase)
    if dialog.ok.isEnabled():
        dialog.ok.click()
    settle(screen, qtbot)
    return dialog


def refusal(dialog: FormDialog) -> str:
    """What the dialog says stands against it."""
    return f"{dialog._refusal.text()} {dialog._reason.text()}"
