using NodaTime;

namespace ClientTracking.Obligations;

/// <summary>How an obligation stands at an instant: its status and its due instant in one word.</summary>
public enum ObligationState : byte
{
    /// <summary>Owed, and its due instant has not passed (未到期).</summary>
    Running,

    /// <summary>Owed, and its due instant has passed (逾期).</summary>
    Overdue,

    /// <summary>Owed, but a pause holds the clock (已中止).</summary>
    Paused,

    /// <summary>Done in time (按时完成).</summary>
    OnTime,

    /// <summary>Done late (逾期完成).</summary>
    Late,

    /// <summary>Forgiven (已豁免).</summary>
    Waived,

    /// <summary>No longer owed (已取消).</summary>
    Cancelled,
}

/// <summary>How obligations stand at an instant. Pure; allocates nothing.</summary>
public static class ObligationStates
{
    /// <summary>How the obligation, as it is now, stands at an instant; exactly at the due instant it is still running (CV-13).</summary>
    public static ObligationState StateAt(this Obligation obligation, Instant instant)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        return obligation.Status switch
        {
            ObligationStatus.Open => instant > obligation.Due ? ObligationState.Overdue : ObligationState.Running,
            ObligationStatus.Paused => ObligationState.Paused,
            ObligationStatus.Fulfilled => obligation.FulfilledLate ? ObligationState.Late : ObligationState.OnTime,
            ObligationStatus.Waived => ObligationState.Waived,
            _ => ObligationState.Cancelled,
        };
    }

    /// <summary>How many obligations stand at an instant; the results are those of the single form.</summary>
    /// <exception cref="ArgumentException"><paramref name="states"/> is shorter than <paramref name="obligations"/>.</exception>
    public static void StatesAt(ReadOnlySpan<Obligation> obligations, Instant instant, Span<ObligationState> states)
    {
        if (states.Length < obligations.Length) throw new ArgumentException("There is not room for every result.", nameof(states));
        for (var i = 0; i < obligations.Length; i++) states[i] = obligations[i].StateAt(instant);
    }
}
