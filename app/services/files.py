"""Writes a file whole or not at all, and says in plain words when the place is no good."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import BinaryIO

from app.services.errors import RefusedError

if sys.platform != "win32":
    import fcntl


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
    _remove_left(out)
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as target:
            _is_held_alone(target)
            yield target
            target.flush()
            os.fsync(target.fileno())  # else a power cut could leave the name without the content
        os.replace(part, out)
    finally:
        if part.exists():
            part.unlink()


def _remove_left(out: Path) -> None:
    """Remove the parts of `out` that programs left which were killed; what cannot be removed stays."""
    for part in out.parent.glob(f".{escape(out.name)}.[0-9]*.part"):
        with suppress(OSError):
            with part.open("rb") as left:
                is_left = _is_held_alone(left)
            if is_left:
                part.unlink()


def _is_held_alone(stream: BinaryIO) -> bool:
    """Hold a file until it is closed; False where another program holds it, or where that cannot be told.

    The system lets go of it when a program ends, however it does. On Windows nobody can remove what is open.
    """
    if sys.platform != "win32":
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True


def printable(name: str) -> str:
    """A file's name with a question mark for every byte of it that is no text: no database takes those."""
    return name.encode("utf-8", "replace").decode()
