"""Reads single-mode project files of the library PSPLIB (.sm)."""

from __future__ import annotations

from pathlib import Path

from app.sequencing.projects.errors import ProjectError, ProjectFileError
from app.sequencing.projects.instance import Job, Link, Project

_LARGEST_FILE_BYTES = 16 * 2**20


def read_project(path: Path) -> Project:
    """The project in the file; raises ProjectFileError with the line that cannot be understood."""
    try:
        if path.stat().st_size > _LARGEST_FILE_BYTES:
            raise ProjectFileError(path.name, 0, "larger than 16 MB; a project file is a few kilobytes.")
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as problem:
        raise ProjectFileError(
            path.name, 0, f"cannot be opened ({problem.strerror}). Check the path."
        ) from None
    return parse_project(text, path.name)


def parse_project(text: str, name: str) -> Project:
    """The project in the text of an .sm file called `name`; raises ProjectFileError."""
    lines = _Lines(text, name)
    count = lines.number_after("jobs (incl. supersource/sink )")
    capacity_count = lines.number_after("- renewable")
    for kind in ("- nonrenewable", "- doubly constrained"):
        if lines.number_after(kind, missing=0):
            raise ProjectFileError(
                name, 0, f"has resources that are {kind[2:]}; only renewable ones are read."
            )
    links = _links(lines, count)
    jobs = _jobs(lines, count, capacity_count)
    at = lines.section("RESOURCEAVAILABILITIES", 2)
    capacities = lines.numbers(at)
    if len(capacities) != capacity_count:
        raise ProjectFileError(
            name, at + 1, f"expected {capacity_count} capacities, found {len(capacities)}."
        )
    try:
        return Project(tuple(jobs), tuple(capacities), tuple(links), name)
    except ProjectError as problem:
        raise ProjectFileError(name, 0, str(problem)) from None


def _links(lines: _Lines, count: int) -> list[Link]:
    begin = lines.section("PRECEDENCE RELATIONS", 2)
    links = []
    for place in range(count):
        row = lines.numbers(begin + place)
        if len(row) < 3 or row[0] != place + 1 or len(row) != 3 + row[2]:
            raise lines.refusal(
                begin + place, f"expected job {place + 1}, its modes, successors and each of them."
            )
        if row[1] != 1:
            raise lines.refusal(begin + place, f"job {place + 1} has {row[1]} modes; one is understood.")
        for successor in row[3:]:
            if not 1 <= successor <= count:
                raise lines.refusal(begin + place, f"successor {successor} is not among the {count} jobs.")
            links.append(Link(place, successor - 1))
    return links


def _jobs(lines: _Lines, count: int, capacity_count: int) -> list[Job]:
    begin = lines.section("REQUESTS/DURATIONS", 3)
    jobs = []
    for place in range(count):
        row = lines.numbers(begin + place)
        if len(row) != 3 + capacity_count or row[0] != place + 1:
            raise lines.refusal(
                begin + place, f"expected job {place + 1}, mode, duration and {capacity_count} demands."
            )
        jobs.append(Job(row[2], tuple(row[3:]), name=str(place + 1)))
    return jobs


class _Lines:
    """The lines of a file, found by what they begin with."""

    def __init__(self, text: str, name: str) -> None:
        self.lines = text.splitlines()
        self.name = name

    def refusal(self, at: int, reason: str) -> ProjectFileError:
        return ProjectFileError(self.name, at + 1, reason)

    def number_after(self, label: str, missing: int | None = None) -> int:
        """The number behind the colon of the line that begins with the label."""
        for at, line in enumerate(self.lines):
            head, colon, tail = line.partition(":")
            if colon and head.strip().lower() == label.lower():
                word = (tail.split() or [""])[0]
                if not word.isascii() or not word.isdigit():
                    raise self.refusal(at, f"expected a number after {label!r}, found {word!r}.")
                return int(word)
        if missing is None:
            raise ProjectFileError(
                self.name, 0, f"has no line {label!r}; is it a PSPLIB single-mode (.sm) file?"
            )
        return missing

    def section(self, title: str, skip: int) -> int:
        """The place of the first row of a section, `skip` lines below its title."""
        for at, line in enumerate(self.lines):
            if line.strip().upper().startswith(title):
                return at + skip
        raise ProjectFileError(
            self.name, 0, f"has no section {title}; is it a PSPLIB single-mode (.sm) file?"
        )

    def numbers(self, at: int) -> list[int]:
        """The whole numbers of a row."""
        if at >= len(self.lines):
            raise ProjectFileError(self.name, 0, "ends too early; the file is cut off.")
        try:
            return [int(word) for word in self.lines[at].split()]
        except ValueError:
            raise self.refusal(
                at, f"expected whole numbers, found {self.lines[at].strip()[:60]!r}."
            ) from None
