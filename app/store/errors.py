"""What can go wrong when saving, said for the person who tried."""

from __future__ import annotations

from typing import Any


class StoreError(Exception):
    """Something could not be saved; the message says what, where and how to mend it."""


class MissingRecordError(StoreError):
    """The record asked for does not exist (any more)."""

    def __init__(self, kind: str, record_id: object) -> None:
        super().__init__(
            f"There is no {kind.replace('_', ' ')} {record_id} in this database. "
            "It may have been removed on another desk; refresh and choose another."
        )
        self.kind = kind
        self.record_id = record_id


class StaleRecordError(StoreError):
    """The record was changed elsewhere since it was read; `current` is what is stored now."""

    def __init__(self, kind: str, record_id: object, current: Any) -> None:
        super().__init__(
            f"This {kind.replace('_', ' ')} was changed elsewhere while it was open here. "
            "Nothing was overwritten; look at the current version and repeat the change."
        )
        self.kind = kind
        self.record_id = record_id
        self.current = current


class ConstraintBrokenError(StoreError):
    """The database refused wrong data that no rule had caught before."""


class TakenError(ConstraintBrokenError):
    """A name or key that must be the only one is another record's already."""


class NotAllowedError(StoreError):
    """The server does not let this login change such records."""

    def __init__(self) -> None:
        super().__init__(
            "Your login may not change this in the shared database. "
            "Ask its owner for the role it takes: lockstep db grant PERSON ROLE."
        )
