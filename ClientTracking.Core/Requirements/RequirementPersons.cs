using System.Collections.Immutable;
using ClientTracking.Confidentiality;

namespace ClientTracking.Requirements;

/// <summary>What of a requirement is personal: it is about the requester (需求人), and names those who deal with it.</summary>
internal static class RequirementPersons
{
    /// <summary>The state, and the one an event of a correction restores.</summary>
    private static readonly ImmutableArray<string> States = ["", "restored."];

    internal static PersonalData Data { get; } = new(
    [
        .. States.SelectMany(At),
        PersonalBlock.Id("by"), PersonalBlock.Id("signature.by"), .. Extension("application"), .. Extension("complete"),
    ])
    {
        Texts =
        [
            .. States.SelectMany(TextsAt),
            // Of events: what was registered, answered, refused, awaited, asked for, and why.
            "awaited", "reason", "answer.answer", "signature.opinion", .. ExtensionTexts("application"), .. ExtensionTexts("complete"),
        ],
    };

    private static IEnumerable<PersonalBlock> At(string state) =>
    [
        new PersonalBlock(
            $"{state}form", "requester.account",
            "requester.name", "requester.hospital", "requester.department", "clientWords", "summary", "document", "pictures",
            // The questions stay: they are what the answers are told apart by.
            "supplement[].answer")
        {
            Otherwise = "requester.name",
            IsSubject = true,
        },
        PersonalBlock.Id($"{state}reporter"), PersonalBlock.Id($"{state}collector"), PersonalBlock.Id($"{state}productManager"),
        PersonalBlock.Id($"{state}engineer"),
        .. Extension($"{state}extensions[]"),
    ];

    private static IEnumerable<string> TextsAt(string state) =>
    [
        $"{state}gist", $"{state}awaiting", $"{state}decision.conversionGist", $"{state}acceptanceFailures", .. ExtensionTexts($"{state}extensions[]"),
    ];

    private static IEnumerable<PersonalBlock> Extension(string at) => [PersonalBlock.Id($"{at}.applicant"), PersonalBlock.Id($"{at}.signatures[].by")];

    private static IEnumerable<string> ExtensionTexts(string at) => [$"{at}.overview", $"{at}.reason", $"{at}.signatures[].opinion"];
}
