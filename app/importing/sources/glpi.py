"""GLPI's lists: tickets, problems and changes, with the entity or without it, in eight languages."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt


def _each(beginnings: str, ends: str) -> str:
    """Every beginning with every end, as a column's group and its name stand in one header."""
    return ", ".join(f"{first} {last}" for first in beginnings.split(",") for last in ends.split(","))


_TITLE = spelt("title, titel, titre, título, titolo, tytuł, başlık")
_ENTITY = spelt("entidade, entity, entité, entidad, einheit, entität, entità, podmiot, jednostka, birim")
_REQUESTER = spelt(
    """
    requester requester, demandeur demandeur, solicitante solicitante, requerente requerente,
    wnioskodawca wnioskodawca, istekte bulunan istekte bulunan,
    anfragender anfragender, antragsteller antragsteller, anforderer anforderer, richiedente richiedente,
    zgłaszający zgłaszający, wnioskujący wnioskujący, talep eden talep eden, istekçi istekçi"""
)
_ASSIGNED = """
    assigned to, attribué à, asignado a, asignada a, atribuído, atribuído a, atribuído para, zugewiesen an,
    zugewiesen zu, zugewiesen, zugeordnet, assegnato a, przypisany do, przypisane do, przypisano do,
    przydzielone do, przydzielony do, atanan"""
_TECHNICIAN = spelt(
    _each(_ASSIGNED, "technician, technicien, técnico, techniker, tecnico, technik, technika, teknisyen")
)
_GROUP = spelt(
    _each(
        _ASSIGNED,
        """
        technician group, group of technicians, groupe de techniciens, groupe technicien, groupe,
        grupo de técnicos, grupo técnico, grupo, technikergruppe, gruppe von technikern, gruppe,
        gruppo di tecnici, gruppo tecnico, grupa techników, grupa techniczna, grupa, teknisyen grubu""",
    )
)
_OPENED = spelt(
    """
    opening date, date d'ouverture, fecha de apertura, data de abertura, eröffnungsdatum, öffnungsdatum,
    data di apertura, data otwarcia, açılış tarihi"""
)
_UPDATED = spelt(
    """
    last update, dernière modification, última actualización, última atualização, letzte änderung,
    letzte aktualisierung, ultimo aggiornamento, ultima modifica, ostatnia aktualizacja, son güncelleme"""
)
_CLOSED = spelt(
    """
    closing date, date de clôture, date de fermeture, fecha de cierre, data de fechamento,
    data de encerramento, abschlussdatum, schließungsdatum, data di chiusura, data zamknięcia,
    kapanış tarihi, kapatılma tarihi"""
)
_SOLVED = spelt(
    """
    resolution date, date de résolution, fecha de solución, fecha de resolución, data da solução,
    data de resolução, lösungsdatum, datum der lösung, data di soluzione, data di risoluzione,
    data rozwiązania, çözüm tarihi, çözülme tarihi"""
)
_CATEGORY = spelt("entity, category, categoria, catégorie, categoría, kategorie, kategoria, kategori")
_PLANS = "plans, planes, planos, pläne, piani, plany, planlar"
_BACKOUT = spelt(
    _each(
        _PLANS,
        """
        backup plan, plan de retour arrière, plan de secours, plan de respaldo, plan de marcha atrás,
        plano de backup, plano de retorno, ausweichplan, rückfallplan, sicherungsplan, piano di backup,
        piano di ripristino, plan awaryjny, plan kopii zapasowej, yedekleme planı""",
    )
)
_CHECKLIST = spelt(
    _each(
        _PLANS,
        """
        checklist, check list, checkliste, lista de comprobación, lista de control, lista de verificação,
        lista di controllo, lista kontrolna, liste de contrôle, kontrol listesi""",
    )
)
_ASSOCIATED = spelt(
    """
    associated elements, associated element, associated items, éléments associés, élément associé,
    elementos asociados, elementos associados, itens associados, elementi associati, zugehörige elemente,
    zugeordnete elemente, verbundene elemente, verknüpfte elemente, powiązane elementy, elementy powiązane,
    ilişkili öğeler, ilişkili ögeler"""
)
_TYPICAL = (
    _TITLE
    | _ENTITY
    | _REQUESTER
    | _TECHNICIAN
    | _GROUP
    | _OPENED
    | _UPDATED
    | _CLOSED
    | _SOLVED
    | _CATEGORY
    | spelt(
        """
        localização, localisation, location, lieu, status, statut, estado, stato, durum, prioridade,
        priority, time to resolve, ttr, priorité, prioridad, priorität, priorità, priorytet, öncelik"""
    )
)
_COLUMNS = {
    **dict.fromkeys(_BACKOUT | {"backup plan"}, "backout_plan"),
    **dict.fromkeys(_CHECKLIST | {"checklist"}, "verification_plan"),
    **dict.fromkeys(_REQUESTER | {"requester"}, "requester"),
    **dict.fromkeys(_TECHNICIAN, "owner"),
    **dict.fromkeys(_GROUP, "team"),
    **dict.fromkeys(_OPENED, "created_in_source"),
    **dict.fromkeys(_UPDATED, "updated_in_source"),
    **dict.fromkeys(_CLOSED, "closed_in_source"),
    **dict.fromkeys(_SOLVED, "closed_in_source"),
    **dict.fromkeys(_ASSOCIATED, "configuration_items"),
    **dict.fromkeys(_CATEGORY | _ENTITY, ""),
}

_ACCEPTED = (
    "Accepted",
    "Accepté",
    "Angenommen",
    "Akzeptiert",
    "Aceptado",
    "Aceito",
    "Accettato",
    "Kabul edildi",
)
_STATES = {
    "state": {
        "1": "intake",  # new
        "2": "intake",  # processing, assigned
        "3": "intake",  # processing, planned
        "4": "deferred",  # pending
        "5": "tested",  # solved
        "6": "closed",
        **dict.fromkeys(_ACCEPTED, "intake"),
    }
}
"""The numbers by which GLPI's database names the states of a ticket; what it has accepted, it begins with."""
_DUMP = {
    "name": "title",
    "date": "created_in_source",
    "date creation": "created_in_source",
    "date mod": "updated_in_source",
    "closedate": "closed_in_source",
    "solvedate": "closed_in_source",
    "content": "description",
    "itilcategories id": "",
    "type": "",
}

_ID = spelt("id, kimlik, identyfikator, identificador")

GLPI: tuple[Source, ...] = (
    Source("GLPI", "changes", (_ID, _TITLE, _ENTITY), _TYPICAL, _COLUMNS, _STATES, second=_SOLVED),
    Source(
        "GLPI",
        "changes",
        (_ID, _TITLE, _REQUESTER | _TECHNICIAN | _GROUP),
        _TYPICAL,
        _COLUMNS,
        _STATES,
        second=_SOLVED,
    ),
    Source(
        "GLPI",
        "changes",
        (_ID, spelt("entities id"), spelt("date mod, users id recipient, users id lastupdater, is deleted")),
        spelt(
            """
            name, date, closedate, solvedate, date mod, users id lastupdater, users id recipient, status,
            content, urgency, impact, priority, itilcategories id, is deleted, requesttypes id, actiontime"""
        ),
        _DUMP,
        _STATES,
        second=spelt("solvedate, date creation"),
    ),
)
