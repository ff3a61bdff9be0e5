"""A plan's rows before they become steps: durations, phases and predecessors, from the whole plan."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.importing.converting.outlines import path_said
from app.importing.converting.rows import IN_DAYS, ImportRow
from app.sequencing.model import Phase
from app.services.imports.kind import Prepared
from app.services.imports.kinds.decisions import with_decisions
from app.services.imports.kinds.how_far import with_states
from app.services.imports.kinds.lasting import Lengths, told_days
from app.services.imports.kinds.meant import begins_within
from app.services.imports.kinds.night_times import in_its_night, with_distances
from app.services.imports.kinds.plan_links import MOST_TOLD, links_of_plan
from app.services.imports.kinds.renumbered import keys_known_again, told_beside
from app.services.imports.kinds.three_points import told_not_enclosed, with_three_points
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
_OF_THE_PLAN = frozenset(
    {"outline", "parent", "is_heading", "link_kind", "lag", "successors", "share_done", "finish", IN_DAYS}
)
"""Fields that say how the rows of a plan hang together, and nothing of a step itself."""


def prepare(rows: list[ImportRow], names: RegisterNames) -> Prepared:
    """The rows with durations, phases and predecessors of the steps they name; steps of changes that are not
    in the window are refused no more than others: they are kept without the change."""
    rows = [replace(row, values=in_its_night(row.values, names.window)) for row in with_distances(rows)]
    zone = ZoneInfo(names.window.zone_name if names.window else "UTC")
    planned = links_of_plan([row for row in rows if not row.duplicate_of], zone)
    outline = planned.outline
    own = [row for row in rows if not row.duplicate_of and row.key not in outline.headings]
    standing = {key for _, key in names.steps}
    known = keys_known_again(own, names.plan_says, names.plan_says.keys() - standing)
    own, told_states = with_states(own, names.window)
    own, told_decisions = with_decisions(own)
    said = {row.key: row.values for row in own}
    titles = {row.key: str(row.values.get("title") or row.key) for row in rows}
    lengths = Lengths(own, zone)
    prepared: list[ImportRow] = []
    not_enclosed: list[int] = []
    refused: list[tuple[ImportRow, str, str]] = []
    for row in rows:
        if row.key in outline.headings:
            refused.append((row, "title", _told_heading(len(outline.headings[row.key]))))
            continue
        values = _in_its_group(
            said[row.key], titles.get(outline.group_of(row.key), ""), bool(outline.headings)
        )
        if (minutes := lengths.of(said[row.key])) is not None:
            values["duration_minutes"] = minutes
        if not with_three_points(said[row.key], values):
            not_enclosed.append(row.row_number)
        _settle_phase(values)
        _settle_change(values, names)
        links = planned.links.get(row.key, ())
        values["predecessors"] = tuple((known.get(key, key), kind, lag) for key, kind, lag in links)
        prepared.append(replace(row, key=known.get(row.key, row.key), values=values))
    guessed = [
        f"row {one.row_number}, {one.values['duration_minutes'] / 1440:g} d"
        for one in own
        if lengths.is_guess(one.values)
    ]
    told = (
        *told_days(guessed, planned.guessed_lags),
        *told_not_enclosed(not_enclosed),
        *_told_twice(own, names),
        *_told_outside(own, names),
        *_told_people(own, names),
    )
    told_plan = told_beside(known, names.plan_titles)
    return Prepared(prepared, refused, (*planned.told, *told_plan, *told_states, *told_decisions, *told))


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
