"""Headers of when a record was made, changed or closed and of what is planned, by the few words in them.

Languages and desks put these together in more ways than a list of headers holds: "Data planowanego
rozpoczęcia", "Fecha y hora de inicio programada", "Zuletzt geändert am", "Zgłoszone przez".
"""

from __future__ import annotations

from functools import lru_cache

from app.importing.proposing.composed import THINGS
from app.importing.proposing.times_beside import parts_of
from app.importing.words.compounds import parts_among
from app.importing.words.concepts_things import CHANGE, DEPLOYMENT, PUT_INTO, RECORD, SERVICE, WINDOW
from app.importing.words.concepts_times import (
    BEGIN,
    CLOCK,
    COMPLETION,
    DAY,
    END,
    LAST,
    PLANNED,
    WANTED,
    WHEN,
)
from app.importing.words.joining import BY, GLUE
from app.importing.words.spelling import plain, spelt

_GLUE = GLUE | spelt("and, dnia, op, per, za, zum, zur, for, für, pour, para, dla, için, voor, w, z, na")
"""What only joins, but for what stands before a person: "changed by" is no time."""
_DAY = DAY | spelt("datetime, termin, terminu, tijdstip")
"""Days as programs and plans call them besides, which a window's own headers leave to its planned times."""
_WHEN = WHEN | _DAY
_FORECAST = spelt("previsão, previsión, prévision, previsione, prognose, forecast")
"""A planned day without a word for a day."""
_PLANNED = PLANNED | WANTED | _FORECAST
_END = END | COMPLETION
_MADE = spelt(
    """
    opened, reported, raised, logged, submitted, registered, requested, recorded, eröffnet, geöffnet,
    gemeldet, eingereicht, erfasst, beantragt, angefordert, ouvert, ouverte, soumis, soumise, enregistré,
    enregistrée, signalé, signalée, demandé, abierto, abierta, registrado, registrada, reportado, reportada,
    solicitado, solicitada, aberto, aberta, cadastrado, cadastrada, aperto, aperta, registrato, registrata,
    segnalato, segnalata, richiesto, inserito, otwarto, otwarte, otwarty, zgłoszono, zgłoszone, zgłoszony,
    zarejestrowano, zarejestrowane, açıldı, kaydedildi, aangemeld, gemeld, ingediend, entered, detected,
    found, saisi, saisie, déclaré, déclarée, wprowadzono, wprowadzone"""
)
"""Words of what the person who asks for a record or reports it does."""
_CREATED = _MADE | spelt(
    """
    created, erstellt, angelegt, créé, créée, creado, creada, criado, criada, creato, creata, utworzono,
    utworzone, utworzony, oluşturuldu, yaratıldı, aangemaakt"""
)
_CREATION = spelt(
    """
    creation, request, submission, saisie, dépôt, recepción, inclusão, pedido, petición, requisição, submit,
    opening, entry, registration, erstellungs, erstell, melde, meldungs, erfassungs, eröffnungs, einreich,
    einreichungs, antrags, eingangs, création, demande, soumission, enregistrement, ouverture, signalement,
    creación, apertura, registro, alta, solicitud, reporte, criação, abertura, cadastro, solicitação, registo,
    creazione, registrazione, inserimento, richiesta, segnalazione, utworzenia, otwarcia, zgłoszenia,
    rejestracji, wniosku, wpływu, złożenia, przyjęcia, kayıt, talep, talebin, açılış, açılma, bildirim,
    başvuru, oluşturma, oluşturulma, yaratılma, aanmaak, aanvraag, meldings, registratie"""
)
"""Words that say so only with one for a date."""
_UPDATED = spelt(
    """
    updated, modified, aktualisiert, geändert, bearbeitet, modifié, modifiée, actualizado, actualizada,
    modificado, modificada, atualizado, atualizada, alterado, alterada, aggiornato, aggiornata, modificato,
    modificata, zaktualizowano, zaktualizowane, zaktualizowany, zmodyfikowano, zmieniono, güncellendi,
    değiştirildi, gewijzigd, bijgewerkt"""
)
_UPDATE = spelt(
    """
    update, modification, aktualisierung, aktualisierungs, mise, actualización, modificación, atualização,
    modificação, alteração, aggiornamento, modyfikacji, modyfikacja, aktualizacji, aktualizacja, güncelleme,
    güncellenme, değiştirilme, değiştirme, wijzigings, wijziging, modify, maj"""
)
_CHANGE = spelt("""
    änderung, zmiana, zmiany, değişiklik, modifica, bearbeitung, activity, action, interaction, aktivität,
    aktion, activité, actividad, acción, atividade, ação, attività, azione, aktywność, akcja, işlem""")
