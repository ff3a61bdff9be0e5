"""First and last names that stand apart make one name, in lists of people alone."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        ("First name,Last name,Email", "Ana,Ruiz,a@x.example", "Ana Ruiz"),
        ("Nom;Prénom;Courriel", "Noël;Hélène;h@x.example", "Hélène Noël"),
        ("Nachname;Vorname;E-Mail", "Groß;;j@x.example", "Groß"),
        ("givenName,surname,mail", "Bo,Li,b@x.example", "Bo Li"),
        ("Staff list 2026\n\nVorname,Nachname,E-Mail", "Ana,Ruiz,a@x.example", "Ana Ruiz"),
        ("姓,名,Email", "山田,太郎,t@x.example", "太郎 山田"),
    ],
)
def test_first_and_last_names_are_one(header: str, row: str, name: str) -> None:
    table = read_table(f"{header}\n{row}\n\n{row.replace('x.ex', 'y.ex')}\n".encode())
    proposal = propose(table)
    assert proposal.kind == "people"
    assert convert(table, proposal.mapping, "UTC").rows[0].values["name"] == name
    above = header.count("\n")
    assert list(table.row_numbers) == [above + 2, above + 4]


@pytest.mark.parametrize(
    "header", ["Ticket ID,Subject,First name,Last name", "Display name,First name,Last name"]
)
def test_lists_of_tickets_and_lists_with_whole_names_stay_as_they_are(header: str) -> None:
    table = read_table(f"{header}\nT-1,Down,Ana,Ruiz\nT-2,Slow,Bo,Li\n".encode())
    assert table.headers[: header.count(",") + 1] == tuple(header.split(","))


@pytest.mark.parametrize(
    ("cells", "players"),
    [
        (("Meier, Hans", "Lena Busch"), [("Hans Meier",), ("Lena Busch",)]),
        (("Ann, Ben", "Cy"), [("Ann", "Ben"), ("Cy",)]),
        (("Ann Lee, Ben Ray", "Cy Poe"), [("Ann Lee", "Ben Ray"), ("Cy Poe",)]),
        (("Meier, Hans; Busch, Lena", "Cy Poe"), [("Meier, Hans", "Busch, Lena"), ("Cy Poe",)]),
        (("Ann, Ben", "Cy, Dee"), [("Ann", "Ben"), ("Cy", "Dee")]),
        (("Ann, Ben", "Ann, Ben", "Ann, Cy", "Ann, Cy"), [("Ann", "Ben")] * 2 + [("Ann", "Cy")] * 2),
        (
            ("Meier, Hans", "Meier, Hans", "Busch, Lena", "Busch, Lena"),
            [("Hans Meier",)] * 2 + [("Lena Busch",)] * 2,
        ),
    ],
)
def test_a_comma_is_within_a_name_where_the_other_names_are_of_two_words(
    cells: tuple[str, ...], players: list[tuple[str, ...]]
) -> None:
    lines = [f"{number}|Do {number}|{cell}" for number, cell in enumerate(cells, 1)]
    table = read_table("\n".join(("Step|Activity|Owner", *lines, "")).encode())
    found = convert(table, propose(table, "activities").mapping, "UTC")
    assert [row.values["players"] for row in found.rows] == players


def test_names_of_a_directory_are_said_as_people_say_them() -> None:
    table = read_table(b'Display Name,E-mail Address\n"Ruiz Gil, Ana",a@x.example\n"Ito, Ben",b@x.example\n')
    found = convert(table, propose(table).mapping, "UTC")
    assert [row.values["name"] for row in found.rows] == ["Ana Ruiz Gil", "Ben Ito"]


def test_what_is_no_address_is_left_out_and_told() -> None:
    text = b"Name,E-mail\nAda,mailto:ada@example.org\nBen,ask Ada\nCy,Cy <cy@example.org>\nDee,a@x; b@x\n"
    table = read_table(text)
    conversion = convert(table, propose(table).mapping, "UTC")
    addresses = [row.values.get("email") for row in conversion.rows]
    assert addresses == ["ada@example.org", None, "cy@example.org", None]
    told = "In “E-mail” 2 cells cannot be read as “E-mail”, first row 3"
    assert any(told in one for one in conversion.warnings)
