"""The mail that takes a packet to those who must attend: subject and body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.windows import MaintenanceWindow
from app.reports.wording import counted, window_title


def packet_mail(
    window: MaintenanceWindow, meeting: str, facts: Mapping[str, Any], sha256: str
) -> tuple[str, str]:
    """(subject, body) about an issued packet, from what it said; `sha256` is its PDF's."""
    title = window_title(window)
    totals = facts.get("totals", {})
    changes = counted(int(totals.get("changes", 0)), "change")
    activities = counted(int(totals.get("activities", 0)), "activity", "activities")
    subject = f"{meeting.capitalize()} deployment meeting: {window.title}, {title}"
    body = (
        f"Attached is the packet of the {meeting} deployment meeting for {window.title}, {title}: "
        f"{changes}, {activities}.\n\n{facts.get('go_line', '')}\n\n"
        "The PDF is for reading, the workbook holds the same facts to sort and filter.\n\n"
        f"SHA-256 of the PDF as issued:\n{sha256}\n"
    )
    return subject, body
