"""Words of times that headers are put together of: of beginnings and ends, days and clocks, and plans."""

from __future__ import annotations

from app.importing.words.spelling import spelt

BEGIN = spelt(
    """
    start, starts, begin, begins, beginning, beginn, beginnt, anfang, début, inicio, comienzo, inizio,
    początek, inicial, initial, initiale, iniziale, początkowa, początkowy, rozpoczęcie, rozpoczęcia,
    başlangıç, başlangıcı, avvio, démarrage, arranque, początku,
    rozpoczęciu, başlama"""
)
END = spelt(
    """
    end, ends, final, finale, końcowa, końcowy, finish, ende, endet, fin, finalización, fim, término, fine,
    koniec, zakończenie, zakończenia,
    bitiş, bitişi, sonu, endes, końca, einde, eind"""
)
COMPLETION = spelt("completion, completamento, achèvement, conclusão, conclusione, ukończenia, tamamlanma")
"""What ends work, and may as well be said of how far it has come."""
DAY = spelt(
    """
    date, datum, data, fecha, tarih, tarihi, timestamp, day, tag, jour, día, giorno, zaman, zamanı,
    zeitpunkt"""
)
CLOCK = spelt(
    """
    hora, heure, ora, time, zeit, uhrzeit, godzina, godz, saat, saati, zaman, zamanı, horário, orario"""
)
WHEN = DAY | CLOCK | spelt("czas, tijd")
"""Words for a time of day say how long something took as well: "Resolution time"."""
LENGTH = spelt(
    """
    duration, length, time, minutes, dauer, zeit, durée, temps, duración, tiempo, duração, tempo, durata,
    czas, süre, süresi, duur, tijd"""
)
LAST = spelt(
    """
    last, latest, letzte, letzter, letztes, zuletzt, dernier, dernière, último, última, ostatnia, ostatni,
    ostatniej, son, laatst, laatste, ostatnio, ostatnie, ostatniego"""
)
ESTIMATED = spelt(
    """
    estimated, geschätzt, geschätzte, estimé, estimée, estimado, estimada, stimato, stimata, szacowany,
    tahmini"""
)
EXPECTED = ESTIMATED | spelt(
    """
    expected, anticipated, foreseen, erwartet, erwartete, erwarteter, erwartetes, voraussichtlich,
    voraussichtliche, voraussichtlicher, voraussichtliches, vorgesehen, vorgesehene, vorgesehener,
    vorgesehenes, estimées, attendu, attendue, esperado, esperada, atteso, attesa, presunto, presunta,
    przewidywany, przewidywana, przewidywane, spodziewany, szacowana, szacowane, öngörülen, beklenen,
    verwachte"""
)
"""What is thought to come, but is not settled."""
SCHEDULED = spelt(
    """
    planned, plan, scheduled, geplant, geplante, geplanter, geplantes, prévu, prévue, planifié, planifiée,
    previsto, prevista, planificado, planificada, programado, programada, planejado, planejada, planeado,
    planeada, pianificato, pianificata, planowany, planowana, planowane, planlanan"""
)
"""The plainest words for what is settled to come."""
PLANNED = (
    EXPECTED
    | SCHEDULED
    | spelt(
        """
        proposed, geplanten, prévus, prévues, prévisionnel, prévisionnelle, planifiés, planifiées, programmé,
        programmée, programmés, programmées, planificados, planificadas, previstos, previstas, programados,
        programadas, planejados, planejadas, pianificate, agendado, agendada, pianificati, previsti, previste,
        programmato, programmata, programmate, schedulato, schedulata, planowanego, planowanej, zaplanowany,
        zaplanowana, zaplanowane, zaplanowanego, planlı, gepland, geplande"""
    )
)
WANTED = spelt(
    """
    gewünscht, gewünschter, gewünschtes, souhaité, souhaitée, deseado, deseada, desejado, desejada,
    desiderato, desiderata, requerido, requerida, istenen, pożądany, pożądana"""
)
