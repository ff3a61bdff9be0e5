"""A plan's rows before they become steps: durations, phases and predecessors, from the whole plan."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.importing.converting.outlines import path_said
from app.importing.converting.rows import ImportRow
from app.sequencing.model import Phase
from app.services.imports.kind import Prepared
from app.services.imports.kinds.meant import begins_within
from app.services.imports.kinds.night_times import in_its_night, with_distances
from app.services.imports.kinds.plan_links import MOST_TOLD, links_of_plan
from app.services.imports.kinds.renumbered import keys_known_again, told_beside
from app.services.imports.names import RegisterNames, once_each
from app.services.imports.newcomers import is_known
from app.services.imports.player_names import is_person, people_in

_PHASE_WORDS: tuple[tuple[Phase, re.Pattern[str]], ...] = tuple(
    (phase, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for phase, words in (
        (Phase.VERIFY, "verif|validat|test|smoke|check|sign.?off|prüf|vérif|prueb|weryf|doğrul|accept"),
        (Phase.CLOSE, "clos|post|hypercare|clean.?up|wrap.?up|after|abschluss|clôtur|cierre|zamkn|kapan"),
        (
            Phase.PREPARE,
            "prepar|prep\\b|readiness|baseline|pre-|before|backup|organi[sz]|communicat|plan|setup|vorber|"
            "prépar|przygot|hazırl|announc|deactivat",
        ),
        (Phase.DEPLOY, "deploy|install|migrat|load|conver|activat|cut.?over|go.?live|execut|sync|implement"),
    )
)
_OF_THE_PLAN = frozenset({"outline", "parent", "is_heading", "link_kind", "lag", "successors"})
"""Fields that say how the rows of a plan hang together, and nothing of a step itself."""
_DAY_MINUTES = 1_440


def prepare(rows: list[ImportRow], names: RegisterNames) -> Prepared:
    """The rows with durations, phases and predecessors of the steps they name; steps of changes that are not
    in the window are refused no more than others: they are kept without the change."""
    rows = [replace(row, values=in_its_night(row.values, names.window)) for row in with_distances(rows)]
    planned = links_of_plan([row for row in rows if not row.duplicate_of])
    outline = planned.outline
    own = [row for row in rows if not row.duplicate_of and row.key not in outline.headings]
    known = keys_known_again(own, names.plan_titles)
    titles = {row.key: str(row.values.get("title") or row.key) for row in rows}
    whole_days = _whole_days(own, names)
    counts_days = whole_days and _counts_days(own, names)
    prepared: list[ImportRow] = []
    refused: list[tuple[ImportRow, str, str]] = []
    for row in rows:
        if row.key in outline.headings:
            refused.append((row, "title", _told_heading(len(outline.headings[row.key]))))
            continue
        values = _in_its_group(row.values, titles.get(outline.group_of(row.key), ""), bool(outline.headings))
        finish = values.pop("finish", None)
        if counts_days and values.get("duration_minutes"):
            values["duration_minutes"] *= _DAY_MINUTES
        length = _length(values, finish, whole_days)
        if length and (values.get("duration_minutes") is None or _is_in_working_days(values, length)):
            values["duration_minutes"] = length
        _settle_phase(values)
        _settle_change(values, names)
        links = planned.links.get(row.key, ())
        values["predecessors"] = tuple((known.get(key, key), kind, lag) for key, kind, lag in links)
        prepared.append(replace(row, key=known.get(row.key, row.key), values=values))
    told = (*_told_twice(own, names), *_told_outside(own, names), *_told_people(own, names))
    return Prepared(prepared, refused, (*planned.told, *told_beside(known, names.plan_titles), *told))


def _told_heading(steps: int) -> str:
    """Why a heading is no step."""
    come = "the step beneath it comes" if steps == 1 else f"the {steps} steps beneath it come"
    return f"It is a heading: {come} in instead, so that no time counts twice, and links to it go there."


def _in_its_group(said: Mapping[str, Any], heading: str, is_tree: bool) -> dict[str, Any]:
    """The values of a step beneath a heading, which groups it where the plan has no other word for that."""
    values = {name: value for name, value in said.items() if name not in _OF_THE_PLAN}
    if not values.get("group") and not values.get("phase") and (group := heading or path_said(said)):
        values["group"] = group
    number = str(said.get("outline") or "")
    if number and not number.isdecimal() and values.get("group") != number and not is_tree:
        values["extra"] = {**dict(values.get("extra") or {}), "Outline": number}
    return values


def _whole_days(rows: Sequence[ImportRow], names: RegisterNames) -> bool:
    """Whether the plan names days without times: then its last days are worked to their end."""
    zone = ZoneInfo(names.window.zone_name if names.window else "UTC")
    moments = [row.values.get(name) for row in rows for name in ("start", "finish")]
    times = {moment.astimezone(zone).time() for moment in moments if isinstance(moment, datetime)}
    return len(times) == 1


def _counts_days(rows: Sequence[ImportRow], names: RegisterNames) -> bool:
    """Whether the durations of a plan of whole days are bare numbers of days: none is of more minutes than
    the days it takes."""
    zone = ZoneInfo(names.window.zone_name if names.window else "UTC")
    lengths = [
        (minutes, _days_of(row.values, zone))
        for row in rows
        if (minutes := row.values.get("duration_minutes"))
    ]
    return bool(lengths) and all(minutes <= days for minutes, days in lengths)


def _days_of(values: Mapping[str, Any], zone: ZoneInfo) -> int:
    """From the first day to the last as the calendar counts them, whatever the clocks do between them."""
    start, finish = values.get("start"), values.get("finish")
    if not isinstance(start, datetime) or not isinstance(finish, datetime):
        return 0
    return (finish.astimezone(zone).date() - start.astimezone(zone).date()).days + 1


def _is_in_working_days(values: Mapping[str, Any], length: int) -> bool:
    """Whether a duration counts days of work, of some hours each: it says days, and more than lie between
    start and finish."""
    return bool(values["duration_minutes"] >= _DAY_MINUTES and values["duration_minutes"] > length)


def _length(values: Mapping[str, Any], finish: datetime | None, whole_days: bool) -> int:
    start = values.get("start")
    if not isinstance(start, datetime) or finish is None:
        return 0
    end = finish + timedelta(days=1) if whole_days else finish
    return max(0, round((end - start).total_seconds() / 60))


def _settle_phase(values: dict[str, Any]) -> None:
    """The plan's own word becomes the group; what the step is for is read from its words."""
    own_phase = str(values.get("phase") or "")
    group = str(values.get("group") or "")
    if own_phase.casefold() in {phase.value for phase in Phase}:
        values["phase"] = own_phase.casefold()
        return
    values["group"] = group or own_phase
    for text in (values.pop("classification", ""), own_phase, group, values.get("title")):
        for phase, words in _PHASE_WORDS:
            if words.search(str(text or "")):
                values["phase"] = phase.value
                return
    values["phase"] = Phase.DEPLOY.value


