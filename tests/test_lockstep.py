"""The launcher: what it decides before it touches the machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp

import pytest

import lockstep
from tests import postgres

ROOT = Path(lockstep.__file__).parent
RUN_LOCK = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
TEST_LOCK = (ROOT / "requirements" / "test.txt").read_text(encoding="utf-8")
QT_TABLE = (ROOT / "requirements" / "system.txt").read_text(encoding="utf-8")


def _pins(lock: str) -> set[str]:
    return set(re.findall(r"^\S+==[^\\\n]+", lock, re.MULTILINE))


def test_a_stamp_changes_with_the_lock_and_the_python_but_not_with_line_ends() -> None:
    stamp = lockstep.stamp_of(b"one==1\ntwo==2\n", (3, 11))
    assert stamp == lockstep.stamp_of(b"one==1\r\ntwo==2\r\n", (3, 11))
    assert stamp != lockstep.stamp_of(b"one==1\ntwo==3\n", (3, 11))
    assert stamp != lockstep.stamp_of(b"one==1\ntwo==2\n", (3, 12))


@pytest.mark.parametrize(("is_windows", "inside"), [(False, "bin/python"), (True, "Scripts/python.exe")])
def test_the_interpreter_lies_where_each_system_puts_it(is_windows: bool, inside: str) -> None:
    assert lockstep.python_of(Path("place"), is_windows) == Path("place") / inside


def _environment(folder: Path, version: str) -> Path:
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").touch()
    (folder / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {version}\n", encoding="utf-8")
    return folder


def test_a_whole_environment_is_used_and_a_half_made_or_foreign_one_is_not(tmp_path: Path) -> None:
    whole = _environment(tmp_path / "whole", "3.11.2")
    assert lockstep.is_usable(whole, (3, 11), is_windows=False)
    assert not lockstep.is_usable(whole, (3, 12), is_windows=False)
    assert not lockstep.is_usable(whole, (3, 1), is_windows=False)
    (whole / "lockstep-unfinished").touch()
    assert not lockstep.is_usable(whole, (3, 11), is_windows=False)
    assert not lockstep.is_usable(tmp_path / "nowhere", (3, 11), is_windows=False)
    without_settings = _environment(tmp_path / "torn", "3.11.2")
    (without_settings / "pyvenv.cfg").unlink()
    assert not lockstep.is_usable(without_settings, (3, 11), is_windows=False)


@pytest.mark.parametrize(
    ("manager", "is_root", "command"),
    [
        ("apt", True, "apt-get install -y --no-install-recommends a b"),
        ("apt", False, "sudo apt-get install -y --no-install-recommends a b"),
        ("dnf", False, "sudo dnf install -y a b"),
        ("pacman", True, "pacman -S --needed --noconfirm a b"),
        ("brew", False, "brew install a b"),
        ("winget", False, "winget install a b"),
        ("", False, ""),
    ],
)
def test_the_command_fits_the_package_manager(manager: str, is_root: bool, command: str) -> None:
    assert lockstep.install_command(manager, ["a", "b"], is_root) == command


def test_each_package_of_missing_libraries_is_named_once() -> None:
    libraries = [entry for entry in lockstep.needed_libraries(QT_TABLE) if entry.name.startswith("libxcb-s")]
    assert lockstep.packages_with(libraries, "apt") == ["libxcb-shape0", "libxcb-sync1"]
    assert lockstep.packages_with(libraries, "dnf") == ["libxcb"]
    assert lockstep.packages_with(libraries, "pacman") == ["libxcb"]
    assert lockstep.packages_with(libraries, "") == ["libxcb-shape.so.0", "libxcb-sync.so.1"]


def test_missing_libraries_are_found_by_loading_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(lockstep, "is_loadable", lambda name: name != "libxcb-cursor.so.0")
    assert [library.apt for library in lockstep.missing_libraries()] == ["libxcb-cursor0"]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert lockstep.missing_libraries() == []


def test_a_library_that_does_not_exist_is_not_loadable() -> None:
    assert not lockstep.is_loadable("libno-such-thing.so.99")


def test_without_a_way_to_install_the_command_is_printed_and_the_status_is_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lockstep, "package_manager", lambda: "pacman")
    with pytest.raises(SystemExit) as ended:
        lockstep.add_packages(["xcb-util-cursor"], "the desk")
    assert ended.value.code == 2
    assert "pacman -S --needed --noconfirm xcb-util-cursor\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], True),
        (["desk"], True),
        (["demo", "--out", "x"], True),
        (["demo", "--out", "x", "--no-gui"], False),
        (["demo", "--help"], False),
        (["windows", "--json"], False),
        (["--help"], False),
    ],
)
def test_only_the_desk_needs_a_display(words: list[str], expected: bool) -> None:
    assert lockstep.opens_desk(words) is expected


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_display_is_asked_for_on_linux_only(
    platform: str, variables: dict[str, str], expected: bool
) -> None:
    assert lockstep.has_display(platform, variables) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]),
        (["-k", "gates"], ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-k", "gates"]),
        (["-n0"], ["-n0"]),
        (["-p", "no:xdist"], ["-p", "no:xdist"]),
    ],
)
def test_two_workers_unless_told_otherwise(words: list[str], expected: list[str]) -> None:
    assert lockstep.test_words(words) == expected


def test_an_old_python_is_refused_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lockstep, "OLDEST_PYTHON", (99, 0))
    with pytest.raises(SystemExit) as ended:
        lockstep.main([])
    assert ended.value.code == 2
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_the_locks_hold_hashes_and_nothing_of_the_machine_they_were_made_on() -> None:
    for lock in (RUN_LOCK, TEST_LOCK):
        assert len(re.findall(r"^\S+==[^\n]+\\\n    --hash=sha256:", lock, re.MULTILINE)) == len(_pins(lock))
        assert not re.search(r"://|index-url|find-links|trusted-host| /\w", lock)
    assert _pins(RUN_LOCK) <= _pins(TEST_LOCK)
    assert "pyside6-essentials==6.11.3" in RUN_LOCK


def test_the_launcher_imports_nothing_but_the_standard_library() -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import lockstep, tests.postgres; print('ok')"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True)
    assert done.stdout == "ok\n", done.stderr


def test_the_test_server_answers_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    import psycopg

    made: list[Path] = []

    def make_folder(prefix: str, dir: Path | None) -> str:
        made.append(Path(mkdtemp(prefix=prefix, dir=dir)))
        return str(made[-1])

    monkeypatch.setattr("tests.postgres.tempfile.mkdtemp", make_folder)
    with postgres.TemporaryServer(postgres.find_binaries()) as url:
        with psycopg.connect(url.replace("+psycopg", "")) as connection:
            row = connection.execute("SHOW fsync").fetchone()
        assert row == ("off",)
        assert made[0].is_dir()
    assert not made[0].exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url.replace("+psycopg", ""), connect_timeout=2)


def test_without_postgresql_the_server_says_what_is_needed() -> None:
    with pytest.raises(postgres.ServerError, match="Install PostgreSQL"):
        postgres.TemporaryServer(None)


def test_the_test_server_lies_in_memory_only_where_there_is_room(tmp_path: Path) -> None:
    assert postgres.folder_in_memory(tmp_path, 1) == tmp_path
    assert postgres.folder_in_memory(tmp_path, 2**80) is None
    assert postgres.folder_in_memory(tmp_path / "missing", 1) is None
