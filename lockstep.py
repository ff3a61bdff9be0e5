"""Starts Lockstep on any machine: makes its environment, adds what the system lacks, runs the words given.

    python3 lockstep.py                 opens the desk
    python3 lockstep.py test [...]      runs the tests with a PostgreSQL server of their own
    python3 lockstep.py WORDS...        the command line (WORDS --help explains)

Needs nothing but Python 3.11 or newer and its standard library.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, NoReturn

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
COULD_NOT = 2
TEST_SERVER_VARIABLE = "LOCKSTEP_TEST_POSTGRES"


class Library(NamedTuple):
    """A shared library that Qt loads on Linux, and the package that has it, by package manager."""

    name: str
    apt: str
    dnf: str
    pacman: str


# How each package manager installs, and how it calls PostgreSQL's server.
MANAGERS = {
    "apt": ("sudo apt-get install -y --no-install-recommends", "postgresql"),
    "dnf": ("sudo dnf install -y", "postgresql-server"),
    "pacman": ("sudo pacman -S --needed --noconfirm", "postgresql"),
    "brew": ("brew install", "postgresql@17"),
    "winget": ("winget install", "PostgreSQL.PostgreSQL.17"),
}


def say(text: str) -> None:
    """Tell the person at the terminal, at once; on standard error, so that --json output stays clean."""
    print(text, file=sys.stderr, flush=True)


def give_up(text: str) -> NoReturn:
    """Say what is wrong and how to mend it, and end with status 2."""
    say(f"lockstep: {text}")
    raise SystemExit(COULD_NOT)


def package_manager() -> str:
    """The package manager of this machine (a key of MANAGERS), or an empty text."""
    return next((name for name in MANAGERS if shutil.which({"apt": "apt-get"}.get(name, name))), "")


def install_command(manager: str, packages: list[str], is_root: bool) -> str:
    """The one command that installs `packages`, as a person would type it; empty for an unknown manager."""
    if manager not in MANAGERS:
        return ""
    command = " ".join([MANAGERS[manager][0], *packages])
    return command[len("sudo ") :] if is_root and command.startswith("sudo ") else command


def add_packages(packages: list[str], purpose: str) -> None:
    """Install system packages by apt-get where that is allowed; otherwise print the command and end."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    manager = package_manager()
    command = install_command(manager, packages, is_root)
    if manager != "apt" or not (is_root or _may_sudo()):
        advice = f"Run this, then start again:\n  {command}" if command else "Install them, then start again."
        give_up(f"{purpose} needs {', '.join(packages)}. {advice}")
    say(f"Adding system packages for {purpose}: {' '.join(packages)} ...")
    prefix = [*([] if is_root else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive"]
    install = [*prefix, "apt-get", "install", "-y", "--no-install-recommends", *packages]
    done = subprocess.run(install, capture_output=True, text=True)
    if done.returncode != 0:  # the lists may be missing or old
        subprocess.run([*prefix, "apt-get", "update"], capture_output=True)
        done = subprocess.run(install, capture_output=True, text=True)
    if done.returncode != 0:
        give_up(f"apt-get could not install them:\n{done.stderr.strip()}\nTo try by hand:\n  {command}")


def _may_sudo() -> bool:
    sudo = shutil.which("sudo")
    return sudo is not None and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0


def is_loadable(name: str) -> bool:
    """Whether the system's loader finds the shared library `name`."""
    try:
        return ctypes.CDLL(name) is not None
    except OSError:
        return False


def needed_libraries(table: str) -> list[Library]:
    """The libraries that `table` lists (the text of requirements/system.txt)."""
    return [Library(*line.split()) for line in table.splitlines() if line and not line.startswith("#")]


def missing_libraries() -> list[Library]:
    """The libraries Qt needs that this system lacks; always empty outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    table = (ROOT / "requirements" / "system.txt").read_text(encoding="utf-8")
    return [library for library in needed_libraries(table) if not is_loadable(library.name)]


def packages_with(libraries: list[Library], manager: str) -> list[str]:
    """The packages that hold `libraries` under `manager`, each once; file names where it is not known."""
    field = manager if manager in ("apt", "dnf", "pacman") else "name"
    return sorted({getattr(library, field) for library in libraries})


def require_libraries() -> None:
    """Add the libraries that Qt needs and this system lacks, or say how to."""
    lacking = missing_libraries()
    if lacking:
        add_packages(packages_with(lacking, package_manager()), "the desk")
    still = missing_libraries() if lacking else []
    if still:
        give_up(
            f"the desk cannot load {', '.join(library.name for library in still)}. Install them and retry."
        )


def python_of(environment: Path, is_windows: bool) -> Path:
    """The interpreter inside a virtual environment."""
    return environment / ("Scripts/python.exe" if is_windows else "bin/python")


def stamp_of(lock: bytes, version: tuple[int, int]) -> str:
    """What marks an environment as made from `lock` (line ends do not count) for a Python version."""
    digest = hashlib.sha256(lock.replace(b"\r\n", b"\n")).hexdigest()
    return f"{digest} python{version[0]}.{version[1]}"


def packages_of(lock: str) -> list[str]:
    """The names of the packages that a lock pins, in its order."""
    return re.findall(r"^([A-Za-z0-9][\w.\-]*)==", lock, re.MULTILINE)


def is_usable(environment: Path, version: tuple[int, int], is_windows: bool) -> bool:
    """Whether `environment` was made whole, for this Python version (what was interrupted was not)."""
    if (environment / "lockstep-unfinished").exists() or not python_of(environment, is_windows).exists():
        return False
    try:
        settings = (environment / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    return re.search(rf"^version\s*=\s*{version[0]}\.{version[1]}\.", settings, re.MULTILINE) is not None


def require_environment(kind: str) -> Path:
    """The environment's interpreter, after bringing it to requirements/`kind`.txt (at once when it is)."""
    lock_file = ROOT / "requirements" / f"{kind}.txt"
    version = (sys.version_info.major, sys.version_info.minor)
    stamp, stamp_file = stamp_of(lock_file.read_bytes(), version), ENVIRONMENT / f"lockstep-{kind}"
    python = python_of(ENVIRONMENT, is_windows=os.name == "nt")
    is_whole = is_usable(ENVIRONMENT, version, is_windows=os.name == "nt")
    if is_whole and stamp_file.exists() and stamp_file.read_text(encoding="utf-8") == stamp:
        return python
    unfinished = ENVIRONMENT / "lockstep-unfinished"
    if not is_whole:
        _make_environment(unfinished)
    unfinished.touch()
    _install(python, lock_file)
    stamp_file.write_text(stamp, encoding="utf-8")
    unfinished.unlink()
    return python


def _make_environment(unfinished: Path) -> None:
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        manager = package_manager()
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        add_packages([package if manager == "apt" else "python3-pip"], "the environment")
    if ENVIRONMENT.exists():
        say("The environment in .venv is not whole: making it anew.")
        shutil.rmtree(ENVIRONMENT)
    ENVIRONMENT.mkdir()
    unfinished.touch()
    say("Making the environment in .venv ...")
    made = subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], capture_output=True, text=True)
    if made.returncode != 0:
        give_up(f"Python could not make the environment:\n{(made.stderr or made.stdout).strip()}")


