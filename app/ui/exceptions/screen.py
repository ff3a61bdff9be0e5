"""The exceptions screen: what is asked beside the rules, who must still sign, and how often it happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.exceptions import RequestState, Standing
from app.domain.time_words import moment_words
from app.services.exceptions.reading import ExceptionsView, list_exceptions
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.exceptions.actions import ExceptionActions
from app.ui.exceptions.beginnings import NewException
from app.ui.exceptions.words import (
    ExceptionRow,
    details_of,
    missing_words,
    share_sentence,
    standing_chips,
    standing_order,
)
from app.ui.follow.details import Details
from app.ui.follow.screen import Filter, FollowScreen
from app.ui.widgets import Column, EmptyState, PlainLabel

_NONE = "Select an exception first."


class ExceptionsScreen(FollowScreen):
    """Requests with their standing, their signatures, and what can be done with them."""

    title = "Exceptions"
    name = "exceptions"
    icon = "exceptions"
    shows_window = True
    records = frozenset(
        {
            "exception_request",
            "exception_policy",
            "signature",
            "change",
            "maintenance_window",
            "signing_key",
            "stand_in",
        }
    )
    select_first = "Select an exception to read all of it, who signed, and who still must."

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        self.actions_of = ExceptionActions(self)
        super().__init__(context, parent)
        self.headline = PlainLabel("", "title", wraps=True, selectable=True)
        self.headline.hide()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.headline)

    def filters(self) -> Sequence[Filter]:
        """First what somebody waits for."""
        return (
            ("waiting", "Waiting", lambda row: row.is_open),
            ("decided", "Decided", lambda row: row.is_decided),
            ("all", "All", lambda row: True),
        )

    def columns(self) -> tuple[Column[ExceptionRow], ...]:
        """What the list says of a request."""
        return (
            Column(
                "standing",
                "Standing",
                lambda row: ", ".join(word for word, _ in standing_chips(row)),
                standing_order,
                144,
                chips=standing_chips,
            ),
            Column("change", "Change", _key, _key, 90, font="strong"),
            # Ordered by values of their own, keys and kinds keep their width: cut short they say nothing.
            Column("kind", "Exception", _kind, _kind, 162),
            Column("missing", "Still to sign", lambda row: missing_words(row.item), width=170),
            Column(
                "since",
                "Asked",
                lambda row: row.since,
                lambda row: row.item.request.requested_at,
                118,
                tone=lambda row: "text" if row.is_open else "faint",
            ),
            Column("requester", "Asked by", lambda row: row.item.requester, width=120),
            Column("window", "Window", _window, lambda row: row.item.window_starts_at, 230),
            Column("title", "Title", lambda row: row.item.change_title, width=260),
        )

    def empty_state(self) -> EmptyState:
        """The first step."""
        return EmptyState(self.context.theme, self.icon, "", "", "New exception…", self.actions_of.new)

    def empty_words(self, filter_key: str, has_any: bool) -> tuple[str, str]:
        """Why nothing is listed."""
        if has_any:
            words = "Nobody is waited for." if filter_key == "waiting" else "No request was decided yet."
            return "Nothing here", words
        return (
            "No exceptions",
            "The rhythm holds. When a change is late, must enter a freeze or exceeds a capacity, ask for an "
            "exception; those its policy names sign it with their keys.",
        )

    def tools(self) -> Sequence[tuple[str, str, Callable[[], None], str]]:
        """What can be done with requests."""
        verbs = self.actions_of
        return (
            ("withdraw", "Withdraw…", verbs.withdraw, "secondary"),
            ("edit", "Edit…", verbs.edit, "secondary"),
            ("ask", "Ask for signatures", verbs.ask, "secondary"),
            ("word", "Record a word…", verbs.record_word, "secondary"),
            ("sign", "Sign…", verbs.sign, "secondary"),
            ("policies", "Policies…", verbs.policies, "flat"),
            ("keys", "Keys and stand-ins…", verbs.keys, "flat"),
            ("new", "New exception…", verbs.new, "primary"),
        )

    def refusals(self, chosen: Sequence[ExceptionRow]) -> dict[str, str]:
        """Why something cannot be done now."""
        row = chosen[0] if len(chosen) == 1 else None
        if row is None:
            return dict.fromkeys(("withdraw", "edit", "ask", "word", "sign"), _NONE)
        state = row.item.request.state
        gone = "It was withdrawn; it stays as it was." if state is RequestState.WITHDRAWN else ""
        unasked = "Ask for the signatures first." if state is RequestState.DRAFT else ""
        asked = "Its signatures were asked for already." if state is RequestState.REQUESTED else ""
        rejected = "It was rejected." if row.item.standing is Standing.REJECTED else ""
        is_done = row.item.standing is Standing.APPROVED
        signed = "Everybody the policy asks for has given their word." if is_done else ""
        full = signed if not row.is_ageing else ""
        return {
            "withdraw": gone,
            "edit": gone,
            "ask": gone or asked,
            "word": gone or unasked or rejected or signed,
            "sign": gone or unasked or rejected or full,
        }

    def reload(self) -> None:
        """Read the requests as of now."""
        services, window_id = self.context.services, self.context.selected_window_id
        self.context.fetch(
            "Reading the exceptions",
            lambda _control: list_exceptions(services, window_id),
            self._show,
            self,
            key="exceptions",
        )

    def open_record(self, record: object) -> None:
        """Show the request with this id, or begin one for the change another screen names."""
        if isinstance(record, NewException):
            self.actions_of.begin(record)
            return
        super().open_record(record)

    def open_current(self) -> None:
        """Enter edits a draft and signs what waits."""
        chosen = self.selected()
        if len(chosen) == 1:
            is_draft = chosen[0].item.request.state is RequestState.DRAFT
            (self.actions_of.edit if is_draft else self.actions_of.sign)()

    def details_of(self, row: ExceptionRow) -> Details:
        """All of a request."""
        return details_of(row)

    def _show(self, view: ExceptionsView) -> None:
        now = self.context.clock()
        rows = [ExceptionRow(item, now) for item in view.items]
        self.headline.setText(share_sentence(view.share, self.context.selected_window_id is not None))
        self.headline.show()
        waiting = sum(row.item.standing in (Standing.WAITING, Standing.VOID) for row in rows)
        ageing = sum(row.is_ageing for row in rows)
        parts = [f"{waiting} waiting for signatures"]
        if ageing:
            parts.append(f"{ageing} resting on a word")
        self.show_rows(rows, f"{', '.join(parts)}." if rows else "")

    def commands(self) -> list[Command]:
        """What can be done here now."""
        refused, verbs = self.refusals(self.selected()), self.actions_of
        group = self.title
        return [
            Command("New exception…", verbs.new, "Ctrl+N", group),
            Command("Edit the exception", verbs.edit, "F2", group, refused["edit"]),
            Command("Ask for signatures", verbs.ask, "", group, refused["ask"]),
            Command("Sign the exception", verbs.sign, "Ctrl+Shift+S", group, refused["sign"]),
            Command(
                "Record a word given by mouth or on paper", verbs.record_word, "", group, refused["word"]
            ),
            Command("Withdraw the exception", verbs.withdraw, "", group, refused["withdraw"]),
            Command("Policies of exceptions", verbs.policies, "", group),
            Command("Keys and stand-ins", verbs.keys, "", group),
        ]


def _key(row: ExceptionRow) -> str:
    return row.item.change_key


def _kind(row: ExceptionRow) -> str:
    return row.item.request.kind.words


def _window(row: ExceptionRow) -> str:
    item: Any = row.item
    if item.window_starts_at is None:
        return item.window_title or "–"
    return f"{moment_words(item.window_starts_at, item.zone_name)}, {item.window_title}"
