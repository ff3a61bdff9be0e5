"""The fields a list's columns may be mapped to, per kind of list, with the headers they are known by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.importing.words.synonyms import SYNONYMS


class FieldType(StrEnum):
    """What a field's value is; `rows.py` says how a cell becomes one."""

    TEXT = "text"
    NAMES = "names"  # tuple of names
    LINKS = "links"  # tuple of (kind, key)
    DATE = "date"
    INSTANT = "instant"
    MOMENT = "moment"  # an instant, or a clock time or distance that counts from a day or a start
    YES_NO = "yes_no"
    MINUTES = "minutes"
    NUMBER = "number"
    CHOICE = "choice"
    ADDRESS = "address"  # of mail


@dataclass(frozen=True, slots=True)
class Field:
    """One canonical field.

    `choices` names the value map of `values.py` for fields of type CHOICE; it is "window" where names may
    mean windows, which only a desk knows.
    """

    name: str
    label: str
    type: FieldType = FieldType.TEXT
    is_required: bool = False
    choices: str = ""

    @property
    def collects(self) -> bool:
        """Whether several columns may feed this field together."""
        return self.type in (FieldType.NAMES, FieldType.LINKS)

    @property
    def headers(self) -> tuple[str, ...]:
        """Plain headers this field is known by, the surest first."""
        return SYNONYMS.get(self.name, ())


_KEY = Field("key", "Key", is_required=True)
_TITLE = Field("title", "Title", is_required=True)
_NAME = Field("name", "Name", is_required=True)
_TEAM = Field("team", "Team")
_APPLICATIONS = Field("applications", "Applications", FieldType.NAMES)
_CONFIGURATION_ITEMS = Field("configuration_items", "Configuration items", FieldType.NAMES)
_TRACKED = (
    Field("description", "Description"),
    Field("state", "State", FieldType.CHOICE, choices="state"),
    Field("impact", "Impact (1-5)", FieldType.CHOICE, choices="scale"),
    Field("requester", "Requester"),
    Field("owner", "Owner"),
    _TEAM,
    _APPLICATIONS,
    _CONFIGURATION_ITEMS,
    Field("created_in_source", "Created in the source", FieldType.INSTANT),
    Field("updated_in_source", "Updated in the source", FieldType.INSTANT),
    Field("closed_in_source", "Closed in the source", FieldType.INSTANT),
    Field("labels", "Labels", FieldType.NAMES),
    Field("links", "Links to other records", FieldType.LINKS),
    Field("url", "Address"),
    Field("source_system", "Source system"),
)

_SPAN = (
    Field("uid", "Id in the calendar"),
    Field("title", "Title"),
    Field("day", "Day", FieldType.DATE),
    Field("starts_at", "Starts", FieldType.MOMENT, is_required=True),
    Field("ends_at", "Ends", FieldType.MOMENT, is_required=True),
    Field("zone_name", "Time zone"),
    Field("entry", "Window or freeze", FieldType.CHOICE, choices="entry"),
    Field("state", "State", FieldType.CHOICE, choices="state"),
)

_OF_A_WINDOW = (
    Field("capacity_deployments", "Capacity in deployments", FieldType.NUMBER),
    Field("capacity_minutes", "Capacity in minutes", FieldType.NUMBER),
)
_OF_A_FREEZE = (
    Field("strength", "Strength", FieldType.CHOICE, choices="strength"),
    _APPLICATIONS,
    _CONFIGURATION_ITEMS,
    Field("environments", "Environments", FieldType.NAMES),
    Field("reason", "Reason"),
)

