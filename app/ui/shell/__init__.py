"""The shell around the screens: main window, rail, top bar, palette, search, notices and errors."""

from app.ui.shell.main_window import MainWindow
from app.ui.shell.queries import CheckpointHeader, SearchHit, ShellQueries, WindowHeader

__all__ = ["CheckpointHeader", "MainWindow", "SearchHit", "ShellQueries", "WindowHeader"]
