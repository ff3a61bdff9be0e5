"""Records of a long list that are called otherwise by now than when the source last spoke of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Connection

from app.store.import_memory import keys_of, read_contents
from app.store.queries.imports import called_otherwise

Standing = Mapping[str, tuple[int, str | None]]
"""By key in the list the id of its record, and the hash of what the source last said under that key."""


class FormerKeys:
    """What the source said of records under other keys than they have now; `listed` gives the keys of the
    list, and is asked only where there is such a record."""

    def __init__(
        self,
        connection: Connection,
        value_type: type[Any],
        memory_name: str,
        listed: Callable[[], Iterable[str]],
    ) -> None:
        self._connection, self._value_type, self._memory_name = connection, value_type, memory_name
        self._listed_now = listed

    @cached_property
    def listed(self) -> frozenset[str]:
        """All keys of the list."""
        return frozenset(self._listed_now())

    @cached_property
    def called_otherwise(self) -> dict[str, tuple[int, str | None]]:
        """By the list's key, the records that are called otherwise here, and not as another row is."""
        found = called_otherwise(self._connection, self._value_type, self._memory_name)
        return {key: (one, said) for key, (one, said, now) in found.items() if now not in self.listed}

    def said_last(self, here: Standing) -> dict[str, dict[str, Any]]:
        """What the source last said of records, by their keys in the list: under that key, or under one that
        no other row has."""
        said_as = {key: key for key in here}
        unheard = {record_id: key for key, (record_id, said) in here.items() if said is None}
        if unheard:
            before = keys_of(self._connection, self._memory_name, list(unheard))
            for one, keys in before.items():
                said_as[unheard[one]] = next(
                    (key for key in reversed(keys) if key not in self.listed), unheard[one]
                )
        found = read_contents(self._connection, self._memory_name, list(said_as.values()))
        return {key: found[before] for key, before in said_as.items() if before in found}
