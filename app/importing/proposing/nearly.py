"""Lists whose columns are nearly those of one that was settled before: what holds of it, and what is new."""

from __future__ import annotations

from dataclasses import dataclass

from app.importing.mapping import Mapping
from app.importing.proposing.proposal import Proposal
from app.importing.sources.known import GENERIC, recognise
from app.importing.table import Table

_LEAST_ALIKE = 3
"""Lists with fewer columns in common may be of anything."""
_GONE_OF_FED = 5
"""Of the columns that feed fields one in so many may be gone, or one: the answers were given for them."""
_SHARE_ALIKE = 0.75
"""How much of the columns of both is in both, where no program is known by their names: what says that two
lists come from the same place is then nothing but their columns."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The columns of a list that the one settled before did not have, and those of that one that are gone;
    `share` is how much of the columns of both is in both."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    share: float


def difference(
    settled: Mapping, table: Table, fresh: Proposal, *, is_kind_open: bool = True
) -> Difference | None:
    """What sets a list apart from the one that a mapping was settled for; None where it is not nearly such.

    `fresh` is what the list seems to be by itself. It is nearly such a list where it is one of the same kind
    and of no other source, and nearly all columns are there that feed fields. Where both are of one program,
    names mean the same whatever else was exported; else most columns of both must be in both. Where nothing
    is known of either but its columns, and the kind `is_kind_open`, it is the one that was settled.
    """
    sources, source = _sources_of(settled), fresh.mapping.source
    is_same_kind = settled.kind == fresh.kind or (is_kind_open and not source and not any(sources))
    if not table.has_header or not is_same_kind:
        return None
    if source and source not in sources and any(sources):
        return None
    before = settled.spelt_as(table.headers)
    fed_gone = [header for header in before.columns if header not in table.headers]
    if len(fed_gone) > max(1, len(before.columns) // _GONE_OF_FED):
        return None
    new = _new_columns(before, table, fresh)
    gone = tuple(header for header in dict.fromkeys(_named(before)) if header not in table.headers)
    alike = len(before.settled) - len(gone)
    share = alike / max(1, alike + len(gone) + len(new))
    is_of_one_program = bool(source) and source in sources
    if alike < _LEAST_ALIKE or (not is_of_one_program and share < _SHARE_ALIKE):
        return None
    return Difference(new, gone, share)


def without_field(table: Table, mapping: Mapping) -> tuple[str, ...]:
    """The columns of a list that hold something, as far as its first rows tell, and feed no field though they
    are not left out."""
    taken = {*mapping.columns, *(mapping.left_out or ())}
    return tuple(header for header in table.headers_with(bool) if header not in taken)


def _new_columns(before: Mapping, table: Table, fresh: Proposal) -> tuple[str, ...]:
    """The columns that nothing was settled of: those that hold something, and those that feed fields. Where
    it is not known which columns fed none, those that feed one now."""
    saying = set(fresh.mapping.columns)
    if before.without_field is not None:
        saying.update(table.headers_with(bool))
    return tuple(
        header for header in dict.fromkeys(table.headers) if header in saying and header not in before.settled
    )


def _named(settled: Mapping) -> tuple[str, ...]:
    return (*settled.columns, *(settled.left_out or ()), *(settled.without_field or ()))


def _sources_of(settled: Mapping) -> set[str]:
    """What the source of a list is called: as a person may have said, and as its columns tell."""
    source, _ = recognise(_named(settled))
    return {settled.source, "" if source is GENERIC else source.name}
