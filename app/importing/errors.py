"""What may be wrong with a list: every error says what, where and how to mend it."""

from __future__ import annotations


class ImportingError(Exception):
    """A list or its mapping cannot be used; `str()` of it is the sentence for the user."""

    def __init__(self, what: str, where: str = "", mend: str = "") -> None:
        place = f" ({where})" if where else ""
        super().__init__(" ".join(part for part in (f"{what}{place}.", mend) if part))
        self.what = what
        self.where = where
        self.mend = mend


class UnreadableList(ImportingError):  # noqa: N818 - named after what the user sees
    """The bytes are not a list that can be read."""


class UnusableMapping(ImportingError):  # noqa: N818 - named after what the user sees
    """A mapping does not fit the kind of list or is not a mapping at all."""
