CREATE TABLE "client_tracking_claims" (
    "tenant" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    CONSTRAINT "pk_client_tracking_claims" PRIMARY KEY ("tenant", "scope", "key")
);


CREATE TABLE "client_tracking_counters" (
    "tenant" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "last" INTEGER NOT NULL,
    "holder" TEXT NULL,
    CONSTRAINT "pk_client_tracking_counters" PRIMARY KEY ("tenant", "series", "period")
);


CREATE TABLE "client_tracking_numbers" (
    "tenant" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "serial" INTEGER NOT NULL,
    "text" TEXT NULL,
    "use" INTEGER NOT NULL,
    "subject" TEXT NULL,
    "reason" TEXT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_client_tracking_numbers" PRIMARY KEY ("tenant", "series", "period", "serial")
);


CREATE TABLE "client_tracking_outbox" (
    "position" INTEGER NOT NULL CONSTRAINT "pk_client_tracking_outbox" PRIMARY KEY AUTOINCREMENT,
    "tenant" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "free_from" INTEGER NOT NULL,
    "leased_by" TEXT NULL,
    "lease" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "last_failure" TEXT NULL
);


CREATE TABLE "client_tracking_subjects" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "regulation" TEXT NOT NULL,
    "regulation_version" INTEGER NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "grade" INTEGER NULL,
    "owner" TEXT NULL,
    "client" TEXT NULL,
    "closed" INTEGER NOT NULL,
    "series" TEXT NULL,
    "period" TEXT NULL,
    "serial" INTEGER NULL,
    "number" TEXT NULL,
    "bare" TEXT NULL,
    CONSTRAINT "pk_client_tracking_subjects" PRIMARY KEY ("tenant", "id")
);


CREATE TABLE "client_tracking_journal" (
    "tenant" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "command" TEXT NULL,
    "detail" TEXT NOT NULL,
    CONSTRAINT "pk_client_tracking_journal" PRIMARY KEY ("tenant", "subject", "sequence"),
    CONSTRAINT "fk_client_tracking_journal_subject" FOREIGN KEY ("tenant", "subject") REFERENCES "client_tracking_subjects" ("tenant", "id") ON DELETE RESTRICT
);


CREATE TABLE "client_tracking_obligations" (
    "tenant" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "responsible" TEXT NOT NULL,
    "assignee" TEXT NULL,
    "partner" TEXT NULL,
    "department" TEXT NULL,
    "status" INTEGER NOT NULL,
    "due" INTEGER NOT NULL,
    "notice_from" INTEGER NULL,
    "detail" TEXT NOT NULL,
    CONSTRAINT "pk_client_tracking_obligations" PRIMARY KEY ("tenant", "subject", "id"),
    CONSTRAINT "fk_client_tracking_obligations_subject" FOREIGN KEY ("tenant", "subject") REFERENCES "client_tracking_subjects" ("tenant", "id") ON DELETE RESTRICT
);


CREATE UNIQUE INDEX "ix_client_tracking_journal_tenant_command" ON "client_tracking_journal" ("tenant", "command") WHERE command IS NOT NULL;


CREATE UNIQUE INDEX "ix_client_tracking_numbers_tenant_text" ON "client_tracking_numbers" ("tenant", "text") WHERE text IS NOT NULL;


CREATE INDEX "ix_client_tracking_obligations_notice_from_tenant_subject" ON "client_tracking_obligations" ("notice_from", "tenant", "subject") WHERE notice_from IS NOT NULL;


CREATE INDEX "ix_client_tracking_obligations_tenant_assignee_due_subject_id" ON "client_tracking_obligations" ("tenant", "assignee", "due", "subject", "id") WHERE status = 0;


CREATE INDEX "ix_client_tracking_obligations_tenant_department_due_subject_id" ON "client_tracking_obligations" ("tenant", "department", "due", "subject", "id") WHERE status = 0;


CREATE INDEX "ix_client_tracking_obligations_tenant_due_subject_id" ON "client_tracking_obligations" ("tenant", "due", "subject", "id") WHERE status = 0;


CREATE INDEX "ix_client_tracking_obligations_tenant_partner_due_subject_id" ON "client_tracking_obligations" ("tenant", "partner", "due", "subject", "id") WHERE status = 0 AND partner IS NOT NULL;


CREATE INDEX "ix_client_tracking_obligations_tenant_status_due_subject_id" ON "client_tracking_obligations" ("tenant", "status", "due", "subject", "id");


CREATE INDEX "ix_client_tracking_outbox_lease" ON "client_tracking_outbox" ("lease") WHERE lease IS NOT NULL;


CREATE INDEX "ix_client_tracking_outbox_position_free_from" ON "client_tracking_outbox" ("position", "free_from") WHERE state = 0;


CREATE UNIQUE INDEX "ix_client_tracking_outbox_tenant_key" ON "client_tracking_outbox" ("tenant", "key");


CREATE INDEX "ix_client_tracking_outbox_tenant_position" ON "client_tracking_outbox" ("tenant", "position") WHERE state = 2;


CREATE INDEX "ix_client_tracking_subjects_tenant_client_id" ON "client_tracking_subjects" ("tenant", "client", "id");


CREATE INDEX "ix_client_tracking_subjects_tenant_kind_status_id" ON "client_tracking_subjects" ("tenant", "kind", "status", "id");


CREATE UNIQUE INDEX "ix_client_tracking_subjects_tenant_number" ON "client_tracking_subjects" ("tenant", "number") WHERE number IS NOT NULL;


CREATE INDEX "ix_client_tracking_subjects_tenant_owner_id" ON "client_tracking_subjects" ("tenant", "owner", "id");


CREATE INDEX "ix_client_tracking_subjects_tenant_series_period_serial" ON "client_tracking_subjects" ("tenant", "series", "period", "serial");


