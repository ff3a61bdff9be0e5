"""The real lists these tests run against, and small tables built in the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.importing.reading.files import read_table
from app.importing.table import Table

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"


@pytest.fixture(scope="session")
def real_list() -> Callable[[str], bytes]:
    """Bytes of a real list by its path under the shared data."""

    def read(path: str) -> bytes:
        file = DATA / path
        assert file.is_file(), (
            f"the real list {file} is missing; tests need ../shared/data beside the project"
        )
        return file.read_bytes()

    return read


@pytest.fixture
def table() -> Callable[..., Table]:
    """A table from lines of text."""
    return lambda *lines: read_table("\n".join(lines).encode())
