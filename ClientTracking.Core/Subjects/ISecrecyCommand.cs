using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>An order about the secrecy of one subject, whatever its kind (保密管理). Pure, so a conflict is retried safely; never back-dated.</summary>
public interface ISecrecyCommand : ICommand<SecrecyOutcome>
{
    /// <summary>The subject it is about.</summary>
    SubjectId Subject { get; }

    /// <summary>The name the journal shows.</summary>
    string Name { get; }

    /// <summary>What is asked of the policy, for the access log.</summary>
    AccessAction Action { get; }

    /// <summary>Why, where the rule asks for a reason.</summary>
    string? Because => null;

    /// <summary>Adds every fault of form, each with its path.</summary>
    void Validate(FaultList faults);

    /// <summary>Decides what happens to the secrecy.</summary>
    /// <exception cref="RuleViolationException">A rule forbids it.</exception>
    /// <exception cref="AccessDeniedException">It is not the acting person's to order.</exception>
    ImmutableArray<SecrecyEvent> Decide(SecrecyContext context);

    /// <inheritdoc/>
    Instant? ICommand<SecrecyOutcome>.At => null;

    /// <inheritdoc/>
    Task<SecrecyOutcome> ICommand<SecrecyOutcome>.AcceptAsync(ICommandExecutor executor, CancellationToken cancellationToken) =>
        executor.ExecuteAsync(this, cancellationToken);
}

/// <summary>All that an order about secrecy is decided by.</summary>
/// <param name="Policy">Who may do what.</param>
/// <param name="Record">The secrecy as it is; null where nobody marked the record.</param>
/// <param name="Access">The fields that decide access, with the people concerned.</param>
/// <param name="By">Who orders it.</param>
/// <param name="At">When, to the millisecond.</param>
public sealed record SecrecyContext(AccessPolicy Policy, Classification? Record, AccessFields Access, Reader By, Instant At)
{
    /// <summary>Carries orders out.</summary>
    public SecrecyDesk Desk { get; } = new(Policy);

    /// <summary>The secrecy of a record that is marked.</summary>
    /// <exception cref="RuleViolationException">It is not (CL-03).</exception>
    public Classification Before => Record ?? throw new RuleViolationException("CL-03", "secrecy.unmarked");
}

/// <summary>What an order about secrecy did.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Happened">What happened to its secrecy with the order, in order.</param>
public sealed record SecrecyOutcome(SubjectId Subject, ImmutableArray<SecrecyEvent> Happened);
