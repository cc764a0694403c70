"""Papers kept under their memo number, a certificate's life, and what the register of complaints says."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add("complaint", "asker", "officer", "grs_on")
    _add("certificate", "withdrawn_on", "withdrawn_reason", "replaces", "signed_with")
    op.create_table(
        "kept_paper",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("memo", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("file_sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_kept_paper_office_id_office")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_kept_paper")),
        sa.UniqueConstraint("id", name=op.f("uq_kept_paper_id")),
        sa.UniqueConstraint("office_id", "memo", name=op.f("uq_kept_paper_office_id_memo")),
        sa.UniqueConstraint("office_id", "file", name=op.f("uq_kept_paper_office_id_file")),
    )


def _add(table: str, *names: str) -> None:
    """Add columns of dates ("…_on") and texts; the texts are empty in the rows that are there."""
    texts = [name for name in names if not name.endswith("_on")]
    with op.batch_alter_table(table) as batch:
        for name in names:
            if name in texts:
                batch.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
            else:
                batch.add_column(sa.Column(name, sa.Date(), nullable=True))
    with op.batch_alter_table(table) as batch:
        for name in texts:
            batch.alter_column(name, server_default=None)
