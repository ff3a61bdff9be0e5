"""The command line: parses the words, opens the database, runs one sub-command, prints its outcome."""

from __future__ import annotations

import argparse
import importlib
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from app.cli.outcome import COULD_NOT, WITH_FINDINGS, Outcome
from app.services.errors import EXPECTED_ERRORS
from app.services.workplace import Workplace

OpenDesk = Callable[[str], int]


class OpenDatabase(Protocol):
    """How sub-commands reach a database: its address from --db, and opening it."""

    def url_of(self, url: str | None) -> str:
        """The address that --db names (None: the default)."""

    def __call__(self, url: str | None) -> Workplace:
        """The open workplace at that address."""


class Command(NamedTuple):
    """A sub-command: its word, the module that holds it, what it does, and whether it opens the database."""

    word: str
    module: str
    help: str
    needs_database: bool = True


COMMANDS: tuple[Command, ...] = (
    Command("demo", "demo", "make a believable organisation, its packets and audit workbook", False),
    Command("import", "import_list", "import a list: changes, applications, people and more"),
    Command("export-list", "export_list", "write a list as CSV or workbook"),
    Command("windows", "windows", "list the maintenance windows with their checkpoints"),
    Command("board", "board", "list a window's changes with their gates and conflicts"),
    Command("checkpoint", "checkpoint", "evaluate a checkpoint and freeze the result"),
    Command("sequence", "sequence", "show, or suggest, a window's sequence of activities"),
    Command("night", "night", "say how a window's night stands, and write its log"),
    Command("packet", "packet", "issue a meeting packet as PDF and workbook"),
    Command("audit", "audit", "export the audit workbook, verify the audit chain"),
    Command("db", "database", "upgrade, back up, restore and check the database", False),
    Command("bench", "bench", "measure against floors in the same run", False),
)


def build_parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser; only the module of the sub-command named in `words` is imported."""
    parser = argparse.ArgumentParser(
        prog="lockstep",
        description="The release coordinator's desk. Without a sub-command it opens the desk.",
    )
    parser.add_argument("--db", metavar="URL", help="the database (default: the user's local one)")
    choices = parser.add_subparsers(dest="word", metavar="COMMAND", required=True)
    wanted = next((word for word in words if not word.startswith("-")), "")
    for command in COMMANDS:
        choice = choices.add_parser(command.word, help=command.help, description=command.help)
        choice.add_argument("--db", metavar="URL", default=argparse.SUPPRESS, help="the database")
        choice.add_argument("--json", action="store_true", help="print one JSON object")
        if command.word in words or command.word == wanted:
            module = importlib.import_module(f"app.cli.commands.{command.module}")
            module.add_arguments(choice)
            choice.set_defaults(run=module.run, needs_database=command.needs_database)
    return parser


def main(words: Sequence[str], open_database: OpenDatabase, open_desk: OpenDesk | None = None) -> int:
    """Run the sub-command in `words`; returns the exit status (0 done, 1 findings, 2 could not).

    `open_database` takes the URL given by --db (None: the default) and returns the workplace. A module
    whose command needs no database gets the same function to open what it needs itself. `open_desk` opens
    a desk on an address, or says why not.
    """
    arguments = build_parser(words).parse_args(list(words))
    workplace: Workplace | None = None
    try:
        if arguments.needs_database:
            workplace = open_database(arguments.db)
            outcome: Outcome = arguments.run(workplace, arguments)
        else:
            outcome = arguments.run(open_database, arguments)
    except EXPECTED_ERRORS as error:
        print(f"lockstep: {error}", file=sys.stderr)
        for problem in getattr(error, "problems", ()):
            print(f"  - {problem}", file=sys.stderr)
        return COULD_NOT
    finally:
        if workplace is not None:
            workplace.close()
    as_json = arguments.json
    text = json.dumps(outcome.data, ensure_ascii=False, indent=2) if as_json else "\n".join(outcome.lines)
    if not _say(text):
        return max(outcome.status, WITH_FINDINGS)
    if outcome.opens and open_desk is not None:
        return open_desk(outcome.opens)
    return outcome.status


def _say(text: str) -> bool:
    """Print to standard output, whatever its encoding; False where it takes no more, which is told. A reader
    that has gone away, as `head` does, is none of our business."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        print(text, flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is flushed at the exit
        if not isinstance(error, BrokenPipeError):
            told = f"the answer cannot be written: {error.strerror}. What was asked is done all the same."
            print(f"lockstep: {told}", file=sys.stderr)
            return False
    return True
