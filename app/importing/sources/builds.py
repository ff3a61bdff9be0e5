"""Programs that build and deploy: how their lists of builds and deployments are known."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

OF_A_CHANGE = {
    "issue": "change_key",
    "issue key": "change_key",
    "jira": "change_key",
    "ticket": "change_key",
    "change": "change_key",
    "ticket id": "change_key",
    "ticket key": "change_key",
    "ticket number": "change_key",
    "jira key": "change_key",
    "jira ticket": "change_key",
    "change id": "change_key",
    "change ticket": "change_key",
}
"""What such lists call the change that something was built or deployed for."""
_ENVIRONMENT = spelt("environment, target environment, umgebung, entorno, ambiente, environnement")

BUILDS: tuple[Source, ...] = (
    Source(
        "Octopus Deploy",
        "deployments",
        (
            spelt("deployment id, deployment, release version"),
            spelt("environment name, environment, environment id"),
            spelt("release version, task state"),
        ),
        spelt(
            "project name, task state, created, queue time, start time, completed time, deployed by, tenant"
        ),
        {
            **OF_A_CHANGE,
            "environment name": "environment",
            "release version": "build",
            "task state": "outcome",
            "completed time": "deployed_at",
            "deployed by": "deployed_by",
            "deployment id": "",
            "created": "",
            "start time": "",
        },
    ),
    Source(
        "Argo CD",
        "deployments",
        (spelt("sync status"), spelt("health, health status"), spelt("revision, target revision, version")),
        spelt("application, environment, destination, deployed at, initiated by, project, namespace"),
        {
            **OF_A_CHANGE,
            "revision": "build",
            "target revision": "build",
            "health": "outcome",
            "health status": "outcome",
            "sync status": "",
            "deploy started at": "",
            "initiated by": "deployed_by",
            "destination": "environment",
            "destination namespace": "environment",
            "cluster": "environment",
        },
        second=spelt("destination namespace, cluster"),
    ),
    Source(
        "Deployments",
        "deployments",
        (
            _ENVIRONMENT,
            spelt("version, release, build, artifact, build number"),
            spelt(
                "deployed at, deployed by, deployment date, deployment time, deployed on, deployed, outcome, "
                "features, issues, triggered by, execution id, pipeline execution id"
            ),
        ),
        spelt("status, date, change, duration, commit, service, application, result"),
        {**OF_A_CHANGE, "deployment date": "deployed_at"},
    ),
    Source(
        "Deployments",
        "deployments",
        (
            spelt("deployment id, deployment, deploy id, deployment number, deployment key"),
            spelt("deployed at, deployed on, deployed by, deployment date, deployment time, timestamp"),
            _ENVIRONMENT | spelt(", ".join(OF_A_CHANGE)) | spelt("service, service name, version, pipeline"),
        ),
        spelt(
            "status, change, commit sha, commit, service, application, result, deployer, version, pipeline"
        ),
        {
            **OF_A_CHANGE,
            "deployment date": "deployed_at",
            "deployment time": "deployed_at",
            "timestamp": "deployed_at",
            "status": "outcome",
            "deployer": "deployed_by",
            "deployer id": "deployed_by",
            "deployment id": "",
            "deployment": "",
            "version": "build",
        },
    ),
    Source(
        "Jenkins",
        "builds",
        (
            spelt("job, job name, jobname, project, pipeline"),
            spelt("build number, build, number, build id, node, build no"),
            spelt("result, status, duration sec, duration ms, build url, built on, node, agent"),
        ),
        spelt("job, job name, timestamp, duration, url, branch, commit, cause, node, agent, result"),
        {
            **OF_A_CHANGE,
            "build": "number",
            "built on": "machine",
            "node": "machine",
            "result": "succeeded",
            "timestamp": "built_at",
            "start time": "",
        },
    ),
    Source(
        "Jenkins",
        "builds",
        (
            spelt("number, build number"),
            spelt("result"),
            spelt("built on, building, full display name, display name"),
            spelt("timestamp, duration"),
        ),
        spelt("number, result, timestamp, duration, url, building, built on, display name, queue id"),
        {
            **OF_A_CHANGE,
            "built on": "machine",
            "result": "succeeded",
            "timestamp": "built_at",
            "change set items commit id": "revision",
        },
    ),
    Source(
        "GitHub Actions",
        "builds",
        (
            spelt("head branch"),
            spelt("run number, number, database id, run id"),
            spelt("conclusion, status"),
        ),
        spelt(
            "head sha, workflow name, display title, event, conclusion, "
            "run attempt, attempt, actor, created at, updated at, run started at"
        ),
        {
            **OF_A_CHANGE,
            "run number": "number",
            "number": "number",
            "database id": "",
            "id": "",
            "name": "",
            "head sha": "revision",
            "conclusion": "succeeded",
            "status": "",
            "updated at": "built_at",
            "created at": "",
        },
    ),
    Source(
        "Azure Pipelines",
        "builds",
        (
            spelt("pipeline, pipeline name, definition, definition name, build pipeline"),
            spelt("run, run name, build number, run id, build"),
            spelt("source branch, branch, source version, commit message"),
            spelt("result, status"),
        ),
        spelt(
            "source branch, source version, commit message, queued time, "
            "queue time, finish time, requested for, reason, stages, triggered by"
        ),
        {
            **OF_A_CHANGE,
            "run": "number",
            "run name": "number",
            "build number": "number",
            "build": "number",
            "source version": "revision",
            "commit": "revision",
            "result": "succeeded",
            "status": "",
            "finish time": "built_at",
            "queued time": "",
            "queue time": "",
            "agent": "machine",
        },
    ),
    Source(
        "Bamboo",
        "builds",
        (
            spelt("plan, plan name, plan key"),
            spelt("build number, build key, build result key, build"),
            spelt("state, build state, result"),
        ),
        spelt("plan key, build result key, build key, changes, completed, build completed date, reason"),
        {
            **OF_A_CHANGE,
            "build number": "number",
            "build key": "",
            "build result key": "",
            "state": "succeeded",
            "build state": "succeeded",
            "completed": "built_at",
            "build completed date": "built_at",
            "vcs revision": "revision",
        },
    ),
    Source(
        "GitLab deployments",
        "deployments",
        (
            spelt("id, iid, deployment id"),
            spelt("sha, deployment sha, commit sha"),
            spelt("ref"),
            spelt("environment, environment name"),
            spelt(
                "deployable, deployable name, deployable id, deployable status, deployed by, user username"
            ),
        ),
        spelt("web url, created at, updated at, finished at, project, status, tier, tag"),
        {
            **OF_A_CHANGE,
            "ref": "build",
            "environment name": "environment",
            "status": "outcome",
            "user username": "deployed_by",
            "finished at": "deployed_at",
            "updated at": "deployed_at",
            "created at": "",
        },
        second=spelt("updated at"),
    ),
    Source(
        "GitLab pipelines",
        "builds",
        (spelt("id, pipeline id, iid"), spelt("sha"), spelt("ref"), spelt("status")),
        spelt("web url, created at, updated at, source, project, duration, finished at, user"),
        {
            **OF_A_CHANGE,
            "id": "number",
            "pipeline id": "number",
            "sha": "revision",
            "updated at": "built_at",
            "finished at": "built_at",
            "status": "succeeded",
            "source": "",
        },
    ),
    Source(
        "Builds",
        "builds",
        (
            spelt("pipeline id, run id, build id, build number"),
            spelt("duration, duration seconds, duration sec, duration ms"),
            spelt("status, result, conclusion"),
        ),
        spelt("project, repository, branch, start time, end time, started at, finished at, commit"),
        {
            **OF_A_CHANGE,
            "pipeline id": "number",
            "run id": "number",
            "build id": "number",
            "status": "succeeded",
            "result": "succeeded",
            "conclusion": "succeeded",
            "start time": "",
            "end time": "built_at",
            "finished at": "built_at",
        },
    ),
    Source(
        "Builds",
        "builds",
        (
            spelt("build number, build id, build no, build"),
            spelt("commit, revision, git commit, sha, branch, source version, changeset"),
            spelt("result, status, agent, build machine, artifact sha256, digest, sha256, finished"),
        ),
        spelt("application, agent, started, finished, result, branch, artifact sha256, digest, machine"),
        {
            **OF_A_CHANGE,
            "artifact sha256": "digest",
            "result": "succeeded",
            "started": "",
            "agent": "machine",
        },
    ),
)
