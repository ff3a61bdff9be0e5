"""Monitors that tell in one row that something went down and in another that it is up again: one outage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.importing.converting.rows import ImportRow
from app.importing.words.monitors import is_down, is_up, says_beside
from app.importing.words.spelling import plain, spelt

_CHECKS = spelt(
    "monitor, service, service description, check, check name, sensor, probe, url, node, host, object, "
    "parent, device"
)
"""Headers of what is watched, where a machine has several such."""


def outages_joined(rows: Sequence[ImportRow]) -> tuple[list[ImportRow], list[ImportRow]]:
    """The rows with outages that end when what was down is up again, and the rows that end none of the list.

    A row that says so counts as said by the one of its outage, and so does one that says "down" again before.
    Lists whose states say anything else, or but one of the two, are given back as they are.
    """
    said = {_state(row) for row in rows}
    is_told = any(map(is_down, said)) and any(map(is_up, said))
    if not is_told or not all(is_down(one) or is_up(one) or says_beside(one) for one in said):
        return list(rows), []
    going: dict[str, ImportRow] = {}
    found: dict[int, ImportRow] = {}
    lonely: list[ImportRow] = []
    timed = [row for row in rows if row.values.get("started_at") is not None]
    for row in sorted(timed, key=lambda one: one.values["started_at"]):
        state, what = _state(row), _watched(row.values)
        if is_down(state) and what not in going:
            going[what] = found[row.row_number] = _ending(row, row.values.get("ended_at"))
        elif is_down(state):
            found[row.row_number] = _said_by(row, going[what])
        elif is_up(state) and what in going:
            outage = going.pop(what)
            ended = outage.values.get("ended_at") or row.values["started_at"]
            found[outage.row_number] = _ending(outage, ended)
            found[row.row_number] = _said_by(row, outage)
        elif is_up(state):
            lonely.append(row)
    alone = {row.row_number for row in lonely}
    return [found.get(row.row_number, row) for row in rows if row.row_number not in alone], lonely


def _state(row: ImportRow) -> str:
    return str(row.values.get("source_state") or "")


def _watched(values: Mapping[str, Any]) -> str:
    named = [str(values.get(name) or "") for name in ("configuration_items", "applications")]
    extra = dict(values.get("extra") or {})
    named += [text for header, text in extra.items() if plain(header) in _CHECKS]
    return "\n".join(one for one in named if one and one != "()") or str(values.get("title"))


def _ending(row: ImportRow, ended: Any) -> ImportRow:
    return replace(row, values={**row.values, "ended_at": ended})


def _said_by(row: ImportRow, outage: ImportRow) -> ImportRow:
    return replace(row, key=outage.key, duplicate_of=outage.row_number)
