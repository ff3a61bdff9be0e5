"""Programs that put releases into environments: how their lists of deployments are known."""

from __future__ import annotations

from app.importing.sources.builds import OF_A_CHANGE
from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

DELIVERIES: tuple[Source, ...] = (
    Source(
        "GitHub deployments",
        "deployments",
        (
            spelt("sha"),
            spelt("ref"),
            spelt("environment, original environment"),
            spelt("task, payload, creator login, transient environment, production environment"),
        ),
        spelt("id, description, created at, updated at, statuses url, state, original environment"),
        {
            **OF_A_CHANGE,
            "ref": "build",
            "state": "outcome",
            "creator login": "deployed_by",
            "updated at": "deployed_at",
            "created at": "deployed_at",
        },
        second=spelt("created at"),
    ),
    Source(
        "AWS CodeDeploy",
        "deployments",
        (
            spelt("deployment id"),
            spelt("deployment group name, deployment group, deploymentgroupname"),
            spelt("application name, applicationname, revision, creator"),
        ),
        spelt("status, create time, complete time, creator, revision, description, deployment config name"),
        {
            **OF_A_CHANGE,
            "deployment group name": "environment",
            "deployment group": "environment",
            "revision": "build",
            "status": "outcome",
            "complete time": "deployed_at",
            "create time": "deployed_at",
            "creator": "",
            "application name": "",
        },
        second=spelt("create time"),
    ),
    Source(
        "Azure Pipelines releases",
        "deployments",
        (
            spelt("release, release name, release id"),
            spelt("stage, environment, release environment, environment name"),
            spelt("deployment status, operation status"),
            spelt("attempt, release definition, release definition name, requested by, requested for"),
        ),
        spelt("started on, completed on, queued on, reason, artifacts, work items, approvals"),
        {
            **OF_A_CHANGE,
            "build": "build",
            "release": "build",
            "environment": "environment",
            "stage": "environment",
            "release environment": "environment",
            "deployment status": "outcome",
            "completed on": "deployed_at",
            "requested by": "deployed_by",
            "requested for": "deployed_by",
            "started on": "",
            "queued on": "",
        },
        second=spelt("release, stage, requested for"),
    ),
)
