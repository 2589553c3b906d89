using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using NodaTime;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>A company with two departments and everybody the rules tell apart.</summary>
internal static class Company
{
    internal static readonly SubjectKind Contract = new("contract");
    internal static readonly SubjectKind Form = new("form");
    internal static readonly SubjectKind Lease = new("lease");
    internal static readonly SubjectKind Note = new("note");
    internal static readonly Role TrackingOfficer = new("TrackingOfficer");

    /// <summary>Wednesday noon in Shanghai.</summary>
    internal static readonly Instant Now = Instant.FromUtc(2026, 3, 11, 4, 0);

    internal static readonly Organization Offices = new(
        new Office(Person("president"), Rank.President),
        new Office(Person("vice"), Rank.VicePresident),
        new Office(Person("gm"), Rank.GeneralManager),
        new Office(Person("head"), Rank.DepartmentHead, "design"),
        new Office(Person("other-head"), Rank.DepartmentHead, "sales"),
        new Office(Person("manager"), Rank.Supervisor, "works"));

    /// <summary>The rules as published, over contracts, feedback forms and leasing files; notes are outside the regime.</summary>
    internal static ConfidentialityRules Under(ConfidentialityRules rules) => rules with
    {
        Kinds =
        [
            new(Contract, "CL-02")
            {
                Categories = [RecordCategories.Contract],
                Fields = ImmutableDictionary<string, ConfidentialityLevel>.Empty.Add("price", ConfidentialityLevel.Secret),
                HeaderFields = ["number"],
            },
            ConfidentialityRegulation.FeedbackForms(Form, TrackingOfficer),
            new(Lease, "CF-20")
            {
                Categories = [RecordCategories.ClientFile],
                Levels =
                [
                    rules.Levels[2] with
                    {
                        Readers = Standing.Holder,
                        Granters = Standing.None,
                        HandOut = new("CF-20", Standing.GeneralManager) { Reviewers = Standing.DepartmentHead, OnlyToReaders = false },
                    },
                ],
            },
        ],
    };

    internal static readonly ConfidentialityRules Rules = Under(ConfidentialityRegulation.Published);
    internal static readonly AccessPolicy Policy = new(Rules);
    internal static readonly SecrecyDesk Desk = new(Policy);

    internal static PersonId Person(string name) => new(name);

    /// <summary>Somebody by name; the drafter belongs to the department of design.</summary>
    internal static Reader Who(string name, params Role[] roles) =>
        new(new Actor(Person(name), name is "drafter" or "head" ? "design" : "sales", [.. roles]), Offices);

    /// <summary>A marked contract of the department of design with a manager in charge.</summary>
    internal static Classification Record(ConfidentialityLevel level, LocalDate? lastDay = null, string? manager = "manager") => Desk.Mark(
        new NewRecord(level.IsSecrecy() ? Contract : Note)
        {
            Level = level,
            LastDay = lastDay,
            ManagerInCharge = manager is null ? null : Person(manager),
        },
        Who("drafter"), Now)!.Apply(null);

    internal static bool MayRead(string name, AccessFields record, Instant? at = null) =>
        Policy.Decide(Who(name), record, AccessAction.Read, at ?? Now).IsAllowed;

    internal static bool MayRead(string name, Classification record, Instant? at = null) => MayRead(name, record.SearchFields([Person("participant")]), at);

    internal static Classification After(this Classification before, params IEnumerable<SecrecyEvent> events) =>
        events.Aggregate(before, (record, happened) => happened.Apply(record));
}
