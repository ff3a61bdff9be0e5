"""The headers each canonical field is known by, in eight languages, the surest first."""

from __future__ import annotations

from app.importing.words import plain


def _spelt(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain(word) for word in text.replace("\n", ",").split(",") if word.strip()))


SYNONYMS: dict[str, tuple[str, ...]] = {
    name: _spelt(text)
    for name, text in {
        "key": """
            issue key, key, number, id, #, work item id, ticket, ticket number, ticket id, bug id,
            issue id, change number, change id, change, change request, rfc, issue number, iid,
            reference, incident number, clave de incidencia, clave, número, vorgangsschlüssel, schlüssel,
            vorgang, nummer, ticketnummer, clé de ticket, clé, clé de demande, numéro, chave da item,
            chave do item, chave, chave da ocorrência, chave ticket, chiave segnalazione, chiave,
            chiave ticket, numero, klucz zgłoszenia, klucz, numer, anahtar, talep anahtarı,
            sorun anahtarı, numara, kayıt no, work item key, clave de la incidencia, clave de actividad,
            elementschlüssel, clé du ticket, clé de la demande, chave da issue, chave do ticket,
            chiave del ticket, klucz elementu, konu anahtarı, kayıt anahtarı, iş öğesi anahtarı,
            identyfikator, kimlik, infrastructure change id, task id, card id, ticketnumber,
            vorgangsnummer,
            キー, 課題キー, 番号, 管理番号, 编号, 问题关键字, 关键字, ключ, ключ проблемы, код,
            код задачи, номер,
            incident id, outage id, incident, item id, case number, case id, request id, problem number,
            defect id, n ticket, nr ticket, ticket no, ticket nr, id ticket, numero ticket, numero de ticket,
            nr zgłoszenia, numer zgłoszenia, id zgłoszenia, id incidente, id incidencia, número de incidencia,
            id do chamado, número do chamado, chamado, numéro d'incident, n incident, olay no, talep no, kayıt
            numarası, störungsnummer, störung, card number, rfc number, change no, change request number,
            change request id, change request no, cr number, cr id, cr no, request number,
            no, nr,
            change ref, n de changement, numéro de changement, numero modifica, número de cambio,
            número da mudança, nr zmiany, numer zmiany, änderungsnummer, changenummer, değişiklik no,
            wijzigingsnummer, meldingnummer, 変更番号, 变更编号""",
        "title": """
            summary, title, short description, issue summary, subject, name, headline, change title,
            resumen, título,
            asunto, zusammenfassung, titel, betreff, thema, kurzbeschreibung, résumé, titre, sujet,
            objet, resumo, assunto, riepilogo, titolo, oggetto, sommario, podsumowanie, tytuł, temat,
            özet, başlık, konu,
            freeze, freeze name, maintenance window, window name, event name, short desc, short short desc,
            activity name, task name,
            description and notes, activity, task, step, tarea, tâche, aufgabe, tarefa, attività,
            zadanie, görev, work item title, kurzbeschreibung, description brève, brève description,
            breve descripción, descripción breve, descrição resumida, descrição breve, breve descrizione,
            krótki opis, kısa açıklama, sumário, soggetto, title 1,
            event, maintenance, 題名, 件名, 要約, タイトル, 标题, 主题, 摘要, тема, резюме, название,
            заголовок,
            görev adı, nazwa zadania, nombre de la tarea, aufgabenname, nome da tarefa, activity description,
            task description, step name, step description, event title, incident title,
            what, intitulé, libellé, bezeichnung, denominación, denominazione, korte omschrijving,
            onderwerp, 変更内容, 概要""",
        "description": """
            description, details, long description, body, descripción, beschreibung, descrição,
            descrizione, opis, açıklama, notes, justification, comments,
            説明, 詳細, 描述, 说明, описание,
            comment, remarks, commentaires, commentaire, bemerkungen, bemerkung, observaciones,
            osservazioni, uwagi, omschrijving, toelichting, 備考""",
        "state": """
            status, state, incident state, task state, bug status, change state, stage, chg stage,
            lifecycle, estado, zustand,
            statut, état, situação, stato, stan, durum, workflow state, phase status, issue status,
            change request status, implementation status,
            ステータス, 状態, 状态, статус, состояние, close code, closure code, outcome, result,
            approval status, approval state""",
        "change_kind": """
            kind of change, change kind, kind, category, change category, category of change, categoria,
            categoría, kategorie, catégorie, kategoria, kategori""",
        "change_class": """
            change type, change class, class of change, class, type of change, type, tipo de cambio,
            änderungstyp, type de changement, tipo de mudança, tipo di modifica, tipo modifica,
            typ zmiany, değişiklik türü, änderungsart""",
        "release": """
            fix version s, fix versions, fix version, fixversions, target version, sprint, sprints,
            iteration, iteration path, milestone, target milestone, planned release, target release,
            release, release name, versión es corregida s, versiones corregidas, versión correctora,
            versión de corrección, lösungsversion en, lösungsversionen, zielversion, meilenstein,
            version s corrigée s, versions corrigées, version cible, jalon, versões corrigidas,
            versão de correção, versão es corrigida s, versione i di correzione, versioni corrette,
            versione prevista, wersja naprawcza, wersje naprawcze, wersja docelowa, kamień milowy,
            düzeltme sürümü, düzeltilen sürümler, hedef sürüm, kilometre taşı,
            cycle name, 対象バージョン, 修正バージョン, マイルストーン, スプリント, 修复的版本, 修复版本,
            里程碑, исправить в версиях,
            спринт,
            目标版本""",
        "impact": """
            impact, customer impact, business impact, user impact, impact to users, severity, impacto,
            auswirkung, auswirkungen, gravité, impatto, wpływ, etki, severidad, schweregrad, gravidade,
            影響度, 影响""",
        "likelihood": """
            likelihood, probability, risk likelihood, change risk, risk, risk level, riesgo, risiko,
            änderungsrisiko, risque du changement, riesgo del cambio, riesgo de cambio, risco da mudança,
            rischio di modifica,
            ryzyko zmiany, değişiklik riski, risque, risco, rischio, ryzyko, risk düzeyi, probabilidad,
            wahrscheinlichkeit, probabilité, probabilidade, probabilità, prawdopodobieństwo, olasılık,
            risico, リスク, 风险""",
        "requester": """
            reporter, requested by, requester, requestor, author, opened by, caller, created by, creator,
            informador, autor, melder, antragsteller, ersteller, rapporteur, demandeur, auteur, relator,
            solicitante, requerente, requerente requerente, segnalante, richiedente, autore, zgłaszający,
            raporlayan, bildiren, sys created by, reportador, berichterstatter, osoba zgłaszająca, raportör,
            anrufer, appelant, chiamante, chamador, solicitante solicitante, demandeur demandeur, submitter,
            yazar,
            作成者, 報告者, 登録者, 报告人, 创建人, 创建者, автор, инициатор,
            作者, requestor name, zgłaszający użytkownik,
            change requester, requester name, raised by, submitted by, initiator, aanmelder, aanvrager,
            申請者, 依頼者""",
        "owner": """
            assignee, assigned to, owner, responsible, change owner, implementer, persona asignada,
            asignado a, responsable, zugewiesene person, zugewiesen an, bearbeiter, verantwortlich,
            attribué à, assigné à, responsável, atribuído a, atribuído técnico, assegnatario,
            assegnato a, responsabile, osoba przypisana, przypisane do, atanan, sorumlu, assignees,
            wykonawca, przypisany, przypisany do, atanan kişi, devralan, attribution, affecté à,
            personne assignée, assigné,
            asignado, persona responsable, atribuído para, assignee name, assigned user, cessionario,
            owners, members, 担当者, 负责人, 经办人, 指派给, исполнитель, ответственный,
            назначена, назначен,
            assign, agent, change implementer, technician, engineer, who, zuständig, intervenant,
            behandelaar, uitvoerder""",
        "team": """
            team, assignment group, assigned group, group, workstream, support group, owning team, squad,
            zuweisungsgruppe, groupe d'affectation, grupo de asignación, grupo de atribuição,
            gruppo di assegnazione, grupa przypisania, atama grubu, coordinator group,
            resolution group, agile team assigned, area path, department, equipo, grupo, gruppe, équipe,
            groupe, equipe, squadra, gruppo, zespół, takım, ekip, atribuído grupo, team name,
            チーム, グループ, 团队, команда, группа""",
        "applications": """
            application, applications, affected applications, affected services, application name, app,
            service, business service, system, systems, component s, components, component, komponente n,
            componente s, composant s, componente i,
            components name, affected application, aplicación, aplicaciones, anwendung, anwendungen,
            komponenten, applications concernées, aplicação, aplicações, applicazione, applicazioni,
            aplikacja, uygulama, componentes, composants, componenti, komponenty, bileşenler, product,
            システム, コンポーネント, 系统, 模块, компоненты, система,
            servicio afectado, service affecté, betroffener service, betroffener dienst, serviço afetado,
            servizio interessato, usługa, etkilenen servis, impacted service, service name,
            services affected, affected system, affected systems, impacted system, impacted systems,
            impacted application, impacted applications, impacted services, betroffene systeme,
            betroffenes system, application concernée, sistema afectado, sistemas afectados, toepassing""",
        "configuration_items": """
            configuration item, configuration items, ci, cis, affected cis, cmdb ci, affected ci,
            affected nodes, server, servers, elemento de configuración, konfigurationselement,
            élément de configuration, item de configuração, ic impactado, ci afectado,
            elemento di configurazione, element konfiguracji, yapılandırma öğesi,
            assets involved, assets, associated assets""",
        "deployment_on": """
            deployment date, deployment on, planned deployment, planned start date, planned start,
            planned date, change date, planned for, scheduled for,
            start date planned, change start date, scheduled start, scheduled date, implementation date,
            go live date,
            go live, release date, deploy date, target date, target start, due date, due, work end,
            work start, actual start, fecha de vencimiento, fecha de despliegue, fälligkeitsdatum,
            fällig, date d'échéance, échéance, data de entrega, data de implantação, data limite,
            data di scadenza, scadenza, termin, termin wykonania, bitiş tarihi, son tarih,
            期日, 期限, 期限日, 截止日期, 到期日, срок исполнения, срок,
            срок завершения, 计划完成日期,
            scheduled start time, planned start time, implementation start, when,
            date de mise en production, mise en production, date mep, fecha de implementación,
            fecha prevista, data prevista, data di rilascio, geplanter start, geplantes datum,
            umsetzungsdatum, produktivsetzung, data wdrożenia, planowana data, planlanan tarih,
            geplande startdatum, geplande datum, 予定日, 実施日, リリース日""",
        "deployment_approved": """
            deployment approved, approved, approval, cab approved, approved for deployment, aprobado,
            genehmigt, freigegeben, approuvé, aprovado, approvato, zatwierdzone, onaylandı""",
        "backout_plan": """
            backout plan, back out plan, rollback plan, roll back plan, plan de retorno,
            plan de marcha atrás, rückfallplan, rollbackplan, plan de retour arrière, plano de retorno,
            plano de rollback, piano di ripristino, piano di rollback, plan wycofania, geri alma planı,
            backout, back out, rollback, fallback, fallback plan, terugvalplan, 切り戻し手順, 切り戻し""",
        "verification_plan": """
            verification plan, test plan, validation plan, post implementation test, plan de pruebas,
            plano de teste, testplan, prüfplan, plan de test, plan de vérification, plano de testes,
            piano di test,
            piano di verifica, plan testów, test planı""",
        "expected_downtime_minutes": """
            expected downtime, downtime, outage duration, planned downtime, downtime minutes,
            expected downtime minutes, tiempo de inactividad, ausfallzeit, indisponibilité,
            indisponibilidade, tempo di inattività, przestój, kesinti süresi,
            down time, outage, outage minutes, interruption, service interruption, ausfall""",
        "created_in_source": """
            created, created at, created date, creation date, date created, opened, opened at, open date,
            date opened, created on, sys created on, reported, creada, creado, fecha de creación,
            erstellt, erstellt am, création, créé, créée, date de création, date d'ouverture, criado,
            criada, criado em, data de abertura, data de criação, creato, creata, data creazione,
            data di creazione, data di apertura, utworzono, utworzone, data utworzenia, oluşturuldu,
            oluşturulma, oluşturulan, oluşturulma tarihi, oluşturma tarihi, datetime, opening date,
            eröffnungsdatum, opendate, createdat,
            data utworzenia, utworzenie, fecha de apertura, data otwarcia, açılış tarihi, angelegt,
            submit date, request date, requested date, date requested, date submitted, date opened,
            geöffnet, ouvert, abierto, aberto,
            aperto, otwarte, aberto a, abierta, ouverte, abierto a, aperto il, açıldı,
            作成日, 作成日時, 登録日, 登録日時, 创建时间, 创建日期, 已创建, erstellungsdatum,
            создано, дата создания,
            data apertura, 创建于, 登録日時, createdate, created time, data abertura, fecha apertura,
            opened date, reported date, reported at, reported on, raised date, date raised, raised on,
            logged date, date logged, date reported, gemeldet am, fecha de reporte, date de signalement,
            aanmaakdatum, registered on""",
        "updated_in_source": """
            updated, updated at, updated date, updated on, last updated, last update, changed date,
            changed, modified, last modified, sys updated on, actualizada, actualizado,
            última actualización, aktualisiert, geändert, letzte aktualisierung, mise à jour, mis à jour,
            dernière mise à jour, dernière modification, atualizado, atualizado em, última atualização,
            aggiornato, ultimo aggiornamento, zaktualizowano, ostatnia aktualizacja, güncellendi,
            güncelleme, son güncelleme, datetime2, changeddate, updatedat, last modified date,
            letzte änderung, zaktualizowane, zaktualizowany, aggiornata, atualizado a, atualizada,
            alterado em,
            última atualização em, modifié, modificado, modificato, date updated,
            aktualizacja, 更新日, 更新日時, 更新时间, 更新日期, 已更新, änderungsdatum,
            обновлено, дата обновления,
            更新于, last activity date, last changed""",
        "closed_in_source": """
            closed, closed at, closed date, closed on, date closed, resolved, resolved at,
            resolved date, resolved on, date resolved, completed on, completed date, date completed,
            resolution date, change completion date, completed, completion date, cleared, resuelta,
            resuelto, cerrada, encerrado, encerrada, encerrado em, fecha de cierre, fechado a,
            fecha de resolución, erledigt, gelöst, geschlossen, abgeschlossen, résolu,
            résolue, fermé, date de résolution, date de clôture, resolvido, resolvida, fechado,
            data de fechamento, data da solução, risolto, chiuso, data di chiusura, rozwiązano,
            rozwiązane, zamknięto, çözüldü, çözümlendi, çözülme tarihi, çözüm tarihi, kapatıldı, closedat,
            résolu e, resolvido a,
            zamknięte, zamknięty, cerrado, cerrado en, fermée, clôturé, chiusa, kapanış tarihi,
            date closed,
            completed at, 終了日, 完了日, 解決日, 关闭时间, 解决时间, 已解决, решено, дата решения,
            закрыто,
            data chiusura, data fechamento, fecha cierre,
            closed time, resolved time, completed time, einddatum""",
        "labels": """
            labels, label, tags, tag, keywords, keyword, etiquetas, stichwörter, schlagwörter,
            étiquettes, etichette, etykiety, etiketler,
            ラベル, タグ, 标签, метки, теги""",
        "links": """
            predecessors, predecessor, blocks, blocked by, depends on, dependencies, related to,
            relates to, parent, parent key, parent id, parent task, related issues, parent issue,
            clave principal, übergeordneter schlüssel, clé parente, clé parent, clé du parent, chave pai,
            chave da principal, chiave padre, klucz nadrzędny, duplicate of, successors, is blocked by,
            blocking, linked issues,
            linked work items, bloquea, bloqueado por, está bloqueado por, bloquea a, blockiert,
            blockiert von, wird blockiert von, blockiert durch, bloque, bloqué par, est bloqué par, bloqueia,
            bloqueada por, está bloqueado por, blocca, bloccato da, è bloccato da, blokuje, blokowane przez,
            jest blokowane przez, zablokowane przez, engelliyor, engeller, engellenen,
            tarafından engellendi,
            engelleyen, depende de, hängt ab von, abhängig von, dépend de, dipende da, zależy od,
            bağımlı, predecesoras, vorgänger, prédécesseurs, predecessoras, predecessori, poprzednicy,
            öncüller, nachfolger, successeurs, sucesoras, sucessoras, successori, następnicy, ardıllar,
            übergeordnetes element, parent summary key, verknüpfte vorgänge, tickets liés, demandes liées,
            incidencias enlazadas, incidencias vinculadas, itens vinculados, itens associados,
            segnalazioni collegate, ticket collegati, powiązane zgłoszenia, połączone zgłoszenia,
            bağlantılı talepler, bağlantılı konular""",
        "url": "url, web url, link, address, permalink, html url",
        "source_system": "source system, source, system of record",
        "started_at": """
            starttime, start time, started, started at, outage start, begin, begins at, outage start time,
            start date, inicio, beginn, début, inizio, início, początek, başlangıç, incident start, opened on,
            downtime start""",
        "ended_at": """
            endtime, end time, ended, ended at, outage end, end, outage end time, end date, fin, ende, fine,
            fim, koniec, bitiş, incident end, restored at, recovered at, downtime end""",
        "detected_at": """
            detected at, detected, seen at, time, when, detection time, event time, timestamp, date and time,
            timecreated, time created, time generated, logged""",
        "ci": """
            system, node, computer, computer name, machinename, machine name, host, hostname, host name,
            server, device, asset""",
        "what": """
            what changed, object, object name, object path, path, file, file name, filename, element,
            element name, registry key, package, setting, obj prime, taskdisplayname, task category,
            message""",
        "who": """
            by whom, changed by, user, user name, username, account, account name, subject user name,
            subj prime, actor, auid, userid, security id""",
        "event_id": "event, event number, serial num, serial number, recordid, record id, event record id",
        "name": """
            name, application name, application, full name, display name, server name, hostname,
            host name, host, person, team name, environment name, environment, machine, build machine,
            agent, ci name, configuration item, ci, server, nombre, nombre completo, nom, nom complet,
            nome, nome completo, imię i nazwisko, nazwa, team, equipo, équipe, zespół, ad, ad soyad,
            vollständiger name, bezeichnung, usuário, usuario, utilisateur, benutzername, utente, użytkownik,
            kullanıcı,
            app name, rechnername, servername, servidor, serveur, serwer, sunucu, anwendung,
            aplicación, aplicação, applicazione, aplikacja, uygulama""",
        "criticality": """
            criticality, tier, business criticality, criticidad, kritikalität, criticité, criticidade,
            criticità, krytyczność, kritiklik,
            criticality level, criticity, kritikalitaet, importance, service tier, application tier""",
        "business_owner": """
            business owner, product owner, service owner, application owner, propietario,
            fachverantwortlicher, responsable métier, dono do negócio, referente, właściciel biznesowy,
            iş sahibi""",
        "allowed_downtime_minutes_per_month": """
            allowed downtime, allowed downtime minutes per month, allowed downtime per month,
            downtime budget, allowed downtime minutes""",
        "ci_kind": """
            ci kind, ci type, ci class, kind, type, class, sys class name, tipo, typ, tür, art""",
        "depends_on": """
            depends on, dependencies, dependency, upstream, depende de, hängt ab von, dépend de,
            dipende da""",
        "email": """
            email, e mail, mail, e mails, emails, email address, correo, correo electrónico, courriel,
            adresse mail,
            e mail adresse, posta elettronica, e posta, adres e mail,
            user principal name, mail address, work email, adresse e mail""",
        "phone": """
            phone, telephone, mobile, phone number, teléfono, móvil, telefon, telefonnummer, handy,
            téléphone, portable, telefone, celular, telefono, cellulare, komórka, cep telefonu""",
        "roles": """
            roles, role, rol, rolle, rollen, rôle, rôles, papel, função, ruolo, ruoli, rola, roller,
            job title""",
        "stage": "stage, environment type, etapa, stufe, étape, estágio, fase, etap, aşama",
        "change_key": """
            change key, change, change number, issue key, issue, ticket, key, rfc, work item,
            change request, change id""",
        "number": "build number, number, build, build id, build no, run number, run id",
        "revision": """
            revision, commit, commit sha, sha, commit id, git commit, changeset, source version""",
        "machine": "machine, build machine, agent, runner, host, build agent, node, agent name",
        "digest": "digest, sha256, checksum, artifact digest, hash, image digest",
        "succeeded": "succeeded, success, result, build result, outcome, status",
        "built_at": """
            built at, build time, built, finished, finished at, completed, date, timestamp, finish time""",
        "environment": """
            environment, target, target environment, env, deployed to, umgebung, entorno, ambiente""",
        "issues": "issues, known issues, problems, remarks, deployment notes",
        "build": """
            build, build number, version, artifact, release, build id, release version, artifact version,
            package version, tag""",
        "deployed_at": """
            deployed at, deployment time, deployed, deployed on, date, timestamp, finished at""",
        "deployed_by": "deployed by, deployer, operator, user, released by, actor",
        "outcome": """
            outcome, result, deployment result, status, state, deployment status, task state, ergebnis,
            resultado, résultat, risultato, wynik, sonuç""",
        "uid": "uid, event id, calendar id, entry id",
        "starts_at": """
            starts, starts at, start, start time, start date, begin, begins, from, window start, freeze start,
            planned start, planned start date, beginn, début, inicio, início, inizio, początek, başlangıç,
            von, desde, dal""",
        "ends_at": """
            ends, ends at, end, end time, end date, until, to, window end, freeze end, planned end,
            planned end date, finish, ende, fin, fim, fine, koniec, bitiş, bis, hasta, al""",
        "zone_name": "time zone, timezone, tz, zone, zeitzone, fuseau horaire, zona horaria, fuso orario",
        "capacity_deployments": "capacity in deployments, capacity, max deployments, deployments",
        "capacity_minutes": "capacity in minutes, minutes of work",
        "strength": "strength, freeze type, type, freeze level, type of freeze, hard or soft, severity",
        "environments": "environments, environment, affected environments, scope environment",
        "reason": "reason, why, grund, raison, motivo, powód, neden, description, comment",
        "source_id": """
            id, activity id, task id, step id, step no, step number, no, nr, #, wbs, line, seq,
            unique id, ref, activity, task, step,
            n, step #, task #, task number, activity no, seq no, sequence, order, lp, sıra, pos, schritt,
            paso, étape""",
        "phase": "phase, phase group, stage, group, section, fase, faza, aşama, milestone",
        "duration_minutes": """
            duration, duration minutes, duration min, planned duration, estimate, duration in minutes,
            minutes, duración, dauer, durée, duração, durata, czas trwania, süre,
            original duration, est duration, estimated duration, expected hours, est hours, duration hours,
            duration h, duration hrs, duration days, dauer min, dauer in minuten, dauer h, durée min, duración
            min""",
        "start": """
            start, planned start, start time, start date, expected start date, expected start, begin,
            scheduled start, start date time, inicio, beginn, début, início, inizio, początek, başlangıç,
            comienzo, anfang, planned start time, planned start date, start planned, geplanter start, début
            prévu, inicio previsto, inizio previsto, planowany start, planlanan başlangıç""",
        "finish": """
            finish, end, planned end, end time, end date, expected end date, expected end, finish date,
            planned finish, scheduled end, fin, ende, fim, fine, koniec, bitiş,
            término, planned end time, planned end date, planned finish time, end planned, geplantes ende, fin
            prévue, fin previsto, fine prevista, planowany koniec, planlanan bitiş""",
        "players": """
            players, people, executor, assigned to, assignee, resource, resources, resource names, owner,
            responsible, performer, who, operator, personas, personen, personnes, pessoas, persone,
            osoby, kişiler,
            recursos, ressourcen, ressourcennamen, noms ressources, nombres de los recursos, nomes dos
            recursos, nomi risorse, nazwy zasobów, kaynak adları, sorumlu, verantwortlich, responsable,
            responsável, responsabile, odpowiedzialny, performed by, resource name""",
        "application": """
            application, system, app, anwendung, aplicación, aplicação, applicazione, aplikacja,
            uygulama, component""",
        "predecessors": """
            predecessors, predecessor, depends on, dependencies, dependency, predecesoras, vorgänger,
            prédécesseurs, predecessoras, predecessori, poprzednicy, öncüller,
            predecessor task ids, predecessor ids, predecessor id, predecessor task, preds, depends on step,
            dependson, abhängig von, abhängigkeiten, abhängigkeit, dépend de, dépendances, depende de,
            dependencias, dependências, dipende da, dipendenze, zależności, zależy od, bağımlılık, önceki
            görevler""",
        "instructions": """
            instructions, comments, comment, comments and notes, notes, remarks, details, steps,
            description, instrucciones, anweisungen, anleitung, consignes, instruções, istruzioni,
            instrukcje, talimatlar""",
    }.items()
}
"""Canonical field to the plain headers it is known by."""
