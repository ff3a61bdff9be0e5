"""Work off the window's thread, with its progress, its cancelling and its result brought back."""

from __future__ import annotations

import gc
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")
WORKERS = 4
COLLECT_EVERY_MILLISECONDS = 1000


class JobCancelledError(Exception):
    """Raised inside a job that asked whether it is still wanted, and is not."""


class JobControl:
    """What a running job holds: it tells its progress and asks whether to go on. Safe in any thread."""

    def __init__(self, told: Callable[[], None]) -> None:
        self._told = told
        self._cancelled = threading.Event()
        self.fraction: float | None = None
        self.text = ""

    @property
    def is_cancelled(self) -> bool:
        """Whether the person, or a newer run, has cancelled this job."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the job to stop at its next check."""
        self._cancelled.set()

    def check(self) -> None:
        """Raise JobCancelledError when the job is cancelled; call it between steps."""
        if self.is_cancelled:
            raise JobCancelledError

    def progress(self, fraction: float | None, text: str = "") -> None:
        """Tell how far the work is (0 to 1, or None for unknown) and in words; also checks for cancel."""
        self.check()
        self.fraction, self.text = fraction, text
        self._told()


@dataclass(eq=False, slots=True)
class Job:
    """One piece of work under way, as the main thread sees it."""

    number: int
    title: str
    control: JobControl
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    key: str | None
    is_writing: bool = False
    stop: Callable[[], None] | None = None
    future: Future[None] | None = field(default=None)

    @property
    def can_be_stopped(self) -> bool:
        """Whether cancelling does anything: what writes is done whole, unless it has a stop of its own."""
        return self.stop is not None or not self.is_writing

    @property
    def can_deliver(self) -> bool:
        """Whether somebody still waits for the result."""
        return not self.control.is_cancelled and isValid(self.owner)


class Jobs(QObject):
    """Runs work in a pool of threads; lives on the main thread as long as the program does.

    `job_started`, `job_progressed` and `job_ended` carry a Job; `job_failed` carries a Job and the
    exception when whoever started it gave no `failed`. All are emitted on the main thread.
    """

    job_started = Signal(object)
    job_progressed = Signal(object)
    job_ended = Signal(object)
    job_failed = Signal(object, object)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None, workers: int = WORKERS) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="job")
        self._numbers = itertools.count(1)
        self._jobs: dict[int, Job] = {}
        self._keyed: dict[str, int] = {}
        self._results: SimpleQueue[tuple[int, bool, Any]] = SimpleQueue()
        self._is_closed = False
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs under way or waiting, oldest first."""
        return tuple(self._jobs.values())

    def run(
        self,
        work: Callable[[JobControl], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        title: str,
        owner: QObject,
        key: str | None = None,
        is_writing: bool = False,
        stop: Callable[[], None] | None = None,
    ) -> Job:
        """Run `work` in another thread; `done` gets its result on the main thread.

        `is_writing` says that it changes records: people see when everything is saved, and what it did is
        always delivered. `stop` asks the work itself to end, which then says how it ended.

        `failed` gets its exception (without it `job_failed` is emitted). Nothing is delivered once
        `owner` is destroyed or the job is cancelled. A newer run with the same `key` supersedes this one.
        """
        control = JobControl(self._wake)
        job = Job(next(self._numbers), title, control, owner, done, failed, key, is_writing, stop)
        if self._is_closed:
            control.cancel()
            return job
        if key is not None:
            self._supersede(key, job.number)
        self._jobs[job.number] = job
        job.future = self._pool.submit(self._work, job.number, control, work)
        self.job_started.emit(job)
        return job

    def cancel(self, job: Job) -> None:
        """Ask `job` to stop; its result is dropped, unless it stops by itself or writes."""
        if job.stop is not None:
            job.stop()
        if job.stop is not None or job.is_writing:
            return
        job.control.cancel()
        if job.future is not None and job.future.cancel():
            self._end(job)

    def is_idle(self) -> bool:
        """Whether no job is under way or waiting."""
        return not self._jobs

    def shutdown(self) -> None:
        """Cancel what can be cancelled and wait for the rest; nothing is delivered afterwards.

        What is to be written still is, also where it waits behind other work.
        """
        self._is_closed = True
        for job in self.running:
            if job.can_be_stopped:
                job.control.cancel()
                if job.future is not None:
                    job.future.cancel()
        self._pool.shutdown(wait=True)
        for job in self.running:
            self._end(job)

    def _supersede(self, key: str, number: int) -> None:
        older = self._jobs.get(self._keyed.get(key, 0))
        self._keyed[key] = number
        if older is not None:
            self.cancel(older)

    def _work(self, number: int, control: JobControl, work: Callable[[JobControl], Any]) -> None:
        try:
            control.check()
            self._results.put((number, True, work(control)))
        except Exception as error:
            self._results.put((number, False, error))
        self._wake()

    def _wake(self) -> None:
        self._woken.emit()

    @Slot()
    def _deliver(self) -> None:
        while True:
            try:
                number, is_done, value = self._results.get_nowait()
            except Empty:
                break
            job = self._jobs.get(number)
            if job is not None:
                self._end(job)
                self._hand_over(job, is_done, value)
        for job in self.running:
            if job.control.fraction is not None or job.control.text:
                self.job_progressed.emit(job)

    def _hand_over(self, job: Job, is_done: bool, value: Any) -> None:
        if not job.can_deliver or isinstance(value, JobCancelledError):
            return
        if is_done:
            job.done(value)
        elif job.failed is not None:
            job.failed(value)
        else:
            self.job_failed.emit(job, value)

    def _end(self, job: Job) -> None:
        if self._jobs.pop(job.number, None) is not None:
            if job.key is not None and self._keyed.get(job.key) == job.number:
                del self._keyed[job.key]
            self.job_ended.emit(job)


class MainThreadCollector(QObject):
    """Collects cyclic garbage on the main thread only, where destroying widgets is safe."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_due)

    def start(self) -> None:
        """Take collecting over from the interpreter."""
        gc.disable()
        gc.freeze()
        self._timer.start(COLLECT_EVERY_MILLISECONDS)

    def stop(self) -> None:
        """Give collecting back to the interpreter."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def collect_due(self) -> None:
        """Collect the oldest generation that is due."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
