"""Use cases of what is kept outside the database: where the chain ended, and the public keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.domain.register import Person
from app.domain.signatures import SigningKey
from app.services.audit_verify.findings import Finding, What
from app.services.errors import RefusedError
from app.services.files import whole_file
from app.services.workplace import Workplace
from app.store.packets import chain_head
from app.store.plain import instant_text
from app.store.queries.audit_states import event_hash_at, names_borne
from app.store.reading import find


@dataclass(frozen=True, slots=True)
class KeptHead:
    """Where a chain ended when it was written down; `at` is ISO 8601 in UTC."""

    sequence: int
    hash: str
    at: str
    database: str


def write_head(workplace: Workplace, out: Path) -> KeptHead:
    """Write where the chain ends into a file to be kept elsewhere; raises RefusedError."""
    with workplace.read() as connection:
        head = chain_head(connection)
    kept = KeptHead(head.sequence, head.hash, instant_text(workplace.now()), workplace.address)
    _write(
        out,
        {"sequence": kept.sequence, "hash": kept.hash, "at": kept.at, "database": kept.database},
    )
    return kept


def read_head_file(file: Path) -> KeptHead:
    """A head as kept in a file; raises RefusedError when it is none."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return KeptHead(
            int(content["sequence"]),
            str(content["hash"]),
            str(content.get("at", "")),
            str(content.get("database", "")),
        )
    except OSError as error:
        raise RefusedError(f"{file} cannot be read: {error.strerror}. Name the file that was kept.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise RefusedError(
            f"{file} holds no head of an audit chain. Write one by “lockstep audit head --out FILE”."
        ) from None


def compare_head(connection: Connection, kept: KeptHead, last: int) -> Iterator[Finding]:
    """Whether the chain still holds what it held when a head was kept; `last` is its last event."""
    if kept.sequence == 0:
        return
    said = f"the head kept on {kept.at[:19]}" if kept.at else "the head that was kept"
    if kept.sequence > last:
        problem = f"is missing: the chain ends at event {last}, but {said} names event {kept.sequence}"
        yield Finding(What.HEAD, f"event {last + 1}", problem, last + 1)
        return
    stored = event_hash_at(connection, kept.sequence)
    if stored != kept.hash:
        problem = f"has another hash than {said}: it, or something before it, was rewritten"
        yield Finding(What.HEAD, f"event {kept.sequence}", problem, kept.sequence)


def public_keys(workplace: Workplace) -> tuple[dict[str, Any], ...]:
    """Every key ever enrolled, by id: person, every name they had, public part in hexadecimal, its days."""
    with workplace.read() as connection:
        names = {person.id: person.name for person in find(connection, Person)}
        keys = find(connection, SigningKey)
        borne = {key.person_id: names_borne(connection, key.person_id) for key in keys}
    return tuple(
        {
            "key_id": key.id,
            "person_id": key.person_id,
            "person": names.get(key.person_id, ""),
            "names": list(borne[key.person_id]),
            "public_key": key.public_key,
            "witness": names.get(key.witness_id, ""),
            "enrolled_at": instant_text(key.enrolled_at),
            "revoked_at": instant_text(key.revoked_at) if key.revoked_at else None,
        }
        for key in keys
    )


def write_keys(workplace: Workplace, out: Path) -> int:
    """Write the public keys into a file to be kept elsewhere; returns how many. Raises RefusedError."""
    keys = public_keys(workplace)
    content = {"database": workplace.address, "at": instant_text(workplace.now()), "keys": list(keys)}
    _write(out, content)
    return len(keys)


def _write(out: Path, content: dict[str, Any]) -> None:
    with whole_file(out) as target:
        target.write((json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode())
