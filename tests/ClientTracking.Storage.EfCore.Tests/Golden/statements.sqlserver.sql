-- a subject
SELECT TOP(1) [c].[tenant], [c].[id], [c].[awaits_approval], [c].[bare], [c].[client], [c].[closed], [c].[custodian], [c].[declassifies_at], [c].[department], [c].[drafter], [c].[due_from], [c].[grade], [c].[kind], [c].[level], [c].[manager], [c].[minimum_rank], [c].[number], [c].[owner], [c].[period], [c].[regulation], [c].[regulation_version], [c].[schema_version], [c].[search], [c].[serial], [c].[series], [c].[state], [c].[status], [c].[version]
FROM [client_tracking_subjects] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[id] = @wanted
GO

-- a subject by number
SELECT TOP(1) [c].[tenant], [c].[id], [c].[awaits_approval], [c].[bare], [c].[client], [c].[closed], [c].[custodian], [c].[declassifies_at], [c].[department], [c].[drafter], [c].[due_from], [c].[grade], [c].[kind], [c].[level], [c].[manager], [c].[minimum_rank], [c].[number], [c].[owner], [c].[period], [c].[regulation], [c].[regulation_version], [c].[schema_version], [c].[search], [c].[serial], [c].[series], [c].[state], [c].[status], [c].[version]
FROM [client_tracking_subjects] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[number] = @number
GO

-- a subject by command
SELECT TOP(1) [c1].[tenant], [c1].[id], [c1].[awaits_approval], [c1].[bare], [c1].[client], [c1].[closed], [c1].[custodian], [c1].[declassifies_at], [c1].[department], [c1].[drafter], [c1].[due_from], [c1].[grade], [c1].[kind], [c1].[level], [c1].[manager], [c1].[minimum_rank], [c1].[number], [c1].[owner], [c1].[period], [c1].[regulation], [c1].[regulation_version], [c1].[schema_version], [c1].[search], [c1].[serial], [c1].[series], [c1].[state], [c1].[status], [c1].[version]
FROM [client_tracking_journal] AS [c]
INNER JOIN (
    SELECT [c0].[tenant], [c0].[id], [c0].[awaits_approval], [c0].[bare], [c0].[client], [c0].[closed], [c0].[custodian], [c0].[declassifies_at], [c0].[department], [c0].[drafter], [c0].[due_from], [c0].[grade], [c0].[kind], [c0].[level], [c0].[manager], [c0].[minimum_rank], [c0].[number], [c0].[owner], [c0].[period], [c0].[regulation], [c0].[regulation_version], [c0].[schema_version], [c0].[search], [c0].[serial], [c0].[series], [c0].[state], [c0].[status], [c0].[version]
    FROM [client_tracking_subjects] AS [c0]
    WHERE [c0].[tenant] = @_tenant
) AS [c1] ON [c].[subject] = [c1].[id]
WHERE [c].[tenant] = @_tenant AND [c].[command] = @wanted
GO

-- a claim
SELECT TOP(1) [c].[subject]
FROM [client_tracking_claims] AS [c]
WHERE [c].[tenant] = @owner AND [c].[scope] = @scope AND [c].[key] = @key
GO

-- notices of a subject
SELECT [c].[position], [c].[attempts], [c].[detail], [c].[free_from], [c].[key], [c].[last_failure], [c].[lease], [c].[leased_by], [c].[state], [c].[tenant]
FROM [client_tracking_outbox] AS [c]
WHERE [c].[tenant] = @owner AND [c].[key] >= @from AND [c].[key] < @to
GO

