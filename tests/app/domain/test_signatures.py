"""Who may sign, what a signature covers, and where a request stands, as tables of cases and properties."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.exceptions import (
    DEFAULT_POLICIES,
    ExceptionKind,
    ExceptionPolicy,
    ExceptionRequest,
    RequestState,
    SignedFacts,
    Standing,
    content_of,
    digest_of,
    edit_problem,
    missing_roles,
    policy_problems,
    request_problems,
    standing,
)
from app.domain.register import Person, Role
from app.domain.signatures import (
    Meaning,
    Medium,
    Signature,
    Signer,
    StandIn,
    signing_problems,
    stand_in_problems,
    statement_of,
    waits_for_signature,
)

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TODAY = date(2026, 11, 25)
QA, OWNER = Role.QA_MANAGER, Role.BUSINESS_OWNER
POLICY = ExceptionPolicy(ExceptionKind.LATE, (QA, OWNER), (Role.SENIOR_MANAGEMENT,), id=1)
REQUEST = ExceptionRequest(
    5, ExceptionKind.LATE, 1, 9, 2, "In for test", ("build",), None, "why", "risk", "loss", "tested",
    RequestState.REQUESTED, NOW, id=7,
)  # fmt: skip
FACTS = SignedFacts("CHG-1", "Ledger", "ab" * 32, "put back", "Weekly", "Ira")
DIGEST = digest_of(content_of(REQUEST, POLICY, FACTS))
UMA = Person("Uma", roles=(QA,), id=1)
OLE = Person("Ole", roles=(OWNER, QA), id=2)
IRA = Person("Ira", roles=(OWNER,), id=9)
SAM = Person("Sam", id=3)
AWAY = StandIn(1, 3, QA, date(2026, 11, 20), TODAY, "x", id=1)


def given_by(person: Person, role: Role, **changes: object) -> Signature:
    made = Signature(
        "exception_request", 7, "{}", DIGEST, person.id or 0, person.name, role, Meaning.APPROVE,
        "2026-11-25T12:00:00+00:00", key_id=1, signature="aa",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


CASES: list[tuple[Signer, list[Signature], list[StandIn], str]] = [
    (Signer(UMA, QA, TODAY), [], [], ""),
    (Signer(UMA, OWNER, TODAY), [], [], "not business owner"),
    (Signer(UMA, Role.SECURITY, TODAY), [], [], "does not ask for a security"),
    (Signer(IRA, OWNER, TODAY), [], [], "own request"),
    (Signer(OLE, QA, TODAY), [given_by(OLE, OWNER)], [], "nobody signs twice"),
    (Signer(OLE, QA, TODAY), [given_by(UMA, QA)], [], "A QA manager has signed already"),
    (Signer(replace(UMA, is_archived=True), QA, TODAY), [], [], "archived"),
    (Signer(SAM, QA, TODAY), [], [AWAY], "not QA manager"),
    (Signer(SAM, QA, TODAY, UMA), [], [AWAY], ""),
    (Signer(SAM, QA, date(2026, 11, 26), UMA), [], [AWAY], "not on 2026-11-26"),
    (Signer(SAM, QA, TODAY, UMA), [], [], "not appointed"),
    (Signer(SAM, QA, TODAY, UMA), [], [replace(AWAY, is_ended=True)], "not appointed"),
    (Signer(SAM, OWNER, TODAY, IRA), [], [StandIn(9, 3, OWNER, TODAY, TODAY)], "own request"),
    (Signer(SAM, QA, TODAY, UMA), [given_by(UMA, OWNER)], [AWAY], "has signed already"),
    (Signer(UMA, QA, TODAY), [given_by(SAM, OWNER, on_behalf_of="Uma")], [], "nobody signs twice"),
    (Signer(UMA, QA, TODAY), [given_by(UMA, QA, medium=Medium.VERBAL, key_id=None, signature="")], [], ""),
    (Signer(OLE, QA, TODAY), [given_by(OLE, OWNER, medium=Medium.VERBAL)], [], "nobody signs twice"),
]


@pytest.mark.parametrize(("signer", "given_before", "stand_ins", "text"), CASES)
def test_who_may_sign(
    signer: Signer, given_before: list[Signature], stand_ins: list[StandIn], text: str
) -> None:
    problems = signing_problems(signer, POLICY.roles, given_before, 9, stand_ins, is_ordered=False)
    assert bool(problems) is bool(text), problems
    assert text in " ".join(problems)


def test_an_ordered_policy_makes_the_second_wait_for_the_first() -> None:
    second = Signer(OLE, OWNER, TODAY)
    assert "First signs: QA manager" in signing_problems(second, POLICY.roles, [], 9, [], is_ordered=True)[0]
    after = signing_problems(second, POLICY.roles, [given_by(UMA, QA)], 9, [], is_ordered=True)
    assert after == []


def test_a_word_is_recorded_once_and_not_over_a_signature() -> None:
    word = Signer(UMA, QA, TODAY)
    signed = [given_by(UMA, QA)]
    assert signing_problems(word, POLICY.roles, signed, 9, [], is_ordered=False, medium=Medium.VERBAL)
    assert signing_problems(
        Signer(OLE, QA, TODAY), POLICY.roles, signed, 9, [], is_ordered=False, medium=Medium.PAPER
    )


@pytest.mark.parametrize(
    ("state", "signatures", "expected"),
    [
        (RequestState.DRAFT, [], Standing.DRAFT),
        (RequestState.REQUESTED, [], Standing.WAITING),
        (RequestState.REQUESTED, [given_by(UMA, QA)], Standing.WAITING),
        (RequestState.REQUESTED, [given_by(UMA, QA), given_by(OLE, OWNER)], Standing.APPROVED),
        (RequestState.REQUESTED, [given_by(UMA, QA, meaning=Meaning.REJECT)], Standing.REJECTED),
        (RequestState.REQUESTED, [given_by(UMA, QA), given_by(OLE, OWNER, digest="cd" * 32)], Standing.VOID),
        (RequestState.REQUESTED, [given_by(UMA, QA, meaning=Meaning.ACKNOWLEDGE)], Standing.WAITING),
        (RequestState.WITHDRAWN, [given_by(UMA, QA), given_by(OLE, OWNER)], Standing.WITHDRAWN),
    ],
)
def test_where_a_request_stands(state: RequestState, signatures: list[Signature], expected: Standing) -> None:
    assert standing(replace(REQUEST, state=state), POLICY, signatures, DIGEST) is expected


@pytest.mark.parametrize(
    "changed",
    [
        {"reason": "another"},
        {"risk_of_doing": "more"},
        {"risk_of_not_doing": ""},
        {"test_statement": "all of it"},
        {"criteria": ("build", "test")},
        {"checkpoint_name": "Ready for production"},
        {"kind": ExceptionKind.EMERGENCY},
    ],
)
def test_every_word_of_a_request_is_covered(changed: dict[str, object]) -> None:
    other = replace(REQUEST, **changed)  # type: ignore[arg-type]
    assert digest_of(content_of(other, POLICY, FACTS)) != DIGEST


@pytest.mark.parametrize(
    "name", ["change_key", "change_title", "planned_digest", "backout_plan", "window", "freeze"]
)
def test_what_the_change_is_and_where_it_goes_is_covered(name: str) -> None:
    assert digest_of(content_of(REQUEST, POLICY, replace(FACTS, **{name: "x"}))) != DIGEST


@given(st.permutations(["build", "test", "qa"]))
def test_the_order_of_criteria_does_not_matter(criteria: list[str]) -> None:
    first = replace(REQUEST, criteria=("build", "test", "qa"))
    second = replace(REQUEST, criteria=tuple(criteria))
    assert content_of(first, POLICY, FACTS) == content_of(second, POLICY, FACTS)


@pytest.mark.parametrize(
    "changed",
    [
        {"digest": "cd" * 32}, {"meaning": Meaning.REJECT}, {"printed_name": "Ole"}, {"role": OWNER},
        {"signed_at": "2026-11-26T12:00:00+00:00"}, {"subject_id": 8}, {"on_behalf_of": "Uma"},
        {"remark": "x"},
    ],
)  # fmt: skip
def test_the_statement_binds_name_role_meaning_time_and_record(changed: dict[str, object]) -> None:
    one = given_by(UMA, QA)
    assert statement_of(replace(one, **changed)) != statement_of(one)  # type: ignore[arg-type]


def test_a_word_waits_until_the_key_follows() -> None:
    word = given_by(UMA, QA, medium=Medium.VERBAL)
    assert waits_for_signature(word, [word])
    assert not waits_for_signature(word, [word, given_by(UMA, QA)])
    assert missing_roles(POLICY, [word]) == (OWNER,)


def test_defaults_are_sound_and_only_their_editors_may_change_them() -> None:
    assert {policy.kind for policy in DEFAULT_POLICIES} == set(ExceptionKind)
    assert [policy_problems(policy) for policy in DEFAULT_POLICIES] == [[]] * len(ExceptionKind)
    assert "Only senior management" in edit_problem(POLICY, (QA,))
    assert edit_problem(POLICY, (Role.SENIOR_MANAGEMENT,)) == ""
    assert len(policy_problems(replace(POLICY, roles=(), editors=()))) == 2


def test_an_empty_request_is_told_all_it_lacks() -> None:
    assert len(request_problems(ExceptionRequest(5, ExceptionKind.LATE, 1, 9))) == 7


def test_nobody_stands_in_for_themselves_or_for_what_the_other_is_not() -> None:
    assert stand_in_problems(replace(AWAY, stand_in_id=1), UMA, UMA)
    assert "not operations" in stand_in_problems(replace(AWAY, role=Role.OPERATIONS), UMA, SAM)[0]
    assert stand_in_problems(AWAY, UMA, SAM) == []
