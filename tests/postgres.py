"""A PostgreSQL server of the tests' own: made in a temporary folder, and gone afterwards.

Standard library only, because lockstep.py uses it before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

_PLACES = (
    "/usr/lib/postgresql/*/bin",  # Debian, Ubuntu
    "/usr/pgsql-*/bin",  # the PostgreSQL project's packages for Fedora and its kin
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "C:/Program Files/PostgreSQL/*/bin",
)
_STARTS = 3
# A database of the tests is hundreds of files: in memory one is copied in a tenth of the time.
_MEMORY = Path("/dev/shm")
_ROOM_BYTES = 3 * 2**30  # several times what stands there at once
_OWNER = "lockstep"
# Nothing of a test server has to outlive a power cut, so it may skip every wait for the disk.
_SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
synchronous_commit = off
full_page_writes = off
max_wal_size = 256MB
autovacuum = off
max_connections = 200
"""


class ServerError(RuntimeError):
    """The test server could not be made or started; the message holds what it said."""


def find_binaries() -> Path | None:
    """The folder with PostgreSQL's own initdb, pg_ctl and postgres; None where there is none."""
    return next((folder for folder in _candidates() if _is_complete(folder)), None)


def _candidates() -> Iterator[Path]:
    found = shutil.which("initdb")
    if found:
        yield Path(found).resolve().parent
    config = shutil.which("pg_config")
    if config:
        told = subprocess.run([config, "--bindir"], capture_output=True, text=True).stdout.strip()
        if told:
            yield Path(told)
    for place in _PLACES:
        anchor = Path(place).anchor
        if Path(anchor).exists():
            yield from sorted(Path(anchor).glob(place[len(anchor) :]), reverse=True)


def _is_complete(folder: Path) -> bool:
    return all(shutil.which(name, path=str(folder)) for name in ("initdb", "pg_ctl", "postgres"))


def folder_in_memory(folder: Path = _MEMORY, room_bytes: int = _ROOM_BYTES) -> Path | None:
    """`folder`, where this system keeps files in memory and that many bytes are free; None elsewhere."""
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return None
    return folder if shutil.disk_usage(folder).free >= room_bytes else None


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def unprivileged_user() -> str | None:
    """Whom the server runs as when we are root, which PostgreSQL refuses; None: as ourselves."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), None)


class TemporaryServer:
    """Starts on `with`, giving the server's URL; stopped and removed however the block ends."""

    def __init__(self, binaries: Path | None) -> None:
        if binaries is None:
            raise ServerError("The tests need PostgreSQL's initdb and pg_ctl. Install PostgreSQL and retry.")
        self._binaries = binaries
        self._user = unprivileged_user()
        self._folder = Path()

    def __enter__(self) -> str:
        self._folder = Path(tempfile.mkdtemp(prefix="lockstep-postgres-", dir=folder_in_memory()))
        try:
            if self._user:
                shutil.chown(self._folder, self._user)
            self._run("initdb", "-U", _OWNER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
            return self._start()
        except BaseException:
            self._remove()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._remove()

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _start(self) -> str:
        settings = self._data / "postgresql.conf"
        usual = settings.read_text(encoding="utf-8")
        for attempt in range(1, _STARTS + 1):  # another program may take the free port before we do
            port = free_port()
            settings.write_text(f"{usual}{_SETTINGS}port = {port}\n", encoding="utf-8")
            try:
                self._run("pg_ctl", "-w", "-t", "60", "-l", str(self._folder / "server.log"), "start")
            except ServerError:
                if attempt == _STARTS:
                    raise
            else:
                break
        return f"postgresql+psycopg://{_OWNER}@127.0.0.1:{port}/postgres"

    def _run(self, program: str, *words: str) -> None:
        # The output goes to a file: the server inherits it, and a pipe would stay open for its whole life.
        told = self._folder / "said.txt"
        as_user: dict[str, Any] = {}
        if self._user:
            import pwd

            entry = pwd.getpwnam(self._user)
            as_user = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
        path = shutil.which(program, path=str(self._binaries)) or program
        with told.open("wb") as output:
            done = subprocess.run(
                [path, "-D", str(self._data), *words],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self._folder,
                **as_user,
            )
        if done.returncode != 0:
            raise ServerError(f"The test server's {program} failed:\n{self._said()}")

    def _said(self) -> str:
        files = [self._folder / name for name in ("said.txt", "server.log")]
        return "\n".join(file.read_text(errors="replace")[-2000:] for file in files if file.exists())

    def _remove(self) -> None:
        try:
            if (self._data / "postmaster.pid").exists():
                self._run("pg_ctl", "-w", "-m", "immediate", "stop")
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)
