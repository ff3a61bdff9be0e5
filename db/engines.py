"""Engines for the two databases: SQLite in a local file, PostgreSQL shared by several desks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from db.file_guard import FileGuard

_LOCK_SECONDS, _IDLE_MINUTES = 60, 10
"""So long somebody waits for another who writes, as while a long list is stored, and so long a server lets
somebody who writes do nothing."""
_BUSY_TIMEOUT_MS = _LOCK_SECONDS * 1_000
_BEGIN = "BEGIN"
_PAGE_BYTES = 8_192
"""Audit events hold one to two kilobytes: on SQLite's own 4,096 a file of many is a fifth larger."""
_NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "fuse.sshfs", "glusterfs"}
_RESTORE = "Name another file, or bring back a copy by `lockstep db restore FILE`."
_BUSY = "database is locked"
_UNUSABLE_FILE = {
    "file is not a database": _RESTORE,
    "disk image is malformed": _RESTORE,
    "unable to open database file": "See that its folder exists and that you may write there.",
    "attempt to write a readonly database": "See that you may write the file and its folder.",
    "database or disk is full": "Free some space on its disk, then try again; nothing was changed.",
    "disk I/O error": "See that its disk is there and has space, then try again; nothing was changed.",
    _BUSY: "Another program is writing into it; try again when that is done. Nothing was changed.",
}
"""What SQLite says of a file it cannot use, and how to mend it."""
_NO_RIGHT = "42501"
_SERVER_WAYS_OUT = {
    "25006": "It takes no writing now, as a server that stands by: nothing was changed; try again later.",
    "40": "Somebody else was writing the same at the same time: nothing was changed; try again.",
    "53": "Nothing was changed; have its administrator free what it lacks, then try again.",
    "55P03": "Somebody else has been writing for long: nothing was changed; try again.",
    "57014": "It was stopped on the server: nothing was changed; try again, or ask its administrator.",
    "58": "Nothing was changed; have its administrator look at the server, then try again.",
}
"""What a server answers where it cannot do what it should, by SQLSTATE or its class, and how to mend it."""


class DatabaseAddressError(ValueError):
    """The database URL cannot be used; the message says why and what to write instead."""


class DatabaseBusyError(DatabaseAddressError):
    """Another program has been writing for longer than one waits; the same works once it is done."""


def local_url(path: Path) -> str:
    """The URL of the local database file at `path`."""
    return URL.create("sqlite", database=str(path)).render_as_string(hide_password=False)


