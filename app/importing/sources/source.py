"""What is known of a program that exports lists: the headers that give it away and what they mean here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A known program. A list is its when every `needed` group has a header there; `typical` ones add to it.

    `columns` are headers whose meaning here differs from what the word alone says ("" leaves them unmapped).
    `values` says, by field, what bare words such as numbers mean here. `second` are headers that hold their
    field only where no other column does. `left_out` are headers of what records have from elsewhere, which
    the list only shows.
    """

    name: str
    kind: str
    needed: tuple[frozenset[str], ...]
    typical: frozenset[str]
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    second: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()

    def values_in(
        self, columns: Mapping[str, str], cells_of: Callable[[str], Sequence[str]]
    ) -> dict[str, Mapping[str, str]]:
        """The own words for the fields in whose columns any of them stands; `columns` is header to field."""
        return {
            name: words
            for name, words in self.values.items()
            if any(
                fed == name and not words.keys().isdisjoint(map(str.strip, cells_of(header)))
                for header, fed in columns.items()
            )
        }


GENERIC = Source("", "", (), frozenset())
"""A list from nowhere in particular."""