FIELDS: dict[str, tuple[Field, ...]] = {
    "changes": (
        _KEY,
        _TITLE,
        Field("change_kind", "Kind of change", FieldType.CHOICE, choices="change_kind"),
        Field("change_class", "Class of change", FieldType.CHOICE, choices="change_class"),
        Field("likelihood", "Likelihood (1-5)", FieldType.CHOICE, choices="scale"),
        Field("release", "Fix version or sprint", FieldType.NAMES, choices="window"),
        Field("deployment_on", "Deployment on", FieldType.DATE),
        Field("deployment_approved", "Deployment approved", FieldType.YES_NO),
        Field("backout_plan", "Backout plan"),
        Field("verification_plan", "Verification plan"),
        Field("expected_downtime_minutes", "Expected downtime in minutes", FieldType.MINUTES),
        *_TRACKED,
    ),
    "tickets": (
        _KEY,
        _TITLE,
        Field("change_key", "Change", is_required=True),
        *_TRACKED,
    ),
    "incidents": (
        _KEY,
        _TITLE,
        *_TRACKED,
        Field("day", "Day", FieldType.DATE),
        Field("started_at", "Started", FieldType.MOMENT),
        Field("ended_at", "Ended", FieldType.MOMENT),
        Field("change_key", "Caused by change"),
    ),
    "detected": (
        Field("detected_at", "Seen at", FieldType.INSTANT, is_required=True),
        Field("ci", "System", is_required=True),
        Field("what", "What changed", is_required=True),
        Field("who", "By whom"),
        Field("event_id", "Event"),
        Field("source_system", "Source system"),
    ),
    "applications": (
        _NAME,
        Field("criticality", "Criticality (tier 1-4)", FieldType.CHOICE, choices="tier"),
        _TEAM,
        Field("business_owner", "Business owner"),
        Field(
            "allowed_downtime_minutes_per_month", "Allowed downtime in minutes per month", FieldType.MINUTES
        ),
        _CONFIGURATION_ITEMS,
        Field("description", "Description"),
    ),
    "configuration_items": (
        _NAME,
        Field("ci_kind", "Kind of configuration item", FieldType.CHOICE, choices="ci_kind"),
        Field("depends_on", "Depends on", FieldType.NAMES),
        _APPLICATIONS,
        Field("description", "Description"),
    ),
    "teams": (_NAME, Field("description", "Description"), Field("email", "E-mail", FieldType.ADDRESS)),
    "people": (
        _NAME,
        Field("email", "E-mail", FieldType.ADDRESS),
        Field("phone", "Telephone"),
        _TEAM,
        Field("roles", "Roles", FieldType.NAMES),
    ),
    "environments": (_NAME, Field("stage", "Stage"), Field("description", "Description")),
    "build_machines": (_NAME, Field("description", "Description")),
    "builds": (
        Field("change_key", "Change", is_required=True),
        Field("number", "Build number", is_required=True),
        Field("revision", "Revision"),
        Field("machine", "Build machine"),
        Field("digest", "Digest"),
        Field("succeeded", "Succeeded", FieldType.YES_NO),
        Field("built_at", "Built at", FieldType.INSTANT),
    ),
    "deployments": (
        Field("change_key", "Change", is_required=True),
        Field("environment", "Environment", is_required=True),
        Field("build", "Build"),
        Field("deployed_at", "Deployed at", FieldType.INSTANT),
        Field("deployed_by", "Deployed by"),
        Field("outcome", "Outcome", FieldType.CHOICE, choices="outcome"),
        Field("digest", "Digest"),
        Field("issues", "Issues"),
    ),
    "windows": (*_SPAN, *_OF_A_WINDOW),
    "freezes": (*_SPAN, *_OF_A_FREEZE),
    "calendar": (*_SPAN, *_OF_A_WINDOW, *_OF_A_FREEZE),
    "window_series": (
        Field("title", "Title"),
        Field("rule", "Recurrence rule", is_required=True),
        Field("opens", "Opens", is_required=True),
        Field("closes", "Closes", is_required=True),
        Field("zone_name", "Time zone"),
        *_OF_A_WINDOW,
    ),
    "activities": (
        Field("source_id", "Id in the plan"),
        _TITLE,
        Field("phase", "Phase"),
        Field("group", "Group"),
        Field("workstream", "Workstream"),
        Field("classification", "Classification"),
        Field("change_key", "Change"),
        Field("duration_minutes", "Duration in minutes", FieldType.MINUTES),
        Field("optimistic_minutes", "Duration at best", FieldType.MINUTES),
        Field("pessimistic_minutes", "Duration at worst", FieldType.MINUTES),
        Field("day", "Day", FieldType.DATE),
        Field("start", "Start", FieldType.MOMENT),
        Field("finish", "Finish", FieldType.MOMENT),
        Field("actual_start", "Actual start", FieldType.MOMENT),
        Field("actual_finish", "Actual finish", FieldType.MOMENT),
        Field("deadline", "Deadline", FieldType.MOMENT),
        Field("players", "Players", FieldType.NAMES),
        _TEAM,
        Field("responsible", "Responsible"),
        Field("application", "Application"),
        Field("predecessors", "Predecessors"),
        Field("successors", "Successors"),
        Field("link_kind", "Kind of link"),
        Field("lag", "Lag", FieldType.MINUTES),
        Field("outline", "Outline level or number"),
        Field("parent", "Part of"),
        Field("is_heading", "Heading of other steps", FieldType.YES_NO),
        Field("instructions", "Instructions"),
        Field("is_go_no_go", "Go/no-go point", FieldType.YES_NO),
        Field("state", "State", FieldType.CHOICE, choices="activity_state"),
        Field("share_done", "Share done"),
    ),
}
"""Canonical fields of every kind of list that can be imported."""

