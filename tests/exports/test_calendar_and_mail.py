"""Calendar files and mail drafts, read back by their own readers."""

from datetime import timedelta
from email import message_from_bytes
from email.policy import default

from icalendar import Calendar

from exports.icalendar_file import CalendarEntry, render_calendar
from exports.mail_draft import Attachment, MailDraft, render_mail_draft
from tests.exports.sample_packets import START, ZONE


def test_calendar_keeps_zone_title_and_kind() -> None:
    entries = (
        CalendarEntry(
            "w1@lockstep", "window", "November; release, \\ big", START, START + timedelta(hours=8)
        ),
        CalendarEntry("c1@lockstep", "checkpoint", "Ready for production", START, is_cancelled=True),
    )
    calendar = Calendar.from_ical(render_calendar("Nordbank", entries, START))
    events = calendar.walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [
        "November; release, \\ big",
        "Ready for production",
    ]
    assert events[0].decoded("DTSTART") == START
    assert events[0]["DTSTART"].params["TZID"] == str(ZONE)
    assert events[1]["STATUS"] == "CANCELLED"
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]


def test_draft_opens_for_editing_with_its_attachment() -> None:
    draft = MailDraft(
        ("ada@example.org", "jon@example.org"),
        "Packet für Samstag\nBcc: evil@example.org",
        "Guten Tag",
        START,
        (Attachment("packet ü.pdf", "application/pdf", b"%PDF-1"),),
    )
    content = render_mail_draft(draft)
    message = message_from_bytes(content, policy=default)
    assert message["X-Unsent"] == "1"
    assert message["Bcc"] is None
    assert message["Subject"] == "Packet für Samstag Bcc: evil@example.org"
    assert message["To"] == "ada@example.org, jon@example.org"
    (attached,) = message.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == ("packet ü.pdf", b"%PDF-1")
    assert render_mail_draft(draft) == content
