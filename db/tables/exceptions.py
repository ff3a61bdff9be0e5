"""Exceptions with their policies, keys, stand-ins, and the signatures, which are added and never altered."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from db.tables.base import METADATA, one_of, record, required
from db.types import Plain, UtcInstant

KINDS = ("late", "freeze", "over_capacity", "emergency", "escalation")

exception_policy = Table(
    "exception_policy",
    METADATA,
    *record(),
    required("kind", String),
    required("roles", Plain),
    required("editors", Plain),
    required("is_ordered", Boolean),
    required("revision", Integer),
    required("made_by", String, default=""),
    Column("made_at", UtcInstant),
    UniqueConstraint("kind", "revision"),
    one_of("kind", KINDS),
)
"""One revision of a kind's policy; the highest revision is the one in force."""

exception_request = Table(
    "exception_request",
    METADATA,
    *record(),
    required("change_id", Integer, ForeignKey("change.id"), index=True),
    required("kind", String),
    required("policy_id", Integer, ForeignKey("exception_policy.id")),
    required("requested_by_id", Integer, ForeignKey("person.id")),
    Column("window_id", Integer, ForeignKey("maintenance_window.id")),
    required("checkpoint_name", String, default=""),
    required("criteria", Plain),
    Column("freeze_id", Integer, ForeignKey("freeze.id")),
    required("reason", String, default=""),
    required("risk_of_doing", String, default=""),
    required("risk_of_not_doing", String, default=""),
    required("test_statement", String, default=""),
    required("state", String),
    Column("requested_at", UtcInstant),
    required("requester_name", String, default=""),
    one_of("kind", KINDS),
    one_of("state", ("draft", "requested", "withdrawn")),
    CheckConstraint("state = 'draft' OR requested_at IS NOT NULL OR state = 'withdrawn'", name="asked"),
    Index("ix_exception_request_window", "window_id"),
)

signing_key = Table(
    "signing_key",
    METADATA,
    *record(),
    required("person_id", Integer, ForeignKey("person.id"), index=True),
    required("public_key", String),
    required("sealed_private_key", String),
    required("witness_id", Integer, ForeignKey("person.id")),
    required("enrolled_at", UtcInstant),
    Column("revoked_at", UtcInstant),
    required("revoke_reason", String, default=""),
    UniqueConstraint("public_key"),
    CheckConstraint("length(public_key) = 64", name="public_key"),
    CheckConstraint("person_id <> witness_id", name="witness"),
)

stand_in = Table(
    "stand_in",
    METADATA,
    *record(),
    required("person_id", Integer, ForeignKey("person.id")),
    required("stand_in_id", Integer, ForeignKey("person.id"), index=True),
    required("role", String),
    required("first_day", Date),
    required("last_day", Date),
    required("appointed_by", String, default=""),
    required("is_ended", Boolean, default=False),
    CheckConstraint("person_id <> stand_in_id", name="not_themselves"),
    CheckConstraint("last_day >= first_day", name="days"),
)

signature = Table(
    "signature",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("subject_kind", String),
    required("subject_id", Integer),
    required("content", String),
    required("digest", String),
    required("person_id", Integer, ForeignKey("person.id")),
    required("printed_name", String),
    required("role", String),
    required("meaning", String),
    required("signed_at", String),
    required("medium", String),
    Column("key_id", Integer, ForeignKey("signing_key.id")),
    required("signature", String, default=""),
    required("on_behalf_of", String, default=""),
    required("witness", String, default=""),
    required("reference", String, default=""),
    required("remark", String, default=""),
    UniqueConstraint("subject_kind", "subject_id", "digest", "person_id", "medium"),
    one_of("meaning", ("approve", "reject", "acknowledge")),
    one_of("medium", ("key", "verbal", "paper")),
    CheckConstraint("length(digest) = 64", name="digest"),
    CheckConstraint(
        "(medium = 'key') = (key_id IS NOT NULL) AND (medium = 'key') = (signature <> '')", name="by_key"
    ),
    CheckConstraint(
        "medium = 'key' OR (medium = 'verbal' AND witness <> '') OR (medium = 'paper' AND reference <> '')",
        name="witnessed",
    ),
    Index("ix_signature_subject", "subject_kind", "subject_id"),
)
"""A signature as given; one person signs the same words once, after a word given by mouth or on paper."""
