"""Catalogues of applications: how their lists are known."""

from __future__ import annotations

from app.importing.source import Source, spelt

REGISTER: tuple[Source, ...] = (
    Source(
        "LeanIX",
        "applications",
        (
            spelt("display name, name, full name"),
            spelt("business criticality"),
            spelt(
                "technical suitability, functional suitability, technical fit, functional fit, "
                "lifecycle phase, lifecycle, application owner"
            ),
        ),
        spelt(
            "technical suitability, functional suitability, technical fit, functional fit, lifecycle phase, "
            "lifecycle, application owner, it owner, user group, display name, level, external id"
        ),
        {
            "display name": "name",
            "business criticality": "criticality",
            "application owner": "business_owner",
            "business owner": "business_owner",
            "it owner": "",
        },
    ),
)
