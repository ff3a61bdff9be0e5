"""Headers of when a record was made, changed or closed and of what is planned, by the few words in them.

Languages and desks put these together in more ways than a list of headers holds: "Data planowanego
rozpoczęcia", "Fecha y hora de inicio programada", "Zuletzt geändert am", "Zgłoszone przez".
"""

from __future__ import annotations

from app.importing.proposing.composed import GLUE
from app.importing.proposing.times_beside import parts_of
from app.importing.words.spelling import plain, spelt

_GLUE = GLUE | spelt(
    "y, e, et, und, i, ve, and, dnia, op, per, za, zum, zur, for, für, pour, para, dla, için, voor"
)
_DAY = spelt(
    """
    date, datum, data, fecha, tarih, tarihi, timestamp, datetime, day, tag, jour, día, giorno, zaman, zamanı,
    zeitpunkt, termin, terminu, tijdstip"""
)
_WHEN = _DAY | spelt("hora, heure, ora, time, zeit, uhrzeit, godzina, czas, saat, saati, tijd")
"""Words for a time of day say how long something took as well: "Resolution time"."""
_FORECAST = spelt("previsão, previsión, prévision, previsione, prognose, forecast")
_PLANNED = (
    spelt(
        """
    planned, scheduled, geplant, geplante, geplanter, geplantes, plan, vorgesehener, vorgesehenes, prévu,
    prévue, prévisionnel, prévisionnelle, planifié, planifiée, programmé, programmée, planificado,
    planificada, previsto, prevista, programado, programada, planeado, planeada, planejado, planejada,
    agendado, agendada, pianificato, pianificata, programmato, programmata, planowany, planowana, planowane,
    planowanego, planowanej, zaplanowany, zaplanowana, zaplanowane, planlanan, gepland, geplande,
    gewünscht, gewünschter, gewünschtes, souhaité, souhaitée, deseado, deseada, desejado, desejada,
    desiderato, desiderata, requerido, requerida, istenen, pożądany, pożądana,
    prévus, prévues, planifiés, planifiées, programmés, programmées, planificados, planificadas, previstos,
    previstas, programados, programadas, planejados, planejadas, pianificati, pianificate, previsti,
    previste"""
    )
    | _FORECAST
)
_BEGIN = spelt(
    """
    start, begin, beginning, beginn, anfang, début, inicio, comienzo, início, inizio, początek, początku,
    rozpoczęcie, rozpoczęcia, rozpoczęciu, başlangıç, başlangıcı, başlama"""
)
_END = spelt(
    """
    end, finish, ende, endes, fin, finalización, fim, término, fine, koniec, końca, zakończenie, zakończenia,
    bitiş, bitişi, einde, eind"""
)
_MADE = spelt(
    """
    opened, reported, raised, logged, submitted, registered, requested, recorded, eröffnet, geöffnet,
    gemeldet, eingereicht, erfasst, beantragt, angefordert, ouvert, ouverte, soumis, soumise, enregistré,
    enregistrée, signalé, signalée, demandé, abierto, abierta, registrado, registrada, reportado, reportada,
    solicitado, solicitada, aberto, aberta, cadastrado, cadastrada, aperto, aperta, registrato, registrata,
    segnalato, segnalata, richiesto, inserito, otwarto, otwarte, otwarty, zgłoszono, zgłoszone, zgłoszony,
    zarejestrowano, zarejestrowane, açıldı, kaydedildi, aangemeld, gemeld, ingediend"""
)
"""Words of what the person who asks for a record or reports it does."""
_CREATED = _MADE | spelt(
    """
    created, erstellt, angelegt, créé, créée, creado, creada, criado, criada, creato, creata, utworzono,
    utworzone, utworzony, oluşturuldu, aangemaakt"""
)
_CREATION = spelt(
    """
    creation, request, submission, submit, opening, entry, registration, erstellungs, erstell, melde,
    meldungs, erfassungs, eröffnungs, einreich, einreichungs, antrags, eingangs, création, demande,
    soumission, enregistrement, ouverture, signalement, creación, apertura, registro, alta, solicitud,
    reporte, criação, abertura, cadastro, solicitação, registo, creazione, registrazione, inserimento,
    richiesta, segnalazione, utworzenia, otwarcia, zgłoszenia, rejestracji, wniosku, kayıt, talep, açılış,
    açılma, bildirim, oluşturma, oluşturulma, aanmaak, aanvraag, meldings, registratie"""
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
    güncellenme, değiştirilme, değiştirme, wijzigings, wijziging"""
)
_LAST = spelt(
    """
    last, latest, letzte, letzter, letztes, zuletzt, dernier, dernière, último, última, ultimo, ultima,
    ostatnia, ostatni, ostatniej, son, laatst, laatste"""
)
_CHANGE = spelt("änderung, zmiana, zmiany, değişiklik, modifica, bearbeitung")
"""Words that speak of an update only where the last is meant."""
_CLOSED = spelt(
    """
    closed, resolved, solved, geschlossen, gelöst, behoben, abgeschlossen, fermé, fermée, clôturé, clôturée,
    résolu, résolue, cerrado, cerrada, resuelto, resuelta, fechado, fechada, encerrado, encerrada, resolvido,
    resolvida, chiuso, chiusa, risolto, risolta, zamknięto, zamknięte, zamknięty, rozwiązano, rozwiązane,
    kapatıldı, kapandı, çözüldü, gesloten, opgelost, afgesloten, afgemeld"""
)
_CLOSURE = spelt(
    """
    closure, closing, close, resolution, abschluss, clôture, fermeture, résolution, cierre, resolución,
    solución, fechamento, encerramento, resolução, solução, chiusura, risoluzione, zamknięcia, rozwiązania,
    kapanış, kapatma, kapatılma, çözüm, çözülme"""
)
_BEGINS_OF = spelt("modification, modifica, änderung, alteração")
"""Words for a change that speak of an update as well, but not beside one for a start."""
_OF_A_CHANGE = spelt("change, changement, cambio, mudança, zmiany, değişiklik, wijziging, cab, rfc")
_DONE = spelt(
    """
    implementation, deployment, release, rollout, golive, execution, umsetzung, umsetzungs, ausführung,
    durchführung, einführung, inbetriebnahme, déploiement, mise, production, implementación, despliegue,
    ejecución, producción, puesta, implantação, implementação, execução, produção, rilascio, esecuzione,
    messa, produzione, wdrożenia, wykonania, geçiş, uygulama, dağıtım, canlıya, yayın, uitvoering"""
)
"""Words of what is done to a change that, with one for a plan, say when."""
_BY = spelt("by, von, durch, par, por, da, przez, tarafından, door")
_PLANS: dict[str, tuple[str, str]] = {
    "changes": ("deployment_on", ""),
    "activities": ("start", "finish"),
    "windows": ("starts_at", "ends_at"),
}
_RECORDS = ("changes", "tickets", "incidents")
SURE_OF_PLANS, SURE_OF_RECORDS = 0.85, 0.6


def time_composed(header: str, kind: str) -> tuple[str, float]:
    """The field of a kind that the words of a header together name, and how sure that is; "" where they
    name none. Every word has to be known, and of one sense."""
    words = [part for word in plain(header).split() for part in parts_of(word)]
    said = [word for word in words if word not in _GLUE or word in _BY]
    if kind in _RECORDS and len(said) == 2 and said[0] in _MADE and said[1] in _BY:
        return "requester", SURE_OF_RECORDS
    rest = {word for word in words if word not in _GLUE}
    told, of_change = rest - _WHEN, _OF_A_CHANGE | _BEGINS_OF
    if kind in _PLANS and told & _PLANNED and told <= _PLANNED | _BEGIN | _END:
        begins, ends = bool(told & _BEGIN), bool(told & _END)
        if kind == "changes" and not begins and not ends:
            return "deployment_on", SURE_OF_RECORDS
        return (_PLANS[kind][0 if begins else 1], SURE_OF_PLANS) if begins != ends else ("", 0.0)
    if (
        kind == "changes"
        and told & _PLANNED
        and told <= _PLANNED | _DONE | _CLOSURE
        and rest & (_WHEN | _FORECAST)
    ):
        return "deployment_on", SURE_OF_RECORDS
    if kind == "changes" and told & _BEGIN and told & of_change and told <= of_change | _BEGIN:
        return "deployment_on", SURE_OF_PLANS
    if kind == "changes" and rest & _DAY and told and told <= _OF_A_CHANGE:
        return "deployment_on", SURE_OF_RECORDS
    return (_of_a_record(told, has_day=bool(rest & _DAY)), SURE_OF_RECORDS) if kind in _RECORDS else ("", 0.0)


def _of_a_record(told: set[str], *, has_day: bool) -> str:
    if not told:
        return ""
    if told <= _CREATED or (has_day and told <= _CREATION):
        return "created_in_source"
    of_an_update = _UPDATED | _UPDATE | _LAST | (_CHANGE if told & _LAST else frozenset())
    if told <= of_an_update and told - _LAST and (has_day or not told <= _UPDATE):
        return "updated_in_source"
    if told <= _CLOSED or (has_day and told <= _CLOSURE):
        return "closed_in_source"
    return ""
