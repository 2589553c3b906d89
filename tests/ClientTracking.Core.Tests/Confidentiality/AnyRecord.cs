using ClientTracking.Confidentiality;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>Random records, readers and offices over few people, departments and instants, so that they often meet.</summary>
internal static class AnyRecord
{
    internal static readonly SubjectKind[] Kinds = [Company.Contract, Company.Form, Company.Lease, Company.Note];

    private static readonly Gen<PersonId> Person = Gen.Int[0, 3].Select(i => new PersonId("abcd"[i].ToString()));
    private static readonly Gen<string?> Department = Gen.Int[0, 2].Select(i => i switch { 0 => "design", 1 => "sales", _ => null });

    /// <summary>The millisecond before now, now, and the one after.</summary>
    private static readonly Gen<Instant> Moment = Gen.Int[-1, 1].Select(offset => Company.Now + Duration.FromMilliseconds(offset));

    private static readonly Gen<Organization> Organization = Gen.Select(
        Person, Gen.Enum<Rank>(), Department, (person, rank, department) => new Office(person, rank, department))
        .Array[0, 3].Select(offices => new Organization([.. offices]));

    internal static readonly Gen<Reader> Reader = Gen.Select(Person, Gen.Bool, Organization, (person, officer, organization) =>
        new Reader(new Actor(person, null, officer ? [Company.TrackingOfficer] : []), organization));

    private static readonly Gen<AccessFields> People = Gen.Select(
        Person.Array[0, 2], Person, Person, Person, Gen.Int[0, 7], (participants, manager, drafter, custodian, named) =>
        new AccessFields(Company.Contract)
        {
            Participants = [.. participants],
            ManagerInCharge = (named & 1) == 0 ? null : manager,
            Drafter = (named & 2) == 0 ? null : drafter,
            Custodian = (named & 4) == 0 ? null : custodian,
        });

    private static readonly Gen<(AccessGrant[], Holding[])> Given = Gen.Select(
        Gen.Select(Person, Person, Moment, (person, granter, end) => new AccessGrant(person, granter, end)).Array[0, 3],
        Gen.Select(Person, Gen.Enum<HandOutForm>(), (person, form) => new Holding(person, form)).Array[0, 2]);

    internal static readonly Gen<AccessFields> Record = Gen.Select(
        People, Given, Gen.Int[0, Kinds.Length - 1], Gen.Int[0, 5], Gen.Select(Moment, Gen.Bool), Gen.Select(Gen.Int[-1, 5], Department, Gen.Bool),
        (people, given, kind, level, term, rest) => people with
        {
            Kind = Kinds[kind],
            Level = level == 0 ? null : (ConfidentialityLevel)level,
            DeclassifiesAt = term.Item2 ? term.Item1 : null,
            MinimumRank = rest.Item1 < 0 ? null : (Rank)rest.Item1,
            Department = rest.Item2,
            AwaitsApproval = rest.Item3,
            Grants = [.. given.Item1],
            Holdings = [.. given.Item2],
        });
}
