"""Where headers are somebody's own, addresses that end in the keys of their rows tell the program."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.sources.addresses import program_at


@pytest.mark.parametrize(
    ("program", "key", "address"),
    [
        ("GitHub", "77", "https://github.com/o/r/issues/77"),
        ("GitHub", "#12", "https://github.example.com/o/r/pull/12"),
        ("GitLab", "41", "https://code.example.com/a/b/c/-/work_items/41"),
        ("GitLab", "!9", "https://code.example.com/a/b/-/merge_requests/9"),
        ("Jira", "PAY-12", "https://x.atlassian.net/browse/PAY-12"),
        ("Jira", "PAY-12", "https://example.com/jira/browse/PAY-12?focus=1"),
        ("Azure DevOps", "8", "https://dev.azure.com/o/p/_workitems/edit/8"),
        ("Bugzilla", "1890001", "https://bugzilla.mozilla.org/show_bug.cgi?id=1890001"),
        ("ClickUp", "86b1x2c3d", "https://app.clickup.com/t/86b1x2c3d"),
        ("GLPI", "5", "https://desk.example.com/glpi/front/ticket.form.php?id=5"),
        ("Redmine", "301", "https://redmine.example.com/issues/301"),
        ("", "CHG-1", "https://x.atlassian.net/browse/PAY-12"),
        ("", "77", "https://example.com/issues/77"),
        ("", "77", "github.com"),
    ],
)
def test_an_address_tells_the_program_where_it_ends_in_the_key(program: str, key: str, address: str) -> None:
    assert program_at([(key, address)]) == program


def test_addresses_of_several_programs_tell_none() -> None:
    assert not program_at([("7", "https://github.com/o/r/issues/7"), ("8", "https://example.com/8")])
    assert not program_at([])


def test_the_source_of_a_list_is_told_by_its_addresses() -> None:
    text = (
        "id;titre;etat;auteur;assignes;cree_le;maj_le;cloture_le;url\n"
        "77;Tests;OPEN;ana;bo;2025-11-05T08:00:10Z;2025-11-05T08:13:41Z;;https://github.com/o/r/issues/77\n"
        "59;Boutons;CLOSED;bo;bo;2025-11-03T12:54:19Z;2025-11-05T07:39:04Z;2025-11-05T07:39:04Z;"
        "https://github.com/o/r/issues/59\n"
    )
    found = propose(read_table(text.encode()))
    assert (found.source, found.mapping.source) == ("GitHub", "GitHub")
    assert found.mapping.columns["assignes"] == "owner"
    assert found.mapping.columns["maj_le"] == "updated_in_source"


def test_a_list_that_people_keep_is_not_from_where_its_tickets_are() -> None:
    text = (
        "Change,Title,Planned date,Owner,Link\n"
        "CHG-1,Move,05/12/2026,Ana,https://x.atlassian.net/browse/PAY-12\n"
    )
    assert propose(read_table(text.encode())).source == ""