SPANS: dict[str, tuple[str, str]] = {
    "windows": ("starts_at", "ends_at"),
    "freezes": ("starts_at", "ends_at"),
    "calendar": ("starts_at", "ends_at"),
    "activities": ("start", "finish"),
    "incidents": ("started_at", "ended_at"),
}
"""Fields that say when a record begins and ends, of kinds whose lists may name the day apart."""

ENDS = frozenset(end for _start, end in SPANS.values())

IDENTITY: dict[str, tuple[str, ...]] = {
    "changes": ("key",),
    "tickets": ("change_key", "key"),
    "incidents": ("key",),
    "detected": ("detected_at", "ci", "what", "who", "event_id"),
    "builds": ("change_key", "number"),
    "deployments": ("change_key", "environment", "deployed_at"),
    "windows": ("title", "starts_at", "uid", "entry"),
    "freezes": ("title", "starts_at", "uid", "entry"),
    "calendar": ("title", "starts_at", "uid", "entry"),
    "window_series": ("title",),
    "activities": ("source_id",),
}
"""Fields that tell one record from another; lists not named here go by `name`."""

IDENTITY_INSTEAD: dict[str, tuple[str, ...]] = {"incidents": ("started_at", "title")}
"""Fields that tell records apart in a list without a column for what does so else: alarms bear no number."""

DATED_BY: dict[str, tuple[str, ...]] = {
    "incidents": (
        "started_at",
        "created_in_source",
        "ended_at",
        "closed_in_source",
        "updated_in_source",
        "day",
    )
}
"""Fields that say when a record began, or stand in for that in this order; a list of this kind feeds one."""

SAID_ONCE: dict[str, tuple[str, ...]] = {
    "detected": ("ci",),
    "tickets": ("change_key",),
    "builds": ("change_key",),
    "deployments": ("change_key", "environment"),
}
"""Fields that a list may leave out because all of it is of one: the log of a server, the builds of a job."""

KEEPING = frozenset({"changes", "incidents", "detected", "activities"})
"""Kinds whose records keep the texts of columns that are no field's; of others those texts are left out."""

RECORDS = frozenset({"changes", "tickets", "incidents"})
"""Kinds whose headers may name the record beside what they say of it: "ticket status", "fecha del error"."""

TITLED = ("changes", "tickets", "incidents", "activities")
"""Kinds whose records have a title; the key stands in where there is none."""

_BY_NAME: dict[str, dict[str, Field]] = {kind: {f.name: f for f in fields} for kind, fields in FIELDS.items()}

KNOWN_HEADERS: frozenset[str] = frozenset(header for headers in SYNONYMS.values() for header in headers)
"""Every header some field is known by, for finding the header row."""


def field_named(kind: str, name: str) -> Field | None:
    """The field of this kind of list with this name; None when there is none."""
    return _BY_NAME.get(kind, {}).get(name)


def identity_of(kind: str) -> tuple[str, ...]:
    """Names of the fields whose values together identify a record of this kind."""
    return IDENTITY.get(kind, ("name",))
