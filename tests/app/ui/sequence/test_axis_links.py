"""The way of a link: level and upright pieces only, leaving and reaching the bars from outside."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.sequencing.model import LinkKind
from app.ui.sequence.axis_links import bends_of

ENDS = {"right of it": (300.0, 70.0), "left of it": (20.0, 70.0), "close by": (104.0, 70.0)}
BEGIN = (100.0, 14.0)


@pytest.mark.parametrize("kind", list(LinkKind))
@pytest.mark.parametrize("end", ENDS.values(), ids=list(ENDS))
def test_a_link_goes_level_and_upright_from_end_to_end(kind: LinkKind, end: tuple[float, float]) -> None:
    bends = bends_of(kind, BEGIN, end)
    assert (bends[0], bends[-1]) == (BEGIN, end)
    assert all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise(bends))
    leaves = bends[1][0] - BEGIN[0]
    assert leaves >= 8 if kind.is_from_finish else leaves <= -8
    reaches = bends[-2][0] - end[0]
    assert reaches >= 8 if kind.is_to_finish else reaches <= -8


def test_a_successor_right_behind_its_predecessor_takes_the_shortest_way() -> None:
    assert bends_of(LinkKind.FINISH_START, BEGIN, (300.0, 70.0)) == [
        BEGIN,
        (108.0, 14.0),
        (108.0, 70.0),
        (300.0, 70.0),
    ]
