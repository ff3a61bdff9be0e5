"""Words of many trackers to this desk's own: states, classes, kinds, scales, tiers, yes and no, minutes."""

from __future__ import annotations

import re

from app.importing.words import plain, spellings


def _spelt(lines: dict[str, str]) -> dict[str, str]:
    return {
        plain(word): value
        for value, words in lines.items()
        for word in (value, *words.replace("\n", " ").split(","))
        if word.strip()
    }


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(word) for word in text.split(","))


_STATES = _spelt(
    {
        "intake": """
            to do, todo, open, new, backlog, planned, planning, pending approval, draft, requested,
            assess, authorize, unassigned, unconfirmed, confirmed, in progress, in development,
            development, dev, in analysis, analysis, active, doing, wip, selected for development,
            selected for sprint, reopened, submitted, registered, assigned, in review, code review,
            a recibir, a empezar, por hacer, abierto, abierta, nuevo, nueva, en curso, en progreso,
            fabricación, pendiente de aprobación, zu erledigen, aufgaben, offen, neu, in arbeit,
            in bearbeitung, à faire, ouvert, nouveau, en cours, a fazer, tarefas pendentes, aberto, novo,
            em andamento, em progresso, em atendimento atribuído, em atendimento,
            em atendimento planejado, da fare, da completare, aperto, nuovo, in corso, do zrobienia,
            otwarte, nowe, w toku, yapılacaklar, yapılacak, açık, yeni, devam ediyor, işlemde, opened,
            triage, needs triage, scheduled for development, requirements, waiting for support,
            processing, tareas por hacer, en desarrollo, em desenvolvimento, en développement,
            in sviluppo, in entwicklung, w realizacji, geliştiriliyor,
            work in progress, not started, incelemede, en revisión, en révision, em revisão, in prüfung,
            in überprüfung,
            in revisione, w trakcie przeglądu, request for authorization, request for change,
            planning in progress, en attente du support,
            oczekiwanie na wsparcie, warten auf support, esperando por soporte, aguardando suporte,
            in attesa del supporto, destek bekleniyor, w trakcie, przetwarzane, in lavorazione,
            in elaborazione, işleniyor, otwarty, nowy, aperta, nuova, ouverte, nouvelle, bewerten,
            autorisieren, évaluer, autoriser, itens pendentes,
            actif, activo, ativo, attivo, aktywny, aktif, working on it, triggered, acknowledged,
            aktiv, nova, neuf, 新規, 未対応, 進行中, 対応中, 処理中, 新建, 待处理, 进行中, 处理中, 打开,
            новая, новый, открыт,
            открыта, в работе, pending review, awaiting approval, awaiting cab, waiting for approval,
            nieuw, in behandeling, 承認待ち""",
        "in_test": """
            in test, in testing, test, testing, qa, in qa, uat, in uat, ready for uat, ready for test,
            ready for qa, acceptance, waiting for uat approval, system test, validation, en pruebas, pruebas,
            im test, testen, en test, en recette, em teste, em testes, testes, in prova, w testach,
            testy, testte, test ediliyor, テスト中, 测试中,
            in collaudo, na testach, на тестировании, тестирование""",
        "tested": """
            tested, uat approved, qa done, qa approved, verified, resolved, solved, test passed, fixed,
            solucionado, probado, resuelto, resuelta, getestet, gelöst, testé, résolu, testado,
            resolvido, testato, risolto, przetestowane, rozwiązane, test edildi, çözüldü, çözümlendi,
            resolvida, rozwiązany, rozwiązana, 処理済み, 解決, 解決済み, 已解决, решен, решена, решено,
            getest""",
        "pre_production": """
            pre production, preproduction, staging, in staging, preprod, vorproduktion, préproduction""",
        "ready": """
            ready, ready for release, ready to promote, ready for production, ready to deploy, approved,
            scheduled, ready for deployment, release ready, implement, listo, aprobado, programado,
            bereit, freigegeben, geplant, genehmigt, prêt, approuvé, planifié, pronto, aprovado,
            agendado, approvato, pianificato, zatwierdzone, zaplanowane, hazır, onaylandı,
            planlandı, implementation in progress, implementieren, implémenter, mettre en œuvre,
            programada, aprobada, aprovada, approvata, planifiée, approuvée,
            ready for deploy, validé, validée, authorized, authorised, zatwierdzona,
            zatwierdzony, согласовано, утверждено, 已批准, goedgekeurd, gepland, 承認済み""",
        "deployed": """
            deployed, released, live, in production, implemented, successful, success,
            all changes completed, completed successfully, desplegado, implementado, ausgerollt,
            bereitgestellt, déployé, livré, implantado, publicado, distribuito, rilasciato, wdrożone,
            yayınlandı, canlıda, uitgerold, リリース済み""",
        "rolled_back": """
            rolled back, rolledback, rollback, failed rolled back, backed out,
            change unsuccessful rolled back, revertido,
            zurückgerollt, annulé en production, ripristinato, wycofane, geri alındı""",
        "failed": """
            failed, unsuccessful, failure, fallido, fehlgeschlagen, échoué, falhou, fallito, nieudane,
            başarısız""",
        "deferred": """
            deferred, on hold, postponed, pending, waiting, blocked, hold, paused, aplazado, en espera,
            pendiente, zurückgestellt, wartend, reporté, en attente, suspendu, adiado, pendente,
            em espera, rimandato, in attesa, odłożone, wstrzymane, oczekujące, ertelendi, beklemede,
            waiting for customer, oczekiwanie na klienta, warten auf kunden, en attente du client,
            esperando al cliente, aguardando cliente, oczekuje, zawieszone, bekletiliyor, wartet,
            保留, 搁置, отложено, stuck""",
        "withdrawn": """
            withdrawn, cancelled, canceled, rejected, removed, won t do, wont fix, wontfix, won t fix,
            duplicate, invalid, change cancelled will not be performed, abandoned, cut, cancelado,
            cancelada, rechazado, abgebrochen, abgelehnt, storniert, annulé, rejeté, rejeitado,
            annullato, rifiutato, anulowane, odrzucone, iptal edildi, iptal, reddedildi, archive,
            archived, obsolete,
            odrzucony, odrzucona, rejeitada, abgewiesen, rejetée, 却下, 已拒绝, отклонен, отклонена,
            geannuleerd, afgewezen""",
        "closed": """
            closed, done, complete, completed, finished, closed complete, review, acabado, acabada,
            hecho, finalizado, finalizada, terminado, cerrado, cerrada, listo para cerrar, fertig,
            erledigt, geschlossen, abgeschlossen, terminé, terminée, fermé, clos, clôturé, concluído,
            concluída, itens concluídos, feito, fechado, fechada, completato, completata, fatto, chiuso,
            chiusa, gotowe zamknięte, zamknięte, zakończone, ukończone, tamamlandı, kapatıldı, kapalı,
            bitti, merged, encerrado, encerrada, tamam, gotowe, zamknięty, zamknięta, zakończony,
            überprüfen,
            終了, 完了, 关闭, 已关闭, 完成, 已完成, закрыт, закрыта, закрыто, готово, afgesloten, gereed""",
    }
)
_CLASSES = _spelt(
    {
        "standard": """
            pre approved, preapproved, routine, standard change, estándar, vorabgenehmigt, pré approuvé,
            pre aprobado, padrão, pré aprovado, pre approvato, standardowa, standart""",
        "normal": """
            comprehensive, normal change, major, minor, significant, planned, regular, normale, normalny,
            normalna, planifié, geplant, normaler change, general, latent""",
        "emergency": """
            emergency change, urgent, expedited, unplanned, emergencia, emergencial, urgente, notfall,
            dringend,
            urgence, emergência, emergenza, awaryjna, pilny, acil, break fix, breakfix""",
    }
)
_CHANGE_KINDS = _spelt(
    {
        "application": """
            software, app, code, applications software, application change, feature, story, bug, task,
            aplicación, anwendung, aplicação, applicazione, aplikacja, uygulama, applicazione software,
            logiciel""",
        "infrastructure": """
            hardware, server, infra, system, platform, os, storage, virtualization, cloud,
            infraestructura, infrastruktur, infraestrutura, infrastruttura, infrastruktura, altyapı""",
        "database": """
            db, dba, sql, database change, base de datos, datenbank, base de données, banco de dados,
            baza danych, veritabanı, veri tabanı""",
        "network": """
            networking, firewall, telecom, lan, wan, red, netzwerk, réseau, rede, rete, sieć, ağ""",
        "configuration": """
            config, configuration change, setting, settings, parameter, configuración, konfiguration,
            configuração, configurazione, konfiguracja, yapılandırma""",
        "data": """
            data fix, data migration, data change, migration, datos, daten, données, dados, dati, dane,
            veri""",
    }
)
_SCALE = _spelt(
    {
        "1": """
            none, very low, lowest, risk level 1, trivial, minimal, insignificant, negligible, ninguno,
            muy bajo, keine, sehr niedrig, aucun, très faible, très bas, nenhum, muito baixa, muito baixo,
            nessuno, molto basso, brak, bardzo niski, yok, çok düşük""",
        "2": """
            low, minor, small, normal, warning, risk level 2, bajo, baja, niedrig, gering, faible, bas, basse,
            baixo, baixa, basso, bassa, niski, niskie, düşük, localized, minor localized, laag, klein, 低, 小,
            низкий, низкая, низкое""",
        "3": """
            medium, moderate, modéré, modérée, moderat, moderada, moderato, moderata, umiarkowane,
            umiarkowany, ılımlı, risk level 3, mediana, mediano, significant, average, medio, media,
            mittel, moyen, moyenne, moderado, média, médio, średni, średnie, orta, moderate limited,
            limited, gemiddeld, middel, 中, средний, средняя, среднее""",
        "4": """
            high, major, large, significant large, risk level 4, alto, alta, hoch, élevé, élevée, haut, haute,
            wysoki, wysokie, yüksek, hoog, groot, 高, 大, высокий, высокая, высокое""",
        "5": """
            critical, very high, highest, risk level 5, extensive, severe, blocker, extensive widespread,
            disaster, widespread, crítico, crítica, muy alto, muy alta, kritisch, sehr hoch, critique,
            très élevé, très élevée, muito alto, muito alta, critico, critica, molto alto, krytyczny,
            bardzo wysoki, kritik, çok yüksek, zeer hoog, crash, block, критический, критичный""",
    }
)
_TIERS = _spelt(
    {
        "1": """
            tier 1, mission critical, critical, most critical, platinum, very high, crítico, kritisch,
            critique, critico, sehr hoch, très élevée, très élevé, muy alta, muy alto, muito alta,
            molto alta""",
        "2": "tier 2, business critical, somewhat critical, high, gold, essential, alto, alta, hoch, élevé",
        "3": """
            tier 3, business operational, less critical, medium, silver, important, medio, mittel, moyen,
            média, médio""",
        "4": """
            tier 4, administrative, low, bronze, non critical, not critical, bajo, niedrig, faible, baixo,
            basso""",
    }
)
_CI_KINDS = _spelt(
    {
        "server": """
            host, virtual machine, vm, computer, linux server, windows server, servidor, serveur, serwer,
            sunucu""",
        "database": """
            db, database instance, sql server, oracle, datenbank, base de datos, base de données,
            banco de dados""",
        "network_device": """
            network, network device, router, switch, firewall, load balancer, ip router, ip switch,
            network gear""",
        "storage": "san, nas, disk, storage device, almacenamiento, speicher, stockage, armazenamento",
        "shared_library": """
            library, shared library, package, module, biblioteca, bibliothek, bibliothèque""",
    }
)
_OUTCOMES = _spelt(
    {
        "succeeded": """
            success, successful, ok, passed, done, complete, completed, deployed, green, healthy,
            erfolgreich, succès, éxito, exitoso, correcto, sucesso, successo, riuscito, sukces, başarılı""",
        "failed": """
            failure, error, unsuccessful, red, fail, fehlgeschlagen, échec, échoué, fallido, falha, fallito,
            niepowodzenie, błąd, başarısız""",
        "with_issues": """
            degraded,
            with issues, partial, partially succeeded, partially successful, unstable, warning, warnings,
            succeeded with issues, successful with issues, completed with errors, yellow, mit problemen,
            con incidencias, avec réserves""",
        "rolled_back": "rolled back, rollback, backed out, reverted",
    }
)
_STRENGTHS = _spelt(
    {
        "hard": """
            full, complete, strict, total, no changes, no change, none allowed, blackout, freeze, moratorium,
            hart, dur, fuerte""",
        "with_signatures": """
            soft, with signatures, with approval, partial, restricted, limited, by exception, weich, souple,
            blando, approval required, slush""",
    }
)
_ACTIVITY_STATES = _spelt(
    {
        "planned": """
            not started, to do, open, new, pending, ready, scheduled, nicht begonnen, offen, geplant,
            non commencé, à faire, no iniciado, no iniciada, por hacer, pendiente, não iniciado,
            não iniciada, pendente, non iniziato, da fare, nie rozpoczęto, do zrobienia, başlamadı,
            planlandı, 未着手, 未开始, не начато""",
        "running": """
            wip, in progress, started, active, doing, in arbeit, in bearbeitung, läuft, en cours, en curso,
            em andamento, in corso, w toku, devam ediyor, 進行中, 进行中, в работе""",
        "done": """
            complete, completed, finished, closed, done, erledigt, abgeschlossen, fertig, terminé, terminée,
            achevé, completado, completada, terminado, hecho, concluído, concluída, completato, fatto,
            zakończone, ukończone, gotowe, tamamlandı, bitti, 完了, 完成, 已完成, завершено, готово""",
        "skipped": "not mock, archive, archived, not go live, cancelled, canceled, n a, skip, removed",
        "failed": "error, unsuccessful",
    }
)

