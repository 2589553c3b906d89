using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>What the host is told of a journal entry: the event, and each change of an obligation.</summary>
internal static class NoticesOf
{
    public static ImmutableArray<Notice> Entry(TenantId tenant, SubjectRecord after, JournalEntry entry, params ImmutableArray<Role> told)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{after.Id}/{entry.Sequence}");
        var what = About(tenant, after, entry.At) with { Key = key, Name = entry.Name };
        return
        [
            what,
            .. told.Select(role => what with { Key = $"{key}/to/{role}", Role = role }),
            .. entry.Obligations.Select(change => Obligation(what, change)),
        ];
    }

    /// <summary>What an entry means for other subjects.</summary>
    public static IEnumerable<Notice> Announced(TenantId tenant, SubjectRecord after, JournalEntry entry, ImmutableArray<Announcement> announcements) =>
        announcements.Select(told => new Notice
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{after.Id}/{entry.Sequence}/{told.Key}"),
            Tenant = tenant,
            Subject = told.Subject,
            Kind = told.Kind,
            Number = told.Number,
            Name = told.Name,
            At = entry.At,
            Rule = told.Rule,
            Role = told.Role,
            Due = told.Due,
            Forecast = told.Forecast,
        });

    /// <summary>The journal entry a notice is about; none for what is told of one obligation or one role.</summary>
    public static long? EntryOf(Notice notice) =>
        notice.Key.StartsWith($"{notice.Subject}/", StringComparison.Ordinal)
        && long.TryParse(notice.Key.AsSpan(notice.Subject.ToString().Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence : null;

    /// <summary>A reminder, the word that it is overdue, or an escalation: the same level of the same due instant has the same key, whoever sends it.</summary>
    public static ImmutableArray<Notice> Told(TenantId tenant, SubjectRecord after, ObligationChange change, NoticeDue due)
    {
        var told = Obligation(About(tenant, after, due.At), change) with
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{after.Id}/due/{change.After.Id}/{due.Level}/{change.After.Revision}"),
            Level = due.Level,
            Role = due.Audience ?? change.After.Responsible,
            Person = due.Audience is null ? change.After.Assignee : null,
        };
        return due.Audience is null && change.After.Partner is { } partner
            ? [told, told with { Key = $"{told.Key}/partner", Role = partner.Role, Person = partner.Person }]
            : [told];
    }

    /// <summary>A notice on a subject, still without what tells it from others.</summary>
    private static Notice About(TenantId tenant, SubjectRecord after, Instant at) =>
        new() { Key = "", Tenant = tenant, Subject = after.Id, Kind = after.Kind, Number = after.Number?.Text, Name = "", At = at };

    private static Notice Obligation(Notice what, ObligationChange change) => what with
    {
        Key = string.Create(CultureInfo.InvariantCulture, $"{what.Key}/{change.After.Id}/{Name(change)}"),
        Name = $"obligation.{Name(change)}",
        Obligation = change.After.Id,
        Rule = change.After.Rule,
        Role = change.After.Responsible,
        Person = change.After.Assignee,
        Due = change.After.Due,
    };

    private static string Name(ObligationChange change) => change.What.ToString().ToLowerInvariant();
}