"""Words that speak of an update only where the last is meant."""
_CLOSED = spelt(
    """
    closed, resolved, solved, geschlossen, gelöst, behoben, abgeschlossen, fermé, fermée, clôturé, clôturée,
    résolu, résolue, cerrado, cerrada, resuelto, resuelta, fechado, fechada, encerrado, encerrada, resolvido,
    resolvida, chiuso, chiusa, risolto, risolta, zamknięto, zamknięte, zamknięty, rozwiązano, rozwiązane,
    kapatıldı, kapandı, çözüldü, gesloten, opgelost, afgesloten, afgemeld, finished, fertiggestellt, terminé,
    terminée, finalizado, finalizada, concluído, concluída, completato, completata, zakończono, ukończono,
    tamamlandı"""
)
_CLOSURE = spelt(
    """
    closure, closing, close, resolution, abschluss, clôture, fermeture, résolution, cierre, resolución,
    solución, fechamento, encerramento, resolução, solução, chiusura, risoluzione, zamknięcia, rozwiązania,
    kapanış, kapanma, kapatma, kapatılma, çözüm, çözülme, finalização, completion, fertigstellungs,
    achèvement, conclusão, conclusione, ukończenia, tamamlanma, correction, corrección, correção, correzione,
    schließung, schließungs"""
)
_SOLVING = spelt(
    """
    resolution, résolution, resolución, solución, resolução, solução, risoluzione, rozwiązania, çözüm,
    correction, corrección, correção, correzione"""
)
"""What takes long: a time of it is how long it took."""
_ACTUAL = spelt(
    """
    actual, real, réel, réelle, effective, efectivo, efectiva, efetivo, efetiva, effettivo, effettiva,
    tatsächlich, tatsächliche, tatsächlicher, tatsächliches, rzeczywista, rzeczywisty, faktyczna, gerçek,
    gerçekleşen, fiili"""
)
"""What a record says of its own course, against what was planned for it."""
_OF_A_CHANGE = CHANGE | DEPLOYMENT | PUT_INTO | WINDOW
_OF_SPANS = _OF_A_CHANGE | BEGIN | _END
_BEGINS_OF = spelt("modification")
"""A word for a change that speaks of an update as well, but not beside one for a start."""
_DATED = (
    spelt("""
    change, changement, cambio, mudança, zmiany, değişiklik, wijziging, cab, rfc, gmud, rdm, crq""")
    | DEPLOYMENT
)
"""Of these a date says when a change is done; "Änderungsdatum" is when its record was changed."""
_THINGS = THINGS["incidents"] | RECORD | SERVICE
_OCCURRED = spelt(
    """
    occurrence, occurred, onset, auftreten, auftretens, eintritt, eintritts, survenance, apparition,
    ocurrencia, aparición, ocorrência, occorrenza, insorgenza, accadimento, wystąpienia, wystąpienie,
    zaistnienia, oluşma, oluşum, gerçekleşme"""
)
_RESTORED = spelt(
    """
    restoration, recovery, restored, wiederherstellung, wiederherstellungs, behebung, behebungs, entstörung,
    rétablissement, restablecimiento, recuperación, restauración, restabelecimento, normalização, recuperação,
    ripristino, ripristinato, usunięcia, usunięcie, przywrócenia, przywrócenie, naprawy, giderilme,
    giderilmesi"""
)
_PLANS: dict[str, tuple[str, str]] = {
    "changes": ("deployment_on", ""),
    "activities": ("start", "finish"),
    "windows": ("starts_at", "ends_at"),
    "freezes": ("starts_at", "ends_at"),
}
_RECORDS = ("changes", "tickets", "incidents")
_TIMED = frozenset({*_PLANS, *_RECORDS})
SURE_OF_PLANS, SURE_OF_RECORDS = 0.85, 0.6
SURE_BY_CLOCK = 0.5
"""Of "close time", which may as well be a length: the cells decide."""