CHOICES: dict[str, dict[str, str]] = {
    "state": _STATES,
    "change_class": _CLASSES,
    "change_kind": _CHANGE_KINDS,
    "scale": _SCALE,
    "tier": _TIERS,
    "ci_kind": _CI_KINDS,
    "outcome": _OUTCOMES,
    "activity_state": _ACTIVITY_STATES,
    "strength": _STRENGTHS,
}
"""Value maps by name: plain word to the desk's own value."""

NUMERIC_CHOICES = frozenset({"scale", "tier"})
"""Value maps whose values are whole numbers."""

_BRACKETED_END = re.compile(r"\s*\([^()]*\)\s*$")
_RANKED = re.compile(r"^\s*[\[(]?(\d)\s*[\])]?\s*(?:[-–:.)]\s*|\s)(.+)$", re.DOTALL)
_YES = _words(
    "yes, y, true, 1, x, ok, approved, success, succeeded, successful, passed, si, ja, j, oui, o, sim, s, "
    "tak, t, evet, e, genehmigt, approuvé, aprobado, aprovado, approvato, erfolgreich, succès, éxito, "
    "exitoso, sucesso, successo, sukces, başarılı"
)
_NO = _words(
    "no, n, false, 0, rejected, failed, failure, nein, non, não, nie, hayır, abgelehnt, refusé, error, "
    "requested, pending, not requested, not yet requested, not approved, waiting, fehlgeschlagen, échec, "
    "fallido, falha, fallito, niepowodzenie, başarısız"
)


