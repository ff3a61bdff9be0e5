"""How exceptions are told: standings as chips, signatures as marks, and their share as a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.exceptions import ExceptionPolicy, Standing
from app.domain.register import Role
from app.domain.signatures import Medium
from app.domain.time_words import day_words, duration_words, moment_words
from app.services.exceptions.reading import ExceptionItem, ExceptionShare, SignatureLine
from app.ui.follow.details import Details, Mark, Section, sections
from app.ui.widgets.records import ChipSpec

MOST_KEY = 40  # letters of a key that a dialog's title shows
STANDING_LOOK: dict[Standing, ChipSpec] = {
    Standing.DRAFT: ("Draft", "neutral"),
    Standing.WAITING: ("Waiting", "accent"),
    Standing.APPROVED: ("Approved", "met"),
    Standing.REJECTED: ("Rejected", "not_met"),
    Standing.VOID: ("Void", "not_met"),
    Standing.WITHDRAWN: ("Withdrawn", "neutral"),
}
_ORDER = (Standing.VOID, Standing.WAITING, Standing.DRAFT, Standing.APPROVED, Standing.REJECTED)
_OPEN = frozenset({Standing.DRAFT, Standing.WAITING, Standing.VOID})


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """A request in the list, as of an instant (UTC)."""

    item: ExceptionItem
    now: datetime

    @property
    def id(self) -> int:
        """The id of the request."""
        return self.item.request.id or 0

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something: finish, sign, or sign after a word."""
        return self.item.standing in _OPEN or self.is_ageing

    @property
    def is_decided(self) -> bool:
        """Whether it was approved, rejected or withdrawn."""
        return self.item.standing not in _OPEN

    @property
    def is_ageing(self) -> bool:
        """Whether it rests on a word whose signature is still owed."""
        return any(line.is_ageing and line.is_valid for line in self.item.signatures)

    @property
    def since(self) -> str:
        """How long it has waited, or when it was asked for."""
        asked = self.item.request.requested_at
        if asked is None:
            return "not asked yet"
        if self.is_decided:
            return day_words(asked.astimezone(ZoneInfo(self.item.zone_name)).date())
        return f"{duration_words(max(self.now - asked, timedelta()))} ago"


def standing_chips(row: ExceptionRow) -> list[ChipSpec]:
    """Where a request stands, and whether it rests on a mere word."""
    return [STANDING_LOOK[row.item.standing], *([("word only", "waived")] if row.is_ageing else [])]


def standing_order(row: ExceptionRow) -> int:
    """What standings are sorted by: first what somebody must act on."""
    standing = row.item.standing
    return _ORDER.index(standing) if standing in _ORDER else len(_ORDER)


def share_sentence(share: ExceptionShare, has_window: bool) -> str:
    """'3 of 31 changes in this window are exceptions; 6 % over the last 8 windows.'"""
    asked, of = share.window
    here = ""
    if has_window:
        verb = "is an exception" if asked == 1 else "are exceptions"
        here = f"{asked} of {of} changes in this window {verb}" if of else "This window holds no change"
    before, all_before = share.recent
    if not share.recent_windows or not all_before:
        lately = "no window before it to compare with" if has_window else "No window has begun yet"
    else:
        windows = "window" if share.recent_windows == 1 else f"{share.recent_windows} windows"
        lately = f"{before / all_before:.0%} over the last {windows}".replace("%", " %")
    return f"{here}; {lately}." if here else f"{lately[0].upper()}{lately[1:]}."


def roles_words(roles: Iterable[Role], is_ordered: bool = False) -> str:
    """'QA manager, business owner', or with arrows where the order counts."""
    return (" → " if is_ordered else ", ").join(role.words for role in roles)


def missing_words(item: ExceptionItem) -> str:
    """Who must still sign; empty where nobody is waited for."""
    if item.standing not in (Standing.WAITING, Standing.VOID):
        return ""
    return roles_words(item.missing, item.policy.is_ordered)


def policy_words(policy: ExceptionPolicy) -> str:
    """A policy's revision with its roles: what a past request keeps."""
    order = "in this order" if policy.is_ordered else "in any order"
    return f"Revision {policy.revision}: {roles_words(policy.roles, policy.is_ordered)}, {order}"


def signature_mark(line: SignatureLine, zone_name: str) -> Mark:
    """A signature as a mark: valid, void and struck, or a word that ages."""
    one = line.signature
    behind = f" for {one.on_behalf_of}" if one.on_behalf_of else ""
    said = f"{one.printed_name}{behind}, {one.role.words}: {one.meaning.words}"
    notes = [moment_words(datetime.fromisoformat(one.signed_at), zone_name, with_year=True)]
    if one.medium is not Medium.KEY:
        notes.append(f"witness {one.witness}" if one.witness else "")
        notes.append(f"lies at {one.reference}" if one.reference else "")
    notes.append(one.remark)
    medium = "signed" if one.medium is Medium.KEY else one.medium.value
    if not line.is_valid:
        notes.insert(0, "The content was changed after it was given")
        return Mark(("void", "not_met"), said, _joined(notes), is_struck=True)
    if line.is_ageing:
        notes.insert(0, f"{medium}, {duration_words(line.age)} old, signature still owed")
        return Mark((medium, "waived"), said, _joined(notes))
    if one.medium is not Medium.KEY:
        notes.insert(0, f"{medium}, signed with the key since")
        return Mark((medium, "neutral"), said, _joined(notes))
    return Mark(("valid", "met"), said, _joined(notes))


def details_of(row: ExceptionRow) -> Details:
    """Everything about a request: content, signatures, who is missing, policy and digest."""
    item, request = row.item, row.item.request
    zone = item.zone_name
    asked = (
        f"{item.requester}, {moment_words(request.requested_at, zone, with_year=True)}"
        if request.requested_at
        else f"{item.requester}; signatures not asked for yet"
    )
    told = [one for one in item.told if one[0] not in ("Change", "Signatures asked for", "Requested by")]
    marks = tuple(signature_mark(line, zone) for line in item.signatures)
    signed = () if marks else ("Nobody has signed yet.",)
    return Details(
        f"{item.change_key}  {item.change_title}",
        f"Exception {request.id}: {request.kind.words} · asked by {asked}",
        tuple(standing_chips(row)),
        (
            Section("Signatures", signed, "muted", marks),
            *sections(
                ("Still to sign", missing_words(item)),
                ("Policy it is decided under", policy_words(item.policy)),
                *told,
            ),
            Section("Digest of the content (SHA-256)", (_grouped(item.digest),), "code"),
        ),
    )


def _grouped(digest: str) -> str:
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))


def _joined(notes: Iterable[str]) -> str:
    return " · ".join(note for note in notes if note)
