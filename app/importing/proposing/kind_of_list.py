"""What a list is of: the kind whose fields its headers name best, or that its keys, states, columns tell."""

from __future__ import annotations

from collections.abc import Mapping

from app.importing.fields import DATED_BY, FIELDS
from app.importing.mapping import told_instead
from app.importing.proposing.audit_logs import is_audit_log, is_drift
from app.importing.proposing.checklists import is_checklist
from app.importing.proposing.entries import CALENDAR, says_window
from app.importing.proposing.guessing import guess_columns
from app.importing.proposing.makeshift import made_do
from app.importing.proposing.makeshift_titles import with_its_title
from app.importing.proposing.nameless import kind_told_by_cells
from app.importing.proposing.plans_or_records import are_changes, are_records, are_texts
from app.importing.proposing.record_types import are_all_incidents
from app.importing.proposing.samples import Samples
from app.importing.proposing.standing_dates import with_its_date, with_its_start
from app.importing.proposing.version_lists import are_versions
from app.importing.sources.known import GENERIC, NUMBERED, Source
from app.importing.times.dates import DateReader
from app.importing.words.holidays import are_holidays
from app.importing.words.monitors import are_of_monitors
from app.importing.words.of_kinds import may_be, said_of
from app.importing.words.of_records import (
    names_a_record,
    numbers_a_deployment,
    tells_of_an_incident,
    told_by_keys,
)

_OF_A_CHANGE = ("tickets", "builds", "deployments")
_TAKEN_FOR_OUTAGES = ("changes", "activities", "windows", "detected")
_TAKEN_FOR_A_LOG = ("changes", "activities", "incidents", "people", "deployments")
_TAKEN_FOR_DRIFT = ("changes", "configuration_items")
_TAKEN_FOR_VERSIONS = ("changes", "applications", "configuration_items", "environments")
_MOMENTS = DateReader("dmy", "UTC")
_NAMED_ONCE = ("configuration_items", "applications")
_OF_ONE_CHANGE = frozenset({"owner", "requester", "deployment_approved"})
_CHECKLIST = 2.0
"""What ticks say for a plan, whose other columns may say nothing of one."""
_OF_ANY_LIST = {"windows": ("state",), "freezes": ("state",), "activities": ("deadline", "share_done")}
"""Fields that such lists are read for, but have in common with lists of all kinds."""
_PHASED = frozenset({"phase", "start", "duration_minutes"})
"""What says of rows without titles that they are steps of a plan: no other list has all three."""
_LEAST_NAMED = 2
_STOOD_IN = 1.5
"""What a column that stands in for another costs a kind: many more fields must speak for it."""


def kind_of_list(samples: Samples, source: Source) -> str:
    """The kind of a list of this source."""
    has_header = samples.table.has_header
    kind = source.kind or (_named_best(samples) if has_header else kind_told_by_cells(samples))
    kind = _told_by_states(samples, _told_by_keys(samples, kind, source), source)
    return _told_by_columns(samples, kind, source) if has_header else kind


def _told_by_keys(samples: Samples, kind: str, source: Source) -> str:
    """The kind; or the one that the keys tell, where the source numbers changes and incidents alike."""
    if kind not in ("changes", "incidents") or not (source is GENERIC or source.name in NUMBERED):
        return kind
    guesses = made_do(kind, guess_columns(samples, kind, source), samples.of)
    keys = [guess.header for guess in guesses if guess.field == "key"]
    return told_by_keys(kind, samples.of(keys[0])) if keys else kind


def _told_by_states(samples: Samples, kind: str, source: Source) -> str:
    """The kind; or incidents where a column says of what was watched that it is down, or up again, or where
    every row is called an incident."""
    is_watched = source is GENERIC and kind in _TAKEN_FOR_OUTAGES
    is_down = is_watched and any(are_of_monitors(samples.of(header)) for header in samples.table.headers)
    if not is_down and not are_all_incidents(samples, kind, source):
        return kind
    guesses = with_its_date("incidents", guess_columns(samples, "incidents", source), samples.of)
    named = {guess.field for guess in guesses}
    return "incidents" if named & set(DATED_BY["incidents"]) else kind


def _told_by_columns(samples: Samples, kind: str, source: Source) -> str:
    """The kind; or that of lists whose columns say together what each of them alone does not: logs of what
    people did, versions of applications in environments, and calendars of public holidays."""
    headers = samples.table.headers
    if kind == "windows" and _are_holidays(samples, source):
        return "freezes"
    if source is not GENERIC:
        return kind
    seen = {guess.field: guess.header for guess in guess_columns(samples, "detected", source)}
    if kind in _TAKEN_FOR_DRIFT and {"detected_at", "ci"} <= seen.keys() and is_drift(headers):
        return "detected"
    keyed = next((one.header for one in guess_columns(samples, "changes", source) if one.field == "key"), "")
    if keyed and names_a_record(keyed):
        return kind
    if kind == "changes" and not keyed and _are_seen(samples, source):
        return "detected"
    if kind in _TAKEN_FOR_A_LOG and is_audit_log(seen.get("detected_at", ""), headers, samples.of):
        return "detected"
    if kind in _NAMED_ONCE and {"detected_at", "ci"} <= seen.keys() and _come_again(kind, samples):
        return "detected"
    if kind in _TAKEN_FOR_VERSIONS:
        deployed, registered = (
            {guess.field for guess in guess_columns(samples, one, source)}
            for one in ("deployments", "applications")
        )
        return "deployments" if are_versions(deployed, registered, headers, samples.of) else kind
    return kind


