using System.Collections.Immutable;
using System.Globalization;

namespace ClientTracking.Errors;

/// <summary>Gathers every fault of an input before anything is touched.</summary>
public sealed class FaultList
{
    private readonly ImmutableArray<Fault>.Builder _faults = ImmutableArray.CreateBuilder<Fault>();

    /// <summary>Adds a fault.</summary>
    public void Add(string path, string code, params ImmutableArray<object> arguments) => _faults.Add(new Fault(path, code, arguments));

    /// <summary>A text that must be there.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="value">The text.</param>
    /// <param name="longest">The most it may have, in Unicode text elements (what a reader calls a character), not UTF-16 units.</param>
    public void Required(string path, string? value, int longest)
    {
        if (string.IsNullOrWhiteSpace(value)) Add(path, "request.required");
        else Longest(path, value, longest);
    }

    /// <summary>A text that may be missing.</summary>
    /// <inheritdoc cref="Required"/>
    public void Longest(string path, string? value, int longest)
    {
        if (value is null) return;
        var length = new StringInfo(value).LengthInTextElements;
        if (length > longest) Add(path, "request.too-long", longest, length);
        if (value.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) Add(path, "request.control-character");
        if (TextCheck.Half(value) is { } half) Add(path, "request.unseen-character", $"U+{half:X4}");
    }

    /// <summary>A value of an enumeration that must be one of its names.</summary>
    public void Defined<T>(string path, T value) where T : struct, Enum
    {
        if (!Enum.IsDefined(value)) Add(path, "request.unknown-value", value, string.Join(", ", Enum.GetNames<T>()));
    }

    /// <summary>How many faults were found so far.</summary>
    public int Count => _faults.Count;

    /// <summary>The faults found so far, in the order of the input.</summary>
    public IEnumerable<Fault> Found => _faults;

    /// <summary>Ends the check.</summary>
    /// <exception cref="InvalidRequestException">There was at least one fault; it lists them all.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0) throw new InvalidRequestException(_faults.ToImmutable());
    }
}
