"""What a person does with policies: reads them, makes a revision, is refused when they may not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.exceptions import ExceptionKind
from app.domain.register import Person, Role
from app.services.exceptions.policies import history, policies
from app.services.exceptions.reading import read_exception
from app.ui.exceptions.policies import PoliciesDialog
from app.ui.exceptions.screen import ExceptionsScreen
from app.ui.widgets import FormDialog, PickMany
from tests.app.services.board_world import World
from tests.app.services.exception_world import PASSPHRASE, give_key, late_request
from tests.app.ui.exceptions.acting import choose, opened, refusal, settle

People = dict[str, Person]


@pytest.fixture
def dialog(screen: ExceptionsScreen, qtbot: QtBot) -> PoliciesDialog:
    """The policies, opened from the screen."""
    screen.buttons["policies"].click()
    made = opened(screen, PoliciesDialog, qtbot)
    settle(screen, qtbot)
    return made


def revise(dialog: PoliciesDialog, screen: ExceptionsScreen, qtbot: QtBot, editor: str) -> FormDialog:
    """Ask for security first, then QA, in this order, as somebody."""
    dialog.table.selectRow(0)
    dialog.revise_button.click()
    settle(screen, qtbot)
    form = dialog.form
    assert form is not None
    roles, ordered = form.field("roles"), form.field("is_ordered")
    assert isinstance(roles, PickMany)
    assert isinstance(ordered, QCheckBox)
    roles.set_picked([Role.SECURITY, Role.QA_MANAGER])
    ordered.setChecked(True)
    choose(form.field("editor_id"), editor)
    passphrase = form.field("passphrase")
    assert isinstance(passphrase, QLineEdit)
    passphrase.setText(PASSPHRASE)
    form.ok.click()
    settle(screen, qtbot)
    return form


def test_all_kinds_have_a_policy_from_the_beginning(dialog: PoliciesDialog) -> None:
    assert [one.kind for one in dialog.table.records.records] == list(ExceptionKind)
    shown = dialog.table.records
    assert shown.index(4, 2).data() == "business owner → senior management"


def test_a_revision_leaves_the_past_as_it_was(
    screen: ExceptionsScreen, dialog: PoliciesDialog, world: World, people: People, qtbot: QtBot
) -> None:
    before = late_request(world, people["Tove"])
    give_key(world, people, "Rita")
    form = revise(dialog, screen, qtbot, "Rita Holm")
    assert not form.isVisible()
    late = policies(world.workplace)[0]
    assert (late.revision, late.roles, late.is_ordered) == (2, (Role.SECURITY, Role.QA_MANAGER), True)
    assert late.made_by == "Rita Holm"
    assert read_exception(world.workplace, before).policy.revision == 1
    assert [one.revision for one in history(world.workplace, ExceptionKind.LATE)] == [2, 1]
    assert dialog.history.records.rowCount() == 2


def test_who_may_not_edit_is_refused_in_the_form(
    screen: ExceptionsScreen, dialog: PoliciesDialog, world: World, people: People, qtbot: QtBot
) -> None:
    form = revise(dialog, screen, qtbot, "Quinn Abara")
    assert form.isVisible()
    assert "Only senior management or release manager may change the policy" in refusal(form)
    assert policies(world.workplace)[0].revision == 1
