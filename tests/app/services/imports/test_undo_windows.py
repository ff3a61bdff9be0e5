"""An import is not undone under a window that has begun: what was in it is a record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.windows import MaintenanceWindow, WindowState
from app.services.errors import RefusedError
from app.services.imports.undo import past_imports, undo_import
from app.services.workplace import Workplace
from tests.app.services.imports.test_placing import add_window, bring
from tests.app.services.imports.test_undo import changes, edit


def set_state(workplace: Workplace, window_id: int, state: WindowState) -> None:
    """What becomes of a window."""
    with workplace.write() as work:
        work.save(replace(work.get(MaintenanceWindow, window_id), state=state), "by hand")
        work.commit()


@pytest.mark.parametrize("state", [WindowState.RUNNING, WindowState.CLOSED])
def test_a_change_of_a_window_that_has_begun_stays(workplace: Workplace, state: WindowState) -> None:
    window = add_window(workplace, "Weekly", 0, WindowState.PLANNED)
    bring(workplace, "CHG-1,A,2026-03-07\nCHG-2,B,\n")
    set_state(workplace, window, state)
    (past,) = past_imports(workplace)
    with pytest.raises(RefusedError, match="1 record stands in the way") as refused:
        undo_import(workplace, past.id)
    told = f"CHG-1 belongs to a window that is {state.value}; its record stays as it is."
    assert refused.value.problems == (told,)
    assert set(changes(workplace)) == {"CHG-1", "CHG-2"}
    set_state(workplace, window, WindowState.CANCELLED)
    assert undo_import(workplace, past.id).value.removed == 2


def test_a_later_list_of_it_is_undone_where_the_window_stays_the_same(workplace: Workplace) -> None:
    window = add_window(workplace, "Weekly", 0, WindowState.PLANNED)
    bring(workplace, "CHG-1,A,2026-03-07\n")
    set_state(workplace, window, WindowState.CLOSED)
    bring(workplace, "CHG-1,A again,2026-03-07\n")
    undo_import(workplace, past_imports(workplace)[0].id)
    assert (changes(workplace)["CHG-1"].title, changes(workplace)["CHG-1"].window_id) == ("A", window)


def test_what_was_taken_off_by_hand_is_as_the_hand_left_it(workplace: Workplace) -> None:
    window = add_window(workplace, "Weekly", 0, WindowState.PLANNED)
    bring(workplace, "CHG-1,A,2026-03-07\n")
    edit(workplace, "CHG-1", window_id=None)
    set_state(workplace, window, WindowState.CLOSED)
    with pytest.raises(RefusedError, match="CHG-1 has been edited since"):
        undo_import(workplace, past_imports(workplace)[0].id)
