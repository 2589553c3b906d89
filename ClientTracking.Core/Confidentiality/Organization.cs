using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ClientTracking.Confidentiality;

/// <summary>Who holds which office in the tenant now (组织架构), as the host says. Immutable; who is not in it has no office.</summary>
public sealed class Organization
{
    private readonly FrozenDictionary<PersonId, ImmutableArray<Office>> _byPerson;

    /// <summary>Takes the offices of the tenant; a person may hold several.</summary>
    public Organization(params ImmutableArray<Office> offices)
    {
        Offices = offices;
        _byPerson = offices.GroupBy(office => office.Person).ToFrozenDictionary(held => held.Key, held => held.ToImmutableArray());
    }

    /// <summary>Nobody holds any office.</summary>
    public static Organization Empty { get; } = new();

    /// <summary>Every office, in the order given.</summary>
    public ImmutableArray<Office> Offices { get; }

    /// <summary>The offices of a person; empty when there is none.</summary>
    public ImmutableArray<Office> OfficesOf(PersonId person) => _byPerson.TryGetValue(person, out var offices) ? offices : [];

    /// <summary>The highest rank of a person.</summary>
    public Rank RankOf(PersonId person)
    {
        var highest = Rank.Staff;
        foreach (var office in OfficesOf(person))
            if (office.Rank > highest)
                highest = office.Rank;
        return highest;
    }

    /// <summary>Whether the person is president or vice president of the head office.</summary>
    public bool IsLeadership(PersonId person) => RankOf(person) >= Rank.VicePresident;

    /// <summary>Whether the person heads this very department; nobody heads a department that is not named.</summary>
    public bool Heads(PersonId person, string? department)
    {
        if (department is null) return false;
        foreach (var office in OfficesOf(person))
            if (office.Rank == Rank.DepartmentHead && office.Department == department)
                return true;
        return false;
    }

    /// <summary>Whether the person is general manager of the company, or above.</summary>
    public bool ManagesCompany(PersonId person) => RankOf(person) >= Rank.GeneralManager;
}
