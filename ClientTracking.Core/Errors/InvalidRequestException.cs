using System.Collections.Immutable;
using System.Globalization;

namespace ClientTracking.Errors;

/// <summary>The input is malformed. Every fault is listed with its path; nothing was touched.</summary>
public sealed class InvalidRequestException : ClientTrackingException
{
    /// <summary>Creates the error from at least one fault.</summary>
    /// <exception cref="ArgumentException"><paramref name="faults"/> is empty.</exception>
    public InvalidRequestException(params ImmutableArray<Fault> faults)
        : base("request.invalid", [])
    {
        if (faults.IsDefaultOrEmpty) throw new ArgumentException("At least one fault is needed.", nameof(faults));
        Faults = faults;
    }

    /// <summary>Every fault found, in the order of the input; never empty.</summary>
    public ImmutableArray<Fault> Faults { get; }

    /// <inheritdoc/>
    public override string Describe(CultureInfo culture) =>
        string.Join(Environment.NewLine, Faults.Select(fault => fault.Describe(culture)));
}
