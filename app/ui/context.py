"""What every screen is given: services, jobs, theme, clock, navigation, notices and announcements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

from app.ui.announcer import ChangeAnnouncer, Touched
from app.ui.jobs import Job, JobControl, Jobs
from app.ui.theme import Theme

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Clock = Callable[[], datetime]


class Performed(Protocol[T_co]):
    """What a use case that changes something returns."""

    @property
    def value(self) -> T_co:
        """Its answer."""
        ...

    @property
    def touched(self) -> tuple[Touched, ...]:
        """The records it changed."""
        ...


@dataclass(frozen=True, slots=True)
class Notice:
    """A message that does not stop anyone; `tone` is accent, met, waived or not_met.

    It goes by itself after some seconds unless it `stays`.
    """

    text: str
    tone: str = "accent"
    action_label: str = ""
    action: Callable[[], None] | None = None
    stays: bool = False


class DeskContext(QObject):
    """The desk as screens see it; one for the whole program.

    `services` is the open workplace, the first argument of every use case. `navigate_requested`
    carries screen id and record, `noticed` a Notice, `error_raised` an exception and what was being done.
    """

    window_selected = Signal(object)
    navigate_requested = Signal(str, object)
    noticed = Signal(object)
    error_raised = Signal(object, str)

    def __init__(
        self,
        services: Any,
        jobs: Jobs,
        theme: Theme,
        clock: Clock,
        settings: QSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.jobs = jobs
        self.theme = theme
        self.clock = clock
        self.settings = settings
        self.announcer = ChangeAnnouncer(self)
        self._window_id: int | None = None

    @property
    def selected_window_id(self) -> int | None:
        """The maintenance window the desk is about, if any."""
        return self._window_id

    def select_window(self, window_id: int | None) -> None:
        """Make the desk be about another window."""
        if window_id != self._window_id:
            self._window_id = window_id
            self.window_selected.emit(window_id)

    def navigate(self, screen_id: str, window_id: int | None = None, record: object = None) -> None:
        """Go to a screen, for `window_id` if given, and show `record` there if given."""
        if window_id is not None:
            self.select_window(window_id)
        self.navigate_requested.emit(screen_id, record)

    def notify(
        self,
        text: str,
        tone: str = "accent",
        action_label: str = "",
        action: Callable[[], None] | None = None,
        stays: bool = False,
    ) -> None:
        """Show a notice below the top bar, with one action such as Undo."""
        self.noticed.emit(Notice(text, tone, action_label, action, stays))

    def show_error(self, error: BaseException, doing: str) -> None:
        """Show what went wrong while `doing` ("Moving CHG-0431"), and how to mend it."""
        self.error_raised.emit(error, doing)

    def fetch(
        self,
        title: str,
        work: Callable[[JobControl], T],
        done: Callable[[T], None],
        owner: QObject,
        key: str | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Read something off the window's thread; a failure is shown unless `failed` takes it."""
        return self.jobs.run(work, done, failed, title=title, owner=owner, key=key)

    def perform(
        self,
        title: str,
        work: Callable[[], Performed[T]],
        owner: QObject,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run a use case that changes something, announce what it touched, then hand its answer to `done`.

        It is announced even when `owner` is gone by then: other screens show the records too. So is a
        failure, which the desk shows then instead of `failed`.
        """
        delivery = _Delivery(self, owner, done, title)
        return self.jobs.run(
            lambda _control: work(),
            delivery.arrived,
            None if failed is None else delivery.guarded(failed),
            title=title,
            owner=self,
            is_writing=True,
        )


@dataclass(frozen=True, slots=True)
class _Delivery:
    """Announces what a use case touched and hands its answer on while the owner lives."""

    context: DeskContext
    owner: QObject
    done: Callable[[Any], None] | None
    title: str

    def guarded(self, failed: Callable[[Exception], None]) -> Callable[[Exception], None]:
        """`failed` while the owner lives, and the desk's own word afterwards."""
        from shiboken6 import isValid

        def told(error: Exception) -> None:
            if isValid(self.owner):
                failed(error)
            else:
                self.context.show_error(error, self.title)

        return told

    def arrived(self, performed: Performed[Any]) -> None:
        """Take the result of the use case."""
        from shiboken6 import isValid

        self.context.announcer.announce(performed.touched)
        if self.done is not None and isValid(self.owner):
            self.done(performed.value)
