"""Checklists: steps with a column of ticks, which say of each whether it is done, and often nothing more."""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.proposing.guess import Cells
from app.importing.words.of_records import names_a_record
from app.importing.words.spelling import spellings, spelt
from app.importing.words.values import choose

_TICKED = spelt(
    """
    done, is done, completed, is completed, complete, is complete, checked, is checked, check, ticked, tick,
    executed, finished, done y n, completed y n, complete y n, done yes no, ok, met, satisfied, passed,
    criterion met, verified, confirmed, erledigt, erfüllt, geprüft, bestätigt, fertig, abgehakt,
    abgeschlossen, durchgeführt, ausgeführt, erledigt ja nein, erledigt j n, vérifié, vérifiée, validé,
    validée, fait, fait o n, effectué, effectuée, terminé, terminée, réalisé, réalisée, verificado,
    verificada, cumplido, cumplida, hecho, hecha, realizado, realizada, completado, completada, terminado,
    feito, feita, concluído, concluída, executado, executada, verificato, verificata, soddisfatto, fatto,
    fatta, eseguito, eseguita, completato, completata, spełnione, sprawdzone, zrobione, wykonane, wykonano,
    ukończone, zakończone, karşılandı, kontrol edildi, yapıldı, yapıldı mı, tamamlandı, tamamlandı mı, tamam,
    bitti, gedaan, klaar, afgerond"""
)
"""Headers of columns in which people tick off what is done."""
_TO_DO = spelt(
    """
    criterion, criteria, go no go criterion, readiness criterion, requirement, check item, task, task name,
    step, action, activity, activity name, item, check, checklist item, to do, todo, kontrollpunkt, kriterium,
    aufgabe, schritt, tätigkeit, vorgang, maßnahme, aktion, prüfpunkt, point de contrôle, critère, tâche,
    étape, action à mener, punto de control, criterio, ponto de verificação, critério, punto di controllo,
    tarea, paso, actividad, acción, tarefa, passo, etapa, atividade, ação, attività, passaggio, azione,
    punkt kontrolny, kryterium, kontrol maddesi, madde, kriter, zadanie, krok, czynność, görev, adım, işlem,
    taak, stap, actie"""
)
"""Headers of what is to be done, in lists that say no more of it."""
_TICKS = frozenset({"done", "planned"})


def column_of_ticks(headers: Sequence[str], cells_of: Cells) -> str:
    """The header of the column that says by ticks, or by yes and no, what is done; "" for none.

    A column of dates called alike is none: it says when; an empty one has nothing ticked off yet.
    """
    called = (header for header in headers if not _TICKED.isdisjoint(spellings(header)))
    return next((one for one in called if all(map(_is_tick, cells_of(one)))), "")


def is_checklist(headers: Sequence[str], cells_of: Cells) -> bool:
    """Whether a list is one of steps to be ticked off, and not of changes, tickets or incidents."""
    if names_a_record(headers[0]) or not column_of_ticks(headers, cells_of):
        return False
    return any(not _TO_DO.isdisjoint(spellings(header)) for header in headers)


def _is_tick(cell: str) -> bool:
    return choose("activity_state", cell) in _TICKS
