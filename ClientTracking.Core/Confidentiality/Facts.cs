using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>What one person is to one record at an instant; asked for one standing after the other, nothing is worked out in vain.</summary>
internal readonly struct Facts(Reader reader, AccessFields record, Instant now, LevelRule? rule, ImmutableArray<Role> handlerRoles)
{
    private readonly Reader _reader = reader;
    private readonly AccessFields _record = record;
    private readonly Instant _now = now;
    private readonly Standing _granters = rule?.Granters ?? Standing.None;
    private readonly Standing _approvers = rule is null ? Standing.None : rule.HandOut.Approvers | rule.HandOut.Reviewers;
    private readonly ImmutableArray<Role> _handlerRoles = handlerRoles;

    /// <summary>The first standing of those asked for that the person has; none if none.</summary>
    internal Standing First(Standing any)
    {
        for (var left = (int)any; left != 0; left &= left - 1)
            if (Has((Standing)(left & -left)))
                return (Standing)(left & -left);
        return Standing.None;
    }

    private bool Has(Standing one) => one switch
    {
        Standing.Everyone => true,
        Standing.Participant => _record.Participants.Contains(_reader.Person),
        Standing.Granted => HasGrant(),
        Standing.MinimumRank => HasMinimumRank(),
        Standing.Handler => _reader.Actor.IsAny(_handlerRoles),
        Standing.Holder => IsHolder(),
        Standing.CopyHolder => _record.Holdings.Contains(new(_reader.Person, HandOutForm.Copy)),
        Standing.Drafter => _record.Drafter == _reader.Person,
        Standing.Custodian => _record.Custodian == _reader.Person,
        Standing.Approver => _record.AwaitsApproval && IsInAny(_reader.Person, _approvers),
        _ => IsIn(_reader.Person, one),
    };

    /// <summary>Whether somebody, the reader or a granter, is in an office over the record.</summary>
    private bool IsIn(PersonId person, Standing office) => office switch
    {
        Standing.Leadership => _reader.Organization.IsLeadership(person),
        Standing.GeneralManager => _reader.Organization.ManagesCompany(person),
        Standing.DepartmentHead => _reader.Organization.Heads(person, _record.Department),
        Standing.ManagerInCharge => _record.ManagerInCharge == person,
        _ => false,
    };

    /// <summary>A grant counts until its term ends, and only while its granter could give it (CL-05).</summary>
    private bool HasGrant()
    {
        foreach (var grant in _record.Grants)
            if (grant.Person == _reader.Person && _now < grant.EndsAt && CouldGrant(grant.Granter))
                return true;
        return false;
    }

    /// <summary>Whether there is a grant that no longer counts.</summary>
    internal bool HadGrant()
    {
        foreach (var grant in _record.Grants)
            if (grant.Person == _reader.Person)
                return true;
        return false;
    }

    /// <summary>Whether somebody may name people for the record now.</summary>
    internal bool CouldGrant(PersonId granter) => IsInAny(granter, _granters);

    private bool IsInAny(PersonId person, Standing offices)
    {
        for (var left = (int)offices; left != 0; left &= left - 1)
            if (IsIn(person, (Standing)(left & -left)))
                return true;
        return false;
    }

    private bool HasMinimumRank()
    {
        if (_record.MinimumRank is not { } minimum) return false;
        foreach (var office in _reader.Offices)
            if (office.Reaches(minimum, _record.Department))
                return true;
        return false;
    }

    private bool IsHolder()
    {
        foreach (var holding in _record.Holdings)
            if (holding.Person == _reader.Person)
                return true;
        return false;
    }
}
