"""The errors of the sequence, each with a message for the person who edits it."""

from __future__ import annotations

from collections.abc import Sequence as Rows


class SequenceError(ValueError):
    """Base of every error of the sequence; `str(error)` is what the user reads."""


class UnknownActivityError(SequenceError):
    """A link or an edit names an activity that the sequence does not have."""

    def __init__(self, activity_id: str) -> None:
        super().__init__(
            f"The sequence has no activity {activity_id!r}. It may have been removed; reload the window."
        )
        self.activity_id = activity_id


class DuplicateActivityError(SequenceError):
    """Two activities of a sequence carry the same id."""

    def __init__(self, activity_id: str) -> None:
        super().__init__(f"The activity {activity_id!r} occurs twice. Give the second one an id of its own.")
        self.activity_id = activity_id


class CyclicSequenceError(SequenceError):
    """The links run in a circle; `cycle` holds the ids in the order of the links, the first not repeated."""

    def __init__(self, cycle: Rows[str], titles: Rows[str] = ()) -> None:
        named = list(titles) or list(cycle)
        circle = " → ".join([*named, named[0]])
        super().__init__(f"The links run in a circle: {circle}. Remove one of these links.")
        self.cycle = tuple(cycle)


class LinkRefusedError(SequenceError):
    """A link cannot be added: it would close a circle, joins an activity to itself or exists already."""


class DurationTextError(SequenceError):
    """The text of a duration cell cannot be read."""


class ClockTextError(SequenceError):
    """The text of a start or deadline cell cannot be read."""


class PredecessorTextError(SequenceError):
    """The text of a predecessors cell cannot be read."""
