using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>What all orders about the secrecy of one record share.</summary>
/// <param name="Subject">The subject.</param>
public abstract record SecrecyCommand(SubjectId Subject) : ISecrecyCommand
{
    /// <inheritdoc/>
    public CommandId? CommandId { get; init; }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract AccessAction Action { get; }

    /// <inheritdoc/>
    public virtual string? Because => null;

    /// <inheritdoc/>
    public virtual void Validate(FaultList faults)
    {
    }

    /// <inheritdoc/>
    public abstract ImmutableArray<SecrecyEvent> Decide(SecrecyContext context);
}
