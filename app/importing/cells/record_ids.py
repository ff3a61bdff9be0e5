"""Jira names a parent by the inner number of its record ("Parent" 10001): the key of the row that has it."""

from __future__ import annotations

from collections.abc import Mapping as ReadMapping

from app.importing.mapping import Mapping
from app.importing.spool import chunks_of
from app.importing.table import Table
from app.importing.words.links import link_kind
from app.importing.words.spelling import plain

_ID_HEADERS = frozenset(
    {
        "issue id", "work item id", "id de la incidencia", "vorgangs id", "id de ticket", "id de demande",
        "id da item", "id do item", "id segnalazione", "id ticket", "id zgloszenia",
        "identyfikator zgloszenia", "sorun kimligi", "konu kimligi", "is ogesi kimligi", "id di ticket",
        "id de la actividad", "id de actividad", "id elementu",
    }
)  # fmt: skip


def keys_by_id(table: Table, mapping: Mapping) -> ReadMapping[str, str]:
    """The key of each row whose inner number another row gives as its parent's; empty for other lists.

    Only the numbers that are asked for are held, whatever the length of the list. A number of no row is ""
    where another column gives the parent's key.
    """
    keys = mapping.headers_of("key")
    parents = [header for header in mapping.headers_of("links") if link_kind(header) == "parent"]
    numbers = [
        header for header in table.headers if plain(header) in _ID_HEADERS and not mapping.columns.get(header)
    ]
    if not (mapping.source.startswith("Jira") and parents and numbers and keys):
        return {}
    wanted = {cell for header in parents for cell in map(str.strip, table.cells(header)) if cell.isdecimal()}
    if not wanted:
        return {}
    places = table.positions()
    number_at, key_at = places[numbers[0]][0], places[keys[0]][0]
    found = dict.fromkeys(wanted, "") if len(parents) > 1 else {}
    found |= {
        number: row[key_at].strip()
        for chunk in chunks_of(table.rows)
        for row in chunk
        if (number := row[number_at].strip()) in wanted
    }
    return found
