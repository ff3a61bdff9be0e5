"""Lists of which version of an application is in which environment: deployments, not a register."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.importing.proposing.guess import Cells
from app.importing.words.spelling import spellings, spelt
from app.importing.words.synonyms import SYNONYMS

_APPLICATIONS = frozenset(SYNONYMS["applications"]) | spelt(
    """
    project, project name, pipeline, pipeline name, release definition, release pipeline, module, artifact,
    artifact name, repository, repo, microservice, image, tool"""
)
_OF_A_REGISTER = frozenset(
    {
        "criticality",
        "team",
        "business_owner",
        "configuration_items",
        "allowed_downtime_minutes_per_month",
        "email",
    }
)
"""What only a register says of an application."""
_OF_A_DEPLOYMENT = ({"environment", "build"}, {"environment", "outcome", "deployed_at"})
"""What tells a deployment, each enough."""


def are_versions(
    deployed: Collection[str], registered: Collection[str], headers: Sequence[str], cells_of: Cells
) -> bool:
    """Whether a list says of applications which version is in which environment, and nothing that a register
    would, or of one application more than once.

    `deployed` are the fields of a deployment that its headers name, `registered` those of an application.
    """
    called = next((header for header in headers if not _APPLICATIONS.isdisjoint(spellings(header))), "")
    if not called or not any(said <= set(deployed) for said in _OF_A_DEPLOYMENT):
        return False
    names = cells_of(called)
    return _OF_A_REGISTER.isdisjoint(registered) or len(set(names)) < len(names)
