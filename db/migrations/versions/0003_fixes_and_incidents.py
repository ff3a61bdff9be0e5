"""Production fixes, detected changes, incidents."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None
_PLAIN = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    _fixes()
    _incidents()


def _fixes() -> None:
    op.create_table(
        "production_fix",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone_name", sa.String(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("steps_taken", sa.String(), nullable=False),
        sa.Column("discussion", sa.String(), nullable=False),
        sa.Column("risk", sa.String(), nullable=False),
        sa.Column("signed_by_id", sa.Integer(), nullable=True),
        sa.Column("signed_role", sa.String(), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_digest", sa.String(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(signed_at IS NULL) = (signed_by_id IS NULL) AND (signed_at IS NULL) = (signed_digest = '')",
            name=op.f("ck_production_fix_signed"),
        ),
        sa.CheckConstraint("title <> '' AND made_by <> ''", name=op.f("ck_production_fix_said")),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_production_fix_change_id")),
        sa.ForeignKeyConstraint(["signed_by_id"], ["person.id"], name=op.f("fk_production_fix_signed_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_production_fix")),
        sa.UniqueConstraint("key", name=op.f("uq_production_fix_key")),
    )
    with op.batch_alter_table("production_fix", schema=None) as batch_op:
        batch_op.create_index("ix_production_fix_happened_at", ["happened_at"], unique=False)

    op.create_table(
        "production_fix_ci",
        sa.Column("fix_id", sa.Integer(), nullable=False),
        sa.Column("ci_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ci_id"], ["configuration_item.id"], name=op.f("fk_production_fix_ci_ci_id")
        ),
        sa.ForeignKeyConstraint(["fix_id"], ["production_fix.id"], name=op.f("fk_production_fix_ci_fix_id")),
        sa.PrimaryKeyConstraint("fix_id", "ci_id", name=op.f("pk_production_fix_ci")),
    )
    with op.batch_alter_table("production_fix_ci", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_production_fix_ci_ci_id"), ["ci_id"], unique=False)

    op.create_table(
        "production_fix_application",
        sa.Column("fix_id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_production_fix_application_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["fix_id"], ["production_fix.id"], name=op.f("fk_production_fix_application_fix_id")
        ),
        sa.PrimaryKeyConstraint("fix_id", "application_id", name=op.f("pk_production_fix_application")),
    )
    with op.batch_alter_table("production_fix_application", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_production_fix_application_application_id"), ["application_id"], unique=False
        )

    op.create_table(
        "detected_change",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("detected_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone_name", sa.String(), nullable=False),
        sa.Column("ci_name", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("ci_id", sa.Integer(), nullable=True),
        sa.Column("source_system", sa.String(), nullable=False),
        sa.Column("extra", _PLAIN, nullable=False),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.Column("explained_by", sa.String(), nullable=False),
        sa.Column("explained_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fix_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(explanation = '') = (explained_at IS NULL)", name=op.f("ck_detected_change_explained")
        ),
        sa.CheckConstraint("key <> '' AND ci_name <> ''", name=op.f("ck_detected_change_said")),
        sa.ForeignKeyConstraint(["ci_id"], ["configuration_item.id"], name=op.f("fk_detected_change_ci_id")),
        sa.ForeignKeyConstraint(["fix_id"], ["production_fix.id"], name=op.f("fk_detected_change_fix_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_detected_change")),
        sa.UniqueConstraint("key", name=op.f("uq_detected_change_key")),
    )
    with op.batch_alter_table("detected_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_detected_change_ci_id"), ["ci_id"], unique=False)
        batch_op.create_index("ix_detected_change_detected_at", ["detected_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_detected_change_fix_id"), ["fix_id"], unique=False)


def _incidents() -> None:
    op.create_table(
        "incident",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone_name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("impact", sa.String(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=True),
        sa.Column("counts_as_downtime", sa.Boolean(), nullable=False),
        sa.Column("asks_for_rca", sa.Boolean(), nullable=False),
        sa.Column("rca_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("team_name", sa.String(), nullable=False),
        sa.Column("source_system", sa.String(), nullable=False),
        sa.Column("source_state", sa.String(), nullable=False),
        sa.Column("extra", _PLAIN, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("key <> '' AND title <> ''", name=op.f("ck_incident_said")),
        sa.CheckConstraint("kind IN ('outage', 'impairment')", name=op.f("ck_incident_kind")),
        sa.CheckConstraint("ended_at IS NULL OR ended_at >= started_at", name=op.f("ck_incident_span")),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_incident_change_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sa.UniqueConstraint("key", name=op.f("uq_incident_key")),
    )
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.create_index("ix_incident_asks", ["asks_for_rca", "rca_due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_incident_change_id"), ["change_id"], unique=False)
        batch_op.create_index("ix_incident_started_at", ["started_at"], unique=False)

    op.create_table(
        "incident_application",
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_incident_application_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_incident_application_incident_id")
        ),
        sa.PrimaryKeyConstraint("incident_id", "application_id", name=op.f("pk_incident_application")),
    )
    with op.batch_alter_table("incident_application", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_incident_application_application_id"), ["application_id"], unique=False
        )

    op.create_table(
        "incident_ci",
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("ci_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ci_id"], ["configuration_item.id"], name=op.f("fk_incident_ci_ci_id")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_incident_ci_incident_id")),
        sa.PrimaryKeyConstraint("incident_id", "ci_id", name=op.f("pk_incident_ci")),
    )
    with op.batch_alter_table("incident_ci", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incident_ci_ci_id"), ["ci_id"], unique=False)

    op.create_table(
        "root_cause_analysis",
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("timeline", _PLAIN, nullable=False),
        sa.Column("whys", _PLAIN, nullable=False),
        sa.Column("contributing_factors", _PLAIN, nullable=False),
        sa.Column("root_cause", sa.String(), nullable=False),
        sa.Column("checkpoint_name", sa.String(), nullable=False),
        sa.Column("criterion_code", sa.String(), nullable=False),
        sa.Column("activity_title", sa.String(), nullable=False),
        sa.Column("concluded_by", sa.String(), nullable=False),
        sa.Column("concluded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(concluded_at IS NULL) = (concluded_by = '')", name=op.f("ck_root_cause_analysis_concluded")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_root_cause_analysis_incident_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_root_cause_analysis")),
        sa.UniqueConstraint("incident_id", name=op.f("uq_root_cause_analysis_incident_id")),
    )
    op.create_table(
        "follow_up_action",
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("owner_name", sa.String(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_note", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_follow_up_action_said")),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_follow_up_action_incident_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_follow_up_action_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_action")),
    )
    with op.batch_alter_table("follow_up_action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_follow_up_action_incident_id"), ["incident_id"], unique=False)
        batch_op.create_index("ix_follow_up_action_open", ["done_at", "due_on"], unique=False)
