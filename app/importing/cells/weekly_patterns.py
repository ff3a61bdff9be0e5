"""When something recurs, as people write it: "Every Saturday 22:00-04:00", "First Sunday of the month"."""

from __future__ import annotations

import re
from datetime import time
from typing import NamedTuple

from app.importing.cells.moments import moment_of
from app.importing.times.dates import DateReader
from app.importing.times.weekdays import WEEKDAYS, weekday_of
from app.importing.words.spelling import fold, spelt, word_map

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CLOCK = r"\d{1,2}(?:[:.h]\d{2}|h| ?(?=[ap]\.?m|uhr))(?: ?[ap]\.?m\.?)?(?: ?(?:h|uhr))?"
_TO = r"(?:[-–—→]|\b(?:to|until|till|and|bis|und|a|as|et|y|e|i|alle|do|tot|ve)\b)"
_HOURS = re.compile(
    rf"(?:\b(?:from|between|von|zwischen|de|das|dalle|entre|od|desde|van)\s+)?({_CLOCK})\s*{_TO}\s*"
    rf"(?:(?:on\s+)?([^\W\d_]+),?\s+)?({_CLOCK})\s*$"
)
_RULE = re.compile(
    r"^(?:RRULE:)?((?:[A-Z]+=[^;=]+;)*FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[^;=]+)*);?$"
)
"""A rule of RFC 5545, as calendars write it."""
_OF_THE_MONTH = re.compile(
    r"\b(?:(?:of|in|im|des|du|de|del|do|da|di|w|van de|a)\s+)?(?:(?:the|each|every|jeden|jedes|chaque|cada|"
    r"ogni|kazdego|her|el|o|il|le|la)\s+)*(?:months?|monats?|monat|mois|mes|mese|miesiaca|miesiacu|maand|ayin|ayda)\b"
)
_EVERY_DAY = re.compile(
    r"^(?:daily|every ?day|each day|taglich|jeden tag|tous les jours|chaque jour|quotidien\w*|diari\w+|"
    r"todos los dias|todos os dias|ogni giorno|tutti i giorni|giornalier\w+|codziennie|her gun|dagelijks)$"
)
_WORKING_DAYS = re.compile(
    r"^(?:(?:every |each |on )?(?:week ?days?|working days?|business days?)|werktags|wochentags|an werktagen|"
    r"jours ouvres|dias laborables|dias uteis|giorni lavorativi|dni robocze|is gunleri|hafta ici)$"
)
_WEEKENDS = re.compile(
    r"^(?:(?:every |each |on )?week ?ends?|wochenends|jedes wochenende|tous les week ?ends|fines de semana|"
    r"fins de semana|ogni weekend|weekendy|hafta sonu)$"
)
_FILLING = spelt(
    """
    every, each, weekly, week, on, the, and, jeden, jede, jeder, jedes, wochentlich, am, und, tous, toutes,
    les, chaque, le, la, hebdomadaire, et, todos, todas, los, las, el, cada, semanal, semanalmente, y, os, as,
    o, a, aos, na, no, todo, toda, e, ogni, il, tutti, tutte, i, settimanale, w, we, kazda, kazdy, kazdego,
    co, tydzien, her, ve, haftalik, gunu, monthly, monatlich, mensuel, mensual, mensal, mensile"""
)
_PLACES = word_map(
    {
        "1": """
            first, 1st, erster, ersten, erste, premier, primer, primero, primeiro, primeira, primo, prima,
            pierwszy, pierwsza, ilk, 1er, 1o, 1a""",
        "2": """
            second, 2nd, zweiter, zweiten, zweite, deuxieme, segundo, segunda, secondo, seconda, drugi, druga,
            ikinci, 2e""",
        "3": """
            third, 3rd, dritter, dritten, dritte, troisieme, tercer, tercero, terceiro, terceira, terzo,
            terza, trzeci, trzecia, ucuncu, 3e""",
        "4": """
            fourth, 4th, vierter, vierten, vierte, quatrieme, cuarto, quarto, quarta, czwarty, czwarta,
            dorduncu, 4e""",
    }
) | dict.fromkeys(
    spelt(
        "last, letzter, letzten, letzte, dernier, derniere, ultimo, ultima, ostatni, ostatnia, son, laatste"
    ),
    "-1",
)
"""Which of a month's weekdays a word means, as rules number them."""
_RANGE = re.compile(r"([^\W\d_]+)\s*(?:-|–|—|\bto\b|\bthrough\b|\bbis\b|\bau\b)\s*([^\W\d_]+)$")
_ENDINGS = ("", "s", "en", "lari", "leri", "i")
_LONGEST = 80
_WORD = re.compile(r"[^\W\d_]+")
_STEMS = frozenset(
    word[:3]
    for word in (
        *(name for name in WEEKDAYS if len(name) > 3),
        *spelt(
            """
            daily, every, each, week, taglich, jeden, tous, chaque, quotidien, diario, todos, ogni, tutti,
            giornaliero, codziennie, her, dagelijks, working, business, werktags, wochen, jours, dias, giorni,
            dni, hafta, fines, fins"""
        ),
    )
)
"""How words begin that can say days: a text without any says none."""
_APART = re.compile(r"[\s,;/&+]+")


