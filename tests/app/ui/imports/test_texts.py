"""Values and differences as text."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.store.event_log import Touched
from app.ui.imports.draft import shortened
from app.ui.imports.texts import added_besides, counted, field_text, told_apart, value_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        ((), "–"),
        (True, "Yes"),
        (date(2026, 4, 5), "2026-04-05"),
        (datetime(2026, 4, 5, 22, 30, tzinfo=UTC), "2026-04-06 00:30 CEST"),
        (("Shop", "Billing"), "Shop, Billing"),
        ((("blocks", "CHG-1"), ("is_blocked_by", "A_2")), "blocks CHG-1, is blocked by A_2"),
        ({"Team": "A\nB", "Empty": ""}, "Team: A B"),
        ("<b>\nbold</b>", "<b> bold</b>"),
    ],
)
def test_values_are_one_line_of_plain_text(value: object, text: str) -> None:
    assert value_text(value, "Europe/Berlin") == text


def test_the_desks_words_are_written_as_words() -> None:
    assert field_text("changes", "state", "in_test", "UTC") == "In test"
    assert field_text("activities", "phase", "prepare", "UTC") == "Prepare"
    assert field_text("changes", "title", "in_test", "UTC") == "in_test"


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("short", "shorter", "short"),
        ("same " * 20, "same " * 20, "same " * 20),
        (
            "Replace the gateway of the north site tonight",
            "Replace the gateway of the north site",
            "… site tonight",
        ),
    ],
)
def test_long_texts_begin_where_they_differ(one: str, other: str, shown: str) -> None:
    assert told_apart(one, [one, other]).endswith(shown.removeprefix("… "))
    assert told_apart(one, [one, other]).startswith("…") == shown.startswith("…")


def test_counting_and_shortening() -> None:
    assert (counted(1, "row"), counted(1204, "row"), counted(2, "entry", "entries")) == (
        "1 row",
        "1,204 rows",
        "2 entries",
    )
    assert shortened("x" * 100, 10) == "x" * 9 + "…"


def test_what_a_list_rests_on_is_counted_but_not_its_own_records() -> None:
    names = ("person", "person", "team", "activity")
    changes = [Touched(name, str(number), "created") for number, name in enumerate(names)]
    changes += [Touched("team", "9", "changed"), Touched("configuration_item", "", "created")]
    assert added_besides(tuple(changes), "activities") == {"people": 2, "team": 1}
    assert added_besides(tuple(changes), "people") == {"team": 1}
