"""People and teams that the desk chose are edits as texts are; the same ones in other words are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.changes import Change
from app.domain.register import Person, Team
from app.services.changes import edit_change, edit_changes
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.workplace import Workplace
from app.store.reading import find


@pytest.fixture
def desk(workplace: Workplace) -> Workplace:
    """A register of three people and two teams, and a change that a tracker brought."""
    with workplace.write() as work:
        work.add_all([Person("Ada Lovelace", email="ada@bank.test"), Person("Ben Okri"), Person("Cleo Voss")])
        work.add_all([Team("Core"), Team("Network")])
        work.commit()
    apply(workplace, _planned(workplace, "Ada Lovelace", "Core"), "list.csv")
    return workplace


def _planned(workplace: Workplace, owner: str, team: str) -> Planned:
    text = f"Issue key,Summary,Status,Assignee,Team\nCHG-1,Patch,Open,{owner},{team}\n"
    understood = understand(workplace, text.encode())
    return plan(workplace, understood.table, understood.proposal.mapping, "UTC")


def _chosen_here(workplace: Workplace, owner: str, team: str) -> None:
    with workplace.write() as work:
        change = work.find(Change, key="CHG-1")[0]
        people = {one.name: one.id for one in work.find(Person)}
        teams = {one.name: one.id for one in work.find(Team)}
        work.save(replace(change, owner_id=people[owner], team_id=teams[team]))
        work.commit()


def test_who_was_chosen_here_is_kept_against_what_the_list_says_since(desk: Workplace) -> None:
    _chosen_here(desk, "Ben Okri", "Network")
    planned = _planned(desk, "Cleo Voss", "Core")
    assert [(one.field, one.on_the_desk, one.in_the_source) for one in planned.outcome.conflicts] == [
        ("owner", "Ben Okri", "Cleo Voss")
    ]
    apply(desk, planned, "list.csv")
    with desk.read() as connection:
        (change,) = find(connection, Change)
        assert [one.name for one in find(connection, Person, id=change.owner_id)] == ["Ben Okri"]
        assert [one.name for one in find(connection, Team, id=change.team_id)] == ["Network"]


def test_whom_the_list_names_now_and_the_desk_chose_already_is_no_change(desk: Workplace) -> None:
    _chosen_here(desk, "Ben Okri", "Network")
    outcome = _planned(desk, "Ben Okri", "Network").outcome
    assert (len(outcome.unchanged), outcome.conflicts, outcome.changed) == (1, [], [])


def test_the_same_person_in_other_words_is_no_edit_of_the_desk(desk: Workplace) -> None:
    outcome = _planned(desk, "ada@bank.test", "Core").outcome
    assert outcome.conflicts == []
    outcome = _planned(desk, "Cleo Voss", "Network").outcome
    assert [[change.field for change in one.changes] for one in outcome.changed] == [["owner", "team"]]


@pytest.mark.parametrize("is_at_once", [False, True])
def test_whom_the_desk_took_off_a_change_is_nobody_to_it_and_stays_so(
    desk: Workplace, is_at_once: bool
) -> None:
    with desk.read() as connection:
        (before,) = find(connection, Change)
    if is_at_once:
        edit_changes(desk, [before.id or 0], {"owner_id": None, "team_id": None})
    else:
        edit_change(desk, before, replace(before, owner_id=None, team_id=None))
    with desk.read() as connection:
        (change,) = find(connection, Change)
    assert (change.owner_id, change.owner_name, change.team_id, change.team_name) == (None, "", None, "")
    assert _planned(desk, "Ada Lovelace", "Core").outcome.conflicts == []
    outcome = _planned(desk, "Cleo Voss", "Network").outcome
    assert [(one.field, one.on_the_desk) for one in outcome.conflicts] == [("owner", ""), ("team", "")]
    assert outcome.changed == []
