"""What a unit of work did, as audit events on their way to the chain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from app.store.plain import instant_text
from db import chain
from db.bulk import Insert

_HELD_EVENTS = 2_000


class Touched(NamedTuple):
    """One record that a unit of work changed: kind, id, and created / changed / removed / noted."""

    kind: str
    record_id: str
    action: str


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
        self.touched: list[Touched] = []

    def record(self, kind: str, record_id: object, action: str, reason: str, before: str, after: str) -> None:
        """One event; `before` and `after` are canonical JSON, or nothing."""
        name = str(record_id)
        self._drafts.append(
            chain.EventDraft(self._now, self._actor, action, kind, name, reason, before, after)
        )
        self.touched.append(Touched(kind, name, action))

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
        self.touched += [Touched(kind, one, action) for one in names]
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
