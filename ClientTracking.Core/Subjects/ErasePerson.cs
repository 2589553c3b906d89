using System.Security.Cryptography;
using System.Text;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>
/// 删除个人信息 (个人信息保护法第四十七条): replaces everything held on a person, in state, journal, outbox and search columns of every record of the tenant.
/// It cannot be undone. Numbers, instants and amounts stay; so do the access logs, which name who looked and not whose record it was.
/// </summary>
/// <remarks>
/// For the roles of <see cref="Regulations.Regulation.PersonalInformation"/>, of every regulation that governs a kind the host runs. Each record is
/// one commit, and its journal says by whom, when and why. Stopped in the middle, it is finished by sending it again with the same command id, which
/// it must have; done twice, it changes nothing more.
/// </remarks>
/// <param name="Person">How the records call the person: the account or the person's identifier; the name where a record has no account. Compared ordinally.</param>
/// <param name="Reason">Why, without naming the person; at most 500 characters.</param>
public sealed record ErasePerson(string Person, string Reason) : ICommand<ErasedPerson>
{
    internal const int LongestPerson = 200, LongestReason = 500;

    /// <summary>The sender's own id of this command, without the person's name in it; needed, as it decides what stands in the person's place.</summary>
    public CommandId? CommandId { get; init; }

    Instant? ICommand<ErasedPerson>.At => null;

    internal void Validate(FaultList faults)
    {
        faults.Required("person", Person, LongestPerson);
        faults.Required("reason", Reason, LongestReason);
        if (CommandId is null) faults.Add("commandId", "request.required");
        if (string.IsNullOrEmpty(Person)) return;
        if (Reason?.Contains(Person, StringComparison.Ordinal) == true) faults.Add("reason", "person.named");
        if (CommandId?.Value.Contains(Person, StringComparison.Ordinal) == true) faults.Add("commandId", "person.named");
    }

    /// <summary>From the command alone, so that a repetition goes on with the same; and not from the person, so that no list of names finds out who it was.</summary>
    internal string ReplacementIn(TenantId tenant) =>
        $"erased-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}\n{CommandId}")).AsSpan(0, 8))}";

    Task<ErasedPerson> ICommand<ErasedPerson>.AcceptAsync(ICommandExecutor executor, CancellationToken cancellationToken) =>
        executor.ExecuteAsync(this, cancellationToken);
}

/// <summary>What became of a person who was erased.</summary>
/// <param name="Replacement">What stands everywhere in the person's place.</param>
public sealed record ErasedPerson(string Replacement);
