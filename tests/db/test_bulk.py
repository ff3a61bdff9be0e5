"""Rows inserted in bulk are the rows inserted one by one, on both engines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from db.background import BackgroundInserts, put_together
from db.bulk import JsonTexts, ReadyRows, insert_columns
from db.engines import open_engine
from db.types import Plain, UtcInstant

TABLE = sa.Table(
    "bulk_sample",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("text", sa.String),
    sa.Column("day", sa.Date),
    sa.Column("clock", sa.Time),
    sa.Column("at", UtcInstant),
    sa.Column("flag", sa.Boolean),
    sa.Column("content", Plain),
)
NAMES = ("id", "text", "day", "clock", "at", "flag", "content")
AT = datetime(2026, 3, 1, 12, 30, 5, 7, tzinfo=timezone(timedelta(hours=2)))
ROWS = [
    (1, "a\tb\\n\n\"'", date(2026, 2, 28), time(9, 5), AT, True, {"ключ": [1, "x"]}),
    (2, "", None, None, None, False, ["a", ("b", "c")]),
    (3, "\\N", date(1970, 1, 1), time(23, 59, 59, 1), AT, None, None),
]


def insert_rows(
    connection: sa.Connection, table: sa.Table, names: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    insert_columns(connection, table, dict(zip(names, zip(*rows, strict=True), strict=True)))


def test_bulk_rows_read_like_single_ones(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        TABLE.create(connection)
        insert_rows(connection, TABLE, NAMES, ROWS)
        bulk = connection.execute(sa.select(TABLE).order_by(TABLE.c.id)).all()
        connection.execute(sa.delete(TABLE))
        plain = [dict(zip(NAMES, row, strict=True)) for row in ROWS]
        connection.execute(sa.insert(TABLE), plain)
        assert bulk == connection.execute(sa.select(TABLE).order_by(TABLE.c.id)).all()
    engine.dispose()
    assert bulk[0].at == AT.astimezone(UTC)


def test_texts_that_are_json_are_stored_as_they_are(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        TABLE.create(connection)
        contents = JsonTexts(['{"a":1}', None, '["x"]'])
        insert_columns(connection, TABLE, {"id": [1, 2, 3], "content": contents})
        stored = connection.execute(sa.select(TABLE.c.content).order_by(TABLE.c.id)).scalars().all()
        assert stored == [{"a": 1}, None, ["x"]]
    engine.dispose()


@pytest.mark.parametrize("names", [("text",), ("text", "day", "content")])
def test_rows_of_nothing_are_rows(database_url: str, names: tuple[str, ...]) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        TABLE.create(connection)
        insert_rows(connection, TABLE, names, [(None,) * len(names)] * 3)
        insert_rows(connection, TABLE, ("text", "at"), [("a", None), ("b", None)])
        stored = connection.execute(sa.select(*(TABLE.c[name] for name in NAMES[1:])).order_by(TABLE.c.id))
        assert [tuple(row) for row in stored] == [
            *[(None,) * 6] * 3, ("a", *[None] * 5), ("b", *[None] * 5)
        ]  # fmt: skip
    engine.dispose()


def test_columns_alike_in_all_rows_and_no_rows_at_all(database_url: str) -> None:
    engine = open_engine(database_url)
    rows = [(number, "the same", date(2026, 2, 28), True) for number in range(1, 2_503)]
    with engine.begin() as connection:
        TABLE.create(connection)
        insert_rows(connection, TABLE, ("id", "text", "day", "flag"), rows)
        insert_columns(connection, TABLE, {"id": [], "text": []})
        columns = (TABLE.c.id, TABLE.c.text, TABLE.c.day, TABLE.c.flag)
        assert list(map(tuple, connection.execute(sa.select(*columns).order_by(TABLE.c.id)))) == rows
    engine.dispose()


def test_a_row_twice_is_refused_as_by_any_insert(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.connect() as connection, connection.begin():
        TABLE.create(connection)
        with pytest.raises(IntegrityError):
            insert_rows(connection, TABLE, NAMES, [ROWS[0], ROWS[0]])
        connection.get_transaction().rollback()  # type: ignore[union-attr]
    engine.dispose()


def test_a_time_without_a_zone_is_refused(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.connect() as connection, connection.begin():
        TABLE.create(connection)
        with pytest.raises(ValueError, match="no zone"):
            insert_rows(connection, TABLE, ("id", "at"), [(1, datetime(2026, 1, 1))])  # noqa: DTZ001
        connection.get_transaction().rollback()  # type: ignore[union-attr]
    engine.dispose()


@pytest.mark.parametrize("count", [1, 249, 250, 251, 500, 1_007])
def test_any_number_of_rows_is_inserted_once(database_url: str, count: int) -> None:
    rows = [(number, f"row {number}", None, None, AT, number % 2 == 0, [number]) for number in range(count)]
    engine = open_engine(database_url)
    with engine.begin() as connection:
        TABLE.create(connection)
        insert_rows(connection, TABLE, NAMES, rows)
        stored = connection.execute(sa.select(TABLE.c.id, TABLE.c.text, TABLE.c.flag).order_by(TABLE.c.id))
        assert [tuple(row) for row in stored] == [(row[0], row[1], row[5]) for row in rows]
    engine.dispose()


def test_a_table_of_very_many_columns(database_url: str) -> None:
    wide = sa.Table("wide_sample", sa.MetaData(), *(sa.Column(f"c{one}", sa.Integer) for one in range(150)))
    engine = open_engine(database_url)
    with engine.begin() as connection:
        wide.create(connection)
        insert_rows(connection, wide, list(wide.c.keys()), [(number,) * 150 for number in range(450)])
        assert connection.execute(sa.select(sa.func.sum(wide.c.c149))).scalar_one() == sum(range(450))
    engine.dispose()


def test_rows_inserted_behind_are_there_after_waiting(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        TABLE.create(connection)
        behind = BackgroundInserts(connection)
        for number in range(20):
            behind.insert(TABLE, {"id": [2 * number, 2 * number + 1], "text": ["a", "b"]})
        behind.wait()
        behind.close()
        assert connection.execute(sa.select(TABLE.c.id).order_by(TABLE.c.id)).scalars().all() == list(
            range(40)
        )
    engine.dispose()


def test_what_is_refused_behind_is_raised_when_waited_for(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.connect() as connection, connection.begin():
        TABLE.create(connection)
        behind = BackgroundInserts(connection)
        behind.insert(TABLE, {"id": [1, 1]})
        with pytest.raises(IntegrityError):
            behind.wait()
        behind.close()
        connection.get_transaction().rollback()  # type: ignore[union-attr]
    engine.dispose()


def ready_rows(table: str, *cells: int, points_at: str = "") -> ReadyRows:
    return ReadyRows(table, ("id",), (cells,), frozenset(points_at.split()))


def test_rows_of_one_table_are_put_together_but_never_before_what_they_point_at() -> None:
    change, event = ready_rows("change", 1, points_at="person"), ready_rows("event", 1)
    person, more, last = ready_rows("person", 7), ready_rows("change", 2, points_at="person"), event
    assert put_together([change, event, more]) == [[change, more], [event]]
    assert put_together([change, event, person, more, last]) == [[change], [event, last], [person], [more]]
    assert put_together([]) == []
