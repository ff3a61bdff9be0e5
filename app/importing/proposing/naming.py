"""Which fields of a record a header may name, how surely, and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from app.importing.fields import FIELDS, RECORDS, Field, field_named
from app.importing.proposing.actual_times import actual_time
from app.importing.proposing.composed import field_composed, without_record, without_when
from app.importing.proposing.composed_things import thing_composed
from app.importing.proposing.composed_times import time_by_cells, time_composed
from app.importing.proposing.composed_traits import trait_composed
from app.importing.proposing.fitting import DATED
from app.importing.proposing.own_things import describes_own_thing, doer_composed, without_own_thing
from app.importing.proposing.times_beside import of_which
from app.importing.sources.source import Source
from app.importing.words.cut_short import is_cut_short, known_as
from app.importing.words.links import is_link_header
from app.importing.words.names_of_kinds import names_another
from app.importing.words.names_of_people import names_a_person
from app.importing.words.of_records import numbers_a_change
from app.importing.words.spelling import (
    HEADERS_REMEMBERED,
    plain,
    spellings,
    spelt,
    with_humps_apart,
    without_small_words,
)

Named = tuple[Field, float, str]
"""A field that a header may name, how surely, from 0 to 1, and the reason in a sentence."""
_RECORDS = spelt("ticket, issue, issue key, key, work item")
"""Headers of changes that in a list of incidents number these."""
_SCOPES = spelt(
    """
    systemy objęte zamrożeniem, systemy objęte blokadą, systems in scope, applications in scope,
    sistemas no escopo, sistemas en alcance, systèmes concernés, sistemi in ambito, systemy w zakresie, scope,
    applies to, affects, covers, in scope, freeze scope, scope of freeze, geltungsbereich, gilt für, betrifft,
    umfang, périmètre, portée, concerne, s'applique à, alcance, ámbito, se aplica a, afecta a, escopo,
    abrangência, âmbito, aplica se a, ambito, perimetro, si applica a, zakres, dotyczy, kapsam, kapsamı"""
)
"""Headers of what a freeze is of."""
_DEPARTMENTS = spelt(
    "service, entité, pôle, secteur, sector, settore, ufficio, setor, sektor, referat, struttura"
)
"""Headers of where people work, that elsewhere are of other things."""
_REMARKS = spelt(
    """
    comment, comments, remarks, note, notes, commentaire, commentaires, bemerkung, bemerkungen, anmerkung,
    anmerkungen, hinweise, observaciones, observações, observação, osservazioni, notas, notatki, uwagi,
    notlar"""
)
"""Headers of what else there is to say: a description where nothing is called one, in whatever words."""
_MACHINES = spelt("host, hôte, rechner, serveur, servidor, serwer, sunucu")
"""Headers of what changes are made to, by which alarms are titled."""
_FROZEN = ("freezes", "calendar")
_SURE, _BY_SOURCE = 0.95, 0.98
_COMPOSED, _OF_A_SCOPE, _BY_CELLS, _BESIDE = 0.6, 0.65, 0.45, 0.58
_STEP_PER_SYNONYM = 0.005
_LESS_AT_LAST = 0.25
"""How much less sure each further name of a field is, and at most the last."""
_LESS_SURE = 0.9
"""How sure a name is beside a word for day or time, as a share."""
_SAID_OF_A_THING = 0.1
"""How much less sure a name is that the header says together with the record it speaks of."""


_COUNTED = re.compile(r"^(.*[^\d\s._])[._]?\d{1,3}$", re.DOTALL)
"""How programs tell repeated columns apart: "Labels.1", "Labels_2", "Labels3"."""
_APART = re.compile(r"\s*/\s*")
_NAMING_LAST = re.compile(r"^(.+) (?:display name|user name|name|nome|nombre|nom|login|username)$")
_LEAST_OF_NAME = frozenset({"key", "title", "source_id", "links", "description", "url"})
"""Fields that are not named by the name of what the header says: the name of a parent is not its key."""


@lru_cache(maxsize=2 * HEADERS_REMEMBERED)
def possible_fields(header: str, kind: str, source: Source, *, is_paired: bool = False) -> tuple[Named, ...]:
    """The fields of a kind that a header of this source may name, each with its confidence from 0 to 1 and
    the reason in a sentence; what the source itself calls it goes before all else.

    `is_paired`: the header names days whose times another names, or such times. Remembered, for a list is
    looked at for many kinds, and again when its kind or its mapping is changed.
    """
    return tuple(_possible_fields(header, kind, source, is_paired=is_paired))


def _possible_fields(header: str, kind: str, source: Source, *, is_paired: bool) -> Sequence[Named]:
    if (words := _word_of(source, header)) is not None:
        field = field_named(kind, source.columns[words])
        sure = _BY_SOURCE - (_STEP_PER_SYNONYM if words in source.second else 0)
        return [(field, sure, f"{source.name} calls it so.")] if field else []
    if is_link_header(header):
        field = field_named(kind, "links")
        return [(field, _BY_SOURCE, "A column of links between records.")] if field else []
    called = (*spellings(header), without_when(header))
    if found := next((found for words in called if (found := _fields_called(words, kind))), []):
        return found
    if is_paired and (found := _fields_of_times(header, kind)):
        return found
    if found := _fields_called_barely(header, kind):
        return [(field, _LESS_SURE * sure, reason) for field, sure, reason in found]
    apart = with_humps_apart(header)
    together = actual_time(apart, kind) or field_composed(apart, kind)
    together = together or thing_composed(apart, kind) or doer_composed(apart, kind)
    if kind == "people" and names_a_person(apart):
        together = "name"
    if composed := field_named(kind, together):
        return [(composed, _COMPOSED, f'Its words together say "{composed.label}".')]
    if offered := _fields_of_alternatives(header, kind):
        return offered
    own = _fields_called(without_own_thing(header, kind), kind)
    if describes_own_thing(header, kind):
        own = _fields_called("title", kind)
    if own:
        return [
            (field, _COMPOSED * sure, f'It says "{field.label}" of what the list is of.')
            for field, sure, _ in own
        ]
    for name, sure in (time_composed(apart, kind), trait_composed(apart, kind)):
        if told := field_named(kind, name):
            return [(told, sure, f'Its words together say "{told.label}".')]
    if is_cut_short(header) and (cut := _fields_cut_short(header, kind)):
        return cut
    if kind not in RECORDS:
        return []
    bare = without_record(spellings(header)[-1])
    named_bare = (_fields_called(words, kind) for words in (spellings(bare) if bare else ()))
    found = [one for one in next(filter(None, named_bare), []) if one[0].name != "key"]
    if not found and (named := _NAMING_LAST.match(spellings(header)[-1])):
        found = [one for one in _fields_called(named[1], kind) if one[0].name not in _LEAST_OF_NAME]
    if not found and (told := field_named(kind, time_by_cells(apart, kind))):
        return [(told, _BY_CELLS, f'Its cells are moments, and it may say "{told.label}".')]
    return [(field, sure - _SAID_OF_A_THING, reason) for field, sure, reason in found]


def _word_of(source: Source, header: str) -> str | None:
    """The header of a source's own that this is, small words aside; None where it is none."""
    said = spellings(header)
    if own := next((words for words in said if words in source.columns), ""):
        return own
    bare = without_small_words(said[0])
    if not bare:
        return None
    return next((words for words in source.columns if bare in (words, without_small_words(words))), None)


