"""What imported plans bring: an activity's workstream, group and key in the plan it came from."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("workstream", "group", "source_key"):
        op.add_column("activity", sa.Column(name, sa.String(), nullable=False, server_default=""))
