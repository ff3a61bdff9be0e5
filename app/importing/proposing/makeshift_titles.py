"""Columns that stand in where none is called a title."""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.fields import TITLED, field_named
from app.importing.proposing.fitting import fit
from app.importing.proposing.guess import Cells, Guess, first_called, header_of, put
from app.importing.proposing.looks import are_short, read_as_titles, tell_apart
from app.importing.proposing.makeshift_words import CAUSES, HOSTS, OF_A_SPAN
from app.importing.words.concepts_traits import NUMBER
from app.importing.words.of_records import (
    is_of_a_rank,
    is_of_a_sort,
    names_a_window,
    names_an_incident,
    tells_of_an_incident,
    tells_of_an_outage,
)
from app.importing.words.spelling import plain, spellings

_CONFIDENCE = 0.5
_SHORT = "No column is called a title; these are short enough to be."
_LOOKS = "No column is called a title; the texts of this one read like titles."
_SPANS = ("windows", "freezes", "calendar", "window_series")


def put_title(kind: str, made: list[Guess], cells_of: Cells) -> None:
    """Let a column of short texts stand in for the missing title of a list of this kind."""
    header = ""
    if kind in _SPANS:
        header = _title_of_a_span(kind, made, cells_of)
    elif kind in TITLED:
        header = _cause_or_host(made, cells_of) if kind == "incidents" else ""
        header = header or _what_is_told(kind, made, cells_of)
    if header and not all(cell.strip().isdecimal() for cell in cells_of(header)):
        put(made, Guess(header, "title", _CONFIDENCE, _SHORT))


def _title_of_a_span(kind: str, made: Sequence[Guess], cells_of: Cells) -> str:
    first = made[0]
    is_named = names_a_window(first.header) and NUMBER.isdisjoint(plain(first.header).split())
    if not first.field and is_named and _are_names(kind, cells_of(first.header)):
        return first.header
    header = first_called(made, OF_A_SPAN, lambda name: are_short(cells_of(name)))
    tells = bool(header) and tell_apart(cells_of(header))
    if header and not first.field and not tells and _are_names(kind, cells_of(first.header)):
        return first.header
    if header or kind != "window_series":
        return header
    open_ones = (guess.header for guess in made if not guess.field)
    return next((one for one in open_ones if are_short(cells_of(one))), "")


def _are_names(kind: str, cells: Sequence[str]) -> bool:
    """Whether texts tell the windows apart, and are no times of them."""
    title = field_named(kind, "title")
    return title is not None and tell_apart(cells) and are_short(cells) and fit(list(cells), title) == 1.0


def _cause_or_host(made: Sequence[Guess], cells_of: Cells) -> str:
    """What an incident was like, why something was down, what was, or else of what sort the incident was,
    where no short description says so."""
    told = header_of(made, "description")
    if told and are_short(cells_of(told)):
        return ""
    open_ones = (one.header for one in made if not one.field and tells_of_an_incident(one.header))
    if header := next((one for one in open_ones if _are_its_own(one, cells_of(one))), ""):
        return header
    named = (one.header for one in made if not one.field and _names_what_befell(one.header))
    if header := next((one for one in named if read_as_titles(cells_of(one))), ""):
        return header
    sorts = (one for one in made if not one.field and is_of_a_sort(one.header))
    is_keyed = bool(header_of(made, "key"))
    told = next((one.header for one in sorts if not is_keyed and _names_what_befell(one.header)), "")
    return first_called(made, (CAUSES, HOSTS), lambda name: are_short(cells_of(name))) or told


def _names_what_befell(header: str) -> bool:
    return names_an_incident(header) or tells_of_an_outage(header)


def _are_its_own(header: str, cells: Sequence[str]) -> bool:
    """Whether texts tell one incident from others: sentences, or short ones of what is no sort."""
    return read_as_titles(cells) or (not is_of_a_sort(header) and are_short(cells) and tell_apart(cells))


def _what_is_told(kind: str, made: Sequence[Guess], cells_of: Cells) -> str:
    """The description, or of a step what else tells what it is, where these are short."""
    header = header_of(made, "description")
    if not header and kind == "activities":
        fields = ("", "instructions") if header_of(made, "source_id") else ("",)
        header = first_called(made, OF_A_SPAN[:1], lambda name: are_short(cells_of(name)), fields)
    return header if header and are_short(cells_of(header)) else ""


def with_its_title(kind: str, guesses: Sequence[Guess], cells_of: Cells) -> tuple[Guess, ...]:
    """The guesses; where no column is called a title, the first whose texts are a few words each, hardly ever
    the same, is one: keys alone would say nothing."""
    made = list(guesses)
    is_titled = bool(header_of(made, "title")) or is_called_a_title(kind, header_of(made, "key"))
    if kind in TITLED and not is_titled:
        open_ones = (one.header for one in made if not one.field and not is_of_a_rank(one.header))
        if header := next((one for one in open_ones if read_as_titles(cells_of(one))), ""):
            put(made, Guess(header, "title", _CONFIDENCE, _LOOKS))
    return tuple(made)


def is_called_a_title(kind: str, header: str) -> bool:
    """Whether a header names the title, as that of a title does which stands in for a missing key."""
    title = field_named(kind, "title")
    return title is not None and any(words in title.headers for words in spellings(header))
