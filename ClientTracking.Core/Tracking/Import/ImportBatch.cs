using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking.Import;

/// <summary>The rows of an import that are stored together, the refused ones among them.</summary>
internal sealed class ImportBatch(ITrackingStore store, TenantId tenant)
{
    private readonly List<ImportedRow> _rows = [];
    private readonly List<(int Place, SubjectRecord Record)> _records = [];
    private readonly HashSet<SubjectId> _ids = [];
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<Claim> _claims = [];
    private long _before;

    internal int Count => _rows.Count;

    internal void Add(SubjectId subject, SubjectRecord? record, FaultList faults)
    {
        if (record is not null) RefuseRepeated(record, faults);
        if (faults.Count == 0) _records.Add((_rows.Count, record!));
        _rows.Add(new(_before + _rows.Count + 1, subject, faults.Count > 0 ? ImportResult.Refused : ImportResult.Stored, [.. faults.Found]));
    }

    internal async Task<ImmutableArray<ImportedRow>> StoreAsync(CancellationToken cancellationToken)
    {
        if (_rows.Count == 0) return [];
        var fates = _records.Count == 0
            ? []
            : await store.ImportAsync(tenant, [.. _records.Select(row => row.Record)], cancellationToken).ConfigureAwait(false);
        foreach (var ((place, _), fate) in _records.Zip(fates))
            _rows[place] = _rows[place] with
            {
                Result = fate.Result,
                Faults = fate.Taken is { } taken ? [new Fault("subject", "import.taken", taken)] : [],
            };
        var done = _rows.ToImmutableArray();
        _before += done.Length;
        _rows.Clear();
        _records.Clear();
        _ids.Clear();
        _numbers.Clear();
        _claims.Clear();
        return done;
    }

    /// <summary>What repeats another row of the batch; what repeats a stored one the store finds.</summary>
    private void RefuseRepeated(SubjectRecord record, FaultList faults)
    {
        if (!_ids.Add(record.Id)) faults.Add("id", "import.taken", record.Id);
        else if (record.Number is { } number && !_numbers.Add(number.Text)) faults.Add("number", "import.taken", number.Text);
        else if (record.Search.Claims.FirstOrDefault(claim => !_claims.Add(claim)) is { Key: { } key }) faults.Add("claims", "import.taken", key);
    }
}
