"""Headers that name the very thing a list is of: "Application", "Server", "Person", "Task"."""

from __future__ import annotations

from app.importing.words.spelling import spellings, spelt

_DEVICES = spelt(
    """
    equipment name, gerätename, nom de l'équipement, nom d'hôte, nom de la machine, nombre del equipo,
    nombre de host, nombre del dispositivo, nome do equipamento, nome do host, nome dispositivo, nome host,
    nazwa urządzenia, nazwa hosta, cihaz adı, nome do ativo, ativo, nombre del activo, activo, nom de l'actif,
    nome asset, nome dell'asset"""
)
_SERVICES = spelt(
    "service, service name, business service, technical service, dienst, servicio, serviço, servizio, "
    "usługa, servis"
)
"""Headers of applications in catalogues of services, and of what is affected in other lists."""
_DATABASES = spelt(
    """
    database, database name, db name, database instance, datenbank, datenbankname, base de datos,
    nombre de la base de datos, base de données, nom de la base, banco de dados, nome do banco, nome database,
    baza danych, veritabanı"""
)
"""Headers of databases: what a list is of that begins with one, whatever servers it names besides."""
_DOING = spelt(
    """
    usuario, utilisateur, benutzername, utente, użytkownik, kullanıcı, user, user name, username, employee,
    employee name, on call, on call user, on call engineer, primary on call, on call primary, on call person,
    on duty, oncall, participant, mitarbeiter, mitarbeitername, empleado, employé, dipendente, pracownik,
    çalışan"""
)
"""Headers of who did or does something, in lists of what they do as in lists of people."""
_NAMED_BY: dict[str, frozenset[str]] = {
    "applications": _SERVICES
    | spelt(
        """
        application, application name, app, app name, anwendung, aplicacion, aplicacao, applicazione,
        aplikacja, uygulama, applikation, applikationsname, nom de l application, anwendungsname, uygulama
        adi, nombre de la aplicacion, nome da aplicacao, nome applicazione, nazwa aplikacji, sistema, system
        name, nome do sistema, nombre del sistema, nom du systeme, systemname, sistem adi"""
    ),
    "configuration_items": _DEVICES
    | _DATABASES
    | spelt(
        """
        vm, vm name, virtual machine, máquina virtual, machine virtuelle, virtuelle maschine,
        macchina virtuale, maszyna wirtualna, sanal makine, configuration item, ci, ci name, server,
        server name, hostname,
        inventory hostname, host name, asset name, computer, ordinateur, ordenador, computador, komputer,
        bilgisayar, workstation,
        device, device name, servername, serveur, servidor, serwer, sunucu, rechnername, nome server, nom du
        serveur, nombre del servidor, nome do servidor, nazwa serwera, sunucu adi"""
    ),
    "people": _DOING
    | spelt(
        """
        person, full name, display name, preferred name, legal name, worker, nombre completo, nom complet,
        nome completo, vollstandiger name, imie i nazwisko, ad soyad, cn, common name, stakeholder, contact
        name, contact person, team member, team member name, ansprechpartner, kontaktperson, collaboratore,
        collaborateur, colaborador, interlocuteur, personne a contacter, persona de contacto, pessoa de
        contato, osoba kontaktowa, irtibat kisisi, ilgili kisi, staff member, member, member name, mitglied,
        membre, miembro, membro, czlonek, uye"""
    ),
    "teams": spelt(
        """
        team, team name, teamname, nom de l equipe, nome da equipe, nome del team, nazwa zespolu, takim adi,
        equipo, equipe, zespol, takim, support group, assignment group, group name, supportgruppe, groupe de
        support, grupo de soporte, grupo de suporte, gruppo di supporto, grupa wsparcia, destek grubu,
        gruppenname, nom du
        groupe, nombre del grupo, nome do grupo, nome gruppo, nome del gruppo, nazwa grupy, grup adi, nome
        squadra, nome team"""
    ),
    "environments": spelt(
        """
        environment, environment name, umgebung, entorno, ambiente, environnement"""
    ),
    "build_machines": spelt(
        """
        build machine, machine, build agent, agent, agent name"""
    ),
    "activities": spelt(
        """
        activity, task, task name, step, activity name, step no, step #"""
    ),
}
"""Headers that name the very thing a list of this kind is about."""


def names_one(kind: str, header: str) -> bool:
    """Whether a header names the very thing that lists of this kind are of."""
    named = _NAMED_BY.get(kind, frozenset())
    return not named.isdisjoint(spellings(header))


def is_of_services(header: str) -> bool:
    """Whether a header names services, in catalogues of them as in lists of what is affected."""
    return not _SERVICES.isdisjoint(spellings(header))


def is_of_doers(header: str) -> bool:
    """Whether a header names who does something, in lists of what they do as in lists of people."""
    return not _DOING.isdisjoint(spellings(header))


def is_of_databases(header: str) -> bool:
    """Whether a header names databases."""
    return not _DATABASES.isdisjoint(spellings(header))


def names_another(kind: str, words: str) -> bool:
    """Whether plain words name the very thing of another kind, as "environment" does in applications."""
    others = (named for other, named in _NAMED_BY.items() if other != kind)
    return words not in _NAMED_BY.get(kind, frozenset()) and any(words in named for named in others)
