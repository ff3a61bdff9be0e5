"""Use cases of the suggestion: search for a better sequence, and take what was found."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from app.sequencing.model import Activity, Sequence
from app.sequencing.suggest import Suggestion, SuggestionOptions, SuggestionStatus, suggest
from app.services.errors import RefusedError
from app.services.sequences import SequenceView, save_sequence
from app.services.workplace import Done, Workplace


def search(
    view: SequenceView,
    seconds: float,
    on_better: Callable[[Suggestion], None] | None = None,
    stop: threading.Event | None = None,
) -> Suggestion:
    """Search for `seconds` at most; `on_better` is called from the solver's thread. Writes nothing."""
    return suggest(
        view.sequence, view.surroundings, SuggestionOptions(limit_seconds=seconds), on_better, stop
    )


def with_suggestion(sequence: Sequence, suggestion: Suggestion) -> Sequence:
    """The sequence with the suggested starts as pins and the proposed people as players."""

    def taken(activity: Activity) -> Activity:
        start = suggestion.starts.get(activity.id)
        person = suggestion.players.get(activity.id)
        return replace(
            activity,
            planned_start=activity.planned_start if start is None else start,
            players=activity.players if person is None else (*activity.players, person),
        )

    return replace(sequence, activities=tuple(taken(activity) for activity in sequence.activities))


def accept(workplace: Workplace, view: SequenceView, suggestion: Suggestion) -> Done[int]:
    """Store the suggested sequence whole; raises RefusedError when nothing was found."""
    if suggestion.status not in (SuggestionStatus.OPTIMAL, SuggestionStatus.FEASIBLE):
        raise RefusedError("No sequence was found that keeps all requirements, so there is none to accept.")
    sequence = with_suggestion(view.sequence, suggestion)
    assert view.window.id is not None
    return save_sequence(workplace, view.window.id, sequence, view.version, "accepted the suggestion")
