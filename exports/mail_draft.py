"""A mail draft (.eml) that the mail program opens for sending, with the packet attached."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from exports.plain_text import without_controls


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to attach: `media_type` such as "application/pdf"."""

    file_name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class MailDraft:
    """What the draft says; `recipients` are plain addresses, `made_at` is aware."""

    recipients: tuple[str, ...]
    subject: str
    body: str
    made_at: datetime
    attachments: tuple[Attachment, ...] = ()


def render_mail_draft(draft: MailDraft) -> bytes:
    """The draft's bytes; `X-Unsent: 1` makes mail programs open it for editing. Equal drafts, equal bytes.

    A line end in subject or address cannot add a header: it becomes a space.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _one_line(draft.subject)
    recipients = [_one_line(address) for address in draft.recipients if address.strip()]
    if recipients:
        message["To"] = ", ".join(recipients)
    message["Date"] = format_datetime(draft.made_at)
    message.set_content(without_controls(draft.body))
    for attachment in draft.attachments:
        main, _, sub = attachment.media_type.partition("/")
        message.add_attachment(
            attachment.content, maintype=main, subtype=sub, filename=_one_line(attachment.file_name)
        )
    if draft.attachments:
        message.set_boundary("lockstep-" + sha256(draft.subject.encode("utf-8", "replace")).hexdigest()[:24])
    return message.as_bytes()


def _one_line(text: str) -> str:
    return " ".join(without_controls(text).split())
