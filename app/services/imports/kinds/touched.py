"""What incidents touch, and the change that caused them, as far as the register and the desk know them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.importing.cells.keys_within import keys_within
from app.importing.converting.rows import ImportRow
from app.services.imports.matches import told_list, told_matches
from app.services.imports.names import RegisterNames, once_each

_TOUCHES = "Touches"
"""What unknown names are kept under."""
_NAMING = ("applications", "configuration_items")


def with_known_names(
    rows: Sequence[ImportRow], names: RegisterNames
) -> tuple[list[ImportRow], tuple[str, ...]]:
    """The rows with names and changes that are known, each where it belongs, and sentences about the others.

    A service named as a configuration item is the application, and the other way about. What is not known is
    kept beside the record, so that the same list links it once it is.
    """
    strange: list[str] = []
    found = []
    for row in rows:
        values = _sorted_out(row.values, names)
        key = str(values.get("change_key") or "")
        if key:
            values["change_key"] = _change(key, names)
            if not values["change_key"]:
                strange.append(key)
                values["extra"] = {**dict(values.get("extra") or {}), "Change": key}
        found.append(replace(row, values=values))
    directories = (("application", names.applications), ("configuration item", names.items))
    fields = [(field, *one) for field, one in zip(_NAMING, directories, strict=True)]
    told = list(told_matches(found, fields, with_unknown=False))
    unknown = [str(row.values["extra"][_TOUCHES]) for row in found if _TOUCHES in row.values.get("extra", {})]
    if unknown and (names.applications.names or names.items.names):
        told.append(f"Not in the register: {told_list(once_each(unknown))}; kept as text.")
    if strange:
        told.append(f"No change here: {told_list(once_each(strange))}; kept as text.")
    return found, tuple(told)


def _sorted_out(said: Mapping[str, Any], names: RegisterNames) -> dict[str, Any]:
    """The values with each name under the field whose records know it; unknown ones beside."""
    values = dict(said)
    directories = dict(zip(_NAMING, (names.applications, names.items), strict=True))
    if not any(values.get(field) for field in _NAMING):
        return values
    known: dict[str, list[str]] = {field: [] for field in _NAMING}
    unknown: list[str] = []
    for field in _NAMING:
        other = _NAMING[1 - _NAMING.index(field)]
        for name in said.get(field) or ():
            place = next((one for one in (field, other) if directories[one].id_of(name) is not None), None)
            (known[place] if place else unknown).append(name)
    for field, found in known.items():
        if found or field in said:
            values[field] = tuple(once_each(found))
    if unknown:
        values["extra"] = {**dict(said.get("extra") or {}), _TOUCHES: "; ".join(once_each(unknown))}
    return values


def _change(text: str, names: RegisterNames) -> str:
    """The key of the change that a cell names, whole or among other words; "" for none or several."""
    whole = names.changes.id_of(text)
    within = (whole,) if whole is not None else names.changes.ids_of(keys_within(text))
    return names.changes.names[within[0]] if len(within) == 1 else ""