def choose(choices: str, text: str, own: dict[str, str] | None = None) -> str | int | None:
    """The desk's value for a word of the source; `own` (plain word to value) goes before the known words.

    A rank before the word ("3 - Moderate", "4-Complete") is looked past, and so is what stands in brackets
    after it ("En cours (Attribué)", "Terminé(e)"); a bare digit of a scale is itself.
    None when the word is not known.
    """
    word = plain(text)
    found = _look_up(choices, word, own)
    if found is None:
        ranked = _RANKED.match(text)
        if ranked:
            found = _look_up(choices, plain(ranked.group(2)), own)
    if found is None and text.endswith(")"):
        found = _look_up(choices, plain(_BRACKETED_END.sub("", text)), own)
    if found is None and choices == "scale" and word in ("1", "2", "3", "4", "5"):
        found = word
    if found in (None, ""):
        return None
    return int(found) if choices in NUMERIC_CHOICES and found.isdigit() else found


def _look_up(choices: str, word: str, own: dict[str, str] | None) -> str | None:
    if own and word in own:
        return own[word]
    return CHOICES[choices].get(word)


def is_choice(choices: str, value: str) -> bool:
    """Whether the desk knows this value in the value map of that name."""
    return value in CHOICES[choices].values()


def yes_or_no(text: str) -> bool | None:
    """True, False, or None for a word that is neither, in eight languages."""
    word = plain(text) or text.strip()
    return True if word in _YES else False if word in _NO else None


