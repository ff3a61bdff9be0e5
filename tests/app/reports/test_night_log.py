"""The night's log as a document: its headings stand whole on paper."""

from __future__ import annotations

from app.reports.night_log import COLUMNS, night_log


def test_every_heading_fits_its_column() -> None:
    """A column is at least two letters wider than its heading, so that no printed heading is cut."""
    document = night_log("Night log", (), "Europe/Berlin")
    assert tuple(document.columns) == COLUMNS
    assert [column.title for column in COLUMNS if column.width < len(column.title) + 2] == []
