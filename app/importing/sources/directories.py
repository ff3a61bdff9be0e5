"""Directories of people, as their consoles and scripts export them: how their lists are known."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

DIRECTORIES: tuple[Source, ...] = (
    Source(
        "Okta",
        "people",
        (spelt("login"), spelt("primary email"), spelt("first name, firstname")),
        spelt(
            "user id, status, last name, middle name, title, secondary email, mobile phone, primary phone, "
            "department, manager, last login"
        ),
        {
            "primary email": "email",
            "mobile phone": "phone",
            "primary phone": "phone",
            "title": "roles",
            "department": "team",
            "login": "",
        },
        second=spelt("primary phone"),
    ),
    Source(
        "Google Workspace",
        "people",
        (
            spelt("first name required, first name"),
            spelt("email address required, email address"),
            spelt("org unit path required, org unit path"),
        ),
        spelt(
            "last name required, password required, status read only, last sign in read only, employee id, "
            "employee type, employee title, manager email, department, cost center, recovery email"
        ),
    ),
    Source(
        "Microsoft Entra ID",
        "people",
        (
            spelt("user principal name, userprincipalname"),
            spelt("display name, displayname"),
            spelt("account enabled, user type, job title, department, block credential, licenses"),
        ),
        spelt(
            "object id, mail, given name, surname, usage location, office location, mobile phone, "
            "telephone number, when created, last name, first name, office, city, country"
        ),
        {"display name": "name", "displayname": "name", "user principal name": "email", "mail": "email"},
        second=spelt("user principal name"),
    ),
    Source(
        "Active Directory",
        "people",
        (
            spelt("samaccountname, sam account name"),
            spelt("given name, givenname, surname, sn, title, department, mail, email address"),
            spelt("name, display name, displayname, cn, given name, givenname"),
        ),
        spelt("distinguished name, enabled, user principal name, object class, manager, office, sid"),
        {
            **dict.fromkeys(spelt("mail, email, email address, user principal name"), "email"),
            "userprincipalname": "email",
        },
        second=spelt("userprincipalname, user principal name"),
    ),
)
