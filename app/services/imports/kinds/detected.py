"""Lists of detected changes: what monitoring saw change in production, when, where and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.reconciliation import DetectedChange, names_meant
from app.importing.converting.rows import ImportRow
from app.services.imports.kind import ImportKind, Prepared
from app.services.imports.matches import first_few
from app.services.imports.names import RegisterNames

FED: Mapping[str, str] = {"who": "who", "source_system": "source_system"}
"""Field of the list to attribute of the detection; when, where and what make its key."""


def build_detection(
    values: Mapping[str, Any], base: DetectedChange | None, names: RegisterNames
) -> DetectedChange:
    """The detection that `values` say; what a person explained of it before stays."""
    detection = base or DetectedChange(
        key=str(values["key"]),
        detected_at=values["detected_at"],
        zone_name=names.zone_name,
        ci_name=str(values["ci"]),
        what=str(values["what"]),
    )
    changed: dict[str, Any] = {name: str(values[name] or "") for name in FED if name in values}
    extra = dict(detection.extra) | {
        str(header): str(text)
        for header, text in dict(values.get("extra") or {}).items()
        if str(text).strip()
    }
    return replace(detection, **changed, ci_id=_item(detection.ci_name, names), extra=tuple(extra.items()))


def _item(name: str, names: RegisterNames) -> int | None:
    """The item that a system's name means in the register."""
    return next((found for one in names_meant(name) if (found := names.items.id_of(one))), None)


def _prepare(rows: list[ImportRow], names: RegisterNames) -> Prepared:
    kept: list[ImportRow] = []
    refused: list[tuple[ImportRow, str, str]] = []
    strangers: dict[str, None] = {}
    for row in rows:
        missing = next((name for name in ("detected_at", "ci", "what") if not row.values.get(name)), "")
        if missing:
            words = {"detected_at": "when", "ci": "on which system", "what": "what"}[missing]
            refused.append((row, missing, f"The row does not say {words} it was seen to change."))
            continue
        kept.append(replace(row, values={**row.values, "key": row.key}))
        if _item(str(row.values["ci"]), names) is None:
            strangers.setdefault(str(row.values["ci"]))
    return Prepared(kept, refused, _told(list(strangers)))


def _told(strangers: list[str]) -> tuple[str, ...]:
    if not strangers:
        return ()
    named = first_few(strangers)
    return (f"Not in the register, so nothing recorded can match there until it is: {named}.",)


KIND = ImportKind("detected", DetectedChange, build_detection, FED, prepare=_prepare)
"""Detected changes, each known by time, system, object, person and event."""
