"""The words by which trackers and plans name states, and the desk's value for each."""

from __future__ import annotations

from app.importing.words.spelling import word_map

STATES = word_map(
    {
        "intake": """
            to do, todo, open, new, backlog, planned, planning, pending approval, draft, requested, assess,
            authorize, unassigned, unconfirmed, confirmed, in progress, in development, development, dev, in
            analysis, analysis, active, doing, wip, selected for development, selected for sprint, reopened,
            submitted, registered, assigned, in review, code review, a recibir, a empezar, por hacer, abierto,
            abierta, nuevo, nueva, en curso, en progreso, fabricación, pendiente de aprobación, zu erledigen,
            aufgaben, offen, neu, in arbeit, in bearbeitung, à faire, ouvert, nouveau, en cours, a fazer,
            tarefas pendentes, aberto, novo, em andamento, em progresso, em atendimento atribuído, em
            atendimento, em atendimento planejado, da fare, da completare, aperto, nuovo, in corso, do
            zrobienia, otwarte, nowe, w toku, yapılacaklar, yapılacak, açık, yeni, devam ediyor, işlemde,
            opened, triage, needs triage, scheduled for development, requirements, waiting for support,
            processing, tareas por hacer, en desarrollo, em desenvolvimento, em processamento, en
            développement, in sviluppo, in entwicklung, w realizacji, geliştiriliyor, development in progress,
            work in progress, not started, incelemede, en revisión, en révision, em revisão, in prüfung, in
            überprüfung, in revisione, w trakcie przeglądu, request for authorization, request for change,
            planning in progress, en attente du support, oczekiwanie na wsparcie, warten auf support,
            esperando por soporte, aguardando suporte, in attesa del supporto, destek bekleniyor, w trakcie,
            przetwarzany, przetwarzana, customer replied, customer responded,
            przetwarzane, in lavorazione, in elaborazione, işleniyor, otwarty, nowy, aperta, nuova, ouverte,
            nouvelle, bewerten, autorisieren, évaluer, autoriser, itens pendentes, actif, activo, ativo,
            attivo, aktywny, aktif, working on it, triggered, acknowledged, aktiv, nova, neuf, 新規, 未対応,
            進行中, 対応中, 処理中, 新建, 待处理, 进行中, 处理中, 打开, новая, новый, открыт, открыта, в
            работе, pending review, awaiting approval, awaiting cab, waiting for approval, nieuw, in
            behandeling, 承認待ち, under review, under investigation, escalated, ready for dev, ready for
            development, proposed, committed, design, triaged, peer review, awaiting cab approval, scheduled
            for review, scheduled for approval, em curso, problem, incidente, identified, investigating,
            monitoring, firing, down, reopen, warten auf genehmigung, warten auf freigabe, eskaliert,
            zugewiesen, wiedereröffnet, en attente d'approbation, en attente de validation,
            en traitement, assigné, réouvert, évaluation, evaluation, approval, esperando aprobación,
            en espera de aprobación, reabierta, asignado, aguardando aprovação, reaberto, atribuído,
            in attesa di approvazione, riaperto, assegnato, oczekiwanie na zatwierdzenie,
            oczekuje na zatwierdzenie, ponownie otwarte, przypisane, aktywne, onay bekliyor,
            onay bekleniyor, yeniden açıldı, açıldı, atandı, etkin, yapılıyor, geöffnet, anerkannt,
            bestätigt, confirmé, confirmado, confirmada, asignada, admitido, affecté, confermato,
            potwierdzony, potwierdzone, przydzielony, doğrulandı, atanmış, waiting review,
            waiting for review, awaiting review, aprobación, aprovação, approbation, genehmigung,
            approvazione, zatwierdzenie, akceptacja, onay, evaluación, avaliação, bewertung,
            evaluierung, valutazione, ocena, ewaluacja, değerlendirme, evaluar, avaliar, valuta, oceń,
            değerlendir, autorizar, autorizza, autoryzuj, yetkilendir, demande d'autorisation,
            solicitud de autorización, solicitação de autorização, richiesta di autorizzazione,
            genehmigungsanfrage, żądanie autoryzacji, yetkilendirme isteği, freigabe ausstehend,
            wartet auf freigabe, zur freigabe, in planung, esperando por ayuda, esperando asistencia,
            esperando soporte, en attente d'assistance, warten auf unterstützung, preso in carico,
            zugesagt, ready for review, root cause analysis, rca, fix in progress, approval pending,
            in uitvoering, pendiente de cab, pendiente cab, pending cab, pending cab approval,
            cab approval pending, pending authorization, en attente cab, en attente du cab,
            in attesa cab, in attesa del cab, aguardando cab, aguardando o cab, oczekuje na cab,
            cab bekliyor, cab onayı bekliyor, warten auf cab, wartet auf cab, to be discussed,
            in evaluation, under evaluation, in onderzoek, toegewezen, aangemeld, in genehmigung,
            wartet auf genehmigung, zur genehmigung, en validation, escalado, processando, em análise,
            upoważnij, oczekuje na akceptację, do akceptacji, cab evaluation, submission, aanvraag,
            wacht op goedkeuring, untriaged, icebox, started, available, next, next up, up next,
            selected, groomed, refined, refinement, in refinement, ready for refinement, vorgeschlagen,
            proposé, proposée, propuesto, propuesta, proposto, proposta, zaproponowane, zaproponowany,
            önerilen, önerildi, erneut geöffnet, peer review genehmigung durch change manager,
            peer review change manager approval, evaluación por pares, revisión por pares,
            revisión por pares aprobación del gestor de cambios, revisão por pares, avaliação por pares,
            revisão por pares aprovação do gerente de mudanças, évaluation par les pairs,
            revue par les pairs, revisione tra pari, revisione paritaria, przegląd koleżeński,
            wzajemna ocena, eş gözden geçirmesi, akran değerlendirmesi, rouvert, rouverte,
            warten auf kundendienst, en revue, en cours de vérification, w recenzji, inceleniyor,
            planification, planification en cours, pianificazione in corso, planificación en curso,
            planejamento em andamento, planung läuft, planowanie w toku, planlama sürüyor,
            planlama devam ediyor, da pianificare, à planifier, por planificar, a planejar, zu planen,
            do zaplanowania, angefragt, build, analyse de la cause première, analyse des causes,
            ursachenanalyse, análisis de causa raíz, análise de causa raiz, selected for evaluation,
            analisi della causa principale, kök neden analizi, correction en cours, corrección en curso,
            correção em andamento, correzione in corso, nowa, in valutazione, aprovação pendente,
            ausstehende genehmigung, requerida, requerido, rascunho, bozza, borrador, brouillon,
            entwurf, szkic, wersja robocza, taslak, in approvazione, en aprobación,
            en cours d'approbation, w akceptacji, onayda, em aprovação, em autorização, em avaliação,
            autorizzazione, autoryzacja, autorización, autorização, autorisation, zażądana, zażądany,
            zażądane, przydzielona, atribuída, atribuido, working, researching, unread, read,
            riassegnato, reassigned, reasignado, reatribuído, neu zugewiesen, réaffecté,
            ponownie przypisane, non letto, letto, ungelesen, gelesen, non lu, lu, no leído, leído,
            não lido, lido, nieprzeczytane, przeczytane, okunmadı, okundu, defined, in process, inprg,
            wappr, queued, umzusetzen, in carico, em tratamento, em tratativa, in trattamento,
            da eseguire, da realizzare, a executar, por ejecutar, do wykonania, do realizacji, przyjęte,
            przyjęta, przyjęto, en proceso, em processo, w procesie, en atención,
            en cours de traitement,
            wird untersucht, in untersuchung, en cours d'investigation, en cours d'examen, en investigación,
            em investigação, in fase di analisi, w trakcie badania, araştırılıyor, registriert, enregistré,
            enregistrée, registrado, registrada, registrato, registrata, zarejestrowane, zarejestrowany,
            kayıtlı,
            analyse, in analyse, en cours d'analyse, análisis, en análisis, análise, analisi, in analisi,
            analiza, w analizie, analiz, planificación, planejamento, planeamento, pianificazione, planowanie,
            planlama, geplant, gepland, planifié, planifiée, planificado, planificada, planeado, planeada,
            planejado, planejada, pianificato, pianificata, zaplanowane, zaplanowany, zaplanowana,
            zaplanowano, planowane, planowany, planowana, planlandı, planlanan, planlanmış,
            planung, encaminhado, inoltrato, eskalowane, eskalowany, yükseltildi, in attesa di assistenza,
            dispatched, ready to merge, en cours de revue, en revue, en relecture, im review,
            w przeglądzie""",
        "in_test": """ in test, in testing, test, testing, qa, in qa,
            uat, in uat, ready for uat, ready for test, ready for qa, acceptance,
            waiting for uat approval, system test, validation, en pruebas, pruebas, im test, testen,
            en test, en recette, em teste, em testes, testes, in prova, w testach, testy, testte,
            test ediliyor, テスト中, 测试中, in collaudo, na testach, на тестировании, тестирование, à tester,
            a tester, zu testen, testbereit, bereit für test, recette, homologação, em homologação,
            prueba, cualificación, calificación,
            do testów, gotowe do testów, test aşamasında, qualification, qualificação, qualifizierung,
            qualifica, kwalifikacja, testing in progress, ready to test, ready for testing,
            ready to validate, ready for validation, available for testing, available for test,
            development completed, development complete, dev complete, dev completed, dev done,
            development done, in validation, to validate, to test, à valider, por validar, a validar,
            da validare, do walidacji, zu validieren, doğrulanacak, on qa, listo para pruebas,
            listo para probar, prêt pour test, prêt à tester, pronto para teste, pronto para testes,
            pronto per il test, test için hazır, bereit zum testen, in abnahme, abnahme,
            en homologación, verifying, in verification, em validação, en validación, in validazione,
            en validation, w walidacji, validação, wird getestet, to be tested,
            testowanie, w trakcie testów""",
        "tested": """ tested, uat approved, qa done, qa approved,
            verified, resolved, solved, test passed, fixed, solucionado, probado, resuelto, resuelta,
            getestet, gelöst, testé, résolu, testado, resolvido, testato, risolto, przetestowane,
            rozwiązane, test edildi, çözüldü, çözümlendi, resolvida, rozwiązany, rozwiązana, 処理済み,
            解決, 解決済み, 已解决, решен, решена, решено, getest, behoben, mitigated, corrigé, corregido,
            corrigido, naprawione, düzeltildi, abgenommen, validated, problem solved, information provided,
            problem risolto, problema risolto, problema resuelto, problema resolvido,
            problem rozwiązany, sorun çözüldü, problème résolu, problem gelöst, normalizado,
            normalizada,
            resueltas, resueltos, resolution verified, verifiziert, vérifié, vérifiée, verificado, verificada,
            verificato, verificata, zweryfikowane,
            zweryfikowany, corretto, corretta""",
        "pre_production": """ pre production, preproduction, staging, in staging,
            stage, in stage, on stage, preprod, vorproduktion, préproduction, pre prod""",
        "ready": """ ready, ready for release, ready to promote, ready for production,
            ready to deploy, approved, scheduled, ready for deployment, release ready, implement, listo,
            aprobado, programado, bereit, freigegeben, genehmigt, prêt, approuvé,
            pronto, aprovado, agendado, approvato, zatwierdzone, hazır,
            onaylandı, onaylanan, zamanlandı, implementazione, wdrażanie, implementação,
            implementación, implementation in progress, implementieren, implémenter, mettre en œuvre,
            programada, aprobada, aprovada, approvata, approuvée, ready for deploy, validé,
            validée, authorized, authorised, zatwierdzona, zatwierdzony, zaakceptowana, accepted,
            accepté, acceptée, akzeptiert, angenommen, aceptado, aceptada, aceito, aceita, accettato,
            accettata, kabul edildi, zaakceptowany, zaakceptowane, согласовано, утверждено,
            已批准, goedgekeurd, 承認済み, awaiting implementation, implementing,
            awaiting deployment, warten auf implementierung, wird implementiert, bereit zum deployment,
            en attente de mise en œuvre, en cours de mise en œuvre, à déployer,
            esperando implementación, aguardando implementação, implementación en curso,
            em implementação, in attesa di implementazione, oczekiwanie na wdrożenie,
            uygulama bekliyor, uygulanıyor, waiting for deploy, waiting for deployment, awaiting deploy,
            awaiting release, waiting for release, pending deployment, pending release, to deploy,
            to be deployed, implementar, implementa, wdróż, uygula, programmé, favorable,
            avis favorable, favorevole, canlıya alınacak, implementando,
            implementierung wird durchgeführt, implementazione in corso, in implementierung,
            implementierung läuft, umsetzung läuft, déploiement en cours, wdrażane,
            canlıya alınmayı bekliyor, favorável, befürwortet, zugestimmt, terminiert, in umsetzung,
            umsetzung, planifier, mise en œuvre, en implementación, en ejecución, em execução,
            programmato, programmata, in implementazione, in esecuzione, schedulato, wdrożenie,
            implementação em andamento, uygulama sürüyor, wdrażanie w toku, w trakcie wdrożenia,
            change approved, cab approved, emergency approved, in release, implementation, appr,
            wsch,
            implementierung, uygulama""",
        "deployed": """ deployed, released, live, in production, implemented, successful,
            success, all changes completed, completed successfully, desplegado, implementado,
            ausgerollt, bereitgestellt, déployé, livré, implantado, publicado, distribuito, rilasciato,
            wdrożone, yayınlandı, canlıda, uitgerold, リリース済み, deployed to production, deployed to prod,
            in prod, applied, produktiv, deployt, in produktion, ausgeliefert, mis en production,
            en production, appliqué, en producción, em produção, in produzione, w produkcji, wdrożony,
            canlıya alındı, publié, yayında, aplicado, umgesetzt, réalisé, réalisée, effectué,
            effectuée, éxito, exitoso, sucesso, successo, succès, réussi, sukces, başarılı, erfolg,
            erfolgreich, sucesso parcial, éxito parcial, implementato, implementada, wdrożona,
            executada com sucesso, executado com sucesso, ejecutado con éxito, eseguito con successo,
            wykonano pomyślnie, zakończona sukcesem, başarıyla uygulandı, angewendet, angewandt,
            applicato, zastosowany, zastosowane, uygulandı, uygulanan, ejecutado, realizado, executado,
            eseguito, wykonane, zrealizowane, uitgevoerd, successful with issues, shipped, go live,
            launched, ok, positivo, esito positivo, riuscito, riuscita, udane, udana, pomyślne,
            pomyślna, exitosa, réussie, com êxito, bem sucedido, bem sucedida,
            implementiert, implémenté, implémentée, wydane, wydany, na produkcji""",
        "rolled_back": """ rolled back, rolledback, rollback, failed rolled back, backed out,
            change unsuccessful rolled back, revertido, zurückgerollt, annulé en production,
            ripristinato, wycofane, geri alındı""",
        "failed": """ non riuscito, failed, unsuccessful,
            failure, fallido, fehlgeschlagen, échoué, ko, falhou, falha, fallo, échec, fehler,
            niepowodzenie, fallito, nieudane, başarısız, closed incomplete, closed unsuccessful,
            erfolglos geschlossen, clôture manquée, fermé sans succès, cerrado sin éxito,
            fechado sem êxito, fechado sem sucesso, chiuso senza successo, zamknięte bez powodzenia,
            negativo, esito negativo, non riuscita, porażka, insucesso, insuccesso, fallida, fallita,
            échouée, nie powiodło się, nie powiodła się, nok, malsucedido, malsucedida, mal sucedido,
            erfolglos""",
        "deferred": """
            deferred, on hold, postponed, pending, waiting, blocked, hold, paused, aplazado, aplazada,
            rinviato, odroczona, en espera, pendiente, zurückgestellt, wartend, reporté, en attente,
            suspendu, adiado, pendente, em espera, rimandato, in attesa, odłożone, wstrzymane, oczekujące,
            ertelendi, beklemede, waiting for customer, oczekiwanie na klienta, warten auf kunden, en
            attente du client, esperando al cliente, aguardando cliente, oczekuje, zawieszone,
            bekletiliyor, wartet, 保留, 搁置, отложено, stuck, awaiting info, awaiting user info, awaiting
            problem, awaiting vendor, awaiting evidence, awaiting change, pending user, pending customer,
            pending vendor, waiting on customer, needs info, needs more info, feedback, ausstehend,
            aguardando, rückmeldung, commentaire, comentarios, commenti, odpowiedź, geribildirim, sospeso,
            wstrzymany,
            askıda, em suspenso, waiting for info, waiting for information, waiting for vendor, waiting
            for user, waiting for third party, waiting on vendor, waiting on user, retorno, pending
            reminder, pending auto close, warten zur erinnerung, pendente com lembrete, esperando por el
            cliente, a la espera del cliente, en espera del cliente, esperando respuesta del cliente,
            aguardando pelo cliente, aguardando o cliente, en attente client, warten auf kunde, warten auf
            den kunden, in attesa del cliente, in attesa cliente, müşteri bekleniyor, müşteriden
            bekleniyor, in sospeso, en pause, en pausa, em pausa, in pausa, pausiert, angehalten,
            blockiert, bloqueado, bloqueada, bloqué, bloccato, bloccata, zablokowane, zablokowany,
            engellendi, bloke, needinfo, rückfrage, informationen ausstehend, necesita información,
            precisa de informação, retroalimentación, geri bildirim, riscontro, wait for reply, waiting
            for reply, uitgesteld, wachtend, in de wacht, waiting for details, pending close, warten auf
            erinnerung, warten auf schließen, in attesa di promemoria, em espera de lembrete, oczekuje na
            przypomnienie, bekliyor, czeka,
            suspended, ausgesetzt, suspendido, suspendida, suspenso, suspensa, pausado, pausada,
            askıya alındı""",
        "withdrawn": """
            withdrawn, cancelled, canceled, rejected, removed, won t do, wont fix, wontfix, won t fix,
            duplicate, invalid, change cancelled will not be performed, abandoned, cut, cancelado,
            cancelada, rechazado, abgebrochen, abgelehnt, storniert, annulé, rejeté, rejeitado, annullato,
            rifiutato, respinto, respinta, anulowane, odrzucone, iptal edildi, iptal, reddedildi, archive,
            archived, obsolete, odrzucony, odrzucona, rejeitada, abgewiesen, rejetée, 却下, 已拒绝, отклонен,
            отклонена, geannuleerd, afgewezen, declined, refused, closed skipped, abandonné, refusé,
            zurückgewiesen, recusado, anulowano, verworfen, entfallen, anulado, anulada, duplicado,
            duplicada, doublon, duplikat, zurückgezogen, retirado, retirada, ritirato, retiré, retratada,
            wycofano z rozpatrywania, reprovada, reprovado, reddedilen, wird nicht erledigt, ne sera pas
            fait, no se hará, não será feito, non verrà fatto, entfernt, supprimé, quitado, removido,
            rimosso, usunięto, usunięte, kaldırıldı, défavorable, desfavorable, unfavorable, sfavorevole,
            desfavorável, nicht genehmigt, nicht freigegeben, no aprobado, no aprobada, non approuvé, não
            aprovado, non approvato, niezatwierdzone, onaylanmadı, can t reproduce, cannot reproduce, not
            reproducible, as designed, by design, works for me, worksforme, not a bug, not a defect, nicht
            reproduzierbar, no reproducible, non reproductible, não reproduzível, non riproducibile, nie
            do odtworzenia, geweigerd, can, discarded,
            descartado, descartada, scartato, scartata, non verrà eseguito, nie zostanie zrobione, porzucone,
            porzucony, yapılmayacak, yinelenen, vazgeçildi""",
        "closed": """
            closed, done, complete, completed, finished, closed complete, review, acabado, acabada, hecho,
            überprüfung, revue,
            finalizado, finalizada, terminado, cerrado, cerrada, listo para cerrar, fertig, erledigt,
            geschlossen, abgeschlossen, terminé, terminée, fermé, clos, clôturé, concluído, concluída, itens
            concluídos, feito, fechado, fechada, completato, completata, fatto, chiuso, chiusa, gotowe
            zamknięte, zamknięte, zakończone, ukończone, tamamlandı, kapatıldı, kapalı, bitti, merged,
            encerrado, encerrada, tamam, gotowe, zamknięty, zamknięta, zakończony, überprüfen, 終了, 完了,
            关闭, 已关闭, 完成, 已完成, закрыт, закрыта, закрыто, готово, afgesloten, afgemeld, gereed,
            kapandı, kapanan, closed successful, closed successfully, erfolgreich geschlossen, clôture
            réussie, fermé avec succès, fermée, cerrado exitosamente, cerrado con éxito, fechado com êxito,
            fechado com sucesso, chiuso con successo, zamknięte z powodzeniem, başarıyla kapatıldı,
            postmortem, post mortem, réviser, revoir, revisar, completado, completada, atendido, riesamina,
            revisione, revisão, revisión, rivedi, przejrzyj, przegląd, gözden geçir, incele, closed with
            issues, permanently closed, fully closed, close, comp, histedit, zrobione, yapıldı""",
    }
)
"""Of changes, tickets and incidents."""