_CLOCK_DURATION = re.compile(r"^(\d{1,4}):(\d{2})(?::(\d{2}))?$")
_NO_TIME = _words(
    "none, no, nil, keine, keiner, aucun, aucune, ninguno, ninguna, nenhum, nenhuma, nessuno, nessuna, brak, "
    "yok, geen"
)
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]*)")
_ELAPSED = re.compile(r"^e(?=[dhmw])")


def _units(minutes: float, beginnings: str) -> list[tuple[str, float]]:
    return [(beginning, minutes) for beginning in beginnings.split(", ")]


_UNIT_MINUTES = (
    *_units(10_080, "week, wk, woche, sem, sett, tyg, hafta, нед, 周, 週"),
    *_units(43_200, "mon, mo, mes, mês, mies, ay, мес, 月"),
    *_units(1, "dk, dak, min, мин, 分"),
    *_units(1 / 60, "saniye, sec, sek, с, 秒"),
    *_units(60, "h, std, stunde, ora, ore, godz, saat, sa, ч, 小时, 小時, 时, 時"),
    *_units(1440, "d, tag, j, g, день, д, 天, 日"),
    *_units(10_080, "w"),
    *_units(1 / 60, "s"),
    *_units(1, "m"),
    ("", 1.0),
)


_IN_HOURS = re.compile(r"\b(?:h|hrs?|hours?|std|stunden|heures|horas|ore|godz|godziny|saat)$")
_IN_DAYS = re.compile(r"\b(?:d|days?|tage|tagen|jours?|dias|giorni|dni|gun)$")


