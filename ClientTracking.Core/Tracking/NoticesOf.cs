using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking;

/// <summary>What the host is told of a journal entry: the event, and each change of an obligation.</summary>
internal static class NoticesOf
{
    public static ImmutableArray<Notice> Entry(TenantId tenant, SubjectRecord after, JournalEntry entry)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{after.Id}/{entry.Sequence}");
        var what = new Notice
        {
            Key = key,
            Tenant = tenant,
            Subject = after.Id,
            Kind = after.Kind,
            Number = after.Number?.Text,
            Name = entry.Name,
            At = entry.At,
        };
        return [what, .. entry.Obligations.Select(change => Obligation(what, change))];
    }

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
