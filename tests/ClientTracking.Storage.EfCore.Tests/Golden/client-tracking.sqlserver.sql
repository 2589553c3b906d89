CREATE TABLE [client_tracking_access_log] (
    [tenant] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [subject] uniqueidentifier NOT NULL,
    [sequence] bigint NOT NULL,
    [person] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [action] int NOT NULL,
    [allowed] bit NOT NULL,
    [rule] nvarchar(32) COLLATE Latin1_General_BIN2 NOT NULL,
    [code] nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    [level] int NULL,
    [at] bigint NOT NULL,
    [previous] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [key_id] nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    [digest] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [mac] nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    CONSTRAINT [pk_client_tracking_access_log] PRIMARY KEY ([tenant], [subject], [sequence])
);
GO


CREATE TABLE [client_tracking_access_log_heads] (
    [tenant] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [subject] uniqueidentifier NOT NULL,
    [count] bigint NOT NULL,
    [digest] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    CONSTRAINT [pk_client_tracking_access_log_heads] PRIMARY KEY ([tenant], [subject])
);
GO


CREATE TABLE [client_tracking_claims] (
    [tenant] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [scope] nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    [key] nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    [subject] uniqueidentifier NOT NULL,
    CONSTRAINT [pk_client_tracking_claims] PRIMARY KEY NONCLUSTERED ([tenant], [scope], [key])
);
GO


CREATE TABLE [client_tracking_counters] (
    [tenant] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [series] nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    [period] nvarchar(32) COLLATE Latin1_General_BIN2 NOT NULL,
    [last] bigint NOT NULL,
    [holder] nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    CONSTRAINT [pk_client_tracking_counters] PRIMARY KEY ([tenant], [series], [period])
);
GO


CREATE TABLE [client_tracking_numbers] (
    [tenant] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [series] nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    [period] nvarchar(32) COLLATE Latin1_General_BIN2 NOT NULL,
    [serial] bigint NOT NULL,
    [text] nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    [use] int NOT NULL,
    [subject] uniqueidentifier NULL,
    [reason] nvarchar(max) NULL,
    [at] bigint NOT NULL,
    CONSTRAINT [pk_client_tracking_numbers] PRIMARY KEY ([tenant], [series], [period], [serial])
);
GO


CREATE TABLE [client_tracking_outbox] (
    [position] bigint NOT NULL IDENTITY,
    [tenant] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [key] nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
    [detail] nvarchar(max) NOT NULL,
    [state] int NOT NULL,
    [free_from] bigint NOT NULL,
    [leased_by] nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    [lease] nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    [attempts] int NOT NULL,
    [last_failure] nvarchar(max) NULL,
    CONSTRAINT [pk_client_tracking_outbox] PRIMARY KEY ([position])
);
GO


CREATE TABLE [client_tracking_subjects] (
    [tenant] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [id] uniqueidentifier NOT NULL,
    [version] bigint NOT NULL,
    [kind] nvarchar(32) COLLATE Latin1_General_BIN2 NOT NULL,
    [regulation] nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    [regulation_version] int NOT NULL,
    [schema_version] int NOT NULL,
    [state] nvarchar(max) NOT NULL,
    [search] nvarchar(max) NOT NULL,
    [status] nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    [grade] int NULL,
    [owner] nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    [client] nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    [closed] bit NOT NULL,
    [series] nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    [period] nvarchar(32) COLLATE Latin1_General_BIN2 NULL,
    [serial] bigint NULL,
    [number] nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    [bare] nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    [due_from] bigint NULL,
    [level] int NULL,
    [declassifies_at] bigint NULL,
    [minimum_rank] int NULL,
    [department] nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    [manager] nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    [drafter] nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    [custodian] nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    [awaits_approval] bit NOT NULL,
    CONSTRAINT [pk_client_tracking_subjects] PRIMARY KEY ([tenant], [id])
);
GO


