"""The question of a series: this one, or this and the following; for moving and for cancelling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.widgets import FormDialog, Segmented, text_area

ONE = "one"
FOLLOWING = "following"
SCOPES = ((ONE, "This one"), (FOLLOWING, "This and following"))


def ask_scope(
    parent: QWidget,
    title: str,
    sentence: str,
    ok_label: str,
    answered: Callable[[bool, str], None],
    *,
    is_series: bool,
    needs_reason: bool,
) -> FormDialog:
    """Ask without stopping the program; `answered(with_following, reason)` when the person agrees."""

    def submit(values: dict[str, Any]) -> None:
        dialog.accept()
        answered(values.get("scope") == FOLLOWING, values["reason"])

    dialog = FormDialog(title, ok_label, submit, parent, intro=sentence, width=440)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if is_series:
        dialog.add_field("scope", "Which windows", Segmented(SCOPES, "Which windows"))
    reason = text_area(lines=2)
    dialog.add_field("reason", "Reason", reason, required=needs_reason, hint="Kept in the audit trail.")
    dialog.open()
    return dialog
