"""Which window a fix version, sprint or milestone means; what can be read two ways means none."""

from __future__ import annotations

from datetime import date

import pytest

from app.importing.cells.readers import names_of
from app.importing.errors import UnusableMapping
from app.importing.mapping import Mapping
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.words.releases import WindowOffer, chosen_window, guess_window, is_window_choice

OFFERS = (
    WindowOffer(1, "Weekly", date(2026, 11, 28)),
    WindowOffer(2, "Weekly", date(2026, 12, 5)),
    WindowOffer(3, "Storage migration", date(2026, 12, 6)),
    WindowOffer(4, "Network", date(2026, 12, 1)),
    WindowOffer(5, "Payments 5.2", date(2027, 1, 12)),
)


@pytest.mark.parametrize(
    ("name", "window_id"),
    [
        ("2026-11-28", 1),
        ("Release 28.11.2026", 1),
        ("R20261128", 1),
        ("rel/2026.12.05", 2),
        ("Payments 28/11/26", 1),
        ("28-11-2026 hotfix", 1),
        ("12/01/2027", 5),  # 1 December 2027 has no window
        ("12/01/2026", 4),  # 12 January 2026 has none
        ("storage migration", 3),
        ("PAYMENTS 5.2", 5),
        ("2026-W48", 1),
        ("KW 48 2026", 1),
        ("Sprint 2027 W2", 5),
        ("Weekly", None),  # two bear this title
        ("2026-W49", None),  # three begin in that week
        ("2026-11-27", None),
        ("Sprint 42", None),
        ("5.2", None),
        ("4.12.2026.1", None),
        ("99/99/2026", None),
        ("2026-13-45", None),
        ("", None),
    ],
)
def test_a_name_means_the_window_that_it_alone_can_mean(name: str, window_id: int | None) -> None:
    guess = guess_window(name, OFFERS)
    assert (guess.window_id if guess else None) == window_id
    assert guess is None or (0.5 < guess.confidence < 1 and guess.reason)


@pytest.mark.parametrize(
    ("said", "window_id"), [("3", 3), ("2026-12-05", 2), ("9", None), ("2026-01-01", None)]
)
def test_what_somebody_chose_is_an_id_or_a_day(said: str, window_id: int | None) -> None:
    assert is_window_choice(said)
    assert chosen_window(said, OFFERS) == window_id


@pytest.mark.parametrize("said", ["next", "28.11.2026", "2026-02-30", "-1", "1.5"])
def test_a_mapping_that_names_no_window_is_refused_in_words(said: str) -> None:
    words = f'"value_maps": {{"release": {{"S1": "{said}"}}}}'
    document = f'{{"kind": "changes", "columns": {{"Sprint": "release"}}, {words}}}'
    with pytest.raises(UnusableMapping, match="is no window"):
        Mapping.from_json(document)


@pytest.mark.parametrize(
    "header",
    [
        "Fix Version/s",
        "Sprint",
        "Milestone",
        "Iteration Path",
        "Target version",
        "Lösungsversion(en)",
        "Jalon",
    ],
)
def test_the_columns_of_releases_are_known_and_stay_with_the_record(header: str) -> None:
    table = read_table(f"Issue key,Summary,{header}\nA-1,One,5.2\nA-2,Two,5.3\n".encode())
    assert propose(table).mapping.columns[header] == "release"


def test_a_cell_may_name_several() -> None:
    assert names_of("5.2; 5.3") == ("5.2", "5.3")
