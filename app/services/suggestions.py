"""Use cases of the suggestion: search for a better sequence, say why there is none, take what was found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.changes import Change
from app.domain.register import Person
from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Sequence
from app.sequencing.suggest import Stop, Suggestion, SuggestionOptions, suggest
from app.sequencing.suggesting.proposal import take_suggestion
from app.sequencing.surroundings import PersonInfo, Surroundings, Unavailability
from app.sequencing.why_not.explaining import why_not
from app.sequencing.why_not.explanation import Explanation
from app.services.errors import RefusedError
from app.services.sequences import SequenceView, save_sequence
from app.services.surroundings import minutes_between, window_minutes
from app.services.workplace import Done, Workplace

WHY_NOT_SECONDS = 2.0
_USUAL_SCORE = 4
_SCORE_STEP = 5


def search(
    view: SequenceView,
    seconds: float,
    on_better: Callable[[Suggestion], None] | None = None,
    stop: Stop | None = None,
    kept_ids: Collection[str] = (),
    keep_working_hours: bool = False,
) -> Suggestion:
    """Search for `seconds` at most; `on_better` is called from the search's threads. Writes nothing.

    `kept_ids` stay where they are now; with `keep_working_hours` people play in their hours only.
    """
    options = replace(_options(view, kept_ids, keep_working_hours), limit_seconds=seconds)
    return suggest(view.sequence, _surroundings(view, keep_working_hours), options, on_better, stop)


def explain(
    view: SequenceView,
    seconds: float = WHY_NOT_SECONDS,
    kept_ids: Collection[str] = (),
    keep_working_hours: bool = False,
) -> Explanation:
    """Why no sequence keeps all requirements, and what would resolve it, within about `seconds`."""
    options = _options(view, kept_ids, keep_working_hours)
    return why_not(view.sequence, _surroundings(view, keep_working_hours), options, seconds)


def with_suggestion(
    sequence: Sequence, suggestion: Suggestion, chosen: Collection[str] | None = None
) -> Sequence:
    """The sequence with the suggestion taken, whole or for the chosen activities."""
    return take_suggestion(sequence, suggestion, chosen).sequence


def accept(
    workplace: Workplace,
    view: SequenceView,
    suggestion: Suggestion,
    chosen: Collection[str] | None = None,
) -> Done[int]:
    """Store the suggested sequence, whole or in part; raises RefusedError when nothing was found."""
    if not suggestion.is_usable:
        raise RefusedError("No sequence was found that keeps all requirements, so there is none to accept.")
    sequence = with_suggestion(view.sequence, suggestion, chosen)
    assert view.window.id is not None
    return save_sequence(workplace, view.window.id, sequence, view.version, "accepted the suggestion")


def _options(view: SequenceView, kept_ids: Collection[str], keep_working_hours: bool) -> SuggestionOptions:
    return SuggestionOptions(
        kept_ids=frozenset(kept_ids),
        keep_working_hours=keep_working_hours,
        importance=importance_of(view.changes),
    )


def importance_of(changes: Collection[Change]) -> Mapping[str, int]:
    """How much riskier than usual each change is, by key: 0 to 5, from impact times likelihood."""
    return {
        change.key: max(0, round((change.impact * change.likelihood - _USUAL_SCORE) / _SCORE_STEP))
        for change in changes
    }


def _surroundings(view: SequenceView, keep_working_hours: bool) -> Surroundings:
    """The window's surroundings, with the times outside everybody's working hours where they are to bind."""
    known = view.surroundings
    if not keep_working_hours:
        return known
    people = dict(known.people)
    for person in view.people:
        info = people.get(person.id or 0)
        if info is not None:
            people[person.id or 0] = _with_hours(info, person, view.window)
    return replace(known, people=people)


def _with_hours(info: PersonInfo, person: Person, window: MaintenanceWindow) -> PersonInfo:
    """The person with what of the window, and of the day before and after, lies outside their hours."""
    zone = ZoneInfo(person.zone_name)
    begin, end = -24 * 60, window_minutes(window) + 24 * 60
    free_from = begin
    outside = []
    first = (window.starts_at + timedelta(minutes=begin)).astimezone(zone).date()
    last = (window.starts_at + timedelta(minutes=end)).astimezone(zone).date()
    for days in range((last - first).days + 2):
        day = first + timedelta(days=days)
        if day.isoweekday() not in person.work_days:
            continue
        ends_on = day if person.work_until > person.work_from else day + timedelta(days=1)
        starts = minutes_between(window.starts_at, datetime.combine(day, person.work_from, zone))
        ends = minutes_between(window.starts_at, datetime.combine(ends_on, person.work_until, zone))
        if starts > free_from:
            outside.append(Unavailability(free_from, starts, "outside working hours", False))
        free_from = max(free_from, ends)
    if end > free_from:
        outside.append(Unavailability(free_from, end, "outside working hours", False))
    return replace(info, unavailable=(*info.unavailable, *outside))
