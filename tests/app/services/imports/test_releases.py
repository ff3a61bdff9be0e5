"""Fix versions and sprints that mean windows: where changes go, and what keeps them out, on both engines."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.changes import Change
from app.domain.windows import Freeze, MaintenanceWindow, WindowState
from app.importing.mapping import Mapping
from app.importing.proposing.list_words import value_choices
from app.services.audit import verify_chain
from app.services.imports.apply import Imported, apply
from app.services.imports.conflicts import in_words, settled
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.imports.releases import with_windows
from app.services.imports.undo import undo_import
from app.services.workplace import Workplace
from tests.app.services.imports.test_undo import changes, edit

HEADER = "Key,Title,Fix Version/s,Deployment date\n"
SATURDAY = datetime(2026, 3, 7, 21, tzinfo=UTC)


@pytest.fixture
def windows(workplace: Workplace) -> dict[str, int]:
    """Three windows ahead by name, the second of them with room for two changes, and one that is over."""
    rows = {
        "first": ("Weekly", SATURDAY, 40, WindowState.PLANNED),
        "small": ("Small", SATURDAY + timedelta(days=7), 2, WindowState.PLANNED),
        "third": ("Weekly", SATURDAY + timedelta(days=14), 40, WindowState.PLANNED),
        "over": ("Old", SATURDAY - timedelta(days=7), 40, WindowState.CLOSED),
    }
    made = {}
    with workplace.write() as work:
        for name, (title, starts_at, capacity, state) in rows.items():
            window = MaintenanceWindow(
                title, starts_at, starts_at + timedelta(hours=8), "Europe/Berlin", state, None, None, capacity
            )
            made[name] = work.add(window).id or 0
        work.commit()
    return made


def planned_of(workplace: Workplace, rows: str, words: dict[str, str] | None = None) -> Planned:
    understood = understand(workplace, (HEADER + rows).encode(), "changes")
    found = understood.proposal.mapping
    mapping = Mapping(found.kind, found.columns, {"release": words or {}}, found.date_orders, found.source)
    return plan(workplace, understood.table, mapping, "UTC")


def bring(workplace: Workplace, rows: str, words: dict[str, str] | None = None) -> Imported:
    return apply(workplace, planned_of(workplace, rows, words), "list.csv").value


def places(workplace: Workplace) -> dict[str, int | None]:
    return {key: one.window_id for key, one in changes(workplace).items()}


def test_a_release_leads_to_its_window_as_said_or_as_its_name_says(
    workplace: Workplace, windows: dict[str, int]
) -> None:
    done = bring(
        workplace,
        "A-1,One,R 2026-03-07,\nA-2,Two,Spring,\nA-3,Three,Autumn,\nA-4,Four,2026-03-21,\nA-5,Five,,\n",
        {"Spring": str(windows["third"]), "2026-03-21": ""},
    )
    assert done.not_placed == ()
    assert places(workplace) == {
        "A-1": windows["first"],
        "A-2": windows["third"],
        "A-3": None,
        "A-4": None,  # somebody said: no window
        "A-5": None,
    }
    found = changes(workplace)
    assert found["A-2"].deployment_on == date(2026, 3, 21)
    assert dict(found["A-3"].extra)["Fix Version/s"] == "Autumn"


def test_the_release_counts_before_the_date_and_several_windows_mean_none(
    workplace: Workplace, windows: dict[str, int]
) -> None:
    bring(workplace, "A-1,One,2026-03-07,2026-03-21\nA-2,Two,2026-03-07; 2026-03-21,2026-03-14\n")
    assert places(workplace) == {"A-1": windows["first"], "A-2": windows["small"]}


def test_what_the_rules_keep_out_stays_in_intake_and_is_told_before_and_after(
    workplace: Workplace, windows: dict[str, int]
) -> None:
    with workplace.write() as work:
        work.add(Freeze("Quarter end", SATURDAY, SATURDAY + timedelta(days=1), "Europe/Berlin"))
        work.commit()
    rows = "".join(f"B-{number},Title,2026-03-14,\n" for number in range(1, 5)) + "A-1,One,2026-03-07,\n"
    planned = planned_of(workplace, rows)
    done = apply(workplace, planned, "list.csv").value
    assert done.created == 5
    small = windows["small"]
    assert places(workplace) == {"B-1": small, "B-2": small, "B-3": None, "B-4": None, "A-1": None}
    assert len(done.not_placed) == 2
    assert "B-3, B-4" in done.not_placed[0]
    assert "its capacity is 2 deployments" in done.not_placed[0]
    assert "Quarter end" in done.not_placed[1]
    assert set(done.not_placed) <= set(planned.conversion.warnings)


def test_a_window_that_is_over_or_gone_takes_nothing(workplace: Workplace, windows: dict[str, int]) -> None:
    bring(
        workplace,
        "A-1,One,2026-02-28,\nA-2,Two,Old one,\nA-3,Three,Gone,\n",
        {"Old one": str(windows["over"]), "Gone": "999999"},
    )
    assert set(places(workplace).values()) == {None}


def test_a_list_for_one_window_obeys_its_rules_too(workplace: Workplace, windows: dict[str, int]) -> None:
    understood = understand(workplace, (HEADER + "A-1,One,,\nA-2,Two,,\nA-3,Three,,\n").encode(), "changes")
    mapping = understood.proposal.mapping
    planned = plan(workplace, understood.table, mapping, "UTC", window_id=windows["small"])
    done = apply(workplace, planned, "list.csv", window_id=windows["small"]).value
    assert list(places(workplace).values()) == [windows["small"], windows["small"], None]
    assert set(done.not_placed) <= set(planned.conversion.warnings)


@pytest.mark.parametrize("named", [False, True])
def test_what_is_withdrawn_goes_into_no_window(
    workplace: Workplace, windows: dict[str, int], named: bool
) -> None:
    text = (
        "Key,Title,Status,Resolution,Deployment date\n"
        "A-1,One,Done,Won't Do,2026-03-07\nA-2,Two,In Progress,Unresolved,2026-03-07\n"
    )
    understood = understand(workplace, text.encode(), "changes")
    window_id = windows["first"] if named else None
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC", window_id=window_id)
    done = apply(workplace, planned, "list.csv", window_id=window_id).value
    assert places(workplace) == {"A-1": None, "A-2": windows["first"]}
    assert done.not_placed == ()


def test_the_same_list_again_changes_nothing(workplace: Workplace, windows: dict[str, int]) -> None:
    rows = "A-1,One,2026-03-07,\nA-2,Two,2026-03-14,\n"
    bring(workplace, rows)
    before = changes(workplace)
    again = bring(workplace, rows)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
    assert changes(workplace) == before


def test_another_release_in_the_source_moves_the_change(
    workplace: Workplace, windows: dict[str, int]
) -> None:
    bring(workplace, "A-1,One,2026-03-07,\n")
    done = bring(workplace, "A-1,One,2026-03-21,\n")
    assert (done.updated, done.not_placed) == (1, ())
    moved = changes(workplace)["A-1"]
    assert (moved.window_id, moved.deployment_on) == (windows["third"], date(2026, 3, 21))
    undo_import(workplace, done.import_id)
    assert places(workplace) == {"A-1": windows["first"]}
    assert verify_chain(workplace).is_ok


def test_a_move_that_the_rules_refuse_leaves_the_change_and_is_told(
    workplace: Workplace, windows: dict[str, int]
) -> None:
    bring(workplace, "A-1,One,2026-03-07,\nB-1,Two,2026-03-14,\nB-2,Three,2026-03-14,\n")
    planned = planned_of(workplace, "A-1,One,2026-03-14,\nB-1,Two,2026-03-14,\nB-2,Three,2026-03-14,\n")
    done = apply(workplace, planned, "list.csv").value
    assert places(workplace)["A-1"] == windows["first"]
    assert "A-1" in done.not_placed[0]
    assert set(done.not_placed) <= set(planned.conversion.warnings)


def test_moved_changes_fill_a_window_as_new_ones_do(workplace: Workplace, windows: dict[str, int]) -> None:
    bring(workplace, "A-1,One,2026-03-07,\nA-2,Two,2026-03-07,\nA-3,Three,2026-03-07,\n")
    moved = "B-1,New,2026-03-14,\nA-1,One,2026-03-14,\nA-2,Two,2026-03-14,\nA-3,Three,2026-03-07,\n"
    planned = planned_of(workplace, moved)
    done = apply(workplace, planned, "list.csv").value
    small, first = windows["small"], windows["first"]
    assert places(workplace) == {"A-1": small, "A-2": first, "A-3": first, "B-1": small}
    assert "A-2" in done.not_placed[0]
    assert set(done.not_placed) <= set(planned.conversion.warnings)


def test_a_change_that_moves_away_leaves_room_for_those_below_it(
    workplace: Workplace, windows: dict[str, int]
) -> None:
    bring(workplace, "A-1,One,2026-03-14,\nA-2,Two,2026-03-14,\nA-3,Three,2026-03-07,\n")
    done = bring(workplace, "A-1,One,2026-03-21,\nA-2,Two,2026-03-14,\nA-3,Three,2026-03-14,\n")
    assert done.not_placed == ()
    small = windows["small"]
    assert places(workplace) == {"A-1": windows["third"], "A-2": small, "A-3": small}


def test_moved_on_the_desk_and_in_the_source_is_a_conflict_to_settle(
    workplace: Workplace, windows: dict[str, int]
) -> None:
    bring(workplace, "A-1,One,2026-03-07,\n")
    edit(workplace, "A-1", window_id=windows["small"])
    assert planned_of(workplace, "A-1,One!,2026-03-07,\n").outcome.conflicts == []
    planned = planned_of(workplace, "A-1,One,2026-03-21,\n")
    (conflict,) = in_words(workplace, planned).outcome.conflicts
    assert conflict.field == "release"
    assert "Small" in conflict.on_the_desk
    apply(workplace, settled(planned, [("A-1", "release")]), "list.csv")
    assert places(workplace) == {"A-1": windows["third"]}


def test_the_words_of_a_list_come_with_their_windows(workplace: Workplace, windows: dict[str, int]) -> None:
    understood = understand(workplace, (HEADER + "A-1,One,2026-03-07; 5.2,\nA-2,Two,5.2,\n").encode())
    mapping = understood.proposal.mapping
    found = with_windows(workplace, mapping, value_choices(understood.table, mapping))["release"]
    assert [(one.word, one.count, one.value, one.guess) for one in found] == [
        ("5.2", 2, None, ""),
        ("2026-03-07", 1, str(windows["first"]), "the date in its name"),
    ]
    said = Mapping("changes", mapping.columns, {"release": {"2026-03-07": ""}})
    again = with_windows(workplace, said, value_choices(understood.table, said))["release"]
    assert [(one.value, one.guess) for one in again] == [(None, ""), (None, "")]


def test_new_changes_are_as_sound_as_placed_ones(workplace: Workplace, windows: dict[str, int]) -> None:
    bring(workplace, "A-1,One,2026-03-07,\n")
    found: Change = changes(workplace)["A-1"]
    assert found.window_id == windows["first"]
    assert not found.is_date_approved
