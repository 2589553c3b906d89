namespace ClientTracking.Storage.Mongo;

/// <summary>The names of the fields of the stored documents; they are a stored format and never change their meaning.</summary>
internal static class Field
{
    internal const string Id = "_id";
    internal const string Tenant = "tenant";
    internal const string Subject = "subject";
    internal const string Persons = "persons";
    internal const string SubjectPath = "_id.subject";
    internal const string TenantPath = "_id.tenant";
    internal const string Kind = "kind";
    internal const string Version = "version";
    internal const string SchemaVersion = "schemaVersion";
    internal const string Regulation = "regulation";
    internal const string RegulationVersion = "regulationVersion";
    internal const string State = "state";
    internal const string Status = "status";
    internal const string Grade = "grade";
    internal const string Owner = "owner";
    internal const string Client = "client";
    internal const string Closed = "closed";
    internal const string Obligations = "obligations";
    internal const string Journal = "journal";

    /// <summary>What decides who may know the record; absent where nothing does.</summary>
    internal const string Access = "access";

    /// <summary>The people concerned, of the present state.</summary>
    internal const string Participants = "participants";

    /// <summary>The claims of the present state.</summary>
    internal const string Claims = "claims";

    /// <summary>Every claim the subject ever had; absent rather than empty, because an empty array would stand in a unique index as null.</summary>
    internal const string Held = "held";

    /// <summary>The present number.</summary>
    internal const string Number = "number";

    /// <summary>Every number the subject ever had, with the instant the ledger notes.</summary>
    internal const string Numbers = "numbers";

    /// <summary>
    /// The command ids of the journal. The journal itself cannot carry the unique index: an entry without a command would stand in it as null.
    /// </summary>
    internal const string Commands = "commands";

    internal const string Series = "series";
    internal const string Period = "period";
    internal const string Serial = "serial";
    internal const string Text = "text";
    internal const string Bare = "bare";
    internal const string At = "at";
    internal const string Scope = "scope";
    internal const string Key = "key";

    /// <summary>From when on something is due on the subject by the clock, in Unix milliseconds; absent when nothing is.</summary>
    internal const string DueFrom = "dueFrom";

    /// <summary>The notices that are not delivered.</summary>
    internal const string Outbox = "outbox";

    /// <summary>Counts the changes of the outbox, which come independently of the subject's version.</summary>
    internal const string OutboxRevision = "outboxRevision";

    /// <summary>The first instant at which a notice of the subject may be leased; absent when none waits.</summary>
    internal const string OutboxFrom = "outboxFrom";

    /// <summary>The place in the queue of the oldest notice that waits; absent when none does.</summary>
    internal const string OutboxPlace = "outboxPlace";

    /// <summary>The place in the queue of the oldest notice that was set aside; absent when none was.</summary>
    internal const string SetAsidePlace = "setAsidePlace";

    internal const string Place = "place";
    internal const string Notice = "notice";
    internal const string FreeFrom = "freeFrom";
    internal const string LeasedBy = "leasedBy";
    internal const string Attempts = "attempts";
    internal const string LastFailure = "lastFailure";
    internal const string SetAside = "setAside";

    internal const string Last = "last";
    internal const string Holder = "holder";
    internal const string Token = "token";
    internal const string Reserved = "reserved";
    internal const string Use = "use";
    internal const string Reason = "reason";
}
