"""Writes a file whole or not at all, and says in plain words when the place is no good."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.services.errors import RefusedError


@contextmanager
def whole_file(out: Path) -> Iterator[BinaryIO]:
    """A stream to write `out` by; the file appears when the block ends well, else what was there stays.

    What is there already and is no file, as a terminal or a pipe, is written to as it is. Raises RefusedError
    when the place cannot be written.
    """
    try:
        if out.exists() and not (out.is_file() or out.is_dir()):
            with out.open("wb") as target:
                yield target
        else:
            yield from _in_its_place(Path(os.path.realpath(out)))  # of a link, what it leads to
    except OSError as error:
        raise RefusedError(
            f"{out} cannot be written ({error.strerror}). Close it where it is open, or choose another place."
        ) from None


def _in_its_place(out: Path) -> Iterator[BinaryIO]:
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as target:
            yield target
            target.flush()
            os.fsync(target.fileno())  # else a power cut could leave the name without the content
        os.replace(part, out)
    finally:
        if part.exists():
            part.unlink()


def printable(name: str) -> str:
    """A file's name with a question mark for every byte of it that is no text: no database takes those."""
    return name.encode("utf-8", "replace").decode()
