using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>The default level of a category of records (CL-02).</summary>
/// <param name="Category">The category, for example <c>contract</c>; see <see cref="RecordCategories"/>.</param>
/// <param name="Level">The level a record has when nobody marks a higher one.</param>
/// <param name="Term">How long it stays secret when nobody marks a term; none: as long as nobody lifts it (CL-08).</param>
public sealed record CategoryLevel(string Category, ConfidentialityLevel Level, Period? Term = null);
