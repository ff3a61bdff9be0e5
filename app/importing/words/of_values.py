"""The words by which lists name classes, kinds, risks, tiers, outcomes and strengths, and their values."""

from __future__ import annotations

from app.importing.words.spelling import word_map

CLASSES = word_map(
    {
        "standard": """
            pre approved, preapproved, routine, standard change, estándar, vorabgenehmigt, pré approuvé,
            pre aprobado, padrão, pré aprovado, pre approvato, standardowa, standart, standardowy,
            standardänderung, rutin, standaard, vorab genehmigt, preautorizado, preautorizada, wstępnie
            zatwierdzona, std, s,
            preaprobado, preaprobada, preapprovata, preapprovato, ön onaylı""",
        "normal": """
            comprehensive, normal change, major, minor, significant, planned, regular, normale, normalny,
            normalna, planifié, geplant, normaler change, general, latent, normaländerung, ordinaria,
            pianificata, planowana, planlı, planificada,
            ordinaire, ordentlich, planificado, planejada, programmata, no impact, nessun impatto, sin
            impacto, sem impacto, sans impact, keine auswirkung, brak wpływu, etki yok, majeur, mineur,
            mayor, menor, zwykła, norm, n""",
        "emergency": """
            emergency change, urgent, expedited, unplanned, hotfix, nagła, ungeplant, non planifié, no
            planificado, não planejada, non pianificata, nieplanowana, plansız, emergencia, emergencial,
            urgente, notfall, dringend, urgence, emergência, emergenza, awaryjna, pilny, acil, break fix,
            beschleunigt, accéléré, acelerado, accelerato, przyspieszony, hızlandırılmış,
            breakfix, awaryjny, notfalländerung, eilig, dringlich, acil durum, pilna, d'urgence, eilt,
            straordinaria, spoed, emerg, emg, e, emergente""",
    }
)
CHANGE_KINDS = word_map(
    {
        "application": """
            software, app, code, applications software, application change, feature, story, bug, task,
            aplicación, anwendung, aplicação, applicazione, aplikacja, uygulama, applicazione software,
            logiciel, applicatif, applicative, yazılım, oprogramowanie, web, web application, frontend,
            backend, mobile, applications""",
        "infrastructure": """
            hardware, server, infra, system, platform, os, storage, virtualization, cloud, serwer, serwery,
            servidor, servidores, serveur, serveurs, sunucu, infraestructura, infrastruktur, infraestrutura,
            infrastruttura, infrastruktura, altyapı, matériel, donanım, sprzęt, operating system,
            betriebssystem, middleware, system software, desktop, datacenter, data center, servers,
            server room, linux, unix, windows server, san, nas, power""",
        "database": """
            db, dba, sql, database change, base de datos, datenbank, base de données, banco de dados,
            baza danych, veritabanı, veri tabanı, databases""",
        "network": """
            networking, firewall, telecom, lan, wan, red, netzwerk, réseau, rede, rete, sieć, ağ, netz,
            networks, dns, vpn, wifi, wlan, switch, router, load balancer, redes, réseaux, reti, sieci,
            netzwerke, ağlar""",
        "configuration": """
            config, configuration change, setting, settings, parameter, configuración, konfiguration,
            configuração, configurazione, konfiguracja, yapılandırma""",
        "data": """
            data fix, data migration, data change, migration, datos, daten, données, dados, dati, dane,
            veri""",
    }
)
_RISK_LEVELS = (
    "nivel de riesgo", "nivel de risco", "niveau de risque", "risikostufe", "livello di rischio",
    "poziom ryzyka", "risk duzeyi",
)  # fmt: skip
SCALE = word_map(
    {
        "1": """
            information, informational, informacja, informazione, información, informação, bilgi, not
            classified, nicht klassifiziert, non classé, no clasificada, não classificada, non
            classificato, niesklasyfikowany, nie sklasyfikowano, sınıflandırılmamış, none, very low,
            lowest, risk level 1, trivial, minimal, insignificant, negligible, ninguno, muy bajo, keine,
            sehr niedrig, aucun, très faible, très bas, nenhum, muito baixa, muito baixo, nessuno, molto
            basso, brak, bardzo niski, yok, çok düşük, p5, s5, sev 5, sev5, severity 5, sehr gering,
            vernachlässigbar, négligeable, insignificante, très basse, molto bassa, bardzo niskie, bardzo
            niska, niedrigste, la plus basse, más baja, más bajo, mais baixa, mais baixo, la più bassa,
            najniższy, najniższa, en düşük, textfehler, unschönheit, tweak, text, enhancement, no impact,
            nessun impatto, sin impacto, sem impacto, aucun impact, sans impact, keine auswirkung, brak
            wpływu, etki yok, nullo, nulla, nulo, nula, nul, nulle""",
        "2": """
            niedrige, niedriger, niedriges, normale, normalny, normalna, low, minor, small, normal,
            warning, atenção, warnung, avertissement, advertencia, aviso, avviso, ostrzeżenie, uyarı, risk
            level 2, bajo, baja, niedrig, gering, faible, bas, basse, baixo, baixa, basso, bassa, niski,
            niskie, düşük, localized, minor localized, laag, klein, 低, 小, низкий, низкая, низкое, p4, s4,
            sev 4, sev4, severity 4, geringfügig, mineur, mineure, menor, leve, pequeno, minore,
            niewielki, mały, małe, mała, niska, küçük, lekki, drobny, individual, single user, one user,
            user, affects user, affects individual, affects one user, kleinerer fehler, single person, one
            person, einzelner benutzer, einzelner anwender, ein benutzer, eine person, un utilisateur,
            utilisateur unique, une personne, un usuario, usuario único, una persona, um usuário, usuário
            único, uma pessoa, un utente, singolo utente, una persona, jeden użytkownik, pojedynczy
            użytkownik, tek kullanıcı, bir kullanıcı, l, person, utente singolo""",
        "3": """
            durchschnitt, durchschnittlich, promedio, ortalama, przeciętny, medium, moderate, modéré,
            modérée, moderat, moderada, moderato, moderata, umiarkowane, umiarkowany, ılımlı, risk level
            3, mediana, mediano, significant, average, medio, media, mittel, moyen, moyenne, moderado,
            média, médio, średni, średnie, orta, moderate limited, limited, gemiddeld, middel, 中, средний,
            средняя, среднее, p3, s3, sev 3, sev3, severity 3, priority 3, mäßig, mäßige, średnia,
            umiarkowana, multiple users, several users, small group, team, group, med, affects group,
            affects team, medium size, limité, limitée, limitado, limitada, mittlere, mittlerer,
            mittleres, limitato, limitata, ograniczony, sınırlı, begrenzt, single group, one group,
            mehrere benutzer, mehrere anwender, plusieurs utilisateurs, varios usuarios, vários usuários,
            più utenti, wielu użytkowników, birden fazla kullanıcı, gruppe, groupe, grupo, gruppo, grupa,
            grup, équipe, equipo, equipe, m""",
        "4": """
            high, major, large, fort, forte, fuerte, significant large, risk level 4, alto, alta, hoch,
            élevé, élevée, haut, haute, wysoki, wysokie, duże, duża, yüksek, hoog, groot, 高, 大, высокий,
            высокая, высокое, p2, s2, sev 2, sev2, severity 2, priority 2, erheblich, majeur, majeure,
            mayor, maior, elevado, elevata, grave, significatif, significativo, ważny, duży, znaczny,
            wysoka, önemli, büyük, schwer, schwerwiegend, maggiore, immediate, department, site, location,
            multiple departments, large group, grand, grande, poważny, poważna, affects department,
            affects site, schwerer fehler, signifikant, istotny, istotna, hohe, hoher, hohes, bedeutend,
            important, importante, significative, significativa, znaczący, znacząca, multiple groups,
            abteilung, eine abteilung, département, un département, un service, departamento, un
            departamento, um departamento, dipartimento, reparto, un reparto, dział, departman, standort,
            sede, h""",
        "5": """
            p0, blockierend, bloquant, bloqueante, bloccante, blokujący, engelleyici, amplio, désastre,
            desastre, disastro, katastrophe, katastrofa, felaket, critical, very high, highest, risk level
            5, extensive, severe, blocker, extensive widespread, disaster, widespread, crítico, crítica,
            muy alto, muy alta, kritisch, sehr hoch, critique, très élevé, très élevée, muito alto, muito
            alta, critico, critica, molto alto, krytyczny, bardzo wysoki, kritik, çok yüksek, zeer hoog,
            crash, block, критический, критичный, p1, s1, sev 1, sev1, sev 0, severity 1, priority 1,
            extensivo, geniş,
            extreme, extrem, extrême, extremo, estremo, ekstremalne,
            catastrophic, umfangreich, très haut, très haute, étendu, extenso, esteso, molto alta,
            rozległy, krytyczna, krytyczne, bardzo wysokie, bardzo wysoka, kapsamlı, urgent, urgente,
            dringend, pilne, acil, sofort, enterprise, whole company, all users, organization,
            organisation, company wide, show stopper, showstopper, höchste, la plus haute, más alta, más
            alto, mais alta, mais alto, la più alta, najwyższy, najwyższa, en yüksek, pilny, affects
            business, affects organization, affects organisation, affects company, absturz, company,
            entire company, entire organization, entire organisation, unternehmen, gesamtes unternehmen,
            ganze firma, alle benutzer, entreprise, toute l'entreprise, tous les utilisateurs, empresa,
            toda la empresa, todos los usuarios, toda a empresa, todos os usuários, azienda, tutta
            l'azienda, tutti gli utenti, firma, cała firma, wszyscy użytkownicy, şirket, tüm şirket, tüm
            kullanıcılar, critica bloccante, critique bloquant, kritisch blockierend, crítica bloqueante,
            travamento, obstáculo, plantage, bloqueo, çökme, awaria""",
    }
) | {f"{level} {number}": str(number) for level in _RISK_LEVELS for number in range(1, 6)}
TIERS = word_map(
    {
        "1": """
            tier 1, a, mission critical, critical, most critical, platinum, very high, crítico, kritisch,
            critique, critico, sehr hoch, très élevée, très élevé, muy alta, muy alto, muito alta, molto alta,
            t1, p1, critica, krytyczna, krytyczny, kritik, bardzo wysoka, çok yüksek, administrative 1""",
        "2": """
            tier 2, b, business critical, somewhat critical, high, gold, essential, alto, alta, hoch, élevé,
            t2, p2, élevée, haute, wysoka, yüksek, elevata, important, major, majeure, majeur, mayor, maior,
            maggiore""",
        "3": """
            tier 3, c, business operational, less critical, medium, silver, important, medio, mittel, moyen,
            média, médio, t3, p3, moyenne, średnia, orta, media""",
        "4": """
            tier 4, d, administrative, low, bronze, non critical, not critical, bajo, niedrig, faible, baixo,
            basso, t4, p4, minor, mineure, mineur, menor, minore, administrative service, baja, baixa,
            bassa, basse, niska, düşük, gering""",
    }
)
CI_KINDS = word_map(
    {
        "server": """
            host, virtual machine, vm, computer, linux server, windows server, servidor, serveur,
            serwer, sunucu, win server, unix server, esx server, aix server, vm instance,
            vmware instance, virtual machine instance, web server, app server, application server,
            applikationsserver, anwendungsserver, webserver, physical server, virtual server, instance,
            container, kubernetes cluster, cluster, máquina virtual, maschine, serwer aplikacji,
            serveur d'applications, servidor de aplicaciones, servidor de aplicações, server applicativo""",
        "database": """
            db, database instance, datenbankserver, sql server, oracle, datenbank, base de datos,
            base de données, banco de dados, db instance, db mssql instance, db mssql database,
            db ora instance, db mysql instance, db postgresql instance, oracle instance,
            oracle database, oracle db, mssql instance, mssql database, sql server instance,
            sql server database, mysql instance, postgresql instance, postgres, database server, db2,
            serwer baz danych, serveur de base de données, servidor de base de datos,
            servidor de banco de dados, mysql, postgresql, mongodb, base de dados, baza danych, veritabanı""",
        "network_device": """
            network, network device, router, switch, firewall, load balancer, ip router, ip switch,
            network gear, routeur, enrutador, roteador, commutateur, conmutador, comutador, przełącznik,
            zapora, pare feu, cortafuegos, güvenlik duvarı, yönlendirici, netgear, lb, lb f5 ltm,
            access point, netzwerk, netzwerkgerät, réseau, red, rede, rete, sieć, ağ cihazı""",
        "storage": """
            san, nas, disk, storage device, almacenamiento, speicher, stockage, armazenamento, storage server,
            storage volume, msd, file share, memoria""",
        "shared_library": """
            library, shared library, package, module, biblioteca, bibliothek, bibliothèque""",
    }
)
OUTCOMES = word_map(
    {
        "succeeded": """
            success, successful, ok, passed, done, complete, completed, deployed, green, healthy,
            erfolgreich, succès, éxito, exitoso, correcto, sucesso, successo, riuscito, sukces, başarılı,
            réussi, bem sucedido, bem sucedida, pomyślnie, zakończone sukcesem, tamamlandı, abgeschlossen""",
        "failed": """
            failure, error, unsuccessful, red, fail, fehlgeschlagen, échec, échoué, fallido, falha,
            fallito, niepowodzenie, błąd, başarısız, aborted, timed out, fehler, erro, errore, rejected, ko,
            nok, negativo, insucesso, fallida""",
        "with_issues": """
            degraded, with issues, partial, partially succeeded, partially successful, unstable, warning,
            warnings, succeeded with issues, successful with issues, completed with errors, yellow,
            mit problemen, con incidencias, avec réserves, partiallysucceeded, teilweise,
            teilweise erfolgreich, partiel, parcial, parziale, częściowo, kısmi""",
        "rolled_back": "rolled back, rollback, backed out, reverted",
    }
)
ENTRIES = word_map(
    {
        "window": """
            maintenance window, maintenance, change window, release window, wartung, wartungsfenster, fenêtre,
            fenêtre de maintenance, ventana, ventana de mantenimiento, mantenimiento, janela,
            janela de manutenção, manutenção, finestra, finestra di manutenzione, manutenzione, okno,
            okno serwisowe, okno zmian, prace serwisowe, bakım, bakım penceresi, pencere""",
        "freeze": """
            change freeze, code freeze, release freeze, blackout, blackout period, moratorium, embargo,
            no change, no changes, change stop, sperre, änderungssperre, änderungsstopp, gel,
            gel des changements, congelación, congelamiento, congelamento, congelamento de mudanças, veda,
            blocco, blocco delle modifiche, bloqueo, bloqueio, blocage, blokada, blokada zmian, zamrożenie,
            dondurma""",
    }
)
STRENGTHS = word_map(
    {
        "hard": """
            full, complete, strict, total, no changes, no change, none allowed, blackout, freeze,
            moratorium, hart, dur, fuerte, vollständig, voll, complet, totale, twarda, sert, pełna, tam,
            dura, duro, estricto, estricta, rígido, rígida, rigide, absolu, absolut, bloquant, bloqueante,
            bloccante, ścisła, mutlak""",
        "with_signatures": """
            eingeschränkt, limité, limitée, restreint, restreinte, limitado, limitada, restringido,
            restringida, restrito, restrita, limitato, limitata, ristretto, ristretta, ograniczony,
            ograniczona, sınırlı, soft, with signatures, with approval, partial, restricted, limited,
            by exception, weich, souple, blando, approval required, slush, emergency, emergencies,
            emergency changes, emergency changes only, emergency only, only emergency, critical fixes only,
            p1, cab approval required, advisory, partiel, parcial, parziale, teilweise, miękka, yumuşak,
            kısmi, częściowa, sous réserve, sous conditions, sur dérogation, avec dérogation, avec accord,
            unter vorbehalt, mit genehmigung, mit ausnahmen, con reservas, con autorización, com ressalvas,
            com autorização, con riserva, con autorizzazione, z zastrzeżeniem, za zgodą, onaylı, izinle""",
    }
)
