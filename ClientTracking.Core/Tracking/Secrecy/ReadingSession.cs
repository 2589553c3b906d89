using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Numbering;
using ClientTracking.Storage;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>The tenant's data as one person may read it: every query, also one of the host's own, sees what that person may know and nothing else.</summary>
/// <remarks>
/// Lists are filtered in the store; what is opened singly is decided once more. What may not be read is as if it were not there: only
/// <see cref="ListAsync"/> and <see cref="PeekAsync"/> give headers.
/// </remarks>
internal sealed class ReadingSession(QuerySession inner, Clearance clearance) : ITrackingSession
{
    public TenantId Tenant => inner.Tenant;

    /// <summary>The data as nobody in particular reads it.</summary>
    public ITrackingSession Whole => inner;

    public async Task<SubjectRecord?> FindAsync(SubjectId id, CancellationToken cancellationToken) =>
        await ReadAsync(await inner.FindAsync(id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public async Task<SubjectRecord?> FindByNumberAsync(string numberText, CancellationToken cancellationToken) =>
        await ReadAsync(await inner.FindByNumberAsync(numberText, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public async Task<SubjectRecord?> FindByCommandAsync(CommandId command, CancellationToken cancellationToken) =>
        await ReadAsync(await inner.FindByCommandAsync(command, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public async Task<SubjectId?> FindByClaimAsync(Claim claim, CancellationToken cancellationToken) =>
        await inner.FindByClaimAsync(claim, cancellationToken).ConfigureAwait(false) is { } holder
            && await inner.FindAsync(holder, cancellationToken).ConfigureAwait(false) is { } record
            && await clearance.AllowsAsync(record, AccessAction.Read, cancellationToken).ConfigureAwait(false)
            && clearance.MaskingOf(record) is not { HidesClaims: true }
                ? holder
                : null;

    public async Task<ImmutableArray<Notice>> NoticesAsync(SubjectId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } record
            ? [.. (await inner.NoticesAsync(id, cancellationToken).ConfigureAwait(false)).Select(notice => NoticeAudience.Shown(notice, clearance.MaskingOf(record)))]
            : [];

    public async Task<Page<SubjectRecord>> QueryAsync(SubjectQuery query, CancellationToken cancellationToken)
    {
        var page = await inner.QueryAsync(query with { Reader = clearance.FilterFor(AccessAction.Read, query.Kind, Clearance.AskedBy(query)) }, cancellationToken)
            .ConfigureAwait(false);
        // A grant may have ended between the filter and now only if a store got it wrong; then the page comes up short rather than tells.
        var read = ImmutableArray.CreateBuilder<SubjectRecord>(page.Items.Length);
        foreach (var record in page.Items)
            if (await ReadAsync(record, cancellationToken).ConfigureAwait(false) is { } shown)
                read.Add(shown);
        return new(read.ToImmutable(), page.Next);
    }

    public async Task<Page<ObligationRow>> QueryAsync(ObligationQuery query, CancellationToken cancellationToken)
    {
        var page = await inner.QueryAsync(
            query with { Reader = clearance.FilterFor(AccessAction.Read, query.Kind, Clearance.AskedBy(query)) }, cancellationToken).ConfigureAwait(false);
        var masks = new Dictionary<SubjectId, Masking?>();
        foreach (var row in page.Items)
            if (clearance.MayMask(row.Kind) && !masks.ContainsKey(row.Subject))
                masks[row.Subject] = await inner.FindAsync(row.Subject, cancellationToken).ConfigureAwait(false) is { } record
                    ? clearance.MaskingOf(record) : null;
        return masks.Count == 0 ? page : page with
        {
            Items = [.. page.Items.Select(row => masks.GetValueOrDefault(row.Subject) is { } mask ? row with { Obligation = mask.Mask(row.Obligation) } : row)],
        };
    }

    public Task<Page<NumberEntry>> QueryAsync(NumberQuery query, CancellationToken cancellationToken)
    {
        var reader = clearance.FilterFor(AccessAction.ReadHeader, null);
        return inner.QueryAsync(query with { Reader = reader.IsUnrestricted ? null : reader }, cancellationToken);
    }

    /// <summary>One page of what the person may know of, each as far as they may.</summary>
    public async Task<Page<SubjectHeader>> ListAsync(SubjectQuery query, CancellationToken cancellationToken)
    {
        var page = await inner.QueryAsync(query with { Reader = clearance.FilterFor(query) }, cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(clearance.HeaderOf).Where(header => header.Visibility != Visibility.Hidden)], page.Next);
    }

    /// <summary>What the person may know of one record; null where that is nothing.</summary>
    public async Task<SubjectHeader?> PeekAsync(SubjectId id, CancellationToken cancellationToken)
    {
        if (await inner.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } record) return null;
        await clearance.AllowsAsync(record, AccessAction.ReadHeader, cancellationToken).ConfigureAwait(false);
        return clearance.Hides(record) ? null : clearance.HeaderOf(record);
    }

    /// <summary>The record for a copy of it; the decision is that on copying, which asks for more than reading.</summary>
    public async Task<SubjectRecord> CopyAsync(SubjectId id, CancellationToken cancellationToken)
    {
        if (await inner.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } record) throw Clearance.Unknown(id, null);
        await clearance.RequireAsync(record, AccessAction.Copy, cancellationToken).ConfigureAwait(false);
        return await clearance.KnowingAsync(inner, record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Those of one page of what the person may read that they may copy.</summary>
    public async Task<Page<SubjectRecord>> CopyAsync(SubjectQuery query, CancellationToken cancellationToken)
    {
        var page = await inner.QueryAsync(query with { Reader = clearance.FilterFor(AccessAction.Read, query.Kind, Clearance.AskedBy(query)) }, cancellationToken).ConfigureAwait(false);
        var copied = ImmutableArray.CreateBuilder<SubjectRecord>(page.Items.Length);
        foreach (var record in page.Items)
            if (await clearance.AllowsAsync(record, AccessAction.Copy, cancellationToken).ConfigureAwait(false))
                copied.Add(await clearance.KnowingAsync(inner, record, cancellationToken).ConfigureAwait(false));
        return new(copied.ToImmutable(), page.Next);
    }

    public Task<long> TakeSerialAsync(SerialRequest request, CancellationToken cancellationToken) => inner.TakeSerialAsync(request, cancellationToken);

    public Task VoidAsync(NumberScope scope, long serial, string reason, CancellationToken cancellationToken) =>
        inner.VoidAsync(scope, serial, reason, cancellationToken);

    public Task CommitAsync(ImmutableArray<SubjectChange> changes, CancellationToken cancellationToken) => inner.CommitAsync(changes, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async ValueTask<SubjectRecord?> ReadAsync(SubjectRecord? record, CancellationToken cancellationToken) =>
        record is not null && await clearance.AllowsAsync(record, AccessAction.Read, cancellationToken).ConfigureAwait(false)
            ? await clearance.KnowingAsync(inner, clearance.Show(record), cancellationToken).ConfigureAwait(false)
            : null;
}
