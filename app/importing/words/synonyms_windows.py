"""The headers that fields of windows and freezes are known by, the surest first."""

from __future__ import annotations

WINDOWED: dict[str, str] = {
    "uid": "uid, event id, calendar id, entry id, window id, maintenance id, downtime id",
    "starts_at": """
        starts, starts at, start, start time, start date, begin, begins, from, window start, freeze start,
        planned start, planned start date, beginn, début, inicio, início, inizio, początek, başlangıç,
        rozpoczęcie, comienzo, anfang, von, desde, dal, scheduled for, scheduled from, scheduled start, dalle,
        dalle ore, window opens, opens, opens at, du, de, od, da, freeze begins, freeze start date,
        window start date, window start time, start date time, start datetime, starts on, effective from,
        valid from, maintenance start, maintenance start date, maintenance start time, maintenance begins,
        outage window start, blackout start, moratorium start, wartungsbeginn, beginn der wartung,
        début de la maintenance, inicio del mantenimiento, início da manutenção, inizio manutenzione,
        początek prac, bakım başlangıcı, active since, active from, aktiv seit, aktiv ab, actif depuis,
        activo desde, ativo desde, attivo da, attivo dal, aktywne od, etkin başlangıç, başlangıç zamanı,
        shift start, dtstart, change window start, release window start, deployment window start,
        cutover window start""",
    "day": """
        day, date, datum, fecha, data, jour, tag, giorno, dzień, gün, tarih, window date, date of window,
        ausfall am, störung am""",
    "ends_at": """
        ends, ends at, end, end time, end date, until, to, window end, freeze end, planned end,
        planned end date, finish, ende, fin, fim, fine, koniec, bitiş, bis, hasta, al, término, zakończenie,
        window closes, à, scheduled until, scheduled to, scheduled end, alle, alle ore, às, closes, closes at,
        au, até, do, freeze ends, freeze end date, window end date, window end time, end date time,
        end datetime, ends on, effective to, effective until, valid to, valid until, through, maintenance end,
        maintenance end date, maintenance end time, maintenance ends, outage window end, blackout end,
        moratorium end, wartungsende, ende der wartung, fin de la maintenance, fin del mantenimiento,
        fim da manutenção, fine manutenzione, koniec prac, bakım bitişi, active till, active until, active to,
        aktiv bis, actif jusqu'à, activo hasta, ativo até, attivo fino a, attivo al, aktywne do, etkin bitiş,
        bitiş zamanı, shift end, dtend, change window end, release window end, deployment window end,
        cutover window end""",
    "zone_name": """
        time zone, timezone, tz, zone, zeitzone, fuseau horaire, fuseau, zona horaria, huso horario,
        fuso orario, fuso horário, strefa czasowa, saat dilimi, tijdzone, schedule time zone""",
    "entry": "entry, window or freeze",
    "capacity_deployments": """
        capacity in deployments, capacity, max deployments, deployments, max changes, max änderungen,
        max changements, máx cambios, máx mudanças, max modifiche, maks zmian, azami değişiklik,
        kapazität, capacité, capacidad, capacità, capacidade, kapasite""",
    "capacity_minutes": """
        capacity in minutes, minutes of work, capacity min, capacity mins, capacity minutes,
        kapazität min, kapazität in minuten, capacité min, capacité en minutes, capacidad min,
        capacidad en minutos, capacidade min, capacidade em minutos, capacità min, capacità in minuti,
        pojemność min, kapasite dk, kapasite dakika""",
    "strength": """
        hard soft, strength, freeze type, type, freeze level, type of freeze, hard or soft, severity, rule,
        restriction, regel, règle, regla, regra, regola, art, typ, tipo, tür, rodzaj, type de gel,
        tipo de congelación, restriction level, level, freeze category, category, rodzaj blokady, typ blokady,
        art der sperre, sperrtyp, tipo di blocco, tipo de congelamiento, tipo de congelamento, nature du gel,
        dondurma türü, kısıtlama, tipo de restrição, tipo de restricción, tipo di restrizione,
        restriction type, type de restriction, art der einschränkung, einschränkung, rodzaj ograniczenia""",
    "environments": "environments, environment, affected environments, scope environment",
    "reason": """
        reason, why, business reason, business justification, grund, raison, motivo, powód, neden,
        description, comment, motif, begründung, justification, justificación, motivazione, uzasadnienie,
        justificativa, gerekçe, grund der sperre, reason for freeze, freeze reason, motif du gel,
        motivo del congelamiento, motivo do congelamento, motivo del blocco, powód blokady""",
}
"""Field to headers apart by commas; only their plain words count."""