-- subjects by id
SELECT TOP(@p) [c].[tenant], [c].[id], [c].[awaits_approval], [c].[bare], [c].[client], [c].[closed], [c].[custodian], [c].[declassifies_at], [c].[department], [c].[drafter], [c].[due_from], [c].[grade], [c].[kind], [c].[level], [c].[manager], [c].[minimum_rank], [c].[number], [c].[owner], [c].[period], [c].[regulation], [c].[regulation_version], [c].[schema_version], [c].[search], [c].[serial], [c].[series], [c].[state], [c].[status], [c].[version]
FROM [client_tracking_subjects] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[kind] = @kind AND [c].[status] IN (@any1, @any2) AND [c].[grade] = @grade AND [c].[owner] = @owner AND [c].[client] = @client AND [c].[closed] = @closed AND [c].[number] >= @prefix AND [c].[number] < @end AND [c].[series] = @series AND [c].[period] >= @from AND [c].[period] <= @to AND [c].[id] > @after
ORDER BY [c].[id]
GO

SELECT [c].[tenant], [c].[subject], [c].[id], [c].[assignee], [c].[department], [c].[detail], [c].[due], [c].[kind], [c].[partner], [c].[responsible], [c].[rule], [c].[status]
FROM [client_tracking_obligations] AS [c]
WHERE 0 = 1
GO

SELECT [c].[tenant], [c].[subject], [c].[sequence], [c].[command], [c].[detail]
FROM [client_tracking_journal] AS [c]
WHERE 0 = 1
GO

-- subjects by number
SELECT TOP(@p) [c].[tenant], [c].[id], [c].[awaits_approval], [c].[bare], [c].[client], [c].[closed], [c].[custodian], [c].[declassifies_at], [c].[department], [c].[drafter], [c].[due_from], [c].[grade], [c].[kind], [c].[level], [c].[manager], [c].[minimum_rank], [c].[number], [c].[owner], [c].[period], [c].[regulation], [c].[regulation_version], [c].[schema_version], [c].[search], [c].[serial], [c].[series], [c].[state], [c].[status], [c].[version]
FROM [client_tracking_subjects] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[number] IS NOT NULL AND [c].[series] >= @series AND ([c].[series] > @series OR ([c].[period] >= @period AND ([c].[period] > @period OR [c].[serial] > @serial)))
ORDER BY [c].[series], [c].[period], [c].[serial]
GO

SELECT [c].[tenant], [c].[subject], [c].[id], [c].[assignee], [c].[department], [c].[detail], [c].[due], [c].[kind], [c].[partner], [c].[responsible], [c].[rule], [c].[status]
FROM [client_tracking_obligations] AS [c]
WHERE 0 = 1
GO

SELECT [c].[tenant], [c].[subject], [c].[sequence], [c].[command], [c].[detail]
FROM [client_tracking_journal] AS [c]
WHERE 0 = 1
GO

