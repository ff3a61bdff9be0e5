"""`lockstep db`: upgrade, back up, restore and check the database, and let people into a shared one."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.main import OpenDatabase
from app.cli.outcome import DONE, WITH_FINDINGS, Outcome
from app.services import database
from app.services.exceptions.policies import begin_policies


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of `lockstep db`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("upgrade", help="bring the database to this program's schema")
    actions.add_parser("backup", help="copy the local database to FILE").add_argument("file", type=Path)
    actions.add_parser("restore", help="put the copy FILE in its place").add_argument("file", type=Path)
    actions.add_parser("check", help="check the file, the schema and the audit chain")
    actions.add_parser("init-shared", help="prepare a shared database: schema, roles and rights")
    granting = actions.add_parser("grant", help="let a login of the server work in the shared database")
    granting.add_argument("login", metavar="PERSON", help="the login's name on the server")
    granting.add_argument("role", metavar="ROLE", choices=database.ROLES, help=", ".join(database.ROLES))
    for action in actions.choices.values():
        action.add_argument("--db", metavar="URL", default=argparse.SUPPRESS, help="the database")
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")


def run(open_database: OpenDatabase, arguments: argparse.Namespace) -> Outcome:
    """Do the action on the database named by --db, without opening it as a desk would."""
    url = open_database.url_of(arguments.db)
    if arguments.action == "upgrade":
        revision = database.upgrade(url)
        _begin_policies(open_database, url)
        return Outcome({"revision": revision}, (f"The database has the schema {revision}.",))
    if arguments.action == "backup":
        file = database.back_up(url, arguments.file)
        return Outcome({"file": str(file), "bytes": file.stat().st_size}, (f"Backed up to {file}.",))
    if arguments.action == "restore":
        revision = database.restore(url, arguments.file)
        lines = (f"Restored from {arguments.file}; what was there before is kept beside it.",)
        return Outcome({"revision": revision, "file": str(arguments.file)}, lines)
    if arguments.action == "init-shared":
        revision, groups = database.init_shared(url)
        _begin_policies(open_database, url)
        lines = (f"The shared database has the schema {revision} and the roles {', '.join(groups)}.",)
        return Outcome({"revision": revision, "roles": list(groups)}, lines)
    if arguments.action == "grant":
        database.grant(url, arguments.login, database.DatabaseRole(arguments.role))
        lines = (f"{arguments.login} works in this database as {arguments.role} from the next login on.",)
        return Outcome({"login": arguments.login, "role": arguments.role}, lines)
    return _checked(database.check(url))


def _begin_policies(open_database: OpenDatabase, url: str) -> None:
    workplace = open_database(url)
    try:
        if workplace.is_shared:  # its users may not write policies; a local one begins them at first use
            begin_policies(workplace)
    finally:
        workplace.close()


def _checked(health: database.DatabaseHealth) -> Outcome:
    data = {
        "revision": health.revision,
        "newest": health.newest_revision,
        "events": health.events,
        "problems": list(health.problems),
        "ok": not health.problems,
    }
    good = f"Sound: schema {health.revision}, {health.events} audit events in order."
    return Outcome(data, health.problems or (good,), WITH_FINDINGS if health.problems else DONE)
