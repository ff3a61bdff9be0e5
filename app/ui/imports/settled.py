"""What of a dry run stays settled when it is made again. No Qt."""

from __future__ import annotations

from app.services.imports.conflicts import FieldName, left_out
from app.services.imports.kind import Planned
from app.ui.imports.draft import Draft


def still_settled(draft: Draft, planned: Planned) -> frozenset[FieldName]:
    """The fields taken from the list whose conflicts are in another dry run wholly as they were settled."""
    if draft.checked is None or not draft.taken:
        return frozenset()
    before = (*draft.checked.planned.outcome.conflicts, *draft.checked.left_out)
    settled = {(one.key, one.field): one for one in before}
    offered = (*planned.outcome.conflicts, *left_out(planned))
    now = ((one.key, one.field) for one in offered if settled.get((one.key, one.field)) == one)
    return draft.taken.intersection(now)
