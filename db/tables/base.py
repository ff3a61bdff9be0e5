"""What every table is made of: one scheme of names, and the columns that every editable record has."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import CheckConstraint, Column, Integer, MetaData

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables; constraint names follow one scheme so that migrations can name them."""
required = partial(Column, nullable=False)
"""A column that always holds something, if only an empty text."""


def record() -> tuple[Column[Any], Column[Any]]:
    """The columns of an editable record: its id, and the version that optimistic saving compares."""
    return Column("id", Integer, primary_key=True), required("version", Integer, default=1)


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A check that `column` holds one of `values`; named after the column. Compared word by word: for IN,
    SQLite makes a table of the words for every row it checks, which takes three times as long."""
    compared = " OR ".join(f"{column} = '{value}'" for value in values)
    return CheckConstraint(compared, name=column)
