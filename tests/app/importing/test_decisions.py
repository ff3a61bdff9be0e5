"""Go/no-go points told by what steps are called."""

from __future__ import annotations

import pytest

from app.importing.words.decisions import is_decision


@pytest.mark.parametrize(
    "title",
    [
        "Go/No-Go",
        "GO / NO GO decision",
        "Go-No-Go-Entscheidung",
        "Décision Go/No Go",
        "Decisión Go/No-Go",
        "Decisão Go/No-Go",
        "Decisione Go/No-Go",
        "Decyzja Go/No-Go",
        "Go/No-Go kararı",
        "GO/NOGO meeting with business",
        "Go or No-Go call",
        "3. Final Go/No-Go",
        "Hold Go/No-Go meeting",
        "Punto de decisión Go / No Go",
        "Go/No-Go: is the copy complete?",
        "Go / No-Go Decision Point 2",
        "Go/No-Go (Steering committee)",
    ],
)
def test_a_step_called_so_is_a_decision(title: str) -> None:
    assert is_decision(title)


@pytest.mark.parametrize(
    "title",
    [
        "Go live",
        "No-go area marked",
        "Prepare Go/No-Go",
        "Go/No-Go criteria reviewed",
        "Go/No-Go checklist",
        "Go-/No-Go-Kriterien: prüfen",
        "Send invitation for Go/No-Go meeting",
        "Communicate Go/No-Go decision",
        "Roll back in case of No-Go",
        "Cargo/No-Goods check",
    ],
)
def test_what_is_done_about_one_is_none(title: str) -> None:
    assert not is_decision(title)
