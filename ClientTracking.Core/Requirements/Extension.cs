using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>An application for a later date (需求延期交付申请, 附表1, RF-80). Immutable.</summary>
public sealed record Extension
{
    /// <summary>Which milestone is to move.</summary>
    public required Milestone Of { get; init; }

    /// <summary>The date that counted when it was filed.</summary>
    public required LocalDate FormerDate { get; init; }

    /// <summary>The date asked for.</summary>
    public required LocalDate NewDate { get; init; }

    /// <summary>The hand-over date asked for together with a later delivery; none: the hand-over stays.</summary>
    public LocalDate? HandOverOn { get; init; }

    /// <summary>What is applied for, in short (概述).</summary>
    public string? Overview { get; init; }

    /// <summary>The objective cause.</summary>
    public required string Reason { get; init; }

    /// <summary>Who applies.</summary>
    public required PersonId Applicant { get; init; }

    /// <summary>The applicant's department.</summary>
    public string? Department { get; init; }

    /// <summary>When it was filed.</summary>
    public required Instant FiledAt { get; init; }

    /// <summary>What became of it.</summary>
    public ExtensionStatus Status { get; init; }

    /// <summary>The signatures given, in the order of giving.</summary>
    public ImmutableArray<ExtensionSignature> Signatures { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>A milestone (里程碑) of a requirement whose promised date can be extended.</summary>
public enum Milestone
{
    /// <summary>The planning document (RF-40).</summary>
    Planning,

    /// <summary>The hand-over for acceptance (RF-41).</summary>
    HandOver,

    /// <summary>The delivery to the requester (RF-42).</summary>
    Delivery,
}

/// <summary>What became of an application.</summary>
public enum ExtensionStatus
{
    /// <summary>Signatures are missing (审批中).</summary>
    Pending,

    /// <summary>Signed by all three (已批准).</summary>
    Approved,

    /// <summary>Refused by one of them, which ends it (已否决).</summary>
    Rejected,

    /// <summary>What it was to move was done before it was decided (已失效).</summary>
    Lapsed,
}

/// <summary>Whose signature it is (RF-80), in the order they are asked for.</summary>
public enum Signatory
{
    /// <summary>The applicant's direct leader (直属领导).</summary>
    DirectLeader,

    /// <summary>The head of the department (部门负责人).</summary>
    DepartmentHead,

    /// <summary>The general manager's office (总经办), whose signature is the board's approval.</summary>
    GeneralOffice,
}

/// <summary>A signature on an application.</summary>
/// <param name="As">Whose it is.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Approved">Whether it approves.</param>
/// <param name="Opinion">The opinion written beside it.</param>
/// <param name="On">The day.</param>
public sealed record ExtensionSignature(Signatory As, PersonId By, bool Approved, string? Opinion, LocalDate On);