CREATE TABLE [client_tracking_access] (
    [tenant] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [subject] uniqueidentifier NOT NULL,
    [place] int NOT NULL,
    [relation] int NOT NULL,
    [person] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [granter] nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    [ends_at] bigint NULL,
    [form] int NULL,
    CONSTRAINT [pk_client_tracking_access] PRIMARY KEY ([tenant], [subject], [place]),
    CONSTRAINT [fk_client_tracking_access_subject] FOREIGN KEY ([tenant], [subject]) REFERENCES [client_tracking_subjects] ([tenant], [id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [client_tracking_journal] (
    [tenant] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [subject] uniqueidentifier NOT NULL,
    [sequence] bigint NOT NULL,
    [command] nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    [detail] nvarchar(max) NOT NULL,
    CONSTRAINT [pk_client_tracking_journal] PRIMARY KEY ([tenant], [subject], [sequence]),
    CONSTRAINT [fk_client_tracking_journal_subject] FOREIGN KEY ([tenant], [subject]) REFERENCES [client_tracking_subjects] ([tenant], [id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [client_tracking_obligations] (
    [tenant] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [subject] uniqueidentifier NOT NULL,
    [id] int NOT NULL,
    [kind] nvarchar(32) COLLATE Latin1_General_BIN2 NOT NULL,
    [rule] nvarchar(32) COLLATE Latin1_General_BIN2 NOT NULL,
    [responsible] nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    [assignee] nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    [partner] nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    [department] nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    [status] int NOT NULL,
    [due] bigint NOT NULL,
    [detail] nvarchar(max) NOT NULL,
    CONSTRAINT [pk_client_tracking_obligations] PRIMARY KEY ([tenant], [subject], [id]),
    CONSTRAINT [fk_client_tracking_obligations_subject] FOREIGN KEY ([tenant], [subject]) REFERENCES [client_tracking_subjects] ([tenant], [id]) ON DELETE NO ACTION
);
GO


CREATE INDEX [ix_client_tracking_access_tenant_person_subject] ON [client_tracking_access] ([tenant], [person], [subject]);
GO


CREATE UNIQUE INDEX [ix_client_tracking_journal_tenant_command] ON [client_tracking_journal] ([tenant], [command]) WHERE command IS NOT NULL;
GO


CREATE UNIQUE INDEX [ix_client_tracking_numbers_tenant_text] ON [client_tracking_numbers] ([tenant], [text]) WHERE text IS NOT NULL;
GO


CREATE INDEX [ix_client_tracking_obligations_tenant_assignee_due_subject_id] ON [client_tracking_obligations] ([tenant], [assignee], [due], [subject], [id]) WHERE status = 0;
GO


CREATE INDEX [ix_client_tracking_obligations_tenant_department_due_subject_id] ON [client_tracking_obligations] ([tenant], [department], [due], [subject], [id]) WHERE status = 0;
GO


CREATE INDEX [ix_client_tracking_obligations_tenant_due_subject_id] ON [client_tracking_obligations] ([tenant], [due], [subject], [id]) WHERE status = 0;
GO


CREATE INDEX [ix_client_tracking_obligations_tenant_partner_due_subject_id] ON [client_tracking_obligations] ([tenant], [partner], [due], [subject], [id]) WHERE status = 0 AND partner IS NOT NULL;
GO


CREATE INDEX [ix_client_tracking_obligations_tenant_status_due_subject_id] ON [client_tracking_obligations] ([tenant], [status], [due], [subject], [id]);
GO


CREATE INDEX [ix_client_tracking_outbox_lease] ON [client_tracking_outbox] ([lease]) WHERE lease IS NOT NULL;
GO


CREATE INDEX [ix_client_tracking_outbox_position_free_from] ON [client_tracking_outbox] ([position], [free_from]) WHERE state = 0;
GO


CREATE UNIQUE INDEX [ix_client_tracking_outbox_tenant_key] ON [client_tracking_outbox] ([tenant], [key]);
GO


CREATE INDEX [ix_client_tracking_outbox_tenant_position] ON [client_tracking_outbox] ([tenant], [position]) WHERE state = 2;
GO


CREATE INDEX [ix_client_tracking_subjects_due_from_tenant_id] ON [client_tracking_subjects] ([due_from], [tenant], [id]) WHERE due_from IS NOT NULL;
GO


CREATE INDEX [ix_client_tracking_subjects_tenant_client_id] ON [client_tracking_subjects] ([tenant], [client], [id]);
GO


CREATE INDEX [ix_client_tracking_subjects_tenant_kind_status_id] ON [client_tracking_subjects] ([tenant], [kind], [status], [id]);
GO


CREATE UNIQUE INDEX [ix_client_tracking_subjects_tenant_number] ON [client_tracking_subjects] ([tenant], [number]) WHERE number IS NOT NULL;
GO


CREATE INDEX [ix_client_tracking_subjects_tenant_owner_id] ON [client_tracking_subjects] ([tenant], [owner], [id]);
GO


CREATE INDEX [ix_client_tracking_subjects_tenant_series_period_serial] ON [client_tracking_subjects] ([tenant], [series], [period], [serial]);
GO


