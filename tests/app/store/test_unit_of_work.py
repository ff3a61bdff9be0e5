"""Writing through the unit of work: values come back as they went in, versions guard, events follow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import Connection, Engine, event, select

from app.domain import changes, register, windows
from app.domain.gates import CriterionKind, CriterionSpec
from app.store.errors import ConstraintBrokenError, MissingRecordError, StaleRecordError
from app.store.reading import find, get
from app.store.unit_of_work import UnitOfWork
from db import chain, engines
from db.tables import audit_event

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


@pytest.fixture
def engine(migrated_url: str) -> Iterator[Engine]:
    engine = engines.open_engine(migrated_url)
    yield engine
    engine.dispose()


def unit(engine: Engine) -> UnitOfWork:
    return UnitOfWork(engine, "ada", lambda: NOW)


def events(engine: Engine) -> list[tuple[str, str, str]]:
    with engine.connect() as connection:
        rows = connection.execute(
            select(audit_event.c.action, audit_event.c.record_kind, audit_event.c.reason).order_by(
                audit_event.c.sequence
            )
        )
        return [tuple(row) for row in rows]  # type: ignore[misc]


def test_every_kind_of_value_comes_back_as_it_went_in(engine: Engine) -> None:
    with unit(engine) as work:
        team = work.add(register.Team("DBA"))
        person = work.add(
            register.Person(
                "Ada",
                team_id=team.id,
                roles=(register.Role.QA_MANAGER,),
                absences=(register.Absence(date(2026, 12, 24), date(2026, 12, 26), "away"),),
            )
        )
        ci = work.add(register.ConfigurationItem("db1", register.CiKind.DATABASE))
        other = work.add(register.ConfigurationItem("srv1", depends_on=(ci.id or 0,)))
        rule = windows.CheckpointRule(
            "In for test",
            3,
            time(12),
            time(13),
            (CriterionSpec("build", "Build", "Build", CriterionKind.BUILD_SUCCEEDED),),
        )
        series = work.add(
            windows.WindowSeries(
                "Weekly",
                "FREQ=WEEKLY;BYDAY=SA",
                date(2026, 1, 3),
                time(22),
                time(6),
                "Europe/Berlin",
                checkpoints=(rule,),
            )
        )
        change = work.add(
            changes.Change(
                "CHG-1",
                "<img src=x> =cmd|' /C calc'!A0 مرحبا 你好 🚀",
                configuration_items=(ci.id or 0, other.id or 0),
                links=(("blocks", "CHG-2"),),
                extra=(("Header", "text"),),
                created_at=NOW,
            )
        )
        work.commit()
    with engine.connect() as connection:
        for value in (team, person, ci, other, series, change):
            assert get(connection, type(value), value.id or 0) == value


def test_leaving_without_commit_keeps_nothing(engine: Engine) -> None:
    with unit(engine) as work:
        work.add(register.Team("DBA"))
    with engine.connect() as connection:
        assert find(connection, register.Team) == []
    assert events(engine) == []


def test_a_transaction_that_cannot_begin_keeps_no_connection(engine: Engine) -> None:
    def refuse(_connection: Connection) -> None:
        raise TimeoutError

    event.listen(engine, "begin", refuse)
    with pytest.raises(TimeoutError) as kept, unit(engine):
        pass
    event.remove(engine, "begin", refuse)
    assert kept.value is not None, "what holds on to the unit of work is still there"
    assert engine.pool.checkedout() == 0  # type: ignore[attr-defined]


def test_an_error_inside_keeps_nothing(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), unit(engine) as work:  # noqa: PT012
        work.add(register.Team("DBA"))
        raise ZeroDivisionError
    with engine.connect() as connection:
        assert find(connection, register.Team) == []


def test_saving_moves_the_version_and_records_before_and_after(engine: Engine) -> None:
    with unit(engine) as work:
        team = work.add(register.Team("DBA"), reason="first")
        saved = work.save(replace(team, name="Databases"), reason="renamed")
        touched = work.commit()
    assert saved.version == 2
    assert [item.action for item in touched] == ["created", "changed"]
    assert events(engine) == [("created", "team", "first"), ("changed", "team", "renamed")]
    with engine.connect() as connection:
        row = connection.execute(select(audit_event).where(audit_event.c.sequence == 2)).one()
        assert chain.verify(connection).is_ok
    assert json.loads(row.before)["name"] == "DBA"
    assert json.loads(row.after)["name"] == "Databases"


def test_saving_what_did_not_change_records_nothing(engine: Engine) -> None:
    with unit(engine) as work:
        team = work.add(register.Team("DBA"))
        assert work.save(team) == team
        work.commit()
    assert len(events(engine)) == 1


def test_an_older_version_is_never_written_over_a_newer_one(engine: Engine) -> None:
    with unit(engine) as work:
        team = work.add(register.Team("DBA"))
        work.save(replace(team, name="Databases"))
        work.commit()
    with pytest.raises(StaleRecordError) as caught, unit(engine) as work:
        work.save(replace(team, name="Mine"))
    assert caught.value.current.name == "Databases"


@pytest.mark.parametrize("change_links", [(), (1,), (1, 2), (2,)])
def test_links_follow_the_value(engine: Engine, change_links: tuple[int, ...]) -> None:
    with unit(engine) as work:
        ids = [work.add(register.ConfigurationItem(name)).id or 0 for name in ("a", "b")]
        before = work.add(register.Application("Ledger", configuration_items=(ids[0],)))
        wanted = tuple(ids[number - 1] for number in change_links)
        after = work.save(replace(before, configuration_items=wanted))
        work.commit()
    with engine.connect() as connection:
        assert get(connection, register.Application, after.id or 0).configuration_items == wanted


def test_what_others_point_at_is_not_removed(engine: Engine) -> None:
    with unit(engine) as work:
        team = work.add(register.Team("DBA"))
        work.add(register.Person("Ada", team_id=team.id))
        work.commit()
    with pytest.raises(ConstraintBrokenError, match="Archive it instead"), unit(engine) as work:  # noqa: PT012
        work.remove(team)
        work.commit()


def test_two_of_the_same_name_are_refused_in_words(engine: Engine) -> None:
    with pytest.raises(ConstraintBrokenError, match="same name"), unit(engine) as work:  # noqa: PT012
        work.add(register.Team("DBA"))
        work.add(register.Team("DBA"))


def test_a_record_that_is_not_there_is_said(engine: Engine) -> None:
    with pytest.raises(MissingRecordError, match="no team 99"), unit(engine) as work:
        work.get(register.Team, 99)
