using System.Text.Json.Nodes;
using ClientTracking.Confidentiality;
using ClientTracking.Subjects;
using Xunit;

namespace ClientTracking.Storage.Conformance.Records;

/// <summary>Asserts that a store gave back what it was given: every field, every order; of JSON the meaning, not the spelling.</summary>
internal static class Same
{
    internal static void Record(SubjectRecord expected, SubjectRecord? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(Shell(expected), Shell(actual));
        Json(expected.State, actual.State);
        Assert.Equal(expected.Search.Claims.Order(ClaimOrder), actual.Search.Claims.Order(ClaimOrder));
        Assert.Equal((expected.Search.Participants ?? []).AsEnumerable(), actual.Search.Participants ?? []);
        Assert.Equal(expected.Obligations.AsEnumerable(), actual.Obligations);
        Assert.Equal(expected.Journal.Length, actual.Journal.Length);
        foreach (var (before, after) in expected.Journal.Zip(actual.Journal)) Entry(before, after);
        Access(expected.Access, actual.Access);
    }

    /// <summary>Asserts that who may know it is decided by the same.</summary>
    private static void Access(AccessFields expected, AccessFields actual)
    {
        Assert.Equal(Shell(expected), Shell(actual));
        Assert.Equal(expected.Grants.AsEnumerable(), actual.Grants);
        Assert.Equal(expected.Holdings.AsEnumerable(), actual.Holdings);

        static AccessFields Shell(AccessFields fields) => fields with { Participants = [], Grants = [], Holdings = [] };
    }

    /// <summary>Asserts that a page ends behind the one before; otherwise reading to the end would never end.</summary>
    internal static void Advanced(string? after, string? next) => Assert.False(next is not null && next == after, $"No page follows {after}.");

    private static void Entry(JournalEntry expected, JournalEntry actual)
    {
        Assert.Equal(expected with { Event = null, Obligations = [], Secrecy = null }, actual with { Event = null, Obligations = [], Secrecy = null });
        Json(expected.Event, actual.Event);
        Assert.Equal(expected.Obligations.AsEnumerable(), actual.Obligations);
    }

    internal static void Json(string? expected, string? actual) => Assert.True(
        expected is null == actual is null && (expected is null || JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual!))),
        $"Expected the JSON {expected}{Environment.NewLine}but got      {actual}");

    private static Comparer<Claim> ClaimOrder { get; } =
        Comparer<Claim>.Create((a, b) => string.CompareOrdinal($"{a.Scope}\n{a.Key}", $"{b.Scope}\n{b.Key}"));

    /// <summary>The fields that compare by value.</summary>
    private static SubjectRecord Shell(SubjectRecord record) =>
        record with { State = "", Obligations = [], Journal = [], Secrecy = null, Search = record.Search with { Claims = [], Participants = null } };
}