def fields_of_repeat(header: str, headers: Collection[str], kind: str, source: Source) -> list[Named]:
    """The fields that collect what several columns hold, where a program has numbered a repeated header:
    "Labels.1" beside "Labels"."""
    counted = _COUNTED.match(header)
    if counted is None or counted[1] not in headers:
        return []
    return [
        (field, sure - _STEP_PER_SYNONYM, f'Another column called "{counted[1]}".')
        for field, sure, _ in possible_fields(counted[1], kind, source)
        if field.collects
    ]


def _fields_of_times(header: str, kind: str) -> list[Named]:
    """The fields of times that a header names beside its word for day or time: "Datum Beginn"."""
    words = of_which(header)
    called = _fields_called(words, kind) if words else []
    return [(field, _LESS_SURE * sure, reason) for field, sure, reason in called if field.type in DATED]


def _fields_of_alternatives(header: str, kind: str) -> list[Named]:
    """The fields that a header offers by two names, "Fase / actividad": those that every record has first.
    Times are not told so: "Data/Hora" is one of both."""
    parts = _APART.split(header)
    found = [one for part in parts for one in _fields_called(plain(part), kind)] if len(parts) == 2 else []
    named = [one for one in found if one[0].type not in DATED]
    needed = [one for one in named if one[0].is_required]
    return [(field, _COMPOSED * sure, reason) for field, sure, reason in needed or named]


