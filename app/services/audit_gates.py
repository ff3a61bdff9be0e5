"""Gates, attestations and waivers as rows of the audit workbook: criteria by their sentences."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from app.domain.register import Role
from app.store.queries import audit as queries
from app.store.queries.audit import Period, Row


class CriterionLabels:
    """The sentences of criteria by checkpoint and code; a code that nothing is known of stands for itself."""

    def __init__(self, connection: Connection) -> None:
        self._by_id: dict[tuple[int, str], str] = {}
        self._by_name: dict[tuple[str, str], str] = {}
        for checkpoint_id, name, code, label in queries.criteria(connection):
            self._by_id[checkpoint_id, code] = self._by_name[name, code] = label

    def of(self, checkpoint_id: int, code: str) -> str:
        """What one checkpoint asked for."""
        return self._by_id.get((checkpoint_id, code), code)

    def lately(self, checkpoint_name: str, code: str) -> str:
        """What the newest checkpoint of that name asks for."""
        return self._by_name.get((checkpoint_name, code), code)


def gate_rows(connection: Connection, period: Period) -> Iterator[Row]:
    """The evaluations frozen in the period, each criterion as it was worded then."""
    labels = CriterionLabels(connection)
    for *before, checkpoint_id, code, result, why, evidence, digest in queries.gates(connection, period):
        yield (*before, labels.of(checkpoint_id, code), result, why, evidence, digest)


def attestation_rows(connection: Connection, period: Period) -> Iterator[Row]:
    """What named roles said in the period."""
    labels = CriterionLabels(connection)
    for said, change, checkpoint, code, is_met, role, *rest in queries.attestations(connection, period):
        yield (said, change, checkpoint, labels.lately(checkpoint, code), is_met, Role(role).words, *rest)


def waiver_rows(connection: Connection, period: Period) -> Iterator[Row]:
    """The criteria passed by exception in the period."""
    labels = CriterionLabels(connection)
    for granted, change, checkpoint, code, *rest in queries.waivers(connection, period):
        yield (granted, change, checkpoint, labels.lately(checkpoint, code), *rest)
