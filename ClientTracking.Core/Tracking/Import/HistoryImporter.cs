using System.Runtime.CompilerServices;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Tracking.Import;

/// <summary>Takes over historic subjects: numbers, instants and journals as they were, nobody told, nothing fined that fell due before.</summary>
/// <remarks>
/// Rows are read, stored and answered a batch at a time, so any number can be streamed. A row that is refused keeps no other from being stored.
/// Stopped in the middle, the same stream is imported again: what is there already is passed over. New numbers go on behind the imported ones.
/// </remarks>
public sealed class HistoryImporter(TrackingModel model, ITrackingStore store, ITenantProvider tenants, IOrganizationProvider organizations, IClock clock)
{
    private const int Batch = 500;

    /// <summary>Imports a stream of subjects of one kind; it goes on as far as the answer is read.</summary>
    /// <param name="subjects">The subjects, each once.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <returns>What became of each row, in their order.</returns>
    /// <exception cref="StorageUnavailableException">The store did not finish; import the same stream again.</exception>
    public async IAsyncEnumerable<ImportedRow> ImportAsync<TState>(
        IAsyncEnumerable<HistoricSubject<TState>> subjects, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TState : class
    {
        ArgumentNullException.ThrowIfNull(subjects);
        var kind = model.KindOf<TState>();
        var tenant = await tenants.GetTenantAsync(cancellationToken).ConfigureAwait(false);
        var policy = model.PolicyOf(kind.Kind);
        var organization = policy is null ? Organization.Empty : await organizations.GetOrganizationAsync(tenant, cancellationToken).ConfigureAwait(false);
        var reader = new HistoryReader<TState>(
            kind, model.Regulation(kind.Regulation), model.Deadlines(tenant), clock.GetCurrentInstant().CutToMilliseconds(), policy, organization);
        var batch = new ImportBatch(store, tenant);
        await foreach (var subject in subjects.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var faults = new FaultList();
            var record = reader.Read(subject, faults);
            batch.Add(subject.Id, record, faults);
            if (batch.Count < Batch) continue;
            foreach (var row in await batch.StoreAsync(cancellationToken).ConfigureAwait(false)) yield return row;
        }
        foreach (var row in await batch.StoreAsync(cancellationToken).ConfigureAwait(false)) yield return row;
    }
}
