"""Lists made worse by chance: never a traceback, never a hang, never a lost row."""

from __future__ import annotations

import csv
import io
import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.importing.reading.files import read_table
from tests.app.importing.mutations import account, damaged, remade

LISTS = (
    "servicenow/change_request-176.csv",
    "jira/masked-en-change-fields-crlf.csv",
    "jira/masked-en-502rows-crlf.csv",
    "trackers/azure-devops-adodata.csv",
    "trackers/masked-glpi-pt-522.csv",
    "trackers/masked-redmine-issues-190.csv",
    "trackers/masked-semicolon-cp1252-768.csv",
    "trackers/xlsx-renamed-to.csv",
    "cutover/m3-mock-cutover-aligned.csv",
)
_MOST_ROWS = 60
_CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
_LONGEST_SECONDS = 5.0


@pytest.mark.parametrize("path", LISTS)
def test_a_list_in_another_dialect_loses_no_row(real_list: Callable[[str], bytes], path: str) -> None:
    table = read_table(real_list(path))
    rows = [list(row) for row in table.rows[:_MOST_ROWS]]
    for seed in range(25):
        made = remade(list(table.headers), rows, random.Random(f"{path} {seed}"))
        answer = account(made.data)
        assert not isinstance(answer, str), (seed, answer)
        assert answer[1] == made.rows, seed


@pytest.mark.parametrize("path", LISTS)
def test_damaged_bytes_are_read_or_refused_with_a_sentence(
    real_list: Callable[[str], bytes], path: str
) -> None:
    data = real_list(path)[:60_000]
    for seed in range(25):
        broken = damaged(data, random.Random(f"{path} {seed}"))
        began = time.perf_counter()
        answer = account(broken)
        assert time.perf_counter() - began < _LONGEST_SECONDS, seed
        assert isinstance(answer, str) or answer[1] == len(answer[0].rows)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    answer = account(data)
    assert isinstance(answer, str) or answer[1] >= 0


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(_CELLS, _CELLS, _CELLS), min_size=1, max_size=12))
def test_any_cells_below_known_headers_are_accounted_for(rows: list[tuple[str, str, str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(("Issue key", "Summary", "Created"))
    writer.writerows(rows)
    answer = account(out.getvalue().encode())
    filled = [row for row in rows if any(cell.strip("\x00 \t\r\n\x0b\x0c") for cell in row)]
    assert not isinstance(answer, str) or not filled