def _fields_called_barely(header: str, kind: str) -> list[Named]:
    """The fields of a kind that a header names without the words that only join others."""
    for words in filter(None, map(without_small_words, spellings(header))):
        if found := _fields_called(words, kind) or _fields_called(words, kind, is_bare=True):
            return found
    return []


def _fields_called(words: str, kind: str, *, is_bare: bool = False) -> list[Named]:
    """The fields of a kind that are known by these plain words, and how sure that is; `is_bare` where words
    that only join others are left out."""
    found = (_by_bare_words(kind) if is_bare else _by_words(kind)).get(words)
    if not found:
        return []
    return [
        (field, sure, reason)
        for field, sure, reason in found
        if not (field.name == "name" and names_another(kind, words))
        and not (field.name == "change_key" and kind == "incidents" and words in _RECORDS)
        and not (field.name == "key" and kind == "incidents" and numbers_a_change(words))
    ]


def _fields_cut_short(header: str, kind: str) -> list[Named]:
    """The fields of which a header with words cut short may name one, each as the surest of its names."""
    surest: dict[str, Named] = {}
    for words in known_as(header, _by_words(kind)):
        for field, sure, _ in _fields_called(words, kind):
            if field.name not in surest or surest[field.name][1] < sure:
                surest[field.name] = (field, sure, f'Short for "{words}".')
    return [(field, _COMPOSED * sure, reason) for field, sure, reason in surest.values()]


@cache
def _by_bare_words(kind: str) -> dict[str, list[Named]]:
    """The fields of a kind by what each is known by without the small words, where these mean one field:
    databases call "tipo de cambio" tipo_cambio."""
    found: dict[str, list[Named]] = {}
    for words, fields in _by_words(kind).items():
        if bare := without_small_words(words):
            known = found.setdefault(bare, fields)
            if {field.name for field, *_ in known} != {field.name for field, *_ in fields}:
                found[bare] = []
    return found


@cache
def _by_words(kind: str) -> dict[str, list[Named]]:
    """The fields of a kind by the plain words that each is known by: lists may have thousands of headers."""
    found: dict[str, list[Named]] = {}
    for field in FIELDS[kind]:
        step = min(_STEP_PER_SYNONYM, _LESS_AT_LAST / max(1, len(field.headers)))
        known = {
            words: (_SURE - step * place, f'A known name of "{field.label}".')
            for place, words in reversed(list(enumerate(field.headers)))
        }
        own = (field.name.replace("_", " "), plain(field.label))
        known |= dict.fromkeys(own, (_BY_SOURCE, "The field's own name."))
        if field.name == "applications" and kind in _FROZEN:
            known |= dict.fromkeys(_SCOPES, (_OF_A_SCOPE, "What a freeze is of."))
        if field.name == "team" and kind == "people":
            known |= dict.fromkeys(_DEPARTMENTS, (_OF_A_SCOPE, "What part of a house one works in."))
        if field.name == "configuration_items" and kind == "changes":
            known |= dict.fromkeys(_MACHINES, (_OF_A_SCOPE, "What a change is made to."))
        if field.name == "description":
            known |= {words: (_BESIDE, known[words][1]) for words in _REMARKS & known.keys()}
        for words, (sure, reason) in known.items():
            found.setdefault(words, []).append((field, sure, reason))
    return found
