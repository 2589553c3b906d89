using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Subjects;

namespace ClientTracking.Storage.InMemory;

/// <summary>The data of one tenant at one moment. Immutable.</summary>
/// <param name="Subjects">The subjects by id.</param>
/// <param name="Numbers">Who has a number, by its text. A number is never freed, not even where a later one replaces it.</param>
/// <param name="Commands">Who a command was carried out on.</param>
/// <param name="Claims">Who holds a claim. A claim is never freed.</param>
/// <param name="Ledger">The number ledger.</param>
internal sealed record TenantTables(
    ImmutableDictionary<SubjectId, SubjectRecord> Subjects,
    ImmutableDictionary<string, SubjectId> Numbers,
    ImmutableDictionary<CommandId, SubjectId> Commands,
    ImmutableDictionary<Claim, SubjectId> Claims,
    ImmutableDictionary<NumberScope, ScopeLedger> Ledger)
{
    internal static readonly TenantTables Empty = new(
        ImmutableDictionary<SubjectId, SubjectRecord>.Empty,
        ImmutableDictionary.Create<string, SubjectId>(StringComparer.Ordinal),
        ImmutableDictionary<CommandId, SubjectId>.Empty,
        ImmutableDictionary<Claim, SubjectId>.Empty,
        ImmutableDictionary<NumberScope, ScopeLedger>.Empty);

    internal ScopeLedger LedgerOf(NumberScope scope) => Ledger.GetValueOrDefault(scope, ScopeLedger.Empty);

    internal TenantTables With(NumberScope scope, ScopeLedger ledger) => this with { Ledger = Ledger.SetItem(scope, ledger) };

    /// <summary>The tables after a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="taken">The serials the session has taken.</param>
    internal TenantTables With(SubjectChange change, TakenSerials taken)
    {
        var after = change.After;
        if ((Subjects.GetValueOrDefault(after.Id)?.Version ?? 0) != change.ExpectedVersion)
            throw new ConcurrencyConflictException(after.Number?.Text ?? after.Id.ToString());
        var tables = this with
        {
            Subjects = Subjects.SetItem(after.Id, after),
            Commands = change.NewEntries.Aggregate(Commands, (commands, entry) => Carry(commands, entry.Command, after.Id)),
            Claims = after.Search.Claims.Aggregate(Renamed(change), (claims, claim) => Hold(claims, claim, after.Id)),
        };
        return after.Number is { } number && number != change.Before?.Number ? tables.With(number, change, taken) : tables;
    }

    private TenantTables With(DocumentNumber number, SubjectChange change, TakenSerials taken)
    {
        if (Numbers.ContainsKey(number.Text)) throw new ConcurrencyConflictException(number.Text);
        var numbers = Numbers.Add(number.Text, change.After.Id);
        return With(number.Scope, LedgerOf(number.Scope).Use(number, change, taken)) with { Numbers = numbers };
    }

    private static ImmutableDictionary<CommandId, SubjectId> Carry(
        ImmutableDictionary<CommandId, SubjectId> commands, CommandId? command, SubjectId subject)
    {
        if (command is not { } id) return commands;
        return commands.ContainsKey(id) ? throw new ConcurrencyConflictException(id.Value) : commands.Add(id, subject);
    }

    private ImmutableDictionary<Claim, SubjectId> Renamed(SubjectChange change) =>
        (change.Rewrites?.Claims ?? []).Aggregate(Claims, (claims, pair) => Hold(claims.Remove(pair.From), pair.To, change.After.Id));

    private static ImmutableDictionary<Claim, SubjectId> Hold(
        ImmutableDictionary<Claim, SubjectId> claims, Claim claim, SubjectId subject) =>
        claims.TryGetValue(claim, out var holder) && holder != subject
            ? throw new ClaimTakenException(claim.Scope, claim.Key)
            : claims.SetItem(claim, subject);
}
