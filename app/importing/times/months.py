"""Month names of the languages whose trackers export them, in every spelling seen."""

from __future__ import annotations

from app.importing.words.spelling import fold

_NAMES: tuple[str, ...] = (
    "jan january januar jänner jän janvier janv enero ene janeiro gennaio gen styczeń stycznia sty ocak oca",
    "feb february februar février févr fév febrero fevereiro fev febbraio luty lutego lut şubat şub",
    "mar march märz mär mrz maerz mars marzo março marzec marca mart",
    "apr april avril avr abril abr aprile kwiecień kwietnia kwi nisan nis",
    "may mai mayo maio maggio mag maj maja mayıs",
    "jun june juni juin junio junho giugno giu czerwiec czerwca cze haziran haz",
    "jul july juli juillet juil julio julho luglio lug lipiec lipca lip temmuz tem",
    "aug august août aou agosto ago sierpień sierpnia sie ağustos ağu",
    "sep sept september septembre septiembre setembro set settembre wrzesień września wrz eylül eyl",
    "oct october oktober okt octobre octubre outubro out ottobre ott październik października paź ekim eki",
    "nov november novembre noviembre novembro listopad listopada lis kasım kas",
    "dec december dezember dez décembre déc diciembre dic dezembro dicembre grudzień grudnia gru aralık ara",
)
_RUSSIAN: tuple[str, ...] = (
    "янв январь января",
    "фев февр февраль февраля",
    "мар март марта",
    "апр апрель апреля",
    "май мая",
    "июн июнь июня",
    "июл июль июля",
    "авг август августа",
    "сен сент сентябрь сентября",
    "окт октябрь октября",
    "ноя нояб ноябрь ноября",
    "дек декабрь декабря",
)

MONTHS: dict[str, int] = {
    fold(name): number
    for names in (_NAMES, _RUSSIAN)
    for number, line in enumerate(names, start=1)
    for name in line.split()
}
"""Folded month name to its number; no name means two months in two of these languages."""


def month_of(name: str) -> int | None:
    """Number of the month with this name, whatever its case, accents and full stop; None for other words."""
    return MONTHS.get(fold(name.rstrip(".")))
