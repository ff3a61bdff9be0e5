"""GLPI's lists: tickets, problems and changes, with the entity or without it, in eight languages."""

from __future__ import annotations

from app.importing.source import Source, spelt

_TITLE = spelt("title, titel, titre, título, titolo, tytuł, başlık")
_ENTITY = spelt("entidade, entity, entité, entidad, einheit, entität, entità, podmiot, jednostka, birim")
_REQUESTER = spelt(
    """
    requester requester, demandeur demandeur, solicitante solicitante, requerente requerente,
    anfragender anfragender, antragsteller antragsteller, anforderer anforderer, richiedente richiedente,
    zgłaszający zgłaszający, wnioskujący wnioskujący, talep eden talep eden, istekçi istekçi"""
)
_TECHNICIAN = spelt(
    """
    assigned to technician, attribué à technicien, asignado a técnico, asignada a técnico,
    atribuído técnico, atribuído para técnico, atribuído a técnico, zugewiesen an techniker,
    zugewiesen techniker, assegnato a tecnico, przypisany do technik, przypisane do technik,
    atanan teknisyen"""
)
_GROUP = spelt(
    """
    assigned to technician group, assigned to group of technicians, attribué à groupe de techniciens,
    attribué à groupe, asignado a grupo de técnicos, asignada a grupo de técnicos, asignado a grupo técnico,
    atribuído grupo técnico, atribuído para grupo técnico, zugewiesen an technikergruppe,
    zugewiesen an gruppe von technikern, assegnato a gruppo di tecnici, assegnato a gruppo tecnico,
    przypisany do grupa techników, atanan teknisyen grubu"""
)
_OPENED = spelt(
    """
    opening date, date d'ouverture, fecha de apertura, data de abertura, eröffnungsdatum,
    data di apertura, data otwarcia, açılış tarihi"""
)
_UPDATED = spelt(
    """
    last update, dernière modification, última actualización, última atualização, letzte änderung,
    letzte aktualisierung, ultimo aggiornamento, ultima modifica, ostatnia aktualizacja, son güncelleme"""
)
_DONE = spelt(
    """
    resolution date, date de résolution, fecha de solución, fecha de resolución, data da solução,
    lösungsdatum, data di soluzione, data rozwiązania, çözüm tarihi, closing date, date de clôture,
    fecha de cierre, data de fechamento, abschlussdatum, data di chiusura, data zamknięcia,
    kapanış tarihi"""
)
_CATEGORY = spelt("entity, category, categoria, catégorie, categoría, kategorie, kategoria, kategori")
_TYPICAL = (
    _TITLE
    | _ENTITY
    | _REQUESTER
    | _TECHNICIAN
    | _GROUP
    | _OPENED
    | _UPDATED
    | _DONE
    | _CATEGORY
    | spelt(
        """
        localização, localisation, location, lieu, status, statut, estado, stato, durum, prioridade,
        priority, time to resolve, ttr, priorité, prioridad, priorität, priorità, priorytet, öncelik"""
    )
)
_COLUMNS = {
    **dict.fromkeys(_REQUESTER | {"requester"}, "requester"),
    **dict.fromkeys(_TECHNICIAN, "owner"),
    **dict.fromkeys(_GROUP, "team"),
    **dict.fromkeys(_OPENED, "created_in_source"),
    **dict.fromkeys(_UPDATED, "updated_in_source"),
    **dict.fromkeys(_DONE, "closed_in_source"),
    **dict.fromkeys(_CATEGORY, ""),
}

GLPI: tuple[Source, ...] = (
    Source("GLPI", "changes", (spelt("id"), _TITLE, _ENTITY), _TYPICAL, _COLUMNS),
    Source("GLPI", "changes", (spelt("id"), _TITLE, _REQUESTER | _TECHNICIAN | _GROUP), _TYPICAL, _COLUMNS),
)
