"""Work off the window's thread: results, failures, cancelling, superseding, owners that are gone."""

import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from app.ui.jobs import Jobs


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.shutdown()


def test_result_arrives_on_the_main_thread(qtbot, jobs):
    seen = []
    jobs.run(
        lambda _: threading.get_ident(),
        lambda worker: seen.append((worker, threading.get_ident())),
        title="t",
        owner=jobs,
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, deliverer = seen[0]
    assert deliverer == threading.get_ident() != worker


def test_every_result_of_many_is_delivered(qtbot, jobs):
    seen = []
    for number in range(500):
        jobs.run(lambda _, number=number: number, seen.append, title="t", owner=jobs)
    qtbot.waitUntil(lambda: len(seen) == 500)
    assert sorted(seen) == list(range(500))


def test_failure_goes_to_failed_or_to_the_signal(qtbot, jobs):
    seen, told = [], []
    jobs.job_failed.connect(lambda job, error: told.append((job.title, str(error))))
    jobs.run(lambda _: 1 / 0, seen.append, seen.append, title="own", owner=jobs)
    jobs.run(lambda _: int("x"), seen.append, title="shown", owner=jobs)
    qtbot.waitUntil(lambda: len(seen) == 1 and len(told) == 1)
    assert isinstance(seen[0], ZeroDivisionError)
    assert told[0][0] == "shown"


def test_nothing_is_delivered_to_a_destroyed_owner(qtbot, jobs):
    owner, gate, seen = QObject(), threading.Event(), []
    jobs.run(lambda _: gate.wait(5), seen.append, title="t", owner=owner)
    delete(owner)
    gate.set()
    qtbot.waitUntil(jobs.is_idle)
    assert seen == []


def test_newer_run_with_the_same_key_supersedes(qtbot, jobs):
    gate, seen = threading.Event(), []
    jobs.run(lambda _: gate.wait(5), lambda _: seen.append("old"), title="t", owner=jobs, key="k")
    jobs.run(lambda _: None, lambda _: seen.append("new"), title="t", owner=jobs, key="k")
    gate.set()
    qtbot.waitUntil(jobs.is_idle)
    assert seen == ["new"]


def test_cancel_stops_at_the_next_check_and_progress_is_told(qtbot, jobs):
    started, gate, seen, told = threading.Event(), threading.Event(), [], []

    def work(control):
        control.progress(0.5, "half")
        started.set()
        gate.wait(5)
        control.check()
        return "finished"

    jobs.job_progressed.connect(lambda job: told.append((job.control.fraction, job.control.text)))
    job = jobs.run(work, seen.append, title="t", owner=jobs)
    qtbot.waitUntil(lambda: bool(told))
    jobs.cancel(job)
    gate.set()
    qtbot.waitUntil(jobs.is_idle)
    assert (seen, told[0]) == ([], (0.5, "half"))


def test_what_is_being_written_is_told_although_cancelled(qtbot, jobs):
    gate, seen = threading.Event(), []
    job = jobs.run(
        lambda _: gate.wait(5), lambda _: seen.append("done"), title="t", owner=jobs, is_writing=True
    )
    assert not job.can_be_stopped
    jobs.cancel(job)
    gate.set()
    qtbot.waitUntil(lambda: seen == ["done"])


def test_a_job_with_a_stop_of_its_own_says_how_it_ended(qtbot, jobs):
    stopped, failures = threading.Event(), []

    def work(_control):
        stopped.wait(5)
        raise ValueError("stopped")

    job = jobs.run(work, failures.append, failures.append, title="t", owner=jobs, stop=stopped.set)
    jobs.cancel(job)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "stopped"


def test_closing_writes_what_waits_behind_reading():
    jobs, reading, gate, written = Jobs(workers=1), threading.Event(), threading.Event(), []

    def read(_control):
        reading.set()
        gate.wait(5)

    jobs.run(read, written.append, title="t", owner=jobs)
    jobs.run(written.append, lambda _: None, title="t", owner=jobs, is_writing=True)
    jobs.run(written.append, lambda _: None, title="t", owner=jobs)
    assert reading.wait(5)
    threading.Timer(0.05, gate.set).start()
    jobs.shutdown()
    assert len(written) == 1
