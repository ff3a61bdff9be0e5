"""Use cases of requests: drafting, editing, asking for signatures, withdrawing, and what approval brings."""

from __future__ import annotations

from dataclasses import replace

from app.domain.changes import Change, Waiver
from app.domain.exceptions import ExceptionRequest, RequestState, Standing, request_problems
from app.domain.register import Person
from app.domain.windows import MaintenanceWindow
from app.services.errors import RefusedError
from app.services.exceptions.policies import in_force
from app.services.exceptions.reading import ExceptionItem, item_in
from app.services.workplace import Done, Workplace
from app.store.unit_of_work import UnitOfWork


def draft(workplace: Workplace, request: ExceptionRequest) -> Done[ExceptionRequest]:
    """Begin a request under the policy in force; nothing has to be complete yet."""
    with workplace.write() as work:
        change = work.get(Change, request.change_id)
        requester = work.get(Person, request.requested_by_id)
        policy = in_force(work, request.kind)
        wanted = replace(
            request,
            policy_id=policy.id or 0,
            window_id=request.window_id or change.window_id,
            requester_name=requester.name,
            state=RequestState.DRAFT,
            requested_at=None,
        )
        stored = work.add(wanted, f"exception {request.kind.words} for {change.key}")
        return workplace.done(stored, work.commit())


def edit(workplace: Workplace, request: ExceptionRequest, reason: str = "") -> Done[ExceptionRequest]:
    """Change the words of a request; signatures given to the old words are void from then on.

    Raises RefusedError when it was withdrawn, StaleRecordError when another desk changed it.
    """
    with workplace.write() as work:
        before = work.get(ExceptionRequest, request.id or 0)
        if before.state is RequestState.WITHDRAWN:
            raise RefusedError("A withdrawn request stays as it was; make a new one.")
        kept = replace(
            request, state=before.state, requested_at=before.requested_at, policy_id=before.policy_id,
            kind=before.kind, change_id=before.change_id, requested_by_id=before.requested_by_id,
            requester_name=before.requester_name,
        )  # fmt: skip
        problems = request_problems(kept) if before.state is RequestState.REQUESTED else []
        if problems:
            raise RefusedError(problems[0], tuple(problems))
        stored = work.save(kept, reason or "edited")
        return workplace.done(stored, work.commit())


def ask(workplace: Workplace, request_id: int) -> Done[ExceptionRequest]:
    """Ask for the signatures, under the policy now in force; raises RefusedError with all that lacks."""
    with workplace.write() as work:
        request = work.get(ExceptionRequest, request_id)
        if request.state is not RequestState.DRAFT:
            raise RefusedError("Its signatures were asked for before.")
        problems = request_problems(request)
        if (
            request.window_id is not None
            and work.get(MaintenanceWindow, request.window_id).ends_at <= work.now
        ):
            problems.append(
                "Its window is over; nothing is approved afterwards. Enter a production fix instead."
            )
        if problems:
            raise RefusedError(problems[0], tuple(problems))
        asked = replace(
            request,
            state=RequestState.REQUESTED,
            requested_at=work.now.replace(microsecond=0),
            policy_id=in_force(work, request.kind).id or 0,
        )
        stored = work.save(asked, "asked for the signatures")
        return workplace.done(stored, work.commit())


def withdraw(workplace: Workplace, request_id: int, reason: str = "") -> Done[ExceptionRequest]:
    """Take a request back; what it had allowed counts no more."""
    with workplace.write() as work:
        request = work.get(ExceptionRequest, request_id)
        stored = work.save(replace(request, state=RequestState.WITHDRAWN), reason or "withdrawn")
        return workplace.done(stored, work.commit())


def grant_what_is_approved(work: UnitOfWork, request_id: int) -> ExceptionItem:
    """After a signature: waive the criteria of a request that now stands approved, once."""
    item = item_in(work.connection, request_id, work.now)
    request = item.request
    if item.standing is not Standing.APPROVED or not request.criteria:
        return item
    there = {
        (one.checkpoint_name, one.criterion_code): one
        for one in work.find(Waiver, change_id=request.change_id)
    }
    signed = ", ".join(f"{one.printed_name} ({one.role.words})" for one in item.valid)
    for code in request.criteria:
        waiver = Waiver(
            request.change_id, request.checkpoint_name, code, request.reason, signed, work.now, request.id
        )
        old = there.get((request.checkpoint_name, code))
        if old is None:
            work.add(waiver, "waived by an approved exception")
        else:
            work.save(replace(waiver, id=old.id, version=old.version), "waived by an approved exception")
    return item
