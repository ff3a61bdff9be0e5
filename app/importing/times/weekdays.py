"""Names of weekdays in the eight languages whose programs write them beside dates."""

from __future__ import annotations

from app.importing.words.spelling import fold

_NAMES: tuple[str, ...] = (
    "mon monday mo montag lun lundi lunes lunedì pon poniedziałek pzt pazartesi seg segunda",
    "tue tues tuesday di dienstag mar mardi martes martedì wt wto wtorek sal salı ter terça",
    "wed wednesday mi mittwoch mer mercredi mié miércoles mercoledì śr środa środę çar çarşamba qua quarta",
    "thu thurs thursday do donnerstag jeu jeudi jue jueves gio giovedì czw czwartek per perşembe qui quinta",
    "fri friday fr freitag ven vendredi vie viernes venerdì pt piątek cum cuma sex sexta",
    "sat saturday sa samstag sam samedi sáb sábado sabato sob sobota sobotę cmt cumartesi",
    "sun sunday so sonntag dim dimanche dom domingo domenica nd ndz niedz niedziela niedzielę paz pazar",
)

WEEKDAYS: dict[str, int] = {fold(name): day for day, line in enumerate(_NAMES) for name in line.split()}
"""Folded name to the number of the weekday, Monday is 0; no name means two days in two of these languages."""


def weekday_of(name: str) -> int | None:
    """Number of the weekday with this name, whatever its case, accents and full stop; else None."""
    return WEEKDAYS.get(fold(name.strip(".,").partition("-")[0]))