def open_engine(url: str) -> Engine:
    """An engine for `url` (sqlite:///FILE or postgresql+psycopg://...).

    Raises DatabaseAddressError for another kind of URL, or a SQLite file on a network share.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseAddressError(
            f"'{url}' is not a database address. Write sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME."
        ) from None
    if parsed.get_backend_name() == "sqlite":
        return _open_sqlite(parsed)
    if parsed.get_backend_name() == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(parsed, pool_pre_ping=True, json_deserializer=orjson.loads)
        event.listen(engine, "connect", _prepare_server)
        event.listen(engine, "handle_error", _explain_server)
        return engine
    raise DatabaseAddressError(
        f"Lockstep keeps its data in SQLite or PostgreSQL, not in {parsed.get_backend_name()}. "
        "Write sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME."
    )


def is_sqlite(engine: Engine) -> bool:
    """Whether `engine` is the local kind."""
    return engine.dialect.name == "sqlite"


def require_reachable(engine: Engine) -> None:
    """Raise DatabaseAddressError, with what the server or network said, unless a connection is made."""
    engine.connect().close()


def sqlite_path(engine: Engine) -> Path:
    """The file of a local engine."""
    return Path(engine.url.database or "")


def _open_sqlite(url: URL) -> Engine:
    if not url.database or url.database == ":memory:":
        raise DatabaseAddressError("A local database needs a file: sqlite:////full/path/lockstep.db.")
    path = Path(url.database)
    system = network_file_system(path)
    if system:
        raise DatabaseAddressError(
            f"{path} lies on a network share ({system}), where SQLite cannot keep what was saved safe. "
            "Keep the file on this computer, or share a PostgreSQL database."
        )
    engine = create_engine(url, json_deserializer=orjson.loads)
    event.listen(engine, "connect", _prepare_sqlite)
    guard = FileGuard(path)
    event.listen(engine, "connect", guard.connected)
    event.listen(engine, "close", guard.closing)
    event.listen(engine, "engine_disposed", guard.disposed)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "before_cursor_execute", _write_in_transaction_only)
    event.listen(engine, "commit", _commit_transaction_only)
    event.listen(engine, "handle_error", _explain_unusable_file)
    return engine


def _explain_unusable_file(context: ExceptionContext) -> None:
    # SQLite tells these apart by text alone; what is not listed stays the error it was.
    said = str(context.original_exception)
    way_out = next((way for text, way in _UNUSABLE_FILE.items() if text in said), None)
    if way_out is not None:
        file = context.engine.url.database if context.engine is not None else "The database file"
        message = f"{file} cannot be used: {said}. {way_out}"
        kind = DatabaseBusyError if _BUSY in said else DatabaseAddressError
        raise kind(message) from context.original_exception


def _explain_server(context: ExceptionContext) -> None:
    error = context.original_exception
    if context.is_pre_ping or context.engine is None:
        return  # a connection that is only tried is replaced without a word
    if context.connection is None:
        said = " ".join(str(error).split())[:300].rstrip(".?")
        server = context.engine.url.render_as_string()
        raise DatabaseAddressError(
            f"{server} cannot be reached: {said}. Check name, password and network, then try again."
        ) from error
    trouble = trouble_of_server(context.connection, error, is_lost=context.is_disconnect)
    if trouble is not None:
        raise trouble from error


def trouble_of_server(
    connection: Connection, error: BaseException, *, is_lost: bool
) -> DatabaseAddressError | None:
    """What a server's error is to be told as, where it cannot do what it should; None for other errors.

    `is_lost`: the connection is gone.
    """
    server = connection.engine.url.render_as_string()
    if is_lost:
        told = "does not answer any more. Try again once it is back; nothing is stored by halves."
        return DatabaseAddressError(f"{server} {told}")
    state = str(getattr(error, "sqlstate", "") or "")
    way_out = _SERVER_WAYS_OUT.get(state) or _SERVER_WAYS_OUT.get(state[:2])
    if state == _NO_RIGHT and not _is_writer(connection):  # a use case tells what may not be written
        way_out = "Ask its owner to let this login in: lockstep db grant PERSON ROLE."
    if way_out is None:
        return None
    said = str(error).strip().partition("\n")[0].rstrip(".")
    return DatabaseAddressError(f"{server} could not do what was asked: {said}. {way_out}")


def _prepare_server(connection: Any, _record: Any) -> None:
    # A desk that is put to sleep while it writes would else hold up everybody, without a word, for hours.
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{_LOCK_SECONDS}s'")
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{_IDLE_MINUTES}min'")
    connection.commit()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by _begin_sqlite, not by the driver
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT_MS}")
    cursor.execute(f"PRAGMA page_size={_PAGE_BYTES}")  # of a new file; an old one keeps its own
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    # A writer takes the lock at once: upgrading a read lock later could fail with "database is locked".
    connection.exec_driver_sql(f"{_BEGIN} IMMEDIATE" if _is_writer(connection) else _BEGIN)


def _write_in_transaction_only(
    connection: Connection, cursor: Any, statement: str, _parameters: Any, _context: Any, _is_many: bool
) -> None:
    """Refuse to go on writing after SQLite has given up the transaction, as it does when the disk is full:
    each further statement would be kept by itself, without what was written before it."""
    if _is_writer(connection) and not cursor.connection.in_transaction and not statement.startswith(_BEGIN):
        raise _given_up(connection)


def _commit_transaction_only(connection: Connection) -> None:
    """Refuse to call something stored that SQLite has given up."""
    driver: Any = connection.connection.driver_connection
    if _is_writer(connection) and not driver.in_transaction:
        raise _given_up(connection)


def _given_up(connection: Connection) -> DatabaseAddressError:
    return DatabaseAddressError(
        f"{connection.engine.url.database} has given up what was being written. "
        "See that its disk is there and has space, then try again; nothing was changed."
    )


def _is_writer(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("lockstep_write", False))


def network_file_system(path: Path, mounts: str | None = None) -> str:
    """The name of the network file system `path` lies on, or an empty text.

    `mounts` is the text of /proc/mounts (read when None; other systems than Linux give no answer,
    except for Windows' UNC paths).
    """
    if str(path).startswith("\\\\"):
        return "a Windows share"
    if mounts is None:
        table = Path("/proc/mounts")
        if not table.exists():
            return ""
        mounts = table.read_text(encoding="utf-8", errors="replace")
    target = str(path.absolute())
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        inside = target == point or target.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind if kind in _NETWORK_FILE_SYSTEMS else ""
