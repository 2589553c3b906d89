using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Subjects;

namespace ClientTracking.Storage;

/// <summary>What became of a record that was to be imported.</summary>
/// <param name="Result">Stored, there already, or refused.</param>
/// <param name="Taken">The number, claim or command id that another subject has; only where it was refused.</param>
public readonly record struct ImportFate(ImportResult Result, string? Taken = null)
{
    /// <summary>Imports one record after the other through sessions, for stores that know no faster way.</summary>
    public static async Task<ImmutableArray<ImportFate>> OneByOneAsync(
        ITrackingStore store, TenantId tenant, ImmutableArray<SubjectRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var fates = ImmutableArray.CreateBuilder<ImportFate>(records.Length);
        foreach (var record in records) fates.Add(await OneAsync(store, tenant, record, cancellationToken).ConfigureAwait(false));
        return fates.ToImmutable();
    }

    private static async Task<ImportFate> OneAsync(ITrackingStore store, TenantId tenant, SubjectRecord record, CancellationToken cancellationToken)
    {
        try
        {
            var session = store.OpenSession(tenant);
            await using var _ = session.ConfigureAwait(false);
            if (await session.FindAsync(record.Id, cancellationToken).ConfigureAwait(false) is not null) return new(ImportResult.Present);
            await session.CommitAsync([new(null, record, [])], cancellationToken).ConfigureAwait(false);
            return new(ImportResult.Stored);
        }
        catch (ClaimTakenException e)
        {
            return new(ImportResult.Refused, e.Key);
        }
        catch (ConcurrencyConflictException)
        {
            var session = store.OpenSession(tenant);
            await using var _ = session.ConfigureAwait(false);
            if (await session.FindAsync(record.Id, cancellationToken).ConfigureAwait(false) is not null) return new(ImportResult.Present);
            foreach (var entry in record.Journal)
                if (entry.Command is { } command && await session.FindByCommandAsync(command, cancellationToken).ConfigureAwait(false) is not null)
                    return new(ImportResult.Refused, command.Value);
            return new(ImportResult.Refused, record.Number?.Text ?? record.Id.ToString());
        }
    }
}

/// <summary>How an import of one record ended.</summary>
public enum ImportResult
{
    /// <summary>It is stored, whole.</summary>
    Stored,

    /// <summary>A subject with its id is there already; nothing was written.</summary>
    Present,

    /// <summary>Something that must be its own belongs to another subject; nothing was written.</summary>
    Refused,
}
