"""What makes the criteria of a checkpoint sound, and the instants it may be frozen as at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.domain.gates import CriterionKind, CriterionSpec

_AT_ONCE = timedelta(minutes=5)  # from reading a clock to freezing by it


def criteria_problems(criteria: Sequence[CriterionSpec]) -> list[str]:
    """What is unsound about a checkpoint's criteria."""
    problems = []
    codes = [spec.code for spec in criteria]
    problems += [f"The code {code} is used twice." for code in dict.fromkeys(codes) if codes.count(code) > 1]
    for spec in criteria:
        if not spec.code or not spec.code.replace("-", "").isalnum():
            problems.append(f"'{spec.code}' is no code: use letters, digits and dashes.")
        if not spec.label.strip() or not spec.short.strip():
            problems.append(f"The criterion {spec.code} needs a label and a short word for its chip.")
        if spec.kind is CriterionKind.DEPLOYED and spec.stage is None:
            problems.append(f"The criterion {spec.code} needs the environment stage it asks for.")
        if spec.kind is CriterionKind.ATTESTED and spec.role is None:
            problems.append(f"The criterion {spec.code} needs the role that attests it.")
    return problems


def freezing_problem(cutoff_at: datetime, at: datetime, now: datetime) -> str:
    """Why a checkpoint may not be frozen as at an instant (all UTC); empty when it may.

    A result says what was known: never of an instant ahead, and never of one before the cutoff that leaves
    out what has happened since.
    """
    if at > now:
        return (
            f"{_instant(at)} lies ahead; nobody knows yet what holds then. "
            "Freeze it as things stand now, or wait for the instant."
        )
    if at < cutoff_at and now - at > _AT_ONCE:
        return (
            f"{_instant(at)} lies before the cutoff ({_instant(cutoff_at)}); what was done since would count "
            "for nothing. Freeze it as at the cutoff or later, or as things stand now."
        )
    return ""


def _instant(instant: datetime) -> str:
    return instant.isoformat(timespec="minutes")