-- subjects a reader may know
SELECT TOP(@p) [c].[tenant], [c].[id], [c].[awaits_approval], [c].[bare], [c].[client], [c].[closed], [c].[custodian], [c].[declassifies_at], [c].[department], [c].[drafter], [c].[due_from], [c].[grade], [c].[kind], [c].[level], [c].[manager], [c].[minimum_rank], [c].[number], [c].[owner], [c].[period], [c].[regulation], [c].[regulation_version], [c].[schema_version], [c].[search], [c].[serial], [c].[series], [c].[state], [c].[status], [c].[version]
FROM [client_tracking_subjects] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[kind] = @name AND (([c].[level] = @levels1 AND ([c].[declassifies_at] IS NULL OR [c].[declassifies_at] > @now)) OR ([c].[level] IS NOT NULL AND [c].[declassifies_at] <= @now) OR [c].[level] IS NULL OR ((([c].[level] = @levels52 AND ([c].[declassifies_at] IS NULL OR [c].[declassifies_at] > @now6)) OR [c].[declassifies_at] <= @now6) AND [c].[manager] = @person) OR ((([c].[level] = @levels91 AND ([c].[declassifies_at] IS NULL OR [c].[declassifies_at] > @now10)) OR [c].[declassifies_at] <= @now10) AND EXISTS (
    SELECT 1
    FROM [client_tracking_access] AS [c0]
    WHERE [c0].[tenant] = [c].[tenant] AND [c0].[subject] = [c].[id] AND [c0].[relation] = @relation AND [c0].[person] = @person13)) OR ((([c].[level] = @levels151 AND ([c].[declassifies_at] IS NULL OR [c].[declassifies_at] > @now16)) OR [c].[declassifies_at] <= @now16) AND (EXISTS (
    SELECT 1
    FROM [client_tracking_access] AS [c1]
    WHERE [c1].[tenant] = [c].[tenant] AND [c1].[subject] = [c].[id] AND [c1].[relation] = 2 AND [c1].[person] = @person18 AND [c1].[ends_at] > @now19 AND [c1].[granter] = @who1) OR EXISTS (
    SELECT 1
    FROM [client_tracking_access] AS [c2]
    WHERE [c2].[tenant] = [c].[tenant] AND [c2].[subject] = [c].[id] AND [c2].[relation] = 2 AND [c2].[person] = @person18 AND [c2].[ends_at] > @now19 AND ([c2].[granter] = [c].[manager] OR ([c2].[granter] IS NULL AND [c].[manager] IS NULL))) OR ([c].[department] = @department AND EXISTS (
    SELECT 1
    FROM [client_tracking_access] AS [c3]
    WHERE [c3].[tenant] = [c].[tenant] AND [c3].[subject] = [c].[id] AND [c3].[relation] = 2 AND [c3].[person] = @person18 AND [c3].[ends_at] > @now19 AND [c3].[granter] = @who281)))) OR ((([c].[level] = @levels301 AND ([c].[declassifies_at] IS NULL OR [c].[declassifies_at] > @now31)) OR [c].[declassifies_at] <= @now31) AND [c].[minimum_rank] <= @rank AND [c].[department] = @department34) OR ((([c].[level] = @levels351 AND ([c].[declassifies_at] IS NULL OR [c].[declassifies_at] > @now36)) OR [c].[declassifies_at] <= @now36) AND EXISTS (
    SELECT 1
    FROM [client_tracking_access] AS [c4]
    WHERE [c4].[tenant] = [c].[tenant] AND [c4].[subject] = [c].[id] AND [c4].[relation] = @relation38 AND [c4].[person] = @person39)) OR ((([c].[level] = @levels411 AND ([c].[declassifies_at] IS NULL OR [c].[declassifies_at] > @now42)) OR [c].[declassifies_at] <= @now42) AND EXISTS (
    SELECT 1
    FROM [client_tracking_access] AS [c5]
    WHERE [c5].[tenant] = [c].[tenant] AND [c5].[subject] = [c].[id] AND [c5].[relation] = 3 AND [c5].[person] = @person44 AND [c5].[form] = @copy)) OR ((([c].[level] = @levels471 AND ([c].[declassifies_at] IS NULL OR [c].[declassifies_at] > @now48)) OR [c].[declassifies_at] <= @now48) AND [c].[department] = @department50) OR ([c].[awaits_approval] = CAST(1 AS bit) AND (([c].[level] = @levels511 AND ([c].[declassifies_at] IS NULL OR [c].[declassifies_at] > @now52)) OR [c].[declassifies_at] <= @now52) AND [c].[drafter] = @person54) OR ((([c].[level] = @levels551 AND ([c].[declassifies_at] IS NULL OR [c].[declassifies_at] > @now56)) OR [c].[declassifies_at] <= @now56) AND [c].[custodian] = @person58))
ORDER BY [c].[id]
GO

SELECT [c].[tenant], [c].[subject], [c].[id], [c].[assignee], [c].[department], [c].[detail], [c].[due], [c].[kind], [c].[partner], [c].[responsible], [c].[rule], [c].[status]
FROM [client_tracking_obligations] AS [c]
WHERE 0 = 1
GO

SELECT [c].[tenant], [c].[subject], [c].[sequence], [c].[command], [c].[detail]
FROM [client_tracking_journal] AS [c]
WHERE 0 = 1
GO

