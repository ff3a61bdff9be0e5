"""Programs that install into clusters, and their people on call: how their lists are known."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

CLUSTERS: tuple[Source, ...] = (
    Source(
        "Helm",
        "deployments",
        (spelt("namespace"), spelt("chart"), spelt("app version"), spelt("updated, revision")),
        spelt("name, status, revision, updated"),
        {
            "name": "",
            "namespace": "environment",
            "app version": "build",
            "chart": "",
            "revision": "",
            "updated": "deployed_at",
            "status": "outcome",
        },
    ),
    Source(
        "Argo CD",
        "deployments",
        (
            spelt("syncpolicy, sync policy"),
            spelt("health"),
            spelt("target, target revision"),
            spelt("namespace"),
        ),
        spelt("name, cluster, project, status, conditions, repo, path"),
        {
            "name": "",
            "cluster": "",
            "project": "",
            "namespace": "environment",
            "health": "outcome",
            "target": "build",
            "target revision": "build",
            "status": "",
        },
    ),
    Source(
        "Grafana OnCall",
        "people",
        (spelt("user username, user email"), spelt("shift start"), spelt("shift end")),
        spelt("user pk, user email, user username"),
        {"user username": "name", "user email": "email", "user pk": ""},
    ),
)
