"""Texts too long to be keys or names, which an index of a server does not hold, end no import."""

from __future__ import annotations

import random

import pytest

from app.domain.register import ConfigurationItem
from app.services.imports.apply import apply
from app.services.imports.long_keys import LONGEST_KEY
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import planned_of


def letters(count: int) -> str:
    """Letters that no index can press together."""
    return "".join(random.Random(7).choices("abcdefghijklmnopqrstuvwxyzäöüéłşğ漢字", k=count))


@pytest.mark.parametrize(
    ("kind", "header"), [("changes", "Key,Title"), ("people", "Name,E-mail"), ("teams", "Name,Lead")]
)
def test_a_row_known_by_too_long_a_text_is_rejected(workplace: Workplace, kind: str, header: str) -> None:
    longest, longer = letters(LONGEST_KEY), letters(6_000)
    planned = planned_of(workplace, f"{header}\n{longest},a\n{longer},b\nshort,c\n", kind)
    (rejected,) = planned.outcome.rejected
    assert rejected.row_number == 3
    assert rejected.reason.startswith("What the row is known by has 6,000 letters; 500 are the most.")
    assert rejected.column == header.partition(",")[0]
    assert planned.outcome.rows_in == 3
    assert apply(workplace, planned, "list.csv").value.created == 2


def test_a_text_too_long_for_a_name_makes_no_record(workplace: Workplace) -> None:
    items = f"db1;{letters(6_000)}"
    planned = planned_of(workplace, f'Name,Tier,Configuration items\nShop,1,"{items}"\n', "applications")
    assert any("too long for a name, left out." in one for one in planned.conversion.warnings)
    apply(workplace, planned, "list.csv")
    with workplace.read() as connection:
        assert [one.name for one in find(connection, ConfigurationItem)] == ["db1"]
