"""What a drag of changes carries from one screen or list to another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData

CHANGES_MIME = "application/x-lockstep-changes"


def mime_of(change_ids: Sequence[int]) -> QMimeData:
    """Changes on the way from one place to another."""
    data = QMimeData()
    data.setData(CHANGES_MIME, QByteArray(",".join(map(str, change_ids)).encode("ascii")))
    return data


def ids_of(data: QMimeData) -> tuple[int, ...]:
    """The change ids that a drag carries (none: it carries something else)."""
    text = bytes(data.data(CHANGES_MIME).data()).decode("ascii", "ignore")
    return tuple(int(part) for part in text.split(",") if part.isdigit())