def time_composed(header: str, kind: str) -> tuple[str, float]:
    """The field of a kind that the words of a header together name, and how sure that is; "" where they
    name none. Every word has to be known, and of one sense."""
    if kind not in _TIMED:
        return "", 0.0
    words = [part for word in plain(header).split() for part in _parts(word)]
    said = [word for word in words if word not in _GLUE or word in BY]
    if kind in _RECORDS and len(said) == 2 and said[0] in _CREATED and said[1] in BY:
        return "requester", SURE_OF_RECORDS
    rest = {word for word in words if word not in _GLUE}
    told = rest - _WHEN
    begins, ends = bool(told & BEGIN), bool(told & _END)
    is_planned = kind in _PLANS and bool(told & _PLANNED)
    if is_planned and told <= _PLANNED | _OF_SPANS | (_CLOSURE if kind == "changes" else frozenset()):
        if kind == "changes" and not begins and not ends:
            is_dated = bool(rest & (_WHEN | _FORECAST)) or told <= _PLANNED
            return ("deployment_on", SURE_OF_RECORDS) if is_dated else ("", 0.0)
        return (_PLANS[kind][0 if begins else 1], SURE_OF_PLANS) if begins != ends else ("", 0.0)
    if kind in _PLANS and begins != ends and told & DEPLOYMENT and told <= _OF_SPANS:
        return _PLANS[kind][0 if begins else 1], SURE_OF_RECORDS
    is_done = kind == "changes" and bool(told - BEGIN - PUT_INTO - WINDOW) and (begins or bool(rest & _DAY))
    if is_done and told <= _of_start(begins):
        return "deployment_on", SURE_OF_RECORDS
    if kind == "incidents" and (rest & _WHEN or told & SERVICE) and told - _THINGS:
        for field, meant in (("started_at", _OCCURRED), ("ended_at", _RESTORED)):
            if told <= meant | _THINGS:
                return field, SURE_OF_RECORDS
    if kind not in _RECORDS:
        return "", 0.0
    if name := _of_a_record(told - _ACTUAL, has_day=bool(rest & _DAY)):
        return name, SURE_OF_RECORDS
    return (time_by_cells(header, kind), SURE_BY_CLOCK) if rest & CLOCK else ("", 0.0)


def time_by_cells(header: str, kind: str) -> str:
    """The field of a record that a header names if its cells are moments: "Abertura", "Close time"; "" where
    it names none, or what takes long."""
    told = {part for word in plain(header).split() for part in _parts(word)} - _GLUE - _WHEN - _ACTUAL
    if kind not in _RECORDS or not told or told & _SOLVING:
        return ""
    return _of_a_record(told, has_day=True)


def is_of_a_start(header: str) -> bool:
    """Whether a header says that something begins, and no more: "Fecha de inicio", "Data/Hora Início"."""
    told = _told_of(header)
    return bool(told) and told <= BEGIN


def is_of_an_end(header: str) -> bool:
    """Whether a header says that something ends, and no more: "Fecha fin", "Data/Hora Término"."""
    told = _told_of(header)
    return bool(told) and told <= END


def _told_of(header: str) -> set[str]:
    """The words of a header but those for days and times, and those that only join others."""
    return {part for word in plain(header).split() for part in _parts(word)} - _GLUE - _WHEN


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    """The parts of a word put together: "startdatum", "umsetzungsbeginn"."""
    parts = parts_of(word)
    return parts_among(word, _OF_SPANS) if len(parts) == 1 else parts


def _of_start(begins: bool) -> frozenset[str]:
    """The words that say with a beginning, or with a date alone, when a change is done."""
    return BEGIN | _OF_A_CHANGE | _BEGINS_OF if begins else _DATED | PUT_INTO


def _of_a_record(told: set[str], *, has_day: bool) -> str:
    bare = told - RECORD
    if has_day and bare and bare <= _CREATION | _CLOSURE and not (bare & _CREATION and bare & _CLOSURE):
        told = bare  # "Data chiusura segnalazione" is of the closing of one
    if not told:
        return ""
    if told <= _CREATED or (has_day and told <= _CREATION):
        return "created_in_source"
    of_an_update = _UPDATED | _UPDATE | LAST | (_CHANGE if told & LAST else frozenset())
    if told <= of_an_update and told - LAST and (has_day or not told <= _UPDATE):
        return "updated_in_source"
    if told <= _CLOSED or (has_day and told <= _CLOSURE):
        return "closed_in_source"
    return ""
