"""The headers of when changes and tickets are done, and how, and what is known of their course."""

from __future__ import annotations

SCHEDULED: dict[str, str] = {
    "deployment_on": """
        deployment date, deployment on, planned deployment, planned start date, planned start, planned date,
        change date, planned for, scheduled for, start date planned, change start date, geplanter beginn,
        geplanter start, geplantes startdatum, geplanter starttermin, début planifié, date de début planifiée,
        date de début prévue, inicio planificado, fecha de inicio planificada, início planejado, início
        previsto, data de início planejada, inizio pianificato, data di inizio pianificata, inizio previsto,
        planowane rozpoczęcie, planowana data rozpoczęcia, planlanan başlangıç, planlanan başlangıç tarihi,
        fecha inicio planificado, fecha inicio planificada, fecha de inicio planificado, fecha inicio
        planeada, fecha inicio prevista, fecha de inicio prevista, fecha de pase a producción, data início
        planejado, data de início planejado, data início previsto, data de início prevista, data inizio
        pianificata, data inizio prevista, date début planifiée, date début prévue, date de mise en
        production, date de déploiement, data di rilascio, data wdrożenia, planowana data wdrożenia, planowany
        start, planlanan tarih, fecha de implementación, data de implementação, geplantes datum,
        umsetzungsdatum, data wdrożenia planowana, planowane wdrożenie, fecha planificada, fecha programada,
        data planejada, data prevista, data pianificata, date planifiée, date prévue, planlanan başlama
        tarihi, scheduled start, scheduled date, implementation date, go live date, go live, release date,
        deploy date, target date, target start, due date, due, work end, work start, actual start, fecha de
        vencimiento, fecha de despliegue, fälligkeitsdatum, fällig, date d'échéance, échéance, data de
        entrega, data de vencimento, data de implantação, data limite, fecha límite, date limite, data di
        scadenza, scadenza, termin, termin wykonania, bitiş tarihi, son tarih, 期日, 期限, 期限日, 截止日期,
        到期日, срок исполнения, срок, срок завершения, 计划完成日期, scheduled start time, planned start
        time, implementation start, when, geplande start, geplande startdatum, geplande begindatum, geplande
        datum, uitvoeringsdatum, mise en production, date mep,
        released at, released on, fecha prevista, produktivsetzung, planowana
        data, 予定日, 実施日, リリース日, плановая дата, 计划日期, date time, date and time, performed at,
        performed on, executed at, executed on, implemented at, implemented on, implemented date, date
        implemented, date performed, implementation time, change window start, window start, change start,
        change start time, start time, proposed date, requested implementation date, cab date, date mise en
        œuvre, date de réalisation, data de execução, data esecuzione, data wykonania, durchgeführt am, fecha
        de ejecución, fecha de realización, fecha de implantación, fecha implantación, fecha de puesta en
        producción, fecha de paso a producción, fecha de pase, fecha de instalación, fecha del cambio, fecha
        de la intervención, fecha de intervención, date de mise en œuvre, date d'implémentation, date de
        l'intervention, date d'intervention, date du changement, date prévisionnelle, data di messa in
        produzione, data messa in produzione, data di implementazione, data implementazione, data di
        esecuzione, data intervento, data da mudança, data de publicação, data do deploy, data de execução
        prevista, einführungsdatum, datum der umsetzung, umsetzung am, einsatzdatum, durchführungsdatum,
        änderungstermin, termin wdrożenia, data realizacji, data zmiany, uygulama tarihi, devreye alma tarihi,
        değişiklik tarihi, canlıya alma tarihi, fällig bis, fällig am, à échéance le, planned implementation
        date, implementation start date, planbeginn, start, beginn, début, inicio, início, inizio, początek,
        rozpoczęcie, başlangıç, event time, wann, quand, cuándo, quando, kiedy, ne zaman, termin tarihi,
        prazo,
        zieldatum, date cible, fecha objetivo, fecha de destino, data docelowa, hedef tarih, hedef tarihi,
        yayın tarihi,
        vencimiento""",
    "deployment_approved": """
        deployment approved, approved, approval, cab approved, approved for deployment, aprobado,
        genehmigt, freigegeben, approuvé, aprovado, approvato, zatwierdzone, onaylandı, genehmigung,
        freigabe, approbation, aprobación, aprovação, approvazione, zatwierdzenie, akceptacja, onay""",
    "backout_plan": """
        backout plan, back out plan, rollback plan, roll back plan, plan de retorno,
        plan de marcha atrás, rückfallplan, rollbackplan, plan de retour arrière, plano de retorno,
        plano de rollback, piano di ripristino, piano di rollback, plan wycofania, geri alma planı,
        backout, back out, rollback, fallback, fallback plan, terugvalplan, 切り戻し手順, 切り戻し,
        plan de repli, план отката, 回退方案, 回滚方案, plano de recuo, plan de retour en arrière,
        plan de reversión, plano de reversão, piano di rientro, plan de retirada, piano di backout,
        plan de vuelta atrás, plan przywrócenia, plan powrotu, geri dönüş planı, roll back procedure,
        rollback procedure, regression plan, retour arrière,
        plan de retroceso""",
    "verification_plan": """
        verification plan, test plan, validation plan, post implementation test, plan de pruebas,
        plano de teste, testplan, prüfplan, plan de test, plan de vérification, plano de testes,
        piano di test, piano di verifica, plan testów, test planı, plan de tests, plan de validation,
        plano de validação,
        validation tests, abnahmetests, tests de validation, pruebas de validación, testes de validação,
        test di validazione, testy walidacyjne, doğrulama testleri,
        verifikationsplan""",
    "expected_downtime_minutes": """
        expected downtime, downtime, outage duration, planned downtime, downtime minutes,
        expected downtime minutes, tiempo de inactividad, ausfallzeit, indisponibilité,
        indisponibilidade, tempo di inattività, przestój, kesinti süresi, down time, outage,
        outage minutes, interruption, service interruption, ausfall, downtime mins, downtime in minutes,
        outage mins, outage min, downtime min, durée d interruption, duración del corte,
        tiempo de indisponibilidad, tiempo de corte, tiempo de parada, duración de la indisponibilidad,
        duración del corte previsto, temps d'indisponibilité, durée d'indisponibilité, durée de coupure,
        durée de la coupure, temps d'arrêt, tempo de indisponibilidade, duração da indisponibilidade,
        tempo de parada, tempo di indisponibilità, tempo di fermo, durata fermo, durata del fermo,
        durata indisponibilità, czas niedostępności, czas przestoju, planowany przestój, ausfalldauer,
        dauer des ausfalls, geplante ausfallzeit, downtime dauer, kesinti, planlanan kesinti,
        service downtime, indisponibilidad""",
    "created_in_source": """
        created, created at, created date, creation date, date created, opened, opened at, open date,
        date opened, created on, sys created on, reported, creada, creado, fecha de creación, erstellt,
        erstellt am, création, créé, créée, date de création, date d'ouverture, criado, criada,
        criado em, data de abertura, data de criação, creato, creata, data creazione, data di creazione,
        data di apertura, utworzono, utworzone, data utworzenia, oluşturuldu, oluşturulma, oluşturulan,
        oluşturulma tarihi, oluşturma tarihi, datetime, opening date, eröffnungsdatum, opendate,
        createdat, utworzenie, fecha de apertura, data otwarcia, açılış tarihi, angelegt, submit date,
        request date, requested date, date requested, date submitted, geöffnet, ouvert, abierto, aberto,
        aperto, otwarte, aberto a, abierta, ouverte, abierto a, aperto il, açıldı, 作成日, 作成日時,
        登録日, 登録日時, 创建时间, 创建日期, 已创建, erstellungsdatum, создано, дата создания,
        data apertura, 创建于, createdate, created time, data abertura, fecha apertura, opened date,
        reported date, reported at, reported on, raised date, date raised, raised on, logged date,
        date logged, date reported, gemeldet am, fecha de reporte, date de signalement, aanmaakdatum,
        registered on, sys created at, created timestamp, creation time, creation timestamp,
        opened time, open time, submitted on, submitted at, submitted date, requested at, raised at,
        logged at, logged on, requested on, detection date, fecha de detección, fecha detección,
        data de detecção, date creation, register time, registered at, registration date, date occurred,
        aufgenommen am, meldungsdatum, erfasst am, erfassungsdatum, gemeldet, aangemaakt, aangemaakt op,
        create time, create date,
        öffnungsdatum""",
    "updated_in_source": """
        updated, updated at, updated date, updated on, last updated, last update, changed date, changed,
        modified, last modified, sys updated on, actualizada, actualizado, última actualización,
        aktualisiert, geändert, letzte aktualisierung, mise à jour, mis à jour, dernière mise à jour,
        dernière modification, atualizado, atualizado em, última atualização, aggiornato,
        ultimo aggiornamento, ostatnia modyfikacja, ultima modifica, última modificación,
        última modificação, son değişiklik, zaktualizowano, ostatnia aktualizacja, güncellendi,
        güncelleme, son güncelleme, datetime2, changeddate, updatedat, last modified date,
        letzte änderung, zaktualizowane, zaktualizowany, aggiornata, atualizado a, atualizada,
        alterado em, última atualização em, modifié, modificado, modificato, date updated, aktualizacja,
        更新日, 更新日時, 更新时间, 更新日期, 已更新, änderungsdatum, обновлено, обновленo,
        дата обновления, 更新于, last activity date, last changed, sys updated at, date de modification,
        fecha de modificación, fecha de actualización, data de alteração, data de modificação,
        data de atualização, data modifica, data di modifica, data di aggiornamento, data modyfikacji,
        data aktualizacji, güncellenme tarihi, güncelleme tarihi, geändert am, aktualisiert am,
        modified on, modified date, modified at, changed at, changed on, last updated at,
        last updated on, last action date, last action, last status change at, last status change,
        wijzigingsdatum, gewijzigd op, laatst gewijzigd, aktualisierungsdatum, letzte bearbeitung,
        last edited, last edited on, maj, date maj, last change time, güncellenme""",
    "closed_in_source": """
        closed, closed at, closed date, closed on, date closed, resolved, resolved at, resolved date,
        resolved on, date resolved, completed on, completed date, date completed, resolution date,
        change completion date, completed, completion date, cleared, resuelta, resuelto, cerrada, encerrado,
        encerrada, encerrado em, fecha de cierre, fechado a, fechado em, fecha de resolución, erledigt,
        gelöst, geschlossen, abgeschlossen, résolu, résolue, fermé, datum afgemeld, afgemeld op,
        date de résolution, date de clôture, resolvido, resolvida, fechado, data de fechamento,
        data da solução, data solução, risolto, chiuso, data di chiusura, rozwiązano, rozwiązane, zamknięto,
        çözüldü, çözümlendi, çözülme tarihi, çözüm tarihi, kapatıldı, closedat, résolu e, resolvido a,
        chiuso il, fermé le, data zamknięcia, zamknięte, zamknięty, cerrado, cerrado en, fermée, clôturé,
        chiusa, kapanış tarihi, completed at, 終了日, 完了日, 解決日, 关闭时间, 解决时间, 已解决, решено,
        дата решения, закрыто, data chiusura, data fechamento, fecha cierre, data resolução,
        data de resolução, data da resolução, fecha resolución, data risoluzione, data di risoluzione,
        close date, date clôture, date résolution, closed time, resolved time, completed time, einddatum,
        geschlossen am, çözülme, kapanma, solved, solved at, solved on, solved date, afgesloten op,
        afgesloten, gesloten op, gesloten, gereed op""",
}
"""Field to headers apart by commas; only their plain words count."""
