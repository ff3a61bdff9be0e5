"""Azure DevOps' lists of work items, in eight languages."""

from __future__ import annotations

from dataclasses import replace

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_TITLE = spelt("title, titel, titre, título, titolo, tytuł, başlık")
_TYPE = spelt(
    """
    work item type, arbeitselementtyp, arbeitsaufgabentyp, typ der arbeitsaufgabe, type d'élément de travail,
    tipo de elemento de trabajo, tipo de item de trabalho, tipo di elemento di lavoro,
    typ elementu roboczego, typ elementu pracy,
    iş öğesi türü, iş öğesi tipi"""
)
_LISTED = Source(
    "Azure DevOps",
    "changes",
    (spelt("id, identyfikator, kimlik, identificador"), _TYPE),
    _TITLE
    | spelt(
        """
        title 1, title 2, state, tags, assigned to, area path, iteration path, parent, created date,
        closed date, activated date, changed date, zugewiesen an, affecté à, asignado a, atribuído a,
        assegnato a, przypisane do, atanan, status, état, estado, stato, stan, durum, markierungen, balises,
        etiquetas, marcas, tag, tagi, etiketler, bereichspfad, iterationspfad"""
    ),
    {
        "id": "key",
        "identyfikator": "key",
        "kimlik": "key",
        "parent": "links",
        "area path": "team",
        "bereichspfad": "team",
        "tags": "labels",
        "markierungen": "labels",
        "balises": "labels",
        "marcas": "labels",
        "tagi": "labels",
        "affecte a": "owner",
        **{f"{title} {level}": "title" for title in _TITLE for level in range(1, 6)},
        "iteration path": "release",
        "iterationspfad": "release",
        "zugewiesen zu": "owner",
        "activated date": "",
        "resolved date": "",
        **dict.fromkeys(
            spelt(
                """
                chemin de zone, chemin d'accès de la zone, ruta de acceso del área, ruta de acceso de área,
                ruta del área, ruta de área,
                caminho da área, caminho de área, percorso area, percorso dell'area, ścieżka obszaru,
                alan yolu, bölge yolu"""
            ),
            "team",
        ),
        **dict.fromkeys(
            spelt(
                """
                chemin d'itération, chemin d'accès de l'itération, ruta de acceso de la iteración,
                ruta de acceso de iteración,
                ruta de la iteración, ruta de iteración, caminho da iteração, caminho de iteração,
                percorso iterazione, percorso di iterazione, percorso dell'iterazione, ścieżka iteracji,
                yineleme yolu"""
            ),
            "release",
        ),
        **dict.fromkeys(
            spelt(
                """
                created by, erstellt von, créé par, creado por, criado por, creato da, utworzone przez,
                oluşturan"""
            ),
            "requester",
        ),
        **dict.fromkeys(
            spelt("data da criação, data de criação, creation date, erstellungsdatum"), "created_in_source"
        ),
        **dict.fromkeys(
            spelt(
                """
                abschlussdatum, schließungsdatum, date de fermeture, fecha de cierre, data de fechamento,
                data chiusura, data di chiusura, data zamknięcia, kapatma tarihi, kapatılma tarihi"""
            ),
            "closed_in_source",
        ),
        **dict.fromkeys(
            spelt(
                """
                zieldatum, date cible, fecha de destino, fecha objetivo, data de destino, data prevista,
                data di destinazione, data docelowa, hedef tarih, hedef tarihi"""
            ),
            "deployment_on",
        ),
        **dict.fromkeys(
            spelt(
                """
                übergeordnet, übergeordnetes element, elemento primario, primario, pai, padre, elemento padre,
                element nadrzędny, üst, üst öğe"""
            ),
            "links",
        ),
        **dict.fromkeys(spelt("ważność, önem derecesi"), "impact"),
        **dict.fromkeys(
            spelt(
                "geändertes datum, date de changement, değiştirilme tarihi, "
                "fecha de cambio, data zmiany, değişiklik tarihi, data da alteração"
            ),
            "updated_in_source",
        ),
    },
)

AZURE_DEVOPS: tuple[Source, ...] = (
    _LISTED,
    replace(_LISTED, needed=(_TYPE, _TITLE | {f"{title} 1" for title in _TITLE})),
)
"""Work items, and those still to be made: a template of a backlog has no ids yet."""
