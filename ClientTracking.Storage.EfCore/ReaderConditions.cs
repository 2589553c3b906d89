using System.Linq.Expressions;
using ClientTracking.Confidentiality;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>A <see cref="ReaderFilter"/> as a condition on subjects; what it withholds never leaves the database. All values are parameters.</summary>
internal sealed class ReaderConditions(DbContext context, ReaderFilter filter)
{
    private readonly string _person = filter.Person.Value;
    private readonly long _now = filter.Now.ToUnixTimeMilliseconds();

    /// <summary>The subjects that the reader may know; all where there is no reader.</summary>
    internal static IQueryable<StoredSubject> Of(DbContext context, IQueryable<StoredSubject> rows, ReaderFilter? filter) =>
        filter is null ? rows : rows.Where(new ReaderConditions(context, filter).Admitted());

    private Expression<Func<StoredSubject, bool>> Admitted() => Any(filter.Kinds.Select(KindIs));

    private Expression<Func<StoredSubject, bool>> KindIs(KindFilter kind)
    {
        var name = kind.Kind.Value;
        Expression<Func<StoredSubject, bool>> named = row => row.Kind == name;
        return kind.IsUnrestricted ? named : And(named, Any(kind.Clauses.Select(clause => And(Applies(clause), Passes(clause)))));
    }

    private Expression<Func<StoredSubject, bool>> Applies(AccessClause clause)
    {
        var now = _now;
        var levels = clause.Levels.Select(level => (int?)level).ToArray();
        var when = new List<Expression<Func<StoredSubject, bool>>>();
        if (levels.Length > 0) when.Add(row => levels.Contains(row.Level) && (row.DeclassifiesAt == null || row.DeclassifiesAt > now));
        if (clause.AfterTerm) when.Add(row => row.Level != null && row.DeclassifiesAt <= now);
        if (clause.Unmarked) when.Add(row => row.Level == null);
        return clause.OnlyAwaiting ? And(row => row.AwaitsApproval, Any(when)) : Any(when);
    }

    private Expression<Func<StoredSubject, bool>> Passes(AccessClause clause)
    {
        var person = _person;
        return clause.Test switch
        {
            AccessTest.Everyone => _ => true,
            AccessTest.ManagerInCharge => row => row.Manager == person,
            AccessTest.Drafter => row => row.Drafter == person,
            AccessTest.Custodian => row => row.Custodian == person,
            AccessTest.Participant => Has(StoredAccess.Participant),
            AccessTest.Holder => Has(StoredAccess.Holder),
            AccessTest.CopyHolder => HasCopy(),
            AccessTest.Granted => IsGranted(clause.Granters!),
            AccessTest.MinimumRank => Any(filter.Offices.Select(Reaches)),
            AccessTest.DepartmentHead => Any(filter.Offices.Where(office => office is { Rank: Rank.DepartmentHead, Department: not null }).Select(IsOver)),
            _ => throw new InvalidOperationException($"No such test: {clause.Test}."),
        };
    }

    private Expression<Func<StoredSubject, bool>> Has(int relation)
    {
        var (person, lines) = (_person, context.Set<StoredAccess>());
        return row => lines.Any(line => line.Tenant == row.Tenant && line.Subject == row.Id && line.Relation == relation && line.Person == person);
    }

    private Expression<Func<StoredSubject, bool>> HasCopy()
    {
        var (person, copy, lines) = (_person, (int)HandOutForm.Copy, context.Set<StoredAccess>());
        return row => lines.Any(line =>
            line.Tenant == row.Tenant && line.Subject == row.Id && line.Relation == StoredAccess.Holder && line.Person == person && line.Form == copy);
    }

    private Expression<Func<StoredSubject, bool>> IsGranted(GranterTest granters)
    {
        var (person, now, lines) = (_person, _now, context.Set<StoredAccess>());
        var any = new List<Expression<Func<StoredSubject, bool>>>();
        if (!granters.People.IsEmpty) any.Add(By([.. granters.People.Select(granter => granter.Value)]));
        if (granters.ManagerInCharge)
            any.Add(row => lines.Any(line => line.Tenant == row.Tenant && line.Subject == row.Id && line.Relation == StoredAccess.Granted
                && line.Person == person && line.EndsAt > now && line.Granter == row.Manager));
        foreach (var heads in granters.Heads.GroupBy(head => head.Department))
        {
            var department = heads.Key;
            any.Add(And(row => row.Department == department, By([.. heads.Select(head => head.Person.Value)])));
        }
        return Any(any);

        Expression<Func<StoredSubject, bool>> By(string[] who) => row => lines.Any(line => line.Tenant == row.Tenant && line.Subject == row.Id
            && line.Relation == StoredAccess.Granted && line.Person == person && line.EndsAt > now && who.Contains(line.Granter));
    }

    private static Expression<Func<StoredSubject, bool>> Reaches(Office office)
    {
        var (rank, department) = ((int)office.Rank, office.Department);
        if (office.Rank >= Rank.GeneralManager) return row => row.MinimumRank <= rank;
        return department is null ? _ => false : row => row.MinimumRank <= rank && row.Department == department;
    }

    private static Expression<Func<StoredSubject, bool>> IsOver(Office office)
    {
        var department = office.Department;
        return row => row.Department == department;
    }

    private static Expression<Func<StoredSubject, bool>> Any(IEnumerable<Expression<Func<StoredSubject, bool>>> conditions) =>
        conditions.Aggregate((Expression<Func<StoredSubject, bool>>?)null, (any, one) => any is null ? one : Join(any, one, Expression.OrElse)) ?? (_ => false);

    private static Expression<Func<StoredSubject, bool>> And(Expression<Func<StoredSubject, bool>> first, Expression<Func<StoredSubject, bool>> second) =>
        Join(first, second, Expression.AndAlso);

    private static Expression<Func<StoredSubject, bool>> Join(
        Expression<Func<StoredSubject, bool>> first, Expression<Func<StoredSubject, bool>> second, Func<Expression, Expression, Expression> how)
    {
        var row = first.Parameters[0];
        return Expression.Lambda<Func<StoredSubject, bool>>(how(first.Body, new Rename(second.Parameters[0], row).Visit(second.Body)), row);
    }

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
