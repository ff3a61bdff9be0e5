"""What a use case may refuse, and the one list of errors that are answers rather than defects."""

from __future__ import annotations

from app.domain.errors import RuleError
from app.importing.errors import ImportingError
from app.store.errors import NotAllowedError, StaleRecordError, StoreError
from db.backup import BackupError
from db.engines import DatabaseAddressError, DatabaseBusyError
from db.migrate import SchemaError
from db.roles import RolesError


class RefusedError(Exception):
    """A use case refused; the message says what, where and how to mend it.

    `problems` lists every reason found, each a full sentence.
    """

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


EXPECTED_ERRORS: tuple[type[Exception], ...] = (
    RefusedError,
    StoreError,
    BackupError,
    DatabaseAddressError,
    SchemaError,
    RolesError,
    ImportingError,
    RuleError,
)
"""Errors whose message is shown as it stands; anything else is a defect and is reported as one."""

__all__ = [
    "EXPECTED_ERRORS",
    "DatabaseBusyError",
    "NotAllowedError",
    "RefusedError",
    "StaleRecordError",
    "StoreError",
]
