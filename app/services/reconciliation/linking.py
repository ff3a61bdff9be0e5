"""Detected changes on systems that the register has learned of since: linked by name as they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from app.domain.reconciliation import DetectedChange, names_meant
from app.domain.register import ConfigurationItem
from app.store.queries.imports import ids_by_key


def linked_by_name(connection: Connection, detections: Sequence[DetectedChange]) -> list[DetectedChange]:
    """The detections, those that nobody settled with the item that is called as their system is by now.

    Nothing is stored: an item that goes again, or was called so in error, takes nothing with it. What was
    explained, or made a fix of, stands as it was settled. A name that several items have, but for capitals,
    means none of them.
    """
    if all(one.ci_id is not None or _is_settled(one) for one in detections):
        return list(detections)
    items: dict[str, int | None] = {}
    for name, number in ids_by_key(connection, ConfigurationItem, "name").items():
        items[name.casefold()] = None if name.casefold() in items else number
    return [
        one if one.ci_id is not None or _is_settled(one) else replace(one, ci_id=_item(one.ci_name, items))
        for one in detections
    ]


def _is_settled(one: DetectedChange) -> bool:
    return one.fix_id is not None or bool(one.explanation.strip())


def _item(name: str, items: dict[str, int | None]) -> int | None:
    found = (items.get(one.casefold()) for one in names_meant(name))
    return next((number for number in found if number is not None), None)
