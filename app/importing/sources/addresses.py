"""Programs known by the addresses of their records: a script that exports chooses headers of its own.

An address counts only where it ends in the key of its own row: a list that people keep may well point to the
tickets of some program and is not from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PROGRAMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"^https?://{pattern}", re.IGNORECASE))
    for name, pattern in (
        ("GitHub", r"[^/]*\bgithub\b[^/]*/[^/]+/[^/]+/(?:issues|pull)/(\d+)"),
        ("GitLab", r"[^/]+/.+/-/(?:issues|work_items|merge_requests|incident|incidents|epics)/(\d+)"),
        ("GitLab", r"[^/]*\bgitlab\b[^/]*/.+/(?:issues|merge_requests)/(\d+)"),
        ("Jira", r"[^/]+/(?:.+/)?browse/([A-Z][A-Z0-9_]+-\d+)"),
        ("Azure DevOps", r"[^/]+/.+/_workitems/(?:edit/|.*[?&]id=)(\d+)"),
        ("Bugzilla", r"[^/]+/(?:.+/)?show_bug\.cgi\?id=(\d+)"),
        ("Bugzilla", r"bugzil\.la/(\d+)"),
        ("ClickUp", r"app\.clickup\.com/t/(?:\d+/)?([\w-]+)"),
        ("GLPI", r"[^/]+/(?:.+/)?front/(?:ticket|change|problem)\.form\.php\?id=(\d+)"),
        ("Redmine", r"[^/]*\bredmine\b[^/]*/(?:.+/)?issues/(\d+)"),
        ("Linear", r"linear\.app/[^/]+/issue/([A-Z][A-Z0-9]*-\d+)"),
        ("YouTrack", r"[^/]+/(?:youtrack/)?issue/([A-Z][A-Z0-9_]*-\d+)"),
        ("Trello", r"trello\.com/c/(\w+)"),
    )
)


def program_at(rows: Iterable[tuple[str, str]]) -> str:
    """The program whose records all these are, by pairs of key and address; "" where none is told."""
    found = {_program_of(key, address) for key, address in rows}
    return found.pop() if len(found) == 1 else ""


def _program_of(key: str, address: str) -> str:
    bare = key.strip().lstrip("#!").casefold()
    for name, pattern in _PROGRAMS:
        record = pattern.match(address.strip())
        if record and record[1].casefold() == bare:
            return name
    return ""
