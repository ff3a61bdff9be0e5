"""The headers of who and what changes, tickets and incidents concern, the surest first."""

from __future__ import annotations

PARTIES: dict[str, str] = {
    "requester": """
        reporter, requested by, requester, requestor, author, opened by, caller, affected user, affected end
        user, created by, creator, informador, autor, melder, antragsteller, ersteller, rapporteur, demandeur,
        auteur, relator, solicitante, requerente, requerente requerente, segnalante, richiedente, autore,
        zgłaszający, raporlayan, bildiren, sys created by, reportador, berichterstatter, osoba zgłaszająca,
        raportör, anrufer, appelant, chiamante, chamador, solicitante solicitante, demandeur demandeur,
        submitter, yazar, 作成者, 報告者, 登録者, 报告人, 创建人, 创建者, автор, инициатор, 作者, requestor
        name, zgłaszający użytkownik, change requester, requester name, raised by, submitted by, initiator,
        aanmelder, aanvrager, 申請者, 依頼者, talep eden, 申请人, pedido por, pedida por, richiesto da,
        zgłosił, requested by name, requester id, naam aanmelder, wnioskodawca, persona que llama, dzwoniący,
        arayan, end user, customer display name, customer name, contact name, requested for, reported by,
        reporter name, user, einreicher, anforderer, erfasser, émetteur, peticionario, talep sahibi,
        segnalatore, requestors, initiated by, çağrı sahibi, istek sahibi, utente, usuario, usuário,
        originator, requisitante, utilisateur, użytkownik, kullanıcı, créateur, creador, criador, creatore,
        twórca, oluşturan, anwender, benutzer, utworzył, detected by, found by, identified by, logged by,
        entered by, déclarant, bildirimi yapan, request user, anmelder, auftraggeber, autore della
        segnalazione, autor zgłoszenia, auteur de la demande, autor del ticket, autor do chamado,
        requisitado por, wnioskujący, llamante, informante""",
    "owner": """
        assignee, assigned to, owner, responsible, change owner, implementer, persona asignada, asignado a,
        responsable, zugewiesene person, zugewiesen an, bearbeiter, verantwortlich, attribué à, assigné à,
        responsável, atribuído a, atribuição a, atribuído técnico, assegnatario, assegnato a, responsabile,
        osoba przypisana, przypisane do, atanan, sorumlu, assignees, wykonawca, przypisany, przypisany do,
        atanan kişi, devralan, attribution, affecté à, personne assignée, assigné, asignado,
        persona responsable, atribuído para, assignee name, assigned user, cessionario, owners, members,
        担当者, 负责人, 经办人,
        指派给, исполнитель, ответственный, назначена, назначен, assign, agent, change implementer,
        technician, engineer, who, zuständig, zuständige person, zuständige personen, intervenant,
        behandelaar, uitvoerder, umsetzer, chargé, lead, change lead, technical owner, execution owner,
        przypisano do, assignee username, assigned technician, assigned engineer, assigned agent, performed
        by, implemented by, executed by, actor, completed by, durchgeführt von, realizado por, executado por,
        eseguito da, wykonane przez, réalisé par, agent assigned, technician assigned, técnico, técnico
        responsável, técnico responsable, técnico asignado, technicien, techniker, technik, atendente,
        właściciel, właściciel zmiany, propietario, propriétaire, proprietário, proprietario, sahibi,
        eigentümer, zugewiesene personen, personnes assignées, personas asignadas, pessoas atribuídas, persone
        assegnate, przypisane osoby, atanan kişiler, owned by, handled by, handler, coordinator, change
        coordinator, coördinator, koordinator, coordinateur, coordinador, coordenador, coordinatore,
        koordynator, koordinatör, durchführender, änderungsverantwortlicher, incident commander, commander,
        incident lead, incident manager, incident owner, implementador, ejecutor, executor, esecutore,
        incaricato, odpowiedzialny, sorumlu kişi, assignés, uygulayan, réalisateur, agente, temsilci,
        operator, operatore, operador, opérateur, operatör, encargado, exécutant, ausführender, executante,
        pilote, osoba realizująca, verantwortlicher, verantwortliche, besitzer, titolare, sahip, dono,
        prowadzący, realizujący, serwisant, opiekun, resolutor, sachbearbeiter, analyst, analista, analityk,
        preso in carico da, member, tech, primary responsible, primary resp, osoba wdrażająca, wdrażający, in
        carico a,
        zugewiesen zu, designado para, görevli,
        przydzielone do, zugewiesen, teknisyen,
        referente, behoben von, fixed by""",
    "team": """
        team, teams, assignment group, assigned group, group, workstream, support group, owning team, squad,
        zuweisungsgruppe, groupe d'affectation, grupo de asignación, grupo de atribuição, grupa przydziału,
        gruppo di assegnazione, grupa przypisania, atama grubu, coordinator group, resolution group,
        agile team assigned, area path, department, equipo, grupo, gruppe, équipe, groupe, equipe, squadra,
        gruppo, zespół, takım, ekip, atribuído grupo, team name, チーム, グループ, 团队, команда, группа,
        abteilung, abt, dept, dpto, département, service équipe, departamento, dipartimento, dział, departman,
        bereich,
        behandelaarsgroep, gruppo di supporto, supportgruppe, groupe de support, grupo de soporte,
        grupo de suporte, grupa wsparcia, destek grubu, birim, reparto, afdeling, support team, dev team,
        owner team, responsible group, responsible team, supporting team, grupo responsável, grupo asignado,
        grupo atribuído, groupe assigné, gruppo assegnato, equipe de suporte, équipe support,
        équipe de support, equipo de soporte, team di supporto, zespół wsparcia, destek ekibi,
        verantwortliches team, betreuendes team, organisationseinheit, org einheit, unité organisationnelle,
        unidad organizativa, unidade organizacional, unità organizzativa, jednostka organizacyjna,
        komórka organizacyjna,
        equipe de sustentação, zespół utrzymania, zespół odpowiedzialny, equipo responsable,
        équipe responsable, equipe responsável,
        team responsabile, sorumlu ekip, betriebsteam, birimi, supervisory organization, assigned team,
        resolver group, resolver team, lotação, setor, sección, service responsable, área, owned by team,
        owner group, owning group, assigned to team, assigned to group, queue, queue name, zugewiesene gruppe,
        groupe d'assignation, grupo de designação, ruta de acceso al área, ruta de área, chemin de zone,
        grupo coordinador, grupo coordenador, groupe coordinateur, koordinatorgruppe, gruppo coordinatore,
        grupa koordynatora, koordinatör grubu,
        bereichspfad, caminho da área, kolejka, cola, coda, fila, warteschlange, kuyruk, percorso area,
        ścieżka obszaru, alan yolu,
        grupa, grup""",
    "applications": """
        application, applications, affected applications, affected services, application name, app, service,
        business service, system, systems, component s, components, component, komponente n, componente s,
        composant s, componente i, components name, affected application, aplicación, aplicaciones, anwendung,
        anwendungen, komponenten, applications concernées, aplicação, aplicações, applicazione, applicazioni,
        aplikacja, uygulama, componentes, composants, componenti, komponenty, bileşenler, product, システム,
        składniki,
        コンポーネント, 系统, 模块, компоненты, система, servicio afectado, service affecté, betroffener
        service, betroffener dienst, serviço afetado, servizio interessato, usługa, etkilenen servis, impacted
        service, service name, services affected, affected system, affected systems, impacted system, impacted
        systems, impacted application, impacted applications, impacted services, betroffene systeme,
        betroffenes system, application concernée, sistema afectado, sistemas afectados, toepassing, usługi
        których to dotyczy, usługi których dotyczy, usługi których dotyczy zmiana, aplicativo, aplicativos,
        aplicativo afetado, aplicativo afectado, services, affected service s, impacted service s, sistema,
        servizio, servicio, serviço, dienst, sistem, application system, sistema afetado, sistemas afetados,
        système touché, systèmes touchés, sistema interessato, sistemi interessati, etkilenen sistem,
        dotknięty system, getroffen systeem, betroffene services, betroffene dienste, services affectés,
        services concernés, servicios afectados, serviços afetados, servizi interessati, etkilenen hizmetler,
        etkilenen servisler, usługi, application s, application affected, business application, systemy,
        systeme, systèmes, sistemas, sistemi, components affected, affected components, application impactée,
        applications impactées, composants affectés, componentes afectados, componentes afetados, betroffene
        anwendung, betroffene anwendungen, betroffene komponenten, aplicación afectada, aplicaciones
        afectadas, aplicação afetada, aplicações afetadas, applicazione interessata, applicazioni interessate,
        application hébergée, aplikacja dotknięta, aplikacje, uygulamalar, etkilenen uygulama, etkilenen
        uygulamalar, sistemler, systèmes concernés, systemy objęte, etkilenen sistemler, servicios, kapsam,
        service instance, filed against, applicativo, applicativi, service d'affaires, service métier,
        servicio de negocio, serviço de negócio, serviço de negócios, servizio aziendale,
        servizio di business, usługa biznesowa, iş hizmeti, hizmet, hizmetler, servis, servisler,
        nom du service, nombre del servicio, nome do serviço, nome servizio, nome del servizio, nazwa usługi,
        hizmet adı, servis adı""",
    "configuration_items": """
        configuration item, configuration items, ci, ci id, cis, affected cis, cmdb ci, affected ci,
        affected nodes, server, servers, elemento de configuración, konfigurationselement,
        élément de configuration, item de configuração, ic impactado, ci afectado,
        elemento di configurazione, element konfiguracji, yapılandırma öğesi, itens de configuração,
        elementos de configuración, éléments de configuration, elementi di configurazione,
        elementy konfiguracji, yapılandırma öğeleri, konfigurationselemente, assets involved, assets,
        associated assets, hosts, serveurs, servidores, serwery, sunucular, primary ci, primary ci name,
        affected device, affected devices, affected server, affected servers, affected host,
        affected hosts, betroffene server, serveurs concernés, servidores afectados,
        servidores afetados, server interessati, urządzenie, device, devices, gerät, équipement,
        dispositivo, cihaz,
        ic""",
}
"""Field to headers apart by commas; only their plain words count."""
