"""How other screens ask for an exception: the record they navigate with, and the offer after a refusal."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.services.exception_beginning import Beginning, begin
from app.ui.context import DeskContext
from app.ui.texts import one_line

SCREEN = "exceptions"
LABEL = "Ask for an exception…"


@dataclass(frozen=True, slots=True)
class NewException:
    """A change that needs an exception in a window (None: its own), late at a checkpoint if one is named."""

    change_id: int
    window_id: int | None = None
    checkpoint_name: str = ""


def ask_for_exception(
    context: DeskContext, change_id: int, window_id: int | None = None, checkpoint_name: str = ""
) -> None:
    """Go to the exceptions and begin a request there."""
    context.navigate(SCREEN, window_id, NewException(change_id, window_id, checkpoint_name))


def offer_exception(context: DeskContext, change_id: int, window_id: int, owner: QObject) -> None:
    """After a refused placing: offer an exception where one would let the change in."""
    services = context.services

    def judged(beginning: Beginning) -> None:
        if beginning.is_of_use:
            key = one_line(beginning.change_label.split("  ")[0], 40)
            context.notify(
                f"{key} can go in with an exception {beginning.request.kind.words}.",
                "waived",
                LABEL,
                lambda: ask_for_exception(context, change_id, window_id),
                stays=True,
            )

    context.fetch(
        "Looking for an exception that helps",
        lambda _control: begin(services, change_id, window_id),
        judged,
        owner,
    )