-- subjects that are due
SELECT TOP(@p) [c].[tenant] AS [Tenant], [c].[id] AS [Id], [c].[due_from] AS [DueFrom]
FROM [client_tracking_subjects] AS [c]
WHERE [c].[due_from] <= @until AND [c].[due_from] >= @from AND ([c].[due_from] > @from OR ([c].[tenant] >= @_8__locals1_tenant AND ([c].[tenant] > @_8__locals1_tenant OR [c].[id] > @_8__locals1_subject)))
ORDER BY [c].[due_from], [c].[tenant], [c].[id]
GO

-- obligations
SELECT TOP(@p) [c].[tenant], [c].[subject], [c].[id], [c].[assignee], [c].[department], [c].[detail], [c].[due], [c].[kind], [c].[partner], [c].[responsible], [c].[rule], [c].[status], [c2].[number]
FROM [client_tracking_obligations] AS [c]
INNER JOIN (
    SELECT [c0].[id], [c0].[number]
    FROM [client_tracking_subjects] AS [c0]
    WHERE [c0].[tenant] = @_tenant AND [c0].[kind] = @name AND (([c0].[level] = @levels1 AND ([c0].[declassifies_at] IS NULL OR [c0].[declassifies_at] > @now)) OR ([c0].[level] IS NOT NULL AND [c0].[declassifies_at] <= @now) OR [c0].[level] IS NULL) AND EXISTS (
        SELECT 1
        FROM [client_tracking_access] AS [c1]
        WHERE [c1].[tenant] = [c0].[tenant] AND [c1].[subject] = [c0].[id] AND [c1].[relation] = @relation AND [c1].[person] = @person)
) AS [c2] ON [c].[subject] = [c2].[id]
WHERE [c].[tenant] = @_tenant AND [c].[status] = 0 AND [c].[due] >= @from AND [c].[due] < @before AND [c].[kind] = @kind AND [c].[subject] = @subject AND [c].[rule] = @rule AND [c].[responsible] = @role AND [c].[department] = @department AND [c].[due] >= @due AND ([c].[due] > @due OR ([c].[subject] >= @subject10 AND ([c].[subject] > @subject10 OR [c].[id] > @id)))
ORDER BY [c].[due], [c].[subject], [c].[id]
GO

-- obligations of a person
SELECT TOP(@p) [c].[tenant], [c].[subject], [c].[id], [c].[assignee], [c].[department], [c].[detail], [c].[due], [c].[kind], [c].[partner], [c].[responsible], [c].[rule], [c].[status], [c1].[number]
FROM [client_tracking_obligations] AS [c]
INNER JOIN (
    SELECT [c0].[id], [c0].[number]
    FROM [client_tracking_subjects] AS [c0]
    WHERE [c0].[tenant] = @_tenant
) AS [c1] ON [c].[subject] = [c1].[id]
WHERE [c].[tenant] = @_tenant AND [c].[status] = 0 AND [c].[assignee] = @person
ORDER BY [c].[due], [c].[subject], [c].[id]
GO

SELECT TOP(@p) [c].[tenant], [c].[subject], [c].[id], [c].[assignee], [c].[department], [c].[detail], [c].[due], [c].[kind], [c].[partner], [c].[responsible], [c].[rule], [c].[status], [c1].[number]
FROM [client_tracking_obligations] AS [c]
INNER JOIN (
    SELECT [c0].[id], [c0].[number]
    FROM [client_tracking_subjects] AS [c0]
    WHERE [c0].[tenant] = @_tenant
) AS [c1] ON [c].[subject] = [c1].[id]
WHERE [c].[tenant] = @_tenant AND [c].[status] = 0 AND [c].[partner] = @person AND ([c].[assignee] <> @person OR [c].[assignee] IS NULL)
ORDER BY [c].[due], [c].[subject], [c].[id]
GO

