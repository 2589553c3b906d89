using System.Collections.Immutable;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Bugs;

/// <summary>A bug (Bug) as it stands (RF-60 to RF-65). Immutable; changed by events only.</summary>
public sealed record Bug
{
    /// <summary>Where it stands.</summary>
    public required BugStatus Status { get; init; }

    /// <summary>The report as filed.</summary>
    public required BugForm Form { get; init; }

    /// <summary>Who reported it.</summary>
    public required PersonId Reporter { get; init; }

    /// <summary>The reporter's department.</summary>
    public string? ReporterDepartment { get; init; }

    /// <summary>How bad it is; none until it is recorded.</summary>
    public BugSeverity? Severity { get; init; }

    /// <summary>What is wrong, in keywords, as the register shows it.</summary>
    public string? Gist { get; init; }

    /// <summary>Who reproduced it, or could not.</summary>
    public PersonId? Tester { get; init; }

    /// <summary>Who fixes it.</summary>
    public PersonId? Developer { get; init; }

    /// <summary>The day it was recorded, which its number counts in.</summary>
    public LocalDate? RecordedOn { get; init; }

    /// <summary>The day it was last fixed.</summary>
    public LocalDate? FixedOn { get; init; }

    /// <summary>Why it could not be reproduced.</summary>
    public string? NotReproducibleBecause { get; init; }

    /// <summary>Why a fix was refused, each time one was.</summary>
    public ImmutableArray<string> RefusedFixes { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The requirement that it turned out to be.</summary>
    public SubjectId? Requirement { get; init; }
}

/// <summary>What a report of a bug must say (RF-60).</summary>
/// <param name="PhoneModel">The phone model (手机型号).</param>
/// <param name="OsVersion">The version of its operating system (系统版本).</param>
/// <param name="Fault">What is wrong (问题).</param>
/// <param name="Steps">The steps that lead to it (操作步骤).</param>
public sealed record BugForm(string PhoneModel, string OsVersion, string Fault, string Steps)
{
    /// <summary>The user who found it.</summary>
    public string? User { get; init; }

    /// <summary>Pictures, by the host's own references; welcome.</summary>
    public ImmutableArray<string> Pictures { get => field.IsDefault ? [] : field; init; } = [];

    internal void Validate(FaultList faults)
    {
        faults.Required("form.phoneModel", PhoneModel, 100);
        faults.Required("form.osVersion", OsVersion, 100);
        faults.Required("form.fault", Fault, 4000);
        faults.Required("form.steps", Steps, 4000);
        faults.Longest("form.user", User, 100);
        for (var i = 0; i < Pictures.Length; i++) faults.Required($"form.pictures[{i}]", Pictures[i], 500);
    }
}

/// <summary>How bad a bug is; a host sets how soon each is to be fixed (RF-62).</summary>
public enum BugSeverity
{
    /// <summary>Nobody can work (严重).</summary>
    Critical,

    /// <summary>Something important does not work (一般).</summary>
    Major,

    /// <summary>A blemish (轻微).</summary>
    Minor,
}

/// <summary>Where a bug stands.</summary>
public enum BugStatus
{
    /// <summary>Reported to the feedback group (已上报).</summary>
    Reported,

    /// <summary>Reproduced, not yet recorded (已重现).</summary>
    Reproduced,

    /// <summary>Could not be reproduced (无法重现).</summary>
    NotReproducible,

    /// <summary>Recorded under its own number (已记录).</summary>
    Recorded,

    /// <summary>Fixed, not yet verified (已修复).</summary>
    Fixed,

    /// <summary>The fix is verified (已验证).</summary>
    Verified,

    /// <summary>The reporter knows (已告知报告人).</summary>
    ReporterTold,

    /// <summary>Everybody knows what became of it (已关闭).</summary>
    Closed,

    /// <summary>It turned out to be a requirement (已转为需求).</summary>
    BecameRequirement,
}
