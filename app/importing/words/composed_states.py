"""States that teams put together of few words: "QA complete", "Listo para producción", "Warten auf Release".

Boards name their columns freely, and more ways than a list of words holds; what they name is always the same:
whether the tests are over, what waits for production, or how what was done went.
"""

from __future__ import annotations

from app.importing.words.concepts_things import EXECUTION, IMPLEMENTATION
from app.importing.words.concepts_traits import APPROVAL, BACK, BOARD, TEST
from app.importing.words.joining import GLUE
from app.importing.words.spelling import plain, spelt
from app.importing.words.stages import STAGES

_GLUE = GLUE | spelt(
    """
    for, to, in, be, is, as, with, mit, avec, con, com, z, ile, für, zu, zum, zur, auf, im, para, al, ao, per,
    las, los, dla, na, w, przez, by, durch, von, par, por, için, pour, and, del, un, esito, resultado,
    wynikiem"""
)
"""What only joins, but for "no", which says that something is not so."""
_TESTS = TEST | spelt(
    """
    qa, uat, sit, tested, acceptance, regression, recettes, qualification, homologação, homologación, testler,
    uat testing"""
)
_FINISHED = spelt(
    """
    complete, completed, done, finished, concluded, abgeschlossen, beendet, fertig, terminé, terminée,
    terminés, terminées, achevé, achevée, completado, completada, completadas, terminado, terminada,
    terminadas, finalizado, finalizada, finalizadas, concluido, concluida, concluído, concluída, concluídos,
    concluídas, completato, completata, completati, concluso, conclusa, terminato, terminata, zakończono,
    zakończone, zakończona, zakończony, ukończono, ukończone, ukończona, tamamlandı, sonuçlandı, bitti"""
)
_OVER = _FINISHED | spelt(
    """
    passed, pass, ok, tested, successful, approved, signed, off, bestanden, erfolgreich, validé, validée,
    validés, validées, réussi, réussis, superada, superadas, superado, aprobada, aprobadas, aprobado,
    aprovado, aprovada, aprovados, superato, superati, riuscito, pomyślne, başarılı, geçti"""
)
_PENDS = spelt(
    """
    pending, awaiting, waiting, requested, ausstehend, wartet, warten, wartend, pendiente, espera, esperando,
    aguardando, pendente, attente, attesa, oczekuje, oczekiwanie, czeka, bekliyor, bekleniyor, oczekiwaniu"""
)
_WAITS = _PENDS | spelt(
    """
    ready, scheduled, request, geplant, planifié, planifiée, programado, programada, pianificato, pianificata,
    zaplanowano, zaplanowane, planlandı, zamanlandı, bereit, listo, lista, pronto, pronta, prêt, prête,
    gotowe, gotowy, gotowa, hazır, da"""
)
_OTHERS = spelt(
    """
    customer, client, user, requester, caller, vendor, supplier, third, party, response, reply, answer,
    feedback, information, info, internal, external, parts, action, intern, extern, interne, externe,
    interno, interna, externo, externa, esterno, esterna, wewnętrzne, zewnętrzne, dahili, harici, kunde,
    kunden, kundenantwort, rückmeldung, antwort, lieferant, lieferanten,
    benutzer, anwender, dritte, tiers, réponse, fournisseur, utilisateur, demandeur, retour, informations,
    cliente, usuario, respuesta, proveedor, terceros, tercero, solicitante, información, usuário, resposta,
    retorno, fornecedor, terceiros, terceiro, requerente, informações, utente, risposta, fornitore, terzi,
    richiedente, informazioni, klienta, klient, odpowiedź, odpowiedzi, dostawcę, dostawcy, dostawca,
    użytkownika, użytkownik, zgłaszającego, informacje, müşteri, müşteriden, yanıtı, yanıt, cevabı, cevap,
    tedarikçi, kullanıcı, bilgi"""
)
"""Whoever is asked, and what they are asked for: a ticket that waits for them rests."""
_TAKEN_BACK = spelt(
    """
    cancelled, canceled, withdrawn, storniert, abgebrochen, zurückgezogen, annulé, annulée, cancelado,
    cancelada, annullato, annullata, anulowane, anulowano, anulowana"""
)
_DELIVERED = spelt(
    """
    deployed, released, delivered, promoted, installed, available, bereitgestellt, ausgeliefert, ausgerollt,
    installiert, verfügbar, déployé, déployée, livré, livrée, installé, disponible, desplegado, desplegada,
    instalado, instalada, entregado, implantado, implantada, disponível, entregue, rilasciato, rilasciata,
    distribuito, installato, disponibile, wdrożono, wdrożone, zainstalowane, dostępne, kuruldu, yayınlandı"""
)
_BEFORE_PRODUCTION = frozenset(word for word, stage in STAGES.items() if stage != "production")
_IN_TESTS = _TESTS - {"tested"}
_UNDER_WAY = spelt(
    """
    progress, ongoing, running, working, underway, läuft, laufend, cours, curso, corso, andamento, toku,
    trakcie, devam, ediyor, sürüyor, sürmekte"""
)
_WORK = spelt(
    "work, case, ticket, arbeit, travail, travaux, trabajo, trabajos, trabalho, lavoro, lavori, praca, "
    "prace, çalışma"
)
_CARRIED_OUT = (
    EXECUTION
    | IMPLEMENTATION
    | _FINISHED
    | spelt(
        """
        executed, implemented, deployed, performed, ausgeführt, durchgeführt, umgesetzt, implementiert,
        exécuté, exécutée, réalisé, réalisée, effectué, effectuée, ejecutado, ejecutada, realizado, realizada,
        implementado, implementada, executado, executada, implantado, implantada, eseguito, eseguita,
        effettuato, effettuata, implementato, implementata, wykonano, wykonane, wykonana, zrealizowano,
        zrealizowane, zrealizowana, wdrożono, wdrożone, wdrożona, uygulandı, gerçekleştirildi, yapıldı"""
    )
)
_CLOSED = spelt(
    """
    closed, geschlossen, abgeschlossen, clos, close, clôturé, clôturée, fermé, fermée, cerrado, cerrada,
    fechado, fechada, encerrado, encerrada, chiuso, chiusa, zamknięte, zamknięta, zamknięty, zakończona,
    zakończone, kapatıldı, kapandı"""
)
_BADLY = spelt(
    """
    failed, failure, failures, error, errors, unsuccessful, unsuccessfully, fehler, fehlern, fehlgeschlagen,
    erfolglos, échec, erreur, erreurs, fallo, fallos, error, errores, falha, falhas, erro, erros, insucesso,
    errore, errori, insuccesso, niepowodzeniem, błędem, błędami, błędów, hatalı, başarısız, hata, hatayla,
    incomplete, unvollständig, incomplet, incomplète, incompleto, incompleta, niekompletne, niezakończone,
    nieukończone, tamamlanmadan, negativo, negativa, negatywnym, fallido, fallida, fallito, fallita, porażka,
    porażką, échoué, échouée, fallas, falla"""
)
_WELL = spelt(
    """
    success, successful, successfully, erfolg, erfolgreich, fehlerfrei, succès, éxito, exitoso, exitosa,
    sucesso, êxito, successo, sukces, sukcesem, sukcesu, pomyślnie, powodzeniem, powodzenia, başarıyla,
    başarılı, hatasız, ok, correctly, correctement, correctamente, corretamente, correttamente, positivo,
    positiva, pozytywnym"""
)
_WHOLLY = spelt("vollständig, complet, complète, completo, completa, kompletne, kompletna, tamamlanarak")
"""How tasks close that leave nothing undone, whether what was done goes live or not."""
_WITHOUT = spelt("without, ohne, sans, sin, sem, senza, bez")
"""Turn what stands beside them round: "sin éxito", "senza errori"."""
_REMARKS = spelt(
    """
    issues, remarks, comments, anmerkungen, réserves, remarques, observaciones, reservas, ressalvas,
    observações, riserve, osservazioni, uwagami, uwag"""
)
"""What went live may leave some to say, or none."""
_GOING_LIVE = spelt(
    """
    deploy, deployment, deploying, release, releasing, production, prod, prd, live, golive, go, rollout, roll,
    out, delivery, produktion, produktivsetzung, auslieferung, einführung, produktiv, mise, déploiement,
    livraison, déployer, livrer, producción, despliegue, implantación, publicación, desplegar, publicar,
    produção, implantação, publicação, implantar, rilascio, produzione, rilasciare, pubblicare, wdrożenia,
    wdrożenie, produkcji, produkcję, produkcyjne, wydania, publikacji, canlı, canlıya, yayın, yayına,
    yayınlanma, dağıtım, dağıtıma"""
)
_APPROVAL = (
    APPROVAL
    | BOARD
    | spelt(
        """
        approvals, change, manager, management, zustimmung, cambios, validation, gestor, gerente, akceptację,
        zgodę, onayını, komite"""
    )
)
_SAID = (
    (_TESTS, _OVER, "tested"),
    (_DELIVERED, _IN_TESTS | _BEFORE_PRODUCTION, "in_test"),
    (_WAITS, _GOING_LIVE, "ready"),
    (_WAITS, _IN_TESTS, "in_test"),
    (_PENDS | _UNDER_WAY, EXECUTION | IMPLEMENTATION, "ready"),
    (_WAITS | _UNDER_WAY, _APPROVAL, "intake"),
    (_PENDS, _OTHERS, "deferred"),
    (_UNDER_WAY, _TESTS, "in_test"),
    (_IN_TESTS, _IN_TESTS | _BEFORE_PRODUCTION, "in_test"),
    (_TAKEN_BACK, _OTHERS, "withdrawn"),
    (_UNDER_WAY, _WORK, "intake"),
    (_CLOSED, _FINISHED, "closed"),
    (_CLOSED, BACK, "rolled_back"),
)


def composed_state(text: str) -> str | None:
    """The desk's state that the words together say; None where any word says something else, or all too
    little."""
    words = {word for word in plain(text).split() if word not in _GLUE or word in _WAITS}
    for first, other, state in _SAID:
        if words & first and words & other and words <= first | other:
            return state
    return _how_it_went(words)


def _how_it_went(words: set[str]) -> str | None:
    """The state of what was done, or closed, well or badly; None where nothing or something else is said."""
    done = words & (_CARRIED_OUT | _CLOSED)
    turned = words & _WITHOUT
    said = words - done - turned
    if not done or not said:
        return None
    well = "deployed" if done & _CARRIED_OUT else "closed"
    if said <= _WHOLLY:
        return "closed"
    if said <= _REMARKS:
        return well
    if said <= _WELL:
        return "failed" if turned else well
    if said <= _BADLY:
        return well if turned else "failed"
    return None
