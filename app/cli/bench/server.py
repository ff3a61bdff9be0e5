"""A PostgreSQL server to measure on, and databases of one's own on it."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

SERVER_VARIABLE = "LOCKSTEP_TEST_POSTGRES"


def server_address() -> str:
    """The address in LOCKSTEP_TEST_POSTGRES; empty where there is no server to measure on."""
    return os.environ.get(SERVER_VARIABLE, "")


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """The address of a new, empty database, which is dropped afterwards."""
    import psycopg

    name = f"lockstep_bench_{uuid.uuid4().hex[:8]}"
    plain = server.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
        try:
            yield server.rpartition("/")[0] + f"/{name}"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
