using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>Writes down what became of a record's secrecy by itself: the end of its term, and grants whose granter lost the office (CL-05, CL-08).</summary>
internal sealed class SecrecySettlement(TrackingModel model, IOrganizationProvider organizations)
{
    /// <summary>The change that puts it on record; null where nothing is to be recorded.</summary>
    internal async Task<SubjectChange?> OfAsync(TenantId tenant, SubjectRecord record, Instant now, CancellationToken cancellationToken)
    {
        if (record.Secrecy is not { } secrecy) return null;
        ImmutableArray<SecrecyEvent> happened = SecrecyDesk.Due(secrecy, now) is { } over ? [over]
            : model.PolicyOf(record.Kind) is { } policy && !secrecy.Grants.IsEmpty
                ? new SecrecyDesk(policy).Settle(secrecy, await organizations.GetOrganizationAsync(tenant, cancellationToken).ConfigureAwait(false), now)
            : [];
        if (happened.IsEmpty) return null;
        var entry = EntryWriter.OfTheClock(record, "secrecy.settled", now) with { Secrecy = happened };
        var after = record.After(entry, record.State, record.Search);
        return new(record, after, NoticesOf.Entry(tenant, after, entry));
    }
}
