using System.Collections.Immutable;
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

    /// <summary>What is not shown to the person of a record they may read; null where that is nothing.</summary>
    public Masking? MaskingOf(SubjectRecord record) =>
        model.PolicyOf(record.Kind) is { } policy && policy.Rules.Of(record.Kind) is { Fields.IsEmpty: false }
            ? model.KindOf(record.Kind).MaskingOf(record, Redaction.Of(policy, reader, record.Access, now))
            : null;

    /// <summary>Whether some person of a record of the kind may be hidden from the reader.</summary>
    public bool MayMask(SubjectKind kind) =>
        !reader.IsLeadership && model.PolicyOf(kind)?.Rules.Of(kind) is { } secrecy
        && secrecy.Fields.Keys.Any(field => model.KindOf(kind).TracesOf(field).HasFlag(FieldTraces.Debtors));

    /// <summary>A record the person may read as they are shown it.</summary>
    public SubjectRecord Show(SubjectRecord record) => MaskingOf(record) is { } masking ? model.KindOf(record.Kind).Show(record, masking) : record;

    /// <summary>A record without what it tells of other ones that the person is not shown the whole of.</summary>
    public async ValueTask<SubjectRecord> KnowingAsync(ITrackingSession session, SubjectRecord record, CancellationToken cancellationToken)
    {
        if (reader.IsLeadership || !model.Runs(record.Kind)) return record;
        var kind = model.KindOf(record.Kind);
        var others = ImmutableDictionary.CreateBuilder<SubjectId, Redaction>();
        foreach (var id in kind.MentionedIn(record).Distinct())
            if (await session.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } other && PartOf(other) is { } part)
                others[id] = part;
        return others.Count == 0 ? record : kind.ShowKnowing(record, others.ToImmutable());
    }

    /// <summary>What the person is shown of a record that another one tells of; null: the whole.</summary>
    private Redaction? PartOf(SubjectRecord record)
    {
        if (model.PolicyOf(record.Kind) is not { } policy) return null;
        var redaction = Redaction.Of(policy, reader, record.Access, now);
        return redaction.Visibility < Visibility.Content || model.KindOf(record.Kind).MaskingOf(record, redaction) is not null ? redaction : null;
    }

    /// <summary>Which records a query may find.</summary>
    /// <param name="action">What it does with them.</param>
    /// <param name="kind">The kind it asks for; null: every one.</param>
    /// <param name="asked">What it asks, sorts or tells by: who may not read a field that shows there must not find a record by it (CL-12).</param>
    public ReaderFilter FilterFor(AccessAction action, SubjectKind? kind, FieldTraces asked = FieldTraces.None)
    {
        SubjectKind[] kinds = kind is { } one ? [one] : [.. model.Kinds.Select(known => known.Kind)];
        var filters = kinds.Where(model.Runs).Select(known => model.PolicyOf(known) is { } policy
            ? policy.FilterFor(reader, action, [known], now, LevelOf(policy, known, asked)).Kinds[0]
            : KindFilter.All(known));
        return new() { Person = reader.Person, Now = now, Offices = reader.Offices, Kinds = [.. filters] };
    }

    /// <summary>The filter of a list of headers: by the most that its conditions and its order would betray.</summary>
    public ReaderFilter FilterFor(SubjectQuery query) => FilterFor(
        AskedBy(query) != FieldTraces.None ? AccessAction.Read
        : query.NumberPrefix is not null || query.Series is not null || query.FromPeriod is not null || query.ToPeriod is not null
            || query.Order == SubjectOrder.Number
            ? AccessAction.ReadHeader
        : AccessAction.Find,
        query.Kind,
        AskedBy(query));

    /// <summary>What a query asks of the fields that are searched by.</summary>
    public static FieldTraces AskedBy(SubjectQuery query) =>
        (query.Statuses.IsDefaultOrEmpty ? FieldTraces.None : FieldTraces.Status)
        | (query.Grade is null ? FieldTraces.None : FieldTraces.Grade)
        | (query.Owner is null ? FieldTraces.None : FieldTraces.Owner)
        | (query.Client is null ? FieldTraces.None : FieldTraces.Client)
        | (query.Closed is null ? FieldTraces.None : FieldTraces.Closed);

    /// <summary>A duty tells the course of its subject, and by whom it is owed where that is asked.</summary>
    public static FieldTraces AskedBy(ObligationQuery query) =>
        FieldTraces.Course | (query.Assignee is null && query.Department is null ? FieldTraces.None : FieldTraces.Debtors);

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

    /// <summary>The highest level of the fields that show there; null where none has a level of its own.</summary>
    private ConfidentialityLevel? LevelOf(AccessPolicy policy, SubjectKind kind, FieldTraces asked)
    {
        if (asked == FieldTraces.None || policy.Rules.Of(kind) is not { Fields.IsEmpty: false } secrecy) return null;
        ConfidentialityLevel? highest = null;
        foreach (var (field, level) in secrecy.Fields)
            if ((model.KindOf(kind).TracesOf(field) & asked) != FieldTraces.None)
                highest = highest?.Or(level) ?? level;
        return highest;
    }

    private AccessDecision? Decide(SubjectRecord record, AccessAction action) => model.PolicyOf(record.Kind) is { } policy
        ? policy.Decide(reader, action == AccessAction.Copy ? WholeOf(record, policy) : record.Access, action, now)
        : null;

    /// <summary>A copy holds every field, also those with a higher level of their own.</summary>
    private static AccessFields WholeOf(SubjectRecord record, AccessPolicy policy) =>
        (policy.Rules.Of(record.Kind)?.Fields.Values ?? []).Aggregate(record.Access, (access, level) => access.ForField(level));
}
