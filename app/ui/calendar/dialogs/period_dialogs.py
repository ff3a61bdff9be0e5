"""Dialogs for freezes and for bookings of environments or long-range work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.windows import BookingKind, EnvironmentBooking, Freeze, FreezeStrength
from app.services.register import Register
from app.ui.calendar.dialogs.zones import zone_check, zone_field
from app.ui.calendar.entries import BOOKING_WORDS
from app.ui.theme import Theme
from app.ui.widgets import FormDialog, InstantEdit, PickMany, combo, text_area

STRENGTHS: list[tuple[object, str]] = [
    (FreezeStrength.HARD, "Hard: nothing in scope may change"),
    (FreezeStrength.WITH_SIGNATURES, "With signatures: an exception may enter it"),
]


class _PeriodDialog(FormDialog):
    """What freezes and bookings share: a name, a start, an end and a zone."""

    def _add_period(
        self, title: str, starts_at: datetime, ends_at: datetime, zone_name: str, hint: str
    ) -> None:
        self.add_field("title", "Name", QLineEdit(title), required=True, hint=hint)
        self._starts = InstantEdit(zone_name, "Starts")
        self._ends = InstantEdit(zone_name, "Ends")
        self._starts.set_instant(starts_at)
        self._ends.set_instant(ends_at)
        self.add_field("starts_at", "Starts", self._starts, required=True)
        self.add_field("ends_at", "Ends", self._ends, required=True, check=self._check_end)
        zone = zone_field(zone_name)
        self.add_field("zone_name", "Time zone", zone, required=True, check=zone_check)
        zone.currentTextChanged.connect(self._zone_changed)

    def _check_end(self, ends_at: datetime | None) -> str:
        starts_at = self._starts.instant
        if starts_at is not None and ends_at is not None and ends_at <= starts_at:
            return "The end lies after the start."
        return ""

    def _zone_changed(self, name: str) -> None:
        if not zone_check(name):
            self._starts.set_zone(name)
            self._ends.set_zone(name)


class FreezeDialog(_PeriodDialog):
    """A new or changed freeze with its scope; nothing chosen means everything."""

    def __init__(
        self,
        theme: Theme,
        freeze: Freeze,
        register: Register,
        submit: Callable[[Freeze], None],
        parent: QWidget | None = None,
    ) -> None:
        title = "Edit freeze" if freeze.id else "New freeze"
        super().__init__(title, "Save freeze", self._submit_values, parent)
        self._freeze = freeze
        self._taken = submit
        self._add_period(
            freeze.title, freeze.starts_at, freeze.ends_at, freeze.zone_name, "Such as Quarter-end close."
        )
        self.add_field("strength", "Strength", combo(STRENGTHS, freeze.strength))
        kinds = (
            ("applications", "Only these applications", register.applications),
            ("configuration_items", "Only these configuration items", register.configuration_items),
            ("environments", "Only these environments", register.environments),
        )
        for key, label, records in kinds:
            field = PickMany(theme, [(one.id, one.name) for one in records if not one.is_archived], label)
            field.set_picked(getattr(freeze, key))
            self.add_field(key, label, field, hint="Empty in all three: the freeze holds for everything.")
        self.add_field("reason", "Reason", text_area(freeze.reason, lines=2))

    def _submit_values(self, values: dict[str, Any]) -> None:
        self._taken(replace(self._freeze, **values))


class BookingDialog(_PeriodDialog):
    """A new or changed booking; without an environment it is long-range work."""

    def __init__(
        self,
        theme: Theme,
        booking: EnvironmentBooking,
        register: Register,
        submit: Callable[[EnvironmentBooking], None],
        parent: QWidget | None = None,
    ) -> None:
        title = "Edit booking" if booking.id else "New booking"
        super().__init__(title, "Save booking", self._submit_values, parent)
        self._booking = booking
        self._taken = submit
        self._add_period(
            booking.title, booking.starts_at, booking.ends_at, booking.zone_name, "Such as Load test Billing."
        )
        kinds: list[tuple[object, str]] = [(kind, words) for kind, words in BOOKING_WORDS.items()]
        self.add_field("kind", "What for", combo(kinds, booking.kind or BookingKind.OTHER))
        places: list[tuple[object, str]] = [(None, "None: long-range work")]
        places += [(one.id, one.name) for one in register.environments if not one.is_archived]
        self.add_field("environment_id", "Environment", combo(places, booking.environment_id))
        people: list[tuple[object, str]] = [(None, "Nobody named")]
        people += [(one.id, one.name) for one in register.people if not one.is_archived]
        self.add_field("person_id", "For", combo(people, booking.person_id))
        field = PickMany(
            theme,
            [(one.id, one.name) for one in register.applications if not one.is_archived],
            "Applications",
        )
        field.set_picked(booking.applications)
        self.add_field("applications", "Applications", field)

    def _submit_values(self, values: dict[str, Any]) -> None:
        self._taken(replace(self._booking, **values))
