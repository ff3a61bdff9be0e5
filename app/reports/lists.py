"""The lists one can export: their titles and columns, in the order the records come."""

from __future__ import annotations

from app.reports.audit_sheets import SHEETS
from exports.documents import Column

LISTS: dict[str, tuple[Column, ...]] = {
    "changes": (
        Column("Key", "text", 14), Column("Title", "text", 48), Column("Kind", "name", 14),
        Column("Class", "name", 12), Column("State", "name", 16), Column("Impact", "number", 8),
        Column("Likelihood", "number", 10), Column("Owner", "text", 20), Column("Team", "text", 20),
        Column("Window", "text", 28), Column("Window starts", "instant", 18),
        Column("Deployment on", "date", 14), Column("Date approved", "flag", 10),
        Column("Expected downtime", "duration", 12), Column("Planned digest", "digest", 30),
        Column("Source", "text", 14), Column("State in the source", "text", 16), Column("Link", "text", 30),
    ),
    "windows": (
        Column("Id", "number", 8), Column("Window", "text", 28), Column("Starts", "instant", 18),
        Column("Ends", "instant", 18), Column("Zone", "text", 18), Column("State", "name", 12),
        Column("Changes", "number", 10), Column("Capacity", "number", 10),
        Column("Capacity in time", "duration", 12), Column("Why cancelled", "text", 40),
    ),
    "activities": (
        Column("Window", "text", 28), Column("No.", "number", 6), Column("Activity", "text", 44),
        Column("Change", "text", 14), Column("Phase", "name", 12), Column("State", "name", 12),
        Column("Start", "instant", 18), Column("Finish", "instant", 18), Column("Duration", "duration", 10),
        Column("Predecessors", "text", 24), Column("Slack", "number", 10), Column("Critical", "flag", 9),
        Column("Players", "text", 40),
        Column("Configuration items", "text", 40), Column("Actual start", "instant", 18),
        Column("Actual finish", "instant", 18), Column("Instructions", "text", 40),
        Column("Team", "text", 20), Column("Go/no-go", "flag", 10), Column("Workstream", "text", 20),
        Column("Group", "text", 20),
    ),
    "fixes": SHEETS["Production fixes"],
    "detected": SHEETS["Detected changes"],
    "incidents": SHEETS["Incidents"],
    "actions": SHEETS["Actions"],
    "events": (
        Column("Number", "number", 10), Column("When", "instant", 18), Column("By", "text", 18),
        Column("Action", "text", 14), Column("Kind", "text", 18), Column("Record", "text", 14),
        Column("Reason", "text", 40), Column("Before", "text", 40), Column("After", "text", 40),
        Column("Hash", "digest", 66),
    ),
}  # fmt: skip
