"""The words by which environments tell on which stage before production they stand."""

from __future__ import annotations

from itertools import pairwise

from app.importing.words.spelling import plain, word_map

STAGES = word_map(
    {
        "test": """
            tst, testing, test environment, dev, development, sandbox, integration, int, sit, system test,
            testumgebung, entwicklung, prueba, pruebas, desarrollo, teste, testes, desenvolvimento, collaudo,
            sviluppo, développement, testy, testowe, testowy, rozwój, geliştirme""",
        "qa": """
            quality assurance, uat, user acceptance, acceptance, abnahme, abnahmetest, recette, homologation,
            homologação, homologación, aceptación, accettazione, akceptacja, kabul, kabul testi,
            qualification, kalite""",
        "pre_production": """
            pre production, preproduction, preprod, pre prod, pprod, ppr, staging, stage, stg, vorproduktion,
            vorprod, pré production, préproduction, preproducción, pré produção, pre produzione,
            preproduzione, przedprodukcja, ön üretim, canlı öncesi""",
        "production": """
            prod, prd, live, produktion, produktiv, produktivumgebung, producción, produção, produzione,
            produkcja, produkcyjne, produkcyjny, üretim, canlı""",
    }
)
"""Plain word to stage."""


def stage_of(text: str) -> str | None:
    """The stage that a text names, by itself or among other words: "PROD", "Production EU"; None for none.

    "Non-prod" names no stage.
    """
    words = plain(text)
    if words in STAGES:
        return STAGES[words]
    parts = words.split()
    if {"non", "no", "not", "nicht"} & set(parts):
        return None
    pairs = [" ".join(pair) for pair in pairwise(parts)]
    return next((STAGES[part] for part in (*pairs, *parts) if part in STAGES), None)
