"""Catalogues of applications: how their lists are known."""

from __future__ import annotations

from app.importing.source import Source, spelt

REGISTER: tuple[Source, ...] = (
    Source(
        "ServiceNow applications",
        "applications",
        (
            spelt("name"),
            spelt("busines criticality, business criticality"),
            spelt("owned by, managed by, it application owner, used for, operational status"),
        ),
        spelt("owned by, managed by, support group, used for, operational status, install status"),
        {
            "busines criticality": "criticality",
            "business criticality": "criticality",
            "owned by": "business_owner",
            "support group": "team",
            "managed by": "",
        },
    ),
    Source(
        "ServiceNow configuration items",
        "configuration_items",
        (
            spelt("name"),
            spelt("sys class name, class"),
            spelt("install status, operational status, ip address, serial number, asset tag, os"),
        ),
        spelt("install status, operational status, support group, owned by, used for, ip address, os"),
        {"sys class name": "ci_kind", "class": "ci_kind", "owned by": "", "support group": ""},
    ),
    Source(
        "CMDB relations",
        "configuration_items",
        (
            spelt("parent, source, source ci, from ci, parent ci, parent name"),
            spelt("child, target, target ci, to ci, child ci, child name"),
            spelt("type, relationship, relation, relationship type, relation type"),
        ),
        spelt("parent, child, connection strength, port, percent outage, relationship"),
        {
            "parent": "name",
            "parent ci": "name",
            "parent name": "name",
            "source": "name",
            "source ci": "name",
            "from ci": "name",
            "child": "depends_on",
            "child ci": "depends_on",
            "child name": "depends_on",
            "target": "depends_on",
            "target ci": "depends_on",
            "to ci": "depends_on",
            "type": "",
            "relationship": "",
        },
    ),
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
