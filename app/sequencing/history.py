"""Undo and redo without limit over immutable sequences."""

from __future__ import annotations

from dataclasses import dataclass

from app.sequencing.editing import Edit
from app.sequencing.model import Sequence


@dataclass(frozen=True, slots=True)
class _Step:
    label: str
    before: Sequence
    after: Sequence
    merge_key: str | None


class History:
    """The editing of one window's sequence: every state reached, where we are, and what was saved.

    A push drops what could be redone. Consecutive pushes with one merge key are one step until `seal` is
    called (the mouse button was released).
    """

    def __init__(self, sequence: Sequence) -> None:
        self._saved = sequence
        self._current = sequence
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._is_sealed = True

    @property
    def current(self) -> Sequence:
        """The sequence as edited so far."""
        return self._current

    @property
    def undo_label(self) -> str | None:
        """The label of the edit that `undo` takes back; None when there is none."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """The label of the edit that `redo` does again; None when there is none."""
        return self._undone[-1].label if self._undone else None

    @property
    def is_dirty(self) -> bool:
        """Whether the current sequence differs from the saved one; undoing back to it makes it clean."""
        return self._current is not self._saved and self._current != self._saved

    def push(self, edit: Edit) -> Sequence:
        """Record an edit and return the sequence after it; an edit that changes nothing is not recorded."""
        if edit.sequence == self._current:
            return self._current
        last = self._done[-1] if self._done else None
        if last and not self._is_sealed and edit.merge_key and last.merge_key == edit.merge_key:
            self._done[-1] = _Step(edit.label, last.before, edit.sequence, edit.merge_key)
        else:
            self._done.append(_Step(edit.label, self._current, edit.sequence, edit.merge_key))
        self._undone.clear()
        self._current = edit.sequence
        self._is_sealed = False
        return self._current

    def seal(self) -> None:
        """End the current drag: the next edit is a step of its own."""
        self._is_sealed = True

    def undo(self) -> Sequence:
        """Take back the last edit, if any, and return the sequence before it."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._current = step.before
        self._is_sealed = True
        return self._current

    def redo(self) -> Sequence:
        """Do the last undone edit again, if any, and return the sequence after it."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._current = step.after
        self._is_sealed = True
        return self._current

    def mark_saved(self, sequence: Sequence | None = None) -> None:
        """Remember what is stored: `sequence`, or the current one. Edits made since stay unsaved; the steps
        stay, so that undo still works."""
        self._saved = self._current if sequence is None else sequence
        self._is_sealed = True
