"""How well the cells of a column look like values of a field."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.importing.cells.moments import moment_of
from app.importing.cells.objects import is_name, is_time_told
from app.importing.cells.predecessors import kind_of_link
from app.importing.fields import ENDS, Field, FieldType
from app.importing.proposing.entries import says_window
from app.importing.times.dates import DateReader
from app.importing.times.spans import clocks_of
from app.importing.times.zone_names import zone_called
from app.importing.words.durations import minutes_of, says_nothing
from app.importing.words.shares import are_shares, share_of
from app.importing.words.spelling import plain, spelt
from app.importing.words.stages import stage_of
from app.importing.words.values import choose, is_heading, yes_or_no

_LONGEST_UNIT = 1440.0
"""Minutes of what a bare number may count, so that half of it is a duration, too."""
DATED = (FieldType.DATE, FieldType.INSTANT, FieldType.MOMENT)
_LEAST_SHARE = 0.5
_FEW = 3
_FLAGS = spelt("true, false, yes, no, y, n, ja, nein, oui, non, sí, não, sim, sì, tak, nie, evet, hayır")
"""Of a milestone told by these is known only whether it is one, not its name."""
_ASKED_WHETHER = ("backout_plan", "change_key")
"""Lists also ask whether there is one, "Rollback required?": a yes names none."""
_HONOURS = spelt(
    "mr, mrs, ms, miss, dr, prof, prof dr, herr, frau, m, mme, mlle, sr, sra, srta, sig, sig ra, dott, pan, "
    "pani, bay, bayan"
)
"""Titles of persons, which say nothing of their work."""
_CHANNELS = spelt(
    """
    portal, self service, self service portal, email, e mail, mail, phone, telephone, call, chat, web,
    web form, form, api, walk in, widget, mobile, app, feedback widget, bot, slack, teams, manual, monitoring,
    event, correo, correo electrónico, teléfono, telefon, téléphone, telefone, telefono, autoservicio,
    courriel, libre service, posta elettronica, poczta, e posta"""
)
"""Ways on which people send tickets: none is a program that keeps them."""
_SWITCH = frozenset({"0", "1"})
"""No scale has a 0: it says whether, not how much."""
_BROWSERS = re.compile(r"\b(?:chrome|firefox|safari|mozilla)\b", re.IGNORECASE)
"""What audit logs call the device of who works with them; nothing changed there."""
_DATES = DateReader("dmy", "UTC")
_HOLDS: dict[str, Callable[[str], bool]] = {
    "email": lambda cell: "@" in cell,
    "phone": lambda cell: "@" not in cell and any(letter.isdigit() for letter in cell),
}
"""What the cells of a way to reach somebody look like."""


def fit(sample: list[str], field: Field) -> float:
    """1 where the cells look like the field's values, less where they do not; empty columns fit barely."""
    is_told = is_time_told if field.type in DATED else is_name
    filled = [cell for cell in sample if is_told(cell.strip())]
    if not filled:
        return 0.4 if field.name == "source_id" else 0.6
    if field.name == "title" and not field.is_required:
        # windows and freezes have no key: what looks like one is their title; no hours, days or answers are
        is_none = all(map(clocks_of, filled)) or all(map(is_dated, filled)) or _are_answers(filled)
        return 0.2 if is_none else 1.0
    if field.name in ("key", "source_id", "title"):
        return _fit_of_key(sample, field.name)
    if field.name == "source_system" and all(cell.isdecimal() or plain(cell) in _CHANNELS for cell in filled):
        return 0.2
    if field.name == "ci" and any(map(_BROWSERS.search, filled)):
        return 0.2
    if field.choices == "activity_state" and are_shares(filled):
        return 0.2  # it says how much of a step is done
    if field.name == "strength" and any(map(says_window, sample)):
        return 0.2  # it says what the entries are
    test = _tests(field)
    if test is None:
        return 1.0
    if field.choices == "scale" and set(filled) <= _SWITCH and "0" in filled:
        return 0.2
    if field.type is FieldType.MINUTES:
        filled = [cell for cell in filled if not says_nothing(cell)] or filled  # "No" may be no time, or a no
    share = sum(test(cell) for cell in filled) / len(filled)
    return 1.0 if share >= _LEAST_SHARE else 0.2


def _are_answers(cells: list[str]) -> bool:
    """Whether the cells say yes or no."""
    return set(map(plain, cells)) <= _FLAGS


def _fit_of_key(sample: list[str], name: str) -> float:
    """Keys are short, carry a digit and hardly repeat; titles do not look like that."""
    key_like = [
        len(cell) <= 40 and len(cell.split()) <= 2 and any(letter.isdigit() for letter in cell)
        for cell in sample
    ]
    share = sum(key_like) / len(sample)
    if name == "title" and sum(cell.strip().isdecimal() for cell in sample) * 2 >= len(sample):
        return 0.4
    if name == "title":
        return 0.2 if all(map(is_dated, sample)) or _are_answers(sample) else 0.5 if share > 0.9 else 1.0
    distinct = len(set(sample)) / len(sample)
    if name == "source_id" and len(sample) > _FEW and distinct <= _LEAST_SHARE:
        return 0.2  # a number that most steps share is that of their part of the plan
    return (1.0 if share >= _LEAST_SHARE else 0.35 if name == "source_id" else 0.7) * (
        1.0 if distinct > 0.8 else 0.7
    )


def is_dated(cell: str) -> bool:
    """Whether a cell is a day or a moment."""
    return _DATES.instant(cell.strip()) is not None


def _tests(field: Field) -> Callable[[str], bool] | None:
    if field.type is FieldType.MOMENT:
        dates = DateReader("dmy", "UTC")
        is_end = field.name in ENDS
        return lambda cell: moment_of(cell.strip(), dates, is_end=is_end) is not None
    if field.type in DATED:
        reader = DateReader("dmy", "UTC")
        if field.name == "day":
            return lambda cell: reader.whole_day(cell.strip()) is not None
        return lambda cell: reader.day(cell.strip()) is not None
    if field.type is FieldType.MINUTES:
        return lambda cell: minutes_of(cell.strip(), _LONGEST_UNIT) is not None
    if field.name == "deployment_approved":
        return lambda cell: yes_or_no(cell) is not None
    if field.name == "zone_name":
        return lambda cell: zone_called(cell.strip()) is not None
    if field.name == "share_done":
        return lambda cell: share_of(cell) is not None
    if field.name == "stage":
        return lambda cell: stage_of(cell) is not None
    if field.name == "roles":
        return lambda cell: plain(cell) not in _HONOURS
    if field.name == "is_heading":
        return lambda cell: is_heading(cell) is not None
    if field.name == "link_kind":
        return lambda cell: kind_of_link(cell) is not None
    if field.type is FieldType.CHOICE and field.name not in ("state",):
        return lambda cell: choose(field.choices, cell) is not None
    if field.name in ("email", "phone"):
        return _HOLDS[field.name]
    if field.name in _ASKED_WHETHER:
        return lambda cell: yes_or_no(cell) is None
    if field.name in ("phase", "release", "group"):
        return lambda cell: plain(cell) not in _FLAGS
    return None
