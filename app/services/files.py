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

    Raises RefusedError when the place cannot be written.
    """
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as target:
            yield target
        os.replace(part, out)
    except OSError as error:
        raise RefusedError(
            f"{out} cannot be written ({error.strerror}). Close it where it is open, or choose another place."
        ) from None
    finally:
        if part.exists():
            part.unlink()