ACTIVITY_STATES = word_map(
    {
        "rolled_back": """
            rolled back, rollback, backed out, reverted, zurückgerollt, zurückgesetzt, retour arrière,
            revertido, revertida, annullato con ripristino, wycofane, wycofano, geri alındı""",
        "planned": """
            not started, to do, todo, backlog, open, new, pending, ready, scheduled, nicht begonnen,
            offen, geplant, non commencé, à faire, no iniciado, no iniciada, por hacer, pendiente, não
            iniciado, não iniciada, pendente, non iniziato, da fare, nie rozpoczęto, do zrobienia,
            başlamadı, planlandı, 未着手, 未开始, не начато, yet to start, nicht gestartet, non démarré, sin
            iniciar, bekliyor, oczekuje, waiting, en attente, in attesa, em espera, en espera, upcoming,
            queued, on hold, delayed, blocked, wartet, verzögert, en retard, atrasado, opóźnione, gecikti,
            planned, prévu, prévue, planifié, planifiée, planificado, planificada, planejado, planejada,
            planeado, planeada, da avviare, a iniciar, por iniciar, à démarrer, da iniziare, no, n, false,
            nein, non, não, nie, hayır, nee, do rozpoczęcia, stuck, previsto, prevista, pianificato,
            pianificata, zaplanowano, zaplanowane, zaplanowany, zaplanowana, planowane, planlanan,
            aberta, aberto, abierta, abierto, ouverte, ouvert, aperta, aperto, otwarte, otwarta, açık""",
        "running": """
            wip, in progress, started, active, doing, in arbeit, in bearbeitung, läuft, en cours, en
            curso, em andamento, in corso, w toku, devam ediyor, 進行中, 进行中, в работе, em progresso, in
            progresso, w trakcie, ongoing, started late, yapılıyor, en progreso, démarré, gestartet,
            iniciado, iniciada, avviato, rozpoczęte, başladı, work in progress, at risk, running,
            executing, working on it, in execution, in ausführung, en ejecución, em execução, in
            esecuzione, yürütülüyor, trabalho em andamento, trabajo en curso, travail en cours, lavoro in
            corso, praca w toku, çalışma sürüyor""",
        "done": """
            complete, completed, finished, closed, done, erledigt, abgeschlossen, fertig, terminé, terminée,
            achevé, completado, completada, terminado, hecho, concluído, concluída, completato, fatto,
            zakończone, ukończone, gotowe, tamamlandı, bitti, 完了, 完成, 已完成, завершено, готово, ok, y,
            yes, passed, successful, success, 100, tamam, closed complete, x, true, ja, j, s, o, oui, sí, sim,
            sì, tak, evet, wykonane, wykonano, wykonany, zrobione, zrealizowane, yapıldı, gerçekleşti,
            eseguito, eseguita, executado, executada, ejecutado, ejecutada, realizado, realizada, effectué,
            effectuée, réalisé, réalisée, fait, faite, feito, durchgeführt, ausgeführt, gedaan, klaar, closed
            successful, fechada, fechado, fechada com sucesso, encerrada, cerrada, cerrado, cerrada con éxito,
            chiusa, chiuso, chiusa con successo, clôturée, clôturé, zamknięte, zamknięta, geschlossen,
            erfolgreich geschlossen, kapalı, kapatıldı""",
        "skipped": """
            not mock, archive, archived, not go live, cancelled, canceled, n a, skip, removed, skipped,
            entfällt, übersprungen, abgebrochen, annulé, ignoré, saltado, omitido, omitida, saltato,
            annullato, pominięte, anulowane, iptal, atlandı, not applicable, not required, not needed,
            closed skipped""",
        "failed": """
            error, unsuccessful, failed, fehlgeschlagen, échoué, fallido, falhou, fallito, nieudane,
            başarısız, closed incomplete, ko, nok, not ok, nicht ok, fechada sem sucesso, cerrada sin
            éxito, chiusa senza successo, erfolglos geschlossen""",
    }
) | {**dict.fromkeys("✓✔☑✅", "done"), **dict.fromkeys("☐⬜✗✘", "planned")}
"""Of the activities of a plan, ticked ones too."""
