namespace ClientTracking.Confidentiality;

/// <summary>An office somebody holds now (职务).</summary>
/// <param name="Person">Who holds it.</param>
/// <param name="Rank">Its rank.</param>
/// <param name="Department">The department it is over; needed up to <see cref="Rank.DepartmentHead"/>, where without one it opens nothing.</param>
public readonly record struct Office(PersonId Person, Rank Rank, string? Department = null)
{
    /// <summary>Whether it ranks at least so high over a department: ranks up to department head count in their own department only.</summary>
    public bool Reaches(Rank minimum, string? department) =>
        Rank >= minimum && (Rank >= Rank.GeneralManager || (department is not null && department == Department));
}
