"""Logs of what people did in a program, often on no system of its own, and of settings that have drifted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.importing.proposing.guess import Cells
from app.importing.words.spelling import spellings, spelt

_ACTIONS = spelt(
    """
    action, action type, action name, action performed, operation, operation type, operation name, event,
    event type, event name, event action, activity, activity type, verb, change type, audit action, aktion,
    vorgang, ereignis, operation art, art der änderung, opération, type d'opération, événement, acción,
    operación, evento, tipo de acción, tipo de evento, ação, operação, tipo de ação, azione, operazione,
    tipo azione, tipo evento, akcja, operacja, czynność, zdarzenie, typ zdarzenia, işlem, eylem, olay,
    işlem türü, actie"""
)
"""Headers of what was done, in one word of the program for each row."""
_ACTORS = spelt(
    """
    user, user name, username, user id, user email, actor, actor name, actor email, account, account name,
    performed by, changed by, modified by, executed by, initiated by, by, by user, who, login, principal,
    benutzer, benutzername, anwender, geändert von, utilisateur, acteur, effectué par, usuario,
    modificado por, usuário, autor da ação, alterado por, utente, attore, modificato da, użytkownik,
    zmienione przez, kullanıcı, gebruiker, profil, compte, cuenta, conta, konto, hesap"""
)
"""Headers of who did it."""
_BESIDE_EACH_OTHER = (
    (
        spelt("expected, expected value, baseline, baseline value, desired, desired value, should be"),
        spelt("actual, actual value, current, current value, found, found value, is"),
    ),
    (
        spelt("old value, old, before, previous value, previous, value before, original value, from value"),
        spelt("new value, new, after, current value, value after, changed value, to value"),
    ),
    (
        spelt("soll, sollwert, soll wert, alter wert, wert alt, vorher"),
        spelt("ist, istwert, ist wert, neuer wert, wert neu, nachher"),
    ),
    (
        spelt("attendu, valeur attendue, ancienne valeur, avant"),
        spelt("constaté, actuel, valeur actuelle, nouvelle valeur, après"),
    ),
    (
        spelt("esperado, valor esperado, valor anterior, antes"),
        spelt(
            "actual, valor actual, valor nuevo, nuevo valor, atual, valor atual, valor novo, novo valor, "
            "después, depois"
        ),
    ),
    (
        spelt("atteso, valore atteso, valore precedente, vecchio valore, prima"),
        spelt("effettivo, valore effettivo, valore attuale, nuovo valore, dopo"),
    ),
    (
        spelt("oczekiwana, wartość oczekiwana, stara wartość, poprzednia wartość, przed"),
        spelt("rzeczywista, wartość rzeczywista, nowa wartość, bieżąca wartość, po"),
    ),
    (
        spelt("beklenen, beklenen değer, eski değer, önce"),
        spelt("gerçekleşen, mevcut, mevcut değer, yeni değer, sonra"),
    ),
)
"""Headers of what a setting should be, or was, each with those of what it is."""
_TIME_OF_DAY = re.compile(r"\d{1,2}:\d{2}|T\d{4}")
_MOST_WORDS = 3
_LEAST_SHARE = 0.8


def is_audit_log(when: str, headers: Sequence[str], cells_of: Cells) -> bool:
    """Whether a list says who did what at which moment: a column of actions, each of few words, beside one
    of who did them. `when` is the header of the times, "" for none.

    Action items of a meeting have days without a time, and whole sentences.
    """
    if not when or not _mostly(cells_of(when), _has_a_time):
        return False
    actions = next((one for one in headers if not _ACTIONS.isdisjoint(spellings(one))), "")
    has_actors = any(not _ACTORS.isdisjoint(spellings(one)) for one in headers)
    return bool(actions) and has_actors and _mostly(cells_of(actions), _is_short)


def is_drift(headers: Sequence[str]) -> bool:
    """Whether a list says what a setting should be, or was, and what it is."""
    called = {words for header in headers for words in spellings(header)}
    return any(should & called and found & called for should, found in _BESIDE_EACH_OTHER)


def _has_a_time(cell: str) -> bool:
    return _TIME_OF_DAY.search(cell) is not None


def _is_short(cell: str) -> bool:
    return len(cell.split()) <= _MOST_WORDS


def _mostly(cells: Sequence[str], suits: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(suits, cells)) >= _LEAST_SHARE * len(cells)
