"""The state that ServiceNow and BMC Remedy call Scheduled, where its word is that for "planned": a change is
approved there and waits for its night, while elsewhere it has yet to begin."""

from __future__ import annotations

SCHEDULED = dict.fromkeys(
    (
        "Geplant",
        "Planifié",
        "Planifiée",
        "Planificado",
        "Planificada",
        "Planeado",
        "Planeada",
        "Planejado",
        "Planejada",
        "Pianificato",
        "Pianificata",
        "Zaplanowane",
        "Zaplanowany",
        "Zaplanowana",
        "Zaplanowano",
        "Planlandı",
        "Gepland",
    ),
    "ready",
)
