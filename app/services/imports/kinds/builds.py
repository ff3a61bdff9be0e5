"""Lists of what hangs on changes: builds, deployments and related tickets, found by the change's key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.domain.changes import Build, Deployment, DeploymentOutcome, Ticket
from app.importing.cells.keys_within import keys_within
from app.importing.converting.digests import sha256_of
from app.importing.converting.rows import ImportRow
from app.services import progress
from app.services.imports.kind import ImportKind, Prepared
from app.services.imports.matches import told_list, told_matches
from app.services.imports.names import RegisterNames
from app.store.queries.imports import build_ids, deployment_ids, ticket_ids
from app.store.unit_of_work import UnitOfWork

Refusal = tuple[str, str]
KeyOf = Callable[[dict[str, Any], RegisterNames], str | Refusal]

_BUILD_FED = {
    "revision": "revision",
    "machine": "machine_name",
    "digest": "digest",
    "succeeded": "is_success",
    "built_at": "built_at",
}
_DEPLOYMENT_FED = {
    "build": "build_id",
    "deployed_by": "deployed_by",
    "outcome": "outcome",
    "digest": "digest",
    "issues": "issues",
}
_TICKET_FED = {"title": "title", "source_system": "system", "source_state": "state", "url": "url"}


def build_of(values: Mapping[str, Any], base: Build | None, names: RegisterNames) -> Build:
    """The build that `values` say; a result that is not told is no success."""
    build = base or Build(names.changes.id_of(values["change_key"]) or 0, str(values["number"]))
    changed: dict[str, Any] = {}
    if "revision" in values:
        changed["revision"] = str(values["revision"] or "")
    if "machine" in values:
        name = str(values["machine"] or "")
        changed |= {"machine_name": name, "machine_id": names.machines.id_of(name)}
    if "digest" in values:
        changed["digest"] = sha256_of(str(values["digest"] or "")) or ""
    if "succeeded" in values:
        changed["is_success"] = values["succeeded"] is True
    if "built_at" in values:
        changed["built_at"] = values["built_at"]
    return replace(build, **changed)


def _shown_of_build(name: str, words: Any, build: Build, names: RegisterNames) -> Any:
    """What the desk shows in a field: of a machine that the register knows, which it is by now."""
    if name == "machine" and build.machine_id is not None:
        return names.machines.called(build.machine_id, words)
    return getattr(build, _BUILD_FED[name])


def deployment_of(values: Mapping[str, Any], base: Deployment | None, names: RegisterNames) -> Deployment:
    """The deployment that `values` say, of the change's build with that number where there is one."""
    deployment = base or Deployment(
        names.changes.id_of(values["change_key"]) or 0,
        names.environments.id_of(values["environment"]) or 0,
        values["deployed_at"],
        DeploymentOutcome(values["outcome"]),
    )
    changed: dict[str, Any] = {}
    if "build" in values:
        changed["build_id"] = names.builds.get((deployment.change_id, str(values["build"] or "")))
    if values.get("outcome"):
        changed["outcome"] = DeploymentOutcome(values["outcome"])
    if "digest" in values:
        changed["digest"] = sha256_of(str(values["digest"] or "")) or ""
    for name in ("deployed_by", "issues"):
        if name in values:
            changed[name] = str(values[name] or "")
    return replace(deployment, **changed)


def ticket_of(values: Mapping[str, Any], base: Ticket | None, names: RegisterNames) -> Ticket:
    """The ticket that `values` say, with its state in the words of its own system."""
    ticket = base or Ticket(names.changes.id_of(values["change_key"]) or 0, str(values["ticket"]))
    changed: dict[str, Any] = {
        attribute: str(values[name] or "") for name, attribute in _TICKET_FED.items() if name in values
    }
    return replace(ticket, **changed)


def _change_key(values: dict[str, Any], names: RegisterNames) -> str | Refusal:
    """The register's spelling of the change's key, kept in the values too; a branch or a message may name the
    change within."""
    text = str(values.get("change_key") or "")
    found = names.changes.id_of(text)
    if found is None:
        within = names.changes.ids_of(keys_within(text))
        if len(within) > 1:
            told = " and ".join(names.changes.names_of(within))
            return (
                "change_key",
                f'"{text}" names {told}; a row can be of one change alone. Write a row for each.',
            )
        if not within:
            return "change_key", _told_unknown(text)
        found = within[0]
    values["change_key"] = names.changes.names[found]
    return names.changes.names[found]


def _told_unknown(text: str) -> str:
    """Why no change is found by a text: it is not here, or the text names none."""
    if keys_within(text):
        return f'There is no change "{text}" here. Import the changes first.'
    return f'"{text}" names no change. Say in the mapping which column does, or one change for all rows.'


