"""Names that mean everything there is."""

from __future__ import annotations

import pytest

from app.importing.words.everything import without_all


@pytest.mark.parametrize("names", [("All",), ("alle Systeme",), ("Shop", "Tümü"), ("*",), ()])
def test_everything_names_nothing_in_particular(names: tuple[str, ...]) -> None:
    assert without_all(names) == ()


def test_other_names_stay() -> None:
    assert without_all(("Allocation", "Shop")) == ("Allocation", "Shop")
