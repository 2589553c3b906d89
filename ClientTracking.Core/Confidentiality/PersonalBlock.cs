using System.Collections.Immutable;

namespace ClientTracking.Confidentiality;

/// <summary>A place in a kind's state and events where personal data (个人信息) of one person stands.</summary>
/// <remarks>
/// Paths are property names as the JSON writes them, joined by dots; <c>[]</c> after a name means every element, for example <c>form.requester</c> or
/// <c>contacts[]</c>. An empty path is the whole document.
/// </remarks>
/// <param name="At">The path of the object, or of every object, that concerns one person.</param>
/// <param name="Person">The path within the object to the text that says which person it is; it is personal itself and is erased too.</param>
/// <param name="Fields">The paths within the object to what is personal: texts, or objects and lists of texts.</param>
public sealed record PersonalBlock(string At, string Person, params ImmutableArray<string> Fields);
