"""Holds the keys of the database against a file of public keys that was kept elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.domain.signatures import SigningKey
from app.services.audit_verify.findings import Finding, What
from app.services.errors import RefusedError
from app.store.plain import instant_text
from app.store.reading import find


@dataclass(frozen=True, slots=True)
class KeptKeys:
    """The public keys as kept at an instant (`at`, ISO 8601 in UTC), by id."""

    at: str
    keys: Mapping[int, Mapping[str, Any]]


def read_keys_file(file: Path) -> KeptKeys:
    """The keys of a file that `lockstep audit keys` wrote; raises RefusedError when it is none."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        keys = {int(one["key_id"]): one for one in content["keys"] if one["public_key"]}
        return KeptKeys(str(content["at"]), keys)
    except OSError as error:
        raise RefusedError(f"{file} cannot be read: {error.strerror}. Name the file that was kept.") from None
    except (ValueError, KeyError, TypeError):
        raise RefusedError(
            f"{file} holds no public keys. Write them by “lockstep audit keys --out FILE”."
        ) from None


def compare_keys(connection: Connection, kept: KeptKeys) -> Iterator[Finding]:
    """Keys that are gone, are others now, sign again, or were slipped in before the file was kept."""
    said = f"in the keys kept on {kept.at[:19]}"
    stored = {one.id or 0: one for one in find(connection, SigningKey)}
    for key_id, was in kept.keys.items():
        key = stored.pop(key_id, None)
        if key is None:
            yield Finding(What.SIGNATURE, f"key {key_id}", f"is gone, but stands {said}")
        elif (key.public_key, key.person_id) != (was["public_key"], was["person_id"]):
            yield Finding(What.SIGNATURE, f"key {key_id}", f"is another one than {said}")
        elif was["revoked_at"] and key.revoked_at is None:
            yield Finding(What.SIGNATURE, f"key {key_id}", f"signs again, but is revoked {said}")
    for key in stored.values():
        if instant_text(key.enrolled_at) < kept.at:
            problem = f"says it was enrolled before, but is not {said}"
            yield Finding(What.SIGNATURE, f"key {key.id}", problem)
