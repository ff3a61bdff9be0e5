"""The keys of the import that are no commands of the desk, as the keyboard help tells them."""

from __future__ import annotations

from app.ui.commands import KeyHint
from app.ui.imports.draft import Step

GROUP = "Import"
_EVERYWHERE = (
    ("Go on, or press the button that the keyboard is at", "Enter"),
    ("Stop what is under way, or leave a choice as it was", "Esc"),
)
_ROWS = (
    ("Go through the cells of the file", "Arrows"),
    ("Read the whole of a long cell", "Space"),
    ("Copy a cell", "Ctrl+C"),
)
_AT: dict[Step, tuple[tuple[str, str], ...]] = {
    Step.CHOOSE: (("Open the import or the list that is selected", "Enter"), _EVERYWHERE[1]),
    Step.UNDERSTAND: (
        ("From guess to guess, and to the rows of the file", "Tab"),
        ("Change a guess", "Up, Down"),
        ("Open the choices of a guess", "Space"),
        *_EVERYWHERE,
        *_ROWS,
    ),
    Step.MAP: (
        ("Choose where a column goes, or what a word means", "Space, F2"),
        ("Go to a column by how its name begins", "Letters"),
        ("To the rows of the file, and back", "Tab, Shift+Tab"),
        *_EVERYWHERE,
        *_ROWS,
    ),
    Step.CHECK: (
        ("From part to part of the dry run, when at them", "Left, Right"),
        ("Settle a conflict, or say whether a person is added", "Space, F2"),
        ("From a line to its row in the file, and back", "Tab, Shift+Tab"),
        *_EVERYWHERE,
        *_ROWS,
    ),
    Step.DONE: (("Press the button that the keyboard is at", "Enter"),),
}


def keys_at(step: Step) -> list[KeyHint]:
    """What works on a page."""
    return [KeyHint(label, keys, GROUP) for label, keys in _AT[step]]
