"""The first register."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "office",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column(
            "tier",
            sa.Enum("department", "division", "district", "upazila", name="tier", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("grs_url", sa.String(), nullable=False),
        sa.Column("grievance_officer", sa.String(), nullable=False),
        sa.Column("grievance_contact", sa.String(), nullable=False),
        sa.Column("head_name", sa.String(), nullable=False),
        sa.Column("head_post", sa.String(), nullable=False),
        sa.Column("head_phone", sa.String(), nullable=False),
        sa.Column("head_email", sa.String(), nullable=False),
        sa.Column("memo_prefix", sa.String(), nullable=False),
        sa.Column("logo", sa.String(), nullable=True),
        sa.Column("rotation_days", sa.Integer(), nullable=True),
        sa.Column("example", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_office")),
        sa.UniqueConstraint("id", name=op.f("uq_office_id")),
    )
    op.create_table(
        "account",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("named_after_person", sa.Boolean(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("run_by", sa.String(), nullable=False),
        sa.Column("uses", sa.String(), nullable=False),
        sa.Column("settings", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("banner", sa.String(), nullable=True),
        sa.Column("profile", sa.String(), nullable=True),
        sa.Column("two_step", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("setting_up", "active", "closed", name="state", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_account_office_id_office")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_account")),
        sa.UniqueConstraint("id", name=op.f("uq_account_id")),
    )
    op.create_table(
        "certificate",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("serial", sa.String(), nullable=False),
        sa.Column("issued_at", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("memo", sa.String(), nullable=False),
        sa.Column("rulebook", sa.String(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("file_sha256", sa.String(), nullable=False),
        sa.Column("facts_sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_certificate_office_id_office")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_certificate")),
        sa.UniqueConstraint("id", name=op.f("uq_certificate_id")),
        sa.UniqueConstraint("office_id", "serial", name=op.f("uq_certificate_office_id_serial")),
    )
    op.create_table(
        "draft",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=True),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_draft_office_id_office")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_draft")),
    )
    op.create_table(
        "journal",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_journal_office_id_office")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_journal")),
    )
    op.create_table(
        "member",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("admin", "moderator", "authority", name="role", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_member_office_id_office")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_member")),
        sa.UniqueConstraint("id", name=op.f("uq_member_id")),
    )
    op.create_table(
        "attestation",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=True),
        sa.Column("member", sa.String(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name=op.f("fk_attestation_account_account")),
        sa.ForeignKeyConstraint(["member"], ["member.id"], name=op.f("fk_attestation_member_member")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_attestation_office_id_office")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_attestation")),
        sa.UniqueConstraint("id", name=op.f("uq_attestation_id")),
    )
    op.create_table(
        "complaint",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("grs_number", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name=op.f("fk_complaint_account_account")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_complaint_office_id_office")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_complaint")),
        sa.UniqueConstraint("id", name=op.f("uq_complaint_id")),
    )
    op.create_table(
        "password_fact",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("stored", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reused_with", sa.String(), nullable=True),
        sa.Column("suspected", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name=op.f("fk_password_fact_account_account")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_password_fact_office_id_office")),
        sa.ForeignKeyConstraint(["reused_with"], ["account.id"], name=op.f("fk_password_fact_reused_with_account")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_password_fact")),
        sa.UniqueConstraint("id", name=op.f("uq_password_fact_id")),
    )
    op.create_table(
        "service",
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name=op.f("fk_service_account_account")),
        sa.ForeignKeyConstraint(["member"], ["member.id"], name=op.f("fk_service_member_member")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_service_office_id_office")),
        sa.PrimaryKeyConstraint("member", "account", name=op.f("pk_service")),
    )
    op.create_table(
        "waiver",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("clause", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("account", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name=op.f("fk_waiver_account_account")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_waiver_office_id_office")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_waiver")),
        sa.UniqueConstraint("id", name=op.f("uq_waiver_id")),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_stays("unchanged", "UPDATE"))
        op.execute(_stays("undeleted", "DELETE"))
        # Deleting by way of INSERT OR REPLACE fires no DELETE trigger.
        op.execute(_stays("unreplaced", "INSERT", 'WHEN EXISTS (SELECT 1 FROM journal WHERE "row" = NEW."row") '))


def _stays(name: str, deed: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER journal_stays_{name} BEFORE {deed} ON journal {when}"
        "BEGIN SELECT RAISE(ABORT, 'the journal is never rewritten'); END"
    )
