"""The rules a window's changes do not keep: exceptions with their signatures, and waivers without one."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.exceptions import ExceptionKind, Standing
from app.domain.signatures import Meaning, Medium
from app.reports.source import ChangeSource, ExceptionSource, PacketSource, SignedSource
from app.reports.wording import instant_words, local
from exports.documents import ExceptionLine, SignatureLine

_STANDING = {
    Standing.WAITING: "waits",
    Standing.APPROVED: "approved",
    Standing.REJECTED: "rejected",
    Standing.VOID: "void",
}
_NOT_TOLD = (Standing.DRAFT, Standing.WITHDRAWN)


def exception_lines(source: PacketSource) -> tuple[ExceptionLine, ...]:
    """What was asked for the changes that are to go in, then what was waived without a request."""
    keys = {change.key for change in source.in_flow}
    asked = [
        ExceptionLine(
            one.change_key, _rule(one, source), _why(one), _STANDING[one.standing], _signed(one, source)
        )
        for one in source.exceptions
        if one.change_key in keys and one.standing not in _NOT_TOLD
    ]
    waived = (line for change in source.in_flow for line in _waived(change))
    return (*asked, *waived)


def exception_signatures(source: PacketSource, change: ChangeSource) -> Iterator[SignatureLine]:
    """The signatures on a change's exceptions that cover them as they stand."""
    for one in source.exceptions:
        for signed in one.signatures if one.change_key == change.key else ():
            if signed.is_valid:
                meaning = f"{signed.meaning.words} the exception {one.request.kind.words}{_medium(signed)}"
                at = local(signed.signed_at, source.window.zone_name)
                yield SignatureLine(_name(signed), signed.role.words, meaning, at)


def _rule(one: ExceptionSource, source: PacketSource) -> str:
    request = one.request
    if request.kind is ExceptionKind.FREEZE and one.freeze:
        return f"into the freeze {one.freeze}"
    if not request.checkpoint_name:
        return request.kind.words
    labels = {
        gate.code: gate.label
        for change in source.changes
        for gate in change.gates
        if gate.checkpoint == request.checkpoint_name
    }
    waived = "; ".join(labels.get(code, code) for code in request.criteria)
    return f"{request.kind.words}, {request.checkpoint_name}" + (f": {waived}" if waived else "")


def _why(one: ExceptionSource) -> str:
    request = one.request
    parts = (
        request.reason,
        f"If done: {request.risk_of_doing}" if request.risk_of_doing else "",
        f"If not: {request.risk_of_not_doing}" if request.risk_of_not_doing else "",
        f"Testing: {request.test_statement}" if request.test_statement else "",
    )
    return "\n".join(part for part in parts if part)


def _signed(one: ExceptionSource, source: PacketSource) -> str:
    lines = [_line(signed, source.window.zone_name) for signed in one.signatures]
    if one.missing and one.standing in (Standing.WAITING, Standing.VOID):
        lines.append(f"waits for {', '.join(role.words for role in one.missing)}")
    return "\n".join(lines)


def _line(signed: SignedSource, zone_name: str) -> str:
    void = "" if signed.is_valid else "VOID, the content changed since: "
    when = instant_words(signed.signed_at, zone_name)
    verb = "rejects" if signed.meaning is Meaning.REJECT else signed.meaning.words
    return f"{void}{_name(signed)}, {signed.role.words}, {verb}, {when}{_medium(signed)}"


def _name(signed: SignedSource) -> str:
    return f"{signed.name} for {signed.on_behalf_of}" if signed.on_behalf_of else signed.name


def _medium(signed: SignedSource) -> str:
    if signed.medium is Medium.KEY:
        return ""
    how = f"by mouth, heard by {signed.witness}" if signed.medium is Medium.VERBAL else "on paper"
    return f" ({how}{'; signature owed' if signed.owes_key else ''})"


def _waived(change: ChangeSource) -> Iterator[ExceptionLine]:
    """Waivers that no request stands behind, as older records have them."""
    labels = {(gate.checkpoint, gate.code): gate.label for gate in change.gates}
    for waiver in change.waivers:
        if waiver.exception_id is None:
            label = labels.get((waiver.checkpoint_name, waiver.criterion_code), waiver.criterion_code)
            rule = f"{waiver.checkpoint_name}: {label}"
            yield ExceptionLine(change.key, rule, waiver.reason, "waived", waiver.signatures)
