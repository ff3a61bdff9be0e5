"""BMC Remedy's and Helix's lists: changes and incidents, by the labels on screen and by the forms' fields."""

from __future__ import annotations

from app.importing.sources.remedy_abroad import REMEDY_ABROAD
from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_CHANGE_ID = spelt("change id, infrastructure change id, change number, infrastructure change number")
_CHANGE_COLUMNS = {
    **dict.fromkeys(_CHANGE_ID, "key"),
    "coordinator group": "team",
    "change coordinator": "owner",
    "submitter": "",
    "submit date": "created_in_source",
    "scheduled start date": "deployment_on",
    "class": "change_class",
    "change timing": "change_class",
    "change type": "",
    "risk level": "likelihood",
    "priority": "",
    "last modified date": "updated_in_source",
    "completed date": "closed_in_source",
    "closed date": "closed_in_source",
    "service": "applications",
    "product name": "",
}
_CHANGE_TYPICAL = spelt(
    """
    summary, description, notes, status, class, change type, impact, urgency, priority, company,
    scheduled end date, actual start date, actual end date, submit date, submitter, requested by,
    coordinator group, change coordinator, change manager, product name, operational categorization
    tier 1, change request status, asgrp, aschg, asorg, ascpy, serviceci, reason for change,
    detailed description, requested start date, requested end date, categorization tier 1"""
)
_INCIDENT_ID = spelt("incident id, incident number")
_INCIDENT_COLUMNS = {
    **dict.fromkeys(_INCIDENT_ID, "key"),
    "submit date": "created_in_source",
    "reported date": "started_at",
    "last resolved date": "ended_at",
    "last modified date": "updated_in_source",
    "assigned group": "team",
    "customer": "requester",
    "submitter": "",
    "service": "applications",
    "product name": "",
}
_INCIDENT_TYPICAL = spelt(
    """
    summary, notes, status, priority, impact, urgency, assigned group, assignee, company, customer,
    first name, last name, submitter, product name, last modified date, reported source, resolution,
    detailed decription, detailed description, assigned support organization"""
)
_LONG_TEXT = spelt("detailed description, detailed decription")
_FORM_COLUMNS = {
    "description": "title",
    "detailed description": "description",
    "detailed decription": "description",
}
"""The forms call the summary a description; the incident's long text is misspelt in the product itself."""

REMEDY: tuple[Source, ...] = (
    Source(
        "BMC Remedy changes",
        "changes",
        (
            _CHANGE_ID,
            spelt(
                "coordinator group, change coordinator, scheduled start date, change timing, status reason"
            ),
        ),
        _CHANGE_TYPICAL,
        _CHANGE_COLUMNS,
    ),
    Source(
        "BMC Remedy changes",
        "changes",
        (
            _CHANGE_ID,
            spelt("description"),
            _LONG_TEXT | spelt("change request status, aschg, asgrp, ascpy"),
        ),
        _CHANGE_TYPICAL,
        _CHANGE_COLUMNS
        | _FORM_COLUMNS
        | {
            "change request status": "state",
            "asgrp": "team",
            "aschg": "owner",
            "serviceci": "applications",
            "reason for change": "",
        },
    ),
    Source(
        "BMC Remedy incidents",
        "incidents",
        (
            _INCIDENT_ID,
            spelt(
                "submit date, reported date, assigned group, last resolved date, status reason, service type"
            ),
        ),
        _INCIDENT_TYPICAL,
        _INCIDENT_COLUMNS,
    ),
    Source(
        "BMC Remedy incidents",
        "incidents",
        (_INCIDENT_ID, spelt("description"), _LONG_TEXT),
        _INCIDENT_TYPICAL,
        _INCIDENT_COLUMNS | _FORM_COLUMNS | {"serviceci": "applications"},
    ),
    Source(
        "BMC Remedy work orders",
        "changes",
        (
            spelt("work order id"),
            spelt("summary"),
            spelt("request manager, request assignee, support group name, submit date, scheduled start date"),
        ),
        spelt(
            """
            status, priority, request manager, request assignee, support group name, submit date,
            scheduled start date, scheduled end date, actual start date, actual end date,
            completed date, customer first name, customer last name, company, notes, status reason"""
        ),
        _CHANGE_COLUMNS
        | {
            "work order id": "key",
            "request assignee": "owner",
            "support group name": "team",
            "assigned support group": "team",
        },
    ),
    *REMEDY_ABROAD,
)