def _build_key(values: dict[str, Any], names: RegisterNames) -> str | Refusal:
    change = _change_key(values, names)
    return change if isinstance(change, tuple) else f"{change} / {values['number']}"


def _deployment_key(values: dict[str, Any], names: RegisterNames) -> str | Refusal:
    change = _change_key(values, names)
    if isinstance(change, tuple):
        return change
    name = str(values.get("environment") or "")
    environment = names.environments.match(name)
    if environment is None:
        known = ", ".join(names.environments.names.values()) or "none yet"
        return "environment", f'There is no environment "{name}" in the register; it has: {known}.'
    values["environment"] = environment.name
    if values.get("deployed_at") is None:
        return "deployed_at", "The row does not say when it was deployed."
    if not values.get("outcome"):
        return "outcome", "The row does not say how the deployment went; it is not taken for a success."
    build = str(values.get("build") or "")
    if build and (names.changes.id_of(change) or 0, build) not in names.builds:
        values["build"] = ""  # so that the same list links it once it is here
    return f"{change} / {environment.name} / {values['deployed_at']}"


def _ticket_key(values: dict[str, Any], names: RegisterNames) -> str | Refusal:
    change = _change_key(values, names)
    if isinstance(change, tuple):
        return change
    values["ticket"] = str(values.pop("key", "") or values.get("ticket") or "")
    values["source_system"] = str(values.get("source_system") or "")
    return f"{change} / {values['source_system']} / {values['ticket']}"


def _preparation(key_of: KeyOf) -> Callable[[list[ImportRow], RegisterNames], Prepared]:
    def prepare(rows: list[ImportRow], names: RegisterNames) -> Prepared:
        kept: list[ImportRow] = []
        refused: list[tuple[ImportRow, str, str]] = []
        first: dict[str, ImportRow] = {}
        unknown: list[str] = []
        for row in rows:
            values = dict(row.values)
            key = key_of(values, names)
            if isinstance(key, tuple):
                refused.append((row, *key))
                continue
            if row.values.get("build") and not values["build"]:
                unknown.append(str(row.values["build"]))
            fresh = replace(row, key=key, values=values)
            earlier = first.setdefault(key, fresh)
            if earlier is fresh:
                kept.append(fresh)
            elif earlier.values == fresh.values:
                kept.append(replace(fresh, duplicate_of=earlier.row_number))
            else:
                refused.append(
                    (row, "change_key", f"Row {earlier.row_number} is the same with other content.")
                )
        machines = told_matches(kept, [("machine", "build machine", names.machines)], with_unknown=False)
        return Prepared(kept, refused, (*_told_digests(kept), *_told_builds(unknown), *machines))

    return prepare


def _told_builds(unknown: Sequence[str]) -> tuple[str, ...]:
    """Which builds that were deployed are not here, so that nothing is known of what they hold."""
    if not unknown:
        return ()
    builds = told_list(list(dict.fromkeys(unknown)))
    return (f"No build of its change here: {builds}. Import the builds, then this list again to link them.",)


def _told_digests(rows: Sequence[ImportRow]) -> tuple[str, ...]:
    odd = [row for row in rows if row.values.get("digest") and sha256_of(str(row.values["digest"])) is None]
    if not odd:
        return ()
    text = str(odd[0].values["digest"])[:80]
    count = "1 digest is" if len(odd) == 1 else f"{len(odd)} digests are"
    return (
        f'{count} no SHA-256 of 64 hexadecimal digits (row {odd[0].row_number}, "{text}") and left out; '
        "the gates stay not evaluated.",
    )


def _follow(work: UnitOfWork, records: Sequence[Any], _reason: str) -> None:
    """The states of the changes follow what their gates now say."""
    progress.follow(work, list(dict.fromkeys(record.change_id for record in records)))


KINDS: tuple[ImportKind, ...] = (
    ImportKind(
        "builds",
        Build,
        build_of,
        _BUILD_FED,
        ids=build_ids,
        shown=_shown_of_build,
        prepare=_preparation(_build_key),
        after=_follow,
        needs_changes=True,
        hangs_on_changes=True,
    ),
    ImportKind(
        "deployments",
        Deployment,
        deployment_of,
        _DEPLOYMENT_FED,
        ids=deployment_ids,
        prepare=_preparation(_deployment_key),
        after=_follow,
        needs_changes=True,
        hangs_on_changes=True,
    ),
    ImportKind(
        "tickets",
        Ticket,
        ticket_of,
        _TICKET_FED,
        ids=ticket_ids,
        prepare=_preparation(_ticket_key),
        after=_follow,
        needs_changes=True,
        hangs_on_changes=True,
    ),
)
"""Lists whose rows belong to changes; rows of changes that are not here are refused."""
