"""Lags behind predecessors, with decimal commas in lists that are apart by commas."""

from __future__ import annotations

import pytest

from app.importing.cells.predecessors import KeyFinder, Predecessor, read_predecessors


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("1FS+1,5h", [Predecessor("1", "FS", 90)]),
        ("1EA+0,5 Tage;2", [Predecessor("1", "FS", 720), Predecessor("2")]),
        ("1FS-1,5h,2SS+30m", [Predecessor("1", "FS", -90), Predecessor("2", "SS", 30)]),
        ("1+1,2FF", [Predecessor("1", "FS", 1), Predecessor("2", "FF")]),
        ("1FS+1,2d", [Predecessor("1", "FS", 1), Predecessor("2d")]),
        ("1FS+10,2", [Predecessor("1", "FS", 10), Predecessor("2")]),
    ],
)
def test_a_comma_within_a_lag_parts_no_items(text: str, links: list[Predecessor]) -> None:
    found = read_predecessors(text, KeyFinder(["1", "2", "2d"], [2, 3, 4]))
    assert (list(found.links), found.unknown) == (links, ())


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Copy", [Predecessor("b2")]),
        ("stop, all of it", [Predecessor("a1")]),
        ("Copy FS+30m; b2", [Predecessor("b2", "FS", 30)]),
        ("c3; Test", [Predecessor("c3")]),
        ("1", [Predecessor("a1")]),
    ],
)
def test_steps_are_named_by_their_titles_where_one_alone_is_called_so(
    text: str, links: list[Predecessor]
) -> None:
    keys, titles = ["a1", "b2", "c3", "d4"], ["Stop, all of it", "Copy", "Test", "Test"]
    find = KeyFinder(keys, [2, 3, 4, 5], [text], titles)
    assert list(read_predecessors(text, find).links) == links
    assert find.by_id("Copy") is None


@pytest.mark.parametrize(
    ("text", "links", "unknown"),
    [
        ("2FS–1h", [Predecessor("2", "FS", -60)], ()),
        ("2FS − 30 m", [Predecessor("2", "FS", -30)], ()),
        ("after 2", [Predecessor("2")], ()),
        ("nach 2, 3", [Predecessor("2"), Predecessor("3")], ()),
        ("After Copy", [Predecessor("2")], ()),
        ("2 - Copy", [Predecessor("2")], ()),
        ("2: Copy; 3. Test", [Predecessor("2"), Predecessor("3")], ()),
        ("2 - Test", [], ("2 - Test",)),
        ("2;#Copy;#3;#Test", [Predecessor("2"), Predecessor("3")], ()),
        ("2/3", [Predecessor("2"), Predecessor("3")], ()),
        ("(2, 3SS)", [Predecessor("2"), Predecessor("3", "SS")], ()),
        ("2/9", [], ("2/9",)),
    ],
)
def test_predecessors_as_people_write_them(
    text: str, links: list[Predecessor], unknown: tuple[str, ...]
) -> None:
    keys, titles = ["1", "2", "3"], ["Stop", "Copy", "Test"]
    found = read_predecessors(text, KeyFinder(keys, [2, 3, 4], ["1"], titles))
    assert (list(found.links), found.unknown) == (links, unknown)
