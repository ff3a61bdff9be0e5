"""What becomes of forms: done, refused, and closed by the person while the database was still busy."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.services.errors import RefusedError
from app.services.workplace import Done
from app.ui.context import DeskContext
from app.ui.submission import submit_form
from app.ui.widgets import FormDialog
from tests.app.services.board_world import World
from tests.app.ui.follow_desk import PATIENCE, context, world

__all__ = ["context", "world"]


@pytest.fixture
def parent(qtbot: QtBot, world: World) -> QWidget:
    """The window behind the form."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def form(parent: QWidget) -> FormDialog:
    """A form that is open."""
    made = FormDialog("Name it", "Save", lambda _values: None, parent)
    made.open()
    return made


def errors_of(context: DeskContext) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    context.error_raised.connect(lambda error, doing: told.append((str(error), doing)))
    return told


def raising(error: Exception, wait: Event | None = None) -> Callable[[], Done[int]]:
    def work() -> Done[int]:
        if wait is not None:
            wait.wait(PATIENCE / 1000)
        raise error

    return work


def finish(context: DeskContext, qtbot: QtBot) -> None:
    qtbot.waitUntil(context.jobs.is_idle, timeout=PATIENCE)


def test_a_form_closes_when_its_work_is_done(
    context: DeskContext, form: FormDialog, parent: QWidget, qtbot: QtBot
) -> None:
    answers: list[int] = []
    submit_form(context, "Naming", lambda: Done(7, (), "tester"), form, parent, answers.append)
    finish(context, qtbot)
    assert answers == [7]
    assert not form.isVisible()


def test_a_refusal_stays_in_the_form_and_a_defect_is_told_by_the_desk(
    context: DeskContext, form: FormDialog, parent: QWidget, qtbot: QtBot
) -> None:
    told = errors_of(context)
    submit_form(
        context, "Naming", raising(RefusedError("Too short.", ("Too short.", "Add a word."))), form, parent
    )
    finish(context, qtbot)
    assert form.isVisible()
    assert form._refusal.text() == "Too short.\nAdd a word."
    assert told == []
    submit_form(context, "Naming", raising(KeyError("name")), form, parent)
    finish(context, qtbot)
    assert not form.isVisible()
    assert told == [("'name'", "Naming")]


@pytest.mark.parametrize("is_form_the_owner", [False, True])
def test_a_refusal_after_the_form_was_closed_is_told_by_the_desk(
    context: DeskContext, form: FormDialog, parent: QWidget, qtbot: QtBot, is_form_the_owner: bool
) -> None:
    told, go_on = errors_of(context), Event()
    owner = form if is_form_the_owner else parent
    submit_form(context, "Naming", raising(RefusedError("Too short."), go_on), form, owner)
    form.reject()
    form.deleteLater()
    qtbot.waitUntil(lambda: not isValid(form), timeout=PATIENCE)
    go_on.set()
    finish(context, qtbot)
    assert told == [("Too short.", "Naming")]
