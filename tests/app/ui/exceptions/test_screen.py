"""What a person does with exceptions: drafts one, asks, signs, records a word, withdraws."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.exceptions import ExceptionKind, Standing
from app.domain.gates import GateResult
from app.domain.register import Person
from app.services.board import board
from app.services.checkpoints import freeze_checkpoint
from app.services.exceptions.reading import list_exceptions, read_exception
from app.services.exceptions.requests import edit
from app.ui.exceptions.beginnings import NewException
from app.ui.exceptions.request_form import RequestForm
from app.ui.exceptions.screen import ExceptionsScreen
from app.ui.exceptions.signing import SignDialog, WordDialog
from app.ui.widgets import ConfirmDialog, PlainLabel
from app.ui.widgets.column_room import ColumnWish, share_room
from tests.app.services.board_world import World
from tests.app.services.exception_world import MARKUP, PASSPHRASE, give_key, late_request
from tests.app.ui.exceptions.acting import choose, opened, refusal, reload, settle, sign_as
from tests.app.ui.follow_desk import PATIENCE

People = dict[str, Person]
TEXTS = ("reason", "risk_of_doing", "risk_of_not_doing", "test_statement")


def write(field: QWidget, text: str) -> None:
    """Type into a field of several lines."""
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText(text)


def test_an_empty_screen_says_the_first_step(screen: ExceptionsScreen, qtbot: QtBot) -> None:
    assert screen.stack.currentWidget() is screen.empty
    assert "ask for an exception" in screen.empty.accessibleName()
    assert screen.headline.text().startswith("0 of 31 changes in this window are exceptions")
    screen.empty.step.click()
    assert opened(screen, RequestForm, qtbot).change.field_value() is None


def test_from_the_draft_to_the_waived_criterion(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    give_key(world, people, "Quinn", "Ola")
    screen.open_record(NewException(world.changes[0].id or 0, world.window_id, "In for test"))
    form = opened(screen, RequestForm, qtbot)
    assert form.kind.currentData() == ExceptionKind.LATE
    assert form.criteria.picked == ("test",)
    for key in TEXTS:
        write(form.field(key), MARKUP)
    choose(form.field("requested_by_id"), "Tove")
    form.ok.click()
    qtbot.waitUntil(lambda: screen.table.records.rowCount() == 1)
    settle(screen, qtbot)
    assert not screen.buttons["sign"].isEnabled()
    screen.buttons["ask"].click()
    settle(screen, qtbot)
    assert "QA manager, business owner" in screen.details.text()
    first = sign_as(screen, qtbot, "Quinn", PASSPHRASE)
    assert first.passphrase.text() == ""
    assert "valid" in screen.details.accessibleDescription()
    said: list[str] = []
    screen.context.noticed.connect(lambda notice: said.append(notice.text))
    sign_as(screen, qtbot, "Ola", PASSPHRASE)
    qtbot.waitUntil(
        lambda: said == ["Ola Dahl approves as business owner. The exception stands approved."],
        timeout=PATIENCE,
    )
    assert list_exceptions(world.workplace).items[0].standing is Standing.APPROVED
    card = next(one for one in board(world.workplace, world.window_id).cards if one.key == "CHG-0400")
    chip = next(one for one in card.gates if one.code == "test")
    assert chip.result is GateResult.WAIVED
    assert screen.stack.currentWidget() is screen.empty
    screen.filter.choose("decided")
    screen._filter_chosen("decided")
    assert [row.item.standing for row in screen.table.records.records] == [Standing.APPROVED]
    assert "1 of 31 changes in this window is an exception" in screen.headline.text()


def test_a_wrong_passphrase_stays_in_the_dialog(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    give_key(world, people, "Quinn")
    request_id = late_request(world, people["Tove"])
    reload(screen, qtbot, request_id)
    dialog = sign_as(screen, qtbot, "Quinn", "not the right one")
    assert dialog.isVisible()
    assert "does not open this key" in refusal(dialog)
    assert dialog.passphrase.text() == ""
    assert not read_exception(world.workplace, request_id).signatures
    qtbot.keyClicks(dialog.passphrase, PASSPHRASE)
    dialog.ok.click()
    settle(screen, qtbot)
    assert not dialog.isVisible()
    assert len(read_exception(world.workplace, request_id).valid) == 1


def test_nobody_signs_their_own_request(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    give_key(world, people, "Tove")
    request_id = late_request(world, people["Tove"])
    reload(screen, qtbot, request_id)
    dialog = sign_as(screen, qtbot, "Tove", PASSPHRASE)
    assert "Nobody signs their own request" in refusal(dialog)
    assert not dialog.ok.isEnabled()
    assert not read_exception(world.workplace, request_id).signatures


def test_somebody_without_a_key_is_told_where_to_get_one(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    reload(screen, qtbot, late_request(world, people["Tove"]))
    dialog = sign_as(screen, qtbot, "Quinn", PASSPHRASE)
    assert "Quinn Abara has no key yet" in refusal(dialog)


def test_the_whole_content_is_shown_and_the_button_says_what_is_done(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    request_id = late_request(world, people["Tove"])
    reload(screen, qtbot, request_id)
    screen.actions_of.sign()
    dialog = opened(screen, SignDialog, qtbot)
    item = read_exception(world.workplace, request_id)
    shown = dialog.content.toPlainText()
    for _label, text in item.told:
        assert text in shown
    assert item.content in shown
    assert item.digest in shown
    assert dialog.ok.text() == "Sign: approve"
    reject = next(one for one in dialog.meaning.children() if getattr(one, "text", str)() == "Reject")
    reject.click()
    assert dialog.ok.text() == "Sign: reject"


def test_what_changed_while_reading_is_not_signed(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    give_key(world, people, "Quinn")
    request_id = late_request(world, people["Tove"])
    reload(screen, qtbot, request_id)
    screen.actions_of.sign()
    dialog = opened(screen, SignDialog, qtbot)
    choose(dialog.who, "Quinn")
    request = read_exception(world.workplace, request_id).request
    edit(world.workplace, replace(request, reason="Something else"))
    qtbot.keyClicks(dialog.passphrase, PASSPHRASE)
    dialog.ok.click()
    settle(screen, qtbot)
    assert "changed while you were reading" in refusal(dialog)
    assert not read_exception(world.workplace, request_id).signatures


def test_an_edit_voids_what_was_signed(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    give_key(world, people, "Quinn")
    request_id = late_request(world, people["Tove"])
    reload(screen, qtbot, request_id)
    sign_as(screen, qtbot, "Quinn", PASSPHRASE)
    screen.buttons["edit"].click()
    form = opened(screen, RequestForm, qtbot)
    assert not form.field("requested_by_id").isEnabled()  # whoever asked stays who asked
    write(form.field("reason"), "Another reason")
    form.ok.click()
    settle(screen, qtbot)
    assert read_exception(world.workplace, request_id).standing is Standing.VOID
    struck = [one for one in screen.details.findChildren(PlainLabel) if one.font().strikeOut()]
    assert [one.text() for one in struck] == ["Quinn Abara, QA manager: approves"]
    assert "The content was changed after it was given" in screen.details.text()


def test_a_word_is_recorded_and_seen_to_age(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    request_id = late_request(world, people["Tove"])
    reload(screen, qtbot, request_id)
    screen.buttons["word"].click()
    dialog = opened(screen, WordDialog, qtbot)
    assert not dialog.field("reference").isVisible()
    choose(dialog.who, "Quinn")
    dialog.ok.click()
    settle(screen, qtbot)
    assert "needs a witness" in refusal(dialog)
    witness = dialog.field("witness")
    assert isinstance(witness, QLineEdit)
    qtbot.keyClicks(witness, "Rita Holm")
    dialog.ok.click()
    settle(screen, qtbot)
    world.clock.now += timedelta(hours=30)
    reload(screen, qtbot, request_id)
    assert "verbal, 30 h old, signature still owed" in screen.details.text()
    assert "1 resting on a word" in screen.caption.text()
    standing = screen.table.records.index(0, 0).data(Qt.ItemDataRole.DisplayRole)
    assert standing == "Waiting, word only"


def test_markup_stays_text(screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot) -> None:
    request_id = late_request(world, people["Tove"])
    reload(screen, qtbot, request_id)
    assert MARKUP in screen.details.text()
    screen.actions_of.sign()
    assert MARKUP in opened(screen, SignDialog, qtbot).content.toPlainText()


def test_a_request_is_withdrawn_with_its_reason(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    request_id = late_request(world, people["Tove"])
    reload(screen, qtbot, request_id)
    screen.buttons["withdraw"].click()
    dialog = opened(screen, ConfirmDialog, qtbot)
    assert not dialog.confirm.isEnabled()
    dialog._reason.setPlainText("It made the next window")  # type: ignore[union-attr]
    dialog.confirm.click()
    settle(screen, qtbot)
    assert read_exception(world.workplace, request_id).standing is Standing.WITHDRAWN
    screen.open_record(request_id)
    assert not screen.buttons["edit"].isEnabled()


def test_the_form_asks_what_the_kind_needs(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    screen.buttons["new"].click()
    form = opened(screen, RequestForm, qtbot)
    assert form.checkpoint.isVisible()
    assert not form.field("freeze_id").isVisible()
    choose(form.kind, "into a freeze")
    assert not form.checkpoint.isVisible()
    assert form.field("freeze_id").isVisible()
    choose(form.kind, "escalation")
    assert not form.checkpoint.isVisible()
    assert not form.field("freeze_id").isVisible()
    form.change.setText("CHG-0403")
    choose(form.field("requested_by_id"), "Tove")
    form.ok.click()
    settle(screen, qtbot)
    request = list_exceptions(world.workplace).items[0].request
    assert (request.change_id, request.kind) == (world.changes[3].id, ExceptionKind.ESCALATION)
    assert (request.checkpoint_name, request.criteria, request.freeze_id) == ("", (), None)


def test_asking_for_too_little_says_all_that_lacks(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    late_request(world, people["Tove"], is_asked=False)
    reload(screen, qtbot)
    raised: list[str] = []
    screen.context.error_raised.connect(lambda error, _doing: raised.append(str(error)))
    screen.buttons["edit"].click()
    form = opened(screen, RequestForm, qtbot)
    write(form.field("reason"), "")
    form.ok.click()
    settle(screen, qtbot)
    screen.buttons["ask"].click()
    settle(screen, qtbot)
    assert raised == ["Say why the exception is needed."]


def test_ten_thousand_letters_widen_nothing(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    request_id = late_request(world, people["Tove"])
    request = read_exception(world.workplace, request_id).request
    edit(world.workplace, replace(request, reason="Ж" * 10_000))
    reload(screen, qtbot, request_id)
    assert "Ж" * 10_000 in screen.details.text()
    page = screen.details._area.widget()
    assert page.minimumSizeHint().width() <= screen.details.width()
    screen.actions_of.sign()
    dialog = opened(screen, SignDialog, qtbot)
    assert dialog.width() < 900
    assert "Ж" * 10_000 in dialog.content.toPlainText()


def test_naming_a_late_change_fills_what_it_fails(
    screen: ExceptionsScreen, world: World, people: People, qtbot: QtBot
) -> None:
    freeze_checkpoint(world.workplace, world.window_id, "In for test")
    screen.buttons["new"].click()
    form = opened(screen, RequestForm, qtbot)
    qtbot.keyClicks(form.change, "CHG-0400")
    qtbot.waitUntil(lambda: form.criteria.picked == ("test",), timeout=PATIENCE)
    assert form.kind.currentData() == ExceptionKind.LATE
    assert form.checkpoint.currentText() == "In for test"


def test_keys_and_kinds_stand_whole_on_a_small_screen(screen: ExceptionsScreen) -> None:
    """On 700 pixels other columns give way: a key or a kind cut short says nothing."""
    columns = screen.table.records.columns
    wishes = [
        ColumnWish(column.width, screen.table._gives_way(column, at)) for at, column in enumerate(columns)
    ]
    widths = dict(zip((column.key for column in columns), share_room(wishes, 700), strict=False))
    assert widths["change"] == 90
    assert widths["kind"] == 162
    assert widths["missing"] < 170
    assert "requester" in widths
