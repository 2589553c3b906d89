using NodaTime;

namespace ClientTracking.Numbering;

/// <summary>One line of the number ledger (编号台账): what became of a number that was issued, so that none is missing without a reason.</summary>
public sealed record NumberEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="scope">The series and period the serial counts in.</param>
    /// <param name="serial">The serial within the scope; not negative.</param>
    /// <param name="text">The whole number; needed when it is used, null as long as only its serial is taken.</param>
    /// <param name="use">What became of it.</param>
    /// <param name="subjectId">The subject that bears or bore it; needed when it is used.</param>
    /// <param name="reason">Why it is void; needed then.</param>
    /// <param name="at">When it became so.</param>
    /// <exception cref="ArgumentException">The scope names no series, the text is empty, or what <paramref name="use"/> needs is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="serial"/> is negative or <paramref name="use"/> is not a named value.</exception>
    public NumberEntry(NumberScope scope, long serial, string? text, NumberUse use, Guid? subjectId, string? reason, Instant at)
    {
        if (scope == default) throw new ArgumentException("The scope names no series.", nameof(scope));
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        if (text is not null || use == NumberUse.Used) ArgumentException.ThrowIfNullOrEmpty(text);
        if (!Enum.IsDefined(use)) throw new ArgumentOutOfRangeException(nameof(use), use, "Not a named value.");
        if (use == NumberUse.Used && subjectId is null) throw new ArgumentException("A used number names its subject.", nameof(subjectId));
        if (use == NumberUse.Void) ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Scope = scope;
        Serial = serial;
        Text = text;
        Use = use;
        SubjectId = subjectId;
        Reason = reason;
        At = at;
    }

    /// <summary>The series and period the serial counts in.</summary>
    public NumberScope Scope { get; }

    /// <summary>The serial within the scope.</summary>
    public long Serial { get; }

    /// <summary>The whole number, for example <c>需求报告表14061903</c>; null where only the serial was ever taken and no document bore it.</summary>
    public string? Text { get; }

    /// <summary>What became of the number.</summary>
    public NumberUse Use { get; }

    /// <summary>The subject that bears the number, or bore it before it became void; null when none ever did.</summary>
    public Guid? SubjectId { get; }

    /// <summary>Why the number is void; otherwise a remark or null.</summary>
    public string? Reason { get; }

    /// <summary>When the number became what <see cref="Use"/> says.</summary>
    public Instant At { get; }
}
