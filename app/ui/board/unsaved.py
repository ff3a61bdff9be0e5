"""What becomes of what was typed into a change's panel and not saved, before it would be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.widgets import ConfirmDialog
from app.ui.widgets.buttons import set_refusal

TITLE = "Save what you changed?"
SAVE, DROP, STAY = "Save", "Drop the edit", "Stay"


def ask_what_becomes_of(
    parent: QWidget, key: str, refusal: str, save: Callable[[], None], drop: Callable[[], object]
) -> ConfirmDialog:
    """Ask whether the edit of the change `key` is saved, dropped or gone on with; `refusal` says why it
    cannot be saved as it stands (empty: it can)."""
    cannot = f" It cannot be saved as it stands: {refusal}" if refusal else ""
    sentence = f"What you typed into {key} is not saved yet.{cannot}"
    dialog = ConfirmDialog.ask(parent, TITLE, sentence, SAVE, lambda _reason: save())
    dialog.offer_instead(DROP, drop)
    dialog.cancel.setText(STAY)
    dialog.cancel.setAccessibleName(STAY)
    set_refusal(dialog.confirm, refusal)
    (dialog.cancel if refusal else dialog.confirm).setFocus()
    return dialog


def typed_since(now: str, sent: str) -> str:
    """What a text holds beyond what was sent of it."""
    return now.removeprefix(sent).lstrip() if now.startswith(sent) else now
