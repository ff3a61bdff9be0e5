"""The headers that fields of registers, builds, windows and plans are known by, the surest first."""

from __future__ import annotations

OTHERS: dict[str, str] = {
    "started_at": """
        starttime, start time, started, started at, outage start, begin, begins at, outage start time,
        start date, inicio, beginn, début, inizio, início, początek, başlangıç, incident start, opened on,
        downtime start,
        beginn der störung, störungsbeginn, inicio de la incidencia, inicio de incidencia,
        début de l incident, début incident, inizio incidente, início do incidente, początek awarii,
        kesinti başlangıcı,
        início da indisponibilidade, inicio de la indisponibilidad, inicio de la interrupción, début
        de l'indisponibilité, début de la panne, début de l'interruption, inizio disservizio, inizio
        del disservizio, ausfallbeginn, beginn des ausfalls, początek niedostępności, kesinti
        başlangıcı, aanvang storing""",
    "ended_at": """
        endtime, end time, ended, ended at, outage end, end, outage end time, end date, fin, ende, fine,
        fim, koniec, bitiş, incident end, restored at, recovered at, downtime end,
        ende der störung, störungsende, fin de la incidencia, fin de incidencia, fin de l incident,
        fin incident, fine incidente, fim do incidente, koniec awarii, kesinti bitişi,
        fim da indisponibilidade, fin de la indisponibilidad, fin de la interrupción, fin de
        l'indisponibilité, fin de la panne, fin de l'interruption, fine disservizio, fine del
        disservizio, ausfallende, ende des ausfalls, koniec niedostępności, kesinti sonu, einde
        storing""",
    "detected_at": """
        detected at, detected, seen at, time, when, detection time, event time, timestamp, date and time,
        timecreated, time created, time generated, logged,
        date, date heure, horodatage, zeitpunkt, datum, fecha, fecha y hora, data, data e hora, data e ora,
        data i godzina, tarih, tarih saat, 日時, 时间""",
    "ci": """
        system, node, computer, computer name, machinename, machine name, host, hostname, host name,
        server, device, asset,
        serveur, servidor, serwer, sunucu, rechner, rechnername, máquina, machine, macchina, ordinateur,
        equipo""",
    "what": """
        what changed, object, object name, object path, path, file, file name, filename, element,
        element name, registry key, package, setting, obj prime, taskdisplayname, task category,
        message,
        objet modifié, objet, objeto, objeto modificado, geändertes objekt, objekt, fichier, archivo,
        arquivo, datei, plik, dosya, oggetto, modification, änderung""",
    "who": """
        by whom, changed by, user, user name, username, account, account name, subject user name,
        subj prime, actor, auid, userid, security id,
        utilisateur, usuario, usuário, benutzer, benutzername, utente, użytkownik, kullanıcı""",
    "event_id": "event, event number, serial num, serial number, recordid, record id, event record id",
    "name": """
        name, application name, application, full name, display name, server name, hostname,
        host name, host, person, team name, environment name, environment, machine, build machine,
        agent, ci name, configuration item, ci, server, nombre, nombre completo, nom, nom complet,
        nome, nome completo, imię i nazwisko, nazwa, team, equipo, équipe, zespół, ad, ad soyad,
        vollständiger name, bezeichnung, usuário, usuario, utilisateur, benutzername, utente, użytkownik,
        kullanıcı,
        app name, rechnername, servername, servidor, serveur, serwer, sunucu, anwendung,
        aplicación, aplicação, applicazione, aplikacja, uygulama,
        app title, application title, app,
        nome server, nom du serveur, nombre del servidor, nome do servidor, nazwa serwera, sunucu adı,
        anwendungsname, nombre de la aplicación, nom de l application, nome applicazione,
        nome da aplicação, nazwa aplikacji, uygulama adı,
        adı soyadı, isim""",
    "criticality": """
        criticality, tier, business criticality, criticidad, kritikalität, criticité, criticidade,
        criticità, krytyczność, kritiklik,
        criticality level, criticity, kritikalitaet, importance, service tier, application tier,
        business tier""",
    "business_owner": """
        business owner, product owner, service owner, application owner, propietario,
        fachverantwortlicher, responsable métier, dono do negócio, referente, właściciel biznesowy,
        iş sahibi,
        fachlich verantwortlich, verantwortlicher,
        responsabile, responsable, responsável, verantwortlich, odpowiedzialny, sorumlu, eigenaar""",
    "allowed_downtime_minutes_per_month": """
        allowed downtime, allowed downtime minutes per month, allowed downtime per month,
        downtime budget, allowed downtime minutes,
        max downtime month, max downtime per month, allowed downtime month, downtime allowance""",
    "ci_kind": """
        ci kind, ci type, ci class, kind, type, class, sys class name, tipo, typ, tür, art""",
    "depends_on": """
        depends on, dependencies, dependency, upstream, depende de, hängt ab von, dépend de,
        dipende da,
        zależy od, bağımlı, depende, abhängigkeiten, dépendances, dependencias, dipendenze""",
    "email": """
        email, e mail, mail, e mails, emails, email address, correo, correo electrónico, courriel,
        adresse mail,
        e mail adresse, posta elettronica, e posta, adres e mail,
        user principal name, mail address, work email, adresse e mail,
        contact email, contact e mail, team email, group email""",
    "phone": """
        phone, telephone, mobile, phone number, teléfono, móvil, telefon, telefonnummer, handy,
        téléphone, portable, telefone, celular, telefono, cellulare, komórka, cep telefonu,
        work phone, business phone, office phone, mobile phone, cell phone, telephone number,
        teléfono móvil, telefone celular, telemóvel, numéro de téléphone, téléphone portable,
        téléphone mobile, mobiltelefon, mobilnummer, handynummer, rufnummer, telefon komórkowy,
        numer telefonu, numero di telefono, telefono cellulare, telefon numarası, mobiel""",
    "roles": """
        roles, role, rol, rolle, rollen, rôle, rôles, papel, função, ruolo, ruoli, rola, roller,
        job title,
        funktion, fonction, función, funzione, função, stanowisko, görev, unvan, cargo, puesto, poste""",
    "stage": "stage, environment type, etapa, stufe, étape, estágio, fase, etap, aşama",
    "change_key": """
        change key, change, change number, issue key, issue, ticket, key, rfc, work item,
        change request, change id,
        related change, caused by change, change reference, change ref, crq, change request number,
        cambio, änderung, changement, modifica, zmiana, mudança, değişiklik, modification""",
    "number": """
        build number, number, build, build id, build no, run number, run id,
        version, build version, artifact version,
        no de build, n de build, build nr, numéro de build, número de build, numero build,
        numer kompilacji""",
    "revision": """
        revision, commit, commit sha, sha, commit id, git commit, changeset, source version,
        git sha, git revision, sha1, vcs revision,
        révision, revisión, revisão, revisione, rewizja""",
    "machine": """
        machine, build machine, agent, runner, host, build agent, node, agent name,
        maschine, máquina, macchina, maszyna, makine""",
    "digest": "digest, sha256, checksum, artifact digest, hash, image digest",
    "succeeded": """
        succeeded, success, result, build result, outcome, status,
        résultat, ergebnis, resultado, risultato, wynik, sonuç""",
    "built_at": """
        built at, build time, built, finished, finished at, completed, date, timestamp, finish time,
        build date, built on,
        datum, fecha, data, tarih, gebaut am, construit le""",
    "environment": """
        environment, target, target environment, env, deployed to, umgebung, entorno, ambiente""",
    "issues": "issues, known issues, problems, remarks, deployment notes",
    "build": """
        build, build number, version, artifact, release, build id, release version, artifact version,
        package version, tag""",
    "deployed_at": """
        deployed at, deployment time, deployed, deployed on, date, timestamp, finished at,
        when, deploy time, deployment date,
        eingespielt am, ausgerollt am, déployé le, date de déploiement, fecha de despliegue, desplegado el,
        data de implantação, data di rilascio, data wdrożenia, dağıtım tarihi, datum, fecha, data""",
    "deployed_by": """
        deployed by, deployer, operator, user, released by, actor,
        by, deployed by user,
        eingespielt von, ausgerollt von, déployé par, desplegado por, implantado por, rilasciato da,
        wdrożył""",
    "outcome": """
        outcome, result, deployment result, status, state, deployment status, task state, ergebnis,
        resultado, résultat, risultato, wynik, sonuç""",
    "uid": "uid, event id, calendar id, entry id",
    "starts_at": """
        starts, starts at, start, start time, start date, begin, begins, from, window start, freeze start,
        planned start, planned start date, beginn, début, inicio, início, inizio, początek, başlangıç,
        von, desde, dal,
        window opens, opens, opens at""",
    "day": """
        day, date, datum, fecha, data, jour, tag, giorno, dzień, gün, tarih, window date, date of window""",
    "ends_at": """
        ends, ends at, end, end time, end date, until, to, window end, freeze end, planned end,
        planned end date, finish, ende, fin, fim, fine, koniec, bitiş, bis, hasta, al,
        window closes, closes, closes at""",
    "zone_name": "time zone, timezone, tz, zone, zeitzone, fuseau horaire, zona horaria, fuso orario",
    "capacity_deployments": """
        capacity in deployments, capacity, max deployments, deployments,
        kapazität, capacité, capacidad, capacità, capacidade, kapasite""",
    "capacity_minutes": "capacity in minutes, minutes of work",
    "strength": """
        strength, freeze type, type, freeze level, type of freeze, hard or soft, severity,
        rule, restriction, regel, règle, regla, regra, regola""",
    "environments": "environments, environment, affected environments, scope environment",
    "reason": """
        reason, why, grund, raison, motivo, powód, neden, description, comment,
        motif, begründung, justification, justificación, motivazione, uzasadnienie""",
    "source_id": """
        id, activity id, task id, step id, step no, step number, no, nr, #, wbs, line, seq, unique id,
        ref, activity, task, step, n, step #, task #, task number, activity no, seq no, sequence, order,
        lp, sıra, pos, schritt, paso, étape, l p, numer, numéro d'étape, número de paso, schritt nr,
        adım no, item, item no, item number, sıra no, identyfikator, kimlik, identificador, lfd nr,
        laufende nummer, id kroku, nr kroku, id tarea, id tâche, id attività, id tarefa, id zadania,
        line no, line number, row, row id, step id no, etapa no""",
    "phase": "phase, phase group, stage, group, section, fase, faza, aşama, milestone",
    "duration_minutes": """
        duration, duration minutes, duration min, planned duration, estimate, duration in minutes,
        minutes, duración, dauer, durée, duração, durata, czas trwania, süre, original duration,
        est duration, estimated duration, expected hours, est hours, duration hours, duration h,
        duration hrs, duration days, dauer min, dauer in minuten, dauer h, durée min, duración min,
        est min, est mins, est minutes, mins, min, dauer geschätzt, durée estimée, duración estimada,
        czas trwania min, czas trwania w minutach, durata min, duração min, süre dk, süre dakika, duur,
        duur min, czas min, czas, czas w minutach, süre dak, durata stimata, duração estimada,
        dauer in min, dauer std, dauer stunden, tahmini süre, szacowany czas, planned duration min,
        planned duration minutes, estimated minutes, estimated duration min, duração minutos,
        duración minutos, durata minuti, durée minutes""",
    "start": """
        start, planned start, start time, start date, expected start date, expected start, begin,
        scheduled start, start date time, inicio, beginn, début, início, inizio, początek, başlangıç,
        comienzo, anfang, planned start time, planned start date, start planned, geplanter start,
        début prévu, inicio previsto, inizio previsto, planowany start, planlanan başlangıç, time,
        heure début, heure de début, heure, hora inicio, hora de inicio, hora, uhrzeit, startzeit, ora,
        ora inizio, godzina, saat, t minus, clock, godzina rozpoczęcia, hora de início, başlangıç saati,
        początek o, starttijd, tijd, début planifié, inicio planificado, início planejado,
        início previsto, inizio pianificato, planowane rozpoczęcie, rozpoczęcie, geplanter beginn,
        soll start, sollbeginn, plan start, start plan, startzeitpunkt, başlangıç zamanı, start t,
        fecha inicio, data início, data inizio, date début, data rozpoczęcia, startdatum""",
    "finish": """
        finish, end, planned end, end time, end date, expected end date, expected end, finish date,
        planned finish, scheduled end, fin, ende, fim, fine, koniec, bitiş, término, planned end time,
        planned end date, planned finish time, end planned, geplantes ende, fin prévue, fin previsto,
        fine prevista, planowany koniec, planlanan bitiş, heure fin, heure de fin, hora fin, endzeit,
        ora fine, fim previsto, fin planifiée, fin planificado, fin planificada, fim planejado,
        fine pianificata, planowane zakończenie, zakończenie, soll ende, sollende, plan end, plan finish,
        end plan, endzeitpunkt, bitiş zamanı, planlanan bitiş zamanı, fecha fin, data fim, data fine,
        date fin, data zakończenia, enddatum""",
    "players": """
        players, people, executor, assigned to, assignee, resource, resources, resource names, owner,
        responsible, performer, who, operator, personas, personen, personnes, pessoas, persone, osoby,
        kişiler, recursos, ressourcen, ressourcennamen, noms ressources, nombres de los recursos,
        nomes dos recursos, nomi risorse, nazwy zasobów, kaynak adları, sorumlu, verantwortlich,
        responsable, responsável, responsabile, odpowiedzialny, performed by, resource name, acteur,
        acteurs, actor, intervenant, exécutant, wer, ausführender, quién, quem, chi, kto, kim, owner role,
        wykonawca, osoba, esecutore, a cura di, ejecutor, executante, durchführender, uygulayan,
        uitvoerder, ressource, recurso, risorsa, zasób, kaynak, zuständig, chargé, exécuté par,
        ejecutado por, executado por, eseguito da, wykonuje, yapan, durchgeführt von, assigned resource,
        assigned person, assignees""",
    "application": """
        application, system, app, anwendung, aplicación, aplicação, applicazione, aplikacja,
        uygulama, component""",
    "predecessors": """
        predecessors, predecessor, depends on, dependencies, dependency, predecesoras, vorgänger,
        prédécesseurs, predecessoras, predecessori, poprzednicy, öncüller, predecessor task ids,
        predecessor ids, predecessor id, predecessor task, preds, depends on step, dependson,
        abhängig von, abhängigkeiten, abhängigkeit, dépend de, dépendances, depende de, dependencias,
        dependências, dipende da, dipendenze, zależności, zależy od, bağımlılık, önceki görevler, after,
        prerequisite, prerequisites, waits for, follows, preceded by, prérequis, vorbedingung, nach,
        needs, requires, después de, após, dopo, po, po kroku, dopo il passo, après l'étape,
        después del paso, após o passo, nach schritt, hangi adımdan sonra, na stap, predecessore,
        predecesor, predecesora, predecessora, prédécesseur, poprzednik, poprzedniki, öncül, öncül görev,
        dependência, dependencia, dépendance, dipendenza, zależność, bağımlılıklar, bağımlı olduğu,
        voraussetzung, voraussetzungen, prerrequisito, pré requisito, pré requisitos, prerequisito,
        prerequisiti, prerrequisitos, warunek, ön koşul, predecessor activity, predecessor activities,
        predecessor tasks, depends on task, depends on task id, dependent on, blocked by""",
    "instructions": """
        instructions, comments, comment, comments and notes, notes, remarks, details, steps,
        description, instrucciones, anweisungen, anleitung, consignes, instruções, istruzioni,
        instrukcje, talimatlar,
        commentaire, commentaires, bemerkung, bemerkungen, observaciones, observações, uwagi, notlar""",
}
"""Field to headers apart by commas; only their plain words count."""
