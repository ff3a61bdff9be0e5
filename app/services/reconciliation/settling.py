"""Settling detected changes: explained in bulk, or turned into production fixes in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.fixes import ProductionFix
from app.domain.reconciliation import DetectedChange
from app.services.errors import RefusedError
from app.services.fixes.entering import QuickFix, new_fix
from app.services.workplace import Done, Workplace
from app.store.unit_of_work import UnitOfWork

_LONGEST_TITLE = 160


def explain(workplace: Workplace, ids: Sequence[int], explanation: str) -> Done[int]:
    """Explain detections, repeats included, with one sentence; returns how many there were.

    Raises RefusedError without an explanation, or for one that was made a fix of.
    """
    if not explanation.strip():
        raise RefusedError(
            "Say what the change was and why it was right; an empty explanation settles nothing."
        )
    with workplace.write() as work:
        found = _open(work, ids)
        for one in found:
            work.save(
                replace(one, explanation=explanation.strip(), explained_by=work.actor, explained_at=work.now),
                "explained",
            )
        return workplace.done(len(found), work.commit())


def reopen(workplace: Workplace, ids: Sequence[int], reason: str) -> Done[int]:
    """Take explanations back, so that the detections are open again. Raises RefusedError without a reason."""
    if not reason.strip():
        raise RefusedError("Say why the explanation does not hold; the record keeps the reason.")
    with workplace.write() as work:
        found = [one for one in work.find(DetectedChange, id=list(ids)) if one.explanation]
        for one in found:
            work.save(replace(one, explanation="", explained_by="", explained_at=None), reason)
        return workplace.done(len(found), work.commit())


def make_fix(workplace: Workplace, ids: Sequence[int], made_by: str, title: str = "") -> Done[ProductionFix]:
    """One production fix of the detections given: what, where and when are theirs, who is `made_by`.

    Without a title it is called by what was seen. Raises RefusedError when who did it is not known.
    """
    with workplace.write() as work:
        found = sorted(_open(work, ids), key=lambda one: (one.detected_at, one.key))
        if not found:
            raise RefusedError("Those detections are gone; read the list again.")
        first = found[0]
        places = tuple(dict.fromkeys(one.ci_name for one in found))
        seen = tuple(dict.fromkeys(one.what for one in found))
        words = title.strip() or f"Changed {', '.join(seen)}"[:_LONGEST_TITLE]
        who = made_by.strip() or first.who
        fix = work.add(
            new_fix(work, QuickFix(words, who, places, first.detected_at)),
            f"detected by {first.source_system}",
        )
        for one in found:
            work.save(replace(one, fix_id=fix.id), f"made {fix.key} of it")
        return workplace.done(fix, work.commit())


def _open(work: UnitOfWork, ids: Sequence[int]) -> list[DetectedChange]:
    found = work.find(DetectedChange, id=list(ids))
    taken = [one for one in found if one.fix_id is not None]
    if taken:
        fix = work.get(ProductionFix, taken[0].fix_id or 0)
        raise RefusedError(f"“{taken[0].what}” was made {fix.key} of already; document that fix instead.")
    return found
