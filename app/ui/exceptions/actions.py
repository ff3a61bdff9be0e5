"""What a person does with exceptions: begin, edit, ask, sign, record a word, withdraw."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.exceptions import ExceptionRequest, Standing
from app.domain.signatures import Signature
from app.services.exception_signing import SignerChoice, may_sign, record_word, sign_exception
from app.services.exceptions import requests
from app.services.exceptions.reading import ExceptionItem, read_exception
from app.services.workplace import Done, Workplace
from app.ui.context import DeskContext
from app.ui.exceptions.beginnings import NewException
from app.ui.exceptions.keys import KeysDialog
from app.ui.exceptions.policies import PoliciesDialog
from app.ui.exceptions.request_form import FormFacts, RequestForm, facts_of_new, facts_of_request
from app.ui.exceptions.signing import SignDialog, Signing, Word, WordDialog
from app.ui.exceptions.words import MOST_KEY, ExceptionRow, missing_words
from app.ui.follow.screen import FollowScreen
from app.ui.texts import one_line
from app.ui.widgets import ConfirmDialog


class ExceptionActions:
    """The screen's verbs; holds no state of its own but the screen it works for."""

    def __init__(self, screen: FollowScreen) -> None:
        self._screen = screen

    @property
    def _context(self) -> DeskContext:
        return self._screen.context

    def _chosen(self, action: str) -> ExceptionRow | None:
        chosen = self._screen.selected()
        if len(chosen) != 1 or self._screen.refusals(chosen)[action]:
            return None
        row: ExceptionRow = chosen[0]
        return row

    def new(self) -> None:
        """Begin a request for a change of the window in front."""
        self.begin(None)

    def begin(self, new: NewException | None) -> None:
        """Begin a request, prefilled for the change that another screen names."""
        services, window_id = self._context.services, self._context.selected_window_id
        self._context.fetch(
            "Preparing the request",
            lambda _control: facts_of_new(services, new, window_id),
            self._open_new,
            self._screen,
            key="exceptions/form",
        )

    def _open_new(self, facts: FormFacts) -> None:
        services = self._context.services

        def submit(request: ExceptionRequest) -> None:
            self._screen.submit(
                "Drafting the exception", lambda: requests.draft(services, request), form, self._drafted
            )

        form = RequestForm(self._context, facts, submit, self._screen.window())
        self._screen.ask(form)

    def _drafted(self, request: ExceptionRequest) -> None:
        self._screen.open_record(request.id)
        self._context.notify(
            "Drafted. It counts once its signatures are asked for.",
            "met",
            "Ask for signatures",
            lambda: self._ask(request.id or 0),
        )

    def edit(self) -> None:
        """Open the form of the selected request."""
        row = self._chosen("edit")
        if row is None:
            return
        services, item = self._context.services, row.item
        label = f"{item.change_key}  {item.change_title}"
        self._context.fetch(
            "Reading the request",
            lambda _control: facts_of_request(services, item.request, label),
            self._open_edit,
            self._screen,
            key="exceptions/form",
        )

    def _open_edit(self, facts: FormFacts) -> None:
        services = self._context.services

        def submit(request: ExceptionRequest) -> None:
            self._screen.submit("Editing the exception", lambda: requests.edit(services, request), form)

        form = RequestForm(self._context, facts, submit, self._screen.window())
        self._screen.ask(form)

    def ask(self) -> None:
        """Ask for the signatures of the selected draft."""
        row = self._chosen("ask")
        if row is not None:
            self._ask(row.id)

    def _ask(self, request_id: int) -> None:
        services = self._context.services
        self._screen.submit(
            "Asking for signatures",
            lambda: requests.ask(services, request_id),
            None,
            lambda _request: self._context.notify("The signatures are asked for.", "met"),
        )

    def withdraw(self) -> None:
        """Take the selected request back, with the reason."""
        row = self._chosen("withdraw")
        if row is None:
            return
        services = self._context.services
        is_approved = row.item.standing is Standing.APPROVED
        ConfirmDialog.ask(
            self._screen,
            f"Withdraw the exception for {one_line(row.item.change_key, MOST_KEY)}?",
            "What it allowed counts no more. " * is_approved + "It stays in the list with its signatures.",
            "Withdraw",
            lambda reason: self._screen.submit(
                "Withdrawing the exception", lambda: requests.withdraw(services, row.id, reason), None
            ),
            is_dangerous=True,
            reason_label="Why",
        )

    def sign(self) -> None:
        """Sign the selected request, as it stands in the database at this moment."""
        self._with_signers("sign", self._open_sign)

    def record_word(self) -> None:
        """Record an approval given by mouth or on paper."""
        self._with_signers("word", self._open_word)

    def _with_signers(
        self, action: str, then: Callable[[tuple[ExceptionItem, Sequence[SignerChoice]]], None]
    ) -> None:
        row = self._chosen(action)
        if row is None:
            return
        services = self._context.services
        self._context.fetch(
            "Reading the request",
            lambda _control: (read_exception(services, row.id), may_sign(services, row.id)),
            then,
            self._screen,
            key="exceptions/sign",
        )

    def _open_sign(self, found: tuple[ExceptionItem, Sequence[SignerChoice]]) -> None:
        item, signers = found
        services = self._context.services

        def submit(asked: Signing) -> None:
            self._screen.submit(
                "Signing the exception",
                lambda: _sign(services, item.request.id or 0, asked),
                dialog,
                self._signed,
            )

        dialog = SignDialog(item, signers, submit, self._screen.window(), services.actor)
        self._screen.ask(dialog)

    def _open_word(self, found: tuple[ExceptionItem, Sequence[SignerChoice]]) -> None:
        item, signers = found
        services = self._context.services

        def submit(word: Word) -> None:
            self._screen.submit(
                "Recording a word",
                lambda: record_word(
                    services,
                    item.request.id or 0,
                    word.person_id,
                    word.role,
                    word.meaning,
                    word.medium,
                    witness=word.witness,
                    reference=word.reference,
                    remark=word.remark,
                ),
                dialog,
                self._signed,
            )

        dialog = WordDialog(item, signers, submit, self._screen.window())
        self._screen.ask(dialog)

    def _signed(self, signature: Signature) -> None:
        services = self._context.services
        self._screen.open_record(signature.subject_id)
        self._context.fetch(
            "Reading where it stands",
            lambda _control: read_exception(services, signature.subject_id),
            lambda item: self._tell(signature, item),
            self._screen,
        )

    def _tell(self, signature: Signature, item: ExceptionItem) -> None:
        said = f"{signature.printed_name} {signature.meaning.words} as {signature.role.words}."
        if item.standing is Standing.APPROVED:
            said += " The exception stands approved."
        elif item.standing is Standing.REJECTED:
            said += " The exception is rejected."
        elif missing_words(item):
            said += f" Still to sign: {missing_words(item)}."
        self._context.notify(said, "waived" if item.standing is Standing.REJECTED else "met")

    def policies(self) -> None:
        """Open the policies."""
        PoliciesDialog(self._context, self._screen.window()).open()

    def keys(self) -> None:
        """Open keys and stand-ins."""
        KeysDialog(self._context, self._screen.window()).open()


def _sign(services: Workplace, request_id: int, asked: Signing) -> Done[Signature]:
    """Sign what was shown, and nothing else."""
    return sign_exception(
        services,
        request_id,
        asked.person_id,
        asked.role,
        asked.meaning,
        asked.passphrase,
        stands_in_for_id=asked.stands_in_for_id,
        remark=asked.remark,
        shown_digest=asked.digest,
    )
