"""What there is to say of the events of a calendar file besides its rows."""

from __future__ import annotations

from collections.abc import Sequence

MOST_OCCURRENCES = 200
"""How many dates are read of an event that recurs."""
CANCEL_HERE = "What the desk has of them, cancel in its own calendar."


def told_of_events(
    cut: Sequence[str], odd: Sequence[str], unknown: Sequence[str], cancelled: Sequence[str]
) -> tuple[str, ...]:
    """Sentences on the events of a calendar whose dates were `cut` off, that are `odd` and passed over, whose
    zones are `unknown`, and that were `cancelled`."""
    told = [
        f"The time zone “{name}” is not known; its times were read as times without a zone."
        for name in dict.fromkeys(unknown)
    ]
    if cut:
        names = ", ".join(cut[:3]) + (f" and {len(cut) - 3} more" if len(cut) > 3 else "")
        words = "recurs for very long; its" if len(cut) == 1 else "recur for very long; their"
        told.append(f"{names} {words} first dates were read, at most {MOST_OCCURRENCES} in fifty years.")
    if odd:
        events_are = (
            "1 event is damaged and was" if len(odd) == 1 else f"{len(odd)} events are damaged and were"
        )
        told.append(f"{events_are} passed over: {'; '.join(odd[:3])}.")
    if cancelled:
        names = ", ".join(cancelled[:3]) + (f" and {len(cancelled) - 3} more" if len(cancelled) > 3 else "")
        told.append(f"Cancelled in the calendar and passed over: {names}. {CANCEL_HERE}")
    return tuple(told)
