using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>Which fields of one record a register or report shows to one person (CL-02 by field, CL-12).</summary>
public sealed record Redaction
{
    /// <summary>What stands where a field is not shown.</summary>
    public const string Mask = "＊＊＊";

    private readonly ImmutableHashSet<string> _named;
    private readonly bool _shownUnlessNamed;

    private Redaction(Visibility visibility, bool shownUnlessNamed, ImmutableHashSet<string> named) =>
        (Visibility, _shownUnlessNamed, _named) = (visibility, shownUnlessNamed, named);

    /// <summary>How much of the record is seen at all.</summary>
    public Visibility Visibility { get; }

    /// <summary>Whether a field is shown, by the name the kind's rule gives it.</summary>
    public bool Shows(string field) => _named.Contains(field) != _shownUnlessNamed;

    /// <summary>
    /// The value where the field is shown, else <see cref="Mask"/>, also for a field that has no value, which is nobody's business either.
    /// </summary>
    public string? Cell(string field, string? value) => Shows(field) ? value : Mask;

    /// <summary>Works it out for one record.</summary>
    public static Redaction Of(AccessPolicy policy, Reader reader, AccessFields record, Instant now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(record);
        var visibility = policy.VisibilityOf(reader, record, now);
        var secrecy = policy.Rules.Of(record.Kind);
        return visibility switch
        {
            Visibility.Content => new(visibility, true, secrecy is null ? [] : [.. secrecy.Fields
                .Where(field => !policy.Decide(reader, record.ForField(field.Value), AccessAction.Read, now).IsAllowed).Select(field => field.Key)]),
            Visibility.Header => new(visibility, false, [.. secrecy?.HeaderFields ?? []]),
            _ => new(visibility, false, []),
        };
    }
}
