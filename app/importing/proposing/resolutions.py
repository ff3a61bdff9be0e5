"""Columns that say how one ended, beside its state: of one that failed or came to nothing, that is its state.

Trackers call a ticket done, closed or resolved whatever became of it; whether it was built or turned down is
in a column of its own, "Resolution".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from app.importing.mapping import Mapping
from app.importing.proposing.guess import Cells, Guess
from app.importing.table import Table
from app.importing.words.concepts_things import CHANGE, EXECUTION, IMPLEMENTATION
from app.importing.words.joining import GLUE
from app.importing.words.spelling import plain, spellings, spelt
from app.importing.words.values import choose

_CALLED = spelt(
    """
    resolution, resolution type, resolution code, lösung, erledigungsart, resolución, résolution, resolução,
    risoluzione, rozwiązanie, çözüm, resolutie, oplossing, 解決状況, 解決結果, close code, closure code,
    completion code, completion reason, outcome, result, abschlusscode, ergebnis, code de fermeture, résultat,
    código de cierre, código de fechamento, resultado, codice di chiusura, esito, kod zamknięcia, wynik,
    kapatma kodu, sonuç, status reason, statusgrund, motif du statut, motivo do status, motivo de estado,
    motivo dello stato, przyczyna statusu, durum nedeni, rezultat, risultato"""
)
_SHORTER = frozenset(" ".join(word for word in called.split() if word not in GLUE) for called in _CALLED)
_DONE = CHANGE | EXECUTION | IMPLEMENTATION
_NOT_YET = spelt(
    """
    unresolved, open, none, nicht erledigt, nicht gelöst, non résolu, non résolue, sin resolver,
    não resolvido, non risolto, nierozwiązane, çözülmedi, niet opgelost, 未解決"""
)
"""What such columns say of tickets that have not ended."""
_KINDS = ("changes", "tickets")
_BADLY = ("withdrawn", "failed", "rolled_back")
_ENDS = (None, "tested", "ready", "deployed", "closed")
"""What the words for an end may mean by themselves; None: nothing known."""
_LEAST_SHARE, _LOOKED_AT = 0.6, 200


def resolution_beside(kind: str, headers: Sequence[str], cells_of: Cells) -> str:
    """The header of the column that says how tickets ended, most of whose cells do so in words that are
    known; "" where there is none."""
    if kind not in _KINDS:
        return ""
    called = (header for header in dict.fromkeys(headers) if _is_called_so(header))
    return next((header for header in called if _say_how(cells_of(header))), "")


def _is_called_so(header: str) -> bool:
    """Also "Esito del cambio", "Código Fechamento": what is changed and what joins words say no more."""
    words = [word for word in plain(header).split() if word not in GLUE]
    told = " ".join(word for word in words if word not in _DONE)
    return not _CALLED.isdisjoint(spellings(header)) or told in _CALLED or told in _SHORTER


def resolution_of_states(table: Table, mapping: Mapping) -> str:
    """The header of the column that completes the one column of states under a mapping; "" for none. A column
    that feeds a field of its own, or is left out, completes none."""
    states = mapping.headers_of("state")
    if len(states) != 1 or len(table.positions().get(states[0], ())) != 1:
        return ""
    taken = {*mapping.columns, *(mapping.left_out or ())}
    headers = [header for header in table.headers if header not in taken]
    return resolution_beside(
        mapping.kind, headers, lambda header: list(islice(filter(str.strip, table.cells(header)), _LOOKED_AT))
    )


def with_resolutions(kind: str, guesses: Sequence[Guess], cells_of: Cells) -> tuple[Guess, ...]:
    """The guesses; a column without a field that says how tickets ended completes the column of states."""
    headers = [guess.header for guess in guesses if not guess.field]
    state = next((guess.header for guess in guesses if guess.field == "state"), "")
    resolution = resolution_beside(kind, headers, cells_of) if state else ""
    reason = f"Where it says that one failed or came to nothing, that is its state, whatever “{state}” says."
    return tuple(
        replace(guess, confidence=0.0, reason=reason, completes=state)
        if guess.header == resolution
        else guess
        for guess in guesses
    )


def ended(state: str, resolution: str) -> str:
    """The word for a state: the state's own, but for one that ended and failed or came to nothing, or that
    was agreed to and is done."""
    if choose("state", state) == "ready" and choose("state", resolution) == "deployed":
        return resolution
    if choose("state", resolution) not in _BADLY or choose("state", state) not in _ENDS:
        return state
    return resolution


def _say_how(cells: Sequence[str]) -> bool:
    known = sum(plain(cell) in _NOT_YET or choose("state", cell) is not None for cell in cells)
    return bool(cells) and known >= _LEAST_SHARE * len(cells)
