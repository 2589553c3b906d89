using System.Text;
using ClientTracking.Errors;

namespace ClientTracking.Confidentiality;

/// <summary>
/// Cleans a text that people search by. What is left is compared ordinally, as a value and never as part of a query's own language.
/// </summary>
/// <remarks>
/// NFC makes the two ways of writing one character the same. Characters that are not seen are refused, not dropped: a text that shows one thing
/// and is another is no
/// search. Look-alikes (Latin a, Cyrillic а) stay different characters: such a text finds nothing instead of something it only resembles.
/// </remarks>
public static class FilterText
{
    /// <summary>The text to search by; null where there is none or it is faulty.</summary>
    /// <param name="faults">Takes the faults.</param>
    /// <param name="path">Where the text stands in the input.</param>
    /// <param name="value">The text.</param>
    /// <param name="longest">The most it may have, in UTF-16 units, so that piled-up combining marks count too.</param>
    public static string? Normalize(FaultList faults, string path, string? value, int longest)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (value is null) return null;
        var before = faults.Count;
        if (value.Length > longest) faults.Add(path, "request.too-long", longest, value.Length);
        else if (TextCheck.Unseen(value) is { } unseen) faults.Add(path, "request.unseen-character", $"U+{unseen:X4}");
        return faults.Count > before ? null : value.Normalize(NormalizationForm.FormC);
    }
}
