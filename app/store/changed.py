"""Thousands of changed records of one type: what differs, and their texts, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from operator import ne
from typing import Any

from app.store.kinds import Kind
from app.store.plain import attribute_columns, canonical_of_columns, json_of_attribute, to_columns

Update = tuple[tuple[str, ...], list[dict[str, Any]]]
"""Names of columns, and for each record the values of these, with `its_id` and `its_version` before."""


class ChangedRecords:
    """Records before and after, at the same version; they are stored one version on."""

    def __init__(self, kind: Kind, befores: Sequence[Any], afters: Sequence[Any]) -> None:
        self._kind, self._afters = kind, afters
        self._before = attribute_columns(kind, befores)
        self._after = attribute_columns(kind, afters)
        self._after["version"] = [version + 1 for version in self._before["version"]]
        self.ids: Sequence[int] = self._before["id"]

    def updates(self) -> Iterator[Update]:
        """What to write: only the columns that differ, records in which the same ones do together."""
        columns = self._kind.columns
        differing = [list(map(ne, self._before[name], self._after[name])) for name in columns]
        alike: dict[tuple[bool, ...], list[int]] = {}
        for place, differs in enumerate(zip(*differing, strict=True)):
            alike.setdefault(differs, []).append(place)
        for differs, places in alike.items():
            names = tuple(compress(columns, differs))
            yield names, [self._row(place, names) for place in places]

    def links(self, name: str) -> Iterator[tuple[int, set[int], set[int]]]:
        """Id, ids linked to before and ids linked to after, of the records whose links differ."""
        for record_id, before, after in zip(self.ids, self._before[name], self._after[name], strict=True):
            if before != after:
                yield record_id, set(before), set(after)

    def texts(self) -> tuple[list[str], list[str]]:
        """The canonical JSON of each record before, and after; what is the same in all is written once."""
        befores = {name: json_of_attribute(self._kind, name, cells) for name, cells in self._before.items()}
        same = {name: befores[name] for name, cells in self._after.items() if cells == self._before[name]}
        return (
            canonical_of_columns(self._kind, self._before, {}, befores),
            canonical_of_columns(self._kind, self._after, {}, same),
        )

    def _row(self, place: int, names: Sequence[str]) -> dict[str, Any]:
        row = to_columns(self._kind, self._afters[place], names)
        version = self._after["version"][place]
        return {**row, "version": version, "its_id": self.ids[place], "its_version": version - 1}
