"""Columns that speak of the export, not of the records: they differ each time, though nothing happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.importing.fields import KEEPING
from app.importing.mapping import Mapping
from app.importing.proposing.composed import without_record
from app.importing.proposing.guess import REMEMBERED, Cells, Guess
from app.importing.proposing.makeshift import is_nameless
from app.importing.words.concepts_times import DAY, LAST
from app.importing.words.joining import GLUE
from app.importing.words.spelling import plain, spellings, spelt

_VIEWED = spelt(
    """
    last viewed, last viewed at, last viewed on, last viewed date, zuletzt angezeigt, zuletzt angesehen,
    dernière consultation, dernier affichage, dernière visualisation, vista por última vez,
    última visualización, última vez visto, última visualização, visualizado pela última vez,
    ultima visualizzazione, ostatnio wyświetlane, ostatnio wyświetlono, ostatnie wyświetlenie,
    data ostatniego wyświetlenia, son görüntüleme, son görüntülenme, son görüntüleme tarihi,
    последний просмотр, дата последнего просмотра, 最終閲覧日, 最終表示, 上次查看, 上次查看时间"""
)
_SEEN = spelt(
    """
    viewed, angezeigt, angesehen, ansicht, consultation, consulté, affichage, affiché, visualisation,
    visualización, visualizado, visualizada, visualização, visualizzazione, visualizzato,
    wyświetlane, wyświetlono, wyświetlenie, wyświetlenia, przeglądane, przeglądano, oglądane, görüntüleme,
    görüntülenme, görüntülendi, bekeken"""
)
_SMALL = GLUE | DAY | spelt("por, pela, op")
"""Words that say the same put together: "Ostatnio przeglądane", "Letzte Ansicht"."""
_EXPORTED = spelt(
    """
    exported, exported at, exported on, export date, export time, export timestamp, date exported,
    date of export, time of export, extracted at, extracted on, extract date, extraction date,
    extraction time, report generated, report generated at, report generated on, snapshot date,
    snapshot time, exportdatum, exportzeit, exportzeitpunkt, exportiert am, date d'export,
    date de l'export, date d'extraction, exporté le, extrait le, fecha de exportación, fecha exportación,
    fecha de extracción, exportado el, data de exportação, data da exportação, data de extração,
    data da extração, exportado em, data di esportazione, data esportazione, data di estrazione,
    data estrazione, esportato il, data eksportu, wyeksportowano, dışa aktarma tarihi,
    dışa aktarım tarihi"""
)
_COUNTED_ON = spelt(
    """
    age, age days, age in days, aging, ageing, aging days, days open, open days, days since created,
    days since creation, days since opened, number of days open, alter, alter tage, alter in tagen,
    tage offen, offen seit tagen, âge, âge jours, ancienneté jours, jours ouverts, nombre de jours ouvert,
    antigüedad, antigüedad días, edad, días abierto, días abierta, idade, idade dias, dias em aberto,
    dias aberto, età, età giorni, giorni aperto, giorni di apertura, wiek, wiek dni, dni otwarcia, yaş,
    açık gün sayısı, time since last update, time since update, time since last activity,
    time since last response, days since last update, days since update, days since last activity,
    days since last change, days since last modified, hours since last update, idle days, days idle,
    days inactive, zeit seit letzter änderung, tage seit letzter änderung, tage seit letzter aktualisierung,
    temps depuis la dernière mise à jour, jours depuis la dernière mise à jour,
    días desde la última actualización, días sin actualizar, tiempo desde la última actualización,
    dias desde a última atualização, dias sem atualização, tempo desde a última atualização,
    giorni dall'ultimo aggiornamento, tempo dall'ultimo aggiornamento, dni od ostatniej aktualizacji,
    czas od ostatniej aktualizacji, son güncellemeden bu yana geçen süre, days in status, days in state,
    days in current status, days in current state, time in status, time in state, time in current status,
    time in current state, tage im status, jours dans le statut, días en estado, dias no status,
    giorni nello stato, dni w statusie"""
)
_LEFT_OF_IT = spelt(
    """
    sla remaining, remaining sla, sla time remaining, sla remaining time, sla time left, sla left,
    time to sla breach, time to breach, sla breach in, breaches in, business time left, actual time left,
    time left, days overdue, hours overdue, overdue days, overdue by, days past due, days late,
    verbleibende sla zeit, sla restzeit, sla verbleibend, tage überfällig, überfällig seit tagen,
    sla restant, temps sla restant, jours de retard, sla restante, tiempo restante sla,
    tiempo restante de sla, días de retraso, tempo restante sla, tempo restante do sla, dias de atraso,
    tempo sla rimanente, sla rimanente, giorni di ritardo, pozostały czas sla, sla pozostało,
    dni po terminie, kalan sla süresi, geciken gün sayısı, untiltime"""
)
_LINES = spelt(
    """
    n, row, row number, row no, row id, row index, rownum, line, line number, line no, index, no, nr, number,
    #, s no, sl no, sr no, serial no, zeile, zeilennummer, lfd nr, laufende nummer, nummer, ligne,
    numéro de ligne, n de ligne, numéro, número de fila, n de fila, número da linha, n da linha, número,
    numero riga, n riga, numero, numer wiersza, l p, lp, numer, satır no, sıra no, satır numarası"""
)
_LEAST_COUNTED = 2

_REASONS = (
    (_VIEWED, "It says when somebody last looked at the record, which changes nothing in it."),
    (_EXPORTED, "It says when the list was made, which is another time at every export."),
    (_COUNTED_ON, "It is counted up to the time of the export, and so differs at every one."),
    (_LEFT_OF_IT, "It is counted from the time of the export, and so differs at every one."),
)
_ONLY_SHOWN = "The desk has it from elsewhere; the list only shows it."
_ONLY_LINES = "It only numbers the lines of this list."


def with_left_out(
    kind: str,
    guesses: Sequence[Guess],
    cells_of: Cells,
    known: Mapping | None = None,
    shown: frozenset[str] = frozenset(),
) -> tuple[Guess, ...]:
    """The guesses; columns without a field that differ at every export, or that are called as one of `shown`,
    are left out, where records of the kind would keep their texts. What a `known` mapping says of it stands.
    """
    if kind not in KEEPING or is_nameless(guesses):
        return tuple(guesses)
    return tuple(
        _as_settled(guess, known)
        if known is not None and _is_settled(guess.header, known)
        else _as_told(guess, _why_not(guess, cells_of, shown))
        for guess in guesses
    )


def _is_settled(header: str, known: Mapping) -> bool:
    """Whether a mapping says of a column whether it is left out, or says of all that were there."""
    return known.left_out is not None and (known.without_field is None or header in known.settled)


def _as_settled(guess: Guess, known: Mapping) -> Guess:
    if guess.field or guess.header not in (known.left_out or ()):
        return guess
    return replace(guess, is_left_out=True, confidence=1.0, reason=REMEMBERED)


def _as_told(guess: Guess, why: str) -> Guess:
    return replace(guess, is_left_out=True, reason=why) if why else guess


def _why_not(guess: Guess, cells_of: Cells, shown: frozenset[str]) -> str:
    if guess.field or guess.completes:
        return ""
    if not shown.isdisjoint(spellings(guess.header)):
        return _ONLY_SHOWN
    return reason_to_leave_out(guess.header, cells_of)


def reason_to_leave_out(header: str, cells_of: Cells) -> str:
    """Why a column without a field says nothing of its records, in a sentence; "" where it may say something.

    Line numbers are known by their cells, which count on by one, as well as by their header.
    """
    called = spellings(header)
    words = {*called, without_record(called[-1])} - {""}
    reason = next((why for known, why in _REASONS if known & words), "")
    if not reason and _says_last_seen(called[0]):
        return _REASONS[0][1]
    if not reason and (known_as_lines(header) and _count_on(cells_of(header))):
        return _ONLY_LINES
    return reason


def _says_last_seen(words: str) -> bool:
    """Whether plain words together say when a record was last looked at, and no more."""
    said = set(words.split()) - _SMALL
    return bool(said & LAST and said & _SEEN) and said <= LAST | _SEEN


def known_as_lines(header: str) -> bool:
    """Whether a header is one of line numbers, or none at all, as that of an index of rows."""
    return header == "Column 1" or plain(header) in _LINES or not _LINES.isdisjoint(spellings(header))


def _count_on(cells: Sequence[str]) -> bool:
    """Whether the cells count on by one, from 0 or 1."""
    first = cells[0].strip().rstrip(".") if cells else ""
    if first not in ("0", "1") or len(cells) < _LEAST_COUNTED:
        return False
    counted = (str(number) for number in range(int(first), int(first) + len(cells)))
    return all(cell.strip().rstrip(".") == number for cell, number in zip(cells, counted, strict=True))
