"""One search for a better sequence as the editor sees it: running, its best so far, taken or explained."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from app.sequencing.model import Activity, Link
from app.sequencing.suggest import Suggestion, SuggestionStatus, preload
from app.sequencing.suggesting.proposal import ProposedChange, proposed_changes, take_suggestion
from app.sequencing.why_not.explanation import Explanation
from app.services.suggestions import explain, search
from app.ui.context import DeskContext
from app.ui.jobs import JobControl
from app.ui.sequence.editor import SequenceEditor

SEARCH_SECONDS = 20.0
_PRELOAD_AFTER_MS = 1500
_Shape = tuple[tuple[Activity, ...], tuple[Link, ...], int]
_has_preloaded = threading.Event()


class _Stop:
    """Ends a search: when asked, when the session is gone, when the desk closes (its job is cancelled)."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._control: JobControl | None = None

    def set(self) -> None:
        """End it."""
        self._event.set()

    def follow(self, control: JobControl) -> _Stop:
        """End it when this job is cancelled, too."""
        self._control = control
        return self

    def is_set(self) -> bool:
        """Whether to end."""
        return self._event.is_set() or (self._control is not None and self._control.is_cancelled)


class SuggestionSession(QObject):
    """Searches off the window's thread and keeps what was found beside the sequence as edited.

    `changed` follows every better suggestion, the end of a search, an explanation and every taking.
    """

    changed = Signal()
    _arrived = Signal(int, object)

    def __init__(self, context: DeskContext, editor: SequenceEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.editor = editor
        self.suggestion: Suggestion | None = None
        self.explanation: Explanation | None = None
        self.changes: tuple[ProposedChange, ...] = ()
        self.is_searching = False
        self.is_explaining = False
        self.kept_ids: frozenset[str] = frozenset()
        self._number = 0
        self._stop = _Stop()
        self._shape: _Shape | None = None
        self._arrived.connect(self._take_better, Qt.ConnectionType.QueuedConnection)
        editor.sequence_changed.connect(self._follow)
        QTimer.singleShot(_PRELOAD_AFTER_MS, self, self._preload)

    @property
    def is_open(self) -> bool:
        """Whether there is something to show."""
        return self.is_searching or self.suggestion is not None or self.explanation is not None

    def start(self, kept_ids: Iterable[str] = (), keep_working_hours: bool = False) -> None:
        """Search for a better sequence; what was found before is dropped."""
        self.close()
        self._number += 1
        self._stop = _Stop()
        self.destroyed.connect(self._stop.set)
        self._shape = _shape(self.editor)
        self.kept_ids = frozenset(kept_ids)
        self.is_searching = True
        view = replace(self.editor.view, sequence=self.editor.sequence)
        tell = partial(self._tell, self._number)
        stop, kept, hours = self._stop, self.kept_ids, keep_working_hours
        self._context.fetch(
            "Suggesting a sequence",
            lambda control: search(view, SEARCH_SECONDS, tell, stop.follow(control), kept, hours),
            partial(self._ended, self._number, hours),
            self,
            failed=partial(self._failed, self._number),
        )
        self.changed.emit()

    def stop(self) -> None:
        """End the search; the best so far stays."""
        self._stop.set()

    def close(self) -> None:
        """End the search and drop what it found."""
        self._stop.set()
        self._number += 1
        was_open = self.is_open
        self.is_searching = self.is_explaining = False
        self.suggestion = self.explanation = None
        self.changes = ()
        if was_open:
            self.changed.emit()

    def accept(self, chosen: Iterable[str] | None = None) -> bool:
        """Take the suggestion into the sequence, whole or for the chosen activities, as one edit."""
        suggestion = self.suggestion
        if suggestion is None or not suggestion.is_usable:
            return False
        self._stop.set()
        ids = None if chosen is None else frozenset(chosen)
        return self.editor.apply(lambda sequence: take_suggestion(sequence, suggestion, ids))

    def _tell(self, number: int, suggestion: Suggestion) -> None:
        """Called by the search's threads; the page may be gone by then."""
        if isValid(self):
            self._arrived.emit(number, suggestion)

    @Slot(int, object)
    def _take_better(self, number: int, suggestion: Suggestion) -> None:
        if number == self._number and self.is_searching:
            self._show(suggestion)

    def _ended(self, number: int, keep_working_hours: bool, suggestion: Suggestion) -> None:
        if number != self._number:
            return
        self.is_searching = False
        has_no_answer = not suggestion.is_usable and not self._stop.is_set()
        self.is_explaining = has_no_answer
        self._show(suggestion)
        if has_no_answer:
            view, kept = replace(self.editor.view, sequence=self.editor.sequence), self.kept_ids
            self._context.fetch(
                "Finding out why no sequence exists",
                lambda _control: explain(view, kept_ids=kept, keep_working_hours=keep_working_hours),
                partial(self._explained, number),
                self,
                failed=partial(self._failed, number),
            )

    def _explained(self, number: int, explanation: Explanation) -> None:
        if number == self._number:
            self.is_explaining = False
            self.explanation = explanation
            self.changed.emit()

    def _failed(self, number: int, error: Exception) -> None:
        if number == self._number:
            self.close()
            self._context.show_error(error, "Suggesting a sequence")

    def _show(self, suggestion: Suggestion) -> None:
        self.suggestion = suggestion
        self._compare()
        self.changed.emit()

    def _compare(self) -> None:
        editor, found = self.editor, self.suggestion
        self.changes = (
            proposed_changes(editor.sequence, editor.analysis.schedule, found)
            if found is not None and found.is_usable
            else ()
        )

    def _follow(self) -> None:
        """After an edit: what is proposed stands as long as only places and players changed."""
        if not self.is_open:
            return
        if _shape(self.editor) != self._shape:
            self.close()
            return
        self._compare()
        is_taken = self.suggestion is not None and self.suggestion.is_usable and not self.changes
        if is_taken and not self.is_searching:
            self.close()
        else:
            self.changed.emit()

    def _preload(self) -> None:
        """Import the solver while nobody waits for it; once a program."""
        if not _has_preloaded.is_set():
            _has_preloaded.set()
            self._context.fetch("Preparing suggestions", lambda _control: preload(), lambda _none: None, self)


def bound_words(session: SuggestionSession) -> str:
    """What is known of a better finish, while searching and after."""
    from app.sequencing.suggest import bound_sentence

    found = session.suggestion
    if found is None:
        return "Looking for a first sequence…"
    if found.status is SuggestionStatus.NOTHING_FOUND and session.is_searching:
        return "Looking for a first sequence…"
    return bound_sentence(found)


def _shape(editor: SequenceEditor) -> _Shape:
    """The sequence without places and players."""
    sequence = editor.sequence
    activities = tuple(replace(one, planned_start=None, players=()) for one in sequence.activities)
    return activities, sequence.links, sequence.window_minutes
