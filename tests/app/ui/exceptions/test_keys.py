"""What a person does with keys and stand-ins: enrols, changes a passphrase, revokes, appoints, ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDateEdit, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.register import Person
from app.services.exception_signing import may_sign
from app.services.signing.keys import key_holders, stand_ins
from app.ui.exceptions.keys import KeysDialog
from app.ui.exceptions.screen import ExceptionsScreen
from app.ui.widgets import ConfirmDialog, FormDialog
from tests.app.services.board_world import World
from tests.app.services.exception_world import PASSPHRASE, give_key, late_request
from tests.app.ui.exceptions.acting import choose, opened, refusal, reload, settle, sign_as

People = dict[str, Person]


@pytest.fixture
def dialog(screen: ExceptionsScreen, qtbot: QtBot) -> KeysDialog:
    """Keys and stand-ins, opened from the screen."""
    screen.buttons["keys"].click()
    made = opened(screen, KeysDialog, qtbot)
    settle(screen, qtbot)
    return made


def select(dialog: KeysDialog, name: str) -> None:
    """Select a person."""
    row = next(
        row for row, one in enumerate(dialog.holders.records.records) if one.person.name.startswith(name)
    )
    dialog.holders.selectRow(row)


def write(form: FormDialog, key: str, text: str) -> None:
    """Type into a field of one line."""
    field = form.field(key)
    assert isinstance(field, QLineEdit)
    field.setText(text)


def enrol(dialog: KeysDialog, name: str, passphrase: str, again: str = "") -> FormDialog:
    """Fill the form of a key and press its button where it may be pressed."""
    select(dialog, name)
    dialog.enrol_button.click()
    assert dialog.form is not None
    choose(dialog.form.field("witness_id"), "Rita")
    write(dialog.form, "passphrase", passphrase)
    write(dialog.form, "again", again or passphrase)
    if dialog.form.ok.isEnabled():
        dialog.form.ok.click()
    return dialog.form


def test_a_key_is_enrolled_with_a_witness_and_signs(
    screen: ExceptionsScreen, dialog: KeysDialog, world: World, people: People, qtbot: QtBot
) -> None:
    enrol(dialog, "Quinn", PASSPHRASE)
    settle(screen, qtbot)
    holder = next(one for one in dialog.holders.records.records if one.person.name == "Quinn Abara")
    assert holder.key is not None
    assert "witness Rita Holm" in dialog._enrolled(holder)
    select(dialog, "Quinn")
    assert not dialog.enrol_button.isEnabled()
    dialog.reject()
    request_id = late_request(world, people["Tove"])
    reload(screen, qtbot, request_id)
    sign_as(screen, qtbot, "Quinn", PASSPHRASE)
    assert "Quinn Abara, QA manager: approves" in screen.details.text()


def test_a_short_or_mistyped_passphrase_enrols_nothing(
    screen: ExceptionsScreen, dialog: KeysDialog, world: World, qtbot: QtBot
) -> None:
    form = enrol(dialog, "Quinn", PASSPHRASE, again="something else")
    assert "The two passphrases differ" in refusal(form)
    write(form, "passphrase", "short")
    write(form, "again", "short")
    form.ok.click()
    settle(screen, qtbot)
    assert "at least 10 characters" in refusal(form)
    assert all(one.key is None for one in key_holders(world.workplace))


def test_a_passphrase_is_changed_by_who_knows_it(
    screen: ExceptionsScreen, dialog: KeysDialog, world: World, people: People, qtbot: QtBot
) -> None:
    give_key(world, people, "Quinn")
    dialog.reload()
    settle(screen, qtbot)
    select(dialog, "Quinn")
    dialog.change_button.click()
    form = dialog.form
    assert form is not None
    write(form, "old", "not the right one")
    write(form, "passphrase", "nine loud geese leave")
    write(form, "again", "nine loud geese leave")
    form.ok.click()
    settle(screen, qtbot)
    assert "does not open this key" in refusal(form)
    write(form, "old", PASSPHRASE)
    form.ok.click()
    settle(screen, qtbot)
    assert not form.isVisible()


def test_a_key_is_revoked_with_its_reason(
    screen: ExceptionsScreen, dialog: KeysDialog, world: World, people: People, qtbot: QtBot
) -> None:
    give_key(world, people, "Quinn")
    dialog.reload()
    settle(screen, qtbot)
    select(dialog, "Quinn")
    dialog.revoke_button.click()
    confirm = opened(dialog, ConfirmDialog, qtbot)
    assert confirm._reason is not None
    confirm._reason.setPlainText("The laptop was lost")
    confirm.confirm.click()
    settle(screen, qtbot)
    holder = next(one for one in key_holders(world.workplace) if one.person.name == "Quinn Abara")
    assert holder.key is None
    assert [key.revoke_reason for key in holder.revoked] == ["The laptop was lost"]
    assert "The laptop was lost" in dialog._enrolled(holder)


def test_a_stand_in_is_appointed_and_signs_and_ends(
    screen: ExceptionsScreen, dialog: KeysDialog, world: World, people: People, qtbot: QtBot
) -> None:
    give_key(world, people, "Emil", "Rita")
    dialog.appoint_button.click()
    form = dialog.form
    assert form is not None
    choose(form.field("absent"), "Quinn Abara, QA manager")
    choose(form.field("stand_in_id"), "Emil")
    choose(form.field("appointed_by_id"), "Rita")
    write(form, "passphrase", PASSPHRASE)
    for key in ("first_day", "last_day"):
        field = form.field(key)
        assert isinstance(field, QDateEdit)
        field.setDate(world.clock.now.date())  # type: ignore[arg-type]
    form.ok.click()
    settle(screen, qtbot)
    row = dialog.appointments.records.record(0)
    assert (row.absent, row.stand_in) == ("Quinn Abara", "Emil Lund")
    request_id = late_request(world, people["Tove"])
    assert any(one.stands_in_for and not one.problems for one in may_sign(world.workplace, request_id))
    reload(screen, qtbot, request_id)
    sign_as(screen, qtbot, "Emil Lund for Quinn Abara", PASSPHRASE)
    assert "Emil Lund for Quinn Abara, QA manager: approves" in screen.details.text()
    dialog.appointments.selectRow(0)
    dialog.end_button.click()
    confirm = opened(dialog, ConfirmDialog, qtbot)
    assert confirm._reason is not None
    confirm._reason.setPlainText("Back from leave")
    confirm.confirm.click()
    settle(screen, qtbot)
    assert stand_ins(world.workplace) == ()


def test_an_appointment_that_is_over_is_refused_with_its_dates(
    screen: ExceptionsScreen, dialog: KeysDialog, world: World, people: People, qtbot: QtBot
) -> None:
    give_key(world, people, "Emil", "Rita")
    dialog.appoint_button.click()
    form = dialog.form
    assert form is not None
    choose(form.field("absent"), "Quinn Abara, QA manager")
    choose(form.field("stand_in_id"), "Emil")
    choose(form.field("appointed_by_id"), "Rita")
    write(form, "passphrase", PASSPHRASE)
    for key in ("first_day", "last_day"):
        field = form.field(key)
        assert isinstance(field, QDateEdit)
        field.setDate((world.clock.now - timedelta(days=1)).date())  # type: ignore[arg-type]
    form.ok.click()
    settle(screen, qtbot)
    dialog.reject()
    reload(screen, qtbot, late_request(world, people["Tove"]))
    sign = sign_as(screen, qtbot, "Emil Lund for Quinn Abara", PASSPHRASE)
    assert not sign.ok.isEnabled()
    assert "stands in for Quinn Abara from 2026-11-23 to 2026-11-23" in refusal(sign)
