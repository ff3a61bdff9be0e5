"""The headers that fields of registers, builds and windows are known by, the surest first."""

from __future__ import annotations

OTHERS: dict[str, str] = {
    "started_at": """
        started at, started, start time, starttime, outage start, begin, begins at, outage start time,
        start date, inicio, beginn, début, inizio, início, początek, başlangıç, incident start, opened on,
        downtime start, beginn der störung, störungsbeginn, inicio de la incidencia, inicio de incidencia,
        début de l incident, début incident, inizio incidente, início do incidente, początek awarii,
        kesinti başlangıcı, início da indisponibilidade, inicio de la indisponibilidad, inicio de la
        interrupción, début de l'indisponibilité, début de la panne, début de l'interruption, inizio
        disservizio, inizio del disservizio, ausfallbeginn, beginn des ausfalls, początek niedostępności,
        aanvang storing, detected at, detected on, detected, detection time, detected date, occurred at,
        occurred on, occurrence date, date of occurrence, happened at, incident date, incident time,
        incident start time, incident start date, outage date, alert time, first occurrence, impact start,
        started on, start of outage, event time, date occurred, detection date, fecha de detección, fecha
        detección, data de detecção, fecha del incidente, fecha de incidente, fecha de incidencia, fecha
        incidente, date de l'incident, date incident, data do incidente, data da ocorrência, data
        incidente, data dell'incidente, data incydentu, data awarii, data zdarzenia, olay tarihi,
        störungsdatum, datum der störung, timestamp, date, fecha, datum, data, tarih, start, time from,
        from time, uhrzeit von, heure de début, hora de inicio, hora inicio, hora de início, ora inizio,
        ora di inizio, godzina rozpoczęcia, başlangıç saati, event date, event start, event started, date
        of event, event begin date, began, began at, outage began, ausfall von, inicio del corte, impact
        started at""",
    "ended_at": """
        endtime, end time, ended, ended at, outage end, end, outage end time, end date, fin, ende, fine,
        fim, koniec, bitiş, incident end, restored at, recovered at, downtime end, ende der störung,
        störungsende, fin de la incidencia, fin de incidencia, fin de l incident, fin incident, fine
        incidente, fim do incidente, koniec awarii, kesinti bitişi, fim da indisponibilidade, fin de la
        indisponibilidad, fin de la interrupción, fin de l'indisponibilité, fin de la panne, fin de
        l'interruption, fine disservizio, fine del disservizio, ausfallende, ende des ausfalls, koniec
        niedostępności, kesinti sonu, einde storing, impact end, end of outage, recovered, restored,
        recovery time, restoration time, restored on, incident end time, incident end date, resolution
        time stamp, resolved at, resolved, resolved date, resolved on, date resolved, resolution date,
        resolved time, gelöst, gelöst am, behoben am, résolu, résolu le, date de résolution, resuelto,
        resuelta, fecha de resolución, resolvido, resolvido em, data de resolução, risolto, risolto il,
        data di risoluzione, rozwiązano, data rozwiązania, çözüldü, çözülme tarihi, çözüm tarihi, data da
        solução, data de solução, data solução, time to, to time, uhrzeit bis, heure de fin, hora de fin,
        hora fin, hora de término, ora fine, ora di fine, godzina zakończenia, bitiş saati, restoration
        date, date of restoration, event end, event end date, event ended, restoration, service restored,
        fin del corte, fixed at""",
    "detected_at": """
        detected at, detected, seen at, time, when, detection time, event time, timestamp, date and time,
        timecreated, time created, time generated, logged, date, date heure, horodatage, zeitpunkt, datum,
        fecha, fecha y hora, data, data e hora, data e ora, data i godzina, tarih, tarih saat, 日時, 时间,
        datetime, date time, event timestamp, event date, change time, changed at, change date, modified
        at, modification time, scan time, report time, scan date, scanned at, last seen""",
    "ci": """
        system, node, computer, computer name, machinename, machine name, host, hostname, host name,
        server, device, asset, serveur, servidor, serwer, sunucu, rechner, rechnername, máquina, machine,
        macchina, ordinateur, equipo""",
    "what": """
        what changed, object, object name, object path, path, file, file name, filename, element, element
        name, registry key, package, setting, obj prime, taskdisplayname, task category, message, objet
        modifié, objet, objeto, objeto modificado, geändertes objekt, objekt, fichier, archivo, arquivo,
        datei, plik, dosya, oggetto, modification, änderung, file path, filepath, full path, path name,
        changed object, changed item, object changed, item changed, key path, resource, cambio detectado,
        changement détecté, erkannte änderung, mudança detectada, modifica rilevata, wykryta zmiana,
        zmieniony plik, geänderte datei, fichier modifié, archivo modificado, arquivo modificado, file
        modificato, değiştirilen dosya, tespit edilen değişiklik, detected change, change detected,
        resource name, entity, target object, changed file, modified file, zasób, percorso, ruta, chemin,
        pfad, caminho, ścieżka, dosya yolu""",
    "who": """
        by whom, changed by, user, user name, username, account, account name, subject user name, subj
        prime, actor, auid, userid, security id, utilisateur, usuario, usuário, benutzer, benutzername,
        utente, użytkownik, kullanıcı""",
    "event_id": "event, event number, serial num, serial number, recordid, record id, event record id",
    "name": """
        name, application name, application, full name, display name, server name, hostname, host name,
        vm, vm name, virtual machine, host, person, team name, environment name, environment, machine,
        build machine, agent, ci name, configuration item, ci, server, nombre, nombre completo, nom, nom
        complet, nome, nome completo, imię i nazwisko, nazwa, team, equipo, équipe, zespół, ad, ad soyad,
        vollständiger name, bezeichnung, usuário, usuario, utilisateur, benutzername, utente, użytkownik,
        kullanıcı, app name, rechnername, servername, servidor, serveur, serwer, sunucu, anwendung,
        aplicación, aplicação, applicazione, aplikacja, uygulama, app title, application title, app, nome
        server, nom du serveur, nombre del servidor, nome do servidor, nazwa serwera, sunucu adı,
        anwendungsname, nombre de la aplicación, nom de l application, nome applicazione, nome da
        aplicação, nazwa aplikacji, uygulama adı, adı soyadı, isim, sistema, system name, nome do sistema,
        nombre del sistema, nome del sistema, système, nom du système, systemname, nazwa systemu, sistem
        adı, user, user name, username, employee, employee name, on call, on call user, on call engineer,
        participant, mitarbeiter, mitarbeitername, empleado, employé, dipendente, pracownik, çalışan,
        asset name, device name, equipment name, gerätename, nom de l'équipement, nom d'hôte, nom de la
        machine, nombre del equipo, nombre de host, nombre del dispositivo, nome do equipamento, nome do
        host, nome dispositivo, nome host, nazwa urządzenia, nazwa hosta, cihaz adı, preferred name, legal
        name, worker, applikation, applikationsname, support group, assignment group, group name,
        supportgruppe, groupe de support, grupo de soporte, grupo de suporte, gruppo di supporto, grupa
        wsparcia, destek grubu, objekttitel, object title, teamname, nom de l équipe, nombre del equipo,
        nome da equipe, nome del team, nazwa zespołu, takım adı""",
    "criticality": """
        criticality, tier, business criticality, criticidad, kritikalität, criticité, criticidade,
        criticità, krytyczność, kritiklik, criticité métier, criticidad de negocio, kritiklik seviyesi,
        criticidade do negócio, criticità di business, krytyczność biznesowa, geschäftskritikalität,
        kritikalitätsstufe, niveau de criticité, nivel de criticidad, nível de criticidade, livello di
        criticità, criticality level, criticity, kritikalitaet, importance, service tier, application
        tier, business tier""",
    "business_owner": """
        business owner, product owner, service owner, application owner, propietario,
        fachverantwortlicher, responsable métier, dono do negócio, referente, właściciel biznesowy, iş
        sahibi, fachlich verantwortlich, verantwortlicher, responsabile, responsable, responsável,
        verantwortlich, odpowiedzialny, sorumlu, eigenaar, responsável pelo negócio, responsable de
        negocio, responsable del negocio, responsabile di business, business owner name, propriétaire
        métier, referente business, propietario de negocio, propietario del negocio, propriétaire,
        proprietario, proprietário, proprietário do negócio, właściciel, fachverantwortung, fachbereich,
        besitzer, sahip, sahibi, uygulama sahibi""",
    "allowed_downtime_minutes_per_month": """
        allowed downtime, allowed downtime minutes per month, allowed downtime per month, downtime budget,
        allowed downtime minutes, max downtime month, max downtime per month, allowed downtime month,
        downtime allowance, max downtime, max outage, max outage per month, max ausfallzeit, max
        ausfallzeit monat, maximale ausfallzeit, erlaubte ausfallzeit, zulässige ausfallzeit, ausfallzeit
        pro monat, indisponibilité max autorisée, indisponibilité autorisée, indisponibilité maximale,
        indisponibilité max, tiempo máximo de caída, caída máxima, inactividad permitida, indisponibilidad
        permitida, indisponibilidad máxima, indisponibilidade permitida, indisponibilidade máxima, fermo
        massimo, fermo consentito, indisponibilità massima, indisponibilità consentita, dopuszczalny
        przestój, dopuszczalna niedostępność, maksymalny przestój, izin verilen kesinti, azami kesinti""",
    "ci_kind": """
        ci kind, ci type, ci class, kind, type, class, sys class name, tipo, typ, tür, art, clase, classe,
        klasse, klasa, sınıf, asset type, device type, objekttyp, type d'équipement, tipo de equipo""",
    "depends_on": """
        depends on, dependencies, dependency, upstream, depende de, hängt ab von, dépend de, dipende da,
        zależy od, bağımlı, depende, abhängigkeiten, dépendances, dependencias, dipendenze""",
    "email": """
        email, e mail, mail, e mails, emails, email address, correo, correo electrónico, courriel, adresse
        mail, adresse de messagerie, messagerie, e mail adresse, posta elettronica, e posta, adres e mail,
        user principal name, mail address, work email, adresse e mail, team e mail, contact email, contact
        e mail, team email, group email, contact, kontakt, contacto, contato, contatto, iletişim, e mail
        corporativo, email corporativo, correo corporativo, e mail professionnel, email professionnel, e
        mail geschäftlich, email aziendale, e mail służbowy, kurumsal e posta""",
    "phone": """
        phone, telephone, mobile, phone number, teléfono, móvil, telefon, telefonnummer, handy, téléphone,
        portable, telefone, celular, telefono, cellulare, komórka, cep telefonu, work phone, business
        phone, office phone, mobile phone, cell phone, telephone number, teléfono móvil, telefone celular,
        telemóvel, numéro de téléphone, téléphone portable, téléphone mobile, mobiltelefon, mobilnummer,
        handynummer, rufnummer, telefon komórkowy, numer telefonu, telefon służbowy, numero di telefono,
        telefono cellulare, telefon numarası, mobiel, tél portable, tél, tel, contact, kontakt, contacto,
        contato, contatto, iletişim, telefon geschäftlich, téléphone bureau, teléfono del trabajo""",
    "roles": """
        roles, role, rol, rolle, rollen, rôle, rôles, papel, função, ruolo, ruoli, rola, roller, job
        title, funktion, fonction, función, funzione, função, stanowisko, görev, görevi, unvan, cargo,
        puesto, poste, position, job, employee title, business title""",
    "stage": "stage, environment type, etapa, stufe, étape, estágio, fase, etap, aşama",
    "change_key": """
        change key, change, change number, issue key, issue, ticket, key, rfc, work item, change request,
        change id, change ticket, related change, caused by change, change reference, change ref, crq,
        change request number, cambio, änderung, changement, modifica, zmiana, mudança, değişiklik,
        modification, work items, work item id, linked change, linked work items""",
    "number": """
        lauf nr, laufnummer, build number, number, build, build id, build no, run number, run id, version,
        build version, artifact version, no de build, n de build, build nr, numéro de build, número de
        build, numero build, numer kompilacji, versión, versão, versione, wersja, sürüm, pipeline id""",
    "revision": """
        revision, commit, commit hash, commit sha, sha, commit id, git commit, changeset, source version,
        git sha, git revision, sha1, vcs revision, révision, revisión, revisão, revisione, rewizja""",
    "machine": """
        machine, build machine, agent, runner, host, build agent, node, agent name, maschine, máquina,
        macchina, maszyna, makine, baurechner, buildrechner, build server, machine de build, máquina de
        build, macchina di build""",
    "digest": """
        digest, sha256, checksum, artifact digest, hash, image digest, prüfsumme, prüfsumme sha 256,
        checksum sha 256, sha 256, somme de contrôle, suma de comprobación, soma de verificação, suma
        kontrolna, empreinte, empreinte sha 256, huella, impronta""",
    "succeeded": """
        succeeded, success, result, build result, outcome, status, résultat, ergebnis, resultado,
        risultato, wynik, sonuç, esito, conclusion, build status""",
    "built_at": """
        built at, build time, built, finished, finished at, completed, date, timestamp, finish time, build
        date, built on, datum, fecha, data, tarih, gebaut am, construit le, beendet, beendet am,
        fertiggestellt, terminé, terminé le, terminado, finito, zakończono, bitti, date du build, fecha
        del build, data do build, data del build, data buildu""",
    "environment": """
        environment, target, target environment, env, deployed to, umgebung, entorno, ambiente,
        environnement, środowisko, ortam, zielumgebung, entorno destino, ambiente di destinazione,
        środowisko docelowe, hedef ortam, environment name, env name, stage, deploy target""",
    "issues": "issues, known issues, problems, remarks, deployment notes",
    "build": """
        build, build number, version, artifact, release, build id, release version, artifact version,
        package version, tag, version livrée, versión desplegada, versão implantada, versione rilasciata,
        versión, versão, versione, wersja, sürüm, build no, build version, image tag""",
    "deployed_at": """
        deployed at, deployment time, deployed, deployed on, date, timestamp, finished at, when, deploy
        time, deployment date, date de mise en production, mise en production le, data da implantação,
        data do deploy, fecha de puesta en producción, data di messa in produzione, data uruchomienia,
        eingespielt am, ausgerollt am, deployment zeitpunkt, zeitpunkt, déployé le, date de déploiement,
        fecha de despliegue, desplegado el, data de implantação, data di rilascio, data wdrożenia, dağıtım
        tarihi, datum, fecha, data, déployé à, date de livraison, yayın tarihi, canlıya alma tarihi, start
        time, deployment start, deployment end, completed at, completed, end time, finished, deployed
        date, release date, date deployed, completed on, finished on, released at, released on, deployt
        am, implantado em, rilasciato il, wdrożono""",
    "deployed_by": """
        deployed by, deployer, operator, user, released by, actor, by, deployed by user, eingespielt von,
        ausgerollt von, durchgeführt von, déployé par, desplegado por, implantado por, rilasciato da,
        wdrożył, dağıtan, yayına alan, wdrożone przez, wdrożył a, publicado por, distribuito da, executed
        by, triggered by, initiated by, requested for, livré par, mis en production par, publié par""",
    "outcome": """
        outcome, result, deployment result, status, state, deployment status, task state, ergebnis,
        resultado, résultat, risultato, wynik, sonuç, esito, status da implantação, estado del despliegue,
        statut du déploiement, stato del rilascio, status wdrożenia, dağıtım durumu, état, estado, stato,
        durum, stan""",
    "uid": "uid, event id, calendar id, entry id",
    "starts_at": """
        starts, starts at, start, start time, start date, begin, begins, from, window start, freeze start,
        planned start, planned start date, beginn, début, inicio, início, inizio, początek, başlangıç,
        rozpoczęcie, comienzo, anfang, von, desde, dal, window opens, opens, opens at, du, od, da, freeze
        begins, freeze start date, window start date, window start time, start date time, start datetime,
        starts on, effective from, valid from, maintenance start, maintenance start date, maintenance
        start time, maintenance begins, outage window start, blackout start, moratorium start,
        wartungsbeginn, beginn der wartung, début de la maintenance, inicio del mantenimiento, início da
        manutenção, inizio manutenzione, początek prac, bakım başlangıcı""",
    "day": """
        day, date, datum, fecha, data, jour, tag, giorno, dzień, gün, tarih, window date, date of window""",
    "ends_at": """
        ends, ends at, end, end time, end date, until, to, window end, freeze end, planned end, planned
        end date, finish, ende, fin, fim, fine, koniec, bitiş, bis, hasta, al, término, zakończenie,
        window closes, closes, closes at, au, até, do, freeze ends, freeze end date, window end date,
        window end time, end date time, end datetime, ends on, effective to, effective until, valid to,
        valid until, through, maintenance end, maintenance end date, maintenance end time, maintenance
        ends, outage window end, blackout end, moratorium end, wartungsende, ende der wartung, fin de la
        maintenance, fin del mantenimiento, fim da manutenção, fine manutenzione, koniec prac, bakım
        bitişi""",
    "zone_name": """
        time zone, timezone, tz, zone, zeitzone, fuseau horaire, fuseau, zona horaria, huso horario, fuso
        orario, fuso horário, strefa czasowa, saat dilimi, tijdzone, schedule time zone""",
    "entry": "entry, window or freeze",
    "capacity_deployments": """
        capacity in deployments, capacity, max deployments, deployments, max changes, max änderungen, max
        changements, máx cambios, máx mudanças, max modifiche, maks zmian, azami değişiklik, kapazität,
        capacité, capacidad, capacità, capacidade, kapasite""",
    "capacity_minutes": """
        capacity in minutes, minutes of work, capacity min, capacity mins, capacity minutes, kapazität
        min, kapazität in minuten, capacité min, capacité en minutes, capacidad min, capacidad en minutos,
        capacidade min, capacidade em minutos, capacità min, capacità in minuti, pojemność min, kapasite
        dk, kapasite dakika""",
    "strength": """
        hard soft, strength, freeze type, type, freeze level, type of freeze, hard or soft, severity,
        rule, restriction, regel, règle, regla, regra, regola, art, typ, tipo, tür, rodzaj, type de gel,
        tipo de congelación, restriction level, freeze category, category, rodzaj blokady, typ blokady,
        art der sperre, sperrtyp, tipo di blocco, tipo de congelamiento, tipo de congelamento, nature du
        gel, dondurma türü, kısıtlama""",
    "environments": "environments, environment, affected environments, scope environment",
    "reason": """
        reason, why, grund, raison, motivo, powód, neden, description, comment, motif, begründung,
        justification, justificación, motivazione, uzasadnienie, justificativa, gerekçe, grund der sperre,
        reason for freeze, freeze reason, motif du gel, motivo del congelamiento, motivo do congelamento,
        motivo del blocco, powód blokady""",
}
"""Field to headers apart by commas; only their plain words count."""
