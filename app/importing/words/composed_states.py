"""States that teams put together of few words: "QA complete", "Listo para producción", "Warten auf Release".

Boards name their columns freely, and more ways than a list of words holds; what they name is always the same:
whether the tests are over, what waits for production, or how what was done went.
"""

from __future__ import annotations

from app.importing.words.concepts_things import EXECUTION, IMPLEMENTATION
from app.importing.words.concepts_traits import APPROVAL, BACK, BOARD, TEST
from app.importing.words.joining import GLUE
from app.importing.words.spelling import plain, spelt

_GLUE = GLUE | spelt(
    """
    for, to, in, be, is, as, with, mit, avec, con, com, z, ile, für, zu, zum, zur, auf, im, para, al, ao, per,
    las, los, dla, na, w, için, pour, and"""
)
"""What only joins, but for "no", which says that something is not so."""
_TESTS = TEST | spelt(
    """
    qa, uat, sit, tested, acceptance, regression, recettes, qualification, homologação, homologación, testler,
    uat testing"""
)
_OVER = spelt(
    """
    complete, completed, done, finished, passed, pass, ok, successful, approved, signed, off, abgeschlossen,
    bestanden, erfolgreich, beendet, fertig, terminé, terminée, terminés, terminées, validé, validée, validés,
    validées, réussi, réussis, superada, superadas, superado, aprobada, aprobadas, aprobado, completada,
    completadas, terminadas, finalizadas, concluído, concluída, concluídos, concluídas, aprovado, aprovada,
    aprovados, superato, superati, completato, completati, riuscito, zakończone, zakończony, pomyślne,
    ukończone, tamamlandı, başarılı, bitti, geçti"""
)
_PENDS = spelt(
    """
    pending, awaiting, waiting, ausstehend, wartet, warten, wartend, pendiente, espera, esperando, aguardando,
    pendente, attente, attesa, oczekuje, oczekiwanie, czeka, bekliyor, bekleniyor"""
)
_WAITS = _PENDS | spelt(
    "ready, scheduled, bereit, listo, lista, pronto, pronta, prêt, prête, gotowe, gotowy, gotowa, hazır, da"
)
_UNDER_WAY = spelt(
    """
    progress, ongoing, running, underway, läuft, laufend, cours, curso, corso, andamento, toku, trakcie,
    devam, ediyor, sürüyor, sürmekte"""
)
_CARRIED_OUT = (
    EXECUTION
    | IMPLEMENTATION
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
    failed, failure, failures, error, errors, unsuccessful, unsuccessfully, fehlern, fehlgeschlagen,
    erfolglos, échec, erreur, erreurs, fallo, fallos, errores, sin, éxito, falha, falhas, erro, erros, errore,
    errori, senza, successo, niepowodzeniem, błędem, błędami, hatalı, başarısız, hata, hatayla"""
)
"""Also "sin éxito" and "senza successo": what went well alone is asked first."""
_WELL = spelt(
    """
    success, successful, successfully, erfolg, erfolgreich, succès, éxito, sucesso, successo, sukcesem,
    pomyślnie, powodzeniem, başarıyla, başarılı, ok, correctly, correctement, correctamente, corretamente,
    correttamente"""
)
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
    (_WAITS, _GOING_LIVE, "ready"),
    (_PENDS | _UNDER_WAY, EXECUTION | IMPLEMENTATION, "ready"),
    (_WAITS | _UNDER_WAY, _APPROVAL, "intake"),
    (_UNDER_WAY, _TESTS, "in_test"),
    (_CLOSED, BACK, "rolled_back"),
    (_CARRIED_OUT, _WELL, "deployed"),
    (_CARRIED_OUT, _BADLY, "failed"),
)


def composed_state(text: str) -> str | None:
    """The desk's state that the words together say; None where any word says something else, or all too
    little."""
    words = {word for word in plain(text).split() if word not in _GLUE or word in _WAITS}
    for first, other, state in _SAID:
        if words & first and words & other and words <= first | other:
            return state
    return None
