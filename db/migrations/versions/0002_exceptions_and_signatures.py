"""Exceptions, policies, keys and signatures."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None
_PLAIN = sa.JSON().with_variant(JSONB(), "postgresql")
_NEVER_ALTERED = ("signature", "exception_policy")


def upgrade() -> None:
    _policies()
    _keys()
    _stand_ins()
    _requests()
    _signatures()
    _waivers_by_exception()
    for table in _NEVER_ALTERED:
        _forbid_rewriting(table)


def _policies() -> None:
    op.create_table(
        "exception_policy",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("roles", _PLAIN, nullable=False),
        sa.Column("editors", _PLAIN, nullable=False),
        sa.Column("is_ordered", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('late', 'freeze', 'over_capacity', 'emergency', 'escalation')",
            name=op.f("ck_exception_policy_kind"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exception_policy")),
        sa.UniqueConstraint("kind", "revision", name=op.f("uq_exception_policy_kind_revision")),
    )


def _keys() -> None:
    op.create_table(
        "signing_key",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("public_key", sa.String(), nullable=False),
        sa.Column("sealed_private_key", sa.String(), nullable=False),
        sa.Column("witness_id", sa.Integer(), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoke_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(public_key) = 64", name=op.f("ck_signing_key_public_key")),
        sa.CheckConstraint("person_id <> witness_id", name=op.f("ck_signing_key_witness")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_signing_key_person_id")),
        sa.ForeignKeyConstraint(["witness_id"], ["person.id"], name=op.f("fk_signing_key_witness_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_key")),
        sa.UniqueConstraint("public_key", name=op.f("uq_signing_key_public_key")),
    )
    with op.batch_alter_table("signing_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signing_key_person_id"), ["person_id"], unique=False)


def _stand_ins() -> None:
    op.create_table(
        "stand_in",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("stand_in_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("appointed_by", sa.String(), nullable=False),
        sa.Column("is_ended", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("last_day >= first_day", name=op.f("ck_stand_in_days")),
        sa.CheckConstraint("person_id <> stand_in_id", name=op.f("ck_stand_in_not_themselves")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_stand_in_person_id")),
        sa.ForeignKeyConstraint(["stand_in_id"], ["person.id"], name=op.f("fk_stand_in_stand_in_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_in")),
    )
    with op.batch_alter_table("stand_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stand_in_stand_in_id"), ["stand_in_id"], unique=False)


def _requests() -> None:
    op.create_table(
        "exception_request",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("requested_by_id", sa.Integer(), nullable=False),
        sa.Column("window_id", sa.Integer(), nullable=True),
        sa.Column("checkpoint_name", sa.String(), nullable=False),
        sa.Column("criteria", _PLAIN, nullable=False),
        sa.Column("freeze_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("risk_of_doing", sa.String(), nullable=False),
        sa.Column("risk_of_not_doing", sa.String(), nullable=False),
        sa.Column("test_statement", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("requester_name", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('late', 'freeze', 'over_capacity', 'emergency', 'escalation')",
            name=op.f("ck_exception_request_kind"),
        ),
        sa.CheckConstraint(
            "state = 'draft' OR requested_at IS NOT NULL OR state = 'withdrawn'",
            name=op.f("ck_exception_request_asked"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'requested', 'withdrawn')", name=op.f("ck_exception_request_state")
        ),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_exception_request_change_id")),
        sa.ForeignKeyConstraint(["freeze_id"], ["freeze.id"], name=op.f("fk_exception_request_freeze_id")),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["exception_policy.id"], name=op.f("fk_exception_request_policy_id")
        ),
        sa.ForeignKeyConstraint(
            ["requested_by_id"], ["person.id"], name=op.f("fk_exception_request_requested_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["window_id"], ["maintenance_window.id"], name=op.f("fk_exception_request_window_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exception_request")),
    )
    with op.batch_alter_table("exception_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_exception_request_change_id"), ["change_id"], unique=False)
        batch_op.create_index("ix_exception_request_window", ["window_id"], unique=False)


def _signatures() -> None:
    op.create_table(
        "signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("printed_name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("meaning", sa.String(), nullable=False),
        sa.Column("signed_at", sa.String(), nullable=False),
        sa.Column("medium", sa.String(), nullable=False),
        sa.Column("key_id", sa.Integer(), nullable=True),
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("on_behalf_of", sa.String(), nullable=False),
        sa.Column("witness", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.CheckConstraint(
            "(medium = 'key') = (key_id IS NOT NULL) AND (medium = 'key') = (signature <> '')",
            name=op.f("ck_signature_by_key"),
        ),
        sa.CheckConstraint(
            "meaning IN ('approve', 'reject', 'acknowledge')", name=op.f("ck_signature_meaning")
        ),
        sa.CheckConstraint(
            "medium = 'key' OR (medium = 'verbal' AND witness <> '') "
            "OR (medium = 'paper' AND reference <> '')",
            name=op.f("ck_signature_witnessed"),
        ),
        sa.CheckConstraint("medium IN ('key', 'verbal', 'paper')", name=op.f("ck_signature_medium")),
        sa.CheckConstraint("length(digest) = 64", name=op.f("ck_signature_digest")),
        sa.ForeignKeyConstraint(["key_id"], ["signing_key.id"], name=op.f("fk_signature_key_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_signature_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature")),
        sa.UniqueConstraint(
            "subject_kind",
            "subject_id",
            "digest",
            "person_id",
            "medium",
            name=op.f("uq_signature_subject_kind_subject_id_digest_person_id_medium"),
        ),
    )
    with op.batch_alter_table("signature", schema=None) as batch_op:
        batch_op.create_index("ix_signature_subject", ["subject_kind", "subject_id"], unique=False)


def _waivers_by_exception() -> None:
    with op.batch_alter_table("waiver", schema=None) as batch_op:
        batch_op.add_column(sa.Column("exception_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_waiver_exception_id"), ["exception_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_waiver_exception_id"), "exception_request", ["exception_id"], ["id"]
        )


def _forbid_rewriting(table: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is never altered'); END"
            )
    else:
        op.execute(
            f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table} is never altered'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_unaltered BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
        )
