using System.Collections.Immutable;
using ClientTracking.Confidentiality;

namespace ClientTracking.Subjects;

/// <summary>Where persons stand in what all kinds have in common; everything else of a record is derived from it.</summary>
internal static class CommonPersons
{
    /// <summary>A journal entry without the kind's event.</summary>
    internal static PersonalData Entry { get; } = new(
    [
        .. Ids("by", "obligations[].after.assignee", "obligations[].after.partner.person"),
        .. Ids("secrecy[].by", "secrecy[].custodian", "secrecy[].manager", "secrecy[].first.drafter", "secrecy[].first.managerInCharge"),
        .. Ids("secrecy[].first.markings[].by", "secrecy[].first.custodies[].custodian", "secrecy[].first.custodies[].appointedBy"),
        .. Grant("secrecy[].grant"), .. Grant("secrecy[].first.grants[]"),
        .. HandOut("secrecy[].handOut"), .. HandOut("secrecy[].first.handOuts[]"),
    ])
    {
        Texts =
        [
            "reason", "obligations[].after.reason", "obligations[].after.clock.events[].reason",
            "secrecy[].reason", "secrecy[].handOut.reason", "secrecy[].first.markings[].reason", "secrecy[].first.handOuts[].reason",
        ],
    };

    /// <summary>A notice. It names and does not quote.</summary>
    internal static PersonalData Notice { get; } = new(PersonalBlock.Id("person"));

    private static IEnumerable<PersonalBlock> Grant(string at) => Ids($"{at}.person", $"{at}.granter");

    private static IEnumerable<PersonalBlock> HandOut(string at) =>
        Ids($"{at}.recipient", $"{at}.requestedBy", $"{at}.reviewedBy", $"{at}.decidedBy", $"{at}.custodian");

    private static IEnumerable<PersonalBlock> Ids(params ImmutableArray<string> paths) => paths.Select(PersonalBlock.Id);
}
