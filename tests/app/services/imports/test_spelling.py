"""Names that differ but for capitals, spaces or how an accent is written are one record's name."""

from __future__ import annotations

from app.domain.changes import Build, Change
from app.domain.register import Person, Team
from app.services.imports.matches import told_names
from app.services.imports.names import Directory
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import import_text, planned_of

COMPOSED, SPREAD = "Renée Smith", "Rene\u0301e Smith"


def people(workplace: Workplace) -> dict[str, str]:
    with workplace.read() as connection:
        return {one.name: one.email for one in find(connection, Person)}


def test_a_known_name_in_another_spelling_is_no_other_record(workplace: Workplace) -> None:
    import_text(workplace, f"Name,E-mail\n{COMPOSED},a@x.org\nTom O'Hara,t@x.org\n", "people")
    again = f"Name,E-mail\n{SPREAD},b@x.org\nTOM  o'hara,t@x.org\n"
    planned = planned_of(workplace, again, "people")
    assert (len(planned.outcome.created), len(planned.outcome.changed)) == (0, 1)
    assert any("\"TOM o'hara\" as Tom O'Hara" in one for one in planned.conversion.warnings)
    import_text(workplace, again, "people")
    assert people(workplace) == {COMPOSED: "b@x.org", "Tom O'Hara": "t@x.org"}
    assert len(planned_of(workplace, again, "people").outcome.unchanged) == 2


def test_within_a_list_a_name_in_two_spellings_is_one_record(workplace: Workplace) -> None:
    text = "Name,E-mail\nAnn Smith,a@x.org\nann  smith,a@x.org\nANN SMITH,other@x.org\n"
    outcome = planned_of(workplace, text, "people").outcome
    assert [row.key for row in outcome.created] == ["Ann Smith"]
    assert [row.duplicate_of for row in outcome.unchanged] == [2]
    assert [one.reason for one in outcome.rejected] == ['Row 2 is of "Ann Smith" too, with other content.']
    assert outcome.rows_in == 3


def test_a_row_in_the_spelling_that_is_here_comes_after_one_in_another_with_other_content(
    workplace: Workplace,
) -> None:
    import_text(workplace, "Name,E-mail\nAnn Smith,a@x.org\n", "people")
    done = import_text(workplace, "Name,E-mail\nANN SMITH,b@x.org\nAnn Smith,c@x.org\n", "people")
    assert (done.updated, done.rejected) == (1, 1)
    assert people(workplace) == {"Ann Smith": "b@x.org"}


def test_names_that_the_register_has_in_two_spellings_stand_for_themselves(workplace: Workplace) -> None:
    with workplace.write() as work:
        work.add_all([Person("Ann Smith", email="a@x.org"), Person("ann smith")])
        work.commit()
    import_text(workplace, "Name,E-mail\nann smith,c@x.org\nANN SMITH,d@x.org\n", "people")
    assert people(workplace) == {"Ann Smith": "a@x.org", "ann smith": "c@x.org", "ANN SMITH": "d@x.org"}


def test_builds_go_to_the_change_whose_key_is_spelt_as_they_say(workplace: Workplace) -> None:
    header = "Key,Title,Owner,State,Backout plan\n"
    import_text(workplace, header + "CHG-1,A,Ada,New,x\nchg-1,B,Ada,New,x\nCHG-2,C,Ada,New,x\n")
    builds = "Change,Build number,Revision\nCHG-1,7,abc\nchg-1,8,abd\nchg-2,9,abe\nChg-1,10,abf\n"
    done = import_text(workplace, builds, "builds")
    assert (done.created, done.rejected) == (3, 1), "Chg-1 may be either"
    with workplace.read() as connection:
        keys = {one.id: one.key for one in find(connection, Change)}
        assert {one.number: keys[one.change_id] for one in find(connection, Build)} == {
            "7": "CHG-1",
            "8": "chg-1",
            "9": "CHG-2",
        }


def test_what_a_list_rests_on_is_added_once_however_it_is_spelt(workplace: Workplace) -> None:
    import_text(workplace, "Name,Team\nAnn,Red\nBen,RED\nCy,red\n", "people")
    with workplace.read() as connection:
        (team,) = find(connection, Team)
        assert (team.name, {one.team_id for one in find(connection, Person)}) == ("Red", {team.id})


def test_what_several_teams_are_added_as_is_told_in_the_plural(workplace: Workplace) -> None:
    told = planned_of(workplace, "Name,Team\nAnn,Red\nBen,Blue\n", "people").conversion.warnings
    assert "Red, Blue: not in the register, will be added as teams." in told
    import_text(workplace, "Name,Team\nAnn,Red\n", "people")
    with workplace.read() as connection:
        assert [one.name for one in find(connection, Team)] == ["Red"]


def test_a_name_of_any_length_leaves_room_for_what_is_said_of_it() -> None:
    directory = Directory.of({1: "Ann Smith"})
    (told,) = told_names({"owner": ["x" * 5_000, "several\nlines"]}, [("owner", "person", directory)])
    assert len(told) < 200
    assert "several lines; kept as text" in told
