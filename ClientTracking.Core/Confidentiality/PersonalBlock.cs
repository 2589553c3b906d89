using System.Collections.Immutable;

namespace ClientTracking.Confidentiality;

/// <summary>A place in a kind's state and events where personal data (个人信息) of one person stands.</summary>
/// <remarks>
/// Paths are property names as the JSON writes them, joined by dots; <c>[]</c> after a name means every element, for example <c>form.requester</c> or
/// <c>contacts[]</c>. An empty path is the whole document.
/// </remarks>
/// <param name="At">The path of the object, or of every object, that concerns one person.</param>
/// <param name="Person">The path within the object to the text that says which person it is; it is personal itself and is erased too.</param>
/// <param name="Fields">The paths within the object to what is personal: texts, or objects and lists of nothing but such texts.</param>
public sealed record PersonalBlock(string At, string Person, params ImmutableArray<string> Fields)
{
    /// <summary>The path within the object to what says which person it is where <see cref="Person"/> leads to nothing: the name, where no account is known.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Whether the record as a whole is about this person (数据主体): then <see cref="PersonalData.Texts"/> are theirs, too.</summary>
    public bool IsSubject { get; init; }

    /// <summary>A text that is the identifier of a person and nothing else, for example <c>extensions[].applicant</c> or <c>participants[]</c>.</summary>
    public static PersonalBlock Id(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.EndsWith("[]", StringComparison.Ordinal)) return new(path, "");
        var dot = path.LastIndexOf('.');
        return dot < 0 ? new("", path) : new(path[..dot], path[(dot + 1)..]);
    }
}
