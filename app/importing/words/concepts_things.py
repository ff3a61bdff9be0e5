"""Words of what headers speak of: changes and other records, work, windows, steps, outages, services."""

from __future__ import annotations

from app.importing.words.spelling import spelt

CHANGE = spelt(
    """
    change, changes, chg, crq, rfc, gmud, rdm, änderung, änderungen, änderungs, changement, changements,
    cambio, cambios, mudança, mudanças, alteração, modifica, modifiche, cambiamento, cambiamenti, zmiana,
    zmiany, zmian, zmianie, zmianą, zmianę, değişiklik, değişikliği, değişikliklerin, değişiklikten,
    değişikliğin, değişikliğe, wijziging, wijzigings, mep"""
)
"""What a change is called, and how desks shorten that."""
CASE = spelt(
    """
    chamado, case, caso, cas, fall, sprawa, sprawy, ocorrência, çağrı, çağrısı, kayıt, zlecenie, zlecenia,
    ticketu, chiamata, chamada, auftrag, auftrags, vorgang, vorgangs, meldung, meldungs"""
)
"""What help desks call what somebody asked them for."""
RECORD = CASE | spelt(
    """
    request, ticket, issue, incident, solicitud, petición, incidencia, incidente, demande, solicitação,
    requisição, pedido, richiesta, segnalazione, wniosku, zgłoszenia, incydentu, guasto, avaria, avería,
    panne, falha, awarii, talep, talebi, talebin, olay, olayın, arıza, antrag, antrags, anfrage, störung,
    störungs, atendimento"""
)
"""What else a list may be of."""
EXECUTION = spelt(
    """
    execution, ausführung, durchführung, réalisation, ejecución, realización, execução, realização,
    esecuzione, realizzazione, wykonanie, wykonania"""
)
IMPLEMENTATION = spelt(
    """
    implementation, implementierung, umsetzung, implementación, implementação, implementazione, wdrożenie,
    wdrożenia, realizację, uygulama, uygulanma, uygulanması"""
)
DEPLOYMENT = (
    EXECUTION
    | IMPLEMENTATION
    | spelt(
        """
        deployment, implementing, release, rollout, intervention, activity, production, arbeiten,
        wartungsarbeit, wartungsarbeiten, travaux, trabajos, trabalhos, lavori, umsetzungs, durchführungs,
        einführung, einführungs, implementierungs, einsatz, produktivsetzung, bereitstellung, déploiement,
        opération, œuvre, implantación, despliegue, intervención, instalación, producción, implantação,
        publicação, intervenção, instalação, produção, implementazioni, rilascio, intervento, interventi,
        installazione, produzione, wdrożeniem, wdrożeniu, realizacja, realizacji, implementacji, prac,
        produkcję, uygulamanın, uygulaması, çalışma, çalışmayı, çalışmanın, geçiş, geçişi, alınma, uitvoering,
        uitvoerings, implementatie"""
    )
)
"""What is done to bring a change in."""
WINDOW = spelt(
    """
    window, maintenance, fenster, wartung, wartungs, wartungsfenster, fenêtre, ventana, mantenimiento, janela,
    manutenção, finestra, manutenzione, okna, okno, serwisowego, konserwacji, pencere, penceresi, bakım,
    serwisowe"""
)
"""In what the work is done."""
PUT_INTO = spelt("mise, messa, puesta, paso, pase, passagem, entrada, entrata, przejścia, devreye, canlıya")
"""What stands before production in "mise en production" and the like."""
STEP = spelt(
    """
    task, tasks, activity, step, aufgabe, aufgaben, schritt, tâche, activité, étape, tarea, actividad, paso,
    tarefa, atividade, passo, attività, passaggio, zadania, czynności, kroku, görev, adım, vorgang, zadanie,
    czynność, krok"""
)
"""What a plan is of."""
OUTAGE = spelt(
    """
    downtime, outage, interruption, ausfall, unterbrechung, coupure, indisponibilité, indisponibilidad,
    interrupción, indisponibilidade, interrupção, disservizio, indisponibilità, interruzione, niedostępność,
    niedostępności, przerwy, kesinti"""
)
"""When something is down: what lists of incidents are of, and what changes foresee."""
DOWNTIME = OUTAGE | spelt(
    """
    unavailability, ausfallzeit, stillstand, arrêt, inactividad, corte, parada, inatividade, fermo,
    inattività, przestój, przestoju, przerwa, kesintisi, erişilemezlik, stilstand"""
)
"""What changes foresee, which an incident is not called by itself."""
SERVICE = spelt(
    """
    service, services, servicio, servicios, serviço, serviços, servizio, servizi, usługi, usług, usługę,
    systemu, hizmet, hizmete, servis, dienst, dienste"""
)
CONCERNED = SERVICE | spelt(
    """
    business, user, users, customer, customers, client, clients, geschäft, geschäfts, kunden, nutzer,
    benutzer, anwender, métier, utilisateurs, negocio, usuarios, clientes, utenti, clienti, biznes, biznesowy,
    użytkowników, klientów, iş, kullanıcı, kullanıcılara, müşteri, usuario, usuário, utente, utilisateur,
    cliente, użytkownik, użytkownika, klient, klienta"""
)
"""Whom or what an impact is on."""

PEOPLE = spelt(
    """
    person, personne, persona, pessoa, osoba, kişi, employee, staff, worker, member, mitarbeiter,
    mitarbeiters, mitarbeitende, personal, salarié, employé, collaborateur, empleado, trabajador, funcionário,
    colaborador, servidor, dipendente, collaboratore, lavoratore, pracownik, pracownika, personel, çalışan,
    çalışanın, personelin, medewerker"""
)
"""Those who work somewhere."""
