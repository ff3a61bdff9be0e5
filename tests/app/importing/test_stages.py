"""The words by which environments tell their stage."""

from __future__ import annotations

import pytest

from app.importing.words.stages import stage_of


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("production", "production"),
        ("PROD", "production"),
        ("Production EU", "production"),
        ("prod-us-east", "production"),
        ("Produktion", "production"),
        ("Produção", "production"),
        ("canlı", "production"),
        ("pre-production", "pre_production"),
        ("Pre Production 2", "pre_production"),
        ("staging", "pre_production"),
        ("UAT", "qa"),
        ("Recette", "qa"),
        ("dev", "test"),
        ("Non-prod", None),
        ("Green", None),
        ("", None),
    ],
)
def test_a_stage_is_told_by_its_words(text: str, stage: str | None) -> None:
    assert stage_of(text) == stage
