"""What a fix owes, who may sign it off, and sign-offs voided by later words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fixes import (
    ProductionFix,
    content_digest,
    fix_problems,
    is_signed,
    missing_words,
    sign_off_problems,
)
from app.domain.register import Person, Role

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
ENTERED = ProductionFix("FIX-1", "Restarted", "Ann", NOW, "UTC", NOW, "Ann", NOW + timedelta(days=2), "app-1")
WRITTEN = replace(ENTERED, reason="down", steps_taken="restart", discussion="Bob", risk="none")
SIGNED = replace(
    WRITTEN, signed_by_id=1, signed_role=Role.OPERATIONS, signed_at=NOW, signed_digest=content_digest(WRITTEN)
)
OLA = Person("Ola", roles=(Role.OPERATIONS, Role.DEVELOPMENT), id=1)


@pytest.mark.parametrize(
    ("fix", "owed"),
    [
        (ENTERED, "its whole documentation and the sign-off"),
        (replace(WRITTEN, risk=" "), "the risk it left, the sign-off"),
        (WRITTEN, "the sign-off"),
        (SIGNED, ""),
        (replace(SIGNED, risk="high"), "a new sign-off: it was changed after it was signed"),
    ],
)
def test_what_is_owed(fix: ProductionFix, owed: str) -> None:
    assert missing_words(fix) == owed


@pytest.mark.parametrize(
    ("fix", "signer", "role", "words"),
    [
        (WRITTEN, OLA, Role.OPERATIONS, ""),
        (ENTERED, OLA, Role.OPERATIONS, "not documented yet"),
        (WRITTEN, OLA, Role.DEVELOPMENT, "answers for production"),
        (WRITTEN, OLA, Role.SECURITY, "does not hold the role security"),
        (WRITTEN, replace(OLA, name=" ann "), Role.OPERATIONS, "nobody signs off their own"),
        (WRITTEN, replace(OLA, is_archived=True), Role.OPERATIONS, "is archived"),
        (SIGNED, OLA, Role.OPERATIONS, "signed off already"),
    ],
)
def test_who_may_sign(fix: ProductionFix, signer: Person, role: Role, words: str) -> None:
    problems = sign_off_problems(fix, signer, role)
    assert (words in " ".join(problems)) if words else not problems


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " "}, "title"),
        ({"made_by": ""}, "made_by"),
        ({"place": ""}, "place"),
        ({"happened_at": NOW + timedelta(seconds=1)}, "happened_at"),
        ({"zone_name": "Mars"}, "zone_name"),
    ],
)
def test_what_keeps_a_fix_from_being_entered(change: dict[str, object], field: str) -> None:
    assert not fix_problems(ENTERED)
    assert [problem.field for problem in fix_problems(replace(ENTERED, **change))] == [field]  # type: ignore[arg-type]


TEXTS = ("title", "made_by", "place", "reason", "steps_taken", "discussion", "risk")


@given(st.sampled_from(TEXTS), st.text(min_size=1))
def test_any_other_word_voids_the_sign_off(field: str, text: str) -> None:
    changed = replace(SIGNED, **{field: getattr(SIGNED, field) + text})
    assert is_signed(SIGNED)
    assert not is_signed(changed)


@given(st.text(), st.text(), st.text())
def test_words_moved_between_fields_are_other_content(one: str, other: str, third: str) -> None:
    apart = replace(WRITTEN, reason=one + other, steps_taken=third)
    together = replace(WRITTEN, reason=one, steps_taken=other + third)
    assert (content_digest(apart) == content_digest(together)) is (other == "")
