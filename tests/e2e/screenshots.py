"""Pictures of every screen of the real desk on the demo: `python -m tests.e2e.screenshots DIR [--db URL]`.

Each screen is kept in light and dark at 1280 × 800 and 2560 × 1440. `--readme` keeps only the pictures that
the README shows. Without `--db` a demo is made first, in a temporary folder, as on a Friday morning.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap import utc_now
from app.domain.windows import WindowState
from app.services.demo.month import make_demo
from app.services.windows import list_windows
from app.services.workplace import Clock, open_workplace
from app.ui.desk import Desk
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from app.ui.screens import SCREENS
from app.ui.theme import Preference

SIZES = ((1280, 800), (2560, 1440))
README = ("calendar", "board", "sequence", "night", "exceptions", "packets", "imports")
LIST = """\
Clé de ticket;Résumé;Etat;Responsable;Création;Date d'échéance;Composants;Lien de ticket entrant (Blocks)
PAY-118;Calculer les intérêts;Testé;Chloé Ulrich;19/févr./26 7:31 PM;28/nov./26;Payments ledger;
PAY-121;Renouveler le certificat;En cours;David Costa;02/mars/26 9:05 AM;28/nov./26;Payments gateway;PAY-118
CLM-77;Archiver les sinistres;À faire;Ursula Bauer;27/août/26 4:12 PM;05/déc./26;Claims store;
CLM-80;Index des sinistres;Testé;Ursula Bauer;11/sept./26 8:47 AM;05/déc./26;Claims portal;CLM-77
CUS-402;Formulaire d'adresse;Terminé;Hana Bauer;30/juin/26 2:20 PM;28/nov./26;Customer portal;
FRD-15;Seuils de fraude par pays;En cours;Omar Grimm;14/juil./26 11:58 PM;12/déc./26;Fraud engine;
"""
"""What the picture of the import shows being understood: a list of Jira in French."""
FRIDAY = datetime(2026, 11, 27, 8, 20, tzinfo=UTC)
"""When the pictures are taken that need a demo of their own: an hour before the final cutoff."""
_PATIENCE_MS = 60_000
_SETTLING_MS = 400


def wait_for(is_so: Callable[[], bool], what: str) -> None:
    """Keep the desk running until something is so; raises TimeoutError."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    while not is_so():
        if deadline.hasExpired():
            raise TimeoutError(f"Waited in vain for {what}.")
        QTest.qWait(20)


def settle(desk: Desk) -> None:
    """Wait until nothing runs and what arrived is painted."""
    QTest.qWait(_SETTLING_MS)
    wait_for(desk.jobs.is_idle, "the desk to come to rest")
    QTest.qWait(_SETTLING_MS)


def open_demo(url: str, settings_folder: Path, clock: Clock) -> Desk:
    """The desk on a database at the clock's instant, with settings of its own."""
    settings = QSettings(str(settings_folder / "desk.ini"), QSettings.Format.IniFormat)
    desk = Desk(url, lambda address: open_workplace(address or url, "anna", clock), clock, SCREENS, settings)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    desk.theme.apply(application)
    desk.start()
    wait_for(lambda: desk.window is not None, "the main window")
    settle(desk)
    show_coming_weekly(desk, clock())
    return desk


def show_running(desk: Desk) -> None:
    """Make the desk be about the window that runs, if one does."""
    context = desk._context
    assert context is not None
    running = [
        one.window for one in list_windows(context.services) if one.window.state is WindowState.RUNNING
    ]
    if running:
        context.select_window(running[0].id)


def show_coming_weekly(desk: Desk, now: datetime) -> None:
    """Make the desk be about the next window of the weekly series, the fullest one ahead."""
    context = desk._context
    assert context is not None
    ahead = [
        one.window
        for one in list_windows(context.services)
        if one.window.title == "Weekly" and one.window.starts_at > now
    ]
    if ahead:
        context.select_window(ahead[0].id)


def show_list(desk: Desk, folder: Path) -> None:
    """Bring the import to where its columns are mapped."""
    screen = desk.window.current_screen if desk.window is not None else None
    assert isinstance(screen, ImportScreen)
    path = folder / "tickets.csv"
    path.write_text(LIST, encoding="utf-8")
    screen.begin_again()
    screen.open_path(path)
    wait_for(lambda: screen.step is Step.UNDERSTAND and not screen.work.is_busy, "the list")
    screen.next()
    wait_for(lambda: screen.step is Step.MAP and not screen.work.is_busy, "its columns")
    path.unlink()


def keep_pictures(desk: Desk, folder: Path, is_readme: bool, now: datetime) -> list[Path]:
    """Visit every screen in every size and theme; returns the files written."""
    kept: list[Path] = []
    window = desk.window
    assert window is not None
    for size in SIZES[:1] if is_readme else SIZES:
        window.resize(*size)
        for preference in (Preference.LIGHT, Preference.DARK):
            desk.theme.set_preference(preference)
            for entry in SCREENS:
                if is_readme and (entry.id not in README or preference is Preference.DARK):
                    continue
                if entry.id == "night":
                    show_running(desk)
                else:
                    show_coming_weekly(desk, now)
                window.show_screen(entry.id)
                settle(desk)
                if entry.id == "imports":
                    show_list(desk, folder)
                settle(desk)  # what begins only once a screen stands still, such as a simulation
                name = f"{entry.id}.png" if is_readme else f"{entry.id}-{preference.value}-{size[0]}.png"
                window.grab().save(str(folder / name))
                kept.append(folder / name)
    return kept


def main() -> None:
    """Read the words and keep the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--db", metavar="URL")
    parser.add_argument("--readme", action="store_true")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="lockstep-pictures-") as scratch:
        keep_all(arguments, Path(scratch))


def keep_all(arguments: argparse.Namespace, scratch: Path) -> None:
    """Keep the pictures, with what is only needed meanwhile in `scratch`."""
    url = arguments.db or f"sqlite:///{(scratch / 'lockstep.db').as_posix()}"
    clock = utc_now if arguments.db else lambda: FRIDAY
    if not arguments.db:
        workplace = open_workplace(url, "anna", clock)
        make_demo(workplace)
        workplace.close()
    application = QApplication([])
    application.setApplicationName("Lockstep")
    desk = open_demo(url, scratch, clock)
    for file in keep_pictures(desk, arguments.folder, arguments.readme, clock()):
        print(file)
    assert desk.window is not None
    desk.window.close()
    desk.stop()


if __name__ == "__main__":
    main()