-- the ledger
SELECT TOP(@p) [c].[tenant], [c].[series], [c].[period], [c].[serial], [c].[at], [c].[reason], [c].[subject], [c].[text], [c].[use]
FROM [client_tracking_numbers] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period AND [c].[use] = 1 AND EXISTS (
    SELECT 1
    FROM [client_tracking_subjects] AS [c0]
    WHERE [c0].[tenant] = @_tenant AND [c0].[kind] = @name AND (([c0].[level] = @levels1 AND ([c0].[declassifies_at] IS NULL OR [c0].[declassifies_at] > @now)) OR ([c0].[level] IS NOT NULL AND [c0].[declassifies_at] <= @now) OR [c0].[level] IS NULL) AND EXISTS (
        SELECT 1
        FROM [client_tracking_access] AS [c1]
        WHERE [c1].[tenant] = [c0].[tenant] AND [c1].[subject] = [c0].[id] AND [c1].[relation] = @relation AND [c1].[person] = @person) AND [c0].[id] = [c].[subject]) AND [c].[serial] > @after
ORDER BY [c].[serial]
GO

-- the first serial of a scope
UPDATE [c]
SET [c].[last] = [c].[last]
FROM [client_tracking_counters] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period
GO

SAVE TRANSACTION [client_tracking_counter];
GO

INSERT INTO [client_tracking_counters] ([tenant], [series], [period], [last]) VALUES (@value0, @value1, @value2, @value3)
GO

SELECT TOP(2) [c].[last]
FROM [client_tracking_counters] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period
GO

SELECT TOP(@p) [c].[serial]
FROM [client_tracking_numbers] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period AND [c].[serial] >= @serial
ORDER BY [c].[serial]
GO

-- a serial that may leave a gap
UPDATE [c]
SET [c].[last] = [c].[last]
FROM [client_tracking_counters] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period
GO

SELECT TOP(2) [c].[last]
FROM [client_tracking_counters] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period
GO

SELECT TOP(@p) [c].[serial]
FROM [client_tracking_numbers] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period AND [c].[serial] >= @serial
ORDER BY [c].[serial]
GO

UPDATE [c]
SET [c].[last] = @p
FROM [client_tracking_counters] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period
GO

INSERT INTO [client_tracking_numbers] ([tenant], [series], [period], [serial], [at], [subject], [use]) VALUES (@value0, @value1, @value2, @value3, @value4, @value5, @value6)
GO

-- a void serial
UPDATE [c]
SET [c].[use] = @p,
    [c].[reason] = @p5,
    [c].[subject] = NULL
FROM [client_tracking_numbers] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period AND [c].[serial] = @serial AND [c].[use] = 0
GO

-- a commit that collides
UPDATE [c]
SET [c].[last] = [c].[last]
FROM [client_tracking_counters] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period
GO

SELECT TOP(2) [c].[last]
FROM [client_tracking_counters] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period
GO

SELECT TOP(@p) [c].[serial]
FROM [client_tracking_numbers] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period AND [c].[serial] >= @serial
ORDER BY [c].[serial]
GO

SELECT TOP(1) [c].[subject]
FROM [client_tracking_claims] AS [c]
WHERE [c].[tenant] = @owner AND [c].[scope] = @scope AND [c].[key] = @key
GO

SET NOCOUNT ON;
INSERT INTO [client_tracking_claims] ([key], [scope], [tenant], [subject])
VALUES (@p0, @p1, @p2, @p3);
UPDATE [client_tracking_counters] SET [last] = @p4
OUTPUT 1
WHERE [period] = @p5 AND [series] = @p6 AND [tenant] = @p7;
INSERT INTO [client_tracking_numbers] ([period], [serial], [series], [tenant], [at], [reason], [subject], [text], [use])
VALUES (@p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16);
INSERT INTO [client_tracking_outbox] ([attempts], [detail], [free_from], [key], [last_failure], [lease], [leased_by], [state], [tenant])
OUTPUT INSERTED.[position]
VALUES (@p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24, @p25);
INSERT INTO [client_tracking_subjects] ([id], [tenant], [awaits_approval], [bare], [client], [closed], [custodian], [declassifies_at], [department], [drafter], [due_from], [grade], [kind], [level], [manager], [minimum_rank], [number], [owner], [period], [regulation], [regulation_version], [schema_version], [search], [serial], [series], [state], [status], [version])
VALUES (@p26, @p27, @p28, @p29, @p30, @p31, @p32, @p33, @p34, @p35, @p36, @p37, @p38, @p39, @p40, @p41, @p42, @p43, @p44, @p45, @p46, @p47, @p48, @p49, @p50, @p51, @p52, @p53);
INSERT INTO [client_tracking_journal] ([sequence], [subject], [tenant], [command], [detail])
VALUES (@p54, @p55, @p56, @p57, @p58);
INSERT INTO [client_tracking_obligations] ([id], [subject], [tenant], [assignee], [department], [detail], [due], [kind], [partner], [responsible], [rule], [status])
VALUES (@p59, @p60, @p61, @p62, @p63, @p64, @p65, @p66, @p67, @p68, @p69, @p70);
GO

