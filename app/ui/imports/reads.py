"""What the pages of an import look up beside its work, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.importing.proposing.column_orders import date_orders
from app.importing.proposing.list_words import ValueChoice, value_choices
from app.importing.times.orders import DateOrder
from app.services.imports.kinds.meant import order_meant
from app.services.imports.landings import Landed, where_landed
from app.services.imports.releases import with_windows
from app.services.imports.undo import PastImport, past_imports
from app.services.imports.zones import zone_of_lists
from app.services.windows import find_window
from app.ui.context import DeskContext
from app.ui.imports.draft import Draft
from app.ui.imports.windows import Windows, read_windows
from app.ui.jobs import JobControl

Values = dict[str, tuple[ValueChoice, ...]]
Orders = dict[str, DateOrder]


class ImportReads(QObject):
    """Looks things up; what is asked for again before it is there is answered once."""

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def read_history(self, done: Callable[[tuple[tuple[PastImport, ...], str]], None]) -> None:
        """The imports there have been, and the zone they are shown in."""
        services = self._context.services

        def work(_control: JobControl) -> tuple[tuple[PastImport, ...], str]:
            return past_imports(services), zone_of_lists(services)

        self._context.fetch("Reading the imports", work, done, self, key="import-history")

    def read_landed(self, import_id: int, done: Callable[[Landed], None]) -> None:
        """Where the changes or activities of an import are."""
        services = self._context.services
        self._context.fetch(
            "Looking where they are",
            lambda _control: where_landed(services, import_id),
            done,
            self,
            key="import-landed",
        )

    def read_windows(self, done: Callable[[Windows], None]) -> None:
        """The windows that a list can be for."""
        services = self._context.services
        self._context.fetch(
            "Reading the windows", lambda _control: read_windows(services), done, self, key="import-windows"
        )

    def look_at_columns(self, draft: Draft, done: Callable[[Values, Orders], None]) -> None:
        """The words of the list for each field that has a value map, and how the columns are read that a
        person has made dates of."""
        assert draft.understood is not None
        assert draft.mapping is not None
        table, mapping, services = draft.understood.table, draft.mapping, self._context.services
        self._context.fetch(
            "Counting words",
            lambda _control: (
                with_windows(services, mapping, value_choices(table, mapping)),
                orders_of_new(draft),
            ),
            lambda found: done(*found),
            self,
            key="import-words",
        )

    def read_order(self, draft: Draft, done: Callable[[str], None]) -> None:
        """The order of dates by which a plan is of the window chosen; "" where that does not tell."""
        assert draft.understood is not None
        assert draft.mapping is not None
        table, mapping, services = draft.understood.table, draft.mapping, self._context.services
        headers, zone_name, window = (*draft.unanswered, *draft.following), draft.zone_name, draft.window_id
        self._context.fetch(
            "Looking when its steps begin",
            lambda _control: order_meant(
                table, mapping, headers, zone_name, find_window(services, str(window))
            ),
            done,
            self,
            key="import-order",
        )


def orders_of_new(draft: Draft) -> Orders:
    """How the columns are read that a person has made dates of."""
    assert draft.understood is not None
    assert draft.mapping is not None
    return date_orders(draft.understood.table, draft.mapping) if draft.new_dates else {}
