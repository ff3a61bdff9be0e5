"""The headers that say what changes, tickets and incidents are, the surest first."""

from __future__ import annotations

TRACKED: dict[str, str] = {
    "key": """
        issue key, key, number, id, #, work item id, ticket, ticket number, ticket id, bug id, issue id, ref
        ticket, ticket ref, ticket reference, cr id, change number, change id, change, change request, rfc,
        issue number, iid, reference, incident number, epic iid, clave de incidencia, clave, número,
        vorgangsschlüssel, schlüssel, vorgang, nummer, ticketnummer, clé de ticket, clé, clé de demande,
        numéro, chave da item, chave do item, chave, chave da ocorrência, chave ticket, chiave segnalazione,
        chiave, chiave ticket, numero, klucz zgłoszenia, klucz, numer, anahtar, talep anahtarı, sorun
        anahtarı, numara, kayıt no, work item key, clave de la incidencia, clave de actividad,
        elementschlüssel, clé du ticket, clé de la demande, chave da issue, chave do ticket, chiave del
        ticket, klucz elementu, konu anahtarı, kayıt anahtarı, iş öğesi anahtarı, identyfikator, kimlik,
        infrastructure change id, task id, aufgaben id, id de la tâche, id de la tarea, id da tarefa, id
        attività, görev id, card id, ticketnumber, vorgangsnummer, キー, 課題キー, 番号, 管理番号, 编号,
        问题关键字, 关键字, ключ, ключ проблемы, код, код задачи, номер, incident id, outage id, incident,
        item id, case number, case id, request id, problem number, defect id, n ticket, nr ticket, ticket no,
        ticket nr, id ticket, numero ticket, numero de ticket, nr zgłoszenia, numer zgłoszenia, id zgłoszenia,
        id incidente, id incidencia, número de incidencia, id do chamado, número do chamado, chamado, numéro
        d'incident, n incident, olay no, talep no, kayıt numarası, störungsnummer, störung, card number, rfc
        number, change no, change request number, change request id, change request no, cr number, cr no,
        request number, no, nr, change ref, n de changement, numéro de changement, numero modifica, número de
        cambio, número da mudança, nr zmiany, numer zmiany, änderungsnummer, changenummer, değişiklik no,
        wijzigingsnummer, meldingnummer, 変更番号, 变更编号, номер изменения, codice modifica, referência,
        référence, riferimento, no incidencia, no de incidencia, no incident, no de incidente, no incidente,
        numéro incident, numer awarii, nr awarii, numer incydentu, nr incydentu, folio, no folio, ref no,
        reference no, reference number, référence du ticket, réf ticket, n° de ticket, numéro de ticket,
        numéro du ticket, meldingsnummer, incidentnummer, vorgangs id, id de tâche, id de tarea, identyfikator
        zadania, görev kimliği, codice, ref, unique id, change ticket, crq, antragsnummer, rfc nummer, n rfc,
        n° rfc, nro cambio, nº de rfc, nº do chamado, numer rfc, protocolo, nº protocolo, chiave elemento di
        lavoro, chave do item de trabalho, clé de l'élément de travail, klucz elementu pracy, tracking id, id
        tracciamento, id de seguimiento, id de rastreamento, id de suivi, numéro de suivi, takip no, takip
        numarası, transaction id, transaktionsnummer,
        identificador, identificatore, identifiant, hata no, numer błędu, id del error, id bug, id du bug,
        id do bug, fehlernummer, tâche id, tarea id, tarefa id, attività id, zadanie id, id zadania,
        release id, release no, release number""",
    "title": """
        summary, title, short description, issue summary, subject, headline, problem, problem description,
        name, issue description, change title, incident name, incident title, resumen, título, asunto,
        zusammenfassung, titel, betreff, thema, kurzbeschreibung, résumé, titre, sujet, objet, resumo,
        assunto, riepilogo, titolo, oggetto, sommario, podsumowanie, tytuł, temat, özet, başlık, konu, name
        title, freeze, freeze name, maintenance window, window name, event name, short desc, short short desc,
        activity name, task name, description and notes, activity, task, step, tarea, tâche, aufgabe, tarefa,
        attività, zadanie, görev, work item title, description brève, brève description, breve descripción,
        descripción breve, descrizione breve, descrição resumida, descrição breve, breve descrizione, krótki
        opis, kısa açıklama, sumário, soggetto, title 1, event, maintenance, monitor, monitor name, test name,
        check name, タスク名, work name, change window, release window, deployment window, outage window,
        service window, freeze window, 題名, 件名, 要約, タイトル, 标题, 主题, 摘要, тема, резюме, название,
        заголовок, görev adı, korte omschrijving details, brief description details, vorgangsname, nom de la
        tâche, nombre de tarea, nome attività, nome dell'attività, nazwa zadania, nombre de la tarea,
        aufgabenname, nome da tarefa, activity description, task description, step name, step description,
        event title, what, intitulé, libellé, bezeichnung, denominación, denominazione, korte omschrijving,
        onderwerp, 変更内容, 概要, symptom, symptoms, freeze period, blackout period, blackout window,
        moratorium, command action, task title, activity title, step title, runbook task, change freeze,
        blackout, window, objet du changement, nazwa, nombre, nome, nom, change subject, ad, denominação,
        schritt, actividad, actividade, passo, passaggio, krok, adım, wartungsfenster, fenster, ventana,
        ventana de mantenimiento, fenêtre, fenêtre de maintenance, janela, janela de manutenção, finestra,
        finestra di manutenzione, okno, okno serwisowe, pencere, bakım penceresi, gel, sperre,
        änderungssperre, congelación, congelamento, blocco, blokada, dondurma, czynność, tätigkeit, azione,
        acción, ação, işlem, eylem, handeling, vorgang, atividade, aktivite, aktivität, activité,
        arbeitsschritt, maßnahme, iş adımı, action, action item, 作業名, 作業内容, 任务名称, runbook step,
        descrição da atividade, descripción de la actividad, descripción de la tarea, description de
        l'activité, description de la tâche, descrizione attività, descrizione dell'attività, opis zadania,
        opis czynności, nazwa czynności, nom de l'activité, nombre de la actividad, nome da atividade,
        faaliyet, was, was ist zu tun, quoi, qué, qué hacer, o que, o que fazer, cosa, che cosa, cosa fare,
        co, co zrobić, ne yapılacak, feature, deliverable, work package, arbeitspaket, what happened, cutover
        step, cutover schritt, cutover task, cutover activity, sintesi, síntesis, síntese, przedmiot, issue,
        brief description, änderungstitel, kurztext, prüfpunkt, kontrollpunkt, kriterium, criterion, criteria,
        go no go criterion, readiness criterion, check item, checklist item, point de contrôle, critère, punto
        de control, criterio, ponto de verificação, critério, punto di controllo, punkt kontrolny, kryterium,
        kontrol maddesi, madde, kriter, tarea a ejecutar, tarea a realizar, tarefa a executar, tâche à
        réaliser, action à réaliser, action à mener, à faire, yapılacak iş, yapılacaklar, cutover aktivität,
        opération, operación, operação, operazione, operacja, operasyon, kurzbezeichnung, skrócony opis, konu
        başlığı,
        description courte, descripción corta, descrição curta, kısa tanım, tasks, tareas, tarefas, aufgaben,
        tâches, zadania, görevler, schritte, pasos, passos, passaggi, kroki, adımlar, activities, actividades,
        atividades, aktivitäten, activités, czynności, faaliyetler, vorgänge, arbeitsschritte,
        änderungsstopp""",
    "description": """
        description, details, long description, body, descripción, beschreibung, descrição,
        descrizione, opis,
        açıklama, açıklaması, ticket description, issue description, change description, notes,
        kurzbeschreibung, justification, comments, 説明, 詳細, 描述, 说明, описание, comment, remarks,
        commentaires, commentaire, bemerkungen, bemerkung, observaciones, osservazioni, uwagi, omschrijving,
        toelichting, 備考, content, detalle incidencia, detalle de la incidencia, detalles, detalhes, détails,
        problem, problema, problème, dettagli, szczegóły, detaylar, descr, note, observações, observação,
        notas, notlar, notatki, açıklamalar, tanımlama, anmerkungen, anmerkung, hinweise, justificativa,
        justificación, giustificazione, uzasadnienie, gerekçe, begründung, problema riscontrato, problema
        relatado, problema reportado, problème rencontré, opis problemu, opis usterki, descrizione guasto,
        purpose, zweck""",
    "state": """
        status, state, incident state, task state, bug status, change state, stage, chg stage, lifecycle,
        estado, zustand, statut, état, situação, stato, stan, durum, workflow state, phase status, stand,
        issue status, change request status, implementation status, ステータス, 状態, 状态, статус, состояние,
        close code, closure code, outcome, result, approval status, approval state, current status, current
        state, change status, estatus, activity status, task status, step status, cab decision, cab status,
        cab result, cab outcome, decision of the cab, votum cab, cab votum, cab entscheidung, entscheidung
        cab, entscheidung des cab, avis cab, avis du cab, décision cab, décision du cab, dictamen cab,
        dictamen del cab, decisión cab, decisión del cab, parecer cab, parecer do cab, decisão cab, decisão do
        cab, parere cab, parere del cab, decisione cab, decisione del cab, decyzja cab, opinia cab, cab
        kararı, decision, entscheidung, décision, decisión, decisão, decisione, decyzja, statü, statüsü,
        karar, umsetzungsstatus, bearbeitungsstand, bearbeitungsstatus, stato avanzamento, avanzamento, état
        d'avancement, avancement, durumu, stan realizacji, status realizacji, situação atual, situación,
        estado actual, ergebnis, résultat, resultado, risultato, esito, wynik, sonuç, status żądania""",
    "change_kind": """
        kind of change, change kind, kind, category, change category, category of change, categoria,
        categoría, kategorie, catégorie, kategoria, kategori, cat""",
    "change_class": """
        change type, change class, class of change, class, type of change, type, tipo de cambio,
        änderungstyp, type de changement, tipo de mudança, tipo di modifica, tipo modifica, typ zmiany,
        rodzaj zmiany, rodzaj, değişiklik türü, änderungsart, tipo, typ, tür, art, nature,
        nature du changement, naturaleza, naturaleza del cambio, natureza, natureza da mudança, natura,
        natura della modifica, charakter zmiany, art der änderung, changetyp, klasse, değişiklik tipi,
        type wijziging, tipologia,
        classe, clase, klasa, sınıf,
        tip""",
    "release": """
        fix version s, fix versions, fix version, fixversions, target version, sprint, sprints, iteration,
        iteration path, milestone, target milestone, planned release, target release, release, release name,
        versión es corregida s, versiones corregidas, versión correctora, versión de corrección,
        versiones correctoras,
        lösungsversion en, lösungsversionen, zielversion, meilenstein, version s corrigée s, versions
        corrigées, version cible, jalon, versões corrigidas, versão de correção, versão es corrigida s,
        versione i di correzione, versioni corrette, versione prevista, wersja naprawcza, wersje naprawcze,
        wersja docelowa, kamień milowy, düzeltme sürümü, düzeltme sürümleri, düzeltilen sürümler, düzeltilen
        sürüm, hedef sürüm, kilometre taşı, cycle name, 対象バージョン, 修正バージョン, マイルストーン,
        スプリント, 修复的版本, 修复版本, 里程碑, исправить в версиях, спринт, 目标版本, wersje naprawy,
        versioni di correzione, versione di correzione, versioni correttive, release fenster, versiones de
        corrección, versión corregida, versão corrigida, versione corretta, versión objetivo, versão alvo,
        versione target, wersja naprawy, geplante version, planned version, versión planificada, versão
        planejada, versão prevista, version prévue, version planifiée, versione pianificata, planowana wersja,
        planlanan sürüm, planlanan versiyon, iteración, iteração, itération, iterazione, iteracja, iterasyon,
        release window, change window, wartungsfenster, planned in, versione di rilascio, wersja wydania,
        rilascio, wydanie, planned for, naprawione w wersji, naprawiono w wersji, naprawiony w wersji,
        lösungsversion, version corrigée, versión de destino, versione di destinazione, hito,
        pietra miliare,
        versões da correção, versão ões da correção, ścieżka iteracji, marco""",
    "impact": """
        impact, customer impact, business impact, user impact, impact to users, severity, impacto,
        auswirkung, auswirkungen, gravité, impatto, wpływ, etki, severidad, schweregrad, gravidade,
        影響度, 影响, влияние, impact level, impact rating, gravedad, gravità, severidade, sev,
        sévérité, severità, poziom wpływu, ważność, önem derecesi, şiddet, niveau d'impact, waga, önem""",
    "likelihood": """
        likelihood, probability, risk likelihood, change risk, risk, risk level, riesgo, risiko,
        änderungsrisiko, risque du changement, riesgo del cambio, riesgo de cambio, risco da mudança,
        rischio di modifica, ryzyko zmiany, değişiklik riski, risque, risco, rischio, ryzyko,
        risk düzeyi, probabilidad, wahrscheinlichkeit, probabilité, probabilidade, probabilità,
        prawdopodobieństwo, olasılık, risico, リスク, 风险, risk rating, risk score, риск,
        риск изменений, rischio della modifica, rischio del cambiamento, ryzyko zmian,
        değişikliğin riski, niveau de risque, niveau du risque, évaluation du risque, nivel de riesgo,
        nivel del riesgo, evaluación de riesgo, evaluación del riesgo, nível de risco, nível do risco,
        avaliação de risco, avaliação do risco, risikostufe, risikobewertung, risikoeinschätzung,
        risikoklasse, livello di rischio, livello rischio, valutazione del rischio, poziom ryzyka,
        ocena ryzyka, risk seviyesi, risk değerlendirmesi, risiconiveau""",
    "labels": """
        labels, label, tags, tag, keywords, keyword, etiquetas, stichwörter, schlagwörter, étiquettes,
        etichette, etykiety, etiketler, ラベル, タグ, 标签, метки, теги, etiketten, tagi, mots clés, palabras
        clave, marcadores, balises, markierungen""",
    "links": """
        predecessors, predecessor, blocks, blocked by, depends on, dependencies, related to, relates to,
        parent, parent key, parent id, parent task, related issues, parent issue, clave principal,
        übergeordneter schlüssel, clé parente, clé parent, clé du parent, chave pai, chave da principal,
        chiave padre, klucz nadrzędny, duplicate of, successors, is blocked by, blocking, linked issues,
        linked work items, bloquea, bloqueado por, está bloqueado por, bloquea a, blockiert, blockiert von,
        wird blockiert von, blockiert durch, bloque, bloqué par, est bloqué par, bloqueia, bloqueada por,
        blocca, bloccato da, è bloccato da, blokuje, blokowane przez, jest blokowane przez, zablokowane przez,
        engelliyor, engeller, engellenen, tarafından engellendi, engelleyen, depende de, hängt ab von,
        abhängig von, dépend de, dipende da, zależy od, bağımlı, predecesoras, vorgänger, prédécesseurs,
        predecessoras, predecessori, poprzednicy, öncüller, nachfolger, successeurs, sucesoras, sucessoras,
        successori, następnicy, ardıllar, übergeordnetes element, parent summary key, verknüpfte vorgänge,
        tickets liés, demandes liées, incidencias enlazadas, incidencias vinculadas, itens vinculados, itens
        associados, segnalazioni collegate, ticket collegati, powiązane zgłoszenia, połączone zgłoszenia,
        incidencias relacionadas, linked tasks,
        bağlantılı talepler, bağlantılı konular, übergeordnete aufgabe, übergeordnetes ticket, tarefa
        principal, segnalazioni correlate, ilişkili işler, chiave principale, chiave elemento principale, üst
        öğe anahtarı, klucz elementu nadrzędnego, peticiones relacionadas, tarefas relacionadas, zugehörige
        tickets, powiązane zagadnienia, bağlı kayıtlar, ilgili kayıtlar, bağlı talepler, ilgili talepler,
        padre, id padre, elemento padre, elemento pai, übergeordnete id, élément parent, element nadrzędny,
        verknüpfte tickets, ticket collegato, ticket lié, incident lié, related ticket, related incident,
        incidente relacionado, incidencia relacionada, chamado relacionado, powiązane zgłoszenie, powiązany
        incydent, verknüpftes ticket, ilgili kayıt""",
    "url": """
        url, web url, link, address, permalink, html url, issue url, ticket url, merge request url, mr url,
        pull request url, pr url, work item url""",
    "source_system": "source system, source, system of record",
}
"""Field to headers apart by commas; only their plain words count."""
