namespace ClientTracking.Confidentiality;

/// <summary>A custodian was appointed (CL-09).</summary>
/// <param name="Custodian">Who.</param>
public sealed record CustodianAppointed(PersonId Custodian) : SecrecyChange
{
    private protected override Classification Change(Classification before) => before with
    {
        Custodies = before.Custodies.Add(new(Custodian, By, At)),
    };
}

/// <summary>The custodian appointed last took the record over (CL-09).</summary>
public sealed record CustodyTaken : SecrecyChange
{
    private protected override Classification Change(Classification before) => before with
    {
        Custodies = before.Custodies.SetItem(before.Custodies.Length - 1, before.Custodies[^1] with { TakenOverAt = At }),
    };
}

/// <summary>A copy or loan was asked for (CL-06).</summary>
/// <param name="HandOut">What was asked for.</param>
public sealed record HandOutRequested(HandOut HandOut) : SecrecyChange
{
    private protected override Classification Change(Classification before) => before with { HandOuts = before.HandOuts.Add(HandOut) };
}

/// <summary>Something that happened to one copy or loan.</summary>
/// <param name="Id">Which.</param>
public abstract record HandOutChange(int Id) : SecrecyChange
{
    private protected abstract HandOut Change(HandOut before, Classification original);

    private protected sealed override Classification Change(Classification before) => before with
    {
        HandOuts = before.HandOuts.SetItem(Id - 1, Change(before.HandOuts[Id - 1], before)),
    };
}

/// <summary>A copy or loan was reviewed.</summary>
/// <param name="Id">Which.</param>
public sealed record HandOutReviewed(int Id) : HandOutChange(Id)
{
    private protected override HandOut Change(HandOut before, Classification original) => before with { ReviewedBy = By };
}

/// <summary>A copy or loan was approved, with a number of its own and a custodian, or refused.</summary>
/// <param name="Id">Which.</param>
/// <param name="Number">Its number; null: refused.</param>
/// <param name="Custodian">Who keeps it; null with it.</param>
public sealed record HandOutDecided(int Id, string? Number, PersonId? Custodian) : HandOutChange(Id)
{
    private protected override HandOut Change(HandOut before, Classification original) => before with
    {
        DecidedBy = By,
        DecidedAt = At,
        Number = Number,
        Custodian = Custodian,
        Level = Number is null ? null : original.LevelAt(At),
    };
}

/// <summary>A copy or loan came back, or was destroyed.</summary>
/// <param name="Id">Which.</param>
public sealed record HandOutReturned(int Id) : HandOutChange(Id)
{
    private protected override HandOut Change(HandOut before, Classification original) => before with { ReturnedAt = At };
}
