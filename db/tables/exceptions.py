"""Exceptions with their policies, keys, stand-ins, and the signatures, which are added and never altered."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Record, one_of
from db.types import Plain, UtcInstant

KINDS = ("late", "freeze", "over_capacity", "emergency", "escalation")


class ExceptionPolicy(Record, Base):
    """One revision of a kind's policy; the highest revision is the one in force."""

    __tablename__ = "exception_policy"
    __table_args__ = (UniqueConstraint("kind", "revision"), one_of("kind", KINDS))
    kind: Mapped[str]
    roles: Mapped[Any] = mapped_column(Plain)
    editors: Mapped[Any] = mapped_column(Plain)
    is_ordered: Mapped[bool]
    revision: Mapped[int]
    made_by: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime | None] = mapped_column(UtcInstant)


class ExceptionRequest(Record, Base):
    __tablename__ = "exception_request"
    __table_args__ = (
        one_of("kind", KINDS),
        one_of("state", ("draft", "requested", "withdrawn")),
        CheckConstraint("state = 'draft' OR requested_at IS NOT NULL OR state = 'withdrawn'", name="asked"),
        Index("ix_exception_request_window", "window_id"),
    )
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), index=True)
    kind: Mapped[str]
    policy_id: Mapped[int] = mapped_column(ForeignKey("exception_policy.id"))
    requested_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    window_id: Mapped[int | None] = mapped_column(ForeignKey("maintenance_window.id"))
    checkpoint_name: Mapped[str] = mapped_column(default="")
    criteria: Mapped[Any] = mapped_column(Plain)
    freeze_id: Mapped[int | None] = mapped_column(ForeignKey("freeze.id"))
    reason: Mapped[str] = mapped_column(default="")
    risk_of_doing: Mapped[str] = mapped_column(default="")
    risk_of_not_doing: Mapped[str] = mapped_column(default="")
    test_statement: Mapped[str] = mapped_column(default="")
    state: Mapped[str]
    requested_at: Mapped[datetime | None] = mapped_column(UtcInstant)
    requester_name: Mapped[str] = mapped_column(default="")


class SigningKey(Record, Base):
    __tablename__ = "signing_key"
    __table_args__ = (
        UniqueConstraint("public_key"),
        CheckConstraint("length(public_key) = 64", name="public_key"),
        CheckConstraint("person_id <> witness_id", name="witness"),
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    public_key: Mapped[str]
    sealed_private_key: Mapped[str]
    witness_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    enrolled_at: Mapped[datetime] = mapped_column(UtcInstant)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcInstant)
    revoke_reason: Mapped[str] = mapped_column(default="")


class StandIn(Record, Base):
    __tablename__ = "stand_in"
    __table_args__ = (
        CheckConstraint("person_id <> stand_in_id", name="not_themselves"),
        CheckConstraint("last_day >= first_day", name="days"),
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    stand_in_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str]
    first_day: Mapped[date]
    last_day: Mapped[date]
    appointed_by: Mapped[str] = mapped_column(default="")
    is_ended: Mapped[bool] = mapped_column(default=False)


class Signature(Base):
    """A signature as given; one person signs the same words once, after a word given by mouth or on paper."""

    __tablename__ = "signature"
    __table_args__ = (
        UniqueConstraint("subject_kind", "subject_id", "digest", "person_id", "medium"),
        one_of("meaning", ("approve", "reject", "acknowledge")),
        one_of("medium", ("key", "verbal", "paper")),
        CheckConstraint("length(digest) = 64", name="digest"),
        CheckConstraint(
            "(medium = 'key') = (key_id IS NOT NULL) AND (medium = 'key') = (signature <> '')", name="by_key"
        ),
        CheckConstraint(
            "medium = 'key' OR (medium = 'verbal' AND witness <> '') "
            "OR (medium = 'paper' AND reference <> '')",
            name="witnessed",
        ),
        Index("ix_signature_subject", "subject_kind", "subject_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    content: Mapped[str]
    digest: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    printed_name: Mapped[str]
    role: Mapped[str]
    meaning: Mapped[str]
    signed_at: Mapped[str]
    medium: Mapped[str]
    key_id: Mapped[int | None] = mapped_column(ForeignKey("signing_key.id"))
    signature: Mapped[str] = mapped_column(default="")
    on_behalf_of: Mapped[str] = mapped_column(default="")
    witness: Mapped[str] = mapped_column(default="")
    reference: Mapped[str] = mapped_column(default="")
    remark: Mapped[str] = mapped_column(default="")