SELECT TOP(1) [c].[version]
FROM [client_tracking_subjects] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[id] = @id
GO

SELECT TOP(1) [c].[subject]
FROM [client_tracking_claims] AS [c]
WHERE [c].[tenant] = @owner AND [c].[scope] = @scope AND [c].[key] = @key
GO

SELECT TOP(1) [c].[tenant], [c].[series], [c].[period], [c].[serial], [c].[at], [c].[reason], [c].[subject], [c].[text], [c].[use]
FROM [client_tracking_numbers] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period AND [c].[serial] = @number_Serial
GO

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [client_tracking_numbers] AS [c]
        WHERE [c].[tenant] = @_tenant AND [c].[text] = @text) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
GO

SELECT TOP(1) [c].[command]
FROM [client_tracking_journal] AS [c]
WHERE 0 = 1
GO

SELECT TOP(1) [c].[key]
FROM [client_tracking_outbox] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[key] = @keys1
GO

-- an import
SELECT [c].[id]
FROM [client_tracking_subjects] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[id] = @ids1
GO

SELECT [c].[text]
FROM [client_tracking_numbers] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[text] IS NOT NULL AND [c].[text] = @texts1
GO

SELECT [c].[serial]
FROM [client_tracking_numbers] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[series] = @series AND [c].[period] = @period AND [c].[serial] = @serials1
GO

SELECT [c].[key]
FROM [client_tracking_claims] AS [c]
WHERE [c].[tenant] = @_tenant AND [c].[scope] = @scope AND [c].[key] = @keys1
GO

INSERT INTO [client_tracking_subjects] ([tenant], [id], [awaits_approval], [bare], [client], [closed], [custodian], [declassifies_at], [department], [drafter], [due_from], [grade], [kind], [level], [manager], [minimum_rank], [number], [owner], [period], [regulation], [regulation_version], [schema_version], [search], [serial], [series], [state], [status], [version]) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24, @p25, @p26, @p27)
GO

INSERT INTO [client_tracking_obligations] ([tenant], [subject], [id], [assignee], [department], [detail], [due], [kind], [partner], [responsible], [rule], [status]) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)
GO

INSERT INTO [client_tracking_journal] ([tenant], [subject], [sequence], [command], [detail]) VALUES (@p0, @p1, @p2, @p3, @p4)
GO

INSERT INTO [client_tracking_numbers] ([tenant], [series], [period], [serial], [at], [reason], [subject], [text], [use]) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)
GO

INSERT INTO [client_tracking_claims] ([tenant], [scope], [key], [subject]) VALUES (@p0, @p1, @p2, @p3)
GO

-- a lease
SELECT TOP(@p) [c].[position]
FROM [client_tracking_outbox] AS [c]
WHERE [c].[state] = 0 AND [c].[free_from] <= @from
ORDER BY [c].[position]
GO

UPDATE [c]
SET [c].[leased_by] = @p,
    [c].[lease] = @p3,
    [c].[free_from] = @p4
FROM [client_tracking_outbox] AS [c]
WHERE [c].[state] = 0 AND [c].[free_from] <= @from AND [c].[position] = @wanted1
GO

