"""What a dry run says about names: which are taken for which record, how surely, and which are unknown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from app.importing.converting.rows import ImportRow
from app.importing.words.spelling import shortened
from app.services.imports.names import Directory, RegisterNames

_MOST_TOLD = 5
_LINKED = ("applications", "configuration_items")


def told_matches(
    rows: Sequence[ImportRow],
    fields: Iterable[tuple[str, str, Directory]],
    *,
    with_unknown: bool = True,
) -> tuple[str, ...]:
    """Sentences about the names under each (field, word for its record, register names).

    Names that are the register's own are not told; unknown ones only where the register has any of the kind.
    """
    known = [one for one in fields if one[2].names]
    named = {
        field: dict.fromkeys(name for row in rows for name in names_in(row.values.get(field)))
        for field, _, _ in known
    }
    return told_names(named, known, with_unknown=with_unknown)


def told_names(
    named: Mapping[str, Iterable[str]],
    fields: Iterable[tuple[str, str, Directory]],
    *,
    with_unknown: bool = True,
) -> tuple[str, ...]:
    """As `told_matches`, of the different names under each field."""
    told: dict[str, None] = {}
    for field, words, directory in fields:
        if not directory.names:
            continue
        unknown: list[str] = []
        shared: list[str] = []
        near = []
        for name in named.get(field, ()):
            match = directory.match(name)
            if match is None:
                (shared if directory.is_shared(name) else unknown).append(name)
            elif match.confidence < 1 and match.name.casefold() != name.casefold():
                near.append(f'"{shortened(name)}" as {match.name} ({match.confidence:.0%}, {match.reason})')
        if near:
            told[f"Read as {words}: {first_few(near)}."] = None
        if unknown and with_unknown:
            told[f"No {words} of the register: {told_list(unknown)}; kept as text."] = None
        if shared:
            told[f"More than one {words} of the register: {told_list(shared)}; none is linked."] = None
    return tuple(told)


def told_archived(names: RegisterNames) -> tuple[str, ...]:
    """A sentence about archived records that were met by their names, each with the word for what it is."""
    directories = (
        ("application", names.applications),
        ("configuration item", names.items),
        ("team", names.teams),
        ("person", names.people),
        ("environment", names.environments),
        ("build machine", names.machines),
    )
    met = [f"{shortened(name)} ({words})" for words, one in directories for name in one.archived_met]
    return (f"Archived in the register, and linked all the same: {first_few(met)}.",) if met else ()


def told_removed(keys: Iterable[str]) -> tuple[str, ...]:
    """A sentence about records that the desk removed and the list still names."""
    named = told_list(list(keys))
    return (f"Removed here, and left out though the list names them: {named}.",) if named else ()


def told_unlinked(mapped: Collection[str], fields: Iterable[tuple[str, str, Directory]]) -> tuple[str, ...]:
    """A sentence for applications, and one for items, that a list names while the register has none."""
    return tuple(
        f"The register has no {words} yet: the names in the list are kept as text. Import a list of "
        f"{words}s first to have them linked."
        for field, words, directory in fields
        if field in _LINKED and field in mapped and not directory.names
    )


def names_in(value: Any) -> tuple[str, ...]:
    """The names a value holds: one, several or none."""
    if isinstance(value, tuple):
        return tuple(str(one) for one in value)
    return (value,) if isinstance(value, str) and value.strip() else ()


def told_list(names: Sequence[str]) -> str:
    """The first few names, long ones cut, and how many more there are."""
    return first_few([shortened(name) for name in names])


def first_few(phrases: Sequence[str]) -> str:
    """The first few of what there is to tell, and how many more there are."""
    more = f" and {len(phrases) - _MOST_TOLD:,} more" if len(phrases) > _MOST_TOLD else ""
    return ", ".join(phrases[:_MOST_TOLD]) + more
