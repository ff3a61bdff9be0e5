"""On SQLite a check for one of several words compares word by word: IN makes a table of them, row for row.

A third of the time that adding 100,000 changes took was spent in three such checks.
"""

import re

from alembic import op
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ONE_OF = re.compile(r"CHECK \((\w+) IN \(('\w+'(?:, '\w+')*)\)\)")
_MAY_NOT = "may not be modified"


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        rewrite_checks(connection)


def rewrite_checks(connection: Connection) -> None:
    """What a check says is rewritten in place, as SQLite describes it for changes that concern no stored row
    (ALTER TABLE, "Making Other Kinds Of Table Schema Changes"): tables that others point at cannot be made
    anew within a transaction that watches over what points where.

    Where SQLite was built to refuse that, checks stay as they are: they allow the same.
    """
    version = connection.scalar(text("PRAGMA schema_version"))
    tables = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")).all()
    rewrite = text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = :name")
    connection.execute(text("PRAGMA writable_schema = ON"))
    try:
        for name, made_by in tables:
            connection.execute(rewrite, {"sql": _ONE_OF.sub(_word_by_word, made_by), "name": name})
        connection.execute(text(f"PRAGMA schema_version = {version + 1}"))
    except OperationalError as error:
        if _MAY_NOT not in str(error.orig):
            raise
    finally:
        connection.execute(text("PRAGMA writable_schema = OFF"))


def _word_by_word(check: re.Match[str]) -> str:
    column, words = check.groups()
    return f"CHECK ({' OR '.join(f'{column} = {word}' for word in words.split(', '))})"
