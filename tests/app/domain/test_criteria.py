"""The default criteria ask what the weekly rhythm rests on, in words that fit a chip."""

from __future__ import annotations

import pytest

from app.domain.criteria import IN_FOR_TEST, IN_FOR_TEST_STATES, READY_FOR_PRODUCTION, READY_STATES
from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.register import Role, Stage

_LONGEST_CHIP = 9
BOTH = (*IN_FOR_TEST, *READY_FOR_PRODUCTION)


def asked(criteria: tuple[CriterionSpec, ...]) -> set[tuple[CriterionKind, object]]:
    """What criteria ask: kind, with the stage or role."""
    return {(spec.kind, spec.stage or spec.role) for spec in criteria}


def test_in_for_test_asks_for_a_build_in_test_with_tickets_and_date() -> None:
    """A build by a registered machine, in test, tickets allowed, date approved."""
    assert asked(IN_FOR_TEST) == {
        (CriterionKind.BUILD_SUCCEEDED, None),
        (CriterionKind.DEPLOYED, Stage.TEST),
        (CriterionKind.TICKETS_IN_STATE, None),
        (CriterionKind.DATE_APPROVED, None),
    }


def test_ready_for_production_asks_for_all_that_comes_after() -> None:
    """QA and pre-production with their words, one digest, tickets, plans and owned steps."""
    assert asked(READY_FOR_PRODUCTION) == {
        (CriterionKind.DEPLOYED, Stage.QA),
        (CriterionKind.ATTESTED, Role.QA_MANAGER),
        (CriterionKind.DEPLOYED, Stage.PRE_PRODUCTION),
        (CriterionKind.ATTESTED, Role.OPERATIONS),
        (CriterionKind.SAME_DIGEST, None),
        (CriterionKind.TICKETS_IN_STATE, None),
        (CriterionKind.PLANS_PRESENT, None),
        (CriterionKind.ACTIVITIES_OWNED, None),
    }


def test_every_kind_of_criterion_is_in_use() -> None:
    """The two checkpoints together leave no rule out."""
    assert {spec.kind for spec in BOTH} == set(CriterionKind)


def test_the_same_digest_is_compared_in_every_environment_before_production() -> None:
    """This is how the wrong code is caught."""
    digest = next(spec for spec in BOTH if spec.kind is CriterionKind.SAME_DIGEST)
    assert set(digest.stages) == set(Stage) - {Stage.PRODUCTION}


@pytest.mark.parametrize("spec", BOTH, ids=lambda spec: spec.code)
def test_a_chip_is_short_and_a_word_of_a_role_needs_evidence(spec: CriterionSpec) -> None:
    """Chips fit a card; nobody attests without evidence."""
    assert 0 < len(spec.short) <= _LONGEST_CHIP
    assert spec.label.strip() == spec.label
    assert spec.needs_evidence is (spec.kind is CriterionKind.ATTESTED)
    assert bool(spec.allowed_states) is (spec.kind is CriterionKind.TICKETS_IN_STATE)


def test_codes_and_labels_are_unique() -> None:
    """Across both checkpoints; a checkpoint's chips differ too."""
    assert len({spec.code for spec in BOTH}) == len(BOTH) == len({spec.label for spec in BOTH})
    for criteria in (IN_FOR_TEST, READY_FOR_PRODUCTION):
        assert len({spec.short for spec in criteria}) == len(criteria)


def test_what_is_ready_was_allowed_into_test() -> None:
    """The final gate's states are a part of the first one's."""
    assert set(READY_STATES) < set(IN_FOR_TEST_STATES)
