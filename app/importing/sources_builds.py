"""Programs that build and deploy: how their lists of builds and deployments are known."""

from __future__ import annotations

from app.importing.source import Source, spelt

_CHANGE = {
    "issue": "change_key",
    "issue key": "change_key",
    "jira": "change_key",
    "ticket": "change_key",
    "change": "change_key",
}

BUILDS: tuple[Source, ...] = (
    Source(
        "Octopus Deploy",
        "deployments",
        (
            spelt("deployment id, deployment, release version"),
            spelt("environment name, environment, environment id"),
            spelt("release version, task state, deployed by, project name"),
        ),
        spelt(
            "project name, task state, created, queue time, start time, completed time, deployed by, tenant"
        ),
        {
            **_CHANGE,
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
        "Deployments",
        "deployments",
        (
            spelt("environment, target environment, umgebung, entorno, ambiente, environnement"),
            spelt("version, release, build, artifact, build number"),
            spelt(
                "deployed at, deployed by, deployment date, deployment time, deployed on, deployed, outcome, "
                "features, issues"
            ),
        ),
        spelt("status, date, change, duration, commit, service, application, result"),
        {**_CHANGE, "deployment date": "deployed_at"},
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
            **_CHANGE,
            "build": "number",
            "built on": "machine",
            "node": "machine",
            "result": "succeeded",
            "timestamp": "built_at",
            "start time": "",
        },
    ),
    Source(
        "GitLab pipelines",
        "builds",
        (spelt("id, pipeline id, iid"), spelt("sha"), spelt("ref"), spelt("status")),
        spelt("web url, created at, updated at, source, project, duration, finished at, user"),
        {
            **_CHANGE,
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
            spelt("build number, build id, build no, build"),
            spelt("commit, revision, git commit, sha, branch, source version, changeset"),
            spelt("result, status, agent, build machine, artifact sha256, digest, sha256, finished"),
        ),
        spelt("application, agent, started, finished, result, branch, artifact sha256, digest, machine"),
        {**_CHANGE, "artifact sha256": "digest", "result": "succeeded", "started": "", "agent": "machine"},
    ),
)
