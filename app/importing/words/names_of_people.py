"""Headers of the names of people: first, last and whole ones."""

from __future__ import annotations

from app.importing.words.concepts_things import PEOPLE
from app.importing.words.joining import GLUE
from app.importing.words.spelling import plain, spelt

FIRST = spelt(
    """
    first name, given name, forename, vorname, prénom, nombre, nombres, nome, primeiro nome, imię, ad, adı,
    名, имя, firstname, givenname"""
)
LAST = spelt(
    """
    last name, surname, family name, nachname, familienname, nom, nom de famille, apellido, apellidos,
    sobrenome, último nome, apelido, cognome, nazwisko, soyad, soyadı, 姓, фамилия, lastname, sn"""
)
WHOLE = spelt(
    """
    full name, display name, name, vollständiger name, nombre completo, nom complet, nome completo,
    imię i nazwisko, ad soyad, displayname, cn"""
)
_JOINING = GLUE | spelt("and")
_FIRST_OF_TWO = FIRST | spelt("vor")
"""First names, also as "Vor- und Nachname" has them."""
_NAMES = spelt("name, nom, nombre, nome, adı, ad, imię, nazwisko")


def names_a_person(header: str) -> bool:
    """Whether the words of a header together are of whole names: a first one and a last one, in either order
    ("Cognome e nome", "Nazwisko i imię"), or the name of one who works there ("Nome do funcionário")."""
    words = set(plain(header).split()) - _JOINING
    of_both = not (words.isdisjoint(_FIRST_OF_TWO) or words.isdisjoint(LAST)) and len(words) > 1
    if of_both and words <= _FIRST_OF_TWO | LAST:
        return True
    return not (words.isdisjoint(_NAMES) or words.isdisjoint(PEOPLE)) and words <= _NAMES | PEOPLE
