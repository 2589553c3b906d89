CREATE TABLE "client_tracking_access_log" (
    "tenant" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "action" INTEGER NOT NULL,
    "allowed" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "level" INTEGER NULL,
    "at" INTEGER NOT NULL,
    "previous" TEXT NOT NULL,
    "key_id" TEXT NULL,
    "digest" TEXT NOT NULL,
    "mac" TEXT NULL,
    CONSTRAINT "pk_client_tracking_access_log" PRIMARY KEY ("tenant", "subject", "sequence")
);


CREATE TABLE "client_tracking_access_log_heads" (
    "tenant" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    CONSTRAINT "pk_client_tracking_access_log_heads" PRIMARY KEY ("tenant", "subject")
);


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
    "due_from" INTEGER NULL,
    "level" INTEGER NULL,
    "declassifies_at" INTEGER NULL,
    "minimum_rank" INTEGER NULL,
    "department" TEXT NULL,
    "manager" TEXT NULL,
    "drafter" TEXT NULL,
    "custodian" TEXT NULL,
    "awaits_approval" INTEGER NOT NULL,
    CONSTRAINT "pk_client_tracking_subjects" PRIMARY KEY ("tenant", "id")
);


CREATE TABLE "client_tracking_access" (
    "tenant" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "relation" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "granter" TEXT NULL,
    "ends_at" INTEGER NULL,
    "form" INTEGER NULL,
    CONSTRAINT "pk_client_tracking_access" PRIMARY KEY ("tenant", "subject", "place"),
    CONSTRAINT "fk_client_tracking_access_subject" FOREIGN KEY ("tenant", "subject") REFERENCES "client_tracking_subjects" ("tenant", "id") ON DELETE RESTRICT
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
    "detail" TEXT NOT NULL,
    CONSTRAINT "pk_client_tracking_obligations" PRIMARY KEY ("tenant", "subject", "id"),
    CONSTRAINT "fk_client_tracking_obligations_subject" FOREIGN KEY ("tenant", "subject") REFERENCES "client_tracking_subjects" ("tenant", "id") ON DELETE RESTRICT
);


CREATE INDEX "ix_client_tracking_access_tenant_person_subject" ON "client_tracking_access" ("tenant", "person", "subject");


CREATE UNIQUE INDEX "ix_client_tracking_journal_tenant_command" ON "client_tracking_journal" ("tenant", "command") WHERE command IS NOT NULL;


CREATE UNIQUE INDEX "ix_client_tracking_numbers_tenant_text" ON "client_tracking_numbers" ("tenant", "text") WHERE text IS NOT NULL;


CREATE INDEX "ix_client_tracking_obligations_tenant_assignee_due_subject_id" ON "client_tracking_obligations" ("tenant", "assignee", "due", "subject", "id") WHERE status = 0;


CREATE INDEX "ix_client_tracking_obligations_tenant_department_due_subject_id" ON "client_tracking_obligations" ("tenant", "department", "due", "subject", "id") WHERE status = 0;


CREATE INDEX "ix_client_tracking_obligations_tenant_due_subject_id" ON "client_tracking_obligations" ("tenant", "due", "subject", "id") WHERE status = 0;


CREATE INDEX "ix_client_tracking_obligations_tenant_partner_due_subject_id" ON "client_tracking_obligations" ("tenant", "partner", "due", "subject", "id") WHERE status = 0 AND partner IS NOT NULL;


CREATE INDEX "ix_client_tracking_obligations_tenant_status_due_subject_id" ON "client_tracking_obligations" ("tenant", "status", "due", "subject", "id");


CREATE INDEX "ix_client_tracking_outbox_lease" ON "client_tracking_outbox" ("lease") WHERE lease IS NOT NULL;


CREATE INDEX "ix_client_tracking_outbox_position_free_from" ON "client_tracking_outbox" ("position", "free_from") WHERE state = 0;


CREATE UNIQUE INDEX "ix_client_tracking_outbox_tenant_key" ON "client_tracking_outbox" ("tenant", "key");


CREATE INDEX "ix_client_tracking_outbox_tenant_position" ON "client_tracking_outbox" ("tenant", "position") WHERE state = 2;


CREATE INDEX "ix_client_tracking_subjects_due_from_tenant_id" ON "client_tracking_subjects" ("due_from", "tenant", "id") WHERE due_from IS NOT NULL;


CREATE INDEX "ix_client_tracking_subjects_tenant_client_id" ON "client_tracking_subjects" ("tenant", "client", "id");


CREATE INDEX "ix_client_tracking_subjects_tenant_kind_status_id" ON "client_tracking_subjects" ("tenant", "kind", "status", "id");


CREATE UNIQUE INDEX "ix_client_tracking_subjects_tenant_number" ON "client_tracking_subjects" ("tenant", "number") WHERE number IS NOT NULL;


CREATE INDEX "ix_client_tracking_subjects_tenant_owner_id" ON "client_tracking_subjects" ("tenant", "owner", "id");


CREATE INDEX "ix_client_tracking_subjects_tenant_series_period_serial" ON "client_tracking_subjects" ("tenant", "series", "period", "serial");


