"""States that teams put together of few words: "QA complete", "Listo para producción", "Warten auf Release".

Boards name their columns freely, and more ways than a list of words holds; what they name is always the same:
whether the tests are over, or what waits for production.
"""

from __future__ import annotations

from app.importing.words.spelling import ARTICLES, plain, spelt

_GLUE = ARTICLES | spelt(
    """
    for, to, in, on, be, is, as, für, zu, zum, zur, auf, im, para, el, al, a, o, ao, per, il, in, dla, na, w,
    için, pour, en, les, las, los, et, und, y, e, and, i"""
)
_TESTS = spelt(
    """
    qa, uat, sit, test, tests, testing, tested, validation, verification, acceptance, regression, abnahme,
    prüfung, recette, recettes, qualification, prueba, pruebas, testes, teste, homologação, homologación,
    collaudo, testy, testów, testi, testleri, testler, uat testing"""
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
_WAITS = spelt(
    """
    ready, pending, awaiting, waiting, scheduled, bereit, wartet, warten, wartend, listo, lista, pendiente,
    esperando, pronto, pronta, aguardando, pendente, prêt, prête, attente, attesa, gotowe, gotowy, gotowa,
    oczekuje, oczekiwanie, hazır, bekliyor, bekleniyor, da"""
)
_GOING_LIVE = spelt(
    """
    deploy, deployment, deploying, release, releasing, production, prod, prd, live, golive, go, rollout, roll,
    out, delivery, produktion, produktivsetzung, auslieferung, einführung, rollout, produktiv, production,
    mise, déploiement, livraison, déployer, livrer, producción, despliegue, implantación, publicación,
    desplegar, publicar, produção, implantação, publicação, deploy, implantar, rilascio, produzione,
    rilasciare, pubblicare, wdrożenia, wdrożenie, produkcji, produkcję, produkcyjne, wydania, publikacji,
    canlı, canlıya, yayın, yayına, yayınlanma, dağıtım, dağıtıma"""
)

_PENDS = spelt(
    """
    pending, awaiting, waiting, ausstehend, wartet, warten, wartend, pendiente, espera, esperando, aguardando,
    pendente, attente, attesa, oczekuje, oczekiwanie, czeka, bekliyor, bekleniyor"""
)
_IMPLEMENTATION = spelt(
    """
    implementation, implementierung, umsetzung, durchführung, implémentation, implementación, ejecución,
    implementação, execução, implementazione, esecuzione, wdrożenie, wdrożenia, realizację, uygulama,
    uygulanma, uygulanması"""
)
_APPROVAL = spelt(
    """
    approval, approvals, authorization, authorisation, cab, ecab, change, manager, management, board,
            genehmigung,
    freigabe, zustimmung, aprobación, autorización, comité, cambios, approbation, autorisation, validation,
    aprovação, autorização, comitê, gestor, gerente, approvazione, autorizzazione, comitato, akceptacji,
    akceptację, akceptacja, zatwierdzenie, zatwierdzenia, zgodę, onay, onayı, onayını, kurulu, komite"""
)

_SAID = (
    (_TESTS, _OVER, "tested"),
    (_WAITS, _GOING_LIVE, "ready"),
    (_PENDS, _IMPLEMENTATION, "ready"),
    (_WAITS | _PENDS, _APPROVAL, "intake"),
)


def composed_state(text: str) -> str | None:
    """The desk's state that the words together say; None where any word says something else, or all too
    little."""
    words = {word for word in plain(text).split() if word not in _GLUE or word in _WAITS}
    for first, other, state in _SAID:
        if words & first and words & other and words <= first | other:
            return state
    return None
