using BenchmarkDotNet.Attributes;
using ClientTracking.Confidentiality;
using NodaTime;

namespace ClientTracking.Benchmarks.Confidentiality;

/// <summary>
/// One page of records judged for one reader: by the policy, by the store's filter, and by nothing at all, which is what a regulation without
/// secrecy costs.
/// The baseline is what a developer would write first: LINQ over the same fields, rule by rule, without an explanation.
/// </summary>
[MemoryDiagnoser]
public class AccessBenchmark
{
    private const int Count = 100_000;
    private static readonly SubjectKind Kind = new("contract");
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 11, 4, 0);
    private readonly AccessFields[] _records = new AccessFields[Count];
    private readonly AccessPolicy _policy = new(ConfidentialityRegulation.Published with { Kinds = [new(Kind, "CL-02") { Categories = [RecordCategories.Contract] }] });
    private readonly Organization _organization = new(
        [.. Enumerable.Range(0, 50).Select(i => new Office(new PersonId($"head{i}"), Rank.DepartmentHead, $"d{i}")), new(new PersonId("president"), Rank.President)]);
    private Reader _reader = null!;
    private ReaderFilter _filter = null!;

    /// <summary>What a query has where no kind is under the regime.</summary>
    public ReaderFilter? None { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20140619);
        for (var i = 0; i < Count; i++)
        {
            _records[i] = new AccessFields(Kind)
            {
                Level = (ConfidentialityLevel)random.Next(1, 6),
                DeclassifiesAt = random.Next(4) == 0 ? Now + Duration.FromDays(random.Next(-30, 30)) : null,
                Department = $"d{random.Next(50)}",
                ManagerInCharge = new PersonId($"p{random.Next(100)}"),
                Drafter = new PersonId($"p{random.Next(100)}"),
                Participants = [.. Enumerable.Range(0, 3).Select(_ => new PersonId($"p{random.Next(100)}"))],
                Grants = [new(new PersonId($"p{random.Next(20)}"), new PersonId($"head{random.Next(50)}"), Now + Duration.FromDays(random.Next(-5, 5)))],
            };
        }

        _reader = new(new Actor(new PersonId("p7"), "d7"), _organization);
        _filter = _policy.FilterFor(_reader, AccessAction.Read, [Kind], Now);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int Naive()
    {
        var allowed = 0;
        foreach (var record in _records)
            if (MayReadNaively(record))
                allowed++;
        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Policy()
    {
        var allowed = 0;
        foreach (var record in _records)
            if (_policy.Decide(_reader, record, AccessAction.Read, Now).IsAllowed)
                allowed++;
        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Filter()
    {
        var allowed = 0;
        foreach (var record in _records)
            if (_filter.Matches(record))
                allowed++;
        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Unused()
    {
        var allowed = 0;
        foreach (var record in _records)
            if (None is null || None.Matches(record))
                allowed++;
        return allowed;
    }

    /// <summary>Made once for a query, not once for a row.</summary>
    [Benchmark]
    public ReaderFilter MakeFilter() => _policy.FilterFor(_reader, AccessAction.Read, [Kind], Now);

    private bool MayReadNaively(AccessFields record)
    {
        if (_organization.Offices.Any(office => office.Person == _reader.Person && office.Rank >= Rank.VicePresident)) return true;
        var level = record.DeclassifiesAt <= Now && record.Level < ConfidentialityLevel.Internal ? ConfidentialityLevel.Internal : record.Level;
        return level switch
        {
            null => false,
            ConfidentialityLevel.TopSecret => Granted(Leads),
            ConfidentialityLevel.Secret => record.ManagerInCharge == _reader.Person || Granted(granter => Leads(granter) || granter == record.ManagerInCharge),
            ConfidentialityLevel.Confidential => record.Participants.Contains(_reader.Person) || Granted(granter => Leads(granter) || granter == record.ManagerInCharge
                || _organization.Offices.Any(office => office.Person == granter && office.Rank == Rank.DepartmentHead && office.Department == record.Department)),
            _ => true,
        };

        bool Granted(Func<PersonId, bool> counts) => record.Grants.Any(grant => grant.Person == _reader.Person && grant.EndsAt > Now && counts(grant.Granter));
        bool Leads(PersonId person) => _organization.Offices.Any(office => office.Person == person && office.Rank >= Rank.VicePresident);
    }
}
