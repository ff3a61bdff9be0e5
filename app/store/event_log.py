"""What a unit of work did, as audit events on their way to the chain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from app.store.plain import instant_text
from db import chain
from db.bulk import Insert

_HELD_EVENTS = 2_000
_MOST_NAMED = 1_000
"""Of more records alike nobody looks at each: screens read anew, and memory does not grow with them."""


class Touched(NamedTuple):
    """One record that a unit of work changed: kind, id, and created / changed / removed / noted.

    An empty id stands for many records of the kind.
    """

    kind: str
    record_id: str
    action: str


class TouchedRecords:
    """What was touched: each record once for each thing done to it; of many alike, that they were many."""

    def __init__(self) -> None:
        self._found: dict[Touched, None] = {}
        self._count: Counter[tuple[str, str]] = Counter()

    def add(self, kind: str, record_ids: Sequence[str], action: str) -> None:
        """Note records of one kind to which the same was done."""
        alike = (kind, action)
        before = self._count[alike]
        self._count[alike] = now = before + len(record_ids)
        if now <= _MOST_NAMED:
            self._found.update((Touched(kind, one, action), None) for one in record_ids)
        elif before <= _MOST_NAMED:
            others = (one for one in self._found if (one.kind, one.action) != alike)
            self._found = {**dict.fromkeys(others), Touched(kind, "", action): None}

    def all(self) -> tuple[Touched, ...]:
        """All that was noted, in its order."""
        return tuple(self._found)


class EventLog:
    """The events of one transaction, in their order; some thousands at once go to the chain early, not to
    hold them all. `connection` gives the transaction's connection, `insert` puts rows into its tables."""

    def __init__(
        self, actor: str, now: datetime, connection: Callable[[], Connection], insert: Insert
    ) -> None:
        self._actor, self._now = actor, instant_text(now)
        self._connection, self._insert = connection, insert
        self._drafts: list[chain.EventDraft | chain.EventBatch] = []
        self._held = 0
        self._chaining: chain.Chaining | None = None
        self.events = 0
        self.touched = TouchedRecords()

    def record(self, kind: str, record_id: object, action: str, reason: str, before: str, after: str) -> None:
        """One event; `before` and `after` are canonical JSON, or nothing."""
        name = str(record_id)
        self._drafts.append(
            chain.EventDraft(self._now, self._actor, action, kind, name, reason, before, after)
        )
        self.touched.add(kind, (name,), action)
        self.events += 1

    def record_batch(
        self,
        kind: str,
        ids: Sequence[int],
        action: str,
        reason: str,
        afters: Sequence[str],
        befores: Sequence[str] = (),
    ) -> None:
        """One event a record, alike but for what they say before and after."""
        names = list(map(str, ids))
        batch = chain.EventBatch(self._now, self._actor, action, kind, reason, names, afters, befores)
        self._drafts.append(batch)
        self.touched.add(kind, names, action)
        self.events += len(names)
        self._held += len(names)
        if self._held >= _HELD_EVENTS:
            self._chain()

    def close(self) -> chain.Head:
        """Chain what is held and note where the chain ends; to be called right before the commit."""
        if self._drafts:
            self._chain()
        if self._chaining is None:
            return chain.read_head(self._connection())
        return self._chaining.close(self._connection())

    def _chain(self) -> None:
        if self._chaining is None:
            self._chaining = chain.Chaining(self._connection())
        self._chaining.add(self._drafts, self._insert)
        self._drafts, self._held = [], 0
