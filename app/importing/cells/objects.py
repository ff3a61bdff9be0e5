"""Names in cells as programs write them: in objects ("[{'name': 'bug'}]"), or none at all ("N/A")."""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"""["'](?:login|name|title|displayName|display_name|display_value|summary)["']\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')"""
)
_CALLED = re.compile(r"""["']username["']\s*:\s*["']([^"']*)["']""")
"""What a person is called who has no other name there."""
_SPRINT = re.compile(r"^[\w.$]+@[0-9a-f]+\[.*?\bname=([^,\]]*)[,\]]")
"""A sprint as Jira's servers write it: "com.maker.Sprint@1f2a[id=12,state=ACTIVE,name=Sprint 9,…]"."""
_REFERENCE = re.compile(
    r"""^\{["']link["']\s*:\s*["'][^"']*["']\s*,\s*["']value["']\s*:\s*["']([^"']*)["']\}$"""
)
"""A record that is only referred to: {"link": "https://…/sys_user/5137", "value": "5137"}."""
_NO_NAMES = frozenset(
    """
    -, --, ---, –, —, ?, ., n/a, n.a., #n/a, none, null, nil, nan, undefined, (none), (blank), (empty), [],
    {}, unassigned, (unassigned), unscheduled, not set, (not set), nobody, not assigned, no assignee,
    nicht zugewiesen, niemand, non assigné, non affecté, sin asignar, não atribuído, sem responsável,
    non assegnato, nieprzypisane, nieprzypisany, atanmamış""".strip()
    .replace("\n    ", " ")
    .split(", ")
)
"""Texts that stand where a name would, and name nobody and nothing."""
_NO_TIMES = frozenset({"na", "nv", "nc", "nd", "n/d", "nod", "yok", "non disp."})
"""What project programs write where there is no date, by language; elsewhere it may be somebody's sign."""
_ADDRESS = re.compile(r"\[?(?:[A-Za-z_$][\w$]*\.){2,}[A-Za-z_$][\w$]*@[0-9a-f]{1,8}\]?$")
_BEGINNINGS = ("{", "[{")


def is_name(text: str) -> bool:
    """Whether a text names anything, as "N/A", "?" and "Unassigned" do not."""
    return text.casefold() not in _NO_NAMES


def is_time_told(text: str) -> bool:
    """Whether a cell of times says any, as "N/A" and project programs' "NA" and "NV" do not."""
    return is_name(text) and text.casefold() not in _NO_TIMES


def is_address_in_memory(text: str) -> bool:
    """Whether a cell is an object that could not be written as text ("com.maker.desk.Approvals@5543e5c3")."""
    return bool(_ADDRESS.match(text.strip()))


def holds_objects(text: str) -> bool:
    """Whether a cell holds objects, or an empty list."""
    if not text.endswith(("}", "]")):
        return False
    return text.startswith(_BEGINNINGS) or bool(_SPRINT.match(text))


def names_in_objects(text: str) -> tuple[str, ...]:
    """What the objects in a cell are called, one name for each; the cell itself where none is.

    A record that is only referred to is called by its number, a sprint by its name.
    """
    if reference := _REFERENCE.match(text) or _SPRINT.match(text):
        return (reference.group(1) or text,)
    found = []
    for one in outermost_objects(text):
        if named := _NAMED.search(one):
            found.append((named.group(1) or named.group(2) or "").strip())
        elif called := _CALLED.search(one):
            found.append(called[1].strip())
    return tuple(dict.fromkeys(name for name in found if name)) or (text,)


def outermost_objects(text: str) -> list[str]:
    """The outermost objects in a text."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        if letter == "{":
            if depth == 0:
                start = place
            depth += 1
        elif letter == "}" and depth:
            depth -= 1
            if depth == 0:
                parts.append(text[start : place + 1])
    return parts
