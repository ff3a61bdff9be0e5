"""Which rows of plans are headings, told by their levels, numbers, parents, marks, names or emptiness."""

from __future__ import annotations

import pytest

from app.importing.converting.outlines import outline_of
from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

HEAD = "ID,Task Name,Duration,Predecessors"

# the plan, the groups of its steps by key, and its headings
PLANS = [
    pytest.param(
        f"{HEAD},Outline Level\n1,Night,9h,,1\n2,Down,2h,,2\n3,Lock,1h,,3\n4,Stop,1h,3,3\n5,Up,1h,2,2\n",
        {"3": "2", "4": "2", "5": ""},
        {"1", "2"},
        id="levels",
    ),
    pytest.param(
        f"{HEAD},Gliederungsebene\n1,Ab,2h,,1\n2,Sperren,1h,,2\n3,Auf,1h,1,1\n",
        {"2": "1", "3": ""},
        {"1"},
        id="levels in German",
    ),
    pytest.param(
        "WBS,Task Name,Duration,Predecessors\n1,Down,2h,\n1.1,Lock,1h,\n1.2,Stop,1h,1.1\n2,Up,1h,1\n",
        {"1.1": "1", "1.2": "1", "2": ""},
        {"1"},
        id="numbers",
    ),
    pytest.param(
        f"{HEAD},WBS\n10,Down,2h,,1\n20,Lock,1h,,1.1\n30,Up,1h,10,2\n",
        {"20": "10", "30": ""},
        {"10"},
        id="numbers beside ids",
    ),
    pytest.param(
        "ID,Task,Owner,Duration\n1,Down,Ann,1h\n2,Wait,Ann,1h\n2.1,Wait more,Bob,1h\n3,Up,Ann,1h\n",
        {"1": "", "2": "", "2.1": "", "3": ""},
        set(),
        id="a step that was put in later",
    ),
    pytest.param(
        f"{HEAD},Outline Level\n1,Down,2h,,1\n2,Lock,1h,1,2\n3,Up,1h,2,1\n",
        {"1": "", "2": "", "3": ""},
        set(),
        id="what a step beneath it waits for",
    ),
    pytest.param(
        f"{HEAD},Parent Task\n1,Down,2h,,\n2,Lock,1h,,Down\n3,Up,1h,1,\n",
        {"2": "1", "3": ""},
        {"1"},
        id="parents",
    ),
    pytest.param(
        f"{HEAD},Parent\n1,Down,2h,,2\n2,Lock,1h,,1\n3,Up,1h,,\n",
        {"3": ""},
        {"1", "2"},
        id="parents in a circle",
    ),
    pytest.param(
        f"{HEAD},Is summary\n1,Down,2h,,Yes\n2,Lock,1h,,No\n3,Over,2h,,Yes\n4,Up,1h,2,No\n",
        {"2": "1", "4": "3"},
        {"1", "3"},
        id="marks",
    ),
    pytest.param(
        "Type,WBS #,Name,Duration\nProject,,Night,3h\nGroup,1,Down,2h\nGroup,1.1,Users,1h\n"
        "Task,1.1.1,Lock,1h\nTask,1.2,Stop,1h\nGroup,2,Up,1h\nTask,2.1,Start,1h\n",
        {"1.1.1": "1.1", "1.2": "1", "2.1": "2"},
        {"Night", "1", "1.1", "2"},
        id="kinds of rows beside numbers",
    ),
    pytest.param(
        "Type,Name,Duration,Predecessors\nProject,Night,3h,\nGroup,Down,2h,\nTask,Lock,1h,\nGroup,Up,1h,\n"
        "Task,Start,1h,Lock\nMilestone,Done,0h,Start\n",
        {"Lock": "Down", "Start": "Up", "Done": "Up"},
        {"Night", "Down", "Up"},
        id="kinds of rows",
    ),
    pytest.param(
        "Activity ID,Activity Name,Original Duration,Predecessors\n"
        "Down,,2h,\nA10,Lock,1h,\nGo up,,1h,\nA20,Up,1h,A10\n",
        {"A10": "Down", "A20": "Go up"},
        {"Down", "Go up"},
        id="names in place of ids",
    ),
    pytest.param(
        "Task,Owner,Duration\nT1,Ann,1h\nBackup,Bob,1h\nT2,Ann,1h\n",
        {"T1": "", "Backup": "", "T2": ""},
        set(),
        id="names among ids that are titles",
    ),
    pytest.param(
        f"{HEAD},WBS\n10,Down,2h,,1\n20,Lock,1h,,1.1\n30,Stop,1h,,1.2a\n40,Tell,1h,,1.3\n50,Up,1h,,2\n"
        "60,Look,1h,,TBD\n70,Start,1h,,2.1\n80,Open,1h,,2.2\n",
        {"20": "10", "30": "10", "40": "10", "60": "50", "70": "50", "80": "50"},
        {"10", "50"},
        id="numbers with two odd ones among them",
    ),
    pytest.param(
        f"{HEAD},WBS\n10,Down,2h,,1\n20,Lock,1h,,1.1\n30,Stop,1h,,1.2\n40,Tell,1h,,1.1\n50,Up,1h,,2\n",
        {"20": "10", "30": "10", "40": "10", "50": ""},
        {"10"},
        id="1.10 that a spreadsheet made 1.1",
    ),
    pytest.param(
        "WBS,Task Name,Owner,Duration\n1,Down,,2h\n1.1,Lock,Ann,1h\n1.x,Stop,Bob,1h\n2,Up,,1h\n"
        "2.1,Start,Ann,1h\n",
        {"1.1": "1", "1.x": "1", "2.1": "2"},
        {"1", "2"},
        id="ids with an odd one among them",
    ),
    pytest.param(
        f"{HEAD},WBS\n10,Lock,1h,,A\n20,Stop,1h,,B\n30,Up,1h,,1.1\n40,Tell,1h,,1\n",
        {"10": "", "20": "", "30": "", "40": ""},
        set(),
        id="odd ones with a few numbers among them",
    ),
    pytest.param(
        "Id,Name,Duration\nnight,Night,9h\nnight.down,Down,2h\nnight.down.lock,Lock,1h\nnight.down.stop,Stop,1h\n"
        "night.up,Up,1h\n",
        {"night.down.lock": "night.down", "night.down.stop": "night.down", "night.up": ""},
        {"night", "night.down"},
        id="ids of names",
    ),
    pytest.param(
        f"{HEAD},Outline number\n1,Down,2h,,1\n2,Lock,1h,,2\n3,Up,1h,,3\n",
        {"1": "", "2": "", "3": ""},
        set(),
        id="numbers of a plan without headings",
    ),
    pytest.param(
        f"{HEAD},Outline Level\n1,Night,9h,,1\n2,Down,2h,,2\n3,Lock,1h,,4\n4,Stop,1h,3,4\n"
        + "".join(f"{place},Step {place},1h,,2\n" for place in range(5, 12)),
        {"3": "2", "4": "2"} | {str(place): "" for place in range(5, 12)},
        {"1", "2"},
        id="levels with one too deep",
    ),
    pytest.param(
        f"{HEAD},Level\n1,Down,2h,,1\n2,Lock,1h,,2\n3,Up,1h,,1\n",
        {"1": "", "2": "", "3": ""},
        set(),
        id="levels of anything",
    ),
    pytest.param(
        "#,Task,Owner,Duration\n,A. Down,,\n1,Lock,Ann,1h\n2,Stop,Bob,1h\n,B. Up,,\n3,Start,Ann,1h\n",
        {"1": "A. Down", "2": "A. Down", "3": "B. Up"},
        {"A. Down", "B. Up"},
        id="rows of a title alone",
    ),
    pytest.param(
        "Task,Duration\nDown,\nLock,1h\nUp,1h\n",
        {"Down": "", "Lock": "", "Up": ""},
        set(),
        id="a step of which little is known",
    ),
    pytest.param(
        "Task Name,Assigned To,Start,Finish\n"
        "Before,,2026-11-27 20:00,2026-11-27 22:00\n"
        "Tell,Ana,2026-11-27 20:00,2026-11-27 20:30\nSave,Ben,2026-11-27 20:30,2026-11-27 22:00\n"
        "Cutover,,2026-11-28 20:00,2026-11-28 23:00\n"
        "Stop,Ana,2026-11-28 20:00,2026-11-28 21:00\nMove,Ben,2026-11-28 21:00,2026-11-28 23:00\n",
        {"Tell": "Before", "Save": "Before", "Stop": "Cutover", "Move": "Cutover"},
        {"Before", "Cutover"},
        id="times that sum up those below",
    ),
    pytest.param(
        "Task Name,Assigned To,Start,Finish\n"
        "Watch,,2026-11-27 20:00,2026-11-27 22:00\n"
        "Tell,Ana,2026-11-27 20:00,2026-11-27 20:30\nSave,Ben,2026-11-27 20:30,2026-11-27 22:00\n",
        {"Watch": "", "Tell": "", "Save": ""},
        set(),
        id="one step that nobody does, as long as those after it",
    ),
    pytest.param(
        "ID,Task Name,Duration\n1,Night,3h\n2,  Down,2h\n3,    Lock,2h\n4,  Up,1h\n",
        {"3": "2", "4": ""},
        {"1", "2"},
        id="blanks before names",
    ),
]


@pytest.mark.parametrize(("text", "groups", "headings"), PLANS)
def test_headings_are_told_from_steps(text: str, groups: dict[str, str], headings: set[str]) -> None:
    table = read_table(text.encode())
    rows = convert(table, propose(table, "activities").mapping, "UTC").rows
    outline = outline_of(rows)
    named = {row.values.get("predecessors"): row.key for row in rows}
    awaited = {key for key in outline.headings if named.get(key) in outline.beneath(key)}
    outline = outline.without(awaited)
    assert set(outline.headings) == headings
    assert {row.key: outline.group_of(row.key) for row in rows if row.key not in headings} == groups