def _are_seen(samples: Samples, source: Source) -> bool:
    """Whether columns say all that identifies a detected change, and none is a key of changes or a title."""
    made = {
        one: {guess.field for guess in made_do(one, guess_columns(samples, one, source), samples.of)}
        for one in ("changes", "detected")
    }
    needed = {field.name for field in FIELDS["detected"] if field.is_required}
    return "key" not in made["changes"] and needed | {"who"} <= made["detected"]


def _come_again(kind: str, samples: Samples) -> bool:
    """Whether the names of such a list come again and again: a register has each but once, a log does not."""
    named = (one.header for one in guess_columns(samples, kind, GENERIC) if one.field == "name")
    names = [cell for header in named for cell in samples.of(header)]
    return len(names) > _LEAST_NAMED and len(set(names)) <= len(names) / 2


def _are_holidays(samples: Samples, source: Source) -> bool:
    """Whether the entries of a calendar are public holidays, and none calls itself a window."""
    titles = [
        cell
        for guess in guess_columns(samples, "windows", source)
        if guess.field == "title"
        for cell in samples.of(guess.header)
    ]
    return are_holidays(titles) and not any(map(says_window, titles))


def _named_best(samples: Samples) -> str:
    """The kind whose fields the headers name best; those without their identity column do not stand, but for
    changes, where another column can stand in for it."""
    best, best_score, is_made_do = "", 0.0, False
    for kind in FIELDS:
        if kind == CALENDAR:  # told by its rows, once its columns are known as those of windows or freezes
            continue
        found = guess_columns(samples, kind, GENERIC)
        guesses = made_do(kind, found, samples.of)
        stands_in = guesses != found
        if kind == "incidents" and any(map(tells_of_an_incident, samples.table.headers)):
            guesses = with_its_start(kind, guesses, samples.of, ())
        if kind == "activities" and {guess.field for guess in guesses} >= _PHASED:
            guesses = with_its_title(kind, guesses, samples.of)
            stands_in = guesses != found
        named = {guess.field for guess in guesses if guess.field}
        required = {f.name for f in FIELDS[kind] if f.is_required and f.name != "title"}
        if not required <= named:
            if not told_instead(kind, named):
                continue
            stands_in = True
        untelling = _OF_ANY_LIST.get(kind, ())
        surest = sum(one.confidence for one in guesses if one.field and one.field not in untelling)
        missing = len([f for f in FIELDS[kind] if f.name not in named and f.name not in untelling])
        naming = next((guess.header for guess in guesses if guess.field == "name"), "")
        ticked = kind == "activities" and is_checklist(samples.table.headers, samples.of)
        if not ticked and not may_be(kind, named, naming, samples.table.headers):
            continue
        fed = {guess.field: guess.header for guess in guesses if guess.field}
        if _are_of_another(kind, fed, samples):
            continue
        score = (
            surest
            + said_of(kind, samples.table.headers)
            + (_CHECKLIST if ticked else 0)
            - 0.01 * missing
            - (0.2 if kind in ("tickets", "incidents") else 0)
            - (_STOOD_IN if stands_in else 0)
        )
        if score > best_score:
            best, best_score, is_made_do = kind, score, stands_in
    is_open = not best or (best == "changes" and is_made_do)
    if is_open and any(map(numbers_a_deployment, samples.table.headers)):
        return "deployments"
    return best or _kind_without_change(samples)


def _are_of_another(kind: str, fed: Mapping[str, str], samples: Samples) -> bool:
    """Whether rows whose columns may be those of a kind say that they are of another; `fed` are the columns
    by field."""
    headers = samples.table.headers
    if kind == "activities" and are_records(fed, headers, samples.of):
        return True
    if kind in _NAMED_ONCE and _are_done_in_hours(samples):
        return True
    may_be_changes = kind == "windows" or (kind == "incidents" and not said_of(kind, headers))
    if may_be_changes and _are_numbered_changes(samples):
        return True
    if kind in _OF_A_CHANGE and are_texts(samples.of(fed.get("change_key", ""))):
        return True
    return are_changes(kind, fed, headers, samples.of)


def _are_numbered_changes(samples: Samples) -> bool:
    """Whether rows bear the number of a change, and say who leads it or asked for it, or whether it may be
    done: neither a window nor an outage does."""
    found = {one.field: one.header for one in guess_columns(samples, "changes", GENERIC)}
    return names_a_record(found.get("key", "")) and not _OF_ONE_CHANGE.isdisjoint(found)


def _are_done_in_hours(samples: Samples) -> bool:
    """Whether rows say from which hour to which something lasts; what a register holds lasts from a day."""
    spans = {one.field: one.header for one in guess_columns(samples, "windows", GENERIC)}
    if not {"starts_at", "ends_at"} <= spans.keys():
        return False
    begun = [moment for cell in samples.of(spans["starts_at"]) if (moment := _MOMENTS.instant(cell))]
    return sum(bool(moment.hour or moment.minute) for moment in begun) * 2 > len(begun)


def _kind_without_change(samples: Samples) -> str:
    """Builds or deployments where much says so, even if no column names their change; or else changes."""
    for kind, done_at in (("deployments", "deployed_at"), ("builds", "built_at")):
        named = {guess.field for guess in made_do(kind, guess_columns(samples, kind, GENERIC), samples.of)}
        if done_at in named and len(named - {""}) > _LEAST_NAMED:
            return kind
    return "changes"
