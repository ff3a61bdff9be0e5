"""The disk full while a list is stored: nothing of it is kept, wherever the space ran out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.changes import Change
from app.services.audit import verify_chain
from app.services.errors import EXPECTED_ERRORS
from app.services.imports.apply import apply
from app.services.imports.undo import past_imports
from app.services.workplace import Workplace, open_workplace
from app.store.reading import find
from tests.app.services.imports.lists import planned_of
from tests.app.services.imports.test_killed import long_list
from tests.templates import Templates

FULL = "database or disk is full"


def assert_nothing_is_kept(workplace: Workplace) -> None:
    with workplace.read() as connection:
        assert not find(connection, Change)
    assert not past_imports(workplace)
    assert verify_chain(workplace).is_ok


@pytest.mark.parametrize(
    ("table", "moment"),
    [
        ("change", "NEW.id = 1"),
        ("change", "NEW.id = 1500"),
        ("change", "NEW.id = 4000"),
        ("audit_event", "NEW.sequence = 700"),
        ("import_memory", "NEW.key = 'CHG-2500'"),
        ("import_profile", "1"),
    ],
)
def test_nothing_is_half_written(local_url: str, table: str, moment: str) -> None:
    """SQLite gives up the whole transaction then; whatever comes after would be kept by itself."""
    workplace = open_workplace(local_url, "tester", lambda: datetime.now(UTC))
    planned = planned_of(workplace, long_list())
    with workplace.write() as work:
        work.connection.exec_driver_sql(
            f"CREATE TRIGGER fill BEFORE INSERT ON {table} WHEN {moment} "
            f"BEGIN SELECT RAISE(ROLLBACK, '{FULL}'); END"
        )
        work.commit()
    with pytest.raises(EXPECTED_ERRORS, match=f"{FULL}.*nothing was changed"):
        apply(workplace, planned, "long.csv", shape="a shape")
    assert_nothing_is_kept(workplace)
    workplace.close()


@pytest.mark.parametrize("table", ["change", "audit_event", "import_memory", "import_profile"])
def test_a_server_whose_disk_is_full_says_so_and_keeps_nothing(
    templates: Templates, tmp_path: Path, table: str
) -> None:
    workplace = open_workplace(
        templates.migrated("postgresql", tmp_path), "tester", lambda: datetime.now(UTC)
    )
    planned = planned_of(workplace, long_list())
    with workplace.write() as work:
        work.connection.exec_driver_sql(
            "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
        )
        work.connection.exec_driver_sql(
            f"CREATE TRIGGER fill BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION fill()"
        )
        work.connection.commit()
    with pytest.raises(EXPECTED_ERRORS, match=r"could not extend file\. Nothing was changed"):
        apply(workplace, planned, "long.csv", shape="a shape")
    assert_nothing_is_kept(workplace)
    workplace.close()