def _settle_change(values: dict[str, Any], names: RegisterNames) -> None:
    """A change is linked where the register has it; else its key is kept as text."""
    key = str(values.get("change_key") or "")
    known = names.changes.id_of(key)
    if key and known is None:
        values["extra"] = {**dict(values.get("extra") or {}), "Change": key}
        values["change_key"] = ""
    elif known is not None:
        values["change_key"] = names.changes.names[known]


def _told_twice(rows: Sequence[ImportRow], names: RegisterNames) -> list[str]:
    """That most steps are called as ones that the window has, but not from this plan: an exported sequence
    that comes back, or the same plan with other ids."""
    keys, known = {row.key for row in rows}, {key for _, key in names.steps}
    elsewhere = {title for title, key in names.steps if key not in keys}
    alike = [row for row in rows if row.key not in known and row.values.get("title") in elsewhere]
    if not alike or 2 * len(alike) <= len(rows):
        return []
    return [
        f"{len(alike):,} of {len(rows):,} steps are called as steps that the window has already; they would "
        "stand there twice. Edit those on the sequence's screen, or choose another window."
    ]


def _told_outside(rows: Sequence[ImportRow], names: RegisterNames) -> list[str]:
    """That most steps begin at another time than the window, which may be the wrong one for this plan."""
    window = names.window
    if window is None:
        return []
    starts = [start for row in rows if isinstance(start := row.values.get("start"), datetime)]
    outside = sorted(one for one in starts if not begins_within(one, window))
    if 2 * len(outside) <= len(starts):
        return []
    zone = ZoneInfo(window.zone_name)
    first, opens = (f"{one.astimezone(zone):%a %d %b %Y, %H:%M}" for one in (outside[0], window.starts_at))
    steps = f"{len(outside):,} of {len(starts):,} steps begin"
    return [
        f"{steps} outside the window, which opens {opens}; the first of them {first}. Choose another window "
        "if the plan is for another night."
    ]


def strangers_in(rows: Sequence[ImportRow], names: RegisterNames) -> list[str]:
    """Players whose names are no person's or team's of the register, each once."""
    return [one for one in _players(rows) if not is_known(one, names)]


def _players(rows: Sequence[ImportRow]) -> list[str]:
    return once_each(one for row in rows for one in people_in(row.values.get("players") or ()))


def _told_people(rows: Sequence[ImportRow], names: RegisterNames) -> list[str]:
    """Who the register does not know: people that will be added, and words kept in the instructions."""
    unknown = strangers_in(rows, names)
    people = [one for one in unknown if is_person(one)]
    others = [one for one in unknown if not is_person(one)]
    told = []
    if people:
        shown = ", ".join(people[:MOST_TOLD]) + (" …" if len(people) > MOST_TOLD else "")
        are = "1 person is" if len(people) == 1 else f"{len(people)} people are"
        told.append(f"{are} not in the register and will be added to it: {shown}.")
    if others:
        shown = ", ".join(others[:MOST_TOLD])
        told.append(f"{shown}: nobody in particular; kept in the steps' instructions.")
    if shared := list(filter(names.people.is_shared, _players(rows))):
        shown = ", ".join(shared[:MOST_TOLD])
        told.append(f"{shown}: more than one person of the register; kept in the steps' instructions.")
    return told
