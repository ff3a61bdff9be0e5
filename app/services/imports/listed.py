"""The dry run of a list whose rows stand alone: walked through once, with only places of rows kept."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as ReadMapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from app.domain.changes import Change
from app.importing.converting.converter import Converter
from app.importing.converting.dryrun import ChangedRow, Conflict, DryRun, dry_run
from app.importing.converting.listed import ListedRows, keys_of
from app.importing.converting.rows import Conversion, ImportRow, Rejection
from app.importing.fields import TITLED
from app.importing.mapping import Mapping
from app.importing.spool import Row, chunks_of
from app.importing.steady import without_collecting
from app.importing.table import Table
from app.importing.words.spelling import shortened
from app.services.imports.former_keys import FormerKeys
from app.services.imports.kind import ImportKind, Planned, Progress
from app.services.imports.long_keys import LONGEST_KEY, told_too_long
from app.services.imports.matches import names_in, told_archived, told_names, told_unlinked
from app.services.imports.names import RegisterNames, read_names, spelt_alike
from app.services.imports.newcomers import NAMING, newcomers
from app.services.imports.other_case import in_other_case, meant_by, told_in_other_case
from app.services.imports.placing import PLACING, Placer
from app.services.imports.releases import RELEASE, read_releases
from app.services.workplace import Workplace
from app.store.import_said_before import SaidBefore
from app.store.imports import imports_so_far
from app.store.queries.imports import newest_id, standing
from app.store.reading import find_by_ids

_MOST_NAMES = 100_000


def plan_listed(
    workplace: Workplace,
    kind: ImportKind,
    table: Table,
    mapping: Mapping,
    zone_name: str,
    tell: Progress,
    window_id: int | None = None,
) -> Planned:
    """Compare the rows with the records; nothing is written. `tell` is called every few thousand rows.

    `window_id` is the window that new changes are for.
    """
    converter = Converter(table, mapping, zone_name)
    with without_collecting(), workplace.read() as connection:
        names = read_names(connection)
        names = replace(names, releases=read_releases(connection, mapping, workplace.now()))
        placer = None
        if kind.value_type is Change:
            placer = Placer(lambda: connection, workplace.now(), window_id, names.releases)
        sorting = _Sorting(connection, kind, converter, names, placer)
        done = 0
        for chunk in chunks_of(table.rows):
            tell(0.1 + 0.9 * done / len(table.rows), "Comparing with what is here")
            sorting.take(chunk, done)
            done += len(chunk)
        sorting.try_moves()
    tell(1.0, "Compared")
    return sorting.planned(mapping)


class _Sorting:
    """Puts every row into just one of created, changed, unchanged and rejected."""

    def __init__(
        self,
        connection: Connection,
        kind: ImportKind,
        converter: Converter,
        names: RegisterNames,
        placer: Placer | None,
    ) -> None:
        self._connection, self._kind, self._converter = connection, kind, converter
        self._names, self._placer = names, placer
        self._newest_id = newest_id(connection, kind.value_type)
        self._former = FormerKeys(connection, kind.value_type, kind.memory_name(None), self._listed)
        self._imports = imports_so_far(connection)
        self._memory_name = kind.memory_name(None)
        self._table = converter.table
        self._keys = keys_of(len(self._table.rows))
        self._in_other_case: dict[str, str] = {}
        self._created, self._unchanged, self._accepted = array("I"), array("I"), array("I")
        self._repeats: dict[int, int] = {}
        self._rejected: list[Rejection] = []
        self._changed: list[ChangedRow] = []
        self._conflicts: list[Conflict] = []
        self._said_anew: list[ImportRow] = []
        self._records: dict[str, Any] = {}
        self._said_before: dict[str, SaidBefore] = {}
        self._named: dict[str, dict[str, None]] = {
            field: {}
            for field, _, directory in self._told_fields()
            if directory.names or (field in NAMING and kind.value_type is Change)
        }
        self._column = next(iter(converter.mapping.headers_of("key")), "")

    def take(self, rows: Sequence[Row], start: int) -> None:
        """Sort the rows that begin at the place `start` of the table."""
        keys, here = self._as_here(self._converter.keys(rows))
        fresh = self._fresh(keys, rows, start)
        new = [place for place in fresh if keys[place] not in here]
        known = [place for place in fresh if keys[place] in here] if here else []
        digests = dict(zip(known, self._converter.digests([rows[place] for place in known]), strict=True))
        other = [place for place in known if here[keys[place]][1] != digests[place]]
        others = set(other)
        self._accepted.extend([start + place for place in fresh])
        self._unchanged.extend([start + place for place in known if place not in others])
        self._created.extend([start + place for place in new])
        if new:
            self._look_at([rows[place] for place in new], [start + place for place in new])
        if other:
            at = [start + place for place in other]
            said = self._converter.records([rows[place] for place in other], at)
            self._compare(
                [
                    ImportRow(self._table.row_numbers[start + place], keys[place], values, 0, digests[place])
                    for place, values in zip(other, said, strict=True)
                ],
                {row_key: here[row_key] for row_key in (keys[place] for place in other)},
                at,
            )

    def _as_here(self, keys: list[str]) -> tuple[list[str], dict[str, tuple[int, str | None]]]:
        """The keys of rows, in the case in which they are here unless another row has them so, and what is
        here of them; nobody is asked where nothing is."""
        if self._newest_id == 0:
            return keys, {}
        here = self._standing(keys)
        others = in_other_case(keys, here)
        found = self._standing(list(others.values())) if others else {}
        meant = meant_by(others, found, lambda: self._former.listed)
        self._in_other_case |= meant
        return [meant.get(key, key) for key in keys], here | found

    def _standing(self, keys: Sequence[str]) -> dict[str, tuple[int, str | None]]:
        """What is here of these keys, also of what the desk calls otherwise by now."""
        here = standing(self._connection, self._kind.value_type, self._memory_name, keys)
        if len(here) < len(keys) and (renamed := self._former.called_otherwise):
            here |= {key: renamed[key] for key in keys if key not in here and key in renamed}
        return here

    def _listed(self) -> Iterator[str]:
        return (key for rows in chunks_of(self._table.rows) for key in self._converter.keys(rows))

    def _fresh(self, keys: Sequence[str], rows: Sequence[Row], start: int) -> Sequence[int]:
        """Which of the rows are the first with their key; what is not is settled here."""
        earlier = self._keys.add_all(keys, start)
        if not earlier and all(keys) and max(map(len, keys), default=0) <= LONGEST_KEY:
            return range(len(rows))
        return [
            place
            for place, key in enumerate(keys)
            if self._is_fresh(key, rows[place], start + place, earlier.get(start + place))
        ]

    def _is_fresh(self, key: str, row: Row, place: int, earlier: int | None) -> bool:
        """Whether this is the first row with its key; `earlier` is the place of the first where it is not."""
        number = self._table.row_numbers[place]
        if not key:
            reason = "The row has no key." if self._column else "The row has no key: no column holds it."
            self._rejected.append(Rejection(number, self._column, reason, row))
            return False
        if len(key) > LONGEST_KEY:
            self._rejected.append(Rejection(number, self._column, told_too_long(key), row))
            return False
        if earlier is None:
            return True
        before = self._table.rows[earlier]
        if before == row or self._says_the_same(before, row):
            self._repeats[place] = self._table.row_numbers[earlier]
            self._unchanged.append(place)
            self._accepted.append(place)
            return False
        first = self._table.row_numbers[earlier]
        reason = f'Row {first} has the same key "{shortened(key)}" and other content.'
        self._rejected.append(Rejection(number, self._column, reason, row))
        return False

    def _says_the_same(self, one: Row, other: Row) -> bool:
        first, second = self._converter.records([one, other])
        return first == second

    def _look_at(self, rows: list[Row], places: list[int]) -> None:
        """Count what cannot be read, and note the names, of rows that will be added."""
        needed = {*self._named, RELEASE} if self._placer is not None else set(self._named)
        values = self._converter.values(rows, places, needed)
        for field, named in self._named.items():
            if field in values and len(named) < _MOST_NAMES:
                different = dict.fromkeys(values[field])  # in their order, which a set would not keep
                named.update((name, None) for value in different for name in names_in(value))
        if self._placer is not None:
            self._try_places(self._placer, rows, values)

    def _try_places(
        self, placer: Placer, rows: Sequence[Row], values: ReadMapping[str, Sequence[Any]]
    ) -> None:
        """Put new rows where they are meant to go, in their order, to learn which may not."""
        wanted = placer.wanted_by_columns(values, len(rows))
        meant = [(row, window) for row, window in zip(rows, wanted, strict=True) if window is not None]
        records = self._converter.records([row for row, _ in meant])
        for record, (_, window_id) in zip(records, meant, strict=True):
            placer.placed(self._kind.build(record, None, self._names), window_id)

    def _compare(
        self, listed: list[ImportRow], here: ReadMapping[str, tuple[int, str | None]], places: list[int]
    ) -> None:
        """Compare rows, which stand at `places`, field by field with what they said before and with their
        records; `here` has the id of each record and the hash of what was said."""
        for row in listed:
            if self._kind.name in TITLED:
                row.values["title"] = row.values.get("title") or row.key
            for field, named in self._named.items():
                named.update(dict.fromkeys(names_in(row.values.get(field))))
        said = {row.key: row.values for row in listed}
        contents = self._former.said_last(here)
        for key, last in contents.items():
            self._said_before[key] = SaidBefore.of(here[key][1] or "", last, said[key])
        records = self._records_of(here)
        existing = {
            key: self._kind.existing(said[key], contents.get(key, {}), record, self._names)
            for key, record in records.items()
        }
        outcome = dry_run(listed, existing)
        self._changed += outcome.changed
        self._conflicts += outcome.conflicts
        self._said_anew += outcome.unchanged
        self._records.update(records)
        by_key = dict(zip(said, places, strict=True))
        self._unchanged.extend([by_key[row.key] for row in outcome.unchanged])
        self._created.extend([by_key[row.key] for row in outcome.created])

    def _records_of(self, here: ReadMapping[str, tuple[int, str | None]]) -> dict[str, Any]:
        keys = {record_id: key for key, (record_id, _) in here.items()}
        found = find_by_ids(self._connection, self._kind.value_type, list(keys))
        return {keys[record.id]: record for record in found}

    def try_moves(self) -> None:
        """See, once all new rows have their places, which known changes may not go to the window that their
        release means now, and which the source dates on another day than their window."""
        if self._placer is None:
            return
        for row in self._changed:
            said = {one.field: row.row.values[one.field] for one in row.changes if one.field in PLACING}
            if said:
                before = self._records[row.row.key]
                after = self._kind.build({"key": row.row.key, **said}, before, self._names)
                self._placer.moved(before, after)

    def _told_fields(self) -> tuple[Any, ...]:
        return self._kind.told_fields(self._names) if self._kind.told_fields is not None else ()

    def planned(self, mapping: Mapping) -> Planned:
        """What importing would do."""
        listed = self._converter
        outcome = DryRun(
            ListedRows(listed, self._created),
            self._changed,
            ListedRows(listed, self._unchanged, self._repeats),
            self._rejected,
            self._conflicts,
        )
        not_placed = self._placer.told if self._placer is not None else ()
        new_people = newcomers(self._named, self._names) if self._placer is not None else ()
        proposed = {spelt_alike(one.name) for one in new_people}
        others = {
            field: [one for one in named if not proposed or spelt_alike(one) not in proposed]
            for field, named in self._named.items()
        }
        fields = self._told_fields()
        unlinked = told_unlinked(set(mapping.columns.values()), fields)
        told = (*told_names(others, fields), *unlinked, *told_archived(self._names))
        told = (*told_in_other_case(self._in_other_case), *told)
        warnings = (*listed.warnings, *told, *not_placed)
        accepted = ListedRows(listed, self._accepted, self._repeats)
        conversion = Conversion(mapping.kind, accepted, self._rejected, warnings)
        return Planned(
            self._kind,
            mapping,
            conversion,
            outcome,
            {},
            self._records,
            said_anew=self._said_anew,
            keys=self._keys,
            newest_id=self._newest_id,
            imports=self._imports,
            newcomers=new_people,
            said_before=self._said_before,
        )
