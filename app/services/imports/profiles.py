"""Mappings remembered by the shape of a list's header: forgetting one."""

from __future__ import annotations

from app.services.workplace import Done, Workplace
from app.store.imports import remove_profile


def forget_profile(workplace: Workplace, shape: str) -> Done[bool]:
    """Forget the mapping of a header shape; the answer says whether there was one."""
    with workplace.write() as work:
        was_there = remove_profile(work, shape)
        touched = work.commit()
    return workplace.done(was_there, touched)
