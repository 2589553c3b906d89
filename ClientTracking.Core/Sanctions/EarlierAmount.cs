namespace ClientTracking.Sanctions;

/// <summary>What becomes of what a lateness has cost in earlier months when it grows into a forfeiture (RF-97).</summary>
public enum EarlierAmount : byte
{
    /// <summary>It comes back in the forfeited month, as a credit outside the cap; the default.</summary>
    ComesBack,

    /// <summary>Both stand.</summary>
    Stands,
}
