"""Which words open the desk, and on which database."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.bootstrap import STOPPED, desk_url, main, opens_desk

URL = "sqlite:////tmp/lockstep.db"


@pytest.mark.parametrize("words", [["--db", URL], [f"--db={URL}"], ["desk", "--db", URL]])
def test_a_database_without_a_command_opens_the_desk_on_it(words: Sequence[str]) -> None:
    assert opens_desk(words)
    assert desk_url(words) == URL


@pytest.mark.parametrize("words", [["--help"], ["--db", URL, "board"], [f"--db={URL}", "windows"], ["demo"]])
def test_other_words_go_to_the_command_line(words: Sequence[str]) -> None:
    assert not opens_desk(words)


def test_without_words_the_desk_opens_on_the_users_own_database() -> None:
    assert opens_desk([])
    assert desk_url([]).startswith("sqlite:///")


def test_what_is_stopped_by_the_keyboard_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_words: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.cli.main.main", stop)
    assert main(["windows"]) == STOPPED
    assert capsys.readouterr().err == "lockstep: stopped; what was not stored whole by then is not stored.\n"
