"""Errors of the rules: each carries a sentence for the person at the desk (what, where, how to mend it)."""

from __future__ import annotations


class RuleError(Exception):
    """A rule refuses; the message is shown as it stands, `problems` lists every reason as a sentence."""

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems or (message,)


class UnknownZoneError(RuleError):
    """A time zone name that the zone database (IANA) does not know."""


class RecurrenceRuleError(RuleError):
    """A recurrence rule that cannot be used, or cannot be changed in the way asked."""
