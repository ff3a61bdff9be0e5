"""What the night shows before it has begun: what could begin now, and which night runs elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.windows import MaintenanceWindow, WindowState
from app.services.night.models import WindowOffer
from app.ui.theme import Theme
from app.ui.times import instant_text, span_text
from app.ui.widgets import EmptyState, PlainLabel, button, set_refusal

TEXT_WIDTH = 520


class NightOffer(QWidget):
    """A window without a night: begin it, rehearse it, plan it, or go to the one that runs."""

    def __init__(
        self,
        theme: Theme,
        begin: Callable[[], object],
        rehearse: Callable[[], object],
        plan: Callable[[], object],
        go: Callable[[int], object],
        choose: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._go, self._other = go, 0
        self._empty = EmptyState(
            theme, "night", "No window selected", "Choose a window in the calendar first."
        )
        self._problem = PlainLabel("", "warning", wraps=True)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._problem.setFixedWidth(TEXT_WIDTH)
        self.begin = button("Begin the night", begin, "primary", self)
        self.rehearse = button("Begin a rehearsal", rehearse, parent=self)
        self.plan = button("Plan the sequence", plan, parent=self)
        self.choose = button("Open the calendar", choose, "primary", self)
        self.other = button("", self._go_other, "link", self)
        row = QHBoxLayout()
        row.addStretch(1)
        for one in (self.choose, self.begin, self.rehearse, self.plan):
            row.addWidget(one)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addStretch(2)
        column.addWidget(self._empty)
        line = QHBoxLayout()  # in a row, for a wrapped label in the middle of a column has too little height
        line.addWidget(self._problem)
        column.addLayout(line)
        column.addLayout(row)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.show_nothing()

    def show_nothing(self, coming: MaintenanceWindow | None = None) -> None:
        """No window is selected; the coming one is offered."""
        self._empty.set_texts("No window selected", "A night is of one maintenance window. Choose it first.")
        for one in (self.begin, self.rehearse, self.plan, self._problem):
            one.hide()
        self.choose.show()
        self._offer_other([], coming)

    def show_offer(
        self,
        offer: WindowOffer,
        running: tuple[MaintenanceWindow, ...],
        coming: MaintenanceWindow | None = None,
    ) -> None:
        """Show what can be done for a window, and which other night is under way or comes next."""
        self.choose.hide()
        window = offer.window
        span = span_text(window.starts_at, window.ends_at, window.zone_name)
        if offer.is_over:
            headline = f"{window.title} is {window.state.value}"
            words = f"{span}. No night of it was run on this desk; its activities are in the sequence."
        else:
            headline = f"The night of {window.title} has not begun"
            planned = offer.activities
            count = "1 activity is" if planned == 1 else f"{planned} activities are"
            plan = f"{count} planned." if planned else "Nothing is planned yet."
            words = f"{span}. {plan} A rehearsal keeps its own times and leaves the window as it is."
        self._empty.set_texts(headline, words)
        self._problem.setText("" if offer.is_over else offer.problem)
        self._problem.setVisible(bool(self._problem.text()))
        self.begin.setVisible(not offer.is_over)
        set_refusal(self.begin, offer.problem if offer.problem and not offer.may_be_overruled else "")
        self.rehearse.setVisible(window.state is not WindowState.CANCELLED)
        set_refusal(self.rehearse, "" if offer.activities else "Plan the sequence first.")
        self.plan.setVisible(not offer.activities)
        is_elsewhere = coming is not None and coming.id != window.id
        self._offer_other([one for one in running if one.id != window.id], coming if is_elsewhere else None)

    def _offer_other(self, running: list[MaintenanceWindow], coming: MaintenanceWindow | None) -> None:
        """One link: to the night that runs elsewhere, else to the window whose night comes next."""
        other = running[0] if running else coming
        self.other.setVisible(other is not None)
        if other is not None:
            self._other = other.id or 0
            word = "running night" if running else "next window"
            begins = instant_text(other.starts_at, other.zone_name)
            self.other.setText(f"Go to the {word}: {other.title}, {begins}".replace("&", "&&"))

    def _go_other(self) -> None:
        self._go(self._other)
