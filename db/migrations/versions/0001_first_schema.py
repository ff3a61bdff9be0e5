"""First schema."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

PLAIN = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_event",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("happened_at", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("record_kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("previous_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_audit_event")),
    )
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_event_happened_at"), ["happened_at"], unique=False)
        batch_op.create_index("ix_audit_event_record", ["record_kind", "record_id"], unique=False)

    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "build_machine",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_build_machine_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_build_machine")),
        sa.UniqueConstraint("name", name=op.f("uq_build_machine_name")),
    )
    op.create_table(
        "configuration_item",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('server', 'database', 'network_device', 'storage', 'shared_library')",
            name=op.f("ck_configuration_item_kind"),
        ),
        sa.CheckConstraint("name <> ''", name=op.f("ck_configuration_item_name")),
        sa.CheckConstraint("capacity >= 1", name=op.f("ck_configuration_item_capacity")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_configuration_item")),
        sa.UniqueConstraint("name", name=op.f("uq_configuration_item_name")),
    )
    op.create_table(
        "environment",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "stage IN ('test', 'qa', 'pre_production', 'production')", name=op.f("ck_environment_stage")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_environment")),
        sa.UniqueConstraint("name", name=op.f("uq_environment_name")),
    )
    op.create_table(
        "freeze",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone_name", sa.String(), nullable=False),
        sa.Column("strength", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("strength IN ('hard', 'with_signatures')", name=op.f("ck_freeze_strength")),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_freeze_ends_after_start")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_freeze")),
    )
    with op.batch_alter_table("freeze", schema=None) as batch_op:
        batch_op.create_index("ix_freeze_span", ["starts_at", "ends_at"], unique=False)

    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("imported_by", sa.String(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("created", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    op.create_table(
        "import_profile",
        sa.Column("shape", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mapping", PLAIN, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_profile")),
        sa.UniqueConstraint("shape", name=op.f("uq_import_profile_shape")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", PLAIN, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_setting_name")),
    )
    op.create_table(
        "team",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("is_development", sa.Boolean(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_team_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("name", name=op.f("uq_team_name")),
    )
    op.create_table(
        "window_series",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("ends_at", sa.Time(), nullable=False),
        sa.Column("zone_name", sa.String(), nullable=False),
        sa.Column("capacity_deployments", sa.Integer(), nullable=False),
        sa.Column("capacity_minutes", sa.Integer(), nullable=False),
        sa.Column("minimum_qa_hours", sa.Integer(), nullable=False),
        sa.Column("checkpoints", PLAIN, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_window_series_name")),
        sa.CheckConstraint(
            "capacity_deployments >= 0 AND capacity_minutes >= 0", name=op.f("ck_window_series_capacity")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_window_series")),
    )
    op.create_table(
        "ci_dependency",
        sa.Column("ci_id", sa.Integer(), nullable=False),
        sa.Column("depends_on_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("ci_id <> depends_on_id", name=op.f("ck_ci_dependency_not_itself")),
        sa.ForeignKeyConstraint(["ci_id"], ["configuration_item.id"], name=op.f("fk_ci_dependency_ci_id")),
        sa.ForeignKeyConstraint(
            ["depends_on_id"], ["configuration_item.id"], name=op.f("fk_ci_dependency_depends_on_id")
        ),
        sa.PrimaryKeyConstraint("ci_id", "depends_on_id", name=op.f("pk_ci_dependency")),
    )
    with op.batch_alter_table("ci_dependency", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ci_dependency_depends_on_id"), ["depends_on_id"], unique=False)

    op.create_table(
        "freeze_ci",
        sa.Column("freeze_id", sa.Integer(), nullable=False),
        sa.Column("ci_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ci_id"], ["configuration_item.id"], name=op.f("fk_freeze_ci_ci_id")),
        sa.ForeignKeyConstraint(["freeze_id"], ["freeze.id"], name=op.f("fk_freeze_ci_freeze_id")),
        sa.PrimaryKeyConstraint("freeze_id", "ci_id", name=op.f("pk_freeze_ci")),
    )
    with op.batch_alter_table("freeze_ci", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_freeze_ci_ci_id"), ["ci_id"], unique=False)

    op.create_table(
        "freeze_environment",
        sa.Column("freeze_id", sa.Integer(), nullable=False),
        sa.Column("environment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["environment_id"], ["environment.id"], name=op.f("fk_freeze_environment_environment_id")
        ),
        sa.ForeignKeyConstraint(["freeze_id"], ["freeze.id"], name=op.f("fk_freeze_environment_freeze_id")),
        sa.PrimaryKeyConstraint("freeze_id", "environment_id", name=op.f("pk_freeze_environment")),
    )
    with op.batch_alter_table("freeze_environment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_freeze_environment_environment_id"), ["environment_id"], unique=False
        )

    op.create_table(
        "import_memory",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("content", PLAIN, nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["import_batch.id"], name=op.f("fk_import_memory_import_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_memory")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_import_memory_kind_key")),
    )
    with op.batch_alter_table("import_memory", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_memory_import_id"), ["import_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_import_memory_record_id"), ["record_id"], unique=False)

    op.create_table(
        "maintenance_window",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone_name", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("occurrence_day", sa.Date(), nullable=True),
        sa.Column("capacity_deployments", sa.Integer(), nullable=False),
        sa.Column("capacity_minutes", sa.Integer(), nullable=False),
        sa.Column("minimum_qa_hours", sa.Integer(), nullable=False),
        sa.Column("cancel_reason", sa.String(), nullable=False),
        sa.Column("is_moved", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('planned', 'intake', 'testing', 'final', 'locked', 'running', 'closed', 'cancelled')",
            name=op.f("ck_maintenance_window_state"),
        ),
        sa.CheckConstraint(
            "(series_id IS NULL) = (occurrence_day IS NULL)",
            name=op.f("ck_maintenance_window_series_and_day"),
        ),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_maintenance_window_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["series_id"], ["window_series.id"], name=op.f("fk_maintenance_window_series_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_maintenance_window")),
        sa.UniqueConstraint(
            "series_id", "occurrence_day", name=op.f("uq_maintenance_window_series_id_occurrence_day")
        ),
    )
    with op.batch_alter_table("maintenance_window", schema=None) as batch_op:
        batch_op.create_index("ix_maintenance_window_span", ["starts_at", "ends_at"], unique=False)

    op.create_table(
        "person",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("roles", PLAIN, nullable=False),
        sa.Column("zone_name", sa.String(), nullable=False),
        sa.Column("work_days", PLAIN, nullable=False),
        sa.Column("work_from", sa.Time(), nullable=False),
        sa.Column("work_until", sa.Time(), nullable=False),
        sa.Column("absences", PLAIN, nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_person_name")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_person_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_name"), ["name"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_team_id"), ["team_id"], unique=False)

    op.create_table(
        "application",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("business_owner_id", sa.Integer(), nullable=True),
        sa.Column("allowed_downtime_minutes", sa.Integer(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_application_name")),
        sa.CheckConstraint("allowed_downtime_minutes >= 0", name=op.f("ck_application_allowed_downtime")),
        sa.CheckConstraint("tier BETWEEN 1 AND 4", name=op.f("ck_application_tier")),
        sa.ForeignKeyConstraint(
            ["business_owner_id"], ["person.id"], name=op.f("fk_application_business_owner_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_application_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("name", name=op.f("uq_application_name")),
    )
    with op.batch_alter_table("application", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_application_business_owner_id"), ["business_owner_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_application_team_id"), ["team_id"], unique=False)

    op.create_table(
        "change",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("change_class", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("impact", sa.Integer(), nullable=False),
        sa.Column("likelihood", sa.Integer(), nullable=False),
        sa.Column("requester_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("requester_name", sa.String(), nullable=False),
        sa.Column("owner_name", sa.String(), nullable=False),
        sa.Column("team_name", sa.String(), nullable=False),
        sa.Column("window_id", sa.Integer(), nullable=True),
        sa.Column("deployment_on", sa.Date(), nullable=True),
        sa.Column("is_date_approved", sa.Boolean(), nullable=False),
        sa.Column("backout_plan", sa.String(), nullable=False),
        sa.Column("verification_plan", sa.String(), nullable=False),
        sa.Column("expected_downtime_minutes", sa.Integer(), nullable=False),
        sa.Column("planned_digest", sa.String(), nullable=False),
        sa.Column("source_system", sa.String(), nullable=False),
        sa.Column("source_state", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("labels", PLAIN, nullable=False),
        sa.Column("links", PLAIN, nullable=False),
        sa.Column("extra", PLAIN, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "change_class IN ('standard', 'normal', 'emergency')", name=op.f("ck_change_change_class")
        ),
        sa.CheckConstraint("key <> ''", name=op.f("ck_change_key")),
        sa.CheckConstraint(
            "kind IN ('application', 'infrastructure', 'database', 'network', 'configuration', 'data')",
            name=op.f("ck_change_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('intake', 'in_test', 'tested', 'pre_production', 'ready', 'deployed', 'rolled_back', 'failed', 'deferred', 'withdrawn', 'closed')",
            name=op.f("ck_change_state"),
        ),
        sa.CheckConstraint("expected_downtime_minutes >= 0", name=op.f("ck_change_downtime")),
        sa.CheckConstraint(
            "impact BETWEEN 1 AND 5 AND likelihood BETWEEN 1 AND 5", name=op.f("ck_change_risk")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_change_owner_id")),
        sa.ForeignKeyConstraint(["requester_id"], ["person.id"], name=op.f("fk_change_requester_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_change_team_id")),
        sa.ForeignKeyConstraint(["window_id"], ["maintenance_window.id"], name=op.f("fk_change_window_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sa.UniqueConstraint("key", name=op.f("uq_change_key")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index("ix_change_deployment_on", ["deployment_on"], unique=False)
        batch_op.create_index("ix_change_window", ["window_id", "key"], unique=False)
        batch_op.create_index(
            "ix_change_window_state", ["window_id", "state", "expected_downtime_minutes"], unique=False
        )

    op.create_table(
        "checkpoint",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("cutoff_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("meeting_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("criteria", PLAIN, nullable=False),
        sa.Column("is_final", sa.Boolean(), nullable=False),
        sa.Column("criteria_revision", sa.Integer(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("frozen_hash", sa.String(), nullable=False),
        sa.Column("window_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(frozen_at IS NULL) = (frozen_hash = '')", name=op.f("ck_checkpoint_frozen_with_hash")
        ),
        sa.ForeignKeyConstraint(
            ["window_id"], ["maintenance_window.id"], name=op.f("fk_checkpoint_window_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkpoint")),
        sa.UniqueConstraint("window_id", "name", name=op.f("uq_checkpoint_window_id_name")),
    )
    with op.batch_alter_table("checkpoint", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_checkpoint_cutoff_at"), ["cutoff_at"], unique=False)

    op.create_table(
        "environment_booking",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone_name", sa.String(), nullable=False),
        sa.Column("environment_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('performance_test', 'penetration_test', 'migration_rehearsal', 'technology_refresh', 'other')",
            name=op.f("ck_environment_booking_kind"),
        ),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_environment_booking_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["environment_id"], ["environment.id"], name=op.f("fk_environment_booking_environment_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_environment_booking_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_environment_booking")),
    )
    with op.batch_alter_table("environment_booking", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_environment_booking_environment_id"), ["environment_id"], unique=False
        )
        batch_op.create_index("ix_environment_booking_span", ["starts_at", "ends_at"], unique=False)

    op.create_table(
        "packet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("window_id", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.String(), nullable=False),
        sa.Column("recipients", PLAIN, nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("xlsx_sha256", sa.String(), nullable=False),
        sa.Column("audit_head", sa.String(), nullable=False),
        sa.Column("facts", PLAIN, nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("xlsx", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("meeting IN ('preliminary', 'final')", name=op.f("ck_packet_meeting")),
        sa.ForeignKeyConstraint(["window_id"], ["maintenance_window.id"], name=op.f("fk_packet_window_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_packet")),
    )
    with op.batch_alter_table("packet", schema=None) as batch_op:
        batch_op.create_index("ix_packet_window", ["window_id", "issued_at"], unique=False)

    op.create_table(
        "window_sequence",
        sa.Column("window_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["window_id"], ["maintenance_window.id"], name=op.f("fk_window_sequence_window_id")
        ),
        sa.PrimaryKeyConstraint("window_id", name=op.f("pk_window_sequence")),
    )
    op.create_table(
        "activity",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("window_id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=False),
        sa.Column("optimistic_minutes", sa.Integer(), nullable=True),
        sa.Column("pessimistic_minutes", sa.Integer(), nullable=True),
        sa.Column("earliest_start", sa.Integer(), nullable=True),
        sa.Column("fixed_start", sa.Integer(), nullable=True),
        sa.Column("planned_start", sa.Integer(), nullable=True),
        sa.Column("deadline", sa.Integer(), nullable=True),
        sa.Column("players", PLAIN, nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("configuration_items", PLAIN, nullable=False),
        sa.Column("is_go_no_go", sa.Boolean(), nullable=False),
        sa.Column("instructions", sa.String(), nullable=False),
        sa.Column("rollback_minutes", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("actual_start", sa.Integer(), nullable=True),
        sa.Column("actual_finish", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "phase IN ('prepare', 'deploy', 'verify', 'close', 'rollback')", name=op.f("ck_activity_phase")
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'running', 'done', 'failed', 'skipped', 'rolled_back')",
            name=op.f("ck_activity_state"),
        ),
        sa.CheckConstraint("duration_minutes >= 0", name=op.f("ck_activity_duration")),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_activity_change_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_activity_team_id")),
        sa.ForeignKeyConstraint(
            ["window_id"], ["window_sequence.window_id"], name=op.f("fk_activity_window_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activity_change_id"), ["change_id"], unique=False)
        batch_op.create_index("ix_activity_window", ["window_id", "position"], unique=False)

    op.create_table(
        "activity_template",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("steps", PLAIN, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_activity_template_application_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_template")),
        sa.UniqueConstraint("application_id", "name", name=op.f("uq_activity_template_application_id_name")),
    )
    op.create_table(
        "application_ci",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("ci_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_application_ci_application_id")
        ),
        sa.ForeignKeyConstraint(["ci_id"], ["configuration_item.id"], name=op.f("fk_application_ci_ci_id")),
        sa.PrimaryKeyConstraint("application_id", "ci_id", name=op.f("pk_application_ci")),
    )
    with op.batch_alter_table("application_ci", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_application_ci_ci_id"), ["ci_id"], unique=False)

    op.create_table(
        "application_dependency",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("depends_on_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "application_id <> depends_on_id", name=op.f("ck_application_dependency_not_itself")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_application_dependency_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["depends_on_id"], ["application.id"], name=op.f("fk_application_dependency_depends_on_id")
        ),
        sa.PrimaryKeyConstraint("application_id", "depends_on_id", name=op.f("pk_application_dependency")),
    )
    with op.batch_alter_table("application_dependency", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_application_dependency_depends_on_id"), ["depends_on_id"], unique=False
        )

    op.create_table(
        "attestation",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("criterion_code", sa.String(), nullable=False),
        sa.Column("checkpoint_name", sa.String(), nullable=False),
        sa.Column("is_met", sa.Boolean(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("attested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_attestation_change_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attestation_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attestation")),
    )
    with op.batch_alter_table("attestation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attestation_change_id"), ["change_id"], unique=False)

    op.create_table(
        "booking_application",
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_booking_application_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["environment_booking.id"], name=op.f("fk_booking_application_booking_id")
        ),
        sa.PrimaryKeyConstraint("booking_id", "application_id", name=op.f("pk_booking_application")),
    )
    with op.batch_alter_table("booking_application", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_booking_application_application_id"), ["application_id"], unique=False
        )

    op.create_table(
        "build",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("revision", sa.String(), nullable=False),
        sa.Column("machine_id", sa.Integer(), nullable=True),
        sa.Column("machine_name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("is_success", sa.Boolean(), nullable=False),
        sa.Column("built_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("digest = '' OR length(digest) = 64", name=op.f("ck_build_digest")),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_build_change_id")),
        sa.ForeignKeyConstraint(["machine_id"], ["build_machine.id"], name=op.f("fk_build_machine_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_build")),
        sa.UniqueConstraint("change_id", "number", name=op.f("uq_build_change_id_number")),
    )
    op.create_table(
        "change_application",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_change_application_application_id")
        ),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_change_application_change_id")),
        sa.PrimaryKeyConstraint("change_id", "application_id", name=op.f("pk_change_application")),
    )
    with op.batch_alter_table("change_application", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_change_application_application_id"), ["application_id"], unique=False
        )

    op.create_table(
        "change_ci",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("ci_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_change_ci_change_id")),
        sa.ForeignKeyConstraint(["ci_id"], ["configuration_item.id"], name=op.f("fk_change_ci_ci_id")),
        sa.PrimaryKeyConstraint("change_id", "ci_id", name=op.f("pk_change_ci")),
    )
    with op.batch_alter_table("change_ci", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_ci_ci_id"), ["ci_id"], unique=False)

    op.create_table(
        "comment",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_comment_change_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_change_id"), ["change_id"], unique=False)

    op.create_table(
        "freeze_application",
        sa.Column("freeze_id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_freeze_application_application_id")
        ),
        sa.ForeignKeyConstraint(["freeze_id"], ["freeze.id"], name=op.f("fk_freeze_application_freeze_id")),
        sa.PrimaryKeyConstraint("freeze_id", "application_id", name=op.f("pk_freeze_application")),
    )
    with op.batch_alter_table("freeze_application", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_freeze_application_application_id"), ["application_id"], unique=False
        )

    op.create_table(
        "frozen_gate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("checkpoint_id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("criterion_code", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.CheckConstraint(
            "result IN ('met', 'not_met', 'waived', 'not_evaluated')", name=op.f("ck_frozen_gate_result")
        ),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_frozen_gate_change_id")),
        sa.ForeignKeyConstraint(
            ["checkpoint_id"], ["checkpoint.id"], name=op.f("fk_frozen_gate_checkpoint_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frozen_gate")),
        sa.UniqueConstraint(
            "checkpoint_id",
            "change_id",
            "criterion_code",
            name=op.f("uq_frozen_gate_checkpoint_id_change_id_criterion_code"),
        ),
    )
    with op.batch_alter_table("frozen_gate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_frozen_gate_change_id"), ["change_id"], unique=False)

    op.create_table(
        "ticket",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("system", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_ticket_change_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket")),
        sa.UniqueConstraint("change_id", "system", "key", name=op.f("uq_ticket_change_id_system_key")),
    )
    op.create_table(
        "waiver",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("checkpoint_name", sa.String(), nullable=False),
        sa.Column("criterion_code", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("signatures", sa.String(), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_waiver_change_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiver")),
        sa.UniqueConstraint(
            "change_id",
            "checkpoint_name",
            "criterion_code",
            name=op.f("uq_waiver_change_id_checkpoint_name_criterion_code"),
        ),
    )
    op.create_table(
        "activity_link",
        sa.Column("predecessor_id", sa.String(length=32), nullable=False),
        sa.Column("successor_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("lag_minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('FS', 'SS', 'FF', 'SF')", name=op.f("ck_activity_link_kind")),
        sa.CheckConstraint("predecessor_id <> successor_id", name=op.f("ck_activity_link_not_itself")),
        sa.ForeignKeyConstraint(
            ["predecessor_id"], ["activity.id"], name=op.f("fk_activity_link_predecessor_id")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["activity.id"], name=op.f("fk_activity_link_successor_id")
        ),
        sa.PrimaryKeyConstraint("predecessor_id", "successor_id", "kind", name=op.f("pk_activity_link")),
    )
    with op.batch_alter_table("activity_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activity_link_successor_id"), ["successor_id"], unique=False)

    op.create_table(
        "deployment",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("environment_id", sa.Integer(), nullable=False),
        sa.Column("deployed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("build_id", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("deployed_by", sa.String(), nullable=False),
        sa.Column("issues", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("digest = '' OR length(digest) = 64", name=op.f("ck_deployment_digest")),
        sa.CheckConstraint(
            "outcome IN ('succeeded', 'with_issues', 'failed', 'rolled_back')",
            name=op.f("ck_deployment_outcome"),
        ),
        sa.ForeignKeyConstraint(["build_id"], ["build.id"], name=op.f("fk_deployment_build_id")),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_deployment_change_id")),
        sa.ForeignKeyConstraint(
            ["environment_id"], ["environment.id"], name=op.f("fk_deployment_environment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deployment")),
    )
    with op.batch_alter_table("deployment", schema=None) as batch_op:
        batch_op.create_index("ix_deployment_change", ["change_id", "deployed_at"], unique=False)
    _forbid_rewriting()


def _forbid_rewriting() -> None:
    """Events and frozen gates can be added and never changed, whoever asks."""
    for table in ("audit_event", "frozen_gate"):
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
