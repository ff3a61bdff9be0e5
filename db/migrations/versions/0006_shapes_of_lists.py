"""Which columns a list had, told by a digest: lists of no known source are told apart by it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("import_batch", sa.Column("shape", sa.String(), nullable=False, server_default=""))
