"""Words of which languages and desks put headers of changes together, each group of one sense.

What is said of a change is put together in more ways than a list of headers holds: "Grau de risco",
"Risikoeinstufung", "Poziom ryzyka zmiany". The forms in which a word stands in such headers are named one by
one, for no ending is cut off anywhere.
"""

from __future__ import annotations

from app.importing.words.spelling import ARTICLES, spelt

JOINING = ARTICLES | spelt(
    """
    dos, die, das, den, der, el, il, lo, les, los, las, au, aux, al, alla, am, an, auf, bei, by, e, em, en,
    et, i, in, na, no, o, od, on, per, par, por, pela, pelo, para, pour, przez, s, to, und, u, um, ve, w,
    y, aos, às, ao, agli, ai, sul, sui, sulla, sugli, sulle, sur, über, sobre, nos, nas, z, za, zu, zum,
    zur, für, for, and, ed, est, is, ist, için, ile, a, hat"""
)
"""What only joins the words of a header."""
NUMBER = spelt(
    "no, nr, n, num, number, numero, número, numéro, numer, id, code, código, codice, kod, kennung, ref, "
    "réf, référence, referencia, referência, riferimento, numarası, numara, symbol, sygnatura"
)
CHANGE = spelt(
    """
    change, changes, chg, crq, rfc, gmud, rdm, änderung, änderungen, änderungs, changement, changements,
    cambio, cambios, mudança, mudanças, alteração, modifica, modifiche, cambiamento, cambiamenti, zmiana,
    zmiany, zmian, zmianie, zmianą, zmianę, değişiklik, değişikliği, değişikliklerin, değişiklikten,
    değişikliğin, değişikliğe, wijziging, wijzigings"""
)
"""What a change is called, and how desks shorten that."""
RECORD = spelt(
    """
    request, ticket, issue, incident, solicitud, petición, incidencia, incidente, demande, solicitação,
    requisição, pedido, chamado, richiesta, segnalazione, wniosku, zgłoszenia, incydentu, guasto, avaria,
    avería, panne, falha, awarii, talep, talebi, talebin, olay, olayın, arıza, antrag, antrags, anfrage,
    störung, störungs"""
)
"""What else a list may be of."""
DEPLOYMENT = spelt(
    """
    deployment, implementation, implementing, execution, release, rollout, intervention, activity,
    production, arbeiten, wartungsarbeit, wartungsarbeiten, travaux, trabajos, trabalhos, lavori,
    umsetzung, umsetzungs, durchführung, durchführungs, einführung, einführungs, implementierung,
    implementierungs, ausführung, einsatz, produktivsetzung, bereitstellung, déploiement, implémentation,
    exécution, réalisation, opération, œuvre, implantación, implementación, ejecución, realización,
    despliegue, intervención, instalación, producción, implantação, implementação, execução, realização,
    publicação, intervenção, instalação, produção, implementazione, implementazioni, esecuzione,
    realizzazione, rilascio, intervento, interventi, installazione, produzione, wdrożenie, wdrożenia,
    wdrożeniem, wdrożeniu, realizacja, realizacji, realizację, wykonania, wykonanie, implementacji, prac,
    produkcję, uygulama, uygulamanın, uygulanma, uygulaması, çalışma, çalışmayı, çalışmanın, geçiş, geçişi,
    alınma, uitvoering, uitvoerings, implementatie"""
)
"""What is done to bring a change in."""
WINDOW = spelt(
    """
    window, maintenance, fenster, wartung, wartungs, wartungsfenster, fenêtre, ventana, mantenimiento,
    janela, manutenção, finestra, manutenzione, okna, okno, serwisowego, konserwacji, pencere, penceresi,
    bakım"""
)
"""In what the work is done."""
PUT_INTO = spelt("mise, messa, puesta, paso, pase, passagem, entrada, entrata, przejścia, devreye, canlıya")
"""What stands before production in "mise en production" and the like."""
EXPECTED = spelt(
    """
    expected, estimated, anticipated, foreseen, erwartet, erwartete, erwarteter, erwartetes,
    voraussichtlich, voraussichtliche, voraussichtlicher, voraussichtliches, vorgesehen, vorgesehene,
    vorgesehener, vorgesehenes, geschätzt, geschätzte, estimé, estimée, estimées, attendu, attendue,
    estimado, estimada, esperado, esperada, stimato, stimata, atteso, attesa, presunto, presunta,
    przewidywany, przewidywana, przewidywane, spodziewany, szacowany, szacowana, szacowane, öngörülen,
    tahmini, beklenen, verwachte"""
)
PLANNED = EXPECTED | spelt(
    """
    planned, scheduled, proposed, plan, geplant, geplante, geplanter, geplantes, geplanten, prévu, prévue,
    prévus, prévues, prévisionnel, prévisionnelle, planifié, planifiée, planifiés, planifiées, programmé,
    programmée, programmés, programmées, planificado, planificada, planificados, planificadas, previsto,
    prevista, previstos, previstas, programado, programada, programados, programadas, planejados,
    planejadas, pianificate, planeado, planeada, planejado, planejada,
    agendado, agendada, pianificato, pianificata, pianificati, pianificate, previsti, previste,
    programmato, programmata, programmate, schedulato, schedulata, planowany, planowana, planowane,
    planowanego, planowanej, zaplanowany, zaplanowana, zaplanowane, zaplanowanego, planlanan, planlı,
    gepland, geplande"""
)
WANTED = spelt(
    """
    gewünscht, gewünschter, gewünschtes, souhaité, souhaitée, deseado, deseada, desejado, desejada,
    desiderato, desiderata, requerido, requerida, istenen, pożądany, pożądana"""
)
RISK = spelt("risk, riskin, riskinin, risiko, risque, riesgo, risco, rischio, ryzyko, ryzyka, riski, risico")
IMPACT = spelt(
    """
    severity, schweregrad, gravité, gravedad, severidad, gravidade, severidade, gravità, severità,
    ważności, önem, şiddet, impact, impacts, auswirkung, auswirkungen, impacto, impatto, wpływ, wpływu,
    etki, etkisi, etkinin"""
)
LEVEL = spelt(
    """
    level, rating, score, class, grade, category, classification, assessment, evaluation, value, stufe,
    einstufung, klasse, bewertung, einschätzung, grad, kategorie, beurteilung, wert, niveau, degré,
    catégorie, évaluation, nivel, grado, clase, clasificación, evaluación, valoración, nível, grau,
    classificação, avaliação, livello, classe, classificazione, valutazione, categoria, poziom, ocena,
    stopień, klasa, kategoria, seviye, seviyesi, düzey, düzeyi, derece, derecesi, associé, asociado,
    associado, associato, kritiklik, criticité, criticidad, criticidade, criticità, krytyczność,
    değerlendirmesi, puanı, sınıfı"""
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
    piano, procedura, strategia, method, methode, méthode, método, metodo, metoda, modalità, sposób,
    yöntemi, yöntem, scenariusz, planı, prosedür, prosedürü, stratejisi, senaryosu, adımları"""
)
BACK = spelt(
    """
    backout, back, rollback, fallback, reversal, revert, recovery, contingency, emergency, rückfall,
    rückbau, rückroll, rückzugs, rücknahme, ausweich, notfall, wiederherstellungs, retour, arrière, repli,
    secours, annulation, retorno, reversión, atrás, vuelta, retirada, contingencia, emergencia,
    recuperación, restauración, reversão, recuo, contingência, recuperação, restauração, rientro,
    ripristino, ritorno, indietro, alternativo, emergenza, contingenza, wycofania, wycofanie, awaryjny,
    odtworzenia, powrotu, przywrócenia, geri, dönüş, geridönüş, terugval"""
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
RESPONSIBLE = spelt(
    """
    responsible, owner, manager, coordinator, lead, implementer, executor, verantwortlich, verantwortliche,
    verantwortlicher, zuständig, zuständiger, koordinator, durchführender, umsetzer, ausführender,
    responsable, responsables, coordinateur, gestionnaire, chargé, exécutant, pilote, intervenant,
    référent, coordinador, gestor, ejecutor, encargado, referente, responsável, responsáveis, coordenador,
    executante, responsabile, responsabili, coordinatore, gestore, esecutore, incaricato, odpowiedzialny,
    odpowiedzialna, właściciel, sahibi, koordynator, wykonawca, wykonujący, wykonująca, prowadzący,
    prowadząca, opiekun, menedżer, sorumlu, sorumlusu, koordinatör, koordinatörü, uygulayan, uygulayacak,
    yapan, yapacak, gerçekleştiren, gerçekleştirecek, yöneticisi, uitvoerder"""
)
REQUESTER = spelt(
    """
    requester, requestor, antragsteller, anforderer, demandeur, solicitante, requisitante, peticionario,
    requerente, richiedente, wnioskodawca, wnioskujący, wnioskująca, originator, initiator, émetteur,
    initiateur, emisor, emissor, emittente, zgłaszający, zgłaszająca, aanvrager, eden, açan, isteyen,
    oluşturan"""
)
PERSON = spelt(
    """
    person, agent, agente, technical, name, technischer, technisch, personne, technique, persona, pessoa,
    técnico, técnica, tecnico, osoba, techniczny, kişi, kişisi, teknik, nom, nombre, nome, nazwa, adı, it"""
)
STEP = spelt(
    """
    task, tasks, activity, step, aufgabe, aufgaben, schritt, tâche, activité, étape, tarea, actividad,
    paso, tarefa, atividade, passo, attività, passaggio, zadania, czynności, kroku, görev, adım"""
)
"""What a plan is of."""
GROUP = spelt(
    """
    group, team, unit, gruppe, einheit, groupe, équipe, unité, grupo, equipo, unidad, equipe, unidade,
    gruppo, squadra, unità, grupa, zespół, zespołu, jednostka, grup, grubu, ekip, ekibi, birim, birimi"""
)
ASSIGNED = spelt(
    """
    assigned, assignee, zugewiesen, zugewiesene, zugewiesener, assigné, assignée, affecté, affectée,
    asignado, asignada, atribuído, atribuída, designado, designada, assegnato, assegnata, assegnatario,
    przypisany, przypisana, charge, incaricato, incaricata, encargado, encargada, przydzielony,
    przydzielona, atanan, atanmış"""
)
WORKING = ASSIGNED | spelt(
    """
    executing, implementing, verantwortliche, verantwortliches, zuständige, zuständiges, yapan, yapacak,
    eden, müdahale, gerçekleştirecek, odpowiedzialny, odpowiedzialna, sorumlu, resolving, resolver,
    resolution, solving, support, ausführende, umsetzende, durchführende, lösungs, exécutante, chargée,
    résolution, ejecutor, ejecutora, resolutor, resolución, soporte, executora, executor, solucionadora,
    suporte, esecutore, competente, risoluzione, supporto, rozwiązujący, rozwiązująca, realizujący,
    realizująca, wykonujący, wykonująca, wykonawczy, wsparcia, çözüm, uygulayan, uygulayıcı, destek"""
)
"""What a group does that works at a record."""
SPECIALIST = spelt(
    """
    technician, engineer, expert, specialist, analyst, operator, techniker, ingenieur, experte, spezialist,
    bearbeiter, technicien, ingénieur, spécialiste, analyste, ingeniero, especialista, analista, operador,
    engenheiro, tecnico, ingegnere, specialista, operatore, technik, inżynier, specjalista, analityk,
    uzman, uzmanı, mühendis, teknisyen, operatör"""
)
STATE = spelt(
    """
    status, state, statut, état, estado, situação, situación, situation, situazione, stato, stan, durum,
    durumu, zustand, statüsü"""
)
PRESENT = spelt(
    """
    current, aktueller, aktuell, actuel, avancement, actual, avance, atual, andamento, attuale, corrente,
    avanzamento, lavorazione, bearbeitungs, traitement, tratamiento, tratamento, processing, obsługi,
    aktualny, obecny, bieżący, postępu, güncel, mevcut, son"""
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
    resultado, decisión, dictamen, decisão, parecer, deliberação, esito, decisione, parere, delibera,
    wynik, decyzja, opinia, sonuç, sonucu, karar, kararı"""
)
CAB = spelt("cab, ecab")
BOARD = CAB | spelt(
    """
    board, committee, gremium, gremiums, ausschuss, comité, comitê, comitato, komitet, komitetu, rady,
    kurul, kurulu"""
)
"""Who decides on changes."""
DOWNTIME = spelt(
    """
    downtime, outage, interruption, unavailability, ausfallzeit, ausfall, unterbrechung, stillstand,
    coupure, indisponibilité, arrêt, inactividad, indisponibilidad, corte, parada, interrupción,
    indisponibilidade, interrupção, inatividade, disservizio, fermo, indisponibilità, inattività,
    interruzione, niedostępność, niedostępności, przestój, przestoju, przerwa, przerwy, kesinti, kesintisi,
    erişilemezlik, stilstand"""
)
LENGTH = spelt(
    """
    duration, length, time, minutes, dauer, zeit, durée, temps, duración, tiempo, duração, tempo, durata,
    czas, süre, süresi, duur, tijd"""
)
SERVICE = spelt(
    """
    service, services, servicio, servicios, serviço, serviços, servizio, servizi, usługi, usług, usługę,
    systemu, hizmet, hizmete, servis, dienst, dienste"""
)
CONCERNED = SERVICE | spelt(
    """
    business, user, users, customer, customers, client, clients, geschäft, geschäfts, kunden, nutzer,
    benutzer, anwender, métier, utilisateurs, negocio, usuarios, clientes, negócio, usuários, utenti,
    clienti, biznes, biznesowy, użytkowników, klientów, iş, kullanıcı, kullanıcılara, müşteri"""
)
"""Whom or what an impact is on."""
DESCRIPTION = spelt(
    """
    description, details, detail, beschreibung, détail, détails, descripción, detalle, detalles, descrição,
    detalhamento, detalhes, descrizione, dettaglio, dettagli, opis, szczegóły, açıklama, açıklaması,
    tanımı, detayı, omschrijving"""
)
REASON = spelt(
    """
    justification, reason, begründung, motif, justificación, motivo, justificativa, giustificazione,
    motivazione, uzasadnienie, gerekçe, gerekçesi"""
)
LONG = spelt(
    """
    detailed, full, long, complete, detaillierte, ausführliche, vollständige, lange, détaillée, complète,
    longue, detallada, completa, larga, detalhada, longa, dettagliata, estesa, szczegółowy, pełny, długi,
    detaylı, ayrıntılı, uzun, technical, technische, technique, técnica, tecnica, techniczny, teknik"""
)


def parts_among(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """The two known words that a word is put together of, as German does: "risikoeinstufung"; the word itself
    where it is known, or is of no two."""
    if word in known:
        return (word,)
    for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        head, tail = word[:cut], word[cut:]
        if tail in known and (whole := next((one for one in _without_joint(head) if one in known), "")):
            return (whole, tail)
    return (word,)


def _without_joint(head: str) -> tuple[str, ...]:
    """The first part of a compound as it stands, and without the letters that join it to the next."""
    return (head, *(head.removesuffix(joint) for joint in ("s", "es", "n", "en") if head.endswith(joint)))


_SHORTEST_PART = 4
