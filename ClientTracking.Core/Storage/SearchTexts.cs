using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Subjects;

namespace ClientTracking.Storage;

/// <summary>The texts of queries as a store may be asked for them: clean, in normal form C like what is stored, and values and nothing else.</summary>
internal static class SearchTexts
{
    /// <summary>The most a filter may have, in UTF-16 units; nothing longer is stored.</summary>
    internal const int Longest = 200;

    /// <exception cref="InvalidRequestException">A text is over-long or has characters that are not seen; each fault names its path.</exception>
    public static SubjectQuery Checked(this SubjectQuery query)
    {
        if (query is { Statuses.IsEmpty: true, Client: null, NumberPrefix: null, Series: null, FromPeriod: null, ToPeriod: null }) return query;
        var faults = new FaultList();
        query = query with
        {
            Statuses = [.. query.Statuses.Select((status, i) => FilterText.Normalize(faults, $"statuses[{i}]", status, Longest) ?? "")],
            Client = FilterText.Normalize(faults, "client", query.Client, Longest),
            NumberPrefix = FilterText.Normalize(faults, "numberPrefix", query.NumberPrefix, Longest),
            Series = FilterText.Normalize(faults, "series", query.Series, Longest),
            FromPeriod = FilterText.Normalize(faults, "fromPeriod", query.FromPeriod, Longest),
            ToPeriod = FilterText.Normalize(faults, "toPeriod", query.ToPeriod, Longest),
        };
        faults.ThrowIfAny();
        return query;
    }

    /// <inheritdoc cref="Checked(SubjectQuery)"/>
    public static ObligationQuery Checked(this ObligationQuery query) =>
        query.Department is null ? query : query with { Department = Checked("department", query.Department) };

    /// <inheritdoc cref="Checked(SubjectQuery)"/>
    public static NumberQuery Checked(this NumberQuery query) =>
        query with { Scope = new NumberScope(Checked("scope.series", query.Scope.Series), Checked("scope.period", query.Scope.Period)) };

    /// <inheritdoc cref="Checked(SubjectQuery)"/>
    public static Claim Checked(this Claim claim) => new(Checked("claim.scope", claim.Scope), Checked("claim.key", claim.Key));

    /// <summary>One text that is looked up.</summary>
    /// <exception cref="InvalidRequestException">It is over-long or has characters that are not seen.</exception>
    public static string Checked(string path, string text)
    {
        var faults = new FaultList();
        var normal = FilterText.Normalize(faults, path, text, Longest);
        faults.ThrowIfAny();
        return normal ?? throw new ArgumentNullException(path);
    }
}
