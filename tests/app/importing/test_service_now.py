"""ServiceNow's tables, which hold numbers where its screens show words."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table


def test_numbers_that_stand_for_words_mean_what_the_program_means() -> None:
    rows = "CHG1,Router,normal,-5,2,1,0\nCHG2,Switch,normal,3,4,3,0\n"
    read = read_table(f"number,short_description,type,state,risk,impact,cab_required\n{rows}".encode())
    made = [row.values for row in convert(read, propose(read).mapping, "UTC").rows]
    assert [(one["state"], one["likelihood"], one["impact"]) for one in made] == [
        ("intake", 4, 4),
        ("closed", 2, 2),
    ]


@pytest.mark.parametrize("impact", ["1 - High", "High"])
def test_a_list_of_words_has_no_words_of_its_own(impact: str) -> None:
    headers = "number,short_description,type,state,impact"
    read = read_table(f"{headers}\nCHG1,Router,normal,New,{impact}\n".encode())
    found = propose(read)
    assert found.mapping.value_maps == {}
    (row,) = convert(read, found.mapping, "UTC").rows
    assert (row.values["state"], row.values["impact"]) == ("intake", 4)
