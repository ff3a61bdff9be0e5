"""Words of what headers say of a record: its number, state, risk, plans, approval and reasons."""

from __future__ import annotations

from app.importing.words.spelling import spelt

NUMBER = spelt(
    """
    no, nr, n, num, number, numero, número, numéro, numer, id, code, código, codice, kod, kennung, ref, réf,
    référence, referencia, referência, riferimento, numarası, numara, symbol, sygnatura, ids, sequence,
    sequenza, sequência, secuencia, sekwencja, séquence, nummer, nummern"""
)
RISK = spelt("risk, riskin, riskinin, risiko, risque, riesgo, risco, rischio, ryzyko, ryzyka, riski, risico")
IMPACT = spelt(
    """
    severity, schweregrad, gravité, gravedad, severidad, gravidade, severidade, gravità, severità, ważności,
    önem, şiddet, impact, impacts, auswirkung, auswirkungen, impacto, impatto, wpływ, wpływu, etki, etkisi,
    etkinin"""
)
LEVEL = spelt(
    """
    level, rating, score, class, grade, category, classification, assessment, evaluation, value, stufe,
    einstufung, klasse, bewertung, einschätzung, grad, kategorie, beurteilung, wert, niveau, degré, catégorie,
    évaluation, nivel, grado, clase, clasificación, evaluación, valoración, nível, grau, classificação,
    avaliação, livello, classe, classificazione, valutazione, categoria, poziom, ocena, stopień, klasa,
    kategoria, seviye, seviyesi, düzey, düzeyi, derece, derecesi, associé, asociado, associado, associato,
    kritiklik, criticité, criticidad, criticidade, criticità, krytyczność, değerlendirmesi, puanı, sınıfı"""
)
TYPE = spelt(
    """
    type, class, classification, typ, art, klasse, klassifizierung, nature, tipo, clase, clasificación,
    naturaleza, classe, classificação, natureza, tipologia, classificazione, natura, rodzaj, klasa,
    klasyfikacja, charakter, tür, türü, tip, tipi, sınıf, sınıfı, soort"""
)
CATEGORY = spelt("category, kategorie, catégorie, categoría, categoria, kategoria, kategori, kategorisi")
PLAN = spelt(
    """
    plan, plans, procedure, strategy, scenario, steps, verfahren, vorgehen, konzept, strategie, szenario,
    procédure, stratégie, scénario, procedimiento, estrategia, plano, procedimento, estratégia, roteiro,
    piano, procedura, strategia, method, methode, méthode, método, metodo, metoda, modalità, sposób, yöntemi,
    yöntem, scenariusz, planı, prosedür, prosedürü, stratejisi, senaryosu, adımları"""
)
BACK = spelt(
    """
    backout, back, rollback, fallback, reversal, revert, recovery, contingency, emergency, rückfall, rückbau,
    rückroll, rückzugs, rücknahme, ausweich, notfall, wiederherstellungs, retour, arrière, repli, secours,
    annulation, retorno, reversión, atrás, vuelta, retirada, contingencia, emergencia, recuperación,
    restauración, reversão, recuo, contingência, recuperação, restauração, rientro, ripristino, ritorno,
    indietro, alternativo, emergenza, contingenza, wycofania, wycofanie, awaryjny, odtworzenia, powrotu,
    przywrócenia, geri, dönüş, geridönüş, terugval"""
)
"""What is done where a change went wrong."""
BESIDE_BACK = spelt("roll, out, marche, marcha, alma, dönme, etme")
"""What stands beside such a word: "roll back", "marche arrière", "geri alma"."""
TEST = spelt(
    """
    test, tests, testing, verification, validation, prüf, prüfung, abnahme, abnahmetest, vérification,
    recette, pruebas, prueba, verificación, validación, teste, testes, verificação, validação, verifica,
    verifiche, validazione, collaudo, testów, testy, testowania, weryfikacji, walidacji, testi, testleri,
    doğrulama"""
)
AFTER = spelt("post, pós, after, nach, après, después, após, dopo, po, sonrası, sonra")
STATE = spelt(
    """
    status, state, statut, état, estado, situação, situación, situation, situazione, stato, stan, durum,
    durumu, zustand, statüsü, stanu, statusu"""
)
STAGE = spelt("""
    fase, étape, etapa, etap, estágio, aşama, phase""")
"""How far a record has come, on its way through stages; "stage" and "phase" say so by themselves."""
PRESENT = spelt(
    """
    current, aktueller, aktuell, actuel, avancement, actual, avance, atual, andamento, attuale, corrente,
    avanzamento, lavorazione, bearbeitungs, traitement, tratamiento, tratamento, processing, obsługi,
    aktualny, obecny, bieżący, postępu, güncel, mevcut, son, işlem"""
)
"""Words beside that of a state which say no more than it does."""
APPROVAL = spelt(
    """
    approval, authorization, authorisation, genehmigung, genehmigungs, freigabe, approbation, autorisation,
    aprobación, autorización, aprovação, autorização, approvazione, autorizzazione, zatwierdzenie,
    zatwierdzenia, zgoda, akceptacja, akceptacji, onay, onayı, goedkeuring"""
)
VALIDATION = spelt("validation, validación, validação, validazione, walidacja")
OUTCOME = spelt(
    """
    outcome, result, decision, verdict, ergebnis, entscheidung, beschluss, votum, résultat, décision, avis,
    resultado, decisión, dictamen, decisão, parecer, deliberação, esito, decisione, parere, delibera, wynik,
    decyzja, opinia, sonuç, sonucu, karar, kararı"""
)
CAB = spelt("cab, ecab")
BOARD = CAB | spelt(
    """
    board, committee, gremium, gremiums, ausschuss, comité, comitato, komitet, komitetu, rady, kurul,
    kurulu"""
)
"""Who decides on changes."""
DESCRIPTION = spelt(
    """
    description, details, detail, beschreibung, détail, détails, descripción, detalle, detalles, descrição,
    detalhamento, detalhes, descrizione, dettaglio, dettagli, opis, szczegóły, açıklama, açıklaması, tanımı,
    detayı, omschrijving"""
)
LONG = spelt(
    """
    detailed, full, long, complete, detaillierte, ausführliche, vollständige, lange, détaillée, complète,
    longue, detallada, completa, larga, detalhada, longa, dettagliata, estesa, szczegółowy, pełny, długi,
    detaylı, ayrıntılı, uzun, technical, technische, technique, técnica, tecnica, techniczny, teknik"""
)
REASON = spelt(
    """
    justification, reason, begründung, motif, justificación, motivo, justificativa, giustificazione,
    motivazione, uzasadnienie, gerekçe, gerekçesi, why, grund, raison, powód, neden, cause, ursache, razón,
    razão, causa, przyczyna, sebep, sebebi, nedeni"""
)