SELECT [c].[position], [c].[attempts], [c].[detail], [c].[free_from], [c].[key], [c].[last_failure], [c].[lease], [c].[leased_by], [c].[state], [c].[tenant]
FROM [client_tracking_outbox] AS [c]
WHERE [c].[lease] = @lease
ORDER BY [c].[position]
GO

-- a delivered notice
UPDATE [c]
SET [c].[state] = @p,
    [c].[leased_by] = NULL,
    [c].[lease] = NULL
FROM [client_tracking_outbox] AS [c]
WHERE [c].[tenant] = @tenant AND [c].[key] = @key AND [c].[state] = 0 AND [c].[leased_by] = @owner
GO

-- a failed notice
UPDATE [c]
SET [c].[state] = @p,
    [c].[free_from] = @p4,
    [c].[attempts] = [c].[attempts] + 1,
    [c].[last_failure] = @p5,
    [c].[leased_by] = NULL,
    [c].[lease] = NULL
FROM [client_tracking_outbox] AS [c]
WHERE [c].[tenant] = @tenant AND [c].[key] = @key AND [c].[state] = 0 AND [c].[leased_by] = @owner
GO

-- notices set aside
SELECT [c0].[position], [c0].[attempts], [c0].[detail], [c0].[free_from], [c0].[key], [c0].[last_failure], [c0].[lease], [c0].[leased_by], [c0].[state], [c0].[tenant]
FROM (
    SELECT TOP(@p) [c].[position], [c].[attempts], [c].[detail], [c].[free_from], [c].[key], [c].[last_failure], [c].[lease], [c].[leased_by], [c].[state], [c].[tenant]
    FROM [client_tracking_outbox] AS [c]
    WHERE [c].[tenant] = @owner AND [c].[state] = 2
    ORDER BY [c].[position]
) AS [c0]
ORDER BY [c0].[position]
GO

-- a notice put back
UPDATE [c]
SET [c].[state] = @p,
    [c].[attempts] = @p,
    [c].[free_from] = @p4
FROM [client_tracking_outbox] AS [c]
WHERE [c].[tenant] = @_8__locals1_tenant AND [c].[key] = @_8__locals1_key AND [c].[state] = 2
GO

-- entry 1 of an access log
INSERT INTO [client_tracking_access_log_heads] ([tenant], [subject], [count], [digest]) VALUES (@value0, @value1, @value2, @value3)
GO

INSERT INTO [client_tracking_access_log] ([tenant], [subject], [sequence], [action], [allowed], [at], [code], [digest], [level], [person], [previous], [rule]) VALUES (@value0, @value1, @value2, @value3, @value4, @value5, @value6, @value7, @value8, @value9, @value10, @value11)
GO

-- entry 2 of an access log
UPDATE [c]
SET [c].[count] = @p,
    [c].[digest] = @p5
FROM [client_tracking_access_log_heads] AS [c]
WHERE [c].[tenant] = @owner AND [c].[subject] = @id AND [c].[count] = @count AND [c].[digest] = @previous
GO

INSERT INTO [client_tracking_access_log] ([tenant], [subject], [sequence], [action], [allowed], [at], [code], [digest], [level], [person], [previous], [rule]) VALUES (@value0, @value1, @value2, @value3, @value4, @value5, @value6, @value7, @value8, @value9, @value10, @value11)
GO

-- the head of an access log
SELECT TOP(1) [c].[tenant], [c].[subject], [c].[count], [c].[digest]
FROM [client_tracking_access_log_heads] AS [c]
WHERE [c].[tenant] = @owner AND [c].[subject] = @id
GO

-- an access log
SELECT TOP(@p) [c].[tenant], [c].[subject], [c].[sequence], [c].[action], [c].[allowed], [c].[at], [c].[code], [c].[digest], [c].[key_id], [c].[level], [c].[mac], [c].[person], [c].[previous], [c].[rule]
FROM [client_tracking_access_log] AS [c]
WHERE [c].[tenant] = @owner AND [c].[subject] = @id AND [c].[sequence] > @after
ORDER BY [c].[sequence]
GO

