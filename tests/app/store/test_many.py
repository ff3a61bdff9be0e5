"""Thousands of records at once: written while the caller goes on, kept and guarded as single ones are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from app.domain.register import Person, Team
from app.store.errors import ConstraintBrokenError, StaleRecordError
from app.store.event_log import Touched
from app.store.reading import find
from app.store.unit_of_work import UnitOfWork
from db import chain, engines

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
COUNT = 2_300
"""More than are written in one statement, and than are written at once while the caller waits."""


@pytest.fixture
def engine(migrated_url: str) -> Iterator[Engine]:
    engine = engines.open_engine(migrated_url)
    yield engine
    engine.dispose()


def unit(engine: Engine) -> UnitOfWork:
    return UnitOfWork(engine, "ada", lambda: NOW)


def teams(first: int, count: int = COUNT) -> list[Team]:
    return [Team(f"Team {number}") for number in range(first, first + count)]


def add(engine: Engine, *parts: list[Team]) -> None:
    with unit(engine) as work:
        for part in parts:
            work.add_bulk(part)
        work.commit()


def names(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return [one.name for one in find(connection, Team)]


def test_what_is_being_written_is_there_for_every_query(engine: Engine) -> None:
    with unit(engine) as work:
        ids = work.add_bulk(teams(0))
        assert len(work.find(Team)) == COUNT
        more = work.add_bulk(teams(COUNT))
        assert work.get(Team, more[-1]).name == f"Team {2 * COUNT - 1}"
        single = work.add(Team("One more"))
        touched = work.commit()
    assert list(ids) + list(more) + [single.id] == list(range(1, 2 * COUNT + 2))
    assert touched == (Touched("team", "", "created"),)
    assert names(engine) == [one.name for one in teams(0, 2 * COUNT)] + ["One more"]
    with engine.connect() as connection:
        verified = chain.verify(connection)
    assert (verified.is_ok, verified.events) == (True, 2 * COUNT + 1)


def test_ids_drawn_beforehand_are_not_given_twice(engine: Engine) -> None:
    with unit(engine) as work:
        ids = work.draw_ids(Team, 2 * COUNT)
        work.add_bulk(teams(0), ids=ids[:COUNT])
        work.add_bulk(teams(COUNT), ids=ids[COUNT:])
        work.commit()
    with unit(engine) as work:
        assert work.add(Team("The next")).id == ids[-1] + 1


def test_what_the_database_refuses_is_told_and_nothing_kept(engine: Engine) -> None:
    with pytest.raises(ConstraintBrokenError, match="same name"):
        add(engine, [*teams(0), Team("Team 7")], teams(COUNT))
    assert names(engine) == []


def test_an_error_of_the_caller_keeps_nothing(engine: Engine) -> None:
    with suppress(RuntimeError), unit(engine) as work:
        work.add_bulk(teams(0))
        raise RuntimeError("stopped")
    assert names(engine) == []


def test_many_saved_as_they_were_read_say_what_was_before(engine: Engine) -> None:
    with unit(engine) as work:
        work.add_bulk(teams(0, 30))
        work.commit()
    with engine.connect() as connection:
        read = {one.id or 0: one for one in find(connection, Team)}
    with unit(engine) as work:
        work.save_many([replace(one, name=one.name + "b") for one in read.values()], "", read)
        work.commit()
    with engine.connect() as connection:
        assert find(connection, Team) == [
            replace(one, name=one.name + "b", version=2) for one in read.values()
        ]
        before = connection.exec_driver_sql(
            "SELECT before FROM audit_event WHERE action = 'changed' ORDER BY sequence"
        ).scalars()
        assert [json.loads(text)["name"] for text in before] == [one.name for one in read.values()]


def test_many_are_not_saved_over_what_another_desk_changed(engine: Engine) -> None:
    with unit(engine) as work:
        work.add_bulk(teams(0, 3))
        work.commit()
    with engine.connect() as connection:
        read = {one.id or 0: one for one in find(connection, Team)}
    with unit(engine) as work:
        work.save(replace(read[2], name="From another desk"))
        work.commit()
    with unit(engine) as work, pytest.raises(StaleRecordError):
        work.save_many([replace(one, name=one.name + "b") for one in read.values()], "", read)
    assert names(engine) == ["Team 0", "From another desk", "Team 2"]


def test_of_many_records_alike_it_is_only_told_that_they_were_many(engine: Engine) -> None:
    with unit(engine) as work:
        work.add(Person("Ana"))
        work.add_bulk(teams(0, 1_000))
        named = work.commit()
    assert [one for one in named if one.kind == "person"] == [Touched("person", "1", "created")]
    assert len(named) == 1_001
    with unit(engine) as work:
        work.add_bulk(teams(1_000, 1_001))
        work.add(Person("Bo"))
        work.add_bulk(teams(2_001, 5))
        assert work.commit() == (Touched("team", "", "created"), Touched("person", "2", "created"))
