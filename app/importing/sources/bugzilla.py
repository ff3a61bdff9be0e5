"""Bugzilla's lists of bugs, and the fields as its interface calls them."""

from __future__ import annotations

from dataclasses import replace

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_LISTED = Source(
    "Bugzilla",
    "changes",
    (spelt("bug id"), spelt("short desc, summary, short short desc")),
    spelt(
        """
        bug status, product, component, assigned to, assigned to realname, reporter, resolution, op sys,
        rep platform, bug severity, target milestone, status, assignee, changed, changeddate, opendate,
        opened, severity, priority, hardware, keywords, version, assignee real name, reporter real name"""
    ),
    {
        "component": "",
        "assignee real name": "owner",
        "reporter real name": "requester",
        "short short desc": "title",
        "bug id": "key",
        "short desc": "title",
        "product": "applications",
        "opened": "created_in_source",
        "opendate": "created_in_source",
        "changeddate": "updated_in_source",
        "bug severity": "impact",
        "severity": "impact",
        "assigned to realname": "",
        "dependson": "links",
    },
    second=spelt("assignee real name, reporter real name"),
)
_FIELDS = replace(
    _LISTED,
    needed=(
        spelt("id"),
        spelt("summary"),
        spelt("last change time"),
        spelt("creator, creation time, product"),
    ),
    typical=_LISTED.typical
    | spelt("creation time, creator, qa contact, whiteboard, is open, depends on, blocks"),
    columns={
        **_LISTED.columns,
        "id": "key",
        "creation time": "created_in_source",
        "last change time": "updated_in_source",
        "creator": "requester",
        "qa contact": "",
        "is open": "",
    },
)
"""As its interface calls the fields."""

_NUMBER = spelt(
    """
    bug id, id du bug, numéro du bug, id de bug, id del bug, id del error, id do bug, id bug, numer błędu,
    id błędu, fehlernummer, hata no, hata kimliği"""
)
_CHANGED = spelt(
    "geändert, modifié, modificado, alterado, modificato, zmieniony, zmieniono, değişti, değiştirildi"
)
_SUMMARY = spelt("zusammenfassung, résumé, resumen, resumo, sumário, riepilogo, sommario, podsumowanie, özet")
_PRODUCT = spelt("produkt, produit, producto, produto, prodotto, ürün")
_ABROAD = replace(
    _LISTED,
    needed=(_NUMBER, _SUMMARY, _PRODUCT),
    typical=_LISTED.typical
    | spelt("komponente, composant, componente, komponent, bileşen, lösung")
    | _CHANGED,
    columns={
        **_LISTED.columns,
        **dict.fromkeys(_NUMBER, "key"),
        **dict.fromkeys(_PRODUCT, "applications"),
        **dict.fromkeys(_CHANGED, "updated_in_source"),
    },
)
"""In other languages."""

BUGZILLA: tuple[Source, ...] = (_LISTED, _FIELDS, _ABROAD)
