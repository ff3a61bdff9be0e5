"""New changes built and stored column by column are those that are built and stored one by one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from app.domain.changes import Change
from app.domain.register import Application, Person, Team
from app.importing.converting.besides import TextsBesides
from app.importing.matching import NameIndex
from app.services.imports.apply import apply
from app.services.imports.kinds.change_columns import change_columns
from app.services.imports.kinds.changes import build_change
from app.services.imports.names import Directory, RegisterNames
from app.services.workplace import Workplace
from app.store.import_memory import read_contents
from app.store.reading import find
from db.bulk import JsonTexts
from tests.app.services.imports.lists import planned_of

KEYS = [f"CHG-{number}" for number in range(1, 5)]
LIST = """Key,Title,Owner,Team,State,Applications,Labels,Blocks,Impact,Created,Updated,Deployment date,Colour
CHG-1,Patch a gateway,Ada,Ops,New,Ledger;Nowhere,a;b,CHG-2,4,2026-01-05 10:00,2026-01-06 10:00,2026-01-09,red
CHG-2,,Ben,,Tested,,,,,,,,
CHG-3,"=cmd|' /C calc'!A0",ada,Ops,Done,ledger,a,CHG-1;CHG-2,5,2026-01-05 11:00,,2026-01-10,"two
lines"
CHG-4,<b>bold</b>,Nobody,Nobody,New,Elsewhere,,,1,,2026-01-07 09:00,,
"""


def _names() -> RegisterNames:
    def directory(*names: str) -> Directory:
        by_id = dict(enumerate(names, start=1))
        return Directory({name.casefold(): one for one, name in by_id.items()}, by_id, NameIndex(by_id))

    nothing = directory()
    return RegisterNames(
        applications=directory("Ledger", "Gateway"),
        items=directory("db01", "db02"),
        teams=directory("Ops"),
        people=directory("Ada Lovelace", "Ben Nevis"),
        environments=nothing,
        machines=nothing,
    )


_TEXT = some.text(max_size=8)
_NAMES = some.lists(some.sampled_from(["Ledger", "gateway", "db01", "Nowhere", "<b>"]), max_size=3).map(tuple)
_INSTANT = some.none() | some.datetimes(timezones=some.just(UTC))
_FIELDS: dict[str, some.SearchStrategy[Any]] = {
    "title": _TEXT.map(lambda text: text or "untitled"),
    "description": _TEXT,
    "change_kind": some.sampled_from([None, "network", "data"]),
    "change_class": some.sampled_from([None, "normal", "emergency"]),
    "state": some.sampled_from([None, "intake", "ready", "closed"]),
    "source_state": _TEXT,
    "impact": some.none() | some.integers(1, 5),
    "requester": some.sampled_from(["", "Ada Lovelace", "lovelace ada", "Nobody"]),
    "owner": some.sampled_from(["", "Ben Nevis", "B Nevis", "Nobody"]),
    "team": some.sampled_from(["", "ops", "Others"]),
    "applications": _NAMES,
    "configuration_items": _NAMES,
    "deployment_on": some.none() | some.dates(date(2000, 1, 1), date(2050, 1, 1)),
    "deployment_approved": some.sampled_from([None, True, False]),
    "expected_downtime_minutes": some.none() | some.integers(0, 600),
    "created_in_source": _INSTANT,
    "updated_in_source": _INSTANT,
    "closed_in_source": _INSTANT,
    "labels": _NAMES,
    "links": some.lists(some.tuples(some.just("blocks"), some.sampled_from(KEYS)), max_size=2).map(tuple),
    "release": _NAMES,
}
_HEADERS = ["Colour", "Updated in the source", "Applications not in the register"]
_CELLS = some.fixed_dictionaries({}, optional={header: some.text(min_size=1) for header in _HEADERS})


def _in_order(changes: list[Change]) -> list[Change]:
    """The changes with what they keep besides in order of its labels."""
    return [replace(change, extra=tuple(sorted(change.extra))) for change in changes]


@given(some.data(), some.sets(some.sampled_from(sorted(_FIELDS))), some.integers(1, 6))
def test_columns_make_the_same_changes(data: some.DataObject, fields: set[str], count: int) -> None:
    rows = [
        {
            "key": f"CHG-{number}",
            "title": "untitled",
            **{name: data.draw(_FIELDS[name], label=name) for name in sorted(fields)},
            "extra": data.draw(_CELLS, label="extra"),
        }
        for number in range(count)
    ]
    names = _names()
    said: dict[str, Any] = {name: [row[name] for row in rows] for name in rows[0]}
    said["extra"] = TextsBesides.of_rows(said["extra"])
    columns = dict(change_columns(said, names))
    if isinstance(columns["extra"], JsonTexts):
        columns["extra"] = [tuple(map(tuple, json.loads(text or ""))) for text in columns["extra"]]
    made = [Change(**dict(zip(columns, cells, strict=True))) for cells in zip(*columns.values(), strict=True)]
    assert _in_order(made) == _in_order([build_change(row, None, names) for row in rows])


def test_a_list_is_stored_alike_both_ways(workplace: Workplace) -> None:
    with workplace.write() as work:
        work.add(Team(name="Ops"))
        work.add_all([Person(name="Ada"), Person(name="Ben")])
        work.add(Application(name="Ledger"))
        work.commit()
    planned = planned_of(workplace, LIST)
    assert planned.kind.build_columns is not None
    stored = []
    for kind in (planned.kind, replace(planned.kind, build_columns=None)):
        apply(workplace, replace(planned_of(workplace, LIST), kind=kind), "list.csv")
        with workplace.write() as work:
            changes = find(work.connection, Change)
            stored.append(
                (
                    [replace(change, id=None) for change in changes],
                    read_contents(work.connection, "changes", KEYS),
                )
            )
            assert not planned_of(workplace, LIST).outcome.created
            for change in changes:
                work.remove(change)
            work.commit()
    assert len(stored[0][0]) == len(KEYS)
    assert stored[0] == stored[1]


def test_rows_with_a_cell_that_cannot_be_read_are_stored_too(workplace: Workplace) -> None:
    text = LIST.replace(",4,2026-01-05 10:00", ",4,some day")
    apply(workplace, planned_of(workplace, text), "list.csv")
    with workplace.read() as connection:
        first, *others = find(connection, Change)
    assert (first.created_at, dict(first.extra)["Created"]) == (None, "some day")
    assert [change.key for change in others] == KEYS[1:]
    assert not planned_of(workplace, text).outcome.created
