"""Durations in cells, as programs and people write them, in whole minutes."""

from __future__ import annotations

import re

from app.importing.words.spelling import spellings, spelt

_CLOCK_DURATION = re.compile(r"^(\d{1,4}):(\d{2})(?::(\d{2}))?$")
_ISO_DURATION = re.compile(
    r"^p(?=t?\d)(?:(\d{1,4})d)?(?:t(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:\d{1,6}(?:\.\d+)?s)?)?$"
)
"""As ISO 8601 has it: "PT1H30M"; whole minutes are read, seconds beside them are not counted."""
_NO_TIME = spelt(
    "none, no, nil, keine, keiner, aucun, aucune, ninguno, ninguna, nenhum, nenhuma, nessuno, nessuna, brak, "
    "yok, geen"
)
_MINUTE_MARK = re.compile(r"(?<=\d)\s*['′’](?!['′’])")
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]*)")
_ELAPSED = re.compile(r"^(?:e(?=[dhmw])|f(?=t|std|min|w|mon))")
"""Before a unit of time that passes whether anybody works or not: "2ed", in German "2 fTage"."""
_IN_HOURS = re.compile(r"\b(?:h|hrs?|hours?|std|stunden|heures|horas|ore|godz|godzin[ay]?|saat)$")
_IN_DAYS = re.compile(r"\b(?:d|days?|tage|tagen|jours?|dias|giorni|dni|gun)$")
_A_MONTH = re.compile(r"(?: (?:per|a|pro|im|par|al|por|na))? (?:month|mo|monat|mois|mes|mese|miesiac|ay)$")
"""What is counted for each month is so in hours or days all the same."""


_A_DAY = 1440.0


def _units(minutes: float, beginnings: str) -> list[tuple[str, float]]:
    return [(beginning, minutes) for beginning in beginnings.split(", ")]


_UNIT_MINUTES = (
    *_units(10_080, "week, wk, woche, sem, sett, tyg, hafta, нед, 周, 週"),
    *_units(43_200, "mon, mo, mes, mês, mies, ay, мес, 月"),
    *_units(1, "dk, dak, min, мин, 分"),
    *_units(1 / 60, "saniye, sec, sek, seg, с, 秒"),
    *_units(60, "h, std, stunde, ora, ore, godz, saat, sa, uur, uren, ч, 小时, 小時, 时, 時"),
    *_units(1440, "d, tag, j, g, день, д, 天, 日"),
    *_units(10_080, "w"),
    *_units(1, "m"),
    ("", 1.0),
)
_SECONDS = frozenset({"s", "sg", "sn"})
"""What seconds are called for short; "3 SP" are points of a story."""


def minutes_in(header: str) -> float:
    """The minutes that a bare number in this column counts: 60 below "Duration (h)" or "expectedHours"."""
    said = [_A_MONTH.sub("", words) for words in spellings(header)]
    if any(map(_IN_HOURS.search, said)):
        return 60.0
    return 1440.0 if any(map(_IN_DAYS.search, said)) else 1.0


def minutes_of(text: str, bare: float = 1.0) -> int | None:
    """Whole minutes of a duration: "90", "1:30", "1h 30m", "2 days", "0.5 h", "none"; None when it is no
    duration.

    A bare number counts `bare` minutes; "1:30" is hours and minutes; elapsed time ("2ed", as project
    programs write it) counts as any other.
    """
    stripped = _MINUTE_MARK.sub("min", text.strip().lower().removeprefix("~"))
    if stripped in _NO_TIME:
        return 0
    clock = _CLOCK_DURATION.match(stripped)
    if clock:
        return int(clock.group(1)) * 60 + int(clock.group(2))
    iso = _ISO_DURATION.match(stripped)
    if iso:
        days, hours, minutes = (int(part or 0) for part in iso.groups())
        return days * 1440 + hours * 60 + minutes
    parts = _PART.findall(stripped)
    if not parts or _PART.sub("", stripped).strip(" ,.;+&?") not in ("", "and", "und", "et", "y", "e"):
        return None
    total = 0.0
    for amount, word in parts:
        unit = _ELAPSED.sub("", word)
        factor = _minutes_of_unit(unit)
        length = float(amount.replace(",", "."))
        is_no_minute = not unit and 0 < length * bare < 1  # a share of a day, or of an hour
        if factor is None or len(amount) > 9 or is_no_minute:
            return None
        total += length * (factor if unit else bare)
    return round(total)


def counts_days(text: str, bare: float = 1.0) -> bool:
    """Whether a duration is told in days, weeks or months, which may be those of work: "2 days", "1w", and
    "3" where a bare number counts a day; elapsed ones are not."""
    return not _CLOCK_DURATION.match(text.strip()) and any(
        ((_minutes_of_unit(unit) if unit else bare) or 0) >= _A_DAY
        for _, unit in _PART.findall(text.strip().lower())
        if not _ELAPSED.match(unit)
    )


def _minutes_of_unit(unit: str) -> float | None:
    """The minutes of a unit by how it begins; None for no unit of time."""
    if unit in _SECONDS:
        return 1 / 60
    return next(
        (minutes for name, minutes in _UNIT_MINUTES if unit == name or (name and unit.startswith(name))), None
    )


def says_nothing(text: str) -> bool:
    """Whether a cell says that there is none of what its column is of."""
    return text.strip().lower() in _NO_TIME
