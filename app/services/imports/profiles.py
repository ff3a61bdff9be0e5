"""Mappings remembered by the shape of a list's header, for nearly such lists too: found and forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from app.importing.errors import UnusableMapping
from app.importing.mapping import Mapping
from app.importing.proposing.nearly import Difference, difference
from app.importing.proposing.proposal import Proposal
from app.importing.table import Table
from app.importing.words.spelling import shortened
from app.services.imports.matches import told_list
from app.services.workplace import Done, Workplace
from app.store.imports import read_profile, read_profiles, remove_profile, were_undone

UNDONE = "Mapped as when a list with these columns was imported, which was undone; it may be wrong."


@dataclass(frozen=True, slots=True)
class Nearly:
    """The mapping of a list whose columns were nearly these: the list's name and shape, and what differs."""

    name: str
    shape: str
    mapping: Mapping
    difference: Difference

    @property
    def told(self) -> str:
        """A sentence that says whose mapping it is, and but for what."""
        found = self.difference
        differing = [_told(found.new, "new")] if found.new else []
        differing += [_told(found.gone, "gone")] if found.gone else []
        but = f", but for {', and for '.join(differing)}" if differing else ""
        return f"Mapped as the list “{shortened(self.name)}” was{but}."


def _told(headers: tuple[str, ...], became: str) -> str:
    named = told_list([f"“{header}”" for header in headers])
    return f"{named}, which {'is' if len(headers) == 1 else 'are'} {became}"


def remembered(workplace: Workplace, shape: str) -> Mapping | None:
    """The mapping remembered for a header of this shape."""
    with workplace.read() as connection:
        found = read_profile(connection, shape)
    return None if found is None else Mapping.from_json(found)


def was_undone(workplace: Workplace, shape: str) -> bool:
    """Whether every import of a list with a header of this shape was undone."""
    with workplace.read() as connection:
        return were_undone(connection, shape)


def nearly_remembered(
    workplace: Workplace, table: Table, fresh: Proposal, *, is_kind_open: bool
) -> Nearly | None:
    """Of the mappings remembered, that of the list whose columns were most nearly those of this one, the last
    of several; None where none were. `fresh` is what the list seems to be by itself, where the kind
    `is_kind_open` without anybody's word for it."""
    with workplace.read() as connection:
        profiles = read_profiles(connection)
    found: Nearly | None = None
    for shape, name, text in profiles:
        try:
            mapping = Mapping.from_json(text)
        except UnusableMapping:  # of another version of the desk, with fields that this one does not know
            continue
        differs = difference(mapping, table, fresh, is_kind_open=is_kind_open)
        if differs is not None and (found is None or differs.share >= found.difference.share):
            found = Nearly(name, shape, mapping, differs)
    return found


def forget_profile(workplace: Workplace, shape: str) -> Done[bool]:
    """Forget the mapping of a header shape; the answer says whether there was one."""
    with workplace.write() as work:
        was_there = remove_profile(work, shape)
        touched = work.commit()
    return workplace.done(was_there, touched)
