"""The moment of a detected change is found under the plain names that small scripts give it."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table


@pytest.mark.parametrize("name", ["time", "When", "timestamp", "Seen at"])
def test_a_plain_name_of_a_time_is_the_moment_seen(name: str) -> None:
    rows = f"{name},host,path,user\n2026-11-20 00:10:00,app-34,/etc/x,root\n"
    proposal = propose(read_table(rows.encode()), "detected")
    assert proposal.mapping.headers_of("detected_at") == (name,)
