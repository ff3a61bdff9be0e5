"""The demo organisation's imports: a tracker's list that came twice, and one that was taken back."""

from __future__ import annotations

import csv
import io

from app.services.demo.calendar import ZONE
from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand
from app.services.imports.undo import undo_import
from app.services.workplace import Workplace

_HEADER = ("Issue key", "Issue Type", "Summary", "Status", "Assignee", "Priority", "Labels")
_FIRST = (
    (
        "SHOP-1187",
        "Task",
        "Raise the basket limit for business customers",
        "To Do",
        "Nora Petersen",
        "Medium",
    ),
    ("SHOP-1190", "Bug", "Voucher is taken twice when the page is reloaded", "To Do", "Ivo Marek", "High"),
    ("SHOP-1194", "Story", "Show delivery slots of partner depots", "In Progress", "Nora Petersen", "Medium"),
    ("SHOP-1201", "Task", "Renew the certificate of the payment gateway", "To Do", "Jonas Weber", "Highest"),
    ("SHOP-1203", "Bug", "Search forgets the chosen language", "To Do", "Ivo Marek", "Low"),
    ("SHOP-1208", "Task", "Move order archiving to the new storage", "To Do", "Jonas Weber", "Medium"),
)
_CHANGED = {"SHOP-1190": "Voucher is taken twice when the page is reloaded or sent again"}
_ADDED = ("SHOP-1215", "Task", "Switch off the old price service", "To Do", "Nora Petersen", "Medium")
_WRONG = (
    ("TRAIN-1", "Task", "Rehearse the import of lists", "To Do", "Ivo Marek", "Low"),
    ("TRAIN-2", "Task", "Rehearse taking an import back", "To Do", "Ivo Marek", "Low"),
)


def make_lists(workplace: Workplace) -> None:
    """Import the tracker's list, import it again a little changed, and undo the import of a wrong one."""
    _import(workplace, "shop-backlog.csv", _FIRST)
    again = tuple((row[0], row[1], _CHANGED.get(row[0], row[2]), *row[3:]) for row in _FIRST)
    wrong = _import(workplace, "training-backlog.csv", _WRONG)
    undo_import(workplace, wrong.import_id)
    _import(workplace, "shop-backlog.csv", (*again, _ADDED))


def _import(workplace: Workplace, name: str, rows: tuple[tuple[str, ...], ...]) -> Imported:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEADER)
    writer.writerows((*row, "webshop") for row in rows)
    understood = understand(workplace, text.getvalue().encode("utf-8"), "changes")
    planned = plan(workplace, understood.table, understood.proposal.mapping, ZONE)
    return apply(workplace, planned, name, shape=understood.proposal.shape).value
