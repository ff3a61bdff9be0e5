"""The slow parts of an import, off the window's thread and one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.importing.proposing.samples import samples_of
from app.importing.reading.files import is_short
from app.importing.reading.web_tables import copied_rows
from app.services.errors import RefusedError
from app.services.imports.apply import Imported, apply
from app.services.imports.conflicts import changed_by_settling, disappeared, in_words, left_out, settled
from app.services.imports.dry import plan
from app.services.imports.kinds.meant import window_meant
from app.services.imports.overtaken import OvertakenError
from app.services.imports.reading import understand_as
from app.services.imports.undo import Undone, undo_import
from app.services.imports.zones import zone_of_lists
from app.services.workplace import Done
from app.ui.context import DeskContext
from app.ui.imports.draft import Checked, Draft
from app.ui.imports.reads import ImportReads, orders_of_new
from app.ui.imports.settled import still_settled
from app.ui.imports.texts import added_besides
from app.ui.imports.windows import named_windows, windows_to_come
from app.ui.jobs import Job, JobControl

PASTED = "Pasted rows"
SAMPLES = 3
T = TypeVar("T")


class StoppedError(Exception):
    """The person stopped the work; nothing was stored."""


class ImportWork(ImportReads):
    """Runs one piece of work at a time.

    `busy` carries words and a share (None: unknown) while it runs, and "" when it has ended; `given_up` tells
    that it was stopped or failed, so that nothing came of it; `overtaken` that others stored what the list
    is about meanwhile, so that it is to be compared again.
    """

    busy = Signal(str, object)
    given_up = Signal()
    overtaken = Signal()

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._job: Job | None = None
        self._stopped = Event()
        context.jobs.job_progressed.connect(self._progressed)
        context.jobs.job_ended.connect(self._ended)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._job is not None

    def tell_busy(self) -> bool:
        """Whether something is under way; the person is told what to do first then."""
        if self._job is not None:
            self._context.notify(f"{self._job.title}: wait until this is done, or stop it first.", "waived")
        return self.is_busy

    def stop(self) -> None:
        """Ask the work to stop at its next step; what is being stored already is then stored whole."""
        self._stopped.set()

    def read_file(self, path: Path, done: Callable[[Draft], None], kind: str = "auto") -> None:
        """Read a file and say what it is."""
        self.read_again(Draft(path.name, path, kind), done)

    def read_pasted(self, text: str, page: str, done: Callable[[Draft], None], kind: str) -> None:
        """Understand rows that were copied, as text and with the page they stand on."""
        self._run(
            "Reading what was pasted",
            lambda tell: self._read(Draft(PASTED, copied_rows(text, page), kind), tell),
            done,
        )

    def read_again(self, draft: Draft, done: Callable[[Draft], None]) -> None:
        """Understand a list with what a person says about it."""
        self._run(f"Reading {draft.name}", lambda tell: self._read(draft, tell), done)

    def check(self, draft: Draft, done: Callable[[Draft], None]) -> None:
        """Make the dry run; conflicts that are settled stay so while they are there, and wholly the same.

        There is none where dates turn out to be readable two ways: how they are read is asked first.
        """
        services = self._context.services

        def work(tell: Callable[[float, str], None]) -> Draft:
            assert draft.understood is not None
            assert draft.mapping is not None
            if (looked_at := draft.with_orders(orders_of_new(draft))).unanswered:
                return looked_at
            planned = plan(
                services, draft.understood.table, draft.mapping, draft.zone_name, tell, draft.window_id
            )
            planned = in_words(services, planned)
            gone = disappeared(services, planned, *draft.understood.shapes)
            checked = Checked(planned, gone, changed_by_settling(planned), left_out(planned))
            return replace(draft, checked=checked, taken=still_settled(draft, planned))

        self._run("Comparing with what is here", work, done)

    def apply(self, draft: Draft, done: Callable[[Imported, dict[str, int]], None]) -> None:
        """Store everything that was planned, or nothing; `done` is also told what was added besides."""
        services = self._context.services

        def work(tell: Callable[[float, str], None]) -> Done[Imported]:
            assert draft.checked is not None
            assert draft.understood is not None
            planned = settled(draft.checked.planned, draft.taken)
            shape = draft.understood.proposal.shape
            return apply(
                services,
                planned,
                draft.name,
                shape=shape,
                window_id=draft.window_id,
                people=sorted(draft.people & {one.name for one in planned.newcomers}),
                progress=tell,
            )

        self._run(
            f"Importing {draft.name}",
            work,
            lambda performed: self._announce(
                performed, lambda value: done(value, added_besides(performed.touched, draft.kind))
            ),
            is_writing=True,
        )

    def undo(self, import_id: int, file_name: str, done: Callable[[Undone], None]) -> None:
        """Take an import back."""
        services = self._context.services
        self._run(
            f"Undoing the import of {file_name}",
            lambda tell: undo_import(services, import_id, tell),
            lambda performed: self._announce(performed, done),
            is_writing=True,
        )

    def _read(self, draft: Draft, tell: Callable[[float, str], None]) -> Draft:
        tell(0.05, f"Reading {draft.name}")
        try:
            if isinstance(draft.data, Path) and is_short(draft.data):
                draft = replace(draft, data=draft.data.read_bytes())
            return self._understood(draft, tell)
        except OSError as error:
            raise _unreadable(draft.name, error) from error

    def _understood(self, draft: Draft, tell: Callable[[float, str], None]) -> Draft:
        tell(0.2, f"Looking at {draft.name}")
        services = self._context.services

        def read(share: float) -> None:
            tell(0.2 + 0.6 * share, f"Looking at {draft.name}")

        understood = understand_as(services, draft.data, draft.kind, draft.choice, read)
        said = understood.proposal.mapping.zone_name
        zone_name = draft.zone_name if "zone" in draft.settled else said or zone_of_lists(services)
        samples = samples_of(understood.table, SAMPLES)
        windows = windows_to_come(services)
        meant = window_meant(understood.table, understood.proposal, zone_name, windows)
        draft = replace(draft, samples=samples, meant=meant)
        return replace(draft, zone_name=zone_name, windows=named_windows(windows)).understood_as(understood)

    def _announce(self, performed: Done[T], done: Callable[[T], None]) -> None:
        self._context.announcer.announce(performed.touched)
        done(performed.value)

    def _run(
        self,
        title: str,
        work: Callable[[Callable[[float, str], None]], T],
        done: Callable[[T], None],
        *,
        is_writing: bool = False,
    ) -> None:
        if self.tell_busy():
            return
        self._stopped = stopped = Event()

        def run(control: JobControl) -> T:
            def tell(share: float, words: str) -> None:
                if stopped.is_set():
                    raise StoppedError
                control.progress(share, words)

            return work(tell)

        def failed(error: Exception) -> None:
            if isinstance(error, StoppedError):
                self._stopped_short()
                return
            if isinstance(error, OvertakenError):
                self._context.notify(
                    f"{error.happened} Nothing was imported; it was compared again.", "waived"
                )
                self.overtaken.emit()
                return
            self._context.show_error(error, title)
            self.given_up.emit()

        def arrived(answer: T) -> None:
            if stopped.is_set() and not isinstance(answer, Done):
                self._stopped_short()
            else:
                done(answer)

        self.busy.emit(title, None)
        self._job = self._context.jobs.run(
            run, arrived, failed, title=title, owner=self, is_writing=is_writing, stop=stopped.set
        )

    def _stopped_short(self) -> None:
        self._context.notify("Stopped. Nothing was stored.", "waived")
        self.given_up.emit()

    def _progressed(self, job: Job) -> None:
        if job is self._job:
            self.busy.emit(job.control.text or job.title, job.control.fraction)

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.busy.emit("", None)


def _unreadable(name: str, error: OSError) -> RefusedError:
    return RefusedError(f"{name} cannot be read: {error.strerror}. Choose a file that can be opened.")
