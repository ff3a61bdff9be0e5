"""The night's runs and log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

PLAIN = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
_ACTS = (
    "begin",
    "start",
    "finish",
    "fail",
    "skip",
    "roll_back",
    "hand_over",
    "go",
    "no_go",
    "note",
    "replan",
    "undo",
    "end",
)


def upgrade() -> None:
    """Make the tables of the night; its log can be added to and never changed, whoever asks."""
    _make_runs()
    _make_log()
    _forbid_rewriting("night_log")


def _make_runs() -> None:
    op.create_table(
        "night_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("window_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("zero_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_by", sa.String(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("plan", PLAIN, nullable=False),
        sa.CheckConstraint("kind IN ('real', 'rehearsal')", name=op.f("ck_night_run_kind")),
        sa.CheckConstraint(
            "ended_at IS NULL OR ended_at >= begun_at", name=op.f("ck_night_run_ends_after_begin")
        ),
        sa.ForeignKeyConstraint(
            ["window_id"], ["maintenance_window.id"], name=op.f("fk_night_run_window_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_night_run")),
    )
    op.create_index("ix_night_run_window", "night_run", ["window_id", "begun_at"], unique=False)
    op.create_index(
        "uq_night_run_real",
        "night_run",
        ["window_id"],
        unique=True,
        sqlite_where=sa.text("kind = 'real'"),
        postgresql_where=sa.text("kind = 'real'"),
    )


def _make_log() -> None:
    acts = ", ".join(f"'{act}'" for act in _ACTS)
    op.create_table(
        "night_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("activity_id", sa.String(length=32), nullable=True),
        sa.Column("change_key", sa.String(), nullable=True),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("details", PLAIN, nullable=False),
        sa.CheckConstraint(f"act IN ({acts})", name=op.f("ck_night_log_act")),
        sa.CheckConstraint("number > 0", name=op.f("ck_night_log_number")),
        sa.CheckConstraint("happened_at <= recorded_at", name=op.f("ck_night_log_not_ahead")),
        sa.ForeignKeyConstraint(["run_id"], ["night_run.id"], name=op.f("fk_night_log_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_night_log")),
        sa.UniqueConstraint("run_id", "number", name=op.f("uq_night_log_run_id_number")),
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
