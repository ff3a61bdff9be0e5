"""Words of people and groups that headers are put together of: who asks, who does it, who answers for it."""

from __future__ import annotations

from app.importing.words.spelling import spelt

RESPONSIBLE = spelt(
    """
    responsible, responsable, responsabile, responsável, verantwortlich, verantwortliche, verantwortlicher,
    zuständig, zuständige, zuständiger, odpowiedzialny, odpowiedzialna, sorumlu, sorumlusu, encargado,
    encargada, incaricato, incaricata, resp"""
)
IN_CHARGE = RESPONSIBLE | spelt(
    """
    owner, manager, coordinator, lead, implementer, executor, koordinator, durchführender, umsetzer,
    ausführender, responsables, coordinateur, gestionnaire, chargé, exécutant, pilote, intervenant, référent,
    coordinador, gestor, ejecutor, referente, responsáveis, coordenador, executante, responsabili,
    coordinatore, gestore, esecutore, właściciel, sahibi, koordynator, wykonawca, wykonujący, wykonująca,
    prowadzący, prowadząca, opiekun, menedżer, koordinatörü, uygulayan, uygulayacak, yapan, yapacak,
    gerçekleştiren, gerçekleştirecek, yöneticisi, uitvoerder, propietario, propietaria, propriétaire,
    proprietário, proprietario, titolare, besitzer, eigentümer, sahip"""
)
"""Those responsible, and the posts of people who lead or do something."""
REQUESTER = spelt(
    """
    requester, requestor, antragsteller, anforderer, demandeur, solicitante, requisitante, peticionario,
    requerente, richiedente, wnioskodawca, wnioskujący, wnioskująca, originator, initiator, émetteur,
    initiateur, emisor, emissor, emittente, zgłaszający, zgłaszająca, aanvrager, eden, açan, isteyen,
    oluşturan, zgłaszającego, wnioskodawcy"""
)
PERSON = spelt(
    """
    person, personne, persona, pessoa, osoba, kişi, mitarbeiter, name, nombre, nom, nome, nazwisko, adı, imię,
    imiona, cognome, apellido, apellidos, sobrenome, soyadı"""
)
AGENT = PERSON | spelt(
    """
    agent, agente, technical, technischer, technisch, technique, técnico, técnica, techniczny, kişisi, teknik,
    nazwa, it, personel, personal, informatyk"""
)
"""Whoever works at a record."""
SPECIALIST = spelt(
    """
    technician, engineer, expert, specialist, analyst, operator, techniker, ingenieur, experte, spezialist,
    bearbeiter, technicien, ingénieur, spécialiste, analyste, ingeniero, especialista, analista, operador,
    engenheiro, tecnico, ingegnere, specialista, operatore, technik, inżynier, specjalista, analityk, uzman,
    uzmanı, mühendis, teknisyen, operatör, atendente, serwisant"""
)
GROUP = spelt(
    """
    group, team, unit, gruppe, einheit, groupe, équipe, unité, grupo, equipo, unidad, equipe, unidade, gruppo,
    squadra, unità, grupa, zespół, zespołu, jednostka, grup, grubu, ekip, ekibi, birim, birimi, rolle, role,
    rôle, ruolo, rola, ufficio, reparto, dział, działu, setor, fila, kolejka, warteschlange"""
)
ASSIGNED = spelt(
    """
    assigned, assignee, zugewiesen, zugewiesene, zugewiesener, assigné, assignée, affecté, affectée, asignado,
    asignada, atribuído, atribuída, designado, designada, assegnato, assegnata, assegnatario, przypisany,
    przypisana, charge, incaricato, incaricata, encargado, encargada, przydzielony, przydzielona, atanan,
    atanmış"""
)
PERFORMING = spelt(
    """
    executing, performing, ausführend, ausführende, durchführende, exécutant, ejecutora, executora,
    esecutrice, wykonująca, wykonujący, realizująca, yapan, yapacak, uygulayan, yürüten"""
)
"""What one does who carries something out."""
WORKING = (
    ASSIGNED
    | PERFORMING
    | RESPONSIBLE
    | spelt(
        """
        implementing, verantwortliches, zuständiges, eden, müdahale, gerçekleştirecek, resolving, resolver,
        resolution, solving, support, umsetzende, lösungs, exécutante, chargée, ejecutor, resolutor,
        resolución, soporte, executor, solucionadora, suporte, esecutore, competente, risoluzione, supporto,
        rozwiązujący, rozwiązująca, realizujący, wykonawczy, wsparcia, çözüm, uygulayıcı, destek, lavoro,
        risolutore, solucionador, assistenza, helpdesk, help, desk, pomocy, yardım, masası, atendimento,
        central, ajuda, wykonawcza, odpowiedzialne, ilgili, bearbeiter, owner, propietario, proprietario,
        proprietário, propriétaire, właściciela"""
    )
)
"""What a group does that works at a record."""
