"""Names of a list that are a record's but for capitals, spaces and how an accent is written: that record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.importing.converting.rows import ImportRow
from app.importing.words.spelling import shortened
from app.services.imports.kind import Prepared
from app.services.imports.matches import first_few
from app.services.imports.names import spelt_alike


def spelt_as_here(rows: Sequence[ImportRow], known: Iterable[str]) -> Prepared:
    """The rows under the names by which the register knows them, or the list's first row does.

    A row that says the same as an earlier one of its name repeats it, another is refused. Names that the
    register has in several spellings stand for themselves.
    """
    spelling = _Spelling.of(known)
    named: dict[str, ImportRow] = {}
    kept: list[ImportRow] = []
    refused: list[tuple[ImportRow, str, str]] = []
    for row in rows:
        said = row if row.duplicate_of else spelling.row(row)
        first = named.setdefault(said.key, said)
        if first is said or said.duplicate_of:
            kept.append(said)
        elif first.values == said.values:
            kept.append(replace(said, duplicate_of=first.row_number))
        else:
            refused.append(
                (row, "name", f'Row {first.row_number} is of "{first.key}" too, with other content.')
            )
    told = f"Another spelling of a name that is here: {first_few(spelling.told)}."
    return Prepared(kept, refused, (told,) if spelling.told else ())


@dataclass(slots=True)
class _Spelling:
    """The one spelling of each name, with what there is to tell of others."""

    here: frozenset[str]
    by_likeness: dict[str, str]
    several: frozenset[str]
    told: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, known: Iterable[str]) -> _Spelling:
        """The spellings of the register."""
        here = frozenset(known)
        by_likeness: dict[str, str] = {}
        several = set()
        for name in here:
            if by_likeness.setdefault(spelt_alike(name), name) != name:
                several.add(spelt_alike(name))
        return cls(here, by_likeness, frozenset(several))

    def row(self, row: ImportRow) -> ImportRow:
        """The row under the one spelling of its name."""
        alike = spelt_alike(row.key)
        if row.key in self.here or alike in self.several:
            return row
        name = self.by_likeness.setdefault(alike, row.key)
        if name == row.key:
            return row
        self.told.append(f'"{shortened(row.key)}" as {shortened(name)}')
        return replace(row, key=name, values={**row.values, "name": name})
