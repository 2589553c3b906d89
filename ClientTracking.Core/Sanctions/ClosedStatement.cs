using System.Security.Cryptography;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>A statement whose month is closed (关账): it never changes again; what is found later corrects the next open month.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="By">Who closed the month.</param>
/// <param name="At">When.</param>
/// <param name="Digest">SHA-256 of the statement's canonical form, in lower-case hex.</param>
public sealed record ClosedStatement(MonthlyStatement Statement, PersonId By, Instant At, string Digest)
{
    /// <summary>Closes a month that is over.</summary>
    /// <param name="plan">The regulation's sanctions, for the rule an error names.</param>
    /// <param name="statement">The statement of the whole month; lines that wait for a decision may be in it: that decision will be a correction.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RuleViolationException">The month is not over, or the statement was worked out before its end.</exception>
    public static ClosedStatement Close(SanctionPlan plan, MonthlyStatement statement, PersonId by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(statement);
        if (!statement.IsWhole || at < statement.AsOf) throw new RuleViolationException(plan.CapRule, "sanction.month-not-over", statement.Month);
        return new(statement, by, at, DigestOf(statement));
    }

    /// <summary>Whether the statement is, bit for bit, the one that was closed.</summary>
    public bool Verify() => Digest == DigestOf(Statement);

    /// <summary>Whether a statement worked out anew is, bit for bit, the one that was closed.</summary>
    public bool IsReproducedBy(MonthlyStatement statement) => Digest == DigestOf(statement);

    private static string DigestOf(MonthlyStatement statement) => Convert.ToHexStringLower(SHA256.HashData(StatementForm.Write(statement)));
}
