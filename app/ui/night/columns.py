"""The columns of the night's four lists."""

from __future__ import annotations

from app.ui.night.rows import ActivityRow, LogRow, NextRow, WatchRow
from app.ui.widgets import Column

PROGRESS = "progress"
ROOMY = ("start", "agreed", "change", "standing")
"""Columns that only a wide screen shows."""
STRETCHED = ("title", "what")
"""Columns of text that take what room the others leave."""


def activity_columns() -> list[Column[ActivityRow]]:
    """Activities: state, what, how far, until when, whose; then the rest, for screens with room."""
    return [
        Column("state", "State", lambda row: row.chips[0][0], width=144, sort=lambda row: row.order,
               chips=lambda row: row.chips),
        Column("title", "Activity", lambda row: row.title, width=176, tone=lambda row: row.tone,
               font="strong", tooltip=lambda row: row.title),
        Column(PROGRESS, "Elapsed", lambda row: row.progress, width=112, sort=lambda row: row.share,
               tone=lambda row: "critical" if row.share > 1 else row.tone),
        Column("finish", "Finish", lambda row: row.finish, width=82, align_right=True,
               tone=lambda row: row.tone),
        Column("who", "Who", lambda row: row.who, width=108, tone=lambda row: row.tone,
               tooltip=lambda row: row.who),
        Column("start", "Start", lambda row: row.start, width=82, align_right=True,
               tone=lambda row: row.tone),
        Column("agreed", "Agreed", lambda row: row.agreed, width=82, align_right=True,
               tone=lambda row: "muted"),
        Column("change", "Change", lambda row: row.change, width=88, tone=lambda row: "muted"),
    ]  # fmt: skip


def next_columns() -> list[Column[NextRow]]:
    """Next for whom."""
    return [
        Column("when", "At", lambda row: row.when, width=74, sort=lambda row: row.order, font="strong",
               tone=lambda row: row.tone),
        Column("who", "Who", lambda row: row.who, width=112, tooltip=lambda row: row.who),
        Column("title", "Next", lambda row: row.title, width=160, tooltip=_next_tooltip),
    ]  # fmt: skip


def watch_columns() -> list[Column[WatchRow]]:
    """Go/no-go points and points of no return."""
    return [
        Column("when", "At", lambda row: row.when, width=84, sort=lambda row: row.order,
               tone=lambda row: row.tone),
        Column("title", "Point", lambda row: row.title, width=150, tone=lambda row: row.tone,
               tooltip=lambda row: row.tooltip),
        Column("left", "Left", lambda row: row.left, width=74, tone=lambda row: row.tone, font="strong"),
        Column("standing", "State", lambda row: row.chips[0][0], width=88, chips=lambda row: row.chips),
    ]  # fmt: skip


def log_columns() -> list[Column[LogRow]]:
    """The log."""
    return [
        Column("when", "At", lambda row: row.when, width=78, sort=lambda row: -row.number,
               tone=lambda row: "muted"),
        Column("what", "What", lambda row: row.what, width=280, tone=lambda row: row.tone,
               tooltip=lambda row: row.tooltip),
        Column("by", "By", lambda row: row.by, width=80, tone=lambda row: "muted",
               is_hidden=True),
    ]  # fmt: skip


def _next_tooltip(row: NextRow) -> str:
    return f"{row.title}\nWaits: {row.waits_for}." if row.waits_for else row.title
