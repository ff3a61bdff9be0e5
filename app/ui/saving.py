"""Where a file goes: the system's own question, with the ending put on before what is there is replaced."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.file_dialogs import named_icons


def file_to_write(parent: QWidget | None, title: str, start: Path, kinds: Mapping[str, str]) -> Path | None:
    """Where the person wants a file; None when they do not.

    `start` is the place and name that is offered, `kinds` are words by ending (".pdf": "PDF"). A name without
    an ending gets that of the kind chosen.
    """
    filters = {f"{words} (*{ending})": ending for ending, words in kinds.items()}
    dialog = QFileDialog(parent, title, str(start.parent))
    dialog.setIconProvider(named_icons())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(filters))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(filters[chosen].lstrip(".")))
    first = start.suffix.lower() if start.suffix.lower() in kinds else next(iter(kinds))
    dialog.selectNameFilter(next(words for words, ending in filters.items() if ending == first))
    dialog.setDefaultSuffix(first.lstrip("."))
    dialog.selectFile(start.name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    if not chosen:
        return None
    path = Path(chosen[0])
    return path if path.suffix.lower() in kinds else path.with_name(f"{path.name}{first}")
