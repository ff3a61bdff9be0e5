"""What becomes of a form once its use case ran: closed when it is done, open with the reason when refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from app.services.errors import EXPECTED_ERRORS
from app.ui.context import DeskContext, Performed
from app.ui.widgets import FormDialog

T = TypeVar("T")


def submit_form(
    context: DeskContext,
    doing: str,
    work: Callable[[], Performed[T]],
    form: FormDialog | None,
    owner: QObject,
    done: Callable[[T], None] | None = None,
) -> None:
    """Run `work` for a form; without one the desk says what stands against it.

    `done` gets the answer while `owner` lives, after the form was closed.
    """

    def finished(value: T) -> None:
        close_form(form)
        if done is not None:
            done(value)

    context.perform(doing, work, owner, finished, lambda error: refuse_form(context, form, error, doing))


def refuse_form(context: DeskContext, form: FormDialog | None, error: Exception, doing: str) -> None:
    """Say in the form why not, beside what was typed.

    The desk itself says it when the form was closed meanwhile, and when the error is a defect, which no
    other values would mend.
    """
    if form is not None and _is_open(form) and isinstance(error, EXPECTED_ERRORS):
        form.refuse(str(error), tuple(getattr(error, "problems", ())))
        return
    if form is not None and _is_open(form):
        form.reject()
    context.show_error(error, doing)


def close_form(form: QDialog | None) -> None:
    """Close a form as done, unless the person closed it while it was being done."""
    if form is not None and _is_open(form):
        form.accept()


def _is_open(form: QDialog) -> bool:
    return isValid(form) and form.isVisible()
