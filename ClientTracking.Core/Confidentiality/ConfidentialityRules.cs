using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>
/// The confidentiality regulation (保密管理制度) as data: default levels, who may know at each level, who approves copies. A change makes a new
/// version.
/// </summary>
public sealed record ConfidentialityRules
{
    /// <summary>The version; what is marked keeps the level it was marked with.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Where a day ends: terms end at 24:00 of their last day here (CL-08); default Asia/Shanghai (CV-14).</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>One rule for each of the three levels.</summary>
    public required ImmutableArray<LevelRule> Levels { get; init; }

    /// <summary>The default levels; when several match, the highest wins (CL-02).</summary>
    public ImmutableArray<CategoryLevel> Categories { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The kinds under the regime. A kind that is not listed is outside it, except for records somebody marked.</summary>
    public ImmutableArray<KindSecrecy> Kinds { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Who approves copying and lending the company's own certificates (CL-07).</summary>
    public required HandOutRule Certificates { get; init; }

    /// <summary>Who approves a copy of business licence or organisation code (CL-07).</summary>
    public required HandOutRule LicenceCopies { get; init; }

    /// <summary>From which level on every decision is logged (CL-11).</summary>
    public ConfidentialityLevel LoggedFrom { get; init; } = ConfidentialityLevel.Secret;

    /// <summary>The elapsed time after its discovery within which a leak is reported, also outside business hours (CL-10, CV-10).</summary>
    public Duration LeakGrace { get; init; } = Duration.FromMinutes(30);

    /// <summary>What is particular about a kind; null for a kind outside the regime.</summary>
    public KindSecrecy? Of(SubjectKind kind) => Kinds.FirstOrDefault(secrecy => secrecy.Kind == kind);

    /// <summary>The default of a record: the highest of its kind's categories and its own (CL-02); null when none matches.</summary>
    public CategoryLevel? DefaultOf(SubjectKind kind, params ImmutableArray<string> categories) =>
        Categories.Where(known => (Of(kind)?.Categories.Contains(known.Category) ?? false) || categories.Contains(known.Category))
            .MinBy(known => known.Level);

    /// <summary>The instant at which a term ends: 24:00 of its last day, which never rolls (CL-08).</summary>
    public Instant EndOf(LocalDate lastDay) => lastDay.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant();

    /// <summary>The day an instant falls on.</summary>
    public LocalDate DayOf(Instant instant) => instant.InZone(Zone).Date;
}
