using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>What one person may know at an instant, of kinds with and without a confidentiality regulation.</summary>
internal sealed class Clearance(
    TrackingModel model, Reader reader, Instant now, Func<SubjectId, LoggedDecision, CancellationToken, Task> log)
{
    private readonly HashSet<(SubjectId, AccessAction, bool)> _logged = [];

    public Reader Reader => reader;

    public Instant Now => now;

    /// <summary>How much of a record the person sees: nothing of a kind the host does not run, everything of one without a regulation.</summary>
    public Visibility VisibilityOf(SubjectRecord record) =>
        model.PolicyOf(record.Kind) is { } policy ? policy.VisibilityOf(reader, record.Access, now)
        : model.Runs(record.Kind) ? Visibility.Content
        : Visibility.Hidden;

    public bool Hides(SubjectRecord record) => VisibilityOf(record) == Visibility.Hidden;

    /// <summary>Whether the person may do it; granted or refused, it is logged where the rules ask for that before the answer is known (CL-11).</summary>
    public async ValueTask<bool> AllowsAsync(SubjectRecord record, AccessAction action, CancellationToken cancellationToken)
    {
        if (Decide(record, action) is not { } decision) return model.Runs(record.Kind);
        await LogAsync(record, decision, cancellationToken).ConfigureAwait(false);
        return decision.IsAllowed;
    }

    /// <summary>Logs a decision once for this command or query, however often it is repeated.</summary>
    public async ValueTask LogAsync(SubjectRecord record, AccessDecision decision, CancellationToken cancellationToken)
    {
        if (model.PolicyOf(record.Kind)?.IsLogged(record.Access, now) != true || !_logged.Add((record.Id, decision.Action, decision.IsAllowed))) return;
        await log(record.Id, LoggedDecision.Of(decision, reader, record.Access, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on only where the person may do it.</summary>
    /// <exception cref="InvalidRequestException">The person may not even know of the record: the same as when there is none.</exception>
    /// <exception cref="AccessDeniedException">The person knows of the record and may not do it.</exception>
    public async Task RequireAsync(SubjectRecord record, AccessAction action, CancellationToken cancellationToken, SubjectKind? wanted = null)
    {
        if (await AllowsAsync(record, action, cancellationToken).ConfigureAwait(false)) return;
        throw Hides(record) ? Unknown(record.Id, wanted) : Decide(record, action)!.Value.ToDenied(VisibilityOf(record));
    }

    /// <summary>Which records a query may find.</summary>
    public ReaderFilter FilterFor(AccessAction action, SubjectKind? kind)
    {
        SubjectKind[] kinds = kind is { } one ? [one] : [.. model.Kinds.Select(known => known.Kind)];
        var filters = kinds.Where(model.Runs).Select(known => model.PolicyOf(known) is { } policy
            ? policy.FilterFor(reader, action, [known], now).Kinds[0]
            : KindFilter.All(known));
        return new() { Person = reader.Person, Now = now, Offices = reader.Offices, Kinds = [.. filters] };
    }

    /// <summary>The filter of a list of headers: by the most that its conditions and its order would betray.</summary>
    public ReaderFilter FilterFor(SubjectQuery query) => FilterFor(
        !query.Statuses.IsDefaultOrEmpty || query.Grade is not null || query.Owner is not null || query.Client is not null || query.Closed is not null
            ? AccessAction.Read
        : query.NumberPrefix is not null || query.Series is not null || query.FromPeriod is not null || query.ToPeriod is not null
            || query.Order == SubjectOrder.Number
            ? AccessAction.ReadHeader
        : AccessAction.Find,
        query.Kind);

    /// <summary>What the person sees of a record that the query admitted.</summary>
    public SubjectHeader HeaderOf(SubjectRecord record)
    {
        if (model.PolicyOf(record.Kind) is not { } policy) return SubjectHeader.Of(record, Visibility.Content, null, now);
        var redaction = Redaction.Of(policy, reader, record.Access, now);
        return SubjectHeader.Of(record, redaction.Visibility, redaction, now);
    }

    /// <summary>There is no such subject, or none the person may know of.</summary>
    public static InvalidRequestException Unknown(SubjectId id, SubjectKind? wanted) =>
        new(new Fault("subject", "request.unknown-subject", wanted?.Value ?? "subject", id));

    private AccessDecision? Decide(SubjectRecord record, AccessAction action) => model.PolicyOf(record.Kind) is { } policy
        ? policy.Decide(reader, action == AccessAction.Copy ? WholeOf(record, policy) : record.Access, action, now)
        : null;

    /// <summary>A copy holds every field, also those with a higher level of their own.</summary>
    private static AccessFields WholeOf(SubjectRecord record, AccessPolicy policy) =>
        (policy.Rules.Of(record.Kind)?.Fields.Values ?? []).Aggregate(record.Access, (access, level) => access.ForField(level));
}