def _install(python: Path, lock_file: Path) -> None:
    options = ["--no-input", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"]
    words = [str(python), "-m", "pip", "install", "--progress-bar", "off", *options, "--require-hashes"]
    total, count, last_lines = len(packages_of(lock_file.read_text(encoding="utf-8"))), 0, [""]
    with subprocess.Popen(
        [*words, "-r", str(lock_file)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as pip:
        for line in (raw.decode(errors="replace") for raw in pip.stdout or ()):
            last_lines = [*last_lines[-11:], line.rstrip()]
            total -= line.startswith("Ignoring ")
            found = re.match(r"Collecting ([\w.\-]+)|Requirement already satisfied: ([\w.\-]+)", line)
            count += found is not None
            if found and found[1]:
                say(f"Installing {count} of {total}: {found[1]} ...")
            if line.startswith("Installing collected"):
                say("Putting the packages in place ...")
    if pip.returncode != 0:
        shown = "\n".join(last_lines).strip()
        give_up(f"installing the packages failed:\n{shown}\nCheck the connection (or proxy) and start again.")


def opens_desk(words: list[str]) -> bool:
    """Whether `words` end in the desk's window (and so need a display and Qt's libraries)."""
    return (
        not words
        or words[0] == "desk"
        or (words[0] == "demo" and not {"--no-gui", "-h", "--help"} & {*words})
    )


def has_display(platform: str, variables: dict[str, str]) -> bool:
    """Whether a window can be shown; asked on Linux only, unless Qt was told its platform."""
    known = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(variables.get(name) for name in known)


def test_words(words: list[str]) -> list[str]:
    """The words for pytest: two workers, unless `words` say otherwise.

    Files go to them in their order: xdist's own puts last what has few tests, which are the longest ones.
    """
    is_told = any(word.startswith(("-n", "--numprocesses")) or word.endswith("no:xdist") for word in words)
    return words if is_told else ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", *words]


def run_tests(python: Path, words: list[str]) -> int:
    """Run pytest with a temporary PostgreSQL server; returns pytest's exit status."""
    from tests.postgres import ServerError, TemporaryServer, find_binaries

    if find_binaries() is None:
        add_packages([MANAGERS.get(package_manager(), ("", "postgresql"))[1]], "the test server")
    signal.signal(signal.SIGTERM, lambda _signal, _frame: sys.exit(128 + signal.SIGTERM))
    try:
        with TemporaryServer(find_binaries()) as url:
            variables = {"QT_QPA_PLATFORM": "offscreen", **os.environ, TEST_SERVER_VARIABLE: url}
            command = [str(python), "-m", "pytest", *test_words(words)]
            return _wait_for(subprocess.Popen(command, cwd=ROOT, env=variables))
    except ServerError as error:
        give_up(str(error))


def _wait_for(process: subprocess.Popen[bytes]) -> int:
    try:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # it got Ctrl+C as well, and ends by itself
                continue
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


def run_program(python: Path, words: list[str]) -> int:
    """Become (on Windows: run) the program with `words`, in the folder the person is in."""
    command = [str(python), "-P", "-m", "app.bootstrap", *words]
    places = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
    if os.name != "nt":
        os.execve(str(python), command, variables)
    return _wait_for(subprocess.Popen(command, env=variables))


def main(words: list[str]) -> int:
    """Do what `words` ask for; returns the exit status (2: could not, and the reason was said)."""
    if sys.version_info < OLDEST_PYTHON:
        give_up(
            f"needs Python 3.11 or newer; this is {sys.version.split()[0]}. Start it with a newer python3."
        )
    if words[:1] == ["test"]:
        python = require_environment("test")
        require_libraries()
        return run_tests(python, words[1:])
    python = require_environment("run")
    if opens_desk(words):
        if not has_display(sys.platform, dict(os.environ)):
            hint = "demo --out DIR --no-gui" if words[:1] == ["demo"] else "windows --help"
            give_up(f"there is no display to open the desk on; use: python3 lockstep.py {hint}")
        require_libraries()
    return run_program(python, words)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
