using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Numbering;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Storage.Conformance.Records;

/// <summary>Records of every level and of every fact that decides who may know them, over few people and instants, so that they often meet.</summary>
internal sealed class Secrets(int seed)
{
    internal static readonly SubjectKind Contract = new("contract");
    internal static readonly SubjectKind Form = new("form");
    internal static readonly SubjectKind Lease = new("lease");
    internal static readonly SubjectKind Open = new("open");
    internal static readonly ImmutableArray<SubjectKind> Kinds = [Contract, Form, Lease, Open];

    /// <summary>Wednesday noon in Shanghai.</summary>
    internal static readonly Instant Now = Instant.FromUtc(2026, 3, 11, 4, 0);

    private static readonly Role Officer = new("Officer");

    /// <summary>Names that differ in case only, in a look-alike, in an accent, and one that a query language might take for its own.</summary>
    private static readonly string[] Names = ["a", "A", "а", "王小明", "é", "' OR '1'='1", "{\"$ne\":null}"];

    private static readonly string?[] Departments = ["研发部", "sales", "Sales", null];

    // Fixed seeds: the same records in every store and every run.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);

    internal static AccessPolicy Policy { get; } = new(ConfidentialityRegulation.Published with
    {
        Kinds =
        [
            new(Contract, "CL-02") { Categories = [RecordCategories.Contract] },
            ConfidentialityRegulation.FeedbackForms(Form, Officer),
            new(Lease, "CF-20")
            {
                Levels =
                [
                    ConfidentialityRegulation.Published.Levels[2] with
                    {
                        Readers = Standing.Holder | Standing.CopyHolder,
                        HandOut = new("CF-20", Standing.GeneralManager) { Reviewers = Standing.DepartmentHead },
                    },
                ],
            },
        ],
    });

    internal Reader Reader()
    {
        var offices = Enumerable.Range(0, _random.Next(4)).Select(_ => new Office(Person(), (Rank)_random.Next(4), Department())).ToList();
        if (_random.Next(12) == 0) offices.Add(new(Person(), Rank.VicePresident));
        return new(new Actor(Person(), null, _random.Next(3) == 0 ? [Officer] : []), new Organization([.. offices]));
    }

    internal SubjectRecord Record(DocumentNumber? number = null)
    {
        var kind = Kinds[_random.Next(Kinds.Length)];
        var record = Sample.Subject(number: number) with { Kind = kind };
        if (_random.Next(3) > 0) record = record with { Search = record.Search with { Participants = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Person())] } };
        return _random.Next(7) == 0 ? record : Marked(record, Classification(kind));
    }

    /// <summary>The record with its first entry marking it so.</summary>
    internal static SubjectRecord Marked(SubjectRecord record, Classification secrecy) => record with
    {
        Secrecy = secrecy,
        Journal = record.Journal.SetItem(0, record.Journal[0] with { Secrecy = [new Marked(secrecy) { At = Now, By = secrecy.Drafter }] }),
    };

    internal Classification Classification(SubjectKind kind)
    {
        var level = (ConfidentialityLevel)_random.Next(1, 6);
        return new()
        {
            Kind = kind,
            Drafter = Person(),
            Department = Department(),
            ManagerInCharge = _random.Next(2) == 0 ? Person() : null,
            MinimumRank = _random.Next(3) == 0 ? (Rank)_random.Next(4) : null,
            Certificate = _random.Next(9) == 0 ? CertificateKind.Other : null,
            Markings = [new(level, null, _random.Next(2) == 0 ? Moment() : null, Now, Person(), null)],
            Grants = [.. Enumerable.Range(1, _random.Next(4)).Select(Grant)],
            HandOuts = [.. Enumerable.Range(1, _random.Next(3)).Select(HandOut)],
            Custodies = _random.Next(2) == 0 ? [] : [new(Person(), Person(), Now) { TakenOverAt = Now }],
        };
    }

    private Grant Grant(int id) =>
        new(id, Person(), Person(), Now, new(2026, 3, 11), Moment()) { EndedAt = _random.Next(5) == 0 ? Now : null };

    private HandOut HandOut(int id)
    {
        var asked = new HandOut(id, (HandOutForm)_random.Next(1, 4), Person(), Person(), Now, "court");
        return _random.Next(3) == 0 ? asked : asked with { DecidedBy = Person(), DecidedAt = Now, Number = $"C-{id}", Custodian = Person() };
    }

    /// <summary>The millisecond before now, now, and the one after.</summary>
    private Instant Moment() => Now + Duration.FromMilliseconds(_random.Next(-1, 2));

    private PersonId Person() => new(Names[_random.Next(Names.Length)]);

    private string? Department() => Departments[_random.Next(Departments.Length)];
}
