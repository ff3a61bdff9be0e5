"""Lists of relations with what depends in front: "db01 | used by | shop" is "shop | depends on | db01"."""

from __future__ import annotations

from app.importing.reading.delimited import Records
from app.importing.sources.register import DEPENDED_ON, DEPENDENT, RELATION
from app.importing.words.spelling import plain, spellings, spelt

_OTHER_WAY_ROUND = spelt(
    """
    used by, is used by, required by, is required by, needed by, depended on by, is depended on by, hosts,
    runs, supports, serves, underpins, impacts, provides, provides service to, wird genutzt von, genutzt von,
    wird verwendet von, hostet, betreibt, unterstützt, utilisé par, est utilisé par, héberge, supporte,
    usado por, utilizado por, requerido por, aloja, soporta, hospeda, suporta, usato da, utilizzato da,
    ospita, supporta, używane przez, używany przez, hostuje, wspiera, kullanan, tarafından kullanılır,
    barındırır"""
)
"""Relations of which the second record is the one that depends."""


_COLUMNS = (DEPENDENT, DEPENDED_ON, RELATION)


def with_dependents_first(parsed: Records) -> Records:
    """A list of relations with both records of those rows exchanged that say the relation from the other end.

    Of a relation with a word for each end ("Used by::Depends on") the first is that of the first record. Any
    other list is given back as it is.
    """
    if not parsed.records:
        return parsed
    header = [set(spellings(name)) for name in parsed.records[0]]
    places = [next((at for at, names in enumerate(header) if names & group), None) for group in _COLUMNS]
    if None in places or len(set(places)) < len(places):
        return parsed
    first, second, relation = (place or 0 for place in places)
    rows = [parsed.records[0]]
    for record in parsed.records[1:]:
        if len(record) > max(first, second, relation) and _is_told_backwards(record[relation]):
            record = list(record)
            record[first], record[second] = record[second], record[first]
            record[relation] = record[relation].partition("::")[2] or "depends on"
        rows.append(record)
    return (
        parsed
        if rows == parsed.records
        else Records(parsed.delimiter, rows, parsed.width, parsed.regularity, parsed.warnings)
    )


def _is_told_backwards(relation: str) -> bool:
    return plain(relation.partition("::")[0]) in _OTHER_WAY_ROUND
