"""The texts of a list's own columns, which are kept beside the fields: held column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import overload


class TextsBesides(Sequence[dict[str, str]]):
    """Of each row the texts by header, without the empty ones; made of `columns`, all of `count` texts."""

    __slots__ = ("_count", "columns")

    def __init__(self, columns: Mapping[str, Sequence[str]], count: int) -> None:
        self.columns, self._count = columns, count

    @classmethod
    def under(
        cls, headers: Mapping[str, Sequence[int]], cells: Sequence[Sequence[str]], count: int
    ) -> TextsBesides:
        """What stands under these headers, given with their places among the columns of `cells`; repeated
        headers are joined by line breaks."""
        single = {header: cells[places[0]] for header, places in headers.items() if len(places) == 1}
        repeated = {
            header: list(map(_joined, zip(*(cells[place] for place in places), strict=True)))
            for header, places in headers.items()
            if len(places) > 1
        }
        return cls({**single, **repeated}, count)

    @classmethod
    def of_rows(cls, rows: Sequence[Mapping[str, str]]) -> TextsBesides | None:
        """What these rows say; None where one has an empty text, which columns cannot tell from none."""
        headers = dict.fromkeys(header for row in rows for header in row)
        if not all(all(row.values()) for row in rows):
            return None
        return cls({header: [row.get(header, "") for row in rows] for header in headers}, len(rows))

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> dict[str, str]: ...
    @overload
    def __getitem__(self, place: slice) -> TextsBesides: ...
    def __getitem__(self, place: int | slice) -> dict[str, str] | TextsBesides:
        if isinstance(place, slice):
            part = {header: column[place] for header, column in self.columns.items()}
            return TextsBesides(part, len(range(*place.indices(self._count))))
        if not -self._count <= place < self._count:
            raise IndexError(place)
        return {header: text for header, column in self.columns.items() if (text := column[place])}

    def __iter__(self) -> Iterator[dict[str, str]]:
        if not self.columns:
            return ({} for _ in range(self._count))
        headers = tuple(self.columns)
        rows = zip(*self.columns.values(), strict=True)
        return ({header: text for header, text in zip(headers, row, strict=True) if text} for row in rows)


def _joined(texts: Sequence[str]) -> str:
    return "\n".join(filter(None, texts))