def minutes_in(header: str) -> float:
    """The minutes that a bare number in this column counts: 60 below "Duration (h)" or "expectedHours"."""
    if any(_IN_HOURS.search(words) for words in spellings(header)):
        return 60.0
    return 1440.0 if any(_IN_DAYS.search(words) for words in spellings(header)) else 1.0


def minutes_of(text: str, bare: float = 1.0) -> int | None:
    """Whole minutes of a duration: "90", "1:30", "1h 30m", "2 days", "0.5 h", "none"; None when it is no
    duration.

    A bare number counts `bare` minutes; "1:30" is hours and minutes; elapsed time ("2ed", as project
    programs write it) counts as any other.
    """
    stripped = text.strip().lower()
    if stripped in _NO_TIME:
        return 0
    clock = _CLOCK_DURATION.match(stripped)
    if clock:
        return int(clock.group(1)) * 60 + int(clock.group(2))
    parts = _PART.findall(stripped)
    if not parts or _PART.sub("", stripped).strip(" ,.;+&?") not in ("", "and", "und", "et", "y", "e"):
        return None
    total = 0.0
    for amount, word in parts:
        unit = _ELAPSED.sub("", word)
        factor = next(
            (minutes for name, minutes in _UNIT_MINUTES if unit == name or (name and unit.startswith(name))),
            None,
        )
        if factor is None or len(amount) > 9:
            return None
        total += float(amount.replace(",", ".")) * (factor if unit else bare)
    return round(total)
