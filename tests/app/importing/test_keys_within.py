"""Which keys stand inside a branch, a commit's message or the title of a run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.cells.keys_within import keys_within, names_a_key
from app.importing.cells.readers import reader_for
from app.importing.fields import field_named


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("feature/OPS-12-login", "OPS-12"),
        ("origin/release/CHG0030012_fix", "CHG0030012"),
        ("OPS2-14: new gateway", "OPS2-14"),
        ("Merge branch 'ops-12' into main", "ops-12"),
        ("fixes #7", "7"),
        ("[OPS-12] gateway", "OPS-12"),
        ("Ärger-3", "Ärger-3"),
    ],
)
def test_a_key_is_found_where_it_stands(text: str, key: str) -> None:
    assert key in keys_within(text)


@pytest.mark.parametrize("text", ["", "main", "release/2026.11", "9fceb02d0ae5", "OPS-12b", "#", "xOPS_"])
def test_no_tracker_would_write_this_as_a_key(text: str) -> None:
    assert not names_a_key(text)


@given(st.text(max_size=200))
def test_what_is_found_stands_in_the_text_once(text: str) -> None:
    found = keys_within(text)
    assert all(key in text for key in found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("text", ["\u200bPAY-2", "PAY\u00ad-2", "\u200ePAY-2\u200f", "PAY-2\u00a0"])
def test_signs_that_nobody_sees_are_no_part_of_a_key(text: str) -> None:
    field = field_named("changes", "key")
    assert field is not None
    assert reader_for(field, "Key", {}, None, "UTC")(text.strip()) == "PAY-2"