class Pattern(NamedTuple):
    """An RFC 5545 rule, and the clock times from and to which its days last ("" where none are said)."""

    rule: str
    opens: str = ""
    closes: str = ""


def pattern_of(text: str) -> Pattern | None:
    """The days, and the hours where it says them, on which a text says that something recurs; None for any
    other text, and where it means more days than the next."""
    if said := rule_said(text):
        return Pattern(said)
    if len(text) > _LONGEST:
        return None
    folded = fold(text).rstrip(". ")
    if not any(word in WEEKDAYS or word[:3] in _STEMS for word in _WORD.findall(folded)):
        return None
    hours = _HOURS.search(folded)
    opens = closes = ""
    days = folded
    if hours:
        opens, closes = clock_said(hours[1]), clock_said(hours[3])
        days = folded[: hours.start()]
        if not opens or not closes:
            return None
    rule = _rule_of(days.strip(" ,:;@-–"))
    if rule is None or (hours and hours[2] and not _is_night_after(rule, hours[2])):
        return None
    return Pattern(rule, opens, closes)


def rule_said(text: str) -> str:
    """The rule that a text is, as RFC 5545 writes it: "RRULE:FREQ=WEEKLY;BYDAY=SA"; "" for any other."""
    found = _RULE.match(text.strip().upper()) if "=" in text else None
    return found[1] if found else ""


def clock_said(text: str) -> str:
    """A clock time as HH:MM; "" for what is none."""
    found = moment_of(text.strip(), DateReader("dmy", "UTC"), is_end=True)
    return f"{found:%H:%M}" if isinstance(found, time) else ""


def _rule_of(said: str) -> str | None:
    if _EVERY_DAY.match(said):
        return "FREQ=DAILY"
    if _WORKING_DAYS.match(said):
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    if _WEEKENDS.match(said):
        return "FREQ=WEEKLY;BYDAY=SA,SU"
    bare = _OF_THE_MONTH.sub(" ", said).strip()
    words = _APART.split(bare)
    ranged = _RANGE.search(bare)
    if ranged and (days := _days_between(ranged[1], ranged[2])):
        rest = _APART.split(bare[: ranged.start()].strip())
        return f"FREQ=WEEKLY;BYDAY={','.join(days)}" if set(rest) <= _FILLING | {""} else None
    days, places = [], []
    for word in (one.strip(".:ºª°()") for one in words):
        if (day := _weekday_of(word)) is not None:
            days.append(CODES[day])
        elif word in _PLACES:
            places.append(_PLACES[word])
        elif word and word not in _FILLING:
            return None
    if not days:
        return None
    if not places:
        return f"FREQ=WEEKLY;BYDAY={','.join(dict.fromkeys(days))}" if bare == said else None
    return f"FREQ=MONTHLY;BYDAY={','.join(f'{place}{day}' for place in places for day in days)}"


def _days_between(first: str, last: str) -> list[str]:
    begin, end = _weekday_of(first), _weekday_of(last)
    if begin is None or end is None:
        return []
    return [CODES[(begin + step) % 7] for step in range((end - begin) % 7 + 1)]


def _weekday_of(word: str) -> int | None:
    """The weekday of a name, also of several: "Saturdays", "samstags", "sábados"."""
    if len(word) < 2:
        return None
    bare = (word.removesuffix(ending) for ending in _ENDINGS if not ending or len(word) > len(ending) + 3)
    return next((day for one in bare if (day := weekday_of(one)) is not None), None)


def _is_night_after(rule: str, name: str) -> bool:
    """Whether the day on which it closes is that on which it opens, or the next."""
    day, opening = _weekday_of(name), rule.rpartition("=")[2].lstrip("-0123456789")
    return day is not None and opening in CODES and (day - CODES.index(opening)) % 7 < 2
